"""The answer itself: its parts down the margin, its marked words underlined and numbered."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from storybank.errors import MalformedFrontMatter
from storybank.reviewer.digest import duration
from storybank.reviewer.marking import Group, Mark, heads, marks, slices
from storybank.reviewer.report import Part, Report
from storybank.reviewer.terminal_look import PART_COLOURS, SEVERITY_COLOURS, Look, heading, ink, numbers, wrap
from storybank.reviewer.visible import unwrapped, visible
from storybank.text.frontmatter import front_matter

_MARGIN = 10


def answer(look: Look, report: Report, grouped: tuple[Group, ...]) -> Iterator[Text]:
    """The text but for its front matter; what is in no part (labels, interviewer) is dimmed."""
    marked = marks(report, grouped)
    shown = unwrapped(visible(report.text))
    above = heads(report, grouped)
    numbered = marked or above
    yield from heading(look, "Your answer", "numbers point to the findings below" if numbered else "")
    at = _begin(report.text)
    for index, part in enumerate(report.parts):
        yield from _unspoken(look, shown, at, part.start)
        yield from _part(look, part, shown, marked, above.get(index, ()))
        at = part.end
    yield from _unspoken(look, shown, at, len(shown))


def _begin(text: str) -> int:
    """The offset at which the answer begins, behind any front matter: the head of the report shows what that says."""
    try:
        return front_matter(text)[1]
    except MalformedFrontMatter:  # it was read as plain text
        return 0


def _unspoken(look: Look, shown: str, start: int, end: int) -> Iterator[Text]:
    """What stands between parts: a paragraph break, or words that the candidate did not say.

    Marks without a word (the dash of an item, asterisks) are not worth a line.
    """
    between = shown[start:end]
    if not any(map(str.isalnum, between)):
        if start and end < len(shown) and between.count("\n") > 1:
            yield Text()
        return
    for line in between.strip().split("\n"):
        yield from wrap(look, ink(" ".join(line.split()), "dim"), " " if look.narrow else " " * (_MARGIN + 4))


def _part(
    look: Look, part: Part, shown: str, marked: tuple[Mark, ...], above: tuple[int, ...]
) -> Iterator[Text]:
    colour = PART_COLOURS[part.kind]
    name, seconds = part.kind.capitalize() + numbers(above), duration(part.seconds)
    margin = [(name, f"bold {colour}"), (seconds, "dim")]
    if look.narrow:
        yield ink(f" {name} ", f"bold {colour}").append(f" {seconds}", "dim")
        margin = []
    bar = ink("│ ", colour)
    body = _body(look, shown, part, marked)
    for line in _lines(look, body, bar.cell_len + (1 if look.narrow else _MARGIN + 2)):
        words, style = margin.pop(0) if margin else ("", "")
        side = Text(" ") if look.narrow else ink(f" {words.rjust(_MARGIN)} ", style)
        yield side.append_text(bar).append_text(line)
    for words, style in margin[:-1]:  # never lose the name, should the part have no line of its own
        yield ink(f" {words.rjust(_MARGIN)} ", style).append_text(bar)


def _lines(look: Look, body: Text, used: int) -> Iterator[Text]:
    """The body line by line; runs of empty lines shrink to one."""
    empty = True
    for paragraph in body.split("\n", allow_blank=True):
        paragraph.rstrip()
        if not paragraph.plain:
            if not empty:
                yield Text()
            empty = True
            continue
        empty = False
        for line in paragraph.wrap(look.console, max(8, look.width - used), tab_size=1):
            line.rstrip()
            yield line


def _body(look: Look, shown: str, part: Part, marked: tuple[Mark, ...]) -> Text:
    body = Text()
    for piece in slices(part.start, part.end, marked):
        words = shown[piece.start : piece.end]
        if piece.severity is None:
            body.append(words)
            continue
        colour = SEVERITY_COLOURS[piece.severity]
        if look.styled:
            body.append(words, f"underline {colour}").append(numbers(piece.numbers), f"bold {colour}")
        else:
            closing = "".join("›" + numbers(group) for group in piece.closes)
            body.append("‹" * piece.opens + words + closing)
    return body
