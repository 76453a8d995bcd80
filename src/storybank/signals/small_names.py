"""Full names in speech that was written down without capitals: only where the words around leave no doubt."""

from __future__ import annotations

import re
from typing import Final

from storybank.playbook.lexicons import lexicon, lexicon_groups
from storybank.text.span import Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CASED: Final = 0.02
"""Capitals a word (but "I") from which on a text is taken to write names with capitals."""
_POINTING: Final = frozenset(
    ["a", "an", "the", "this", "that", "our", "my", "his", "her", "their", "your", "one"]
)
"""After these stands a thing or a kind of person: "this guy yusuf"."""
_SHORT: Final = 6
"""Letters up to which a word may end like a family name by chance ("reason", "field")."""
_ENDINGS: Final = ("ing", "ly", "ed", "n't", "'s", "’s")


def find_small_names(prose: str) -> tuple[Span, ...]:
    """Given name and family name in small letters, after "called" or a role; none in text with capitals."""
    found: list[Span] = []
    words = list(_WORD.finditer(prose))
    capitals = sum(w[0][0].isupper() and w[0][0] != "I" for w in words)
    if capitals > CASED * len(words):
        return ()
    plain = [w[0] for w in words]
    given = lexicon("given-names")
    reached = 0
    for at in range(1, len(plain) - 1):
        if at < reached or len(plain[at]) < 3 or plain[at] not in given:
            continue
        last = _last(prose, words, at)
        if last and _person(plain, at, last):
            found.append(Span(words[at].start(), words[last].end()))
            reached = last + 1
    return tuple(found)


def _last(prose: str, words: list[re.Match[str]], at: int) -> int:
    """Where the family name stands; 0 when what follows is none."""
    last = at + 1
    particles = lexicon_groups("name-context")["particle"]
    while last < min(at + 3, len(words) - 1) and words[last][0] in particles:
        last += 1
    for k in range(at, last):
        if prose[words[k].end() : words[k + 1].start()] != " ":
            return 0
    word = words[last][0]
    if len(word) < 3 or word.endswith(_ENDINGS) or word in lexicon("given-names-weak"):
        return 0
    barred = ("name-stops", "not-surnames", "past-forms", "person-roles", "inner-verbs", "result-words")
    return 0 if any(word in lexicon(name) for name in barred) else last


def _family(word: str) -> bool:
    """Whether a word is a family name by the list, or by what it ends in: "whitfield", "wierzbicki"."""
    endings = tuple(lexicon_groups("name-context")["family_ending"])
    return word in lexicon("surnames") or (len(word) > _SHORT and word.endswith(endings))


def _person(plain: list[str], at: int, last: int) -> bool:
    roles = lexicon_groups("person-roles")
    persons = (roles["rank"] | roles["tie"]) - roles["either"]
    before = plain[max(0, at - 6) : at]
    after = plain[last + 1] if last + 1 < len(plain) else "said"
    if _family(plain[last]) and after in lexicon("name-stops") and before[-1] not in _POINTING:
        return True
    if before[-1] in ("called", "named"):
        return any(w in persons for w in before[:-1])
    if before[-2:] in (["name", "is"], ["name", "was"]):
        return True
    if before[-1] not in persons and before[-1] not in lexicon_groups("name-context")["title"]:
        return False
    return plain[last] in lexicon("surnames") or after in lexicon("name-stops")
