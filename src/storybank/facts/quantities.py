"""Words of quantity and rank in a text ("all", "mostly", "every week", "the best"), with what they are said of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim, ClaimKind
from storybank.facts.fold import Folded, stem
from storybank.facts.vocabulary import is_common
from storybank.signals.clauses import is_past

_DENIED: Final = 7  # tokens back to a negation that takes a word of quantity back
_DETERMINERS: Final = ("the", "my", "our", "its", "their", "his", "her", "your")
_PRESENT: Final = ("is", "are", "have", "has", "uses", "use", "do", "does")
_LEAVING: Final = ("leave", "left", "leaving", "leaves", "let")
_NEARLY: Final = ("nearly", "almost", "practically", "virtually")


def find_quantities(f: Folded, covered: Sequence[bool]) -> list[Claim]:
    """Words of quantity, rhythms and superlatives in order; `covered` marks tokens of figures and dates."""
    found: list[Claim] = []
    steps = lists.numbers("quantifier")
    for at in range(len(f.tokens)):
        word = f.word(at).removesuffix("'s")
        if (period := rhythm_at(f, at)) is not None:
            seconds, behind = period
            if not covered[at]:
                nearly = "nearly" if f.word(at - 1) in _NEARLY else ""
                found.append(_make(f, "quantity", at, behind, ("rhythm", f"{seconds:g}", nearly), ""))
        elif (end := _lasting_at(f, at)) is not None:
            found.append(_make(f, "quantity", at, end, ("lasting", word), ""))
        elif word in steps and not covered[at]:
            if not _is_idle(f, at):
                key = (
                    "mostly" if _for_the_most(f, at) else "nearly-all" if f.word(at - 1) in _NEARLY else word
                )
                said = "" if key == "mostly" != word else _said_of(f, at + 1)
                found.append(_make(f, "quantity", at, at + 1, ("share", key), said))
        elif not covered[at] and (end := _none_at(f, at)) is not None:
            counted = word == "no" and f.word(at + 1) not in ("one", "more", "less", "fewer")
            noun = stem(f.word(at + 1)) if counted else _said_of(f, end)
            found.append(_make(f, "quantity", at, end, ("none",), noun))
        elif (end := _alone_at(f, at)) is not None:
            found.append(_make(f, "quantity", at, end, ("alone",), ""))
        elif word in lists.words("praise") or (word in ("rise", "raise") and f.word(at - 1) == "pay"):
            found.append(_make(f, "rank", at, at + 1, ("praise", word), ""))
        elif word in lists.words("certain") and (
            not word.startswith("prove") or f.word(at + 1) == "that" or f.word(at + 1) in _DETERMINERS
        ):
            found.append(_make(f, "quantity", at, at + 1, ("certain", word), ""))
        elif word == "lot" and f.word(at - 1) == "the" and f.word(at + 1) != "of":
            found.append(_make(f, "quantity", at, at + 1, ("share", "all"), ""))
        elif word in ("keep", "kept", "keeps") and f.word(at + 1).endswith("ing"):
            found.append(_make(f, "quantity", at, at + 1, ("habit", word), stem(f.word(at + 1))))
        elif (word in lists.words("superlative") or is_superlative(word)) and not _is_no_rank(f, at):
            found.append(_make(f, "rank", at, at + 1, ("best", word), _said_of(f, at + 1)))
    return found


def _make(f: Folded, kind: ClaimKind, first: int, end: int, key: tuple[str, ...], noun: str) -> Claim:
    span = f.span(first, end)
    return Claim(kind, span, span.of(f.text), key, first=first, end=end, noun=noun)


def rhythm_at(f: Folded, at: int) -> tuple[float, int] | None:
    """How often a thing happens by the words from a token on, in seconds, and the token behind them.

    "every week", "each Thursday", "daily"; None where the token says no such thing.
    """
    word, after = f.word(at), f.word(at + 1)
    times = lists.seconds()
    if word in lists.values("rhythm"):
        return lists.numbers("rhythm")[word], at + 1
    if word not in ("each", "every"):
        return None
    if after in lists.numbers("weekday"):
        return 604800.0, at + 2
    if len(after) > 2 and after in times and not after.endswith("s"):
        return times[after], at + 2
    return None


def is_superlative(word: str) -> bool:
    """True for "fastest" and its like."""
    if len(word) <= 5 or not word.endswith("est") or word in lists.words("no-superlative"):
        return False
    base, known = word[:-3], lists.ordinary()
    forms = (base, base + "e", base[:-1], base[:-1] + "y")
    return any(len(form) > 2 and (form in known or is_common(form)) for form in forms)


def _is_no_rank(f: Folded, at: int) -> bool:
    """Words that could be superlatives and rank nothing here: "at first", "keep a record", "only five"."""
    word, before, after = f.word(at), f.word(at - 1), f.word(at + 1)
    if denied(f, at):
        return True
    if word == "best" and (before == "its" or after.startswith("sell") or after == "part"):
        return True
    if word == "first":
        if after in lists.words("first-of-many"):
            return True
        return before in ("at", "") or f.tokens[at].opens or before not in (*_DETERMINERS, "was", "a")
    if word in ("only", "sole"):
        return before not in _DETERMINERS
    if word in ("top", "record", "leading"):
        plain = not after.isalpha() or after in lists.words("stop") or _counts(f, at + 1)
        return before not in ("a", "the", "our", "my") or plain
    return False


def _for_the_most(f: Folded, at: int) -> bool:
    """True for "for the most part", which says mostly."""
    return f.word(at) == "most" and f.word(at - 1) == "the" and f.word(at + 1) == "part"


def _none_at(f: Folded, at: int) -> int | None:
    """The token behind "none", "nobody", "no jobs", "no longer than"; None where nothing is said to be missing."""
    word, after = f.word(at), f.word(at + 1)
    if word in ("none", "nobody", "nothing"):
        return at + 1
    if (
        word in ("without", "not")
        and after in ("a", "one")
        and (f.word(at + 2) == "single" or after == "one")
    ):
        return at + 2 + (after == "a")
    if word == "without" and after == "any":
        return at + 2
    if word != "no" or not after.isalpha() or f.tokens[at + 1].gap != " ":
        return None
    measured = _counts(f, at + 3) or f.word(at + 3) in ("a", "an", "half")
    if after in ("more", "less", "fewer", "later") and f.word(at + 2) == "than" and measured:
        return None  # "no more than three": the figure says it
    if after in ("one", "more", "less", "fewer"):
        return at + 2
    if after == "longer" and f.word(at + 2) != "than":
        return None
    return None if after in lists.words("no-idiom") or after in lists.words("stop") else at + 2


def _counts(f: Folded, at: int) -> bool:
    return f.word(at)[:1].isdigit() or f.word(at) in lists.numbers("number")


def _lasting_at(f: Folded, at: int) -> int | None:
    """The token behind "ever since", "for good", "is still"; None where nothing is said to go on for ever."""
    word, after = f.word(at), f.word(at + 1)
    if (word, after) in (("ever", "since"), ("for", "good")):
        told = word == "ever" or not f.word(at + 2).isalpha() or f.word(at + 2) in lists.words("stop")
        return at + 2 if told else None
    going = f.word(at - 1) in _PRESENT or f.word(at - 1).endswith("'s") or after in _PRESENT
    return (
        at + 1
        if word == "still" and going and not denied(f, at) and after not in lists.words("denial")
        else None
    )


def _alone_at(f: Folded, at: int) -> int | None:
    """The token behind "on my own", "by myself", "without help"; None for anything else."""
    words = tuple(f.word(k) for k in range(at, at + 3))
    if words == ("on", "my", "own"):
        after = f.word(at + 3)
        return at + 3 if not after.isalpha() or after in lists.words("stop") else None
    if words[:2] in (("by", "myself"), ("without", "help"), ("no", "help"), ("without", "assistance")):
        return at + 2
    return at + 1 if words[0] in ("single-handed", "singlehandedly", "unaided") else None


def _is_idle(f: Folded, at: int) -> bool:
    """Quantity words that quantify nothing, or deny it: "at all", "not any", "as much as", "not every"."""
    word, before, after = f.word(at), f.word(at - 1), f.word(at + 1)
    if word == "full" and (
        not after.isalpha() or after in lists.words("stop") or after in lists.values("time")
    ):
        return True
    if word in ("often", "frequently", "regularly") and (after == "than" or before in ("more", "less")):
        return True
    if word == "most" and after in ("recent", "recently"):
        return True
    if word == "most" and is_past(before) and (after in lists.words("aux") or not after.isalpha()):
        return True  # "what I liked most was ..."
    if word == "all" and after in ("right", "along", "but", "sorts", "kinds"):
        return True
    if word == "all" and after == "the" and f.word(at + 2) in ("way", "same", "better", "more", "worse"):
        return True
    if word in ("all", "most", "much", "many", "little") and before in (
        "at", "after", "above", "as", "how", "so", "too", "a", "very", "no",
    ):  # fmt: skip
        return True
    if word in ("much", "many") and after == "as":
        return True  # "much as I'd like to"
    if (
        word == "whole"
        and before in ("a", "the")
        and f.word(at - 2) in ("as", "on")
        and not _names(f, at + 1)
    ):
        return True  # "the school as a whole"
    if word == "alone" and any(f.word(k) in _LEAVING for k in range(at - 5, at)):
        return True  # "to leave the machine alone"
    if word == "all" and after in lists.words("begins-anew"):
        return True  # "all I could do was": no more than that
    if word == "any" or (word == "across" and after not in ("the", "all", "every")):
        return True
    if word in ("part", "ever", "some", "few", "little", "across"):
        return True
    if (word == "all" and before == "in" and after not in ("the", "of", "my", "our")) or (
        word == "everything" and before == "of"
    ):
        return True  # "£60 in all", "half of everything"
    if word == "each" and (not after.isalpha() or after in lists.words("stop") or is_past(after)):
        return True  # "£1 each", "each of them": of those that were named
    if word in ("each", "every") and (
        after == "time"
        or after[:1].isdigit()
        or (after in lists.numbers("number") and after != "one")
        or after in ("half", "other")
    ):
        return True  # "every 30 minutes": the figure says it
    if word == "only" and before not in _DETERMINERS and after not in ("i", "me"):
        return True
    return denied(f, at) and word not in ("alone", "only")


def _names(f: Folded, at: int) -> bool:
    """True for a word of weight: "on the whole estate"."""
    return f.word(at).isalpha() and f.word(at) not in lists.words("stop") and not is_past(f.word(at))


def denied(f: Folded, at: int) -> bool:
    """True for a word of quantity that a negation takes back: "not every flat", "isn't the whole story"."""
    for k in range(at - 1, max(-1, at - _DENIED), -1):
        word = f.word(k)
        if word in ("not", "never", "hardly", "rarely", "seldom") or word.endswith("n't"):
            return True
        if word in lists.words("clause-break") or word in (",", "that"):
            return False
    return False


def _said_of(f: Folded, at: int) -> str:
    """The stem of the first word of weight after a quantity word; "" for none near."""
    for k in range(at, min(at + 4, len(f.tokens))):
        word = f.word(k)
        if f.tokens[k].gap == "\n" or word in (".", ",", ";", "!", "?", "them", "us", "which", "whom"):
            return ""
        if word[:1].isalpha() and word not in lists.words("stop"):
            return stem(word)
    return ""
