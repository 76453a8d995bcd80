"""The exceptions of storybank: calls that could not be done, never faults in a user's story.

Each message says what happened, where, and what to do about it. The command line prints the message on
one line and exits with `exit_code`; nobody sees a traceback for bad input.
"""

from __future__ import annotations


class StorybankError(Exception):
    """The root: catch this to catch everything that storybank raises on purpose."""

    exit_code = 2


class UnreadableInput(StorybankError):
    """The answer could not be read: missing, a folder, binary, empty, too large or undecodable."""


class MalformedFrontMatter(UnreadableInput):
    """The block between `---` lines at the top of a Markdown answer does not parse."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(
            f"front matter, line {line}: {problem}; write `key: value` lines between two `---` lines"
        )
        self.line = line


_LISTED = ("principle", "theme", "question", "scenario", "pitfall", "rule")
"""Kinds of names that a command of the same name, in the plural, lists."""


class UnknownName(StorybankError):
    """A level, profile, rule or principle that does not exist; the message offers the nearest ones."""

    def __init__(self, what: str, given: str, known: tuple[str, ...]) -> None:
        from difflib import get_close_matches

        near = get_close_matches(given.lower(), [k.lower() for k in known], n=1, cutoff=0.5)
        hint = f"did you mean {next(k for k in known if k.lower() == near[0])!r}?" if near else ""
        names = "choose from " + (", ".join(known) if len(known) <= 12 else f"{len(known)} names")
        if len(known) > 12 and all(kind in _LISTED for kind in what.split(" or ")):
            names = "see " + " and ".join(f"`storybank {kind}s`" for kind in what.split(" or "))
        super().__init__(f"there is no {what} {given!r}; {hint or names}")
        self.given = given
        self.known = known


class BadConfiguration(StorybankError):
    """A configuration file holds something that storybank cannot follow."""


class BadPlaybook(StorybankError):
    """A file of the playbook breaks the format, or refers to what is not there."""

    def __init__(self, file: str, problem: str, line: int | None = None) -> None:
        place = f"{file}, line {line}" if line else file
        super().__init__(f"{place}: {problem}")
        self.file, self.problem, self.line = file, problem, line


class BadLabels(StorybankError):
    """A file of labelled answers breaks the format; the message names the file and line."""


class NoSuchStory(StorybankError):
    """The bank holds no story of that id; the message offers the nearest, or says that it was removed.

    With `several`, all of `known` begin as was given.
    """

    def __init__(
        self, given: str, known: tuple[str, ...] = (), *, removed: bool = False, several: bool = False
    ) -> None:
        from difflib import get_close_matches

        near = known[:3] if several else get_close_matches(given.lower(), known, n=3, cutoff=0.4)
        hint = f"nearest: {', '.join(near)}" if near else "`storybank list` shows what is there"
        if not known:
            hint = "it holds none: `storybank new` keeps a first one, `storybank import FILE` brings some in"
        if removed:
            hint = f"it was removed, and `storybank restore {given}` brings it back"
        super().__init__(f"there is no story {given!r} in the bank; {hint}")
        self.given = given


class StoryExists(StorybankError):
    """A new story has the id of one that is there, or was."""

    def __init__(self, given: str) -> None:
        super().__init__(f"there is, or was, a story {given!r} in the bank; choose another id")
        self.given = given


class StoryChanged(StorybankError):
    """Somebody else saved the story in between; nothing was overwritten."""

    def __init__(self, given: str, expected: int, found: int) -> None:
        super().__init__(
            f"{given!r} was changed by somebody else (you edited revision {expected}, the bank holds {found}); "
            f"look with `storybank diff {given}` and edit again"
        )
        self.given = given


class BadStory(StorybankError):
    """A story that cannot be read or kept: the message says where and what to mend."""


class BankUnusable(StorybankError):
    """The bank cannot be opened or written: missing rights, a full disk, a damaged or too new file."""


class BadLoop(StorybankError):
    """A plan of interviews that cannot be read or followed: the message says where and what to mend."""


class DiskFull(BankUnusable):
    """The bank cannot be read or written now, because there is no room on the disk; it is as it was."""
