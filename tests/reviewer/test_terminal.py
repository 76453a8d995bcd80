"""The report in the terminal: what it looks like, and that nothing in an answer steers it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import StringIO

import pytest
from reports import empty, full, hostile, no_story, strong
from rich.cells import cell_len
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from storybank.reviewer.report import Report
from storybank.reviewer.terminal import print_report, render_terminal
from storybank.reviewer.terminal_look import make_console
from storybank.reviewer.terminal_summary import print_summary

STYLE = re.compile(r"\x1b\[[0-9;]*m")
MAKERS = [full, strong, no_story, empty, hostile]
WIDTHS = [40, 80, 120]


def coloured(report: Report, width: int = 80) -> str:
    """The report as a terminal with 16 colours gets it."""
    console = Console(
        file=StringIO(), width=width, force_terminal=True, color_system="standard", no_color=False,
        markup=False, emoji=False, highlight=False, _environ={},
    )  # fmt: skip
    print_report(report, console, "answer.md")
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def table(reports: list[tuple[str, Report]], width: int) -> str:
    """The summary without styles."""
    console = make_console(StringIO(), plain=True, width=width)
    print_summary(reports, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("make", MAKERS)
def test_plain(make: Callable[[], Report], width: int, snapshot: SnapshotAssertion) -> None:
    """Without styles: no escape sequence at all, and every line fits."""
    written = render_terminal(make(), width=width, name="answer.md")
    assert "\x1b" not in written
    assert max(cell_len(line) for line in written.split("\n")) <= width
    assert written == snapshot


@pytest.mark.parametrize("make", MAKERS)
def test_a_very_narrow_page_holds(make: Callable[[], Report]) -> None:
    """Thirty columns have no room for goals; what is over and what is short stays."""
    written = render_terminal(make(), width=30, name="answer.md")
    assert max(cell_len(line) for line in written.split("\n")) <= 30


@pytest.mark.parametrize("width", WIDTHS)
def test_no_story_shows_no_level(width: int) -> None:
    """In the table of several files a text without a story has a dash where others have their level."""
    assert "L5" not in table([("fine.txt", no_story())], width)


@pytest.mark.parametrize("make", [full, no_story])
def test_coloured(make: Callable[[], Report], snapshot: SnapshotAssertion) -> None:
    """With styles: spans underlined instead of bracketed."""
    written = coloured(make())
    assert "‹" not in written
    assert written == snapshot


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_text_steers_nothing(width: int) -> None:
    """Only our own colours are left: no other escape sequence, no link, no control character."""
    rest = STYLE.sub("", coloured(hostile(), width))
    assert not any((ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in rest)
    assert "[bold red]nobody[/bold red]" in rest.replace("\n", " ")
    assert max(cell_len(line) for line in rest.split("\n")) <= width


def test_the_words_are_those_of_the_answer() -> None:
    """The whole answer is there, word for word, in order."""
    report = full()
    written = render_terminal(report, width=100)
    body = written[written.index("Your answer") : written.index(" Findings")]
    words = re.sub(r"[‹›⁰¹²³⁴⁵⁶⁷⁸⁹·│]", "", body).split()
    rest = iter(words)
    assert all(word in rest for word in report.text.split())


def test_environment_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR and TERM=dumb take every escape sequence away, even on a terminal."""
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setenv(name, value)
        console = Console(file=StringIO(), force_terminal=True, width=80, markup=False)
        print_report(full(), console)
        assert isinstance(console.file, StringIO)
        assert "\x1b" not in console.file.getvalue(), name


def test_a_terminal_without_unicode(snapshot: SnapshotAssertion) -> None:
    """Where the encoding lacks our glyphs, plainer ones stand in; the layout holds."""

    class Latin(StringIO):
        encoding = "cp1252"

    console = make_console(Latin(), plain=True, width=80)
    print_report(full(), console, "answer.md")
    written = console.file.getvalue()  # type: ignore[attr-defined]
    written.encode("cp1252")
    assert written == snapshot


@pytest.mark.parametrize("width", WIDTHS)
def test_summary(width: int, snapshot: SnapshotAssertion) -> None:
    """Several answers: one line each where there is room, two where not, and what they share."""
    reports = [
        ("clinic.md", full()),
        ("some/very/long/path/to/a/folder/of/answers/second-telling.md", strong()),
        ("third\x1b[31m.txt", full()),
        ("fine.txt", no_story()),
    ]
    written = table(reports, width)
    assert "\x1b" not in written
    assert max(cell_len(line) for line in written.split("\n")) <= width
    assert written == snapshot
