"""What all commands on the bank share: where it is, which story is meant, and a word when it is empty."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

import click

from storybank.cli.ending import NAMED, at_bank
from storybank.usecases.far import Far, silently

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.ports import Store
    from storybank.reviewer.terminal_look import Look

Form = Literal["text", "json"]
_MUCH = 50  # things that each take a while: more and somebody wonders whether it hangs
EMPTY = (
    "The bank is empty. `storybank new` keeps a first story, `storybank import FILE` brings some in, and "
    "`storybank demo-bank` makes a bank of examples to look at."
)


def _note_bank(ctx: click.Context, _: click.Parameter, where: str | None) -> str | None:
    """Remember the bank that was named, for the commands that messages name."""
    ctx.meta[NAMED] = where
    return where


bank_option: Callable[[Any], Any] = click.option(
    "--bank", "where", metavar="PATH|URL", callback=_note_bank,
    help="The bank.  [default: STORYBANK_DB, else a file in your data folder]",
)  # fmt: skip
reveal_option: Callable[[Any], Any] = click.option(
    "--reveal", is_flag=True, help="Show a masked employer or period too, in its field and in the words."
)
format_option: Callable[[Any], Any] = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Text to read, or one JSON object.",
)  # fmt: skip


@contextmanager
def opened(where: str | None, *, new: bool = False) -> Iterator[Store]:
    """The bank, closed in the end. A message that ends the work names nothing by an id that is masked.

    A file that was named and is not there, before nor after, may be a slip of the pen: that is said, unless a `new`
    one is meant.
    """
    from storybank.errors import BankUnusable, StorybankError
    from storybank.wiring import open_store

    store = open_store(where)
    try:
        yield store
        if not new:
            _note_absence(where)
    except BankUnusable:
        raise
    except StorybankError as fault:
        from storybank.usecases.masked import veil_fault

        veil_fault(store, fault)
        raise
    finally:
        store.close()


def _note_absence(where: str | None) -> None:
    """Say that no bank is where somebody named one: in another folder, `demo.sqlite` is another file."""
    from pathlib import Path

    from storybank.usecases.place import VARIABLE, bank_place

    place, ours = bank_place(where)
    path = Path(place.removeprefix("sqlite:///"))
    if ours or "://" in str(path) or path.exists():
        return
    from storybank.cli import complain

    named = "--bank" if where else VARIABLE
    complain(
        f"there is no bank at {path.absolute()} yet; if there should be one, check {named} and the folder"
    )


def bar_fits() -> bool:
    """True when standard error is a terminal that can draw a bar over itself."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def watched(label: str) -> Iterator[Far]:
    """Something to tell how far a work is: a bar on standard error, if that is a terminal and there is much to do."""
    bars: list[Any] = []

    def far(done: int, of: int) -> None:
        if not bars and of >= _MUCH:
            bars.append(click.progressbar(length=of, label=label, file=sys.stderr))
            bars[0].__enter__()
        if bars:
            bars[0].update(done - bars[0].pos)

    try:
        yield far if bar_fits() else silently
    finally:
        if bars:
            bars[0].__exit__(None, None, None)


def hint(command: str, words: str) -> str:
    """ "storybank show ID shows one in full", with the bank that was named."""
    return f"{at_bank(f'`{command}`')[1:-1]} {words}"


def write_json(value: dict[str, Any], *, several: bool = False) -> None:
    """One object of contract version 1 on standard output, as UTF-8 whatever the locale.

    One of `several` stands on one line.
    """
    import msgspec

    from storybank.reviewer.render_json import dumps

    text = dumps(msgspec.to_builtins({"version": 1, **value}), indent=None if several else 2)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def write_text(text: str) -> None:
    """Text for programs (Markdown, CSV) on standard output, as UTF-8 and with its own line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def say(words: str) -> None:
    """Words to the person: wrapped to the window, safe to show."""
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, look_of, make_console, put, wrap

    look = look_of(make_console(sys.stdout))
    put(look, wrap(look, Text(flat(at_bank(words)))))


def show(lines: Callable[[Look], Iterable[Text]]) -> None:
    """Lines made for the window's width."""
    from storybank.reviewer.terminal_look import look_of, make_console, put

    look = look_of(make_console(sys.stdout))
    put(look, lines(look))


def counted(number: int, one: str, many: str) -> str:
    """`1 story`, `2 stories`."""
    return f"{number:,} {one if number == 1 else many}"


def is_terminal() -> bool:
    """True when a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def confirmed(question: str, yes: bool) -> bool:
    """True with `--yes`, or when the person at the terminal agrees; nobody there: False."""
    return yes or (is_terminal() and click.confirm(question, default=False))
