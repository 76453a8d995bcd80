"""The shelf: where the playbook's entries stand, and how one of them is taken down.

An entry is addressed by kind and name (`scenario:l6-01`). Folders of a person's own are laid out like ours, and an
entry there stands in front of one of the same kind and name. Only what is asked for is read; listings and search
rest on tables that are compiled from the files (`compile.py`).
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import msgspec

from storybank.errors import BadPlaybook, UnknownName
from storybank.playbook import model

E = TypeVar("E", bound=model.Entry)

KINDS: dict[str, type[model.Entry]] = {
    "principle": model.Principle,
    "company": model.Company,
    "level": model.LevelGuide,
    "theme": model.Theme,
    "question": model.Question,
    "scenario": model.Scenario,
    "pitfall": model.Pitfall,
    "walkthrough": model.Walkthrough,
    "checklist": model.Checklist,
    "guide": model.Guide,
}
"""Every kind of entry, in the order in which the playbook presents them."""

FOLDERS = {kind: f"{kind}s" if kind != "company" else "companies" for kind in KINDS}


def decode(path: Path | str, text: str, wanted: type[E]) -> E:
    """The entry that a file holds; raises `BadPlaybook` with file, line and remedy."""
    try:
        return msgspec.convert(tomllib.loads(text), wanted)
    except tomllib.TOMLDecodeError as fault:
        raise BadPlaybook(str(path), f"not valid TOML: {fault}") from None
    except msgspec.ValidationError as fault:
        raise BadPlaybook(str(path), *_located(str(fault), text)) from None


@dataclass(frozen=True)
class Shelf:
    """Folders of entries, ours last."""

    folders: tuple[Path, ...]

    def names(self, kind: str) -> list[str]:
        """Names of all entries of that kind, in the order of their file names."""
        return sorted(self._files(kind))

    def entry(self, kind: str, name: str, wanted: type[E]) -> E:
        """One entry; raises `UnknownName` with the nearest name when there is none."""
        path = self._files(kind).get(name)
        if path is None:
            raise UnknownName(kind, name, tuple(self.names(kind)))
        found = decode(path, read(path), wanted)
        given = getattr(found, "name", None) or getattr(found, "id", "")
        if given != name:
            raise BadPlaybook(str(path), f"says it is {given!r}; a file bears the name of its entry")
        return found

    def every(self, kind: str, wanted: type[E]) -> Iterator[E]:
        """All entries of a kind; for kinds with few and short files."""
        for name in self.names(kind):
            yield self.entry(kind, name, wanted)

    def question_files(self) -> Iterable[Path]:
        """Files of questions, ours first."""
        return [path for _, path in sorted(self._files("question").items())]

    def _files(self, kind: str) -> dict[str, Path]:
        return self._all[kind]

    @cached_property
    def _all(self) -> dict[str, dict[str, Path]]:
        found: dict[str, dict[str, Path]] = {}
        for kind, folder in FOLDERS.items():
            found[kind] = {
                path.stem: path
                for root in reversed(self.folders)
                if (root / folder).is_dir()
                for path in sorted((root / folder).iterdir())
                if path.suffix == ".toml"
            }
        return found

    @property
    def own(self) -> tuple[Path, ...]:
        """The folders that people added."""
        return self.folders[:-1]


def read(path: Path) -> str:
    """The text of a playbook file; raises `BadPlaybook` when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BadPlaybook(str(path), f"byte {fault.start} is not UTF-8; save the file as UTF-8") from None
    except OSError as fault:
        raise BadPlaybook(str(path), (fault.strerror or str(fault)).lower()) from None


def shipped_folder() -> Path:
    """The folder of the entries that come with storybank."""
    return Path(str(files("storybank.playbook"))) / "data"


@cache
def shipped() -> Shelf:
    """The shelf with nothing but our own entries."""
    return Shelf((shipped_folder(),))


def shelf_with(own: Iterable[Path]) -> Shelf:
    """Our entries behind those of the folders given, the first folder in front.

    Raises `BadPlaybook` for a folder that does not exist.
    """
    folders = tuple(own)
    for folder in folders:
        if not folder.is_dir():
            raise BadPlaybook(str(folder), "there is no such folder; mend STORYBANK_PLAYBOOK or `playbook`")
    return Shelf((*folders, shipped_folder())) if folders else shipped()


def own_folders(configured: Iterable[str] = ()) -> list[Path]:
    """Folders named in the environment (STORYBANK_PLAYBOOK, separated like PATH), then those configured."""
    named = os.environ.get("STORYBANK_PLAYBOOK", "").split(os.pathsep)
    return [Path(name).expanduser() for name in (*named, *configured) if name]


def _located(fault: str, text: str) -> tuple[str, int | None]:
    """msgspec's message in plain words, and the line of the key that it is about, where it can be told.

    The path in the message (`$.question[3].tests`) is followed through the text: the fourth `[[question]]`, then
    the first `tests =` below it.
    """
    import re

    message, _, place = fault.partition(" - at `")
    steps = re.findall(r"\.([A-Za-z_]+)|\[(\d+)\]", place)
    unknown = re.search(r"unknown field `(\w+)`", message)
    if unknown:
        steps.append((unknown[1], ""))
    lines = text.splitlines()
    at: int | None = None
    start = 0
    for step, (key, _index) in enumerate(steps):
        if not key:
            continue
        repeat = int(steps[step + 1][1]) if step + 1 < len(steps) and steps[step + 1][1] else 0
        head = re.compile(rf"\s*(\[\[?(\w+\.)*{key}\]\]?|{key}\s*=)")
        hits = [n for n in range(start, len(lines)) if head.match(lines[n])]
        if not hits:
            break
        tables = [n for n in hits if lines[n].lstrip().startswith("[[")]
        at = tables[min(repeat, len(tables) - 1)] if tables else hits[0]
        start = at
    where = place.rstrip("`").removeprefix("$.").removeprefix("$")
    said = message[0].lower() + message[1:]
    return (f"{where}: {said}" if where else said), (at + 1 if at is not None else None)
