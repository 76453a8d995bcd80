"""Numbers that measure nothing: years, dates, versions, addresses, list numbers, telephone numbers, names."""

from __future__ import annotations

from typing import Final

from storybank.signals.figure_words import (
    CHANGED,
    DATING,
    DETERMINERS,
    DIALLED,
    ENDS,
    LABELS,
    MONTHS,
    NOUNS,
    RATED,
    SHORT,
    SINGULARS,
    SMALL,
    STREETS,
    TIME,
)  # fmt: skip
from storybank.signals.numerals import Numeral
from storybank.signals.tokens import BARRIER, DIGITS, Tokens

_JOINTS: Final = frozenset(["-", "–", "/", "."])
_ORDINALS: Final = frozenset(["st", "nd", "rd", "th"])
_IDIOMS: Final = frozenset([("24", "7"), ("9", "11"), ("50", "50"), ("80", "20"), ("20", "20"), ("101", "")])
_NEAR: Final = frozenset(["sub", "pre", "under", "over", "near", "plus"])
_FULL: Final = frozenset(["january", "february", "april", "june", "july", "august", "september", "october"])
_HOURS: Final = frozenset(["am", "pm", "o'clock", "a.m", "p.m", "oclock"])
_UNTIL: Final = frozenset(["at", "until", "till", "before", "past", "since"])


def clock(t: Tokens, at: int) -> int:
    """The token after a time of day ("9:07", "4 a.m.", "ten minutes past four", "by six"); 0 when it is none."""
    words = t.words
    word = words[at]
    end = at + 1
    if word[0] in DIGITS:
        if words[end] == ":" and t.glued(end) and t.glued(end + 1) and len(words[end + 1]) == 2:
            end += 2
            return end + (words[end] in _HOURS) if word.isdecimal() and int(word[:3]) < 25 else 0
    elif word not in SMALL and word not in ("half", "quarter"):
        return 0
    if words[end] in _HOURS:
        return end + 1
    if words[end] in ("a", "p") and words[end + 1] == "." and words[end + 2] == "m" and t.glued(end + 1):
        return end + 3 + (words[end + 3] == "." and t.glued(end + 3))
    minutes = words[end] == "minutes" and words[end + 1] == "past"
    if (words[end] == "past" or minutes) and _hour(words[end + 1 + minutes]):
        return end + 2 + minutes
    if words[end] == "to" and _hour(words[end + 1]) and word == "quarter" and words[at - 1] != "from":
        return end + 2
    if words[end] == "to" and words[at - 1] in _UNTIL:
        return end + 2 if _hour(words[end + 1]) and SMALL.get(word, 0) in (5, 10, 20) else 0
    told = words[at - 1] in ("at", "by", "until", "till") and words[at - 2] not in CHANGED
    closed = words[end] in ENDS or words[end] == BARRIER
    return end if told and closed and word != "one" and _hour(word) else 0


def _hour(word: str) -> bool:
    figures = word.isdecimal() and word.isascii() and len(word) < 3
    return 1 <= SMALL.get(word, 0) <= 12 or (figures and int(word) <= 12)


def names_something(t: Tokens, n: Numeral, bare: bool, unitless: bool) -> int:
    """The token to go on from when a number is only a name, a date or an idiom; 0 when it is an amount.

    `bare` tells that no noun follows, `unitless` that no unit of time does.
    """
    words, at, end = t.words, n.first, n.end
    if n.digits:
        past = _written(t, n, bare)
        if past:
            return past
    if not unitless:
        return 0
    before = words[at - 1]
    if before == "." and words[at - 2] in SHORT and n.digits and t.glued(at - 1):
        return end
    if _date(t, n, bare):
        return end + (words[end] == "of") + 1 if words[end] in MONTHS or words[end] == "of" else end
    short = n.value is None or n.value < 1000 or before in ("iso", "rfc", "port")
    if before in ("year", "month", "week", "day") and ((n.value or 0) > 31 or (n.value or 0) % 1):
        return 0  # "by the end of the year 41", "in the fourth year 2.3 times"
    spoken = before == "no" and not (n.digits or bare or t.capital(at - 1))  # "four, no two kilowatts"
    if before in LABELS and not n.scaled and short and not spoken:
        if words[at - 2] in DETERMINERS and not bare:
            return 0
        return 0 if before in RATED else end
    if before in DIALLED and n.digits and (n.value or 0) >= 100 and bare:
        return end
    return 0


def follows_month(t: Tokens, n: Numeral) -> bool:
    """Whether figures are the day of the month before them: "on October 3 in all eleven wards"."""
    return n.digits and n.end == n.first + 1 and _date(t, n, bare=True) and t.words[n.first - 1] in MONTHS


