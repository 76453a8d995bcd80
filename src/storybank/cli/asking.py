"""What the commands about questions share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.reviewer.terminal_look import Look

_SHOWN = 400  # letters of a question that are shown above its answer; nobody puts a longer one


def not_blank(question: str | None) -> str:
    """The question on one line; a usage error when there is nothing in it."""
    words = " ".join((question or "").split())
    if not words:
        raise click.UsageError(
            'the question is empty; put it in quotes: "When did you last change your mind?"'
        )
    return words


def emphasis_of(principle: str) -> str:
    """What the playbook says to tell first for a principle; empty when it says nothing of it."""
    from storybank.cli.reading import open_shelf
    from storybank.playbook.model import Principle

    shelf = open_shelf()
    if principle not in shelf.names("principle"):
        return ""
    emphasis = shelf.entry("principle", principle, Principle).emphasis
    return emphasis.bring_forward[0] if emphasis else ""


def question_head(look: Look, question: str) -> Iterator[Text]:
    """The question as a heading; over several lines where one is too short, and cut where it is longer than any."""
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, heading, wrap

    said = flat(question)
    if len(said) > _SHOWN:
        said = said[:_SHOWN].rsplit(" ", 1)[0] + " …"
    if len(said) + 4 <= look.width:
        yield from heading(look, said)
        return
    yield Text()
    yield from wrap(look, Text(said, "bold"), " ")
    yield Text()


def unread_words(why: str) -> str:
    """Why nothing could be read from a question, and what to do about it."""
    from storybank.planning.understand import FOREIGN

    remedy = "Put it in English." if why == FOREIGN else (
        "Put it as interviewers do: about something that somebody once did.")  # fmt: skip
    return f"{why[0].upper()}{why[1:]}. {remedy}"
