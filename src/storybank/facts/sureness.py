"""How surely a number is given: exactly, about, below or above; by the words around it."""

from __future__ import annotations

from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Hedge
from storybank.facts.fold import Folded

_ASIDE: Final = frozenset([("give", "or"), ("more", "or"), ("or", "so")])
_COUNTED: Final = 4  # tokens behind a number in which what it counts may stand
_BEHIND: Final[dict[tuple[str, str], Hedge]] = {
    ("or", "so"): "about", ("or", "thereabouts"): "about", ("give", "or"): "about", ("at", "most"): "below",
    ("at", "least"): "above", ("or", "more"): "above", ("or", "less"): "below", ("or", "fewer"): "below",
}  # fmt: skip


def hedge_of(f: Folded, first: int, end: int, unit: str = "") -> Hedge:
    """How surely a number is given, by the words before it and what is glued behind it."""
    behind = f.word(end - 1)
    if (found := _said_behind(f, end)) is not None:
        return found
    if behind in ("+", "plus") or (f.word(end) == "or" and f.word(end + 1) == "more"):
        return "above"
    if behind in ("ish", "odd") or (f.word(end) == "or" and f.word(end + 1) == "so"):
        return "about"
    before = _words_before(f, first)
    if before[:1] == ["over"] and (_during(f, before, end, unit) or _across(before, unit)):
        return "exact"
    if before[:1] == ["over"] and before[1:2] != [] and before[1] in lists.words("spread"):
        return "exact"
    if before[:1] == ["inside"] and unit == "time":
        return "below"
    if (found := _hedge_near(before)) is not None:
        return found
    if "i" in before and lists.words("thinking") & set(before):
        return "about"
    return "exact"


def _said_behind(f: Folded, end: int) -> Hedge | None:
    """What stands behind a number and the few words that it counts: "two dozen people or so", "two minutes at most"."""
    for k in range(end, end + _COUNTED):
        said = (f.word(k), f.word(k + 1))
        hedge = _BEHIND.get(said) or (_BEHIND.get((said[0], f.word(k + 2))) if said[1] == "the" else None)
        if hedge is not None:
            return hedge
        if f.word(k) == "," and _is_aside(f.word(k + 1), f.word(k + 2)):
            return "about"
        if (
            not f.word(k).isalpha()
            or f.word(k) in lists.words("stop")
            or f.word(k) in lists.numbers("number")
        ):
            return None
    return None


def _is_aside(a: str, b: str) -> bool:
    """What may stand behind a number and a comma, and makes it less sure: "give or take", "I think"."""
    return (a, b) in _ASIDE or (a == "i" and b in lists.words("thinking"))


def _across(before: list[str], unit: str) -> bool:
    """True for the "over" of "over 60 square metres" that says where: behind no verb of measuring."""
    return unit.endswith("2") and before[1:2] != [] and before[1] not in lists.words("lasting")


def _during(f: Folded, before: list[str], end: int, unit: str) -> bool:
    """True for the "over" that says during: "over two years", "over four Mondays"."""
    time = unit == "time" or any(
        f.word(k) in lists.numbers("weekday") or f.word(k) in lists.words("spell") for k in (end, end + 1)
    )
    return (time and before[1:2] != [] and before[1] not in lists.words("lasting")) or (
        time and not before[1:]
    )


def _words_before(f: Folded, first: int) -> list[str]:
    """At most five words before a token, the nearest first, back to where a clause or a line begins."""
    before: list[str] = []
    for k in range(first - 1, max(-1, first - 6), -1):
        if f.tokens[k + 1].opens and f.tokens[k + 1].gap == "\n":
            break
        word = f.word(k)
        if word in (".", "!", "?", ";", ",", "(") or word[:1].isdigit():
            break
        before.append(word)
    return before


def _hedge_near(before: list[str]) -> Hedge | None:
    """What the three words before a number, the nearest first, say of it; None where they say nothing."""
    near = before[:3]
    if near[:2] in (["than", "rather"], ["than", "other"]):
        return None
    if near[:1] == ["than"] and near[2:3] == ["no"]:
        return "below" if near[1] in ("more", "later", "longer", "higher") else "above"
    if near[:1] == ["than"]:
        less = ("less", "fewer", "lower", "shorter", "cheaper")
        return "below" if any(word in less for word in near[1:2]) else "above"
    if (near[:1] == ["as"] and near[2:3] == ["as"]) or near[:2] == ["even", "not"]:
        return "below"  # "as long as an hour", "not even sixty"
    if near[:1] == ["least"] or near[:2] == ["of", "upwards"]:
        return "above"
    if near[:2] == ["to", "up"] and near[2:3] and near[2] in lists.words("motion"):
        return "exact"  # a level that was reached, not a limit
    if near[:2] in (["most", "at"], ["to", "up"], ["quite", "not"]):
        return "below"
    if near[:2] == ["to", "close"]:
        return "below"
    if near[:2] == ["of", "part"] and near[2:3] == ["best"]:
        return "below"
    if near[0:1] == ["of"] and near[1:2] in (["region"], ["neighbourhood"]):
        return "about"
    for k, word in enumerate(near):
        if word in ("at", "least"):
            continue
        if (
            word in lists.words("below")
            and word not in ("not", "less", "fewer", "lower", "most", "max")
            and k < 2
        ):
            return "below"
        if word in lists.words("above") and word not in ("more", "least", "plus") and k < 1:
            return "above"
        if word == "say" and (before[k + 1 : k + 2] or [""])[0] in lists.words("begins-anew") | {
            "you",
            "it",
            "who",
        }:
            continue
        if word == "say" and k + 1 < len(before) and before[k + 1].endswith("s") and len(before[k + 1]) > 3:
            continue  # "the rules say two metres"
        if word in lists.words("about") and not (
            word in ("like", "say", "order", "think", "guess", "believe") and k > 1
        ):
            return "about" if word != "some" or k == 0 else "exact"
    return None
