"""`storybank check-facts`: what a rewritten text claims that its source does not state."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import Form, bank_option, format_option, reveal_option
from storybank.cli.inputs import STDIN, shown_name

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.facts.check import Invention
    from storybank.reviewer.terminal_look import Look

_FOUND = 1
_STYLES = {"sure": "red", "doubtful": "yellow"}


@click.command("check-facts")
@click.argument("source", metavar="SOURCE")
@click.argument("rewritten", metavar="REWRITTEN|-")
@reveal_option
@bank_option
@click.option("--fail", is_flag=True, help="Exit with 1 when something was found.")
@format_option
@click.pass_context
def command(
    ctx: click.Context, source: str, rewritten: str, reveal: bool, where: str | None, fail: bool, form: Form
) -> None:
    """Find what REWRITTEN claims and SOURCE does not state.

    Figures, names, dates, roles, ranks, scope, quantities that grew, lost hedges and negations, deeds that changed
    hands. Whoever rewrote it: a person, a language model, `storybank adapt`. Each is a story of the bank, a file, or -.
    """
    from storybank.cli.story_input import story_text, veil_over
    from storybank.facts.check import check_facts

    if source == rewritten == STDIN:
        raise click.UsageError("standard input can be read once only", ctx)
    ours, theirs = story_text(source, where), story_text(rewritten, where)
    veil = veil_over([ours, theirs], where, reveal=reveal)
    found = check_facts(ours.text, theirs.text)
    if form == "text":
        found = _surest_first(found, theirs.text)
    found = [veil.result(i, theirs.text, nearest=ours.text) for i in found]
    source, rewritten = veil.typed(source), veil.typed(rewritten)
    if form == "json":
        from storybank.cli.bank import write_json

        write_json({"source": source, "rewritten": rewritten, "inventions": [to_dict(i) for i in found]})
    else:
        from storybank.reviewer.terminal_look import look_of, make_console, put

        look = look_of(make_console(sys.stdout))
        put(look, _lines(look, found, shown_name(source)))
    ctx.exit(_FOUND if fail and found else 0)


def _surest_first(found: Sequence[Invention], text: str) -> list[Invention]:
    """Sentence by sentence as the text has them, and in each what is sure before what is doubtful."""
    from storybank.text.sentences import split

    starts = [span.start for span in split(text)[0]]
    return sorted(found, key=lambda i: (bisect_right(starts, i.span.start), i.certainty != "sure"))


def to_dict(invention: Invention) -> dict[str, Any]:
    """One finding; offsets point into the rewritten text, those of `nearest` into the source."""
    near = invention.nearest
    return {
        "kind": invention.kind, "start": invention.span.start, "end": invention.span.end, "quote": invention.quote,
        "why": invention.why, "certainty": invention.certainty,
        "nearest": None if near is None else {"start": near.span.start, "end": near.span.end, "quote": near.quote},
    }  # fmt: skip


def _count(found: Sequence[Invention]) -> str:
    """How many there are, and how many of them are sure and doubtful."""
    sure = sum(invention.certainty == "sure" for invention in found)
    return f"{len(found)}: {sure} sure, {len(found) - sure} doubtful"


def _lines(look: Look, found: Sequence[Invention], source: str) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    if not found:
        yield from wrap(
            look, Text(f"Everything it claims is stated by {flat(source)}, as far as words can tell."), " "
        )
        return
    yield from heading(look, "Not stated by the source", _count(found))
    for invention in found:
        line = Text(f"“{flat(invention.quote)}”", "bold").append(f"  {invention.why}", "")
        if invention.nearest is not None:
            line.append(f"  (the source: “{flat(invention.nearest.quote)}”)", "dim")
        kind = " " if look.narrow else f" {invention.kind:<12}"
        head = ink(kind, "yellow").append(f"{invention.certainty:<9} ", _STYLES[invention.certainty])
        yield from wrap(look, line, head, "   " if look.narrow else None)
