"""Hedges on the speaker's own deeds and results: "I guess I helped a bit".

The wording alone decides nothing. Each candidate is read with its clause: whose deed is it, is it one at all
(not an opinion, a feeling, a wish, what one would do), and is the doubt about the deed or about an amount? An
honest estimate ("maybe ten of them", "I think it was 212") is no hedge; nor is a doubt about others, nor what
is quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from storybank.playbook.lexicons import lexicon, lexicon_groups
from storybank.signals.clauses import (
    HARD,
    REACH,
    Clause,
    Hedge,
    Said,
    clause_around,
    is_amount,
    is_number,
    is_past,
    main_verb,
    openers,
    owner_of,
    without_fillers,
    wording_at,
)
from storybank.signals.tokens import tokenise
from storybank.text.span import Span

_PONDERED: Final = (["about"], ["of"], ["often"], ["back"])


def find_hedges(prose: str) -> tuple[Span, ...]:
    """Wordings that weaken the speaker's own deeds or results, in order and disjoint."""
    tokens = tokenise(prose)
    if not openers().intersection(tokens.words):
        return ()
    said = without_fillers(tokens)
    found: list[Span] = []
    at = 0
    while at < len(said.words):
        hedge = wording_at(said, at)
        if hedge is None:
            at += 1
            continue
        if not said.silent[at] and _weakens(said, hedge):
            found.append(Span(tokens.starts[said.at[at]], tokens.ends[said.at[hedge.end - 1]]))
        at = hedge.end
    return tuple(found)


def _weakens(said: Said, hedge: Hedge) -> bool:
    words = said.words
    told = lexicon_groups("delivery")["told"]
    if any(w in told for w in words[max(0, hedge.start - 2) : hedge.start]):
        return False  # what was said or thought at the time
    if hedge.kind == "doubt":
        return _doubts(said, hedge)
    if _estimates(words, hedge):
        return False
    clause = clause_around(said, hedge)
    if clause.left[-2:] in (["had", "to"], ["have", "to"], ["needed", "to"]):
        return False
    if hedge.kind in ("stance", "view"):
        after = words[hedge.end]
        closes = after in HARD or after in (",", "and", "but", "so")
        claim = words[hedge.end - 1] == "say"
        return _supposes(clause, hedge.kind, words[hedge.start - 1] == ",", closes, claim)
    if hedge.kind == "degree":
        return _little(clause, words[hedge.end])
    if hedge.kind == "modal":
        return _might(clause, words[hedge.start].startswith("may"))
    if words[hedge.start] in ("kind", "sort") and _is_noun(words, hedge.start):
        return False
    return _deed([*clause.left, *clause.right], len(clause.left), hedge.kind)


def _is_noun(words: list[str], at: int) -> bool:
    """ "A sort of filter", "a new kind of file"."""
    sets = lexicon_groups("delivery")
    before, earlier = words[at - 1], words[at - 2]
    verbal = before in sets["be"] or before in sets["subject"] or before in HARD
    return before in sets["determiner"] or (earlier in sets["determiner"] and not verbal)


def _estimates(words: list[str], hedge: Hedge) -> bool:
    """ "Maybe ten of them", "I maybe spent ten minutes"; not "I possibly phoned a few of them"."""
    ahead = words[hedge.end : hedge.end + 3]
    if not ahead or not is_past(ahead[0]):
        return is_amount(ahead)
    if words[hedge.start] not in ("maybe", "perhaps", "probably", "presumably"):
        return False
    return any(is_number(w) for w in ahead[1:])


# --- whose deed is it, and is it one?


def _deed(words: Sequence[str], hole: int, kind: str) -> bool:
    """True when the clause tells an own deed or its result; `hole` is where the hedge stood."""
    owner, at = owner_of(words, hole)
    if owner == "own":
        return _own_deed(words, at, hole, kind)
    if owner == "it" or (owner == "noun" and kind == "stance"):
        return _result(words, at) or _own_role(words)
    if owner == "none" and kind == "adverb" and hole == 0:
        return bool(words) and is_past(words[0]) and words[0] not in lexicon("inner-verbs")
    return False


def _own_deed(words: Sequence[str], at: int, hole: int, kind: str) -> bool:
    sets = lexicon_groups("delivery")
    if any(w in sets["modal"] for w in words[at : at + 4]):
        return False
    verb, was = main_verb(words, at)
    if (
        not verb
        or verb == "to"
        or verb in lexicon("inner-verbs")
        or any(w in sets["own_fault"] for w in words)
    ):
        return False
    if verb in ("took", "take", "got") and "what" in words[:at]:
        return False  # "what I took away": a lesson
    if was:
        return (
            verb.endswith("ing")
            or (verb in sets["before_role"] and not _trait(words))
            or verb in lexicon("result-words")
        )
    if is_past(verb) or verb == "did":
        return True
    near = hole - at <= 2 and kind == "adverb"
    return near and verb.isalpha() and verb in sets["weak_verb"]


