"""The report for the terminal.

`print_report` writes one report, `print_summary` (in `terminal_summary`) a table of several. Sections are
written by the `terminal_*` modules; here they are put in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from rich.text import Text

from storybank.reviewer.digest import (
    NO_STORY,
    NO_STORY_WORD,
    VERDICT_MEANS,
    counts_line,
    first_steps,
    length_line,
    level_line,
    steps_title,
    verdict_line,
)
from storybank.reviewer.marking import groups
from storybank.reviewer.report import VERDICTS, Report
from storybank.reviewer.terminal_answer import answer
from storybank.reviewer.terminal_bar import bar
from storybank.reviewer.terminal_findings import findings
from storybank.reviewer.terminal_look import (
    SEVERITY_COLOURS,
    SEVERITY_GLYPHS,
    VERDICT_COLOURS,
    Look,
    flat,
    heading,
    ink,
    look_of,
    make_console,
    put,
    wrap,
)
from storybank.reviewer.terminal_scores import principles, probes, scores

if TYPE_CHECKING:
    from rich.console import Console


def print_report(report: Report, console: Console, name: str | None = None) -> None:
    """Write the report to `console`; `name` is shown above it (a file name, say)."""
    look = look_of(console)
    put(look, report_lines(look, report, name))


def render_terminal(report: Report, *, width: int = 80, name: str | None = None) -> str:
    """The report as plain text, without colours or escape sequences, `width` columns wide."""
    console = make_console(StringIO(), plain=True, width=width)
    print_report(report, console, name)
    written = console.file
    assert isinstance(written, StringIO)
    return written.getvalue()


def report_lines(look: Look, report: Report, name: str | None = None) -> Iterator[Text]:
    """The whole report, line by line, each within the page."""
    yield from _about(look, report, name)
    yield from _told(look, report) if report.is_story else _no_story(look, report)
    yield Text()


def _told(look: Look, report: Report) -> Iterator[Text]:
    grouped = groups(report)
    yield from _headline(look, report)
    yield from bar(look, report)
    yield from answer(look, report, grouped)
    yield from findings(look, report, grouped)
    yield from scores(look, report)
    yield from principles(look, report)
    yield from probes(look, report)
    yield from _first(look, report)


def _about(look: Look, report: Report, name: str | None) -> Iterator[Text]:
    """What was reviewed, and anything to know about how it was read."""
    yield Text()
    if name:
        yield from wrap(look, ink(flat(name), "bold"), " ")
    if report.answer.question:
        yield from wrap(look, ink(f"“{flat(report.answer.question)}”", "italic"), " ")
    for notice in report.notices:
        yield from wrap(look, ink(flat(notice), "dim"), ink(" (i) ", "dim"))
    if name or report.answer.question or report.notices:
        yield Text()


def _headline(look: Look, report: Report) -> Iterator[Text]:
    colour = VERDICT_COLOURS[report.verdict]
    filled = VERDICTS.index(report.verdict) + 1
    badge = Text(" ").append("●" * filled, colour).append("○" * (4 - filled), "bright_black").append("  ")
    line = ink(verdict_line(report), f"bold {colour}").append(f": {VERDICT_MEANS[report.verdict]}")
    yield from wrap(look, line, badge)
    indent = " " * (1 if look.narrow else badge.cell_len)
    yield from wrap(look, Text(level_line(report)), indent)
    yield from wrap(look, ink(f"{length_line(report)}; {counts_line(report)}.", "dim"), indent)


def _no_story(look: Look, report: Report) -> Iterator[Text]:
    """A kind word and how to begin; of the findings the advice, as there is no story to say anything of."""
    yield from wrap(look, ink(f"{NO_STORY}.", "bold yellow"), ink(" ○○○○  ", "bright_black"))
    yield from wrap(look, Text(NO_STORY_WORD), " " if look.narrow else " " * 7)
    yield from _first(look, report)
    if report.findings:
        yield from heading(look, "What is missing", counts_line(report))
        for finding in report.findings:
            colour = SEVERITY_COLOURS[finding.severity]
            line = ink(flat(finding.rule), "bold").append(f"  {flat(finding.advice)}")
            yield from wrap(look, line, ink(f" {SEVERITY_GLYPHS[finding.severity]} ", colour))
    yield Text()
    lowest = f"{verdict_line(report)}; there is nothing to score until there is a story."
    yield from wrap(look, ink(lowest, "dim"), " ")


def _first(look: Look, report: Report) -> Iterator[Text]:
    """At the very end, where the eye is when the command has finished."""
    steps = first_steps(report)
    if not steps:
        return
    yield from heading(look, steps_title(report), verdict_line(report) if report.is_story else "")
    for number, step in enumerate(steps, 1):
        yield from wrap(look, Text(flat(step)), ink(f" {number}. ", "bold green"))
