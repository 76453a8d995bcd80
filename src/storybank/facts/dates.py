"""Dates and times of a text: years, months, days, weekdays, quarters, seasons, times of day; joined ones as one."""

from __future__ import annotations

import re
from typing import Final

from storybank.facts import clocks, lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded

_JOINS: Final = frozenset([",", "of", "in", "the", "on", "at", "late", "early", "mid", "-"])
_PARTS: Final = frozenset(["end", "start", "beginning", "middle", "week", "rest", "most", "half"])
_DEICTIC: Final = frozenset(["year", "month", "week", "quarter", "night", "decade", "century"])
_UP_TO: Final = frozenset(["by", "in", "since", "until", "till", "last", "next", "early", "late", "mid"])
_BEHIND: Final = frozenset(["think", "and", "we", "they", "last", "next"])


def find_dates(f: Folded) -> list[Claim]:
    """Dates and times in order; the key holds the components, sorted."""
    pieces: list[tuple[int, int, str]] = []
    at = 0
    while at < len(f.tokens):
        found = _piece(f, at)
        if found is None:
            at += 1
            continue
        pieces += [(at, found[0], component) for component in found[1:]]
        at = found[0]
    claims: list[Claim] = []
    group: list[tuple[int, int, str]] = []
    for piece in pieces:
        if group and not _joined(f, group[-1][1], piece[0]) and piece[0] != group[-1][0]:
            claims.append(_claim(f, group))
            group = []
        group.append(piece)
    if group:
        claims.append(_claim(f, group))
    return claims


def _claim(f: Folded, group: list[tuple[int, int, str]]) -> Claim:
    first, end = group[0][0], max(p[1] for p in group)
    span = f.span(first, end)
    return Claim("date", span, span.of(f.text), tuple(sorted({p[2] for p in group})), first=first, end=end)


def _joined(f: Folded, end: int, first: int) -> bool:
    return first - end <= 2 and all(f.word(k) in _JOINS for k in range(end, first)) and not any(
        f.tokens[k].gap == "\n" for k in range(end, first + 1)
    )  # fmt: skip


def _piece(f: Folded, at: int) -> tuple[int, *tuple[str, ...]] | None:
    """The date word at a token: the token after it, and its components."""
    word = f.word(at)
    token = f.tokens[at]
    if (clock := clocks.spoken(f, at) or clocks.dotted(f, at)) is not None:
        return clock
    if word[:1].isdigit():
        return _figures(f, at)
    if word in lists.numbers("month") and _is_month(f, at):
        return at + 1, f"month {lists.numbers('month')[word]:g}"
    if word in lists.numbers("weekday") and (token.capital or len(word) > 4):
        return at + 1, f"weekday {lists.numbers('weekday')[word]:g}"
    if word in lists.values("season"):
        spring = word in ("spring", "summer", "autumn", "winter", "weekend")
        if spring and not (
            f.word(at - 1) in lists.words("dating")
            or f.word(at - 1) in ("the", "that", "following", "previous")
            or f.word(at + 1)[:1].isdigit()
        ):
            return None
        feast = word in ("christmas", "easter") and f.word(at + 1) in ("eve", "day", "monday", "sunday")
        return at + 1 + feast, f"season {lists.values('season')[word]}"
    since_told = f.word(at - 1) in ("the", "this", "my", "our", "his", "her", "its", "their")
    if word in ("last", "next") and f.word(at + 1).removesuffix("'s") in _DEICTIC and not since_told:
        return at + 2, f"{word} " + f.word(at + 1).removesuffix("'s")
    if word in lists.numbers("ordinal") and (day := _spoken_day(f, at)) is not None:
        return day
    if word in ("twenty", "nineteen") and (year := _spoken_year(f, at)) is not None:
        return year
    return None


def _is_month(f: Folded, at: int) -> bool:
    """May, March and short forms are months only with a capital and a date word or a number beside them."""
    word, token = f.word(at), f.tokens[at]
    near = (
        f.word(at - 1) in lists.words("dating")
        or f.word(at + 1)[:1].isdigit()
        or f.word(at - 1)[:1].isdigit()
    )
    near = near or f.word(at - 1) in lists.numbers("ordinal") or f.word(at + 1) in lists.numbers("ordinal")
    told = f.word(at - 1) in _UP_TO or (f.word(at - 1) == "of" and f.word(at - 2) in _PARTS)
    if word in ("may", "march") and told and not _is_verb(f, at):
        return True  # "by march i think", in speech without capitals
    if word in lists.words("short-month"):
        return (token.capital and (near or not token.opens)) or (near and word not in ("may", "march", "mar"))
    return token.capital or near


def _is_verb(f: Folded, at: int) -> bool:
    """True where a month may be a march or a "may": an object or a verb follows."""
    after = f.word(at + 1)
    return (
        f.word(at) == "may" and after.isalpha() and after not in lists.words("stop") and after not in _BEHIND
    )


