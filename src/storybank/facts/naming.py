"""What both ways of finding names share: what is found, titles, roles, and the kind of a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from storybank.facts import lists
from storybank.facts.fold import Folded
from storybank.facts.names import bare
from storybank.facts.vocabulary import group, is_common, is_public
from storybank.playbook.lexicons import lexicon, lexicon_groups

_PAUSES: Final = 4  # words looked at for one that is no "um"
_AGENT: Final = ("er", "or", "ist", "ian", "man", "woman")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch to mask: its kind (one of `storybank.facts.key.KINDS`), and the words."""

    kind: str
    form: str


@cache
def titles() -> frozenset[str]:
    """What stands before a name and is no part of it: "mr", "sister", "inspector"."""
    return (
        lexicon_groups("name-context")["honorific"] | lexicon_groups("name-context")["title"] | group("title")
    )


@cache
def roles() -> frozenset[str]:
    """What somebody is: "manager", "nurse", "boss"."""
    return lists.words("rank-head") | lexicon("person-roles") | lexicon_groups("not-surnames")["rank"]


@cache
def persons() -> frozenset[str]:
    """Roles that no firm has: a word in small letters right behind one may be a name."""
    people = lexicon_groups("person-roles")
    return (people["rank"] | people["tie"]) - people["either"] - group("not-before-a-name")


def is_role(word: str) -> bool:
    """True for a role, in the plural too."""
    return word in roles() or word.removesuffix("s") in roles()


def is_rank(word: str) -> bool:
    """True for a trade or rank, in the plural too: what a job title ends with."""
    return word in _ranks() or word.removesuffix("s") in _ranks()


@cache
def _ranks() -> frozenset[str]:
    return (roles() - lexicon_groups("person-roles")["tie"]) | group("rank")


def is_agent(word: str) -> bool:
    """True for an ordinary word formed like a role: "brewer", "archivist"."""
    things = lexicon_groups("not-surnames")
    if any(word in things[name] for name in ("body", "place", "thing")):
        return False
    return word.endswith(_AGENT) and is_common(word)


def is_given(word: str) -> bool:
    """True for what people are called, whatever else it means."""
    return word in lexicon("given-names") or word in lexicon("given-names-weak")


def is_titled(f: Folded, first: int) -> bool:
    """True behind a title, with or without its stop."""
    return f.word(first - 1) in titles() or (f.word(first - 1) == "." and f.word(first - 2) in titles())


def acts(f: Folded, first: int, end: int) -> bool:
    """True when the words around speak of somebody: a verb of saying behind, a role or "with" before."""
    after, before = f.word(end), f.word(first - 1)
    return after in group("speech") or before in group("towards") or before in persons() or before in titles()


def names_nobody(f: Folded, at: int) -> bool:
    """True for a term, tool, tongue or day; one that is also a given name only where nobody acts by it."""
    word = bare(f.word(at))
    if (
        len(word) > 1
        and word in group("acronym")
        and not f.tokens[at].shown[:2].isupper()
        and f.tokens[at].capital
    ):
        return word in lists.words("public")
    if _in_country(f, at):
        return True
    if not is_public(word) and not is_public(f.word(at)):
        return False
    return not (is_given(word) and acts(f, at, at + 1))


def _in_country(f: Folded, at: int) -> bool:
    """True for each word of "South Africa" and "Trinidad and Tobago"."""
    stretches = ((first, first + n) for n in (2, 3) for first in range(at - n + 1, at + 1))
    return any(" ".join(map(f.word, range(a, b))) in group("country") for a, b in stretches)


def goes_on(word: str) -> bool:
    """True for a word that, in a transcript, goes on with the sentence behind a name."""
    return (
        word in lists.words("stop")
        or word in lexicon("name-stops")
        or word in lexicon("past-forms")
        or word in group("speech")
        or word in group("spoken")
        or word.endswith(("ed", "ing", "ly"))
    )


def word_before(f: Folded, at: int) -> str:
    """The word before a token, past "um" and "er"."""
    return f.word(next((k for k in range(at - 1, at - 1 - _PAUSES, -1) if not _is_pause(f, k)), at - 1))


def past_pauses(f: Folded, at: int) -> int:
    """The token itself, or the first one behind "um" and "er"."""
    return next((k for k in range(at, at + _PAUSES) if not _is_pause(f, k)), at)


def _is_pause(f: Folded, at: int) -> bool:
    return f.word(at) in lexicon("vocal-pauses")


def shown(f: Folded, first: int, end: int) -> str:
    """The words of a stretch as they stand, without a possessive ending."""
    words = f.span(first, end).of(f.text)
    for tail in ("'s", "’s", "'S", "’S", "'", "’"):
        words = words.removesuffix(tail)
    return words


def kind_of(f: Folded, first: int, end: int) -> str:
    """Person, organisation, place or simply a name: by what lists know and what stands around."""
    last, before, after = bare(f.word(end - 1)), f.word(first - 1), f.word(end)
    if last in lists.words("firm-ending") or (end - first > 1 and last in group("firm")):
        return "Organisation"
    if after in ("inc", "ltd", "gmbh", "plc", "llc"):
        return "Organisation"
    if before in ("project", "operation", "programme", "codename"):
        return "Project"
    head = bare(f.word(first))
    if head in lexicon("given-names") or before in lexicon("person-roles") or is_titled(f, first):
        return "Person"
    if head in lexicon("given-names-weak") and after in ("said", "asked", "told", "was", "had", "and"):
        return "Person"
    if before in lists.words("place-before") or (end - first > 1 and last in group("street")):
        return "Place"
    return "Organisation" if before in lists.words("firm-before") else "Name"
