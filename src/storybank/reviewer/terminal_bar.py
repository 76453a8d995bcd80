"""The bar of the parts: what the answer spends its time on, above what the timing profile would."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from storybank.reviewer.digest import Timing, duration, seconds_range, timings, total_target
from storybank.reviewer.report import Report
from storybank.reviewer.terminal_look import PART_COLOURS, Look, flat, heading, ink
from storybank.text.document import PartKind

Stretch = tuple[PartKind, float]
_LABEL = 7
_BESIDE_GOALS = 29  # columns of a line in figures, the longest word on the goal included


def bar(look: Look, report: Report) -> Iterator[Text]:
    """Two rows on one scale, told and wanted, and a line in figures for each kind of part."""
    told: list[Stretch] = [(part.kind, part.seconds) for part in report.parts]
    kinds = timings(report)
    wanted: list[Stretch] = [(t.kind, sum(t.target) / 2) for t in kinds if t.target is not None]
    if len(wanted) < 2:
        wanted = []  # a profile that limits one part only draws no bar
    scale = max(sum(s for _, s in told), sum(s for _, s in wanted))
    if scale <= 0:
        return
    target = total_target(report)
    whole = duration(sum(s for _, s in told))
    goal = f", goal {_between(*target)}" if target else ""
    yield from heading(look, "Time", f"{whole}{goal}, profile {flat(report.answer.profile)}")
    yield _row(look, " you ", told, scale)
    if wanted:
        yield _row(look, " goal", wanted, scale)
    yield Text()
    goals = max(len(_goal(look, t)) for t in kinds)
    for timing in kinds:
        yield _line(look, timing, goals if goals + _BESIDE_GOALS <= look.width else 0)


def _row(look: Look, label: str, stretches: list[Stretch], scale: float) -> Text:
    room = look.width - _LABEL - 1
    row = Text(label.ljust(_LABEL))
    spent, drawn = 0.0, 0
    for kind, seconds in stretches:
        spent += seconds
        cells = round(room * spent / scale) - drawn
        if cells > 0:
            row.append_text(_block(look, kind, seconds, cells))
            drawn += cells
    return row


def _block(look: Look, kind: PartKind, seconds: float, cells: int) -> Text:
    """A stretch of the row, with as much of its name and seconds as it has room for."""
    name = kind.capitalize()
    fitting = (f"{name} {round(seconds)} s", name)
    words = next((w for w in fitting if len(w) + 2 <= cells), name[:1] if cells > 1 else "")
    if look.styled:
        return ink(f" {words}".ljust(cells)[:cells], f"bold black on {PART_COLOURS[kind]}")
    return Text(f"┃{words}".ljust(cells, "━")[:cells])


def _line(look: Look, timing: Timing, width: int) -> Text:
    """A kind of part in figures; `width` columns for its goal, 0 where the page has no room for goals."""
    indent = " " * (1 if look.narrow else _LABEL)
    line = Text(indent).append("■ ", PART_COLOURS[timing.kind])
    line.append(timing.kind.capitalize().ljust(10))
    line.append(f"{round(timing.seconds)} s".rjust(5), "bold")
    if width:
        line.append("  " + _goal(look, timing).ljust(width), "dim")
    off = round(timing.off_by)
    if timing.target is None:
        return line
    if timing.missing:
        line.append("  missing", "red")
    elif off:
        line.append(f"  {_gap(look, off)}", "yellow")
    else:
        line.append("  ✓", "green")
    return line


def _goal(look: Look, timing: Timing) -> str:
    if timing.target is None:
        return ""
    return f"{'' if look.narrow else 'goal '}{seconds_range(timing.target)}"


def _gap(look: Look, off: int) -> str:
    if look.narrow:
        return f"{off:+d} s".replace("-", "−")
    return f"{abs(off)} s {'over' if off > 0 else 'short'}"


def _between(low: float, high: float) -> str:
    return duration(low) if low == high else f"{duration(low)} to {duration(high)}"
