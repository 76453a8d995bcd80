"""Several answers at once: one line for each, and what they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from storybank.reviewer.digest import VERDICT_WORDS
from storybank.reviewer.report import DIMENSIONS, SEVERITIES, VERDICTS, Report
from storybank.reviewer.terminal_look import (
    SEVERITY_COLOURS,
    SEVERITY_GLYPHS,
    VERDICT_COLOURS,
    Look,
    flat,
    heading,
    ink,
    look_of,
    put,
    wrap,
)

if TYPE_CHECKING:
    from rich.console import Console

_HEADS = ("Cla", "Lea", "Imp", "Gro")
_FIXED = 57  # columns of a row beside the file name


def print_summary(reports: Sequence[tuple[str, Report]], console: Console) -> None:
    """Write the table of `(name, report)` pairs to `console`."""
    look = look_of(console)
    put(look, summary_lines(look, reports))


def summary_lines(look: Look, reports: Sequence[tuple[str, Report]]) -> Iterator[Text]:
    """Table, totals, and the defects that most answers share."""
    number = len(reports)
    yield from heading(look, f"{number} answers" if number != 1 else "1 answer")
    widest = max((cell_len(flat(name)) for name, _ in reports), default=4)
    width = max(4, min(widest, look.width - _FIXED))
    if not look.narrow:
        scores = " ".join(_HEADS)
        yield ink(f" {'':{width}}  {'verdict':10}  level  {scores}  {'findings':11}   time", "dim")
    for name, report in reports:
        yield from _narrow_row(look, name, report) if look.narrow else _row(name, report, width)
    if reports:
        yield Text()
        yield from _totals(look, reports)
    yield Text()


def _row(name: str, report: Report, width: int) -> Iterator[Text]:
    line = Text(" ").append(_fit(flat(name), width), "bold").append("  ")
    line.append(_verdict(report).ljust(10), VERDICT_COLOURS[report.verdict])
    line.append(f"  {_level(report)}  ")
    line.append_text(_scores(report, 3)).append(" ")
    line.append_text(_counts(report)).append(_clock(report.answer.seconds).rjust(6), "dim")
    yield line


def _narrow_row(look: Look, name: str, report: Report) -> Iterator[Text]:
    yield from wrap(look, ink(flat(name), "bold"), " ")
    line = Text("   ").append(_verdict(report).ljust(11), VERDICT_COLOURS[report.verdict])
    line.append(f"{report.level if report.is_story else '- '} ").append_text(_scores(report, 2)).append(
        " "
    ).append_text(_counts(report))
    yield line


def _level(report: Report) -> str:
    """The level shown, and how it stands to the one that was asked for: `L5<L6`; a dash where no story shows any."""
    if not report.is_story:
        return "-".ljust(5)
    shown, target = report.level, report.answer.target_level
    return (shown if shown == target else f"{shown}{'<' if shown < target else '>'}{target}").ljust(5)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _verdict(report: Report) -> str:
    return VERDICT_WORDS[report.verdict] if report.is_story else "No story"


def _scores(report: Report, width: int) -> Text:
    line = Text()
    for dimension in DIMENSIONS:
        score = report.scores.get(dimension)
        value = score.value if score else 0
        colour = "red" if value <= 2 else "yellow" if value == 3 else "green"
        line.append(f"{value or '-':>{width}} ", colour)
    return line


def _counts(report: Report) -> Text:
    """`✖2 ▲6 •1`, with blanks for none so that columns hold."""
    line = Text()
    for severity in SEVERITIES:
        number = sum(f.severity == severity for f in report.findings)
        shown = f"{SEVERITY_GLYPHS[severity]}{min(number, 99)}" if number else ""
        line.append(shown.ljust(4), SEVERITY_COLOURS[severity])
    return line


def _totals(look: Look, reports: Sequence[tuple[str, Report]]) -> Iterator[Text]:
    verdicts = Counter(report.verdict for _, report in reports)
    told = [f"{verdicts[v]} {VERDICT_WORDS[v].lower()}" for v in reversed(VERDICTS) if verdicts[v]]
    yield from wrap(look, Text("Verdicts: " + ", ".join(told) + "."), " ")
    defects = Counter(
        rule for _, report in reports for rule in {f.rule for f in report.findings if f.severity != "note"}
    )
    shared = [f"{flat(rule)} ({times})" for rule, times in sorted(defects.items(), key=_often) if times > 1][
        :5
    ]
    if shared:
        yield from wrap(look, Text("In more than one: " + ", ".join(shared) + "."), " ")
    yield from wrap(look, ink("Name a single file to see its whole review.", "dim"), " ")


def _often(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _fit(name: str, width: int) -> str:
    """The end of a long path says more than its beginning."""
    if cell_len(name) <= width:
        return set_cell_size(name, width)
    while cell_len(name) > width - 1:
        name = name[1:]
    return set_cell_size("…" + name, width)
