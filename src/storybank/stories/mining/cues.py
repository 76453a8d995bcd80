"""The words of an event that speak for each criterion: what a person is shown, and part of what is counted.

Besides word lists there is what the form of a sentence says: a time that was short ("three weeks before", "ninety
days' notice") and what had happened before it began ("had walked out", "had been abandoned") are trouble to come;
and who says that he was wrong has learnt it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from storybank.signals.figures import Figure
from storybank.stories.mining.model import Criterion
from storybank.stories.mining.wording import is_past, words

_LISTS: Final[dict[Criterion, str]] = {
    "drove": "initiative", "obstacle": "obstacle", "learnt": "learning", "stakes": "stakes",
}  # fmt: skip
_SHORT_OF_TIME: Final = re.compile(
    r"(?<!\w)(?:[\w-]{1,20}\s{1,3})?(?:hours?|days?|weeks?|months?)\s{1,3}(?:before|ahead\s{1,3}of|to\s{1,3}go|late)(?!\w)"
    r"|(?<!\w)(?:[\w-]{1,20}\s{1,3})?(?:hours|days|weeks|months)['’]\s{1,3}notice(?!\w)|(?<!\w)at\s{1,3}short\s{1,3}notice(?!\w)",
    re.IGNORECASE,
)
_ADMITS: Final = re.compile(
    r"(?<!\w)(?:I|we)\s{1,3}(?:(?:had|have|later|then|openly|soon)\s{1,3}){0,2}"
    r"(?:(?:been|was|were|am|are)\s{1,3}(?:(?!not\b|never\b)[\w-]{1,20}\s{1,3})?(?:wrong|mistaken|at\s{1,3}fault|to\s{1,3}blame)"
    r"|got\s{1,3}(?:(?:it|this|that)\s{1,3})?wrong|(?:ought\s{1,3}to|should)\s{1,3}have|mis(?!s)[a-z]{2,12}(?:ed|read|understood)|underestimated|overestimated|overlooked"
    r"|admitted|conceded|apologi[sz]ed)(?!\w)|(?<!\w)(?:my|our)\s{1,3}(?:own\s{1,3})?(?:mistake|error|fault|blunder)s?(?!\w)",
    re.IGNORECASE,
)
"""The speaker saying what he himself got wrong: whoever says so has learnt it."""
_BEFORE: Final = re.compile(
    r"(?<!\w)had\s{1,3}(?:(?:been|not|already|just|since|all|both|once)\s{1,3})*(\w+)", re.IGNORECASE
)


def cues(criterion: Criterion, text: str, figures: Sequence[tuple[str, Figure]] = ()) -> tuple[str, ...]:
    """Words of the text that speak for a criterion, each once, as they stand; none for a measured result.

    `figures` are those of the text, each with its sentence: an amount of money is at stake.
    """
    if criterion not in _LISTS:
        return ()
    found = [m.group() for m in words().patterns[_LISTS[criterion]].finditer(text)]
    if criterion == "obstacle":
        found += _before(text)
        found += [m.group() for m in _SHORT_OF_TIME.finditer(text)]
    elif criterion == "learnt":
        found += admissions(text)
    elif criterion == "stakes":
        found += [figure.span.of(sentence) for sentence, figure in figures if figure.kind == "money"]
    return tuple({" ".join(word.lower().split()): word for word in reversed(found)}.values())[::-1]


def admissions(text: str) -> list[str]:
    """Places where the speaker says what he himself got wrong, as they stand."""
    return [m.group() for m in _ADMITS.finditer(text)]


def _before(text: str) -> Iterator[str]:
    """Places where something had happened before."""
    for match in _BEFORE.finditer(text):
        if is_past(match[1]) or match[1].endswith("en"):
            yield match.group()
