"""Text, Markdown and web pages."""

from __future__ import annotations

from html.parser import HTMLParser

from storybank.errors import UnreadableInput
from storybank.stories.mining.logs import history_of
from storybank.stories.mining.model import Line, Source, Style
from storybank.text.decode import decode

_BLOCKS = frozenset(
    (
        "p", "div", "li", "ul", "ol", "table", "tr", "td", "th", "section", "article", "blockquote", "pre", "br",
        "header", "footer", "main", "dt", "dd", "title", "h1", "h2", "h3", "h4", "h5", "h6",
    )
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN = frozenset(("script", "style", "template", "noscript", "title"))


def read_plain(name: str, data: bytes, web: bool = False) -> Source:
    """The lines of a text; those of a web page with their styles. Raises `UnreadableInput`."""
    try:
        text, notices = decode(data, len(data))
    except UnreadableInput as fault:
        raise UnreadableInput(str(fault).replace("the answer", "it")) from None
    if web:
        page = _Page()
        page.feed(text)
        page.close()
        return Source(name, tuple(page.done()), notices=notices)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    rows = tuple(Line(line, number) for number, line in enumerate(lines, 1))
    kept = history_of(rows)
    if kept.others:
        who = f"{kept.author}, who made most of them"
        notices = (
            *notices,
            f"a history of several people: without --me NAME, the commits are those of {who}",
        )
    return Source(name, rows, notices=notices)


class _Page(HTMLParser):
    """Blocks of a page: headings, points of lists, paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[Line] = []
        self._words: list[str] = []
        self._at = 1
        self._style: Style = "text"
        self._depth = 0
        self._lists = 0
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins what stands below it anew."""
        if tag in _UNSEEN:
            self._unseen += 1
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag in ("ul", "ol"):
            self._lists += 1
        elif tag == "li":
            self._style, self._depth = "item", self._lists
        elif tag in _HEADINGS:
            self._style, self._depth = "heading", int(tag[1])

    def handle_endtag(self, tag: str) -> None:
        """The end of a block ends its line."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag in ("ul", "ol"):
            self._lists = max(0, self._lists - 1)
        if tag in ("li", *_HEADINGS):
            self._style, self._depth = "text", 0

    def handle_data(self, data: str) -> None:
        """Words of the block."""
        if not self._unseen:
            if not self._words:
                self._at = self.getpos()[0] + len(data[: len(data) - len(data.lstrip())].split("\n")) - 1
            self._words.append(data)

    def done(self) -> list[Line]:
        """All lines, numbered as in the file."""
        self._flush()
        return self._lines

    def _flush(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words = []
        if text:
            self._lines.append(Line(text, self._at, None, self._style, self._depth))
