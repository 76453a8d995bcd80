"""Part labels: the words by which candidates mark what a stretch of their answer is meant to be.

`Situation:`, `**S**`, `(S)`, `S - Situation (60 seconds)`, `Result | ...`, at the start of a line or in the
middle of a paragraph. A form that could also be plain prose counts only where others bear it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from storybank.text import words
from storybank.text.document import PartKind

LETTERS: dict[str, PartKind] = {
    "S": "situation",
    "C": "situation",
    "P": "situation",
    "O": "situation",
    "T": "task",
    "A": "action",
    "R": "result",
    "L": "learning",
}
_DURATION = (
    r"(?:about |approx\.? |ca\.? |~)?\d{1,3}(?: ?(?:[-–—]|to) ?\d{1,3})? ?"
    r"(?:s|sec|secs|seconds?|m|mins?|minutes?|%|words|sentences?)\.?"
)
_NAME = r"[^\W\d_](?:[^\W\d_]|['’/&+]|-(?=[^\W\d_])|[ ](?=[^\W\d_&+/])){0,40}"
_TAIL = (  # what may stand behind the name: an aside, the mark that parts it from the words, a time plan
    r"(?P<aside>[ \t]*[(\[][^()\[\]\n]{1,40}[)\]][*_]{0,3})?"
    r"(?:(?P<gap>\t[ \t]*|[ ]{3,})"
    r"|[ \t\xa0]*(?P<sep>[:：|]|(?:--|[-=]?>|>>|[-–—=.~»→⇒])(?=[*_]{0,3}(?:[ \t]|\Z)))?)[*_]{0,3}"
    rf"(?P<timed>[ \t]*(?:[(\[]{_DURATION}[)\]]:?|{_DURATION}:))?[*_]{{0,3}}[ \t]*"
)
_LINE = re.compile(
    r"[^\w\n(\[*\"'“‘]{0,6}(?P<open>[*_]{0,3}[(\[]?[*_]{0,3}(?:(?<=[*_]{2})[ \t])?)"  # "*** Situation ***"
    r"(?:(?:part |step |section |phase |§ ?)?(?:\d{1,2}(?:\.\d{1,2})?|[ivx]{1,4}(?=[.:)]))(?: ?[.:)–-] ?| ))?"
    rf"(?P<name>{_NAME})(?P<shut>[)\]]?[*_]{{0,3}}){_TAIL}",
    re.IGNORECASE,
)
_INITIAL = r"(?:[(\[](?P<boxed>[^\W\d_])[)\]]|[*_]{1,3}(?P<bold>[^\W\d_])[*_]{1,3})"  # "(S)ituation"
_SPELT = re.compile(rf"[^\w\n(\[*]{{0,6}}{_INITIAL}(?P<tail>[a-z]{{2,20}}(?:[ ][a-z]{{2,20}}){{0,2}}){_TAIL}")
_REJOINED = re.compile(rf"{_INITIAL}(?=[a-z])")
_PLAN = re.compile(  # "20s" behind a heading: how long it is to last
    rf"[ \t]*(?:[-–—,][ \t]*)?(?:[(\[]{_DURATION}[)\]]|(?<![\w.]){_DURATION}(?<!%)(?=[*_#:\s]*\Z))",
    re.IGNORECASE,
)
_HAS_WORD = re.compile(r"[^\W_]")
_IS_DURATION = re.compile(rf"[ \t]*[(\[]{_DURATION}[)\]][*_]{{0,3}}", re.IGNORECASE)
_INLINE_NAMES = {form(name) for name in words.INLINE for form in (str.capitalize, str.title, str.upper)}
_INLINE = re.compile(
    r"(?<=\s)(?P<open>[*_]{0,3}[(\[]?)(?P<name>"
    + "|".join(sorted({*_INLINE_NAMES, *LETTERS}, key=lambda name: (-len(name), name)))
    + r")(?P<shut>[)\]]?[*_]{0,3})(?P<aside>[ \t]*\([^()\n]{1,30}\))?"
    r"(?P<sep>[ \t]?[:：]|[ \t][-–—](?=\s))?[*_]{0,3}(?=\s)"
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_RULED = " \t=~_*#-–—"  # "=== Situation ==="
_LONGEST = 12  # words of a label
_ARTICLES = frozenset({"the", "my", "our", "your", "a", "an"})
_STAR = frozenset("STAR")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at text[start:end], white space after it included.

    `sure` labels stand alone; the others count when the answer has labels for two parts at least (three for
    a `bare` one, in mid-sentence and without brackets, and for a `dotted` one: "S. Last year ...").
    """

    start: int
    end: int
    opens: PartKind | Literal["question", "answer"]
    sure: bool
    letter: str | None = None
    bare: bool = False
    dotted: bool = False