def _trait(words: Sequence[str]) -> bool:
    """ "I'm kind of a questions person": what one is like, today."""
    return any(w in ("i'm", "am", "person", "people", "guy") for w in words)


def _result(words: Sequence[str], at: int) -> bool:
    sets = lexicon_groups("delivery")
    ahead = words[at : at + 9]
    return not any(w in sets["modal"] for w in ahead) and any(w in lexicon("result-words") for w in ahead)


def _own_role(words: Sequence[str]) -> bool:
    """ "It was, I suppose, my idea"; not "my fault"."""
    sets = lexicon_groups("delivery")
    for at, word in enumerate(words[:-1]):
        if word in ("was", "were", "been", "wasn't") and any(
            w in ("my", "mine", "me", "our", "us") for w in words[at + 1 : at + 4]
        ):
            return any(w in sets["role"] or w in ("mine", "me", "us") for w in words[at + 1 : at + 6])
    return False


# --- the kinds


def _supposes(clause: Clause, kind: str, apart: bool, closes: bool, claim: bool) -> bool:
    """ "I guess", "I think": before the deed, after it, or within it.

    `apart`: a comma before; `closes`: a pause after; `claim`: "I'd say", which weakens only results.
    """
    right, left = clause.right, clause.left
    owner, at = owner_of(right)
    if kind == "view" and (
        is_amount(right[:8]) or (not right and is_amount(left[-8:])) or right[:1] in _PONDERED
    ):
        return False
    if right and owner != "none" and not (apart and main_verb(right, at)[0] == ""):
        if owner == "own":
            return not claim and _own_deed(right, at, len(right), kind)
        return owner in ("it", "noun") and (
            _result(right, at) or (kind == "stance" and _own_role([*left, *right]))
        )
    if not left or (kind == "view" and not closes):
        return False
    return not (claim and owner_of(left, len(left))[0] == "own") and _deed(
        [*left, *right], len(left), "stance"
    )


def _little(clause: Clause, after: str) -> bool:
    """ "Helped a bit": a small share of an own deed, not a small thing."""
    sets = lexicon_groups("delivery")
    owner, at = owner_of(clause.left, len(clause.left))
    if owner not in ("own", "it") or any(w in sets["modal"] for w in clause.left[at : at + 4]):
        return False
    if any(w in sets["weak_verb"] for w in clause.left[-4:]):
        if after == "of":
            return any(w in lexicon("result-words") or w in sets["lent"] for w in clause.right[1:4])
        return (
            after in HARD
            or after == ","
            or after in sets["clause"]
            or after in sets["links"]
            or after == "too"
        )
    return _own_role([*clause.left, *clause.right])


def _might(clause: Clause, may: bool) -> bool:
    """ "I may have helped": an own deed in doubt; "might have" may be a missed chance, unless it helped."""
    sets = lexicon_groups("delivery")
    owner, _ = owner_of(clause.left, len(clause.left))
    ahead = [w for w in clause.right[:6] if w not in sets["aside"]]
    if owner not in ("own", "it") or not ahead or ahead[0] in lexicon("inner-verbs"):
        return False
    if may and owner == "own" and is_past(ahead[0]):
        return True
    return any(w in sets["weak_verb"] or w in lexicon("result-words") for w in ahead[:3])


def _doubts(said: Said, hedge: Hedge) -> bool:
    """ "I'm not sure how much of that was me": doubt today about one's own share."""
    words = said.words
    sets = lexicon_groups("delivery")
    before = words[hedge.start - 1]
    if (
        before not in ("i", "i'm", "am", "it's", "is", "though", "but", "and", "really", "honestly", ",")
        and before not in HARD
    ):
        return False
    ahead: list[str] = []
    for word in words[hedge.end : hedge.end + REACH]:
        if word in HARD:
            break
        ahead.append(word)
    if any(w in sets["modal"] for w in ahead[:4]):
        return False
    if len(ahead) < 3:  # "how much of it was me I couldn't say"
        ahead = _since_stop(words, hedge.start)
        asks = any(w in ("if", "whether", "how", "what", "extent") for w in ahead)
        return asks and _share(ahead, sets)
    if ahead[0] in ("that", "if", "whether") and ahead[1] in ("i", "we"):
        return _own_deed(ahead, 1, 1, hedge.kind) or _share(ahead, sets)
    return (before == "," or any(w in sets["question"] for w in ahead[:2])) and _share(ahead, sets)


def _since_stop(words: list[str], end: int) -> list[str]:
    start = end
    while start > 0 and end - start < REACH and words[start - 1] not in HARD:
        start -= 1
    return words[start:end]


def _share(words: Sequence[str], sets: dict[str, frozenset[str]]) -> bool:
    """True when the words speak of the speaker's share, or of whether it counts."""
    pairs = list(pairwise(words))
    mine = any((a in ("my", "our") and b in sets["role"]) or (a, b) == ("i", "did") for a, b in pairs)
    return mine or any(w in sets["credit"] for w in words[-5:]) or any(w in sets["worth"] for w in words)
