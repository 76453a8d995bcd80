"""Markdown: headings, quotes, lists, tables and fences become lines; their marks stay out of the prose."""

from __future__ import annotations

import re
from dataclasses import replace

from storybank.text import labels
from storybank.text.document import Document, FrontMatter
from storybank.text.framed import line_label
from storybank.text.marks import comments, inline_marks
from storybank.text.rows import BOLD_LINE, LABEL, Row, is_telling, item, lines_and_items, tell
from storybank.text.tape import Drop, Tape

_QUOTE = re.compile(r"(?:>[ \t]?)+")
_HEADING = re.compile(r"(#{1,6}+)(?:[ \t]+|(?<=##)(?=\S)|(?=[A-Z*]))")
_CALLOUT = re.compile(r"\[![A-Za-z]{1,20}\][+-]?[ \t]*")  # "> [!note] Situation"
_CLOSING = re.compile(r"[ \t]+#+\Z")
_RULE = re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_UNDERLINE = re.compile(r"=+|-{2,}")
_FENCE = re.compile(r"`{3,}[^`]*|~{3,}.*")
_TABLE_RULE = frozenset("|:- \t")
_REFERENCE = re.compile(r"\[[^\[\]]{1,100}\]:[ \t]*\S+.*")
_BOLD_LINE = re.compile(r"(\*\*|__)(?P<title>[^*_]{1,80})\1[:：]?")
_STOPS = frozenset(".!")
_SENTENCE = 3  # words: a shorter one behind a label is a title yet
_CELL = 4  # words: a cell that is longer and tells something is no name of a column
_TITLE = 80  # characters; an underlined line that is longer is prose above a rule


def read_markdown(
    text: str, start: int = 0, front: FrontMatter | None = None, notices: tuple[str, ...] = ()
) -> Document:
    """Read text[start:] as Markdown; what stands before `start` is front matter, already read."""
    hidden, silenced, remarks = comments(text, start)
    rows, bars = _Blocks(text, hidden).read(start)
    tape = Tape(text, inline_marks(text, start, sorted([*hidden, *bars])))
    question = tell(tape, rows)
    front = front or FrontMatter()
    if front.question is None and question is not None:
        front = replace(front, question=question)
    return tape.document("markdown", front, silenced, notices + remarks)


