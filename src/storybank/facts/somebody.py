"""People whose names are ordinary words too, found by how they are brought into a story.

"My manager mark", "grace from finance", "told sue", "mark and i", "mark was my boss", "mark's wife". A transcript
shows no other sign of such names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from storybank.facts import lists
from storybank.facts.fold import Folded
from storybank.facts.names import bare
from storybank.facts.naming import Found, is_given, past_pauses, persons, shown, word_before
from storybank.facts.vocabulary import group, is_public, seen
from storybank.playbook.lexicons import lexicon, lexicon_groups

_OWNING: Final = frozenset(["my", "our", "his", "her", "their", "the", "this", "a", "an", "your"])
_OWNED: Final = frozenset(["my", "our", "his", "her", "their"])
_REACH: Final = 4  # words between "my" and the role behind it: "my second line manager"
_GOES_ON: Final = frozenset(["that", "to", "it", "we", "they", "this", "the", "for", "you"])
"""What stands behind a verb rather than behind a name: "sarah and hope that"."""


def introduced_people(f: Folded) -> Iterator[Found]:
    """People of a text in small letters whose names are ordinary words."""
    for at, token in enumerate(f.tokens):
        if _may_be_somebody(bare(token.word)) and _is_somebody(f, at):
            yield Found("Person", shown(f, at, at + 1))


def is_seated(f: Folded, at: int) -> bool:
    """ "Grace from finance", "George in legal"."""
    return f.word(at + 1) in ("from", "in", "over") and f.word(at + 2) in group("department")


def _may_be_somebody(word: str) -> bool:
    """True for a given name that is an ordinary word too, but none that holds sentences together."""
    if len(word) < 3 or not is_given(word) or word in lists.words("stop") or word in lists.words("aux"):
        return False
    return word not in group("speech") and not is_public(word)


def _is_somebody(f: Folded, at: int) -> bool:
    before = word_before(f, at)
    if before in persons() and _owned(f, at - 1):
        return True
    if bare(f.word(at)) in lexicon("past-forms"):
        return False  # "drew", "rose": verbs behind most of what stands before a name
    if before in group("addressing") or before in ("name's", "called"):
        return before != "called" or f.word(at - 2) in group("thing-called")
    if before in _OWNING:
        return False
    return (
        is_seated(f, at)
        or _is_subject(f, at, before)
        or _is_object(f, at, before)
        or _is_listed(f, at, before)
    )


def _owned(f: Folded, role: int) -> bool:
    """ "my manager", "the second shift nurse": somebody in particular."""
    for at in range(role - 1, max(-1, role - 1 - _REACH), -1):
        if f.word(at) in _OWNING:
            return True
        if f.word(at) in lists.words("aux"):
            return False
    return False


def _is_subject(f: Folded, at: int, before: str) -> bool:
    """ "and mark said", "so mark and i", "mark was my boss", "mark our foreman", "mark's wife"."""
    behind = past_pauses(f, at + 1)
    after, then = f.word(behind), f.word(behind + 1)
    if f.word(at).endswith("'s") and after in lexicon_groups("person-roles")["tie"]:
        return True
    if before not in group("clause") and f.tokens[at].gap != "\n":
        return False
    if after in group("saying") or (before != "and" and after == "and" and then in ("i", "me")):
        return True
    if after in ("was", "is"):
        return then in _OWNED and any(f.word(behind + k) in persons() for k in (2, 3, 4))
    return after in _OWNED and then in persons()


def _is_object(f: Folded, at: int, before: str) -> bool:
    """ "went to mark and he", "spoke to grace", "reported to hope", "with angel who ran it"."""
    after, then = f.word(at + 1), f.word(at + 2)
    if before not in ("to", "with", "from", "and", "at", "about", "under", "for"):
        return False
    if (after in ("and", "but", "so", "because", "cause") and then in ("he", "she")) or after == "who":
        return True
    spoken = f.word(at - 2) in group("spoken-to") or f.word(at - 3) in ("introduced", "handed", "married")
    return spoken and before in ("to", "with", "under")


def _is_listed(f: Folded, at: int, before: str) -> bool:
    """ "rob and grace", "grace and rob": beside a name that is no ordinary word."""
    if f.word(at + 1) in _GOES_ON:
        return False
    if before == "and" and _is_plain_name(f.word(at - 2)):
        return True
    return (
        f.word(at + 1) == "and"
        and _is_plain_name(f.word(at + 2))
        and before in ("with", "me", "to", "and", "had")
    )


def _is_plain_name(word: str) -> bool:
    return word in lexicon("given-names") and word not in seen() and not is_public(word)
