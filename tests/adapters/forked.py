"""Work done in a child process, which may be killed, or may have fewer rights."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable

NOBODY = 65534


def started(work: Callable[[Callable[[str], None]], None]) -> tuple[int, int]:
    """A child that does the work and can send words; its process id, and where to read the words."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        work(lambda words: _send(writing, words))
    except BaseException:
        _send(writing, traceback.format_exc())
    finally:
        os._exit(0)


def heard(reading: int) -> str:
    """Everything that was sent until the child ended."""
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read().decode()


def told_by_child(work: Callable[[], str], user: int | None = None) -> str:
    """What the work returned, done by a child, as another user if root may choose."""

    def task(send: Callable[[str], None]) -> None:
        if user is not None and os.geteuid() == 0:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        send(work())

    child, reading = started(task)
    words = heard(reading)
    os.waitpid(child, 0)
    return words


def _send(writing: int, words: str) -> None:
    os.write(writing, words.encode())