class _Blocks:
    """Lines to rows, one after the other."""

    def __init__(self, text: str, hidden: list[Drop]) -> None:
        self.text = text
        self.rows: list[Row] = []
        self.bars: list[Drop] = []
        self._hidden = hidden
        self._next_hidden = 0
        self._fenced = False

    def read(self, start: int) -> tuple[list[Row], list[Drop]]:
        """Rows, and the bars between the cells of tables."""
        for at, end in lines_and_items(self.text, start):
            if at >= end:
                self.rows.append(Row("blank", at, at, end))
                continue
            at = self._past_comments(at, end)
            if at < end:
                self._line(at, end)
        return self.rows, self.bars

    def _past_comments(self, at: int, end: int) -> int:
        """Where the line begins behind the comments at its head."""
        hidden = self._hidden
        while self._next_hidden < len(hidden) and hidden[self._next_hidden].end <= at:
            self._next_hidden += 1
        index = self._next_hidden
        while index < len(hidden) and hidden[index].start <= at < end:
            at = max(at, hidden[index].end)
            while at < end and self.text[at].isspace():
                at += 1
            index += 1
        return at

    def _line(self, at: int, end: int) -> None:
        text = self.text
        quote = _QUOTE.match(text, at, end)
        if quote:
            at = quote.end()
            called = _CALLOUT.match(text, at, end)
            if called and called.end() < end:
                self.rows.append(Row("heading", at, called.end(), end, BOLD_LINE))
                return
            at = called.end() if called else at
        if at >= end:
            self.rows.append(Row("blank", at, at, at))
        elif _FENCE.fullmatch(text, at, end):
            self._fenced = not self._fenced
        elif self._fenced:
            self.rows.append(Row("text", at, at, end))
        elif not (self._underline(at, end) or self._heading(at, end)):
            self._prose(at, end)

    def _underline(self, at: int, end: int) -> bool:
        """Rules, underlines of headings, and other lines without a word."""
        text = self.text
        if text[at] not in "-=*_|:[":
            return False
        above = self.rows[-1] if self.rows else None
        if _UNDERLINE.fullmatch(text, at, end):
            if above and above.kind == "text" and not above.item and self._titles(above):
                depth = 1 if text[at] == "=" else 2
                self.rows[-1] = replace(above, kind="heading", depth=depth)
            else:
                self.rows.append(Row("blank", at, at, at))
            return True
        if _RULE.fullmatch(text, at, end):
            self.rows.append(Row("blank", at, at, at))
            return True
        if _TABLE_RULE.issuperset(text[at:end]):
            if above and above.kind == "text" and text[above.lead] == "|" and not self._said(above):
                self.rows.pop()  # the names of the columns
            return True
        return bool(_REFERENCE.fullmatch(text, at, end))

    def _said(self, row: Row) -> bool:
        """True for a first row of a table that holds what the candidate says, not names of columns."""
        cells = [cell.strip() for cell in self.text[row.start : row.end].split("|")]
        told = [cell for cell in cells if cell and not labels.heading(cell)]
        return any(
            cell[-1] in ".!" or (len(cell.split()) > _CELL and is_telling(cell.split())) for cell in told
        )

    def _titles(self, row: Row) -> bool:
        alone = len(self.rows) < 2 or self.rows[-2].kind != "text"
        return alone and row.end - row.start <= _TITLE and self.text[row.end - 1] not in ".!?,;…"

    def _heading(self, at: int, end: int) -> bool:
        text = self.text
        match = _HEADING.match(text, at, end)
        if match is None:
            if text[at] == "#" and not text[at:end].strip("# \t"):
                self.rows.append(Row("blank", at, at, at))
                return True
            return False
        closing = _CLOSING.search(text, max(match.end(), end - 40), end)
        stop = closing.start() if closing else end
        if match.end() >= stop:
            self.rows.append(Row("blank", at, at, at))
            return True
        if (
            match.group().endswith("#")
            and len(match.group(1)) == 1
            and not labels.heading(text[match.end() : stop])
        ):
            return False  # a hashtag
        if _tells_under(text, match.end(), stop):
            self.rows.append(Row("text", at, match.end(), stop))
            return True
        self.rows.append(Row("heading", at, match.end(), stop, len(match.group(1))))
        return True

    def _prose(self, at: int, end: int) -> None:
        text = self.text
        if text[at] == "|":
            self.bars += [
                Drop(i, i + 1, gap=True) for i in range(at, end) if text[i] == "|" and text[i - 1] != "\\"
            ]
            cells = at + 1
            while cells < end and text[cells].isspace():
                cells += 1
            if cells < end and text[end - 1] == "|":
                end -= 1
            if cells < end:
                self.rows.append(Row("text", at, cells, end, item=True))
            return
        above = self.rows[-1] if self.rows else None
        before = text[above.end - 1] if above and above.kind == "text" and not above.item else ""
        words = item(text, at, end, before)
        start = at if words is None else words
        bold = _BOLD_LINE.fullmatch(text, start, end)
        depth = self._bold_title(bold.group("title")) if bold else 0
        if depth and bold:
            self.rows.append(Row("heading", start, start, end, depth))
        else:
            self.rows.append(Row("text", at, start, end, item=words is not None))

    def _bold_title(self, title: str) -> int:
        """The depth of a line that is bold throughout, 0 when it is prose."""
        if _tells_under(title, 0, len(title)):
            return 0
        if labels.heading(title):
            return LABEL
        words = title.split()
        short = len(words) <= 8 and title.rstrip()[-1:] not in ".!?,;…" and title[:1].isupper()
        return BOLD_LINE if short and not is_telling(words) and not any(c.isdigit() for c in title) else 0


def _tells_under(text: str, start: int, end: int) -> bool:
    """True for a heading that holds its own words: `# Situation: We lost a client in May.`"""
    label = line_label(text, start, end)
    told = text[label.end : end].split() if label is not None else []
    if len(told) > _CELL and is_telling(told):
        return True
    return len(told) >= _SENTENCE and told[-1].rstrip("*_")[-1:] in _STOPS
