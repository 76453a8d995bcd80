"""Check a folder of playbook entries: form, names, and references, each fault with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from storybank.errors import BadPlaybook
from storybank.playbook import model
from storybank.playbook.shelf import FOLDERS, KINDS, Shelf, decode, read, shelf_with

_PARTS_NEEDED = frozenset({"situation", "task", "action", "result"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file, and where."""

    file: str
    line: int | None
    problem: str

    def __str__(self) -> str:
        """`file:line: problem`, as editors and compilers write it."""
        return f"{self.file}:{self.line}: {self.problem}" if self.line else f"{self.file}: {self.problem}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a folder holds (entries by kind) and what is wrong with it."""

    entries: dict[str, int]
    faults: tuple[Fault, ...]


def check(folder: Path) -> Checked:
    """Everything that is wrong with a folder of entries, read behind our own; raises `BadPlaybook` if it is none."""
    shelf = shelf_with([folder])
    counts: dict[str, int] = {}
    faults: list[Fault] = []
    seen: dict[str, str] = {}
    for kind in KINDS:
        for path in sorted((folder / FOLDERS[kind]).glob("*.toml")):
            found, wrong = _read(kind, path)
            faults += wrong
            counts[kind] = counts.get(kind, 0) + len(found)
            text = read(path) if not wrong else ""
            for entry in found:
                faults += _references(shelf, path, text, entry)
                if isinstance(entry, model.Question):
                    if first := seen.get(entry.id):
                        twice = f"{entry.id!r} is also in {first}"
                        faults.append(Fault(str(path), _line(text, entry.id), twice))
                    seen[entry.id] = str(path)
    faults += [
        Fault(str(path), None, f"no such folder in a playbook; the folders are {', '.join(FOLDERS.values())}")
        for path in sorted(folder.iterdir())
        if path.is_dir()
        and path.name not in FOLDERS.values()
        and get_close_matches(path.name, FOLDERS.values(), cutoff=0.75)
    ]
    return Checked(counts, tuple(faults))


def _read(kind: str, path: Path) -> tuple[list[model.Entry], list[Fault]]:
    try:
        if kind == "question":
            return list(decode(path, read(path), model.Questions).question), []
        entry = decode(path, read(path), KINDS[kind])
    except BadPlaybook as fault:
        return [], [Fault(fault.file, fault.line, fault.problem)]
    given = getattr(entry, "name", None) or getattr(entry, "id", "")
    if given != path.stem:
        return [entry], [Fault(str(path), 1, f"is named {given!r} inside; file and entry bear the same name")]
    return [entry], []


def _references(shelf: Shelf, path: Path, text: str, entry: model.Entry) -> Iterator[Fault]:
    for kind, names in _named(entry).items():
        known = shelf.names(kind)
        for name in names:
            if name not in known:
                near = get_close_matches(name, known, n=1, cutoff=0.5)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                yield Fault(str(path), _line(text, name), f"there is no {kind} {name!r}{hint}")
    if isinstance(entry, model.Scenario):
        missing = sorted(_PARTS_NEEDED - {stretch.part for stretch in entry.answer})
        if missing:
            yield Fault(str(path), None, f"the worked answer has no {', no '.join(missing)}")
    if isinstance(entry, model.LevelGuide) and entry.mix and sum(m.share for m in entry.mix) != 100:
        yield Fault(str(path), _line(text, "mix"), "the shares of the mix must come to 100")


def _named(entry: model.Entry) -> dict[str, list[str]]:
    """The entries that an entry refers to, by kind."""
    if isinstance(entry, model.Principle):
        return {"company": [entry.company], "theme": entry.themes}
    if isinstance(entry, model.Company):
        return {"principle": entry.values}
    if isinstance(entry, model.Question):
        return {"principle": entry.principles, "theme": entry.themes, "company": entry.companies}
    if isinstance(entry, model.Scenario):
        return {"principle": [p.name for p in entry.principles], "theme": entry.themes}
    if isinstance(entry, model.Theme | model.Pitfall | model.Walkthrough):
        return {"principle": entry.principles}
    return {}


def _line(text: str, name: str) -> int | None:
    """The first line that names it, counted from one."""
    for number, line in enumerate(text.splitlines(), 1):
        if f'"{name}"' in line or line.startswith(name):
            return number
    return None
