"""`storybank understand`: what a question asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from storybank.cli.reading import Form, format_option, write_json

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.planning.understand import Understanding
    from storybank.reviewer.terminal_look import Look


@click.command("understand")
@click.argument("question")
@format_option
def command(question: str, form: Form) -> None:
    """What QUESTION asks for: principles and themes, likeliest first."""
    from storybank.cli.asking import not_blank
    from storybank.cli.bank import show
    from storybank.planning.understand import understand
    from storybank.signals.meaning import shipped_meaning

    found = understand(not_blank(question), shipped_meaning())
    if form == "json":
        said = {"principles": found.principles, "themes": found.themes, "notice": found.unread}
        write_json({"question": question, **said})
    else:
        show(lambda look: _view(look, found))


def _view(look: Look, found: Understanding) -> Iterator[Text]:
    from rich.text import Text

    from storybank.cli.asking import unread_words
    from storybank.reviewer.terminal_look import ink, wrap

    if found.unread:
        yield from wrap(look, Text(unread_words(found.unread)), ink("▲ ", "yellow"))
        return
    for what, names, shares in (
        ("principles", found.principles, found.about.principles),
        ("themes", found.themes, found.about.themes),
    ):
        said = ", ".join(f"{name} ({shares[name]:.0%})" for name in names) or "none in particular"
        yield from wrap(look, Text(said), f"{what + ':':<12}")
