"""Stories as CSV, a row each, and back without loss.

A cell that a spreadsheet would run as a formula is written with an apostrophe before it, which reading takes off.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import msgspec

from storybank.errors import BadStory
from storybank.stories.codec import story_from_values
from storybank.stories.identity import slug
from storybank.stories.story import Story
from storybank.stories.words import field_named

if TYPE_CHECKING:
    import _csv

COLUMNS: tuple[str, ...] = tuple(spec.name for spec in fields(Story))
_SIMPLE_LISTS = ("principles", "themes")
_NESTED = ("actions", "figures", "lessons", "followups", "tellings", "told", "links", "extra")
_LINES = ("actions", "lessons", "links")
"""Lists that somebody who fills in a table by hand writes a line each."""
_CASES: dict[str, Callable[[str], str]] = {"level": str.upper, "status": str.lower}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_DELIMITERS = ",;\t"  # the first wins where all do as well
_LONGEST_CELL = 50_000_000
_MASKS = ("masked", "period_masked")
_YES = ("yes", "true", "1")


def to_csv(stories: Iterable[Story]) -> str:
    """A header and a row for each story; lists and records are JSON in their cells."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for story in stories:
        values = msgspec.to_builtins(story)
        writer.writerow([_guarded(_cell(name, values[name])) for name in COLUMNS])
    return out.getvalue()


def from_csv(text: str) -> list[tuple[int, Story]]:
    """The stories of a table, each with the line its row begins on; `title` is the one column that must be there.

    Cells are set apart by commas, semicolons or tabs, as the header shows. Columns that are not ours are kept in
    `extra`. Raises `BadStory` with the line and the column.
    """
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        text = text.removeprefix("\ufeff")
        reader = _reader(text, max(_DELIMITERS, key=lambda sign: len(_known(text, sign))))
        header = _checked([_column(name) for name in next(reader, [])])
        found, line = [], reader.line_num + 1
        for row in reader:
            if any(row):
                found.append((line, _story(header, row, line)))
            line = reader.line_num + 1
        return found
    except csv.Error as fault:
        raise BadStory(f"line {reader.line_num}: not a table: {fault}") from None
    finally:
        csv.field_size_limit(before)


def _reader(text: str, delimiter: str) -> _csv.Reader:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _column(name: str) -> str:
    """The column as we call it, in whatever letters it stands; one that is not ours as it stands."""
    field = field_named(name)
    return field if field in COLUMNS else name.strip()


def _known(text: str, delimiter: str) -> set[str]:
    """Our columns that the header names when it is cut at this sign."""
    try:
        return set(map(_column, next(_reader(text, delimiter), []))) & set(COLUMNS)
    except csv.Error:
        return set()


def _checked(header: list[str]) -> list[str]:
    """The names of the columns, when they say what is in which."""
    if "title" not in header:
        raise BadStory("line 1: the table has no column `title`; name the columns in its first line")
    twice = next((name for at, name in enumerate(header) if name and name in header[:at]), None)
    if twice:
        raise BadStory(f"line 1: two columns are named `{twice}`; give one of them another name")
    return header


def _story(header: list[str], row: list[str], line: int) -> Story:
    if len(row) > len(header):
        raise BadStory(
            f"line {line}: {len(row)} cells below {len(header)} columns; put quotation marks around texts"
        )
    values: dict[str, Any] = {}
    extra: dict[str, str] = {}
    for name, cell in zip(header, map(_unguarded, row), strict=False):
        try:
            if name in COLUMNS:
                values[name] = _value(name, cell)
            elif cell:
                extra[name] = cell
        except (ValueError, RecursionError):
            raise BadStory(f"line {line}: column `{name}` cannot be read: {cell[:40]!r}") from None
    values["extra"] = extra | (values.get("extra") or {})
    values = {name: value for name, value in values.items() if value is not None}
    values.setdefault("id", slug(str(values.get("title", ""))))
    try:
        return story_from_values(values)
    except BadStory as fault:
        raise BadStory(f"line {line}: {fault}") from None


def _cell(name: str, value: Any) -> str:
    if name in _SIMPLE_LISTS and all(
        item and item == item.strip() and not set(item) & set(";[\r\n") for item in value
    ):
        return "; ".join(value)
    if name in (*_NESTED, *_SIMPLE_LISTS):
        return json.dumps(value, ensure_ascii=False) if value else ""
    if name in _MASKS:
        return "yes" if value else ""
    return "" if value is None else str(value)


def _value(name: str, cell: str) -> Any:
    """What a cell says; None: nothing, so the field keeps its default."""
    if name in _CASES:
        return _CASES[name](cell.strip()) or None
    if name in _LINES and cell and not cell.startswith("["):
        return [line.strip() for line in cell.splitlines() if line.strip()]
    if name in ("prose", "notes") or (cell and name not in (*_NESTED, *_SIMPLE_LISTS, *_MASKS, "category")):
        return cell
    if not cell:
        return None
    if name in _SIMPLE_LISTS and not cell.startswith("["):
        return [item.strip() for item in cell.split(";") if item.strip()]
    if name in _MASKS:
        return cell.strip().lower() in _YES
    return int(cell) if name == "category" else json.loads(cell)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _FORMULA else cell
