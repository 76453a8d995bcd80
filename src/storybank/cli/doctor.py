"""`storybank doctor`: is the bank well, and what can be saved if not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli.bank import Form, bank_option, counted, format_option, say, show, write_json

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.adapters.sql.doctor import Check
    from storybank.adapters.sql.salvage import Salvage
    from storybank.reviewer.terminal_look import Look

UNWELL = 1
_GLYPHS = {"good": ("✓", "green"), "note": ("•", "cyan"), "bad": ("✖", "red")}


@click.command("doctor")
@click.option("--rescue", "target", metavar="FILE", help="Save what can be read to a new bank.")
@bank_option
@format_option
@click.pass_context
def command(ctx: click.Context, target: str | None, where: str | None, form: Form) -> None:
    """Check the bank: its file, its rights, every page, every row; say what can be saved when it is damaged.

    Nothing is changed. Exits with 1 when something is wrong.
    """
    from storybank.adapters.sql.doctor import SPACE
    from storybank.wiring import examine, rescue, salvage

    checks = [*examine(where), *_unsaved()]
    bad = [check.name for check in checks if check.verdict == "bad"]
    well, damaged = not bad, any(name != SPACE for name in bad)
    found = salvage(where) if damaged or target else None
    if target and found and found.stories:
        rescue(found, Path(target))
    if form == "json":
        saved = {"stories": found.stories, "revisions": found.states, "to": target} if found else None
        write_json({"well": well, "checks": checks, "can_be_saved": saved})
    else:
        show(lambda look: _page(look, checks))
        _advise(well, found, target)
    if not well:
        ctx.exit(UNWELL)


def _unsaved() -> list[Check]:
    """Edits that wait for somebody to go on with them."""
    from storybank.adapters.sql.doctor import Check
    from storybank.cli.editing import unsaved_folder

    left = sorted(path.name for path in unsaved_folder().glob("*.md")) if unsaved_folder().is_dir() else []
    if not left:
        return []
    return [
        Check(
            "unsaved",
            "note",
            f"{counted(len(left), 'unfinished edit', 'unfinished edits')} in {unsaved_folder()}: {', '.join(left[:5])}",
        )
    ]


def _page(look: Look, checks: list[Check]) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    yield from heading(look, "The bank")
    for check in checks:
        glyph, style = _GLYPHS[check.verdict]
        head = ink(f" {glyph} ", style).append(f"{check.name:<8} ", "bold")
        yield from wrap(look, Text(flat(check.words)), head)
    yield Text()


def _advise(well: bool, found: Salvage | None, target: str | None) -> None:
    if found is None:
        say("All is well." if well else "See above for what to do.")
        if target:
            say(f"There is no file to save stories from, so {target} was not made.")
    elif not found.stories:
        say(
            "No story could be read from the file. Look for a backup: a file of the same name with a date in it."
        )
    else:
        held = f"{counted(found.stories, 'story', 'stories')} with {counted(found.states, 'revision', 'revisions')}"
        say(
            f"Saved {held} to {target}. Look at it: `storybank list --bank {target}`"
            if target
            else f"{held} can be read: `storybank doctor --rescue FILE` saves them."
        )
