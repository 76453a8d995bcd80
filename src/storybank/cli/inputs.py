"""Bytes of an answer from a file or standard input; what cannot be read is told in one line."""

from __future__ import annotations

import os
import sys

from storybank.errors import UnreadableInput

STDIN = "-"


def shown_name(name: str) -> str:
    """The name as messages give it."""
    return "standard input" if name == STDIN else name


def read_input(name: str, limit: int) -> bytes:
    """The bytes of the file `name`, or of standard input for `-`; at most one more than `limit`.

    The one byte more lets the reader see that there is too much, without reading all of it.
    Raises `UnreadableInput`, without the name in its message.
    """
    try:
        if name == STDIN:
            if sys.stdin.isatty():
                print(
                    "Write or paste your text, then press Ctrl-D (on Windows Ctrl-Z and Enter).",
                    file=sys.stderr,
                )
            return sys.stdin.buffer.read(limit + 1)
        if os.path.isdir(name):
            raise UnreadableInput("that is a folder; name the files in it")
        with open(name, "rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise UnreadableInput("no such file; check the name, or use - for standard input") from None
    except PermissionError:
        raise UnreadableInput("not allowed to read it; check who may") from None
    except OSError as fault:
        raise UnreadableInput(f"{(fault.strerror or str(fault)).lower()}; check the name") from None
    except ValueError:  # a null character in the name
        raise UnreadableInput("no file can have such a name") from None
