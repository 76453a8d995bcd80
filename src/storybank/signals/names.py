"""Private persons named in full: a given name with a family name.

A run of capitalised words is a person where a known given name opens it and a word that could be a family
name follows. Given names that are also words (Will, Grace, Victoria), and names that no list holds, need the
words around them to speak for a person: a role, an apposition, a verb of saying. Firms, places, methods,
titles of books, headings, public figures and all capitals are left alone. In doubt nobody is named.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from storybank.playbook.lexicons import lexicon, lexicon_groups
from storybank.signals.small_names import find_small_names
from storybank.text.span import Span
from storybank.text.words import STARTERS

_CAPITAL: Final = re.compile(r"(?<![\w'’])[^\W\d_a-z][^\W\d_]*(?:['’\-‐][^\W\d_]+)*")
_PARTICLES: Final = (
    "de|del|della|dello|da|das|dos|di|du|van|von|vom|vander|der|den|ter|ten|te|la|le|las|los|y|af|av|zu|zur|bin"
    "|ibn|bint|abu|al|el"
)
_GAP: Final = re.compile(rf"\.?[ \u00a0](?:(?:{_PARTICLES})[ \u00a0]){{0,3}}(?:[ae][lsdn]-|d['’])?")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FOLDED: Final = str.maketrans("łøßđıæœðþ’‐", "losdiaedp'-")
_REACH: Final = 60
"""Code points around a run that are searched for evidence."""
_NEXT: Final = re.compile(r"(?:[ ,]+[a-z'’]+){1,5}")
_PRONOUN: Final = frozenset(["he", "she", "him", "her", "his"])
_LONGEST: Final = 5
"""Words of a name at most."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A capitalised word without a possessive ending; `plain` is folded, `dotted` has a stop behind it."""

    start: int
    end: int
    plain: str
    shouted: bool
    possessive: bool
    dotted: bool


def find_names(prose: str) -> tuple[Span, ...]:
    """Full names of private persons, in order and disjoint; a title before a name is no part of it."""
    found = [span for run in _runs(prose) for span in _persons(prose, run)]
    return tuple(found) if found else find_small_names(prose)


def fold(word: str) -> str:
    """Lower case, without accents, with a straight apostrophe."""
    word = word.lower()
    if word.isascii():
        return word
    word = unicodedata.normalize("NFKD", word.translate(_FOLDED))
    return "".join(c for c in word if not unicodedata.combining(c))


# --- runs of capitalised words


def _runs(prose: str) -> list[list[_Word]]:
    """Capitalised words that stand together, with particles between them, two or more a run."""
    runs: list[list[_Word]] = []
    run: list[_Word] = []
    for match in _CAPITAL.finditer(prose):
        word = _word(prose, match)
        if word is None:
            continue
        if run and not _joined(prose, run[-1], word):
            _keep(runs, run)
            run = []
        if word.shouted:
            _keep(runs, run)
            run = []
        else:
            run.append(word)
    _keep(runs, run)
    return runs


def _keep(runs: list[list[_Word]], run: list[_Word]) -> None:
    if len(run) > 1:
        runs.append(run)


def _word(prose: str, match: re.Match[str]) -> _Word | None:
    shown = match[0]
    if not shown[0].isupper():
        return None
    start, end = match.span()
    possessive = len(shown) > 2 and shown[-1] in "sS" and shown[-2] in "'’"
    if possessive:
        shown, end = shown[:-2], end - 2
    dotted = prose.startswith(".", end)
    shouted = (len(shown) > 1 and shown.isupper() and "'" not in shown) or (shown == "I" and not dotted)
    return _Word(start, end, fold(shown), shouted or shown.startswith(("I'", "I’")), possessive, dotted)


def _joined(prose: str, word: _Word, after: _Word) -> bool:
    """True when nothing but a space, particles or the stop of an initial or a title stands between."""
    if word.possessive or not _GAP.fullmatch(prose, word.end, after.start):
        return False
    return not word.dotted or len(word.plain) == 1 or word.plain in lexicon_groups("name-context")["title"]


