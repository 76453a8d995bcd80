"""Reading what people keep: text, Markdown, web pages, Word, OpenDocument, PDF, and the history of their code.

Every failure is one line that names the file. Nothing outside the named files is read, nothing is run but `git`, and
no network is used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from storybank.errors import UnreadableInput
from storybank.stories.mining.model import Source

STDIN = "-"
_STDIN_SHOWN = "standard input"
LIMIT = 50_000_000
"""Bytes of one document."""
MOST_FILES = 2_000
"""Documents that are read of one folder."""
SUFFIXES = (".md", ".markdown", ".txt", ".text", ".org", ".rst", ".docx", ".odt", ".pdf", ".html", ".htm")
_SKIPPED = ("node_modules", "__pycache__", "venv", "site-packages", "target", "dist", "build")
_NOTES = (".md", ".markdown", ".txt", ".org", ".docx", ".odt", ".pdf")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What could be read, and what could not: the name and why. `named` are the faulty ones that were asked for."""

    sources: tuple[Source, ...]
    faults: tuple[tuple[str, str], ...]
    named: tuple[str, ...]


def gather(
    names: Sequence[str], today: date, emails: Sequence[str] = (), years: int | None = None,
    given: bytes | None = None,
) -> Gathered:  # fmt: skip
    """Read files, folders and repositories. `emails` and `years` concern histories: whose, and how far back.

    `given` is what came for the name `-`, from standard input.

    A repository gives its history, unless it holds little but notes: then those are read. A file that cannot be read
    is a fault, and the others are read all the same.
    """
    from storybank.adapters.documents.history import read_history

    sources: list[Source] = []
    faults: list[tuple[str, str]] = []
    named: list[str] = []
    seen: set[str] = set()
    for name in dict.fromkeys(names):
        if name == STDIN and given is not None:
            try:
                sources.append(read_data(_STDIN_SHOWN, _sized(given)))
            except UnreadableInput as fault:
                faults.append((_STDIN_SHOWN, str(fault)))
                named.append(name)
            continue
        for path, whole in _found(Path(name), faults):
            real = os.path.realpath(path)
            if real in seen:
                continue
            seen.add(real)
            try:
                sources.append(read_history(path, today, emails, years) if whole else read_document(path))
            except UnreadableInput as fault:
                faults.append((str(path), str(fault)))
        if any(fault[0] == str(Path(name)) for fault in faults):
            named.append(name)
    return Gathered(tuple(sources), tuple(dict.fromkeys(faults)), tuple(named))


def read_document(path: Path) -> Source:
    """The lines of a document; raises `UnreadableInput` without the name."""
    return read_data(str(path), _bytes(path), web=path.suffix.lower() in (".html", ".htm"))


def read_data(name: str, data: bytes, web: bool = False) -> Source:
    """The lines of a document that is called `name`. What it is, its bytes say; raises `UnreadableInput`."""
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        from storybank.adapters.documents.pdf import read_pdf

        return read_pdf(name, data)
    if data.startswith(b"PK\x03\x04"):
        from storybank.adapters.documents.office import read_office

        return read_office(name, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data:
            raise UnreadableInput("it is locked with a password; save a copy without one")
        raise UnreadableInput("it is an old Word file; save it as .docx or PDF")
    if data.startswith(b"{\\rtf"):
        raise UnreadableInput("it is an RTF file; save it as .docx, PDF or plain text")
    from storybank.adapters.documents.plain import read_plain

    return read_plain(name, data, web=web)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise UnreadableInput("no such file or folder; check the name") from None
    except PermissionError:
        raise UnreadableInput("not allowed to read it; check who may") from None
    except OSError as fault:
        raise UnreadableInput(f"{(fault.strerror or str(fault)).lower()}; check the name") from None
    except ValueError:
        raise UnreadableInput("no file can have such a name") from None
    return _sized(data)


def _sized(data: bytes) -> bytes:
    if len(data) > LIMIT:
        raise UnreadableInput(f"it has more than {LIMIT:,} bytes; split it, or name the part that matters")
    if not data:
        raise UnreadableInput("it is empty")
    return data


def _found(path: Path, faults: list[tuple[str, str]]) -> Iterator[tuple[Path, bool]]:
    """Documents and repositories (True) at a path."""
    try:
        folder = path.is_dir()
    except (OSError, ValueError):
        folder = False
    if not folder:
        yield path, False
        return
    if _is_repository(path) and not _is_notebook(path):
        yield path, True
        return
    count = 0
    for here, folders, files in os.walk(
        path, onerror=lambda f: faults.append((str(f.filename), "not allowed to read it"))
    ):
        below = [name for name in sorted(folders) if not name.startswith(".") and name not in _SKIPPED]
        inner = [name for name in below if _is_repository(Path(here, name))]
        folders[:] = [name for name in below if name not in inner or _is_notebook(Path(here, name))]
        for name in inner:
            if name not in folders:
                count += 1
                yield Path(here, name), True
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")):
                count += 1
                if count > MOST_FILES:
                    faults.append(
                        (
                            str(path),
                            f"only the first {MOST_FILES:,} documents were read; name a smaller folder",
                        )
                    )
                    return
                yield Path(here, name), False
    if not count and not any(fault[0] == str(path) for fault in faults):
        faults.append(
            (
                str(path),
                f"no document in it that can be read ({', '.join(s for s in SUFFIXES if s != '.htm')})",
            )
        )


def _is_repository(path: Path) -> bool:
    return (path / ".git").exists() or (
        (path / "HEAD").is_file() and (path / "objects").is_dir() and (path / "refs").is_dir()
    )


def _is_notebook(path: Path) -> bool:
    """True for a repository of notes: nearly all that lies in it is text."""
    notes = others = 0
    for _here, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.startswith(".") or name.lower() in ("license", "licence", "readme.md"):
                continue
            notes += name.lower().endswith(_NOTES)
            others += not name.lower().endswith(_NOTES)
        if notes + others > 500:
            break
    return notes > 0 and notes >= 4 * others
