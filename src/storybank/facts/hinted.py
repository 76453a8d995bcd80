"""Names in a transcript without capitals that are ordinary words: what the words around make one.

Behind "called", between "at" and "logistics", before "street", behind "project", with a figure at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from storybank.facts import lists
from storybank.facts.fold import Folded
from storybank.facts.naming import Found, goes_on, is_role, shown
from storybank.facts.vocabulary import group, is_known, is_public, is_rare, is_read
from storybank.playbook.lexicons import lexicon_groups

_NAMED: Final = ["called", "it", "the"]
_LABELLED: Final = 6  # words from which on a line is no name
_HOUSES: Final = 5  # figures that no house number has


def hinted_names(f: Folded) -> Iterator[Found]:
    """Names of ordinary words, in a text in small letters."""
    yield from _labelled(f)
    yield from _systems(f)
    yield from _coded(f)
    yield from _projects(f)
    yield from _placed(f)
    yield from _numbered(f)
    yield from _employed(f)
    yield from _called(f)


def _labelled(f: Folded) -> Iterator[Found]:
    """ "client: grey heron", a line of notes by itself."""
    for at in range(1, len(f.tokens)):
        if f.word(at) != ":" or f.word(at - 1) not in group("label") or f.tokens[at - 1].gap != "\n":
            continue
        end = at + 1
        while end < len(f.tokens) and f.tokens[end].gap != "\n" and f.word(end) not in (",", ";", "("):
            end += 1
        words = [f.word(k) for k in range(at + 1, end)]
        if 0 < len(words) < _LABELLED and not all(is_role(w) or is_public(w) or goes_on(w) for w in words):
            yield Found("Name", shown(f, at + 1, end))


def _placed(f: Folded) -> Iterator[Found]:
    """ "on ferry hill", "at larch court", "on al wasl road", "14 gallows close"."""
    for at in range(1, len(f.tokens) - 1):
        word, first = f.word(at), at
        if f.word(at + 1) not in group("street") or f.tokens[at + 1].gap != " ":
            continue
        if not word.isalpha() or word in group("not-a-street") or word in lists.words("stop"):
            continue
        if is_public(word):  # "on google drive", "in france square"
            continue
        first -= _is_strange(f.word(first - 1)) and f.tokens[first].gap == " "
        before = f.word(first - 1)
        if before == "the" and f.word(at + 2) in group("beside"):
            before = f.word(first - 2)
        if before in group("placing"):
            yield Found("Place", shown(f, first, at + 2))
        elif before.isdigit() and len(before) < _HOUSES and not _is_measure(word):
            yield Found("Address", shown(f, first - 1, at + 2))


def _is_strange(word: str) -> bool:
    """True for what may be the first half of the name of a street: "al" in "al wasl road"."""
    return word.isalpha() and (not is_known(word) or word in lexicon_groups("name-context")["particle"])


def _is_measure(word: str) -> bool:
    """True for "minute" and "mile": "a 20 minute walk"."""
    return word in lists.values("time") or word in lists.values("measure")


def _numbered(f: Folded) -> Iterator[Found]:
    """ "at shed 22"."""
    for at in range(1, len(f.tokens) - 1):
        number, before = f.word(at + 1), f.word(at - 1)
        if before == "the":
            before = f.word(at - 2)
        numbered = number in lists.numbers("number") or (number.isdigit() and len(number) < 5)
        if f.word(at) in group("house") and before in group("placing") and numbered:
            yield Found("Place", shown(f, at, at + 2))


def _employed(f: Folded) -> Iterator[Found]:
    """ "at open larder trust", "at halo & finch"."""
    barred = group("not-a-street") | group("not-a-firm") | lists.words("stop") | {"called", "named"}
    for at in range(1, len(f.tokens) - 1):
        if f.word(at + 1) == "&" and f.word(at).isalpha() and f.word(at + 3) in group("trade"):
            yield Found("Organisation", shown(f, at, at + 4))
        if f.word(at - 1) not in group("employing") or f.word(at) in barred or not f.word(at).isalpha():
            continue
        if f.word(at + 1) == "&" and f.word(at + 2).isalpha():
            yield Found("Organisation", shown(f, at, at + 3))
            continue
        end = at + 1
        while (
            end < min(at + 4, len(f.tokens))
            and f.word(end) not in barred
            and f.word(end) not in group("firm")
        ):
            end += 1
        if end < len(f.tokens) and f.word(end) in group("firm") and f.word(at) not in group("trade"):
            yield Found("Organisation", shown(f, at, end + 1))


def _systems(f: Folded) -> Iterator[Found]:
    """ "our booking system portico", "called it the falcon rewrite"."""
    for at in range(1, len(f.tokens)):
        named = f.word(at - 1) in group("system") or [f.word(k) for k in (at - 3, at - 2, at - 1)] == _NAMED
        if named and is_read(f.word(at)) and f.tokens[at].gap == " ":
            yield Found("Project", shown(f, at, at + 1))


def _coded(f: Folded) -> Iterator[Found]:
    """ "ticket inc-40213", "luma-2": words and figures that hyphens join."""
    for at in range(2, len(f.tokens)):
        digits = f.word(at)
        if f.word(at - 1) != "-" or not digits.isdigit() or not f.glued(at) or not f.glued(at - 1):
            continue
        first = at - 2
        while first > 1 and f.word(first - 1) == "-" and f.glued(first) and f.glued(first - 1):
            first -= 2
        year = len(digits) == 4 and digits.startswith(("19", "20"))
        word = f.word(first)
        named = (
            is_rare(word)
            or (is_read(word) and not is_public(word))
            or f.word(first - 1) in ("called", "named")
        )
        if word.isalpha() and (named or (len(digits) > 3 and not year)):
            yield Found("Name" if named else "Secret", shown(f, first, at + 1))


def _projects(f: Folded) -> Iterator[Found]:
    """ "as part of project heron"."""
    barred = lexicon_groups("confidential")["project-words"]
    for at in range(1, len(f.tokens) - 1):
        if f.word(at) != "project" or f.word(at - 1) not in group("before-project"):
            continue
        word = f.word(at + 1)
        if word.isalpha() and word not in barred and not goes_on(word) and not word.endswith("s"):
            yield Found("Project", shown(f, at, at + 2))


def _called(f: Folded) -> Iterator[Found]:
    """ "a film called the salt gardener", "we called it beacon", "they named project bottle"."""
    for at, token in enumerate(f.tokens):
        if token.word not in ("called", "named", "dubbed", "nicknamed", "christened", "codenamed"):
            continue
        before = f.word(at - 1)
        if before == "-" and f.word(at - 2) == "code":
            yield Found("Project", shown(f, at + 1, max(at + 2, _until_stop(f, at + 1))))
            continue
        said = before in ("was", "is", "were", "are", "been") and f.word(at - 2) in ("it", "which", "that")
        if before in lists.words("aux"):
            before = f.word(at - 2)
        first = at + 1
        if said and f.word(first).isalpha() and not goes_on(f.word(first)):
            yield Found("Project", shown(f, first, first + 1))
        if f.word(first) == "it":
            if not is_known(f.word(first + 1)) or f.word(first + 1) in lists.words("stop"):
                continue
            first += 1
            if f.word(first + 1) in lists.words("stop") or first + 1 >= len(f.tokens):
                yield Found("Project", shown(f, first, first + 1))
        elif before in group("thing-called") or is_role(before):
            end = _until_stop(f, first)
            if end > first:
                yield Found("Name", shown(f, first, end))


def _until_stop(f: Folded, first: int) -> int:
    """Where a name of ordinary words ends: before the first word that no name goes on with."""
    end = first + (f.word(first) in ("the", "a"))
    start = end
    while end < min(start + 3, len(f.tokens)) and f.word(end).isalpha() and f.tokens[end].gap in (" ", ""):
        word = f.word(end)
        if word in lists.words("stop") or word in lists.words("self") or word in lists.words("other"):
            break
        if end > start and goes_on(word):
            break
        end += 1
    return end if end > start else first