def claimed(phrase: str) -> PartKind | None:
    """The part that a phrase names, small words around it aside: "Key results" -> result."""
    return _claimed(_tokens(phrase))


def _tokens(phrase: str) -> list[str]:
    for mark, plain in (("’", "'"), ("&", " and "), ("/", " and "), ("+", " and ")):
        phrase = phrase.replace(mark, plain)
    return _WORDS.findall(phrase.lower())


def _claimed(found: Sequence[str]) -> PartKind | None:
    low, high = 0, len(found)
    if high > _LONGEST:
        return None
    while low < high:
        part = words.PARTS.get(" ".join(found[low:high]))
        if part is not None:
            return part
        if found[low] in words.AROUND:
            low += 1
        elif found[high - 1] in words.AROUND:
            high -= 1
        else:
            break
    return _joined(found[low:high])


def _joined(found: Sequence[str]) -> PartKind | None:
    """ "Situation and task", "Results and metrics": the first part named, if each half names one."""
    if "and" not in found[1:-1] or len(found) > 7:
        return None
    at = found.index("and", 1)
    first, second = words.PARTS.get(" ".join(found[:at])), words.PARTS.get(" ".join(found[at + 1 :]))
    return first if first and second else None


def title_words(title: str) -> int:
    """Words of a heading or label, its marks and the time planned for it aside."""
    return sum(bool(_HAS_WORD.search(word)) for word in _PLAN.sub("", title).split())


def heading(title: str) -> PartKind | Literal["question", "answer"] | None:
    """What a heading of its own claims to open; looser than a label, since it stands apart."""
    title = _REJOINED.sub(r"\g<boxed>\g<bold>", title) if len(title) < 200 else ""
    title = re.sub(r"[(\[][^()\[\]]*[)\]]", " ", title)
    for section in re.split(r"[:|–—]| - |/", title):
        bare = section.strip(" *_#+.-\t")
        if bare in LETTERS:
            return LETTERS[bare]
        found = _tokens(bare)
        if found and " ".join(found) in words.QUESTION:
            return "question"
        if found and " ".join(found) in words.ANSWER:
            return "answer"
        part = _claimed(found) or _loosely(found)
        if part is not None:
            return part
    return None


def _loosely(found: list[str]) -> PartKind | None:
    if len(found) > _LONGEST:
        return None
    while found and found[0] in words.AROUND:
        found = found[1:]
    for size in range(min(len(found), 5), 0, -1):
        part = words.PARTS.get(" ".join(found[:size]))
        if part is not None and len(found) <= 6:
            return part
    for size in range(min(len(found), 4), 0, -1):
        part = words.PARTS.get(" ".join(found[-size:]))
        if part is not None and len(found) <= 4:
            return part
    return None


def at_line(text: str, start: int, end: int) -> Label | None:
    """The label with which the line text[start:end] begins, sure or not."""
    spelt = _SPELT.match(text, start, end)
    if spelt is not None:
        return _rejoined(text, start, end, spelt)
    match = _LINE.match(text, start, end)
    if match is None:
        return None
    name, mark, shut, sep = match.group("name", "open", "shut", "sep")
    name = name.rstrip()
    rest = _rest(text, match, end)
    colon = bool(sep) and sep in ":：|"
    bold = any(c in "*_" for c in mark) and any(c in "*_" for c in text[match.end("name") : match.end()])
    boxed = bold or ("(" in mark and ")" in shut) or ("[" in mark and "]" in shut)
    if len(name) == 1:
        return _letter(text, match, end, boxed, colon)
    low = name.lower()
    if (colon or bold or not rest) and low in words.QUESTION:
        return Label(start, match.end(), "question", True)
    if (colon or bold or not rest) and low in words.ANSWER:
        return Label(start, match.end(), "answer", True)
    part = claimed(name)
    if part is None:
        return None
    alone = not rest and len(name.split()) <= 6 and sep != "."
    timed = bool(match.group("timed")) or bool(_IS_DURATION.fullmatch(match.group("aside") or ""))
    if not (colon or boxed or alone or timed or sep or match.group("gap")):
        return None
    plain = name[0].isupper() and low.split(None, 1)[0] not in _ARTICLES
    if sep == "." and not (plain or boxed):
        return None
    sure = (colon or alone or timed) and (plain or bold)
    sure = sure or (boxed and not rest[:1].islower())
    return Label(start, match.end() if rest else end, part, sure)


