"""The history of a git repository: commits of one person, read by `git log` and nothing else.

The repository may be anybody's, so nothing in it may start a program: no shell, no pager, no external diff, no text
conversion, no signature check, no file-system monitor, no fetching of missing objects.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from storybank.errors import UnreadableInput
from storybank.stories.mining.model import Commit, Source

_MOST = 20_000
_SECONDS = 120
_SAFE = (
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false",
    "-c", "core.pager=cat",
    "-c", "protocol.allow=never", "-c", "diff.external=", "-c", "core.quotePath=false", "-c", "log.mailmap=true",
)  # fmt: skip
_RECORD, _FIELD = "\x1e", "\x1f"


def read_history(path: Path, today: date, emails: Sequence[str] = (), years: int | None = None) -> Source:
    """The commits of one person, by all of their addresses; without any, the one that git is set up with there.

    `years` is how far back to look. Raises `UnreadableInput`.
    """
    mine = [e.strip() for e in emails if "@" in e] or _configured(path)
    if not mine:
        raise UnreadableInput("git does not know your e-mail address there; name it with --me ADDRESS")
    wanted = {e.lower() for e in mine}
    arguments = [
        "log", "--no-merges", "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature",
        "--numstat", "-z", "--no-renames",
        f"--max-count={_MOST}", "-F", "-i", f"--format={_RECORD}%h{_FIELD}%aE{_FIELD}%ae{_FIELD}%as{_FIELD}%B{_FIELD}",
        *(f"--author={e}" for e in sorted(wanted)),
    ]  # fmt: skip
    if years is not None:
        arguments.append(f"--since={today.year - years - 1}-{today.month:02}-01")
    commits = tuple(_commits(_git(path, [*arguments, "HEAD", "--"]), wanted))
    notices = [f"only the latest {_MOST:,} commits were read"] if len(commits) >= _MOST else []
    if not commits:
        notices.append(
            f"no commits by {' or '.join(sorted(mine))}; if you used another address, name it with --me"
        )
    return Source(str(path), commits=commits, notices=tuple(notices))


def _commits(log: str, wanted: set[str]) -> Iterator[Commit]:
    """Commits of a log, newest first; those of others that merely contain the address are left out."""
    for record in log.split(_RECORD)[1:]:
        short, mapped, address, day, message, numbers = (record.split(_FIELD, 5) + [""] * 6)[:6]
        if not {mapped.lower(), address.lower()} & wanted:
            continue
        try:
            on = date.fromisoformat(day)
        except ValueError:
            continue
        yield Commit(short, on, message.strip().replace("\r\n", "\n"), tuple(_files(numbers)))


def _files(numbers: str) -> Iterator[tuple[str, int]]:
    """Path and changed lines of each file; a picture counts one."""
    for entry in numbers.replace("\n", "\0").split("\0"):
        parts = entry.split("\t", 2)
        if len(parts) == 3 and parts[2]:
            added, removed = (int(p) if p.isdigit() else 0 for p in parts[:2])
            yield parts[2], max(1, added + removed)


def _configured(path: Path) -> list[str]:
    try:
        found = _git(path, ["config", "--get", "user.email"]).strip()
    except UnreadableInput:
        return []
    return [found] if "@" in found else []


def _git(path: Path, arguments: Sequence[str]) -> str:
    """What git prints; raises `UnreadableInput` when it cannot."""
    quiet = {
        "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat",
        "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    environment = {
        k: v
        for k, v in os.environ.items()
        if k not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF")
    }
    environment.update(quiet)
    try:
        done = subprocess.run(
            ["git", *_SAFE, "-C", str(path), *arguments], capture_output=True, timeout=_SECONDS, env=environment,
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise UnreadableInput(
            "git is not installed; the history of a repository cannot be read without it"
        ) from None
    except subprocess.TimeoutExpired:
        raise UnreadableInput(
            f"git took more than {_SECONDS} seconds; look back less far with --since"
        ) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")
        if "dubious ownership" in said:
            raise UnreadableInput(
                "the repository belongs to somebody else; if you trust it, see git help config, safe.directory"
            )
        if "does not have any commits" in said or "unknown revision" in said or "bad revision" in said:
            raise UnreadableInput("the repository has no commits yet")
        if arguments[0] == "config":
            raise UnreadableInput("git knows no such setting")
        raise UnreadableInput(
            f"git cannot read it: {said.strip().splitlines()[-1][:120] if said.strip() else 'no reason given'}"
        )
    return done.stdout.decode("utf-8", "replace")