# --- from a run to persons


def _persons(prose: str, run: list[_Word]) -> list[Span]:
    found: list[Span] = []
    at = 0
    while at < len(run) - 1:
        last = _person(prose, run, at)
        if last:
            found.append(Span(run[at].start, run[last].end))
        at = last + 1 if last else at + 1
    return found


def _person(prose: str, run: list[_Word], at: int) -> int:
    """Where in the run the full name ends that begins at `at`; 0 when none begins there."""
    context = lexicon_groups("name-context")
    first, second = run[at].plain, run[at + 1].plain
    if first in context["honorific"] or (at and _no_person_before(run[at - 1].plain)):
        return 0
    last = _last(run, at)
    if last == at or second == first:
        return 0
    titled = at > 0 and run[at - 1].plain in context["title"]
    evidence = titled or _evidence(prose, run[at].start, run[last].end)
    if not _likely(prose, run, at, last, evidence) or _public(run[at : last + 1]):
        return 0
    if _borne_by_a_thing(prose, run, at, last) or (not evidence and _in_heading(prose, run[at].start)):
        return 0
    return last


def _no_person_before(word: str) -> bool:
    """ "Hotel Maria", "San Pedro", "Project Oscar"."""
    groups = lexicon_groups("not-surnames")
    prefix = lexicon_groups("name-context")["place_prefix"]
    return word in prefix or word in groups["body"] or word in groups["thing"]


def _last(run: list[_Word], at: int) -> int:
    """The last word that can belong to the name, `at` itself when the next cannot."""
    barred = lexicon("not-surnames")
    last = at
    for k in range(at + 1, min(len(run), at + _LONGEST)):
        word = run[k].plain
        initial = len(word) == 1
        if word in barred and not (k == at + 1 and _told_as_name(run, at)):
            break
        if not initial:
            last = k
        if run[k].dotted and not initial:
            break
    return last


def _told_as_name(run: list[_Word], at: int) -> bool:
    """Whether a word that is also a thing ("Baker", "Van") belongs to the name, by the word before it."""
    word = run[at + 1].plain
    if run[at].plain in lexicon("families-first"):
        return word in lexicon("given-names-weak") and at + 2 < len(run)
    return word in lexicon("surnames") and _given(run[at].plain)


def _given(word: str) -> bool:
    known = lexicon("given-names")
    return word in known or ("-" in word and word.partition("-")[0] in known)


def _likely(prose: str, run: list[_Word], at: int, last: int, evidence: bool) -> bool:
    """True when the words themselves, with the evidence around them, make a person."""
    context = lexicon_groups("name-context")
    first, family = run[at].plain, run[last].plain
    opening = first in STARTERS or first in lexicon_groups("not-surnames")["opening"]
    known_family = family in lexicon("surnames")
    if _given(first) and not opening:
        # no particle between, unlike "Mohammed al-Rashid"
        paired = run[last].start == run[at].end + 1 and first in context["compound"]
        doubled = paired and _given(family) and not known_family
        placed = _word_before(prose, run[at].start) in ("in", "at", "near") and not known_family
        return not doubled and (evidence or not placed)
    weak = lexicon("given-names-weak")
    if first in lexicon("families-first") and not opening:
        middle = run[at + 1].plain
        if _given(middle) or (last > at + 1 and middle in weak):
            return True
    if first in weak:
        return first not in STARTERS and (
            evidence or (known_family and family not in lexicon("not-surnames"))
        )
    if at and run[at - 1].plain not in context["title"]:
        return False  # "Executive Succession Planning": a capitalised role opens headings
    if evidence and not opening and len(first) > 1 and _strong_evidence(prose, run[at].start):
        return True
    return not opening and _meant_by_pronoun(prose, run[at], run[last])


