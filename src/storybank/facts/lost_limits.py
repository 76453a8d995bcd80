"""Whether a word of the other text has lost what limits it in the source: a negation, a hedge, that it is a part."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from storybank.facts import lists
from storybank.facts.align import Segment, Side, weighty
from storybank.facts.denial import compares, denies
from storybank.facts.fold import Folded, root
from storybank.facts.limits import WIDE, Used
from storybank.facts.verbs import is_done, stems_of
from storybank.signals.clauses import is_past

NOT_DENIED = "the source does not deny this"
_WHEN = frozenset(["between", "during", "among", "across", "along", "around"])
_SPEAKER = frozenset(["me", "mine", "i", "us", "ours", "we"])
_LOST = {
    "negation": "the source denies this",
    "hedge": "the source says it with a hedge, a wish, a condition or as somebody's words",
    "part": "the source says it of a part only",
}


def limits_lost(
    source: Side, f: Folded, segment: Segment, aligned: Segment | None, mine: dict[int, Used],
    theirs: dict[str, list[Used]],
) -> Iterable[tuple[int, str, Used]]:  # fmt: skip
    """Words of a segment that are limited less than anywhere in the source, with why and the nearest use."""
    told: set[str] = set()
    for at in range(segment.first, segment.end):
        here = mine.get(at)
        if here is None or here.stem not in theirs or _places(f.word(at)):
            continue
        every = theirs[here.stem]
        uses = every
        if aligned is not None:
            uses = [u for u in uses if aligned.first <= u.at < aligned.end] or uses
        if "negation" in here.limits and not any("negation" in u.limits for u in uses):
            if (
                "added" not in told
                and _deniable(f, segment, at)
                and not any(
                    "negation" in u.limits and _same_thing(source, f, segment, here, u) for u in every
                )
                and not _denied_there(source, uses, aligned)
                and not compares(f, segment, at)
                and not any(f.word(at) in lists.words(group) for group in ("telling", "stative"))
            ):
                told.add("added")
                yield at, NOT_DENIED, uses[0]
            continue
        least = min(uses, key=lambda u: len(u.limits - here.limits))
        for lost in _lost(f, segment, at, least.limits - here.limits):
            if lost == "hedge" and not _hedge_matters(source, f, here, least, every):
                continue
            if lost in ("hedge", "negation") and not _same_thing(source, f, segment, here, least):
                continue
            if lost not in told:
                told.add(lost)
                yield at, _LOST[lost], least


def _places(word: str) -> bool:
    """True for "above", "between", "close": nobody denies them; "closed" is a deed."""
    return word in _WHEN or any(word in lists.words(g) for g in ("above", "below", "about", "before-object"))


def _deniable(f: Folded, segment: Segment, at: int) -> bool:
    """True for a word that a fresh negation turns round: no figure, date, preposition or owner is denied by itself."""
    word, token = f.word(at), f.tokens[at]
    if word.endswith("'s") or (token.capital and not token.opens) or word in lists.numbers("number"):
        return False
    if f.word(at - 1) in lists.numbers("number") or f.word(at - 1)[:1].isdigit():
        return False  # "no longer forty days"
    back = [f.word(k) for k in range(max(segment.first, at - WIDE), at)]
    if back[-2:] in (["on", "my"], ["for", "my"]):
        return False  # "on my part"
    return "enough" not in back and ("why", "not") not in set(pairwise(back))


def _hedge_matters(source: Side, f: Folded, here: Used, least: Used, every: list[Used]) -> bool:
    """True when a hedge was lost that the source nowhere drops of the same person, and that is no mere request."""
    if any(
        f.word(here.at) in lists.words(group)
        for group in ("stative", "light", "irreal", "matrix", "unsure-state")
    ):
        return False
    if any("hedge" not in u.limits and (u.owner == here.owner or here.owner == "none") for u in every):
        return False
    home = source.segments[source.home[least.at]]
    return here.stem in stems_of("strong-deed") or not _requested(source.folded, home, least.at)


def _same_thing(source: Side, f: Folded, segment: Segment, here: Used, least: Used) -> bool:
    """True when two uses of a word stand beside another word in common, or the source says little beside it."""
    home = source.segments[source.home[least.at]]
    theirs = set(weighty(source.folded, max(home.first, least.at - WIDE), min(home.end, least.at + WIDE)))
    mine = set(weighty(f, max(segment.first, here.at - WIDE), min(segment.end, here.at + WIDE)))
    theirs -= {root(source.folded.word(least.at)), root(f.word(here.at))}
    return len(theirs) <= 1 or bool(mine & theirs)


def _requested(f: Folded, segment: Segment, at: int) -> bool:
    """True for what somebody asked the speaker to do, or let him do: that it was done is told by what follows."""
    back = [f.word(k) for k in range(at - 1, max(segment.first, at - 8) - 1, -1)]
    asked = any(w in ("asked", "told", "invited", "let", "allowed", "wanted", "got") for w in back)
    return asked and any(w in ("me", "us", "i", "we") for w in back[:4])


def _denied_there(source: Side, uses: list[Used], aligned: Segment | None) -> bool:
    """True when a sentence of the source that a word stands in, or the nearest one, denies something."""
    segments = {source.home[u.at]: source.segments[source.home[u.at]] for u in uses}
    places = [*segments.values(), *([aligned] if aligned is not None else [])]
    g = source.folded
    return any(
        denies(g, s.first, s.end) or any(g.word(k) == "first" for k in range(s.first, s.end)) for s in places
    )


def _lost(f: Folded, segment: Segment, at: int, lost: frozenset[str]) -> list[str]:
    """Which of the limits that a word no longer has matter for it: a hedge is lost by a verb, a part by a noun."""
    found: list[str] = []
    named = f.tokens[at].capital and not (f.tokens[at].opens and f.word(at) in lists.ordinary())
    near = denies(f, max(segment.first, at - WIDE), min(segment.end, at + WIDE))
    near = near or _only_then(f, segment, at)
    that = f.word(at - 1) in ("that", "this", "those", "these") and not is_done(f.word(at))  # "in that round"
    if "negation" in lost and not named and not that and f.word(at) not in lists.seconds():
        if not near and not _not_by_speaker(f, segment):
            found.append("negation")
    elif "hedge" in lost and _tells(f, segment, at) and not denies(f, max(segment.first, at - WIDE), at):
        found.append("hedge")
    words = {f.word(k) for k in range(segment.first, segment.end)}
    counted = any(w in lists.numbers("number") or w[:1].isdigit() for w in words)
    if "part" in lost and f.word(at).endswith("s") and not words & lists.words("some-of") and not counted:
        found.append("part")
    return found


def _not_by_speaker(f: Folded, segment: Segment) -> bool:
    """True for "written by his team, not by me": the denial stands behind, and beside the speaker."""
    return any(
        f.word(k) == "not"
        and (f.word(k + 1) in _SPEAKER or (f.word(k + 1) == "by" and f.word(k + 2) in _SPEAKER))
        for k in range(segment.first, segment.end)
    )


def _only_then(f: Folded, segment: Segment, at: int) -> bool:
    """True for "before the bus can be locked": till then it cannot."""
    back = {f.word(k) for k in range(max(segment.first, at - WIDE), at)}
    return bool(back & {"before", "until", "till", "unless"}) and bool(
        back & {"can", "could", "may", "might"}
    )


def _tells(f: Folded, segment: Segment, at: int) -> bool:
    """True for a word that tells what happened: a past form, or a verb right after its subject."""
    word, before = f.word(at), f.word(at - 1) if at > segment.first else ""
    if f.tokens[at].capital and not f.tokens[at].opens:
        return False
    if word.endswith("ing"):
        return before in lists.words("being")
    if (before == "not" and not is_past(word)) or word.endswith("ever"):
        return False  # "not hip", "whoever": no verb
    return (
        is_done(word) or before in lists.words("aux") or before in ("i", "we", "can")
        or (before in lists.words("other") and not word.endswith("s"))
    )  # fmt: skip
