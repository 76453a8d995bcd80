"""The report as Markdown: pleasant as plain text, safe as a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from storybank.reviewer.digest import (
    DIMENSION_WORDS,
    NO_STORY,
    NO_STORY_WORD,
    VERDICT_MEANS,
    counts_line,
    duration,
    first_steps,
    length_line,
    level_line,
    praise,
    said_once,
    seconds_range,
    steps_title,
    timings,
    title,
    verdict_line,
)
from storybank.reviewer.marking import Group, Mark, Note, groups, heads, marks, slices
from storybank.reviewer.report import DIMENSIONS, Part, Report
from storybank.reviewer.visible import one_line, visible

_SPECIAL = re.compile(r"[\\`*_\[\]<|~]|&(?=#?\w{1,32};)")
_LINE_START = re.compile(r"^([^\S\n]*\d*)([-+=>#]|[.)](?=\s|$))", re.MULTILINE)
"""A heading, a quotation or a list begins so, and only so."""
_QUOTE = 160
_QUOTES = 5


def render_markdown(report: Report, name: str | None = None) -> str:
    """The whole report, ending in a newline; `name` (a file name, say) becomes part of the heading.

    Words of the answer are escaped: they show as they were written and are never read as Markdown or HTML.
    """
    blocks = [f"# Review{f' of {_safe(name)}' if name else ''}", *_head(report)]
    steps = "\n".join(f"{n}. {_safe(step)}" for n, step in enumerate(first_steps(report), 1))
    if steps:
        blocks += [f"## {steps_title(report)}", steps]
    grouped = groups(report)
    if report.is_story:
        blocks += [*_times(report), *_answer(report, grouped), *_findings(report, grouped), *_scores(report)]
        blocks += _principles(report)
    elif grouped:
        blocks += _findings(report, grouped)
    blocks += _probes(report)
    return "\n\n".join(blocks) + "\n"


def _head(report: Report) -> Iterator[str]:
    if report.answer.question:
        yield f"> {_safe(report.answer.question)}"
    for notice in report.notices:
        yield f"*{_safe(notice)}*"
    if report.is_story:
        yield f"**{verdict_line(report)}**: {VERDICT_MEANS[report.verdict]}"
        yield f"{level_line(report)}"
    else:
        yield f"**{NO_STORY}.** {NO_STORY_WORD}"
    yield f"{length_line(report)}; {counts_line(report)}."


def _times(report: Report) -> Iterator[str]:
    rows = [
        f"Profile {_safe(report.answer.profile)}:",
        "",
        "| Part | Told | Goal | |",
        "| --- | ---: | ---: | --- |",
    ]
    for timing in timings(report):
        goal = seconds_range(timing.target) if timing.target else ""
        off = round(timing.off_by)
        gap = f"{abs(off)} s {'over' if off > 0 else 'short'}" if off else "on target" if goal else ""
        gap = "missing" if goal and timing.missing else gap
        rows.append(f"| {timing.kind.capitalize()} | {round(timing.seconds)} s | {goal} | {gap} |")
    if len(rows) > 4:
        yield "## Time"
        yield "\n".join(rows)


def _answer(report: Report, grouped: tuple[Group, ...]) -> Iterator[str]:
    """Each part as a quotation under its name, marked words in bold with the number of the finding."""
    yield "## The answer"
    marked, above = marks(report, grouped), heads(report, grouped)
    for index, part in enumerate(report.parts):
        noted = "".join(f"[{n}]" for n in above.get(index, ()))
        body = _marked(report, part, marked)
        lines = [line.strip() for line in body.split("\n")]
        quoted = "\n".join(f"> {line}".rstrip() for line in lines)
        yield f"**{part.kind.capitalize()}**{noted}, {duration(part.seconds)}\n\n{quoted}"


def _marked(report: Report, part: Part, marked: tuple[Mark, ...]) -> str:
    text, found = visible(report.text), []
    for piece in slices(part.start, part.end, marked):
        words = _escape(text[piece.start : piece.end])
        if piece.severity is not None and words.strip() and "\n" not in words:
            lead = words[: len(words) - len(words.lstrip())]
            trail = words[len(words.rstrip()) :]
            words = f"{lead}**{words.strip()}**{trail}"
        found.append(words + "".join(f"[{n}]" for n in piece.numbers))
    return re.sub(r"\n{3,}", "\n\n", "".join(found).replace("****", ""))


def _findings(report: Report, grouped: tuple[Group, ...]) -> Iterator[str]:
    yield "## Findings" if report.is_story else "## What is missing"
    if not grouped:
        yield praise(report)
    for group in grouped:
        yield f"### {(group.kind or 'the whole answer').capitalize()}"
        yield "\n".join(_note(note, group.kind is not None, report.is_story) for note in group.notes)


def _note(note: Note, quoted: bool, story: bool) -> str:
    """What was found, and what to do; only the latter where there is no story of which anything could be said."""
    first, times = note.first, len(note.findings)
    tail = f", {times} times" if times > 1 else ""
    lines = [f"- [{note.number}] **{_safe(first.rule)}** ({first.severity}, {_safe(first.code)}{tail})"]
    if quoted:
        quotes = [f"“{_safe(one_line(f.quote, _QUOTE))}”" for f in note.findings[:_QUOTES] if f.quote.strip()]
        lines += [" ".join(quotes)] if quotes else []
    lines += [_safe(first.message)] if story else []
    lines.append(f"*{_safe(first.advice)}*")
    return "  \n  ".join(lines)


def _scores(report: Report) -> Iterator[str]:
    yield "## Scores"
    for dimension in DIMENSIONS:
        score = report.scores.get(dimension)
        if score is None:
            continue
        lines = [f"**{DIMENSION_WORDS[dimension]}: {score.value} of 5**", ""]
        for reason, quote in said_once(report, score):
            words = f": “{_safe(one_line(quote, _QUOTE))}”" if quote else ""
            lines.append(f"- {_safe(reason.text)}{words}")
        if score.next:
            lines.append(f"- Next: *{_safe(score.next)}*")
        yield "\n".join(lines)


def _principles(report: Report) -> Iterator[str]:
    if report.principles:
        yield "## Principles shown"
    for principle in report.principles:
        lines = [f"**{_safe(title(principle.name))}** ({principle.strength:.0%})", ""]
        lines += [f"- “{_safe(one_line(quote.quote, _QUOTE))}”" for quote in principle.evidence[:3]]
        yield "\n".join(lines)


def _probes(report: Report) -> Iterator[str]:
    if report.probes:
        yield "## What they will ask next"
        yield "\n".join(f"- {_safe(p.question)}  \n  Because {_safe(p.because)}." for p in report.probes)


def _safe(text: str) -> str:
    """One line that Markdown shows as it is."""
    return _escape(one_line(text))


def _escape(text: str) -> str:
    escaped = _SPECIAL.sub(lambda m: "\\" + m.group(), text)
    return _LINE_START.sub(r"\1\\\2", escaped)
