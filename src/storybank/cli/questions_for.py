"""`storybank questions-for`: which questions a story answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from storybank.cli.bank import Form, bank_option, format_option, opened, write_json
from storybank.cli.reading import paged

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.reviewer.terminal_look import Look
    from storybank.usecases.match_stories import Asking


@click.command("questions-for")
@click.argument("story")
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many to show."
)
@bank_option
@format_option
def command(story: str, limit: int, where: str | None, form: Form) -> None:
    """The playbook's questions that STORY answers best."""
    from storybank.cli.reading import open_shelf
    from storybank.playbook.index import questions
    from storybank.signals.meaning import shipped_meaning
    from storybank.usecases.keep_story import find
    from storybank.usecases.masked import veil_of
    from storybank.usecases.match_stories import questions_for
    from storybank.wiring import question_cache

    with opened(where) as store:
        found = find(store, story)
        shown = veil_of(store, [found]).named(found)
    asked = questions_for(found, questions(open_shelf()), shipped_meaning(), question_cache())[:limit]
    if form == "json":
        write_json(
            {
                "story": shown.id,
                "questions": [
                    {
                        "id": a.question.id, "text": a.question.text, "fit": a.fit.band, "score": a.fit.score,
                        "reasons": [reason.text for reason in a.fit.reasons], "angle": a.fit.angle,
                    }
                    for a in asked
                ],
            }
        )  # fmt: skip
        return
    paged(lambda look: _view(look, shown.title, asked))


def _view(look: Look, title: str, asked: list[Asking]) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    yield from heading(look, f"Questions for {flat(title)}")
    for asking in asked:
        yield from wrap(look, Text(flat(asking.question.text)), ink(f" {asking.fit.band:<9} ", "cyan"))
        yield from wrap(look, ink(asking.question.id, "dim"), " " * 11)
        for reason in asking.fit.reasons:
            mark = ink(" " * 11 + "- ", "red") if reason.against else ink(" " * 11 + "+ ", "green")
            yield from wrap(look, Text(flat(reason.text)), mark)
    yield Text()
