"""The report as a piece of HTML for notebooks: self-contained, escaped, readable on light and dark pages."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from storybank.reviewer.digest import (
    DIMENSION_WORDS,
    NO_STORY,
    NO_STORY_WORD,
    VERDICT_MEANS,
    counts_line,
    first_steps,
    length_line,
    level_line,
    praise,
    said_once,
    steps_title,
    title,
    verdict_line,
)
from storybank.reviewer.marking import Group, Mark, Note, groups, heads, marks, slices
from storybank.reviewer.report import DIMENSIONS, Part, Reason, Report, Severity, Verdict
from storybank.reviewer.visible import one_line, visible
from storybank.text.document import PartKind

_PARTS: dict[PartKind, str] = {
    "situation": "#5b8def", "task": "#29a3a3", "action": "#3fa34d",
    "result": "#c99700", "learning": "#b565c4", "other": "#8a8a8a",
}  # fmt: skip
_SEVERITIES: dict[Severity, str] = {"error": "#d6453d", "warning": "#c99700", "note": "#29a3a3"}
_VERDICTS: dict[Verdict, str] = {
    "strong-no": "#d6453d",
    "no": "#c99700",
    "yes": "#3fa34d",
    "strong-yes": "#3fa34d",
}
_QUOTE = 160
_QUOTES = 5


def render_html(report: Report) -> str:
    """One `<div>`; nothing in it loads anything or runs, and no word of the answer is read as HTML."""
    grouped = groups(report)
    parts = [*_head(report), *_steps(report)]
    if report.is_story:
        parts += [_bar(report), *_answer(report, grouped), *_findings(report, grouped), *_scores(report)]
        parts += _principles(report)
    elif grouped:
        parts += _findings(report, grouped)
    parts += _probes(report)
    style = "font-family:system-ui,sans-serif;line-height:1.5;max-width:50em"
    return f'<div class="storybank" style="{style}">{"".join(parts)}</div>'


def _head(report: Report) -> Iterator[str]:
    if report.answer.question:
        yield f"<p><i>“{_safe(report.answer.question)}”</i></p>"
    for notice in report.notices:
        yield f"<p><small>{_safe(notice)}</small></p>"
    if report.is_story:
        colour = _VERDICTS[report.verdict]
        yield f'<p><b style="color:{colour}">{verdict_line(report)}</b>: {VERDICT_MEANS[report.verdict]}<br>'
        yield f"{_safe(level_line(report))}<br>"
    else:
        yield f"<p><b>{NO_STORY}.</b> {NO_STORY_WORD}<br>"
    yield f"<small>{_safe(length_line(report))}; {_safe(counts_line(report))}.</small></p>"


def _steps(report: Report) -> Iterator[str]:
    steps = first_steps(report)
    if steps:
        yield f"<h4>{steps_title(report)}</h4><ol>"
        yield from (f"<li>{_safe(step)}</li>" for step in steps)
        yield "</ol>"


def _bar(report: Report) -> str:
    """The parts side by side, each as wide as it is long."""
    total = sum(part.seconds for part in report.parts)
    cells = "".join(
        f'<span title="{part.kind}, {round(part.seconds)} s" style="width:{100 * part.seconds / total:.2f}%;'
        f'background:{_PARTS[part.kind]};height:1em"></span>'
        for part in report.parts
        if total > 0
    )
    return f'<div style="display:flex;border-radius:4px;overflow:hidden">{cells}</div>'


def _answer(report: Report, grouped: tuple[Group, ...]) -> Iterator[str]:
    marked, above = marks(report, grouped), heads(report, grouped)
    for index, part in enumerate(report.parts):
        colour = _PARTS[part.kind]
        numbers = "".join(f"<sup>{n}</sup>" for n in above.get(index, ()))
        yield (
            f'<div style="border-left:3px solid {colour};padding-left:.8em;margin:.6em 0">'
            f'<small style="color:{colour}"><b>{part.kind.capitalize()}</b>{numbers} '
            f"{round(part.seconds)} s</small><br>"
            f'<span style="white-space:pre-line">{_body(report, part, marked)}</span></div>'
        )


def _body(report: Report, part: Part, marked: tuple[Mark, ...]) -> str:
    found = []
    for piece in slices(part.start, part.end, marked):
        words = escape(visible(report.text[piece.start : piece.end]))
        if piece.severity is not None:
            colour = _SEVERITIES[piece.severity]
            words = f'<span style="text-decoration:underline 2px {colour}">{words}</span>'
        found.append(words + "".join(f"<sup>{n}</sup>" for n in piece.numbers))
    return "".join(found)


def _findings(report: Report, grouped: tuple[Group, ...]) -> Iterator[str]:
    yield "<h4>Findings</h4>" if report.is_story else "<h4>What is missing</h4>"
    if not grouped:
        yield f"<p>{praise(report)}</p>"
    for group in grouped:
        colour = _PARTS[group.kind] if group.kind else "inherit"
        yield f'<p style="margin:.4em 0"><b style="color:{colour}">'
        yield f"{(group.kind or 'the whole answer').capitalize()}</b></p>"
        yield from (_note(note, group.kind is not None, report.is_story) for note in group.notes)


def _note(note: Note, quoted: bool, story: bool) -> str:
    first, times = note.first, len(note.findings)
    tail = f", {times} times" if times > 1 else ""
    quotes = " ".join(f"“{_safe(f.quote, _QUOTE)}”" for f in note.findings[:_QUOTES] if f.quote.strip())
    shown = f"<br><i>{quotes}</i>" if quoted and quotes else ""
    found = f"<br>{_safe(first.message)}" if story else ""
    return (
        f'<div style="margin:0 0 .6em 1em">{note.number}. '
        f'<b style="color:{_SEVERITIES[first.severity]}">{_safe(first.rule)}</b> '
        f"<small>{first.severity} {_safe(first.code)}{tail}</small>{shown}"
        f"{found}<br>→ {_safe(first.advice)}</div>"
    )


def _scores(report: Report) -> Iterator[str]:
    yield "<h4>Scores</h4><table>"
    for dimension in DIMENSIONS:
        score = report.scores.get(dimension)
        if score is None:
            continue
        why = "<br>".join(_reason(reason, quote) for reason, quote in said_once(report, score))
        lift = f"<br>→ {_safe(score.next)}" if score.next else ""
        dots = "●" * score.value + "○" * (5 - score.value)
        cell = 'style="text-align:left;vertical-align:top"'
        yield f"<tr><th {cell}>{DIMENSION_WORDS[dimension]}</th><td {cell}>{dots}&nbsp;{score.value}</td>"
        yield f"<td {cell}>{why}{lift}</td></tr>"
    yield "</table>"


def _reason(reason: Reason, quote: str) -> str:
    return f"{_safe(reason.text)} <i>“{_safe(quote, _QUOTE)}”</i>" if quote else _safe(reason.text)


def _principles(report: Report) -> Iterator[str]:
    if report.principles:
        yield "<h4>Principles shown</h4><ul>"
        for principle in report.principles:
            quotes = " ".join(f"“{_safe(quote.quote, _QUOTE)}”" for quote in principle.evidence[:3])
            yield f"<li><b>{_safe(title(principle.name))}</b> {principle.strength:.0%} <i>{quotes}</i></li>"
        yield "</ul>"


def _probes(report: Report) -> Iterator[str]:
    if report.probes:
        yield "<h4>What they will ask next</h4><ul>"
        for probe in report.probes:
            yield f"<li>{_safe(probe.question)}<br><small>because {_safe(probe.because)}</small></li>"
        yield "</ul>"


def _safe(text: str, limit: int = 0) -> str:
    return escape(one_line(text, limit))