def _date(t: Tokens, n: Numeral, bare: bool) -> bool:
    """ "2 June", "June 2", "the 3rd of May"."""
    words, at, end = t.words, n.first, n.end
    if n.value is None or not 1 <= n.value <= 31 or n.scaled:
        return False
    month = end + (words[end] == "of")
    if words[month] in MONTHS and (t.capital(month) or words[month] in _FULL):
        return True
    return words[at - 1] in MONTHS and bare and (t.capital(at - 1) or words[at - 1] in _FULL)


def _written(t: Tokens, n: Numeral, bare: bool) -> int:
    """What only figures can be: years, ordinals, telephone numbers, list numbers, names with a number."""
    words, at, end = t.words, n.first, n.end
    while words[at][0] not in DIGITS and at < end:
        at += 1  # past a minus sign
    word, before = words[at], words[at - 1]
    if word[0] == "0" and word.isdecimal() and len(word) > 1:
        return _telephone(t, at) or end
    if len(word) == 4 and word.isdecimal() and "1900" <= word < "2100" and end == at + 1:
        return _year(t, at)
    joined = t.glued(at) and not n.scaled
    if joined and before in ("#", "'", "’", "_", "@", "№", "\\"):
        return end
    if joined and before in ("-", "–", ".", "/") and t.glued(at - 1) and words[at - 2].isalnum():
        return 0 if words[at - 2] in _NEAR or words[at - 2].isdecimal() else end
    if (
        t.glued(end)
        and words[end].isalpha()
        and words[end] not in ("x", "fold")
        and (words[end] not in TIME or t.capital(end) or (words[end] == "s" and before == "the"))
    ):
        return end + 1  # "2nd", "3D", "10th"
    past = _telephone(t, at) or _joined(t, at, end)
    if past:
        return past
    if _numbering(t, at) or (before == "#"):
        return end
    street = words[end + 1] in STREETS or words[end + 2] in STREETS
    if t.capital(end) and street and words[end] not in MONTHS:
        return end + 1
    inner = t.capital(at - 1) and words[at - 2] not in (BARRIER, ".", "!", "?", ":", "-", "•", "*")
    return end if inner and bare and before not in RATED and before.isalpha() and before != "i" else 0


def _year(t: Tokens, at: int) -> int:
    """A year and what is joined to it ("2021-22"); 0 when four digits count something."""
    words, end = t.words, at + 1
    if words[at - 1] not in DATING and _plural(words[end]):
        return 0
    while words[end] in _JOINTS and words[end + 1][0] in DIGITS and t.glued(end) and t.glued(end + 1):
        end += 2
    return end + (words[end] == "s" and t.glued(end))


def _plural(word: str) -> bool:
    return word in NOUNS or (len(word) > 3 and word[-1] == "s" and word[-2] != "s" and word not in SINGULARS)


def _telephone(t: Tokens, at: int) -> int:
    """The token after three or more groups of digits, or "555-0199"; 0 when it is no telephone number."""
    words, end, groups, triples = t.words, at + 1, 1, True
    while groups < 12:
        step = 1 if words[end] in ("-", ")", "(") else 0
        if not (words[end + step].isdecimal() and t.starts[end + step] - t.ends[end + step - 1] <= 1):
            break
        triples = triples and len(words[end + step]) == 3 and not step
        end, groups = end + step + 1, groups + 1
    short = groups == 2 and len(words[at]) == 3 and len(words[end - 1]) == 4 and words[end - 2] == "-"
    return end if short or (groups >= 3 and (not triples or words[at][0] == "0")) else 0


def _joined(t: Tokens, at: int, end: int) -> int:
    """Dates like "12/05/2021" and idioms like "24/7"; 0 for anything else."""
    words = t.words
    if not (words[end] in _JOINTS and words[end + 1][0] in DIGITS and t.glued(end) and t.glued(end + 1)):
        return 0
    if (words[at], words[end + 1]) in _IDIOMS and words[end] in ("/", "-"):
        return end + 2
    third = words[end + 2] == words[end] and words[end + 3][0] in DIGITS and t.glued(end + 3)
    return end + 4 if third else 0


def _numbering(t: Tokens, at: int) -> bool:
    """True for the number of a list item: first on its line, then a stop or a bracket."""
    mark = t.words[at + 1] in (".", ")", ":") and t.glued(at + 1) and not t.glued(at + 2)
    if len(t.words[at]) > 2 or not mark:
        return False
    start = t.starts[at]
    head = t.text[max(0, start - 12) : start]
    line = head.rsplit("\n", 1)[-1]
    return not line.strip(" \t(*_-") and (len(head) < 12 or "\n" in head)
