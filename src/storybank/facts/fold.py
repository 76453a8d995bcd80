"""A text as plain tokens that can be compared: one form for digits, letters, dashes and apostrophes of any script.

What looks like a letter or means a digit counts as one: full-width, superscript and Arabic-Indic digits are
digits, a Cyrillic "а" within a Latin word is an "a", marks that nobody sees are not there. Every token knows the
stretch of the text that it came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from storybank.text.span import Span

_DASHES: Final = "‐‑‒–—―−﹘﹣－⁃"
_QUOTES: Final = "‘’‛ʼ＇`´′"
_MULTIPLY: Final = {"×": "x", "✕": "x", "✖": "x", "⨯": "x"}
_LOOKS: Final = dict(
    zip(
        "аеорсухіјѕԁһӏԛԝвкмнтАВЕКМНОРСТУХІЈЅԌαεικνορτυχωηΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑɡıℓ",
        "aeopcyxijsdhlqwbkmhtABEKMHOPCTYXIJSGaeikvoptuxwnABEZHIKMNOPTYXagil",
        strict=True,
    )
)
"""Letters of other scripts that read as Latin ones; used only within words that can be read as Latin throughout."""
_TOKEN: Final = re.compile(
    r"[0-9]+(?:[.,:/'][0-9]+)*"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[^\s\w]|\w"
)
_TITLE: Final = 14  # tokens that a title has at most
_MARKS: Final = "\"“”'()*-•:"
_HARD: Final = frozenset(".!?…。！？;")


@dataclass(frozen=True, slots=True)
class Token:
    """`word` folded and in lower case; `shown` as it stands; `gap` what stands before ("" glued, " ", "\\n")."""

    word: str
    shown: str
    start: int
    end: int
    gap: str
    opens: bool
    """True at the start of a sentence: nothing tells whether its capital is a name's."""

    @property
    def capital(self) -> bool:
        """True when it begins with a capital letter."""
        return self.shown[:1].isupper()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, and its tokens in order."""

    text: str
    tokens: tuple[Token, ...]

    def span(self, first: int, end: int) -> Span:
        """The stretch of the text from token `first` to `end` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def word(self, at: int) -> str:
        """The word of a token; empty beyond the ends."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        """True when nothing stands between this token and the one before."""
        return 0 < at < len(self.tokens) and self.tokens[at].gap == ""


def fold(text: str) -> Folded:
    """Cut a text into folded tokens, in linear time."""
    plain, places = _plain(text)
    tokens: list[Token] = []
    opens, last = True, 0
    for match in _TOKEN.finditer(plain):
        a, b = match.span()
        start, end = places[a], places[b - 1] + 1
        between = text[last:start]
        gap = "" if last == start and tokens else "\n" if "\n" in between else " "
        if gap == "\n":
            opens = True
        shown = match[0]
        tokens.append(Token(shown.lower(), shown, start, end, gap if tokens else "\n", opens))
        closed = shown in _HARD or (opens and shown in _MARKS)
        opens = closed or shown == ":"
        last = end
    return Folded(text, tuple(_titles(tokens)))


def _titles(tokens: list[Token]) -> list[Token]:
    """In a line set in title case every word may be any word: its capital says no more than that of a first one."""
    out: list[Token] = []
    first = 0
    for at in range(1, len(tokens) + 1):
        if at < len(tokens) and tokens[at].gap != "\n":
            continue
        line = tokens[first:at]
        long = [t for t in line if len(t.shown) > 3 and t.shown[0].isalpha()]
        titled = len(line) <= _TITLE and len(long) > 1 and line[-1].shown not in _HARD
        if titled and sum(t.capital for t in long) > 0.6 * len(long):
            line = [replace(t, opens=True) for t in line]
        out += line
        first = at
    return out


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with every character in its plain form, and for each of its characters the place it came from."""
    if text.isascii():
        return text, list(range(len(text)))
    out: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        for c in _forms(char):
            out.append(c)
            places.append(at)
    return _latin("".join(out)), places


@cache
def _forms(char: str) -> str:
    """What one character stands for; empty for marks that nobody sees."""
    from storybank.facts import lists

    if char.isascii():
        return char
    if char in _DASHES:
        return "-"
    if char in _QUOTES:
        return "'"
    if char in _MULTIPLY:
        return _MULTIPLY[char]
    if char in lists.values("fraction-sign"):
        return char
    kind = unicodedata.category(char)
    if kind in ("Cf", "Mn", "Me") or char in "\u115f\u1160\u3164\uffa0\ufe0f":
        return ""
    if kind.startswith("Z"):
        return "\n" if char in "\u2028\u2029" else " "
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    wide = unicodedata.normalize("NFKC", char)
    if len(wide) == 1 and kind.startswith("N") and (number := unicodedata.numeric(wide, None)) is not None:
        return f"{number:g}" if number == int(number) and not "\u4e00" <= wide <= "\u9fff" else wide
    return "".join(c for c in unicodedata.normalize("NFKD", wide) if not unicodedata.combining(c)).replace(
        "⁄", "/"
    )


def _latin(plain: str) -> str:
    """Words that mix look-alikes with Latin letters, or consist of look-alikes, in Latin letters."""
    if not any(c in _LOOKS for c in plain):
        return plain

    def read(match: re.Match[str]) -> str:
        word = match[0]
        if word.isascii() or not all(c.isascii() or c in _LOOKS for c in word):
            return word
        return "".join(_LOOKS.get(c, c) for c in word)

    return re.sub(r"[^\W\d_]+", read, plain)


def is_foreign(word: str) -> bool:
    """True for a word in letters that are not Latin: nobody can check what it claims."""
    return any(
        c.isalpha() and not c.isascii() and not unicodedata.name(c, "").startswith("LATIN") for c in word
    )


@cache
def stem(word: str) -> str:
    """A word without its ending: enough to tell "teams" from "time", and to see "team" in "teams"."""
    from storybank.facts.lists import irregular

    word = word.removesuffix("'s").removesuffix("'")
    word = irregular().get(word, word)
    for ending, least in (("ies", 4), ("ied", 4), ("ying", 5)):
        if word.endswith(ending) and len(word) >= least:
            return word[: -len(ending)] + "y"
    for ending in ("ings", "ing", "edly", "ed", "es", "s", "ly", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


@cache
def root(word: str) -> str:
    """The stem of a word, or that of the word which stands for all that say the same (`lists.kin`)."""
    from storybank.facts.lists import kin

    plain = stem(word)
    return kin().get(plain, plain)