def _public(words: list[_Word]) -> bool:
    public = lexicon("public-figures")
    plain = [w.plain for w in words]
    return " ".join(plain) in public or f"{plain[0]} {plain[-1]}" in public or " ".join(plain[:2]) in public


# --- the words around


def _before(prose: str, start: int) -> list[str]:
    """The last words before a run, in its own sentence, nearest last."""
    stretch = prose[max(0, start - _REACH) : start]
    for stop in ".!?\n":
        stretch = stretch[stretch.rfind(stop) + 1 :]
    return [fold(w) for w in _WORD.findall(stretch)]


def _word_before(prose: str, start: int) -> str:
    words = _before(prose, start)
    return words[-1] if words else ""


def _evidence(prose: str, start: int, end: int) -> bool:
    """True when the words beside a run speak of a person."""
    context = lexicon_groups("name-context")
    roles = lexicon("person-roles")
    before = _before(prose, start)
    pauses = lexicon("vocal-pauses")
    spoken = [w for w in before if w not in pauses]
    if any(w in roles or w in context["called"] for w in spoken[-2:]):
        return True
    after = [fold(w) for w in _WORD.findall(prose[end : end + _REACH])[:4]]
    if not after:
        return False
    if after[0] in context["pull"] and prose[end : end + 1] in " ,":
        return True
    apposed = prose.startswith((",", " ("), end) and (
        after[0] in context["appositive"]
        or after[0] in roles
        or after[0] in lexicon_groups("not-surnames")["rank"]
    )
    return apposed and (any(w in roles for w in after) or after[0] in ("who", "whose"))


def _strong_evidence(prose: str, start: int) -> bool:
    """For names that no list holds: a role right before them, or one that is "called" so."""
    context = lexicon_groups("name-context")
    groups = lexicon_groups("person-roles")
    persons = (groups["rank"] | groups["tie"]) - groups["either"]
    before = [w for w in _before(prose, start) if w not in lexicon("vocal-pauses")]
    if before and before[-1] in context["called"]:
        return any(w in persons for w in before[-6:-1])
    titled = bool(before) and before[-1] in context["title"]
    return titled or (bool(before) and before[-1] in persons)


def _meant_by_pronoun(prose: str, first: _Word, last: _Word) -> bool:
    """For names that no list holds: one does something with the bearer, and "he" or "she" stands right behind."""
    after = _NEXT.match(prose, last.end) if len(first.plain) > 2 else None
    pronoun = after is not None and not _PRONOUN.isdisjoint(_WORD.findall(after[0]))
    doing = lexicon_groups("name-context")["doing"] - {"and", "by"}
    return pronoun and _word_before(prose, first.start) in doing


def _borne_by_a_thing(prose: str, run: list[_Word], at: int, last: int) -> bool:
    """A firm, street, method, ship, book that bears a person's name."""
    groups = lexicon_groups("not-surnames")
    context = lexicon_groups("name-context")
    if last + 1 < len(run) and run[last + 1].plain in groups["body"] | groups["place"] | groups["thing"]:
        return True
    start, end = run[at].start, run[last].end
    before = _before(prose, start)
    if before and (before[-1] in ("the", "a", "an") or before[-1] in context["bearer"]):
        return True
    if any(w in context["medium"] for w in before[-5:]):
        return True
    opened = prose[start - 1 : start] if start else ""
    if opened and opened in "\"'“‘«" and prose[end : end + 1] in ('"', "'", "”", "’", "»"):
        return True
    after = _WORD.match(prose, end + 1) if prose.startswith(" ", end) else None
    return after is not None and after[0] in context["eponym"]


def _in_heading(prose: str, at: int) -> bool:
    """True for a line in title case without a full stop."""
    start = prose.rfind("\n", 0, at) + 1
    end = prose.find("\n", at)
    line = prose[start : end if end >= 0 else len(prose)]
    if len(line) > 120 or line.rstrip().endswith((".", "!", "?", ",", ";")):
        return False
    words = [w for w in _WORD.findall(line) if len(w) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.7 * len(words)
