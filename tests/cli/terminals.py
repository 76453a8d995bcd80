"""A terminal to type at, and an editor that types by itself."""

from __future__ import annotations

import os
import pty
import select
import signal
import stat
import sys
import time
from pathlib import Path

import pytest


def editor(monkeypatch: pytest.MonkeyPatch, folder: Path, *scripts: str) -> None:
    """An editor that runs one shell script after the other on the file, call by call."""
    for number, script in enumerate(scripts):
        (folder / f"step{number}").write_text(script)
    path = folder / "an editor"
    path.write_text(
        f'#!/bin/sh\ncd "{folder}"\nfor n in 0 1 2 3 4 5 6 7 8 9; do\n'
        "if [ -f step$n ]; then mv step$n now; . ./now; exit $?; fi\ndone\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", f"'{path}'")
    monkeypatch.setattr("storybank.cli.editing.somebody_types", lambda: True)


def unsaved(folder: Path) -> list[str]:
    """The edits that wait."""
    return sorted(p.name for p in (folder / "data" / "storybank" / "unsaved").glob("*"))


class Terminal:
    """A command in a terminal of its own, typed at and listened to."""

    def __init__(self, *arguments: str) -> None:
        self.seen = ""
        self.child, self.end = pty.fork()
        if self.child == 0:
            signal.signal(
                signal.SIGINT, signal.SIG_DFL
            )  # ignored, and inherited, where tests run in the background
            code = f"from banked import GROUP; GROUP({list(arguments)!r}, prog_name='storybank')"
            env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "COLUMNS": "80", "TERM": "dumb"}
            os.execve(sys.executable, [sys.executable, "-c", code], env)

    @property
    def said(self) -> str:
        """What was shown, without the line ends of the terminal."""
        return " ".join(self.seen.split())

    def until(self, words: str) -> None:
        """Listen until these words were shown."""
        deadline = time.monotonic() + 60
        while words not in self.seen:
            assert time.monotonic() < deadline, self.seen
            if select.select([self.end], [], [], 0.1)[0]:
                self.seen += os.read(self.end, 4096).decode()
        self.seen = self.seen.split(words, 1)[1]

    def asks(self, question: str) -> None:
        """Wait for a question, and until it listens."""
        self.until(question)
        self.until("> ")
        self.listens()

    def listens(self) -> None:
        """Wait until the answer to the question that was shown is read: the program then sleeps, and not before.

        A Ctrl-C that comes earlier is noted, and the read that begins right after it goes on waiting. Where the system
        does not say what a process does (`/proc`), the question is all that can be waited for.
        """
        state = Path(f"/proc/{self.child}/stat")
        deadline = time.monotonic() + 60
        while state.exists() and state.read_text().rpartition(")")[2].split()[0] != "S":
            assert time.monotonic() < deadline, self.seen
            time.sleep(0.005)

    def type(self, words: str) -> None:
        """Type words, as they are."""
        os.write(self.end, words.encode())

    def ended(self) -> int:
        """The status with which it ended."""
        deadline = time.monotonic() + 60
        while True:
            if not select.select([self.end], [], [], 0.1)[0]:
                if time.monotonic() > deadline:
                    os.kill(self.child, signal.SIGKILL)
                continue
            try:
                more = os.read(self.end, 4096)
            except OSError:
                break
            if not more:
                break
            self.seen += more.decode()
        os.close(self.end)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