def _figures(f: Folded, at: int) -> tuple[int, *tuple[str, ...]] | None:
    """A date word that begins with a digit."""
    word, before = f.word(at), f.word(at - 1)
    if re.fullmatch(r"(?:19|20)\d\d", word) and (not f.glued(at) or before in ("(", "-", "'", "/", '"')):
        return _year(f, at)
    if re.fullmatch(r"\d{1,4}[./]\d{1,2}(?:[./]\d{2,4})?", word) and word.count("/") + word.count(".") == 2:
        return at + 1, *_numeric(re.split(r"[./]", word))
    if (
        re.fullmatch(r"\d{4}", word)
        and f.word(at + 1) == "-"
        and re.fullmatch(r"\d\d", f.word(at + 2))
        and f.glued(at + 2)
        and f.word(at + 3) == "-"
        and re.fullmatch(r"\d\d", f.word(at + 4))
    ):
        return at + 5, *_numeric([word, f.word(at + 2), f.word(at + 4)])
    if word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31 and (day := _day(f, at)) is not None:
        return day
    if re.fullmatch(r"\d{1,2}:\d\d(?::\d\d)?", word):
        return _clock(f, at)
    if word.isdigit() and f.glued(at) and before == "'" and len(word) == 2:
        return at + 1, f"year 20{word}"
    return None


def _year(f: Folded, at: int) -> tuple[int, *tuple[str, ...]] | None:
    """A year, or two joined by a hyphen; None where it is rather a number of something."""
    word, unit, before = f.word(at), f.word(at + 1), f.word(at - 1)
    dated = (
        before in lists.words("dating") or before in lists.values("season") or before in lists.values("month")
    )
    counted = unit in ("%", "percent", "people") or (unit.endswith("s") and len(unit) > 3 and not dated)
    money = f.word(at - 1) in lists.values("currency")
    if f.glued(at + 1) and unit == "s":
        return at + 2, f"decade {word[:3]}"
    joined = f.glued(at + 1) and unit not in ("s", "-", ".", ",", ")", ";", ":", "?", "!", "'", '"', "/")
    if counted or money or joined:
        return None
    components = [f"year {word}"]
    end = at + 1
    if f.word(end) in ("-", "/") and f.glued(end) and f.glued(end + 1) and f.word(end + 1).isdigit():
        rest = f.word(end + 1)
        components.append(f"year {word[: 4 - len(rest)] + rest if len(rest) < 4 else rest}")
        end += 2
    return end, *components


def _day(f: Folded, at: int) -> tuple[int, *tuple[str, ...]] | None:
    """The day of a month that is named behind it or before it; None without one."""
    months, day = lists.numbers("month"), f"day {int(f.word(at))}"
    behind = at + 1
    if f.glued(behind) and f.word(behind) in ("st", "nd", "rd", "th"):
        behind += 1
    month = behind + (f.word(behind) == "of")
    if f.word(month) in months and (f.tokens[month].capital or len(f.word(month)) > 4):
        return month + 1, day, f"month {months[f.word(month)]:g}"
    if f.word(at - 1) in months and _is_month(f, at - 1) and f.word(at - 2) != "in":
        return behind, day  # but "in December 13 passed"
    return None


def _spoken_day(f: Folded, at: int) -> tuple[int, str, str] | None:
    """ "The third of September"; None for any other ordinal."""
    months, month = lists.numbers("month"), f.word(at + 2)
    if f.word(at + 1) != "of" or month not in months or not (f.tokens[at + 2].capital or len(month) > 4):
        return None
    return at + 3, f"day {lists.numbers('ordinal')[f.word(at)]:g}", f"month {months[month]:g}"


def _clock(f: Folded, at: int) -> tuple[int, *tuple[str, ...]]:
    """A time of day such as 9:30, or 9:30 pm."""
    hour, minute = int(f.word(at).split(":")[0]), f.word(at).split(":")[1]
    half = f.word(at + 1)[:1] if f.word(at + 1) in ("am", "pm", "a", "p") else ""
    return at + 1 + bool(half and len(f.word(at + 1)) == 2), clocks.key_of(hour, int(minute), half)


def _numeric(parts: list[str]) -> tuple[str, ...]:
    """Components of a date in figures; day and month stay apart by position only, since nobody knows which is which."""
    year = next((p for p in parts if len(p) == 4), None)
    rest = [p.lstrip("0") or "0" for p in parts if p != year]
    return (*((f"year {year}",) if year else ()), "numeric " + "/".join(rest))


def _spoken_year(f: Folded, at: int) -> tuple[int, *tuple[str, ...]] | None:
    """ "twenty nineteen", "twenty twenty-two"."""
    small = lists.numbers("number")
    tens, end = f.word(at + 1), at + 2
    if tens not in small or small[tens] < 10 or f.tokens[at + 1].gap != " ":
        return None
    value = small[tens]
    if f.word(end) == "-" and 0 < small.get(f.word(end + 1), 0) < 10:
        value, end = value + small[f.word(end + 1)], end + 2
    elif value >= 20 and 0 < small.get(f.word(end), 0) < 10:
        value, end = value + small[f.word(end)], end + 1
    return end, f"year {2000 + value if f.word(at) == 'twenty' else 1900 + value:g}"
