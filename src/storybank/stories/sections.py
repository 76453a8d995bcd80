"""The body of a story file: headings that we know cut it into sections; everything else is the owner's text.

A line of the owner's that would be taken for such a heading is written with a backslash before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from storybank.stories.front import bad
from storybank.stories.story import PROVENANCES, Figure, FollowUp, Provenance, Telling, Told

HEADINGS: dict[str, str] = {
    "situation": "Situation",
    "task": "Task",
    "action": "Action",
    "actions": "Actions",
    "result": "Result",
    "learning": "Learning",
    "figures": "Figures",
    "lessons": "Lessons",
    "followups": "Follow-ups",
    "tellings": "Tellings",
    "told": "Told",
    "notes": "Notes",
}
"""Field and heading, in the order in which a file is written."""
_ALSO = {"results": "result", "follow ups": "followups", "followups": "followups", "learnings": "learning"}
_FIELDS = {heading.lower(): name for name, heading in HEADINGS.items()} | _ALSO
_HEADING = re.compile(r"#{1,2}[ \t]+(.+?)[ \t]*:?[ \t]*#*[ \t]*\Z")
_TITLE = re.compile(r"#{1,6}[ \t]+(.*\S)[ \t]*")
_RULED = re.compile(r"={3,}|-{3,}")
"""What underlines a title, in the other way of writing one."""
_ESCAPED = re.compile(r"\\+(#{1,3}[ \t].*)\Z")
_INNER = re.compile(r"###[ \t]+(.*\S)[ \t]*\Z")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)\Z")
_BULLET = re.compile(r"(?:[-*+]|\d{1,3}[.)])(?:[ \t]+(.*)|\Z)")
_KNOWN_BY = "|".join(PROVENANCES).replace("-", "[ _-]")
_FIGURE = re.compile(rf"(.*\S)[ \t]*\(({_KNOWN_BY})(?:[:,][ \t]*(\S.*))?\)\Z", re.DOTALL | re.IGNORECASE)
_TOLD = ("company", "round", "interviewer", "question", "note")


class Section:
    """The lines below a heading; `field` is "" for what stands above the first one."""

    def __init__(self, field: str, line: int) -> None:
        self.field, self.line = field, line
        self.lines: list[str] = []

    @property
    def text(self) -> str:
        """The owner's text, without blank lines around it and without our backslashes."""
        return plain_text(self.lines)


def cut(lines: list[str], first: int) -> Iterator[Section]:
    """The sections of a body, whose first line has that number."""
    section = Section("", first)
    for number, (line, code) in enumerate(zip(lines, fenced(lines), strict=True), first):
        name = None if code else field_of(line)
        if name is None:
            section.lines.append(line)
            continue
        yield section
        section = Section(name, number + 1)
    yield section


def fenced(lines: list[str]) -> list[bool]:
    """For each line, whether it belongs to a block between fences: what looks like a heading there is none.

    A fence that is never closed opens nothing: it must not swallow the parts below it.
    """
    inside = [False] * len(lines)
    opened: tuple[int, str] | None = None
    for at, line in enumerate(lines):
        found = _FENCE.fullmatch(line)
        if found is None:
            continue
        marks, rest = found[1], found[2].strip()
        if opened is None:
            opened = None if marks[0] == "`" and "`" in rest else (at, marks)
        elif marks.startswith(opened[1]) and not rest:
            inside[opened[0] : at + 1] = [True] * (at + 1 - opened[0])
            opened = None
    return inside


def field_of(line: str) -> str | None:
    """The field whose heading a line is, or None."""
    found = _HEADING.fullmatch(line) if line.startswith("#") else None
    return _FIELDS.get(found[1].lower()) if found else None


