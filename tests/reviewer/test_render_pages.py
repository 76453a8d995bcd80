"""Markdown and HTML: complete, escaped, self-contained."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from reports import EVIL, empty, full, hostile, no_story, strong
from syrupy.assertion import SnapshotAssertion

from storybank.reviewer.render_html import render_html
from storybank.reviewer.render_markdown import render_markdown
from storybank.reviewer.report import Report
from storybank.reviewer.visible import visible

MAKERS = [full, strong, no_story, empty, hostile]


class Tags(HTMLParser):
    """Collects the tags and the text of a page, and checks that tags close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""
        self.attributes: set[str] = set()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("br", "hr"):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def close(self) -> None:
        super().close()
        assert not self._open


def read(page: str) -> Tags:
    """The page, parsed."""
    parser = Tags()
    parser.feed(page)
    parser.close()
    return parser


@pytest.mark.parametrize("make", MAKERS)
def test_markdown(make: Callable[[], Report], snapshot: SnapshotAssertion) -> None:
    """The Markdown of each kind of report."""
    assert render_markdown(make(), "answer.md") == snapshot


@pytest.mark.parametrize("render", [render_markdown, render_html])
def test_no_page_scores_what_is_no_story(render: Callable[[Report], str]) -> None:
    """As in the terminal: a kind word, how to begin, what is missing; no four scores that say the same."""
    page = render(no_story())
    assert "What is missing" in page
    assert "of 5" not in page
    assert "Findings" not in page


def test_markdown_shows_hostile_text_as_it_is() -> None:
    """Rendered, the words of the answer are text: no tag, link, picture or code comes of them."""
    page = read(MarkdownIt("gfm-like", {"linkify": False}).render(render_markdown(hostile())))
    assert not page.seen & {"script", "a", "img", "code", "pre", "s", "div"}
    assert "[bold red]nobody[/bold red]" in page.text


@pytest.mark.parametrize(
    "line",
    [
        "# head",
        "> quote",
        "- item",
        "1. item",
        "10) item",
        "===",
        "---",
        "| a | b |",
        "a&amp;b",
        "~~x~~",
        "\\x",
    ],
)
def test_markdown_at_the_start_of_a_line(line: str) -> None:
    """What would begin a heading, list, quotation, rule or table is shown as written."""
    from dataclasses import replace

    from storybank.reviewer.report import Part

    text = f"I did\n{line}\n\n{line}"
    report = replace(full(), text=text, parts=(Part("action", 0, len(text), 4, 2.0, None),), findings=())
    page = read(MarkdownIt("gfm-like", {"linkify": False}).render(render_markdown(report)))
    assert page.text.count(line) == 2


@pytest.mark.parametrize("make", MAKERS)
def test_html(make: Callable[[], Report], snapshot: SnapshotAssertion) -> None:
    """The fragment of each kind of report: balanced tags, nothing that runs or loads."""
    report = make()
    written = render_html(report)
    page = read(written)
    assert not page.seen & {"script", "link", "img", "iframe", "a", "style"}
    assert page.attributes <= {"class", "style", "title"}
    assert written == snapshot


def test_html_shows_hostile_text_as_it_is() -> None:
    """The words of the answer come back from the page exactly as they are shown."""
    page = read(render_html(hostile()))
    for part in hostile().parts:
        first = visible(EVIL[part.start : part.end]).split()
        assert all(word in page.text for word in first)


def test_a_notebook_and_str_show_the_report() -> None:
    """`_repr_html_` is the fragment, `str` the Markdown."""
    assert full()._repr_html_() == render_html(full())
    assert str(full()) == render_markdown(full())
