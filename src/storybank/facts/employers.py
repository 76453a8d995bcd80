"""Employers that must not be named: every way of naming one, and a text with a mask in each such place.

Unlike `redact`, which finds names that nobody told it, this hides a few names that are known, without a way back; and
with them, where it is told to, periods (`periods.py`).
"""

from __future__ import annotations

import copy
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from storybank.facts import lists
from storybank.facts.fold import fold
from storybank.facts.key import Entity, Key
from storybank.facts.masks import Register, Swapper
from storybank.facts.periods import Periods
from storybank.facts.spoken import is_spoken
from storybank.facts.vocabulary import group, is_common, is_known, is_public
from storybank.text.span import Span

_WORD: Final = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_PIECE: Final = re.compile(r"[^\W_]+")
_LEAST: Final = 3  # letters of a word or of initials that may stand for the whole name
_LONG: Final = 5  # letters from which a name is looked for at the head of longer words too ("northwinders")
_SILENT: Final = re.compile("['’]")
_JOINTS: Final = (" ", "", "-", "_")
_Place = tuple[int, int, Entity]


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text with masks, and the bridge to it: `stretches` are (start, end) of the source, each with its mask's."""

    source: str
    text: str
    stretches: tuple[tuple[int, int, int, int], ...] = ()

    def span(self, span: Span) -> Span:
        """Where a stretch of the source stands now; one that begins or ends within a name takes the mask whole."""
        start = self._moved(span.start, last=False)
        return Span(start, max(start, self._moved(span.end, last=True)))

    def _moved(self, at: int, *, last: bool) -> int:
        before = bisect_right(self.stretches, (at, -1, -1, -1))  # stretches that begin before `at`
        if not before:
            return at
        _, end, shown, shown_end = self.stretches[before - 1]
        if at < end:
            return shown_end if last else shown
        return at - end + shown_end


class Hiding:
    """Masks for some employers: one for each, in the order in which they come, however it is written."""

    def __init__(self, employers: Iterable[str]) -> None:
        names = list(dict.fromkeys(name for employer in employers if (name := " ".join(employer.split()))))
        entities = [Entity("Organisation", number, _forms(name)) for number, name in enumerate(names, 1)]
        forms = [(form, entity) for entity in entities for form in entity.forms]
        self._swapper = Swapper(Register(Key(entities)), (), ())
        self._short = {short: e for e, name in zip(entities, names, strict=True) for short in _short(name)}
        self._joined = {form.casefold(): e for form, e in forms if form.isalpha() and _tells(form)}
        dotted = [".".join(short) for short in self._short]
        self._initials = _any_of([*self._short, *dotted], r"(?<!\w)(?:{})(?!\w)")
        self._inside = _any_of(self._joined, r"(?i:{})")
        heads = {(_PIECE.findall(form) or [form])[0] for form, _ in forms} | {s[0] for s in self._short}
        self._heads = _any_of(heads, r"(?i:{})")
        self._periods = Periods()

    def dated(self, periods: Mapping[int, str]) -> Hiding:
        """The same employers, and with them periods, by the numbers of their masks."""
        other = copy.copy(self)
        other._periods = Periods(periods)
        return other

    def words(self, text: str) -> str:
        """The text with masks."""
        return self.hide(text).text

    def hide(self, text: str) -> Hidden:
        """The text with masks, and where everything went."""
        out: list[str] = []
        stretches: list[tuple[int, int, int, int]] = []
        done = grown = 0
        for start, end, entity in self._places(text):
            mask = f"[{entity.kind} {entity.number}]"
            out += text[done:start], mask
            stretches.append((start, end, start + grown, start + grown + len(mask)))
            done, grown = end, grown + len(mask) - (end - start)
        return Hidden(text, "".join([*out, text[done:]]), tuple(stretches))

    def slug(self, name: str, instead: str) -> str:
        """An id or a tag, small words joined by hyphens, with a word `instead` of each employer."""
        out: list[str] = []
        done = 0
        for start, end, _ in self._places(name, small=True):
            out += name[done:start], instead
            done = end
        return "".join([*out, name[done:]])

    def _places(self, text: str, *, small: bool | None = None) -> Iterator[_Place]:
        """Where something is named; of two places that overlap, the first, and of two that begin alike the longer.

        `small` says that names may stand in small letters; None: see for yourself.
        """
        found = list(self._periods.places(text))
        if self._heads.search(text):
            small = is_spoken(fold(text)) if small is None else small
            found += self._swapper.places(text, small=small)
            found += self._named_short(text, small)
            found += self._within(text)
        done = 0
        for start, end, entity in sorted(found, key=lambda place: (place[0], -place[1])):
            if start >= done:
                yield start, end, entity
                done = end

    def _named_short(self, text: str, small: bool) -> Iterator[_Place]:
        """Initials that in small letters could be a word: in capitals, or where nothing bears capitals."""
        for match in self._initials.finditer(text.upper() if small and text.isascii() else text):
            yield *match.span(), self._short[match[0].replace(".", "")]

    def _within(self, text: str) -> Iterator[_Place]:
        """Names within longer words that are no ordinary ones: "NorthwindPayOps", "exNorthwind", "northwinders"."""
        for match in self._inside.finditer(text):
            start, end = match.span()
            first = not text[start - 1 : start].isalpha()
            if not first and not (text[start].isupper() and text[start - 1].islower()):
                continue
            last = not text[end : end + 1].isalpha() or text[end].isupper()
            owner = self._joined.get(match[0].casefold())
            if owner and (last or (end - start >= _LONG and not is_known(_word_at(text, start, end)))):
                yield start, end, owner


