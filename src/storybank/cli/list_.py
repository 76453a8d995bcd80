"""`storybank list`: the stories in the bank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import EMPTY, Form, bank_option, format_option, opened, say, show, write_json

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.reviewer.terminal_look import Look
    from storybank.stories.story import Story

_STYLES = {"draft": "yellow", "ready": "green", "retired": "bright_black"}


@click.command("list")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@bank_option
@click.option("--principle", metavar="NAME", help="Only those tagged with a principle.")
@click.option("--theme", metavar="NAME", help="Only those of a theme.")
@click.option(
    "--status", type=click.Choice(["draft", "ready", "retired"]), help="Only drafts, or ready ones, ..."
)
@click.option("--level", type=click.Choice(["L5", "L6", "L7"], case_sensitive=False), help="Only of a level.")
@click.option("--category", type=click.IntRange(1, 12), metavar="1-12", help="Only one cell of the matrix.")
@click.option("--employer", metavar="NAME", help="Only from one employer.")
@click.option("--told/--untold", default=None, help="Only those told before, or never.")
@format_option
def command(
    words: tuple[str, ...], where: str | None, principle: str | None, theme: str | None, status: str | None,
    level: str | None, category: int | None, employer: str | None, told: bool | None, form: Form,
) -> None:  # fmt: skip
    """The stories in the bank; with WORDS, those in which every word stands."""
    from storybank.usecases.keep_story import Filter

    wanted = Filter(principle, theme, status, level, category, employer, " ".join(words) or None, told)
    with opened(where) as store:
        every = store.every()
    if every:
        _known("principle", principle, [name for story in every for name in story.principles])
        _known("theme", theme, [name for story in every for name in story.themes])
    chosen = [story for story in every if wanted.fits(story)]
    if form == "json":
        write_json({"stories": [summary(story) for story in chosen], "of": len(every)})
    elif not every:
        say(EMPTY)
    elif not chosen:
        say(f"None of the {len(every)} stories fits all of that. Take a filter away.")
    else:
        show(lambda look: _table(look, chosen, len(every)))


def _known(kind: str, name: str | None, used: Sequence[str]) -> None:
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

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    count = f"{len(chosen)}" if len(chosen) == of else f"{len(chosen)} of {of}"
    yield from heading(look, "Stories", count)
    wide = min(max(len(story.id) for story in chosen), look.width // 3)
    for story in chosen:
        title, facts = Text(flat(story.title)), _facts(story)
        if look.narrow or len(story.id) > wide:
            yield from wrap(look, ink(story.id, "bold"), " ")
            yield from _fitted(look, title, "   ")
            yield from _fitted(look, facts, "   ")
            continue
        yield from _fitted(look, title, ink(f" {story.id:<{wide}}  ", "bold"))
        yield from _fitted(look, facts, " " * (wide + 3))
    yield Text()
    yield from wrap(look, ink("storybank show ID shows one in full", "dim"), ink(" → ", "cyan"))


def _fitted(look: Look, text: Text, head: Text | str) -> Iterator[Text]:
    """The line as it is where it fits: wrapping costs fifty times as much, and thousands may be listed."""
    from rich.text import Text

    from storybank.reviewer.terminal_look import wrap

    if text.cell_len + len(head) > look.width:
        yield from wrap(look, text, head)
    else:
        yield (Text(head) if isinstance(head, str) else head).append_text(text)


def _facts(story: Story) -> Text:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat

    facts = Text(story.status, _STYLES[story.status])
    more = [story.level or "", ", ".join(story.principles) or "no principles yet"]
    if story.told:
        more.append(f"told {len(story.told)}×")
    return Text().append_text(facts).append("".join(f" · {flat(m)}" for m in more if m), "dim")
