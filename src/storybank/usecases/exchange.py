"""Stories into the bank and out of it: folders of Markdown, JSON, CSV."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from storybank.errors import BadStory, UnreadableInput
from storybank.ports import Clock, Store
from storybank.stories.story import Story
from storybank.usecases.keep_story import tidy

Kind = Literal["markdown", "json", "csv"]
KINDS: tuple[Kind, ...] = ("markdown", "json", "csv")
SUFFIXES: dict[str, Kind] = {
    ".md": "markdown", ".markdown": "markdown", ".txt": "markdown", ".json": "json", ".csv": "csv",
}  # fmt: skip
# Pages about a folder: no stories, unless they are named one by one.
_ABOUT = ("readme", "license", "licence", "changelog", "contributing")
_DOCUMENTS = (".docx", ".odt", ".pdf", ".html", ".htm", ".org", ".rst")
_BANK = b"SQLite format 3\0"
PIPED = Path("-")
"""What stands for standard input among files."""
LIMIT = 200_000_000
"""Bytes of a file to import: some 50,000 stories."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A story that is to come in, and where it stands."""

    story: Story
    source: str


@dataclass(slots=True)
class Outcome:
    """What an import did, by ids; `conflicts` are those that differ from what the bank holds, with their sources."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    conflicts: list[tuple[str, str, str]] = field(default_factory=list)


def read_files(
    paths: Sequence[Path],
    kind: Kind | None = None,
    remark: Callable[[str], None] = lambda _: None,
    given: bytes = b"",
) -> list[Incoming]:
    """The stories of files and folders; folders are searched for Markdown, all the way down.

    `-` stands for `given`, what came in by standard input. `remark` hears how a file was read that is not in UTF-8.

    Raises `UnreadableInput` or `BadStory` with the file, and for two stories that claim one id.
    """
    found: dict[str, Incoming] = {}
    for path in _files(paths):
        for incoming in _stories(path, kind, remark, given):
            other = found.get(incoming.story.id)
            if other is not None and other.story != incoming.story:
                raise BadStory(
                    f"{incoming.source} and {other.source} both hold a story {incoming.story.id!r}; "
                    "give one of them another `id`"
                )
            found[incoming.story.id] = incoming
    return list(found.values())


def bring_in(store: Store, clock: Clock, incoming: Iterable[Incoming], replacing: bool) -> Outcome:
    """Keep what is new, and what differs only if `replacing`; all of that in one change, or nothing."""
    outcome, keep = Outcome(), []
    with store.transaction():
        there = set(store.ids())
        for item in incoming:
            story = tidy(item.story)
            if story.id not in there:
                outcome.new.append(story.id)
                keep.append(story)
                continue
            head = store.head(story.id)
            if head.story == story and not head.deleted:
                outcome.same.append(story.id)
            elif replacing:
                outcome.changed.append(story.id)
                keep.append(story)
            else:
                why = "was removed" if head.deleted else "differs"
                outcome.conflicts.append((story.id, item.source, why))
        store.put_all(keep, clock.now(), "import")
    return outcome


def written(stories: Sequence[Story], kind: Kind) -> dict[str, str]:
    """The text of each file that an export makes, by name; JSON and CSV make one, under no name."""
    if kind == "markdown":
        from storybank.stories.markdown import to_markdown

        return {f"{story.id}.md": to_markdown(story) for story in stories}
    if kind == "csv":
        from storybank.stories.table import to_csv

        return {"": "\ufeff" + to_csv(stories)}  # the mark tells spreadsheets that it is UTF-8
    from storybank.stories.codec import stories_to_json

    return {"": stories_to_json(stories)}


def write_files(files: dict[str, str], target: Path, replacing: bool) -> int:
    """Put an export in place: a folder for named files, else one file. The number of files that changed.

    What is there and differs is not touched without `replacing`; each file appears whole or not at all.
    """
    paths = {target / name if name else target: text.encode() for name, text in files.items()}
    if target.exists() and not target.is_dir() and ("" not in files or not target.is_file()):
        raise BadStory(f"{target} is no {'file' if '' in files else 'folder'}; export to another place")
    try:
        if "" not in files:
            target.mkdir(parents=True, exist_ok=True)
        stale = [path for path, data in paths.items() if not path.exists() or path.read_bytes() != data]
        taken = [path for path in stale if path.exists()]
        if taken and not replacing:
            more = f" and {len(taken) - 1} more" if len(taken) > 1 else ""
            raise BadStory(
                f"{taken[0]}{more} is there and differs; use --replace, or export to another place"
            )
        for path in stale:
            _put(path, paths[path])
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        raise BadStory(f"{target}: {why}; nothing half-written was left; export to another place") from None
    return len(stale)


def _put(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(
                p for p in path.rglob("*") if p.suffix.lower() in (".md", ".markdown") and p.is_file()
            )
            found = [p for p in found if not any(part.startswith(".") for part in p.relative_to(path).parts)]
            found = [p for p in found if not _is_about(p)]
            if not found:
                raise UnreadableInput(f"{path}: no Markdown file stands in this folder")
            yield from found
        else:
            yield path


def _is_about(path: Path) -> bool:
    """True for a page about its folder; a story may bear such a name, and has front matter then."""
    return path.stem.lower() in _ABOUT and not _text(path)[0].startswith("---")


def _stories(
    path: Path, kind: Kind | None, remark: Callable[[str], None], given: bytes
) -> Iterator[Incoming]:
    piped = path == PIPED
    kind = kind or SUFFIXES.get(path.suffix.lower())
    if kind is None and not piped:
        raise UnreadableInput(f"{path}: {_other_use(path)}")
    source = "standard input" if piped else str(path)
    try:
        text, notices = _text(path, given if piped else None)
        for notice in notices:
            remark(f"{source}: {notice}")
        if kind is None:
            kind = "json" if text.lstrip().startswith(("{", "[")) else "markdown"
        yield from _told(text, kind, "" if piped else path.stem, source)
    except BadStory as fault:
        raise BadStory(f"{source}: {fault}") from None
    except UnreadableInput as fault:
        raise UnreadableInput(f"{source}: {str(fault).replace('the answer', 'the file', 1)}") from None


def _told(text: str, kind: Kind, stem: str, source: str) -> Iterator[Incoming]:
    """The stories of one text; `stem` is the name of its file."""
    if kind == "markdown":
        from storybank.stories.markdown import from_markdown
        from storybank.stories.template import without_hints

        name = stem.replace("-", " ").replace("_", " ").strip()
        yield Incoming(from_markdown(without_hints(text), name=name), source)
    elif kind == "csv":
        from storybank.stories.table import from_csv

        yield from (Incoming(story, f"{source}, line {line}") for line, story in from_csv(text))
    else:
        from storybank.stories.codec import stories_from_json

        yield from (Incoming(story, source) for story in stories_from_json(text))


def _other_use(path: Path) -> str:
    """What can be done with a file that holds no stories as `import` reads them."""
    if path.suffix.lower() in _DOCUMENTS:
        return f"no file to import; `storybank mine {shlex.quote(str(path))}` finds stories in it"
    try:
        with path.open("rb") as file:
            bank = file.read(len(_BANK)) == _BANK
    except OSError:
        bank = False
    if bank:
        return f"that is a bank; `storybank export notes/ --bank {shlex.quote(str(path))}` writes its stories to files"
    return "unknown kind of file; say which with --as markdown, json or csv"


def _text(path: Path, given: bytes | None = None) -> tuple[str, tuple[str, ...]]:
    from storybank.text.decode import decode

    try:
        return decode(path.read_bytes() if given is None else given, LIMIT)
    except FileNotFoundError:
        raise UnreadableInput("no such file; check the name") from None
    except OSError as fault:
        raise UnreadableInput(f"{(fault.strerror or str(fault)).lower()}; check who may read it") from None


def chosen(store: Store, wanted: Sequence[str]) -> list[Story]:
    """The stories that are named, or all; raises `NoSuchStory`."""
    from storybank.usecases.keep_story import find

    return [find(store, name) for name in dict.fromkeys(wanted)] if wanted else list(store.every())
