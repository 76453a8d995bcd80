"""How things look in a terminal: width, colours, glyphs, and lines that wrap.

Sections of the report are written as `rich` Text lines and never as markup, so nothing in an answer can be
taken for an instruction to the terminal. Without styles (a pipe, NO_COLOR, TERM=dumb) the same lines stand
without any escape sequence, and `‹ ›` mark what would be underlined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.text import Span, Text

from storybank.reviewer.visible import visible

if TYPE_CHECKING:
    from storybank.reviewer.report import Severity, Verdict
    from storybank.text.document import PartKind

WIDEST = 100
"""Columns: lines beyond this are tiring to read, however wide the window."""
NARROWEST = 24
Piece = tuple[str, str]
"""Words that are safe to show, and their style; "" for none."""
_AT_ONCE = 200  # lines: one call to print costs as much as twenty lines
PART_COLOURS: dict[PartKind, str] = {
    "situation": "blue",
    "task": "cyan",
    "action": "green",
    "result": "yellow",
    "learning": "magenta",
    "other": "bright_black",
}
SEVERITY_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}
VERDICT_COLOURS: dict[Verdict, str] = {
    "strong-no": "red",
    "no": "yellow",
    "yes": "green",
    "strong-yes": "bright_green",
}
SEVERITY_GLYPHS: dict[Severity, str] = {"error": "✖", "warning": "▲", "note": "•"}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAINER = str.maketrans(
    "“”‘’‹›…–—−·•●○█░━─│┃▌✖▲✓→■⁰¹²³⁴⁵⁶⁷⁸⁹",
    "\"\"''<>.---.-*.#.=-|||x!v>*0123456789",
)
"""For terminals that cannot show the left row; one for one, so that columns stay aligned."""


@dataclass(frozen=True, slots=True)
class Look:
    """The page: its console, its width in columns, and whether styles (colour, underline) may be used."""

    console: Console
    width: int
    styled: bool

    @property
    def narrow(self) -> bool:
        """True when side columns no longer fit."""
        return self.width < 60


class PipedConsole(Console):
    """A console that leaves a closed pipe to its caller; rich itself would exit with status 1."""

    def on_broken_pipe(self) -> None:
        """Called where the pipe broke: pass that on."""
        raise BrokenPipeError


def make_console(file: IO[str] | None, *, plain: bool = False, width: int | None = None) -> Console:
    """A console that prints Text and nothing else; `plain` never writes an escape sequence."""
    return PipedConsole(
        file=file,
        width=width,
        color_system=None if plain else "auto",
        markup=False,
        emoji=False,
        highlight=False,
    )


def look_of(console: Console) -> Look:
    """The page that suits a console: styles only where it has colours and nobody asked for none."""
    styled = console.color_system is not None and not console.no_color
    return Look(console, max(NARROWEST, min(console.width - 1, WIDEST)), styled)


def put(look: Look, lines: Iterable[Text]) -> None:
    """Print lines that already fit, each with its styles or none."""
    encoding = look.console.encoding or "utf-8"
    waiting = iter(lines)
    while batch := list(islice(waiting, _AT_ONCE)):
        if look.styled:
            page = Text("\n").join(batch)
            page.plain = _encodable(page.plain, encoding)
            shown = page.render(look.console, end="\n")
        else:
            shown = [Segment(_encodable("".join(f"{line.plain.rstrip()}\n" for line in batch), encoding))]
        # Segments, not text: rich would split text into lines and wrap them once more.
        look.console.print(Segments(shown), crop=False)


def wrap(look: Look, text: Text, first: Text | str = "", rest: Text | str | None = None) -> Iterator[Text]:
    """`text` broken at the page's width; `first` stands before the first line, `rest` before the others.

    Without `rest` the other lines are indented to the width of `first`.
    """
    head = first if isinstance(first, Text) else Text(first)
    tail = Text(" " * head.cell_len) if rest is None else rest if isinstance(rest, Text) else Text(rest)
    room = max(8, look.width - max(head.cell_len, tail.cell_len))
    for index, line in enumerate(text.wrap(look.console, room, tab_size=1) or [Text()]):
        line.rstrip()
        yield (tail if index else head).copy().append_text(line)


def fitted(look: Look, head: Piece, *words: Piece) -> Iterator[Text]:
    """`words` behind `head`, wrapped only where they do not fit on its line.

    For lines by the thousand: wrapping takes ten times as long.
    """
    if cell_len("".join([said for said, _ in (head, *words)])) > look.width:
        yield from wrap(look, _joined(*words), ink(*head))
    else:
        yield _joined(head, *words)


def _joined(*pieces: Piece) -> Text:
    """What `Text.assemble` makes of them, in a third of the time."""
    spans, at = [], 0
    for words, style in pieces:
        if style and words:
            spans.append(Span(at, at + len(words), style))
        at += len(words)
    return Text("".join([words for words, _ in pieces]), spans=spans)


def heading(look: Look, words: str, aside: str = "") -> Iterator[Text]:
    """A blank line, then `words ──────` across the page, with a remark behind the words, or below them."""
    line = Text.assemble((f" {words}", "bold"))
    fits = len(words) + len(aside) + 8 <= look.width
    if aside and fits:
        line.append(f"  {aside}", "dim")
    line.append(" " + "─" * max(0, look.width - line.cell_len - 1), "bright_black")
    yield Text()
    yield line
    if aside and not fits:
        yield from wrap(look, ink(aside, "dim"), " ")
    yield Text()


def ink(words: str, style: str) -> Text:
    """Styled words that other words can be appended to without taking on their style."""
    return Text().append(words, style)


def flat(words: str) -> str:
    """`words` safe to show, on one line."""
    return " ".join(visible(words).split())


def numbers(found: tuple[int, ...]) -> str:
    """Small raised numbers: `¹·³`."""
    return "·".join(str(n).translate(_SUPERSCRIPT) for n in found)


def _encodable(text: str, encoding: str) -> str:
    """`text` with what `encoding` lacks replaced, one for one."""
    if text.isascii() or encoding.lower().replace("-", "").startswith("utf"):
        return text
    known = "".join(c if _fits(c, encoding) else c.translate(_PLAINER) for c in text)
    return known.encode(encoding, "replace").decode(encoding)


def _fits(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