def names_of(employer: str) -> tuple[str, ...]:
    """Every way in which an employer is likely to be called: whole, without its legal form, by a telling word.

    A word tells when it is no ordinary one: "Transmarine" of "Transmarine Ports", but neither half of "Blue Origin".
    """
    return tuple(dict.fromkeys((*_names(" ".join(employer.split())), *_short(employer))))


@lru_cache(maxsize=512)
def _forms(employer: str) -> list[str]:
    """All spellings of all names: apart, joined, with hyphens as in ids; with accents and without."""
    found: dict[str, None] = {}
    for name in _names(employer):
        spelt = [name, name.replace(" & ", " and "), name.replace(" and ", " & ")]
        for plainer in (_SILENT.sub("", name), _SILENT.sub("", name.replace(".", ""))):
            spelt += (joint.join(_PIECE.findall(plainer)) for joint in _JOINTS)
        for form in filter(None, spelt):
            bare = unicodedata.normalize("NFD", form)
            plain = "".join(c for c in bare if not unicodedata.combining(c))
            found |= dict.fromkeys((form, unicodedata.normalize("NFC", form), bare, plain))
    return list(found)


def _names(employer: str) -> Iterator[str]:
    yield employer
    for words in _shorter(employer):
        yield " ".join(words)
        yield "".join(words)
        initials = _initials(words)
        if len(initials) >= _LEAST and not is_common(initials.lower()) and not is_public(initials.lower()):
            yield initials
    yield from (word for word in _WORD.findall(employer) if len(word) >= _LEAST and _tells(word))


def _short(employer: str) -> Iterator[str]:
    """Initials that are looked for in capitals alone: of two letters, or a word in small ones; no known term."""
    for words in _shorter(employer):
        initials = _initials(words)
        if len(initials) == 2 and (" & " in employer or " and " in employer):
            yield "&".join(initials)
        known = is_public(initials.lower()) or (len(initials) < _LEAST and is_common(initials.lower()))
        if len(initials) > 1 and not known and (len(initials) < _LEAST or is_common(initials.lower())):
            yield initials


def _shorter(employer: str) -> Iterator[Sequence[str]]:
    """The words of the name without its article, then without what says only that it is a firm, word for word."""
    words = _WORD.findall(employer)
    if words and words[0].lower() == "the":
        words = words[1:]
    while words:
        yield tuple(words)
        if len(words) == 1 or not _says_firm(words[-1]):
            return
        words = words[:-1]


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""


def _says_firm(word: str) -> bool:
    """True for a word that says only that it is a firm: "plc", "Bank"."""
    return word.lower() in lists.words("firm-ending") or word.lower() in group("firm")


def _tells(word: str) -> bool:
    """True for a word that is no ordinary one and no term: by itself it names the employer."""
    return not is_common(word.lower()) and not is_public(word.lower()) and not _says_firm(word)


def _word_at(text: str, start: int, end: int) -> str:
    """The whole word around a stretch, in small letters."""
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end].lower()


def _any_of(words: Iterable[str], pattern: str) -> re.Pattern[str]:
    """The words in a pattern, the longest first; for none, a pattern that is found nowhere."""
    ranked = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(pattern.format("|".join(map(re.escape, ranked))) if ranked else r"(?!)")
