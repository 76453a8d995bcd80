"""The layout of a file: from its lines to bullet points and paragraphs, each with what stands above it.

Nothing is known of the format but its lines, so that text, Markdown, Word and PDF are read alike: a mark opens a
bullet, a line that fills its width goes on in the next, a short line above bullets names a job or a project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from storybank.stories.mining.model import Item, Line, Place
from storybank.stories.mining.when import span_of_years, years_in
from storybank.stories.mining.wording import heading_name, is_heading, is_past, tokens, words

Kind = Literal["blank", "heading", "bullet", "label", "field", "text", "hidden"]
_BULLET: Final = re.compile(
    r"([ \t\xa0]*)(?:[-*+•‣◦▪▫●○■□–—·➢➤✓✔→⁃∙\uf0b7\uf0a7]|[oO](?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s))"
    r"[ \t\xa0]+(?:\[[ xX]\][ \t]+)?(?=\S)"
    r"|([ \t\xa0]*)[•‣▪●■◦\uf0b7\uf0a7](?=\w)"
)
_HASH: Final = re.compile(r"[ ]{0,3}(#{1,6})[ \t]*(\S.*?)[ \t#]*$")
_ORG: Final = re.compile(r"(\*{1,6}) (?=\S)")
_UNDERLINE: Final = re.compile(r"[ ]{0,3}(={3,}|-{3,}|~{3,}|_{3,}|\*{3,})[ \t]*$")
_BOLD: Final = re.compile(r"[ ]{0,3}(\*\*|__)(?P<title>[^*_]{1,90})\1:?[ \t]*$")
_FENCE: Final = re.compile(r"[ ]{0,3}(```|~~~)")
_MARKS: Final = re.compile(
    r"(\*\*|__)(?=\S)(?P<strong>.{1,400}?)(?<=\S)\1|(?<![\w*])(?P<mark>[*_])(?=[^\s*_])(?P<light>[^*_]{1,400}?)(?<=[^\s*_])(?P=mark)(?![\w*])"
    r"|`(?P<code>[^`]{1,200})`"
)
_LINK: Final = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_COMMENT: Final = re.compile(r"<!--.*?-->")
_ASKED: Final = re.compile(r"(?:Q|F|Question )\d{1,2}[a-z]?[.:)]?\s+(?P<title>[A-Z].{2,110})$")
_YOU: Final = re.compile(r"(?<!\w)(?:you|your)(?!\w)", re.IGNORECASE)
_FORM: Final = re.compile(r"(?P<name>[A-Z][\w ’'/&-]{0,30}?) ?:\s+\S")
_FULL: Final = 50  # characters: a shorter line did not end because its page did
_SHORT: Final = 90
_STOPS: Final = ".!?:"
_LABEL_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class _Row:
    kind: Kind
    text: str
    line: Line
    depth: int = 0
    raw: int = 0  # characters of the line as it came


def items(file: str, lines: Sequence[Line], this_year: int) -> list[Item]:
    """The bullet points and paragraphs of a file in order; `this_year` is what "present" means."""
    rows = _labelled(list(_rows(lines)))
    found: list[Item] = []
    path: list[tuple[int, str]] = []
    role: list[str] = []
    fresh = False  # whether the role's lines are still being gathered
    for group in _joined(rows):
        head = group[0]
        text = _together([row.text for row in group])
        if head.kind == "label" and not found and not path:
            path = [(0, text)]  # the title of the document, or its first job
        if head.kind == "heading":
            path = [*[p for p in path if p[0] < head.depth], (head.depth, text)]
            role, fresh = [], False
        elif head.kind == "field":
            continue  # who wrote about whom, and when: for `titles`
        elif head.kind == "label":
            role = [*role, text] if fresh else [text]
            fresh = True
        else:
            fresh = False
            above = [title for _, title in path]
            years = years_in(text, this_year) if head.kind == "text" else None
            years = years or span_of_years(role, this_year) or span_of_years(above[::-1], this_year)
            place = Place(file, head.line.number, _last(group), head.line.page)
            found.append(
                Item(text, place, head.kind == "bullet", head.depth, tuple(above), " · ".join(role), years)
            )
    return found


def titles(lines: Sequence[Line]) -> list[str]:
    """All headings, short labels and fields of a form, in order: what tells a résumé from a review."""
    return [row.text for row in _labelled(list(_rows(lines))) if row.kind in ("heading", "label", "field")]


def _last(group: list[_Row]) -> int | None:
    """The last line of a group, if it stands on the same page."""
    same = [row.line.number for row in group if row.line.page == group[0].line.page]
    return same[-1] if same else None


def plain(text: str) -> str:
    """Text without the marks of Markdown."""
    bare = _LINK.sub(r"\1", _COMMENT.sub("", text))
    return " ".join(_MARKS.sub(lambda m: m["strong"] or m["light"] or m["code"], bare).split())


def _rows(lines: Sequence[Line]) -> Iterator[_Row]:
    """Every line by its own looks."""
    fenced = False
    front = bool(lines) and lines[0].style is None and lines[0].text.strip() == "---"
    for index, line in enumerate(lines):
        if line.style is not None:
            yield _styled(line)
            continue
        bare = line.text.rstrip()
        if front:
            front = not (index and bare.strip() in ("---", "..."))
            yield _Row("hidden", "", line)
        elif _FENCE.match(bare):
            fenced = not fenced
            yield _Row("hidden", "", line)
        elif fenced:
            yield _Row("hidden", "", line)
        else:
            yield _row(line, bare)


def _styled(line: Line) -> _Row:
    text = plain(line.text)
    if not text:
        return _Row("blank", "", line)
    if line.style == "heading":
        return _Row("heading", text, line, max(1, line.depth))
    mark = _BULLET.match(line.text)
    if line.style == "item" or mark:
        text = plain(line.text[mark.end() :]) if mark and line.style != "item" else text
        return _Row("bullet", text, line, line.depth)
    return _Row("text", text, line)


def _row(line: Line, bare: str) -> _Row:
    if not plain(bare).strip(" |-=_*>"):
        underline = _UNDERLINE.match(bare)
        return _Row("hidden" if underline else "blank", bare.strip() if underline else "", line)
    bold = _BOLD.match(bare)
    if bold:
        return _Row("heading", plain(bold["title"]).rstrip(":"), line, 5)
    hashes = _HASH.match(bare)
    if hashes and (len(hashes[1]) > 1 or bare.lstrip().startswith("# ")):
        return _Row("heading", plain(hashes[2]), line, len(hashes[1]))
    mark = _BULLET.match(bare)
    if mark:
        indent = (mark[1] or mark[2] or "").expandtabs(4)
        return _Row("bullet", plain(bare[mark.end() :]), line, len(indent), len(bare))
    text = plain(bare.strip().lstrip(">").strip().strip("|").strip())
    asked = _ASKED.match(text) or (len(text) <= _SHORT and text.endswith("?") and _YOU.search(text))
    if asked:
        return _Row("heading", asked.groupdict().get("title", text).rstrip("."), line, 2)
    form = _FORM.match(text)
    if form and is_heading("fields", form["name"]) and text[-1] not in ".!?":
        return _Row("field", text, line)
    if _titled(text):
        return _Row("heading", text.rstrip(":"), line, 2 if text.isupper() or _section(text) else 6)
    return _Row("text", text, line, len(bare) - len(bare.lstrip()), len(bare))


def _titled(text: str) -> bool:
    """True for a line that heads what follows, by its own looks: capitals, a known name, a colon at its end."""
    if len(text) > _SHORT or text[-1] in ".!?,;" or not any(c.isalpha() for c in text):
        return False
    if text.isupper() and len(tokens(text)) <= 6 and sum(c.isalpha() for c in text) > 3:
        return True
    if _section(text):
        return True
    return text.endswith(":") and len(tokens(text)) <= 8 and not is_past(tokens(text)[0])


def _section(text: str) -> bool:
    known = ("resume", "barren", "self", "review", "generic")
    return len(tokens(text)) <= 6 and heading_name(text)[:1].isalpha() and text[:1].isupper() and any(
        is_heading(name, text.rstrip(":")) for name in known
    )  # fmt: skip


def _labelled(rows: list[_Row]) -> list[_Row]:
    """Rows with underlined titles as headings, and short lines above bullets, dates or deeds as labels."""
    found: list[_Row] = []
    for row in rows:
        if (
            row.kind == "hidden"
            and row.text
            and found
            and found[-1].kind == "text"
            and len(found[-1].text) <= _SHORT
        ):
            if row.text[0] in "=-~" and row.line.number == found[-1].line.number + 1:
                found[-1] = replace(found[-1], kind="heading", depth=1 if row.text[0] == "=" else 2)
            continue
        found.append(row)
    shown = [k for k, row in enumerate(found) if row.kind not in ("blank", "hidden")]
    for place, k in reversed(list(enumerate(shown))):
        row = found[k]
        if row.kind == "text" and _names(row):
            after = found[shown[place + 1]] if place + 1 < len(shown) else None
            dated = span_of_years([row.text], 9999) is not None
            if dated or (
                after is not None and after.kind in ("bullet", "label") and not _runs_on(found, shown, place)
            ):
                found[k] = replace(row, kind="label")
    return found


def _runs_on(rows: list[_Row], shown: list[int], place: int) -> bool:
    """True when a text row goes on from the line above it, as the end of a paragraph does."""
    if not place or shown[place] != shown[place - 1] + 1:
        return False
    above = rows[shown[place - 1]]
    whole = above.kind == "bullet" and above.text[-1] in _STOPS  # what follows a finished point is none of it
    return above.kind in ("text", "bullet") and above.raw >= _FULL and above.line.style is None and not whole


def _names(row: _Row) -> bool:
    """True for a short line that tells nothing: no sentence, no deed, nobody acting."""
    said = tokens(row.text)
    if not said or len(said) > _LABEL_WORDS or len(row.text) > _SHORT or row.text[-1] in ".!?;,:":
        return False
    if (
        said[0] in ("i", "we", "my", "our")
        or is_past(said[0])
        or not (row.text[0].isupper() or row.text[0].isdigit())
    ):
        return False
    return not any(
        w in words().irregular or w in ("was", "were", "i", "we", "had", "is", "are") for w in said
    )


def _joined(rows: list[_Row]) -> Iterator[list[_Row]]:
    """Rows, those of one wrapped paragraph together."""
    group: list[_Row] = []
    for row in rows:
        if row.kind == "hidden":
            continue
        if row.kind == "text" and group and _continues(group[-1], group[0], row):
            group.append(row)
            continue
        if group:
            yield group
        group = [row] if row.kind != "blank" else []
    if group:
        yield group


def _continues(above: _Row, first: _Row, row: _Row) -> bool:
    """True when a text row is the rest of the paragraph above it."""
    if above.kind not in ("text", "bullet") or above.line.style is not None or row.line.style is not None:
        return False
    if first.kind == "bullet" and row.depth > first.depth:
        return True
    small = row.text[0].islower() or row.text[0] in "(&+%/"
    ended = above.text[-1] in _STOPS
    return (small and not ended) or (above.raw >= _FULL and not (ended and first.kind == "bullet"))


def _together(parts: list[str]) -> str:
    return " ".join(parts)
