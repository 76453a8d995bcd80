"""Employers whose names are ordinary or public words, found by how they are brought into a story.

"A midwife at orange", "i worked at first light solar", "so at google i was". A transcript shows no other sign of such
names; where names bear capitals, this tells the employer "Notion" from the tool.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from storybank.facts import lists
from storybank.facts.fold import Folded
from storybank.facts.names import bare
from storybank.facts.naming import Found, goes_on, is_given, is_role, past_pauses, roles, shown, word_before
from storybank.facts.vocabulary import group, is_common, is_public, is_rare, seen
from storybank.playbook.lexicons import lexicon_groups

_WE: Final = frozenset(["i", "we"])
_ABSTRACT: Final = ("tion", "sion", "ment", "ness", "ship", "ity", "ance", "ence", "ing", "ism", "al")
_LONGEST: Final = 5  # words of the name of a firm


def introduced_firms(f: Folded) -> Iterator[Found]:
    """Employers and clients of a text in small letters, whose names are ordinary or public words."""
    for before in range(len(f.tokens) - 1):
        first = past_pauses(f, before + 1)
        end = first
        if _employs(f, before):
            end = _firm_end(f, first)
        elif f.word(before) in group("firm-noun"):
            end = _grown(f, first) if _is_uncommon(f, first) else first
        if end > first:
            yield Found("Organisation", shown(f, first, end))


def public_employers(f: Folded) -> Iterator[Found]:
    """Employers that bear the name of a tool or of a firm that everybody uses, where names bear capitals."""
    for first in range(1, len(f.tokens)):
        word = bare(f.word(first))
        if f.tokens[first].capital and word in group("tool") and _employs(f, first - 1):
            yield Found("Organisation", shown(f, first, first + 1))


def _employs(f: Folded, at: int) -> bool:
    """True for an "at", "for" or "with" before which, or behind whose noun, somebody says where they work."""
    word, before = f.word(at), f.word(at - 1)
    if word in ("joined", "left", "quit"):
        return before in _WE
    if word in ("from", "to"):
        return _changes_post(f, at)
    if word not in ("at", "for", "with"):
        return False
    if before in group("work") and word != "with":
        return True
    if _is_post(before):
        return True
    if word != "at":
        return before in group("post")
    if before in group("post") or (
        before in ("am", "was", "im", "i'm", "were") and _subject(f, at - 1) in _WE
    ):
        return True
    return before in group("clause") and any(f.word(k) in _WE for k in range(at + 2, at + 5))


def _changes_post(f: Folded, at: int) -> bool:
    """ "An offer from apple", "i moved to shell as an analyst"."""
    if f.word(at) == "from":
        return f.word(at - 1) in ("offer", "offers", "job")
    name = past_pauses(f, at + 1)
    return (
        f.word(at - 1) in group("moving")
        and f.word(name + 1) == "as"
        and f.word(name + 2) in ("a", "an", "the", "their", "head")
    )


def _is_post(word: str) -> bool:
    """True for what somebody is at a firm: "manager", "midwife"."""
    return (word in roles() or word in group("rank")) and not word.endswith("s")


def _subject(f: Folded, verb: int) -> str:
    return "i" if f.word(verb) in ("im", "i'm") else f.word(verb - 1)


def _firm_end(f: Folded, first: int) -> int:
    """Where the name of a firm ends that begins at a token; the token itself when none begins there."""
    word, before = bare(f.word(first)), word_before(f, first)
    if word == "the":
        return _behind_body(f, first + 1) if not _is_ordinary(f, first + 1) else first
    if not _begins_a_firm(f, first) or f.word(first + 1) in ("-", "/"):
        return first
    end = _grown(f, first)
    if end - first > 1:
        firm = before == "at" or not is_common(word) or bare(f.word(end - 1)) in group("firm")
        return end if firm else first
    alone = f.word(first - 2)  # "work" in "i work at"
    if word in group("tool"):
        return end
    if before in ("from", "to"):
        return end
    if before in ("left", "quit"):
        return end if is_rare(word) else first
    if is_given(word):
        return end if before == "at" else first
    if is_common(word):  # "i worked at boots", "i joined next as a buyer", but not "i worked for years"
        if before == "joined":
            return end if f.word(end) in ("as", "in", "when", "from", "straight") else first
        if before == "with":  # "an accountant with plum, a small practice"
            return end if _is_post(alone) and f.word(end) in ("a", "an") else first
        return end if before == "at" and (alone in group("work") or _is_post(alone)) else first
    return end if before == "at" or is_rare(word) or is_public(word) or not word.endswith("s") else first


def _begins_a_firm(f: Folded, at: int) -> bool:
    word = bare(f.word(at))
    if len(word) < 2 or not word.replace("'", "").isalpha() or f.tokens[at].gap == "\n":
        return False
    if word in group("no-employer") or word in group("not-a-firm") or word in group("not-a-street"):
        return False
    if word in group("tool"):
        return f.word(at - 1) not in ("for", "with", "by") or f.word(at - 2) in group("work")
    return not (is_public(word) or goes_on(word) or is_role(word) or _is_counted(word))


def _is_ordinary(f: Folded, at: int) -> bool:
    return not _begins_a_firm(f, at) or (is_common(bare(f.word(at))) and bare(f.word(at)) != "royal")


def _is_uncommon(f: Folded, at: int) -> bool:
    """True for what was never seen as an ordinary word in this very form: "redwood", "revent"."""
    word = bare(f.word(at))
    if not _begins_a_firm(f, at) or word in seen() or word.removesuffix("s") in seen() or is_public(word):
        return False
    nouns = lexicon_groups("not-surnames")
    return not (
        _is_body(word) or word in nouns["thing"] or word in nouns["quality"] or word.endswith(_ABSTRACT)
    )


def _is_counted(word: str) -> bool:
    return word in lists.numbers("number") or word.isdigit()


def _grown(f: Folded, first: int) -> int:
    """Behind the last word that belongs to a name: an uncommon one, a given name, or what a firm is."""
    end = at = first + 1
    while at < min(first + _LONGEST, len(f.tokens)) and f.tokens[at].gap == " ":
        word = bare(f.word(at))
        if word == "of" and _is_body(f.word(at - 1)) and _begins_a_firm(f, at + 1):
            end = at = at + 2
            continue
        if _is_body(word):
            end = at = at + 1
            continue
        if word in ("&",) or not word.replace("'", "").isalpha():
            at += 1
            if word != "&":
                break
            continue
        if (
            goes_on(word)
            or is_role(f.word(at))
            or is_public(word)
            or _is_counted(word)
            or word in group("no-employer")
        ):
            break
        at += 1
        if not is_common(word) or is_given(word):
            end = at
    return end


def _is_body(word: str) -> bool:
    if word in lists.words("stop"):
        return False
    return word in group("trade") or word in lexicon_groups("not-surnames")["body"]


def _behind_body(f: Folded, first: int) -> int:
    """ "the royal infirmary": behind what it is; the word before when nothing says so."""
    end = _grown(f, first)
    return end if end - first > 1 and _is_body(bare(f.word(end - 1))) else first - 1
