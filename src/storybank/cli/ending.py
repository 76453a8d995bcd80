"""How every call ends, whatever happens in it: one line for a failure, one word for Ctrl-C, never a traceback."""

from __future__ import annotations

import os
import re
import shlex
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import click
from click.exceptions import Exit

NAMED = "storybank.bank"
"""The bank that `--bank` named, among what a call remembers."""
_ON_BANK = re.compile(
    r"`storybank (?:new|edit|list|show|tag|history|diff|restore|rm|undo|import|export|backup|doctor|match|questions-for"
    r"|coverage|plan-loop|adapt|compare|review --story)(?![\w-])[^`]*`"
)
INTERRUPTED = 130
"""What a shell reports for a command that Ctrl-C ended."""
_UNWRITTEN = 2
_WHOLE = "stopped; nothing is half-written, and what was reported as kept is kept"
_PLAINLY = {
    "a valid integer range": "a whole number", "a valid integer": "a whole number",
    "a valid float range": "a number", "a valid float": "a number",
}  # fmt: skip
"""What click calls things, and what people call them."""
_interrupted = False


class Stopped(KeyboardInterrupt):
    """The person stopped a command; the message says what of their work is kept, and how to go on."""


def complain(message: str) -> None:
    """One line on standard error, safe to show."""
    from storybank.reviewer.visible import one_line

    click.echo(f"storybank: {one_line(at_bank(message))}", err=True)


def at_bank(message: str) -> str:
    """The message with `--bank` in each command on the bank that it names, if the person named the bank so.

    Who keeps several would be led to another one: what is suggested must work as it stands.
    """
    context = click.get_current_context(silent=True)
    where = context.meta.get(NAMED) if context else None
    if not where:
        return message
    bank = f" --bank {shlex.quote(where)}`"
    return _ON_BANK.sub(lambda found: found[0] if "--bank" in found[0] else found[0][:-1] + bank, message)


@contextmanager
def well_ended() -> Iterator[None]:
    """Turn whatever ends a call within into a line and an exit status."""
    from storybank.errors import StorybankError

    try:
        with _flushed():
            yield
    except StorybankError as fault:
        complain(str(fault))
        raise Exit(fault.exit_code) from None
    except click.UsageError as fault:
        if type(fault).__name__ == "NoArgsIsHelpError":  # the help that click shows in place of a message
            raise
        at = fault.ctx.command_path if fault.ctx else "storybank"
        complain(f"{_plainly(fault)}; see {at} --help")
        raise Exit(fault.exit_code) from None
    except (KeyboardInterrupt, click.Abort) as fault:
        raise _stopped(fault) from None
    except BrokenPipeError:
        _drop_output()
        raise Exit(0) from None
    except OSError as fault:
        _drop_output()
        complain(_unwritten(fault))
        raise Exit(_UNWRITTEN) from None
    except Exception as fault:
        if _interrupted:  # Ctrl-C within an import comes out of it as whatever the module makes of it
            raise _stopped(fault) from None
        raise


@contextmanager
def _flushed() -> Iterator[None]:
    """Write the output out while its failure can still be told, also where a command ends by an exit of its own."""
    try:
        yield
    except Exit:
        sys.stdout.flush()
        raise
    sys.stdout.flush()


def _plainly(fault: click.UsageError) -> str:
    said = fault.format_message().rstrip(".")
    for theirs, ours in _PLAINLY.items():
        said = said.replace(theirs, ours)
    return said


def _stopped(fault: BaseException) -> Exit:
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    said = fault if isinstance(fault, Stopped) else fault.__cause__
    if sys.stderr.isatty():
        click.echo(err=True)  # behind the ^C, or the question
    complain(str(said) if isinstance(said, Stopped) else _WHOLE)
    return Exit(INTERRUPTED)


def _unwritten(fault: OSError) -> str:
    why = (fault.strerror or str(fault)).lower()
    if fault.filename:
        return f"{fault.filename}: {why}; check the name and who may use it"
    return (
        f"the output could not be written: {why}; what a command changed before stays changed, only its words are "
        "lost; write to a place with room"
    )


def _drop_output() -> None:
    """Nobody takes our output: write the rest nowhere, or Python would complain on its way out."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# Before and after a command


def leave_on_interrupt() -> None:
    """End at once and silently on Ctrl-C: for the time when no command runs, so that nothing can be lost."""
    _on_interrupt(lambda _number, _frame: os._exit(INTERRUPTED))


def raise_on_interrupt() -> None:
    """Let Ctrl-C end a command the orderly way."""
    _on_interrupt(_note)


def _on_interrupt(what: signal._HANDLER) -> None:
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # who ignores it, such as nohup, means it
        with suppress(ValueError):  # not in the main thread
            signal.signal(signal.SIGINT, what)


def _note(_number: int, _frame: FrameType | None) -> None:
    global _interrupted
    _interrupted = True
    raise KeyboardInterrupt


def mend_streams() -> bool:
    """False when standard output is closed; closed input and errors are as good as empty, and are made so.

    A closed stream gives its number to the next file that is opened, and the bank must not be the one that a
    library prints to.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is not None:
            continue
        if name == "stdout":
            complain("standard output is closed, so nothing was done; send it to /dev/null to hear nothing")
            return False
        setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    return True
