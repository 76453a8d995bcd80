"""`storybank compare`: tellings of one story, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import Form, bank_option, format_option

if TYPE_CHECKING:
    from rich.text import Text as Line

    from storybank.planning.compare import Compared, Difference, Place, Text
    from storybank.reviewer.terminal_look import Look

_STYLES = {"grew": "red", "drifted": "yellow", "shrank": "cyan", "new": "magenta"}
_SAYS = {"grew": "grew", "drifted": "drifted", "shrank": "shrank", "new": "told here alone"}


@click.command("compare")
@click.argument("story", metavar="STORY|FILE|-")
@click.argument("others", nargs=-1, metavar="[STORY|FILE]...")
@bank_option
@format_option
def command(story: str, others: tuple[str, ...], where: str | None, form: Form) -> None:
    """Find what drifted or grew between tellings of one STORY, and what will be asked about it.

    A story of the bank alone is compared with its own revisions, tellings and prepared replies. OTHERS are further
    tellings: answers that you gave, a résumé, another story.
    """
    from storybank.cli.bank import say, show, write_json
    from storybank.cli.story_input import story_text
    from storybank.planning.compare import Text, compare

    given = story_text(story, where)
    measure = Text(given.name, given.text)
    tellings = [Text(t.name, t.text) for t in (story_text(name, where) for name in others)]
    if given.story is not None:
        tellings = [*_own(given.story.id, where), *tellings]
    found = compare(measure, tellings)
    if form == "json":
        write_json({"measure": measure.name, "comparisons": [to_dict(c) for c in found]})
    elif not tellings:
        say("There is nothing to compare it with yet: name another file, or keep tellings with the story.")
    else:
        show(lambda look: _lines(look, measure, found))


def _own(story_id: str, where: str | None) -> Sequence[Text]:
    """Other tellings that the bank holds of the story."""
    from storybank.cli.bank import opened
    from storybank.planning.compare import tellings_of

    with opened(where) as store:
        return tellings_of(store.get(story_id), store.revisions(story_id))[1:]


def to_dict(compared: Compared) -> dict[str, Any]:
    """The contract: offsets of `here` point into the telling, those of `there` into the measure."""
    return {
        "name": compared.text.name,
        "whole": compared.whole,
        "differences": [_difference(d) for d in compared.differences],
        "probed": [{**_place(place), "questions": list(questions)} for place, questions in compared.probed],
    }


def _difference(d: Difference) -> dict[str, Any]:
    return {
        "kind": d.kind, "change": d.change, "here": _place(d.here), "there": _place(d.there) if d.there else None,
        "why": d.why, "probe": d.probe, "sentence": _place(d.sentence),
    }  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    return {"start": place.span.start, "end": place.span.end, "quote": place.quote}


def _lines(look: Look, measure: Text, found: Sequence[Compared]) -> Iterator[Line]:
    from rich.text import Text as Line

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    for compared in found:
        yield from heading(
            look, f"{flat(compared.text.name)} against {flat(measure.name)}", str(len(compared.differences))
        )
        if not compared.differences:
            yield from wrap(look, Line("Nothing drifted and nothing grew, as far as words can tell."), " ")
        for d in compared.differences:
            line = Line(f"“{flat(d.here.quote)}” {_SAYS[d.change]}")
            if d.there is not None:
                line.append(f", {flat(measure.name)}: “{flat(d.there.quote)}”")
            line.append(f"  {d.kind}: {d.why}", "dim")
            yield from wrap(look, line, ink(" ▲ " if d.change == "grew" else " • ", _STYLES[d.change]))
        for place, questions in compared.probed[:5]:
            quote = flat(place.quote)
            yield from wrap(
                look,
                Line(quote if len(quote) < 90 else quote[:86].rstrip() + "…", "dim"),
                ink(" ? ", "magenta"),
            )
            for question in questions[:2]:
                yield from wrap(look, Line(question), "   ")