def plain_text(lines: list[str]) -> str:
    """Lines joined, without blank ones at either end, each without the backslash that kept it from being a heading."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return "\n".join(_unescaped(line) for line in lines[start:end])


def written_text(text: str, inner: bool = False) -> str:
    """A text as it stands in a section; `inner`: below a `###` heading, so lines like that are escaped too."""
    return "\n".join(_escaped(line, inner) for line in text.split("\n"))


def bullets(section: Section) -> list[tuple[int, str]] | None:
    """The items of a list with their line numbers; None when there is text that belongs to no item."""
    if _stray(section):
        return None
    items: list[tuple[int, list[str]]] = []
    for number, line in enumerate(section.lines, section.line):
        found = _BULLET.fullmatch(line)
        if found:
            items.append((number, [found[1] or ""]))
        elif items:
            items[-1][1].append(line[2:] if line.startswith("  ") else line.strip())
    return [(number, plain_text(lines)) for number, lines in items]


def points(text: str) -> Iterator[tuple[int, str, str]]:
    """A text as its reader sees it: runs of prose and items of lists, each with its depth, its mark and its words.

    Prose has no mark, a heading `#`, and a bullet `•`; a number stays. Lines that are neither item nor heading go on
    with what stands above them.
    """
    found: list[tuple[int, str, list[str]]] = []
    indents: list[int] = []
    for line in filter(str.strip, text.split("\n")):
        bare = line.strip()
        item, title = _BULLET.fullmatch(bare), _TITLE.fullmatch(bare)
        if title:
            indents = []
            found.append((0, "#", [title[1]]))
        elif found and _RULED.fullmatch(bare) and found[-1][1] == "":
            above = found[-1][2].pop()
            found[-1:] = [*([found[-1]] if found[-1][2] else []), (0, "#", [above])]
        elif item:
            indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
            indents = [*(i for i in indents if i < indent), indent]
            mark = bare.split()[0]
            found.append((len(indents), mark if mark[0].isdigit() else "•", [item[1] or ""]))
        elif found and found[-1][1] != "#":
            found[-1][2].append(bare)
        else:
            found.append((0, "", [bare]))
    return ((depth, mark, " ".join(words)) for depth, mark, words in found)


def _stray(section: Section) -> tuple[int, str] | None:
    """The first line that belongs to no item of a list, with its number; None where there is none."""
    begun = False
    for number, line in enumerate(section.lines, section.line):
        if _BULLET.fullmatch(line):
            begun = True
        elif line.strip() and not (begun and line[:1] in " \t"):
            return number, line.strip()
    return None


def written_bullets(items: tuple[str, ...]) -> str:
    """Texts as a list, one item each."""
    return "\n".join("- " + written_text(item).replace("\n", "\n  ") for item in items)


def figures(section: Section) -> tuple[Figure, ...]:
    """`- 40% fewer returns (measured: the returns report)`; raises `BadStory` for lines that are no items."""
    return tuple(
        figure_of(text) for _, text in _required(section, "`- 40% fewer returns (measured: where it stands)`")
    )


def written_figures(found: tuple[Figure, ...]) -> str:
    """The figures as a list."""
    return written_bullets(tuple(_written_figure(figure) for figure in found))


def followups(section: Section) -> tuple[FollowUp, ...]:
    """`### Question` and the reply below it; items of a list are questions without a reply yet."""
    above, inner = _inner(section)
    items = bullets(above)
    if items is None:
        raise bad(above.line, "a follow-up begins with its question: `### What would you do differently?`")
    return tuple(FollowUp(text) for _, text in items) + tuple(FollowUp(name, text) for name, text in inner)


def tellings(section: Section) -> tuple[Telling, ...]:
    """`### name` and the words below it."""
    above, inner = _inner(section)
    if above.text:
        raise bad(above.line, "a telling begins with its name: `### short`")
    return tuple(Telling(name, text) for name, text in inner)


def written_inner(pairs: list[tuple[str, str]]) -> str:
    """Texts below `###` headings."""
    return "\n\n".join(f"### {name}\n\n{written_text(text, inner=True)}".rstrip("\n") for name, text in pairs)


def told(section: Section) -> tuple[Told, ...]:
    """`- 2024-05-01` with lines such as `company: Acme` below it."""
    found = []
    for number, text in _required(section, "`- 2024-05-01`, and below it lines such as `  company: Acme`"):
        first, *rest = text.split("\n")
        try:
            day = date.fromisoformat(first.strip())
        except ValueError:
            raise bad(number, f"{first.strip()!r} is no date; write the day as 2024-05-01") from None
        values: dict[str, str] = {}
        for offset, line in enumerate(rest, 1):
            key, colon, value = line.partition(":")
            if line.strip() and (not colon or key.strip().lower() not in _TOLD):
                raise bad(
                    number + offset, f"{line.strip()!r}: write one of {', '.join(_TOLD)}, a colon, the value"
                )
            if line.strip():
                values[key.strip().lower()] = value.strip()
        found.append(Told(day, **values))
    return tuple(found)


def written_told(occasions: tuple[Told, ...]) -> str:
    """The occasions as a list."""
    lines = []
    for occasion in occasions:
        lines.append(f"- {occasion.on.isoformat()}")
        lines += [f"  {key}: {getattr(occasion, key)}" for key in _TOLD if getattr(occasion, key)]
    return "\n".join(lines)


def _required(section: Section, example: str) -> list[tuple[int, str]]:
    if stray := _stray(section):
        number, line = stray
        raise bad(
            number,
            f"below `{HEADINGS[section.field]}` stands a list, and {line[:40]!r} is no item; write {example}",
        )
    return bullets(section) or []


def figure_of(text: str) -> Figure:
    """`40% less (measured: the report)`, `nine hours (from memory)`; without brackets its provenance is unknown."""
    found = _FIGURE.match(text)
    if not found:
        return Figure(text)
    said = re.sub("[ _]", "-", found[2].lower())
    provenance: Provenance = next(p for p in PROVENANCES if p == said)
    return Figure(found[1], provenance, found[3] or "")


def _written_figure(figure: Figure) -> str:
    if figure.provenance == "unknown" and not figure.source and not _FIGURE.match(figure.text):
        return figure.text
    source = f": {figure.source}" if figure.source else ""
    return f"{figure.text} ({figure.provenance}{source})"


def _inner(section: Section) -> tuple[Section, list[tuple[str, str]]]:
    """What stands above the first `###` heading, and the texts below each."""
    above = Section(section.field, section.line)
    named: list[tuple[str, list[str]]] = []
    for line, code in zip(section.lines, fenced(section.lines), strict=True):
        found = None if code else _INNER.fullmatch(line)
        if found:
            named.append((found[1], []))
        else:
            (named[-1][1] if named else above.lines).append(line)
    return above, [(name, plain_text(lines)) for name, lines in named]


def _unescaped(line: str) -> str:
    return line[1:] if _ESCAPED.fullmatch(line) else line


def _escaped(line: str, inner: bool) -> str:
    taken = field_of(line) is not None or _ESCAPED.fullmatch(line) or (inner and _INNER.fullmatch(line))
    return f"\\{line}" if taken else line