def _rest(text: str, match: re.Match[str], end: int) -> str:
    """The words behind a label, without rules and without the time planned for the part."""
    rest = text[match.end() : end]
    if match.group("sep") not in (":", "：", "|") and _PLAN.fullmatch(rest):
        return ""
    return rest.strip(_RULED)


def _rejoined(text: str, start: int, end: int, match: re.Match[str]) -> Label | None:
    """`(S)ituation`, `**T**ask: ...`: a label whose first letter is set off."""
    part = claimed((match.group("boxed") or match.group("bold")) + match.group("tail"))
    rest = _rest(text, match, end)
    if part is None or not (match.group("sep") or match.group("timed") or not rest):
        return None
    return Label(start, match.end() if rest else end, part, True)


def _letter(text: str, match: re.Match[str], end: int, boxed: bool, colon: bool) -> Label | None:
    """`S:`, `(S)`, `S)`, `S - Situation:`, `S (Situation)`."""
    name = match.group("name")
    start = match.start()
    if name == "Q" and colon:
        return Label(start, match.end(), "question", True)
    part = LETTERS.get(name.upper())
    if part is None:
        return None
    aside = claimed(match.group("aside") or "")
    if aside is not None:
        return Label(start, match.end(), aside, True)
    if match.group("sep"):
        # One step only: "S - Situation: ..." and no chain of letters.
        more = _LINE.match(text, match.end(), end)
        spelt = at_line(text, match.end(), end) if more and len(more.group("name").rstrip()) > 1 else None
        if spelt and spelt.opens[0].upper() in (name.upper(), "L", part[0].upper()):
            return replace(spelt, start=start, sure=True)
        if end - match.end() < 40 and claimed(text[match.end() : end]) == part:
            return Label(start, end, part, True)
    alone = not _rest(text, match, end)
    if (
        colon
        or boxed
        or match.group("shut")[:1] in (")", "]")
        or match.group("sep") not in (None, ".")
        or match.group("gap")
        or alone
    ):
        return Label(start, end if alone else match.end(), part, False, name)
    if match.group("sep") == "." and name.isupper():
        return Label(start, match.end(), part, False, name, dotted=True)
    return None


def inline(text: str, start: int, end: int) -> Iterable[Label]:
    """Labels within the lines text[start:end]: `... last year. Task: I had to ...`."""
    for match in _INLINE.finditer(text, start, end):
        name, mark, shut, sep = match.group("name", "open", "shut", "sep")
        before = text[max(start, match.start() - 8) : match.start()].rstrip()
        ended = not before or before[-1] in '.!?…"”’)];:'
        bold = any(c in "*_" for c in mark) and any(c in "*_" for c in text[match.end("name") : match.end()])
        boxed = bold or ("(" in mark and ")" in shut) or ("[" in mark and "]" in shut)
        colon = bool(sep) and sep.strip() in (":", "：")
        if not (colon or boxed or (sep and ended and len(name) > 1)):
            continue
        letter = name if len(name) == 1 else None
        part = LETTERS[name] if letter else words.PARTS[name.lower()]
        yield Label(match.start(), match.end(), part, False, letter, bare=not (ended or boxed))


def borne_out(found: Sequence[Label]) -> list[Label]:
    """The labels that count, in the order of the text."""
    parts = {label.opens for label in found if not label.bare}
    letters = {label.letter.upper() for label in found if label.letter and not label.dotted}
    spelt = {label.opens for label in found if label.letter is None}
    by_letter = len(letters & _STAR) >= 2 and len({LETTERS[c] for c in letters}) >= 2
    dotted = len({label.opens for label in found if label.dotted}) >= 3
    every = {label.opens for label in found}
    kept = []
    for label in found:
        if label.sure:
            kept.append(label)
        elif label.dotted:
            if dotted:
                kept.append(label)
        elif label.letter:
            if by_letter or (label.letter.isupper() and len(spelt) >= 2):
                kept.append(label)
        elif len(every if label.bare else parts) >= (3 if label.bare else 2):
            kept.append(label)
    return kept
