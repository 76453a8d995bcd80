"""`storybank match`: which story answers a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import (
    EMPTY,
    Form,
    bank_option,
    format_option,
    opened,
    reveal_option,
    say,
    watched,
    write_json,
)
from storybank.cli.reading import paged
from storybank.playbook.names import LEVELS

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.planning.match import Fit
    from storybank.planning.understand import Understanding
    from storybank.reviewer.terminal_look import Look
    from storybank.usecases.masked import Veil

_LIMIT = 10_000_000  # bytes of a file of questions
_COLOURS = {"strong": "green", "workable": "cyan", "stretch": "yellow", "gap": "red"}


@click.command("match")
@click.argument("question", required=False)
@click.option("--questions", "file", metavar="FILE|-", help="A file of questions, one a line.")
@click.option("--all", "every", is_flag=True, help="Every story, not the best few.")
@click.option("--limit", type=click.IntRange(1, 1000), default=5, show_default=True, help="How many to show.")
@click.option("--level", type=click.Choice(LEVELS, case_sensitive=False), help="The level you aim at.")
@click.option("--company", help="Who asks: stories that they heard within a year step back.")
@reveal_option
@bank_option
@format_option
def command(
    question: str | None, file: str | None, every: bool, limit: int, level: str | None, company: str | None,
    reveal: bool, where: str | None, form: Form,
) -> None:  # fmt: skip
    """Rank your stories for QUESTION: how well each fits, why, and how to angle it.

    With --questions FILE and --format json, one object a line, in the order of the file.
    """
    from storybank.cli.asking import emphasis_of, not_blank
    from storybank.planning.match import Wish
    from storybank.signals.meaning import shipped_meaning
    from storybank.usecases.masked import veil_of
    from storybank.usecases.match_stories import match_question, read_bank
    from storybank.wiring import clock, vector_cache

    if (question is None) == (file is None):
        raise click.UsageError('give one question in quotes, or --questions FILE: storybank match "QUESTION"')
    asked = [not_blank(question)] if question is not None else _lines(file)
    wish = Wish(level.upper() if level else None, company, clock().now().date())
    meaning, shown = shipped_meaning(), None if every else limit
    hint_of = cache(emphasis_of)
    with opened(where) as store:
        with watched("Reading the stories") as far:
            bank = read_bank(store.each(), meaning, vector_cache(where), far)
        if not bank and form == "text":
            say(EMPTY)
            return
        for one in asked:
            understood, fits = match_question(
                one, bank, store.get, meaning, wish, shown=shown, explained=min(limit, 3)
            )
            veil = veil_of(store, [fit.story for fit in fits], present=bank.stories, reveal=reveal)
            fits = [_seen(veil, fit) for fit in fits]
            if form == "json":
                write_json(_object(one, fits, hint_of), several=file is not None)
            else:
                paged(lambda look, u=understood, s=fits: _view(look, u, s, hint_of))  # type: ignore[misc]


def _seen(veil: Veil, fit: Fit) -> Fit:
    """The fit as others may see it."""
    if not veil.covers(fit.story.id):
        return fit
    words = partial(veil.words, story_id=fit.story.id)
    reasons = tuple(replace(r, text=words(r.text), quote=words(r.quote)) for r in fit.reasons)
    return replace(fit, story=veil.named(fit.story), reasons=reasons)


def _lines(file: str | None) -> list[str]:
    from storybank.cli.inputs import read_input, shown_name
    from storybank.errors import UnreadableInput

    assert file is not None
    try:
        text = read_input(file, _LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableInput(f"{shown_name(file)} is not UTF-8 text; save it as UTF-8") from None
    except UnreadableInput as fault:
        raise UnreadableInput(f"{shown_name(file)}: {fault}") from None
    found = [line.strip() for line in text.splitlines() if line.strip()]
    if not found:
        raise UnreadableInput(f"{shown_name(file)} holds no question; write one on each line")
    return found


def _object(question: str, fits: list[Fit], hint_of: Callable[[str], str]) -> dict[str, Any]:
    return {
        "question": question,
        "matches": [
            {
                "story": fit.story.id, "title": fit.story.title, "fit": fit.band, "score": fit.score,
                "reasons": [reason.text + (f": “{reason.quote}”" if reason.quote else "") for reason in fit.reasons],
                "angle": fit.angle, "angle_shown": fit.angled, "tell_first": hint_of(fit.angle),
            }
            for fit in fits
        ],
    }  # fmt: skip


def _view(look: Look, asked: Understanding, fits: list[Fit], hint_of: Callable[[str], str]) -> Iterator[Text]:
    from rich.text import Text

    from storybank.cli.asking import question_head, unread_words
    from storybank.reviewer.terminal_look import flat, ink, wrap

    yield from question_head(look, asked.question)
    if asked.unread:
        yield from wrap(look, Text(unread_words(asked.unread)), ink(" ▲ ", "yellow"))
        yield Text()
        return
    said = ", ".join((*asked.principles, *asked.themes))
    yield from wrap(look, ink(f"It asks for {said}.", "dim"), " ")
    yield Text()
    said_of: set[str] = set()
    for place, fit in enumerate(fits, 1):
        head = ink(f" {place:>2} ", "dim").append(f"{fit.band:<9} ", _COLOURS[fit.band])
        yield from wrap(
            look, Text.assemble((flat(fit.story.title), "bold"), (f"  {fit.story.id}", "dim")), head
        )
        for reason in fit.reasons:
            mark = ink("      - ", "red") if reason.against else ink("      + ", "green")
            yield from wrap(look, Text(flat(reason.text) + (":" if reason.quote else "")), mark)
            if reason.quote:
                yield from wrap(look, ink(f"“{flat(reason.quote)}”", "italic"), "        ")
        if fit.band != "gap" and (hint := hint_of(fit.angle)):
            words = f"Tell it for {fit.angle}" if fit.angled else f"It would have to show {fit.angle}"
            words += ", as above" if fit.angle in said_of else f"; first: {hint}"
            yield from wrap(look, Text(words), ink("      → ", "cyan"))
            said_of.add(fit.angle)
    yield Text()
