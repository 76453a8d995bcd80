"""Names in a text that writes them with capitals, as stretches to mask.

They are runs of capitalised words (`storybank.facts.runs`) without what does not belong to a name: titles, job titles,
tools, tongues, days, ordinary words that only open a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded
from storybank.facts.names import bare
from storybank.facts.naming import (
    Found,
    acts,
    is_agent,
    is_given,
    is_rank,
    is_role,
    is_titled,
    kind_of,
    names_nobody,
    shown,
    titles,
)
from storybank.facts.runs import runs_of
from storybank.facts.somebody import is_seated
from storybank.facts.vocabulary import group, is_common, is_known
from storybank.playbook.lexicons import lexicon, lexicon_groups

_MARKS: Final = frozenset("\"“”'‘(-–—:;•*")
_SCHEMES: Final = ("project", "operation", "programme", "program", "codename")
_ALSO_NAMES: Final = ("will", "may")


def proper_names(f: Folded, claims: Sequence[Claim]) -> Iterator[Found]:
    """The names among the claims of a text, and those that its labels and numbered places hold."""
    low = {t.word for t in f.tokens if not t.capital}
    headings = _headings(f)
    for first, end in runs_of(f, claims):
        if first in headings:
            continue
        yield from _kept(f, first, end, low)


def _kept(f: Folded, first: int, end: int, low: set[str]) -> Iterator[Found]:
    """What of a run is masked: nothing, or a stretch of it."""
    while end - first > 1 and not f.word(first)[0].isalnum():
        first += 1
    if bare(f.word(first)) not in titles() or is_rank(bare(f.word(first))):
        first, end = _without_roles(f, first, end)
    while end - first > 1 and (f.word(first) in titles() or f.word(first) == "."):
        first += 1
    if end - first > 1 and f.word(first) in _SCHEMES:
        first += 1
    titled = is_titled(f, first)
    if first >= end or (not titled and _is_nobodys(f, first, end, low)):
        return
    words = shown(f, first, end)
    if words:
        yield Found("Person" if titled else kind_of(f, first, end), words)


def _is_nobodys(f: Folded, first: int, end: int, low: set[str]) -> bool:
    """True for terms, counted things ("Sprint 14") and single words that are no name."""
    if all(names_nobody(f, k) or not f.word(k)[0].isalnum() for k in range(first, end)):
        return True
    counted = f.word(end)[:1].isdigit() and f.tokens[end].gap == " "
    if counted and all(is_common(bare(f.word(k))) and not is_given(f.word(k)) for k in range(first, end)):
        return True
    return end - first == 1 and _is_one_word(f, first, low)


def _headings(f: Folded) -> frozenset[int]:
    """The tokens of lines of ordinary words that "#" opens: there capitals make no name, as in "## Key Points"."""
    found: list[int] = []
    starts = [k for k in range(len(f.tokens)) if k == 0 or f.tokens[k].gap == "\n"]
    for start, end in pairwise([*starts, len(f.tokens)]):
        line = range(start, end)
        if f.word(start) == "#" and all(_plain(f, k) or f.word(k) in lists.words("stop") for k in line):
            found += line
    return frozenset(found)


def _is_one_word(f: Folded, at: int, low: set[str]) -> bool:
    """True for a single word that is no name: too short, a title, or ordinary and only at the start of a sentence."""
    word = bare(f.word(at))
    if len(word) < 2 or word in titles() or word in group("department") or _says_nothing(f, at):
        return True
    if f.word(at - 1) in _MARKS and is_common(word) and not is_given(word):
        return True
    if not f.tokens[at].opens or (len(f.tokens[at].shown) > 1 and f.tokens[at].shown.isupper()):
        return False
    ordinary = word in low or is_common(word)
    if is_given(word) and ordinary and not is_seated(f, at):
        return f.word(at + 1) in ("from", "of", "at", "in", "left") or (
            word in low and not acts(f, at, at + 1)
        )
    return ordinary and not is_given(word) and not acts(f, at, at + 1)


def _says_nothing(f: Folded, at: int) -> bool:
    """True for "You", "Why", "the Director": no name, wherever it stands."""
    word = bare(f.word(at))
    if word in lists.words("stop") or word in lists.words("aux"):
        return word not in _ALSO_NAMES
    if is_given(word):
        return False
    named = not _introduced(f, at) and (word in lexicon("surnames") or acts(f, at, at + 1))
    return word in lexicon_groups("not-surnames")["opening"] or (is_role(word) and not named)


def _without_roles(f: Folded, first: int, end: int) -> tuple[int, int]:
    """A run without the job title in it: "Duty Controller", "Head of Platform", "Chief Executive Ada Smith"."""
    if _follows_role(f, first) and all(_plain(f, k) for k in range(first, end)):
        return end, end
    if any(f.word(k) == "&" for k in range(first, end)):
        return first, end
    head = bare(f.word(end - 1))
    if end - first == 1:
        return first, end  # a word alone is judged by what stands around it
    if is_rank(head) or (_introduced(f, first) and is_agent(head)):
        if all(_modifies(f, k) for k in range(first, end - 1)) and not _has_given(f, first, end):
            return end, end
        if head in lists.words("rank-head") and not _has_given(f, first, end):
            end -= 1
    while first < end - 1 and _ranks(f, first):
        first += 1
    return first, end


def _ranks(f: Folded, at: int) -> bool:
    """ "Director Smith", "Deputy Manager Smith"."""
    ranks = lists.words("rank-head")
    return f.word(at) in ranks or (f.word(at) in lists.words("rank-modifier") and f.word(at + 1) in ranks)


def _has_given(f: Folded, first: int, end: int) -> bool:
    """ "Ada Baker", "with Grace Cook": a given name before what is a role elsewhere."""
    words = [bare(f.word(k)) for k in range(first, end - 1)]
    weak = lexicon("given-names-weak")
    if any(word in lexicon("given-names") and word not in weak for word in words):
        return True
    return len(words) == 1 and words[0] in weak and not _introduced(f, first)


def _introduced(f: Folded, first: int) -> bool:
    """True behind what stands before a job title rather than before a name: "a", "our", "as", the start of a line."""
    return first == 0 or f.tokens[first].gap == "\n" or f.word(first - 1) in group("before-a-title")


def _follows_role(f: Folded, first: int) -> bool:
    """True behind "Head of" and "Director for"."""
    before = first - 1
    if f.word(before) in ("the", "our"):
        before -= 1
    return (
        f.word(before) in ("of", "for")
        and f.tokens[max(0, before - 1)].capital
        and is_rank(f.word(before - 1))
    )


def _plain(f: Folded, at: int) -> bool:
    word = bare(f.word(at))
    return not word.isalpha() or (is_known(word) and not is_given(word)) or names_nobody(f, at)


def _modifies(f: Folded, at: int) -> bool:
    """True for a word that says which manager, nurse, officer: an ordinary one, or two of them in one."""
    word = bare(f.word(at))
    if _plain(f, at) or is_rank(word) or (is_common(word) and word in lexicon("given-names-weak")):
        return True
    cuts = range(3, len(word) - 2)
    return any(is_common(word[:k]) and is_common(word[k:]) for k in cuts)
