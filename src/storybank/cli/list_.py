"""`storybank list`: the stories in the bank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import (
    EMPTY,
    Form,
    bank_option,
    format_option,
    hint,
    opened,
    reveal_option,
    say,
    show,
    write_json,
)
from storybank.playbook.names import LEVELS

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.reviewer.terminal_look import Look
    from storybank.stories.story import Story

_LONGEST = 200
_STYLES = {"draft": "yellow", "ready": "green", "retired": "bright_black"}


@click.command("list")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@bank_option
@click.option("--principle", metavar="NAME", help="Only those tagged with a principle.")
@click.option("--theme", metavar="NAME", help="Only those of a theme.")
@click.option(
    "--status", type=click.Choice(["draft", "ready", "retired"]), help="Only drafts, or ready ones, ..."
)
@click.option("--level", type=click.Choice(LEVELS, case_sensitive=False), help="Only of a level.")
@click.option("--category", type=click.IntRange(1, 12), metavar="1-12", help="Only one cell of the matrix.")
@click.option("--employer", metavar="NAME", help="Only from one employer.")
@click.option("--told/--untold", default=None, help="Only those told before, or never.")
@reveal_option
@format_option
def command(
    words: tuple[str, ...], where: str | None, principle: str | None, theme: str | None, status: str | None,
    level: str | None, category: int | None, employer: str | None, told: bool | None, reveal: bool, form: Form,
) -> None:  # fmt: skip
    """The stories in the bank; with WORDS, those in which every word stands."""
    from storybank.usecases.keep_story import Filter
    from storybank.usecases.masked import veil_of

    wanted = Filter(principle, theme, status, level, category, employer, " ".join(words) or None, told)
    with opened(where) as store:
        every = store.every()
        chosen = [story for story in every if wanted.fits(story)]
        veil = veil_of(store, chosen, present=every, reveal=reveal)
    chosen = [veil.card(story) for story in chosen]
    if every:
        _known("principle", principle, (name for story in every for name in story.principles))
        _known("theme", theme, (name for story in every for name in story.themes))
    if form == "json":
        write_json({"stories": [summary(story) for story in chosen], "of": len(every)})
    elif not every:
        say(EMPTY)
    elif not chosen:
        say(f"None of the {len(every)} stories fits all of that. Take a filter away.")
    else:
        show(lambda look: _table(look, chosen, len(every)))


def _known(kind: str, name: str | None, used: Iterable[str]) -> None:
    """Raise `UnknownName` for a filter that neither the bank nor the playbook knows: a slip of the pen."""
    from storybank.usecases.keep_story import kebab

    if name is None or kebab(name) in map(kebab, used):
        return
    from storybank.cli.reading import open_shelf
    from storybank.errors import UnknownName

    names = open_shelf().names(kind)
    if kebab(name) not in names:
        raise UnknownName(kind, name, tuple(names))


def summary(story: Story) -> dict[str, Any]:
    """What a listing says of a story, as plain values."""
    return {
        "id": story.id,
        "title": story.title,
        "status": story.status,
        "level": story.level,
        "category": story.category,
        "employer": story.employer,
        "masked": story.masked,
        "principles": list(story.principles),
        "themes": list(story.themes),
        "told": len(story.told),
        "last_told": max((t.on for t in story.told), default=None),
    }


def _table(look: Look, chosen: Sequence[Story], of: int) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import fitted, flat, heading, ink, wrap

    count = f"{len(chosen)}" if len(chosen) == of else f"{len(chosen)} of {of}"
    yield from heading(look, "Stories", count)
    wide = min(max(len(story.id) for story in chosen), look.width // 3)
    for story in chosen:
        title, status = (_short(flat(story.title)), ""), (story.status, _STYLES[story.status])
        facts = (_facts(story), "dim")
        if look.narrow or len(story.id) > wide:
            yield from wrap(look, ink(story.id, "bold"), " ")
            yield from fitted(look, ("   ", ""), title)
            yield from fitted(look, ("   ", ""), status, facts)
            continue
        yield from fitted(look, (f" {story.id:<{wide}}  ", "bold"), title)
        yield from fitted(look, (" " * (wide + 3), ""), status, facts)
    yield Text()
    yield from wrap(look, ink(hint("storybank show ID", "shows one in full"), "dim"), ink(" → ", "cyan"))


def _short(title: str) -> str:
    """A title as a list has room for; a whole paragraph, imported as one, is cut, and `show` has all of it."""
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"


def _facts(story: Story) -> str:
    """What stands behind the status."""
    from storybank.reviewer.terminal_look import flat

    names = flat(", ".join(story.principles) or "no principles yet")
    level = f" · {story.level}" if story.level else ""
    told = f" · told {len(story.told)}×" if story.told else ""
    return f"{level} · {names}{told}"
