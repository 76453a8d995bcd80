"""`storybank questions`: what interviewers ask."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from storybank.cli.reading import Form, format_option, open_shelf, paged, show_entry, write_json
from storybank.playbook.names import LEVELS

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.playbook.model import Question
    from storybank.reviewer.terminal_look import Look


@click.command("questions")
@click.argument("name", metavar="[ID]", required=False)
@click.option("--principle", metavar="NAME", help="Only those that ask for a principle.")
@click.option("--theme", metavar="NAME", help="Only those of a theme.")
@click.option("--level", type=click.Choice(LEVELS, case_sensitive=False), help="Only for a level.")
@click.option("--company", metavar="NAME", help="Only what one company typically asks.")
@click.option("--indirect", is_flag=True, help="Only those that get at the matter sideways.")
@click.option("--random", "one", is_flag=True, help="One of them, at random, with its follow-ups.")
@click.option("--seed", type=int, help="With --random: the same number, the same question.")
@format_option
def command(
    name: str | None, principle: str | None, theme: str | None, level: str | None, company: str | None,
    indirect: bool, one: bool, seed: int | None, form: Form,
) -> None:  # fmt: skip
    """The questions of behavioural interviews; with ID, one with what it tests and its follow-ups."""
    from storybank.cli.filters import known
    from storybank.errors import UnknownName
    from storybank.playbook.index import questions
    from storybank.playbook.model import Company

    shelf = open_shelf()
    every = questions(shelf)
    if name:
        found = next((q for q in every if q.id == name.lower()), None)
        if found is None:
            raise UnknownName("question", name, tuple(q.id for q in every))
        show_entry("question", found, form)
        return
    principle, theme = known(shelf, "principle", principle), known(shelf, "theme", theme)
    company = known(shelf, "company", company)
    values = frozenset(shelf.entry("company", company, Company).values if company else ())
    chosen = [
        q
        for q in every
        if (principle is None or principle in q.principles)
        and (theme is None or theme in q.themes)
        and (level is None or level.upper() in q.levels)
        and (company is None or company in q.companies or not values.isdisjoint(q.principles))
        and (q.indirect or not indirect)
    ]
    if one and chosen:
        show_entry("question", random.Random(seed).choice(chosen), form)
    elif form == "json":
        write_json({"questions": chosen})
    elif not chosen:
        click.echo("No question fits all of that. Take a filter away.")
    else:
        paged(lambda look: _list(look, chosen))


def _list(look: Look, chosen: list[Question]) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    yield from heading(look, "Questions", str(len(chosen)))
    for question in chosen:
        yield from wrap(look, Text(flat(question.text)), " ")
        facts = f"{question.id}  {', '.join((*question.principles, *question.themes))}"
        yield from wrap(look, ink(flat(facts), "dim"), "   ")
    yield Text()
    yield from wrap(
        look, ink("storybank questions ID shows what a question tests and its follow-ups", "dim"), " "
    )
