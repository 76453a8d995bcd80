"""`storybank compare`: tellings of one story, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import Form, bank_option, format_option, reveal_option

if TYPE_CHECKING:
    from rich.text import Text as Line

    from storybank.planning.compare import Compared, Difference, Place, Text
    from storybank.reviewer.terminal_look import Look

_MOST = 5  # sentences, and questions about one, that a page shows; the rest are in the JSON
_STYLES = {"grew": "red", "drifted": "yellow", "shrank": "cyan", "new": "magenta"}
_SAYS = {"grew": "grew", "drifted": "drifted", "shrank": "shrank", "new": "told here alone"}

_NOTHING = "Nothing drifted and nothing grew, as far as words can tell."
_APART = (
    "The two seem to tell different events, so nothing was compared: that neither drifted nor grew is not said. Name "
    "two tellings of the same event; `storybank check-facts` lists all that one claims and the other does not state."
)
_PARTLY = (
    "It mostly tells of other events, so only the sentences that both tell were compared. `storybank check-facts` "
    "lists all that one claims and the other does not state."
)


@click.command("compare")
@click.argument("story", metavar="STORY|FILE|-")
@click.argument("others", nargs=-1, metavar="[STORY|FILE]...")
@reveal_option
@bank_option
@format_option
def command(story: str, others: tuple[str, ...], reveal: bool, where: str | None, form: Form) -> None:
    """Find what drifted or grew between tellings of one STORY, and what will be asked about it.

    A story of the bank alone is compared with its own revisions, tellings and prepared replies. OTHERS are further
    tellings: answers that you gave, a résumé, another story.
    """
    from storybank.cli.bank import say, show, write_json
    from storybank.cli.story_input import story_text, veil_over
    from storybank.planning.compare import Text, compare

    given, *more = (story_text(name, where) for name in (story, *others))
    veil = veil_over([given, *more], where, reveal=reveal)
    measure = Text(veil.id(given.name), given.text)
    tellings = [Text(veil.id(t.name), t.text) for t in more]
    if given.story is not None:
        tellings = [*_own(given.story.id, where), *tellings]
    found = [veil.result(one, one.text.text, there=measure.text) for one in compare(measure, tellings)]
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
        "why": d.why, "probe": d.probe, "sentence": _place(d.sentence), "again": [_place(place) for place in d.again],
    }  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    return {"start": place.span.start, "end": place.span.end, "quote": place.quote}


def _lines(look: Look, measure: Text, found: Sequence[Compared]) -> Iterator[Line]:
    from rich.text import Text as Line

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    for compared in found:
        count = len(compared.differences)
        many = "" if not count else "1 difference" if count == 1 else f"{count} differences"
        yield from heading(look, f"{flat(compared.text.name)}, held against {flat(measure.name)}", many)
        if not compared.differences:
            yield from wrap(look, Line(_NOTHING if compared.whole else _APART), " ")
        elif not compared.whole:
            yield from wrap(look, Line(_PARTLY), " ")
        for d in compared.differences:
            line = Line(f"“{flat(d.here.quote)}” {_SAYS[d.change]}")
            if d.there is not None:
                line.append(f", {flat(measure.name)}: “{flat(d.there.quote)}”")
            again = f"; told {len(d.again) + 1} times" if d.again else ""
            line.append(f"  {d.kind}: {d.why}{again}", "dim")
            yield from wrap(look, line, ink(" ▲ " if d.change == "grew" else " • ", _STYLES[d.change]))
        yield from _probes(look, compared)


def _probes(look: Look, compared: Compared) -> Iterator[Line]:
    """Sentences that will be probed, and below them the questions: once where several invite the same ones."""
    from rich.text import Text as Line

    from storybank.reviewer.terminal_look import flat, ink, wrap

    asked: dict[tuple[str, ...], list[str]] = {}
    for place, questions in compared.probed:
        asked.setdefault(questions, []).append(flat(place.quote))
    for questions, quotes in list(asked.items())[:_MOST]:
        for quote in quotes[:_MOST]:
            short = quote if len(quote) < 90 else quote[:86].rstrip() + "…"
            yield from wrap(look, Line(short, "dim"), ink(" ? ", "magenta"))
        for question in questions[:_MOST]:
            yield from wrap(look, Line(flat(question)), "   ")
