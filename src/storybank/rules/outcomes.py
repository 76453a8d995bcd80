"""What an outcome's own words say of it: what its figures are held against, and whether it lasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from storybank.rules.checks import QUOTED, quoted, told
from storybank.rules.model import Hit

if TYPE_CHECKING:
    from storybank.readings.model import Readings
    from storybank.signals.figures import Figure

# The present tense beside "now" or "today": how it is, not how it was that day.
_STILL_SO = re.compile(
    r"\b(?:now|today|these days) (?!was |has to |is (?:it|that) )"
    r"(?:is|are|has|have|do|go|(?!this|its|thus|as|his)[a-z]+s)\b|"
    r"\b(?:they|people|all|(?!was\b|this\b)\w+s) (?:all |each )?(?:now|today) (?!was|were|had|knew)[a-z]+(?<!ed)\b|"
    r"\b(?:is|are|has|have|\w+['’]s|\w+['’]re) (?:now|today|these days)\b|"
    r"\b(?:since then|ever since|to this day|ever after)\b|"
    r"\b(?:has|have|hasn['’]t|haven['’]t|['’]ve|['’]s (?=not |never |been ))[^.?!]{1,60}\bsince\b|"
    r"\b(?:has|have|['’]ve|['’]s) (?:\w+ ){1,5}?(?:for|over) (?:\w+ ){1,6}?(?:week|month|quarter|season|year)s?\b",
    re.I,
)
_BOTH_ENDS = re.compile(
    r"\bfrom\b|\binstead of\b|\bagainst\b|\bthan\b|→|->|\bwhere (?:it|there)\b|\bup\b|\bdown\b"
)
# As much as there can be: "five stars", "ten out of ten", "40 of the 40", "5/5".
_FULL = re.compile(r"\b(?:five|5)[ -]stars?\b|\b(\w+)(?: out)? of (?:the )?\1\b|\b(\d+) ?/ ?\2\b", re.I)
# What is saved, spared or given up is a difference: the sum that would have been spent stands on the other side.
_SPARED = re.compile(
    r"\b(?:sav|spar|avoid|eliminat|recover|prevent)(?:e[ds]?|ed|s|ing)\b|\b(?:stopped|ceased|quit|ended) \w+ing\b|"
    r"\b(?:no longer|never had to|(?:did|do)(?:n['’]t| not) have to)\b|\b(?:won|got|gave|paid) [^.?!]{0,30}\bback\b",
    re.I,
)


def bare_figures(readings: Readings) -> Iterator[Hit]:
    """The result's figures stand alone: no other figure before them and no comparison beside them."""
    signals = readings.signals
    outcomes = [f.figure for f in signals.figures if f.outcome]
    prose = signals.document.prose
    if (
        readings.outcome.kind != "checkable"
        or not outcomes
        or any(_says_how_much(f, prose) for f in outcomes)
    ):
        return
    first = outcomes[0]
    for figure in signals.figures:
        if not figure.outcome and figure.figure.kind == first.kind:
            return
    for sentence in signals.document.sentences:
        words = sentence.span.of(prose)
        beside = _BOTH_ENDS.search(words) or _SPARED.search(words)
        if beside and any(sentence.span.overlaps(f.span) for f in outcomes):
            return
    yield Hit(first.span, {"figure": f"“{quoted(readings, first.span)}”"})


def _says_how_much(figure: Figure, prose: str) -> bool:
    """True for a figure that needs no other beside it: a difference, none at all, as much as there can be."""
    return figure.relative or figure.kind == "words" or _FULL.search(figure.span.of(prose)) is not None


def no_lasting_effect(readings: Readings) -> Iterator[Hit]:
    """From L6 on: a concrete outcome, and no sentence that shows it lasting or spreading.

    Of a failure nobody hopes that it lasted; what came after it is asked of the lesson.
    """
    concrete = readings.outcome.kind in ("stated", "checkable")
    if concrete and readings.target != "L5" and not readings.asked.failure and not lasts(readings):
        yield Hit(readings.outcome.span, {"target": readings.target})


def lasts(readings: Readings) -> bool:
    """True when something says that the outcome lasted or was taken up, even faintly: to miss it would be odd."""
    signals = readings.signals
    if readings.outcome.lasting or signals.said.get("lasting") or signals.best("lasting", QUOTED) is not None:
        return True
    return any(_STILL_SO.search(words) for words in told(readings, "result"))
