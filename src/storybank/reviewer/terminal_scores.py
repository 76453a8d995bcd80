"""Scores with their reasons, principles with their proof, and the questions that would come next."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from storybank.reviewer.digest import DIMENSION_WORDS, said_once, title
from storybank.reviewer.report import DIMENSIONS, Reason, Report, Score
from storybank.reviewer.terminal_look import Look, flat, heading, ink, wrap
from storybank.reviewer.visible import one_line

_QUOTE = 90
_COLOURS = {1: "red", 2: "red", 3: "yellow", 4: "green", 5: "bright_green"}


def scores(look: Look, report: Report) -> Iterator[Text]:
    """Each dimension as five dots, why it is so, and the one thing that would lift it."""
    shown = [(DIMENSION_WORDS[d], report.scores[d]) for d in DIMENSIONS if d in report.scores]
    if not shown:
        return
    total = sum(score.value for _, score in shown)
    yield from heading(look, "Scores", f"{total} of {5 * len(shown)}")
    for name, score in shown:
        yield from _score(look, report, name, score)


def dots(value: int) -> Text:
    """`●●●○○`."""
    return ink("●" * value, _COLOURS.get(value, "")).append("○" * (5 - value), "bright_black")


def _score(look: Look, report: Report, name: str, score: Score) -> Iterator[Text]:
    head = ink(f" {name.ljust(11)}", "bold").append_text(dots(score.value))
    head.append(f" {score.value}  ", "bold")
    if look.narrow or not score.reasons:
        yield head
        head = Text("   " if look.narrow else " " * head.cell_len)
    rest = Text(" " * head.cell_len)
    for index, (reason, quote) in enumerate(said_once(report, score)):
        bullet = (rest if index else head).copy().append("· ", "bright_black")
        yield from wrap(look, _reason(reason, quote), bullet, Text(" " * bullet.cell_len))
    if score.next:
        yield from wrap(look, ink(flat(score.next), "green"), rest.copy().append("→ ", "green"))


def _reason(reason: Reason, quote: str) -> Text:
    text = Text(flat(reason.text))
    if words := one_line(quote, _QUOTE):
        text.append(f" “{words}”", "italic dim")
    return text


def principles(look: Look, report: Report) -> Iterator[Text]:
    """The leadership principles that the deeds show, with a bar for how strongly and the words that do."""
    if not report.principles:
        return
    yield from heading(look, "Principles you show")
    for principle in report.principles:
        filled = max(0, min(10, round(10 * principle.strength)))
        line = Text(" ").append("█" * filled, "cyan").append("░" * (10 - filled), "bright_black").append("  ")
        yield from wrap(look, ink(title(principle.name), "bold"), line)
        indent = " " * (3 if look.narrow else line.cell_len)
        for quote in principle.evidence[:3]:
            yield from wrap(look, ink(f"“{one_line(quote.quote, _QUOTE)}”", "italic dim"), indent)


def probes(look: Look, report: Report) -> Iterator[Text]:
    """The follow-up questions that an interviewer would now ask, and why."""
    if not report.probes:
        return
    yield from heading(look, "What they will ask next")
    for probe in report.probes:
        yield from wrap(look, ink(flat(probe.question), "bold"), ink(" ? ", "bold cyan"))
        yield from wrap(look, ink(f"because {flat(probe.because)}", "dim"), "   ")
