"""Who did it, and how large the deed is: what a rewording may not change.

A deed that others did, or a team, may not become the speaker's; who helped may not have led.
"""

from __future__ import annotations

from collections.abc import Iterable

from storybank.facts import lists
from storybank.facts.align import Segment, Side
from storybank.facts.fold import Folded, stem
from storybank.facts.limits import Used, limits_of
from storybank.signals.clauses import is_past

_PASSIVE = frozenset(["was", "were", "been", "being", "got", "am", "be", "i'm"])


def deeds_grown(
    f: Folded, segment: Segment, aligned: Segment | None, source: Side, theirs: dict[str, list[Used]]
) -> Iterable[tuple[int, str, str, Used | None]]:
    """Deeds that the speaker claims and the source gives to others, or tells as smaller: token, kind, why, nearest."""
    for at in range(segment.first - 1, segment.end):
        if not (
            _opens_bullet(f, segment) if at < segment.first else f.word(at) in ("i", "i'd", "i've", "i'm")
        ):
            continue
        if at < segment.first:
            while at + 1 < segment.end and not f.word(at + 1)[:1].isalpha():
                at += 1
        for verb in _verbs(f, at + 1, segment.end):
            if limits_of(f, segment, verb) or _is_passive(f, verb):
                continue  # what was not done, or only tried, is no claim to have done it
            yield from _deed(f, verb, aligned, source, theirs)
    yield from _shared(f, segment, aligned, source, theirs)
    yield from _possessed(f, segment, source, theirs)


def _is_passive(f: Folded, verb: int) -> bool:
    return f.word(verb - 1) in _PASSIVE and not f.word(verb).endswith("ing")


def _shared(
    f: Folded, segment: Segment, aligned: Segment | None, source: Side, theirs: dict[str, list[Used]]
) -> Iterable[tuple[int, str, str, Used | None]]:
    """Deeds of somebody else that become the group's: "we wrote", "my team wrote"."""
    for at in range(segment.first, segment.end):
        team = f.word(at) == "team" and f.word(at - 1) in ("my", "our")
        if not team and f.word(at) not in ("we", "we'd", "we've"):
            continue
        for verb in _verbs(f, at + 1, segment.end)[:1]:
            uses = theirs.get(stem(f.word(verb)), [])
            if aligned is not None:
                uses = [u for u in uses if aligned.first <= u.at < aligned.end] or uses
            if not uses or limits_of(f, segment, verb) or _is_passive(f, verb):
                continue
            if all(
                u.owner == "other" and u.by not in ("team", "people", "everybody", "everyone") for u in uses
            ):
                yield verb, "attribution", "the source says that somebody else did this", uses[0]


def _possessed(
    f: Folded, segment: Segment, source: Side, theirs: dict[str, list[Used]]
) -> Iterable[tuple[int, str, str, Used | None]]:
    """What the source tells of others alone, called the speaker's own: "my parser", "the parser was mine"."""
    for at in range(segment.first, segment.end - 1):
        if f.word(at) == "mine" and not any(t.word == "mine" for t in source.folded.tokens):
            yield at, "attribution", "the source does not say whose it was", None
        if f.word(at) != "my":
            continue
        if f.word(at + 1) in lists.words("honour") and stem(f.word(at + 1)) not in theirs:
            yield at + 1, "deed", "the source tells a smaller deed", None
        uses = theirs.get(stem(f.word(at + 1)), [])
        homes = [source.segments[source.home[u.at]] for u in uses]
        if (
            uses
            and all(u.owner == "other" for u in uses)
            and not any(_near_my(source.folded, h, u.at) for h, u in zip(homes, uses, strict=True))
        ):
            yield at + 1, "attribution", "the source tells this of others", uses[0]


def _near_my(f: Folded, segment: Segment, at: int) -> bool:
    return any(
        f.word(k) in ("my", "our", "mine", "i")
        for k in range(max(segment.first, at - 3), min(segment.end, at + 3))
    )


def _opens_bullet(f: Folded, segment: Segment) -> bool:
    """True when a sentence begins with a verb of doing, as lines of a résumé do: the speaker is meant."""
    first = next((f.word(k) for k in range(segment.first, segment.end) if f.word(k)[:1].isalpha()), "")
    return (
        _is_deed(stem(first))
        and first != "own"
        and first not in lists.words("aux")
        and not first.endswith("ing")
    )


def _verbs(f: Folded, at: int, end: int) -> list[int]:
    """The main verb after a subject, and those joined to it by "and"."""
    found: list[int] = []
    subject = at
    while at < end and (f.word(at) in lists.words("aux") or f.word(at).endswith("ly") or f.word(at) == ","):
        at += 1
    word = f.word(at) if at < end else ""
    if word[:1].isalpha() and (
        at == subject or is_past(word) or word.endswith("ing") or _is_deed(stem(word))
    ):
        found.append(at)
        for k in range(at + 1, min(end - 1, at + 12)):
            if f.word(k) in ("i", "we", "he", "she", "they", "who", "which", "that", "because", "but", "so"):
                break
            if f.word(k) == "and" and f.word(k + 1).endswith("ed"):
                found.append(k + 1)
    return found


def _deed(
    f: Folded, at: int, aligned: Segment | None, source: Side, theirs: dict[str, list[Used]]
) -> Iterable[tuple[int, str, str, Used | None]]:
    root = stem(f.word(at))
    uses = theirs.get(root, [])
    if aligned is not None:
        uses = [u for u in uses if aligned.first <= u.at < aligned.end] or ([] if _is_deed(root) else uses)
    if uses:
        if any(u.owner in ("self", "none") for u in uses):
            if not any(u.owner == "self" for u in uses) and not any(_bullet(source, u) for u in uses):
                yield at, "attribution", "the source does not say who did this", uses[0]
            return
        whose = "the group" if uses[0].owner == "we" else "somebody else"
        yield at, "attribution", f"the source says that {whose} did this", uses[0]
        return
    if aligned is not None and not _mine(source, aligned):
        first = _first_use(theirs, aligned)
        yield at, "attribution", "the source tells this of others", first
        return
    weak = aligned is not None and bool(aligned.stems & _stems("weak-deed"))
    grown = (
        root in _stems("strong-deed")
        and weak
        and not (aligned is not None and aligned.stems & _stems("strong-deed"))
    )
    if grown or (root in _stems("top-deed") and not theirs.get(root)):
        yield at, "deed", "the source tells a smaller deed", _first_use(theirs, aligned) if aligned else None


def _is_deed(root: str) -> bool:
    return root in _stems("strong-deed") or root in _stems("weak-deed")


def _stems(group: str) -> frozenset[str]:
    return frozenset(stem(w) for w in lists.words(group))


def _mine(source: Side, segment: Segment) -> bool:
    """True when a segment of the source speaks of the speaker, or has no subject at all (a bullet point)."""
    words = [source.folded.word(k) for k in range(segment.first, segment.end)]
    own = lists.words("self")
    others = lists.words("other") | lists.words("we")
    return any(w in own for w in words) or not any(w in others for w in words)


def _bullet(source: Side, use: Used) -> bool:
    """True when a sentence of the source opens with its verb: whoever writes such a line means himself."""
    return use.at - source.segments[source.home[use.at]].first <= 2


def _first_use(theirs: dict[str, list[Used]], segment: Segment) -> Used | None:
    inside = [u for uses in theirs.values() for u in uses if segment.first <= u.at < segment.end]
    return min(inside, key=lambda u: u.at, default=None)
