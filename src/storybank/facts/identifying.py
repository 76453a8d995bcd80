"""What in a text identifies somebody: people, employers, clients, products, code names, addresses, numbers, money.

It errs on the side of finding: what might be a name is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from storybank.facts.claims import read_claims
from storybank.facts.codes import find_codes
from storybank.facts.fold import Folded
from storybank.facts.introduced import public_employers
from storybank.facts.key import MASK
from storybank.facts.naming import Found
from storybank.facts.proper import proper_names
from storybank.facts.spoken import is_spoken, spoken_names
from storybank.facts.sums import find_sums
from storybank.facts.vocabulary import is_known
from storybank.playbook.lexicons import lexicon

_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_END: Final = r"[^\s<>\"'”’)\]]"
_URL: Final = re.compile(
    rf"\b(?:https?|ftp|ssh|smb)://{_END}{{1,300}}|\bwww\.[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}}(?:/{_END}{{0,200}})?"
    rf"|(?<![\w@.-])(?:[a-z0-9-]{{2,63}}\.){{1,4}}(?:com|org|net|io|dev|app|ai|cloud|tech|info|biz|edu|gov|uk|de|fr|eu"
    rf"|example)(?:/{_END}{{0,200}})?(?!\w)"
    rf"|(?<![\w@./-])(?:[a-z][a-z0-9-]{{1,62}}\.){{2,4}}[a-z]{{2,24}}(?:/{_END}{{0,200}})?(?!\w)"
    rf"|(?<![\w@./-])[a-z][a-z0-9-]{{1,62}}\.[a-z]{{2,24}}/{_END}{{1,200}}",
    re.I,
)
_SPOKEN: Final = (
    "oh|o|zero|nought|double|triple|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
"""Words that a number is told in; behind a nought, which no amount begins with, they are one to ring."""
_PHONE: Final = re.compile(
    r"(?<![\w.,#/-])(?:\+|00|\(0?)\d(?:[ ./()-]{0,2}\d){6,16}(?!\w|[.,]\d)"
    r"|(?<![\w.,#/-])0\d{2,4}[ /-]\d(?:[ -]?\d){4,9}(?!\w|[.,]\d)"
    r"|(?<=\bext )\d{2,6}\b|(?<=\bext\. )\d{2,6}\b|(?<=\bextension )\d{2,6}\b"
    r"|\b(?:(?:oh|zero|nought|double|triple|one|two|three|four|five|six|seven|eight|nine)[ -]){6,20}"
    r"(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine)\b"
    rf"|\b(?:oh|o|zero|nought|plus)(?:[ -](?:{_SPOKEN})){{5,20}}\b",
    re.I,
)
_HANDLE: Final = re.compile(
    r"(?<![\w@.])@[A-Za-z_][\w.-]{0,37}\w|(?<![\w#&/])#(?:[a-z][\w-]{1,40}\w|\d{3,10}\b)"
)
_PLATE: Final = re.compile(r"\b[A-Z]{2}\d{2} [A-Z]{3}\b")
_POSTCODE: Final = re.compile(
    r"(?<![\w-])[A-Z]{1,2}\d{1,2}[A-Z]? (?!\d(?:st|nd|rd|th|[gt]b|hz|ft|pt)\b)\d[ABD-HJLNP-UW-Z]{2}(?![\w-])",
    re.I,
)
"""A British postcode, also as a transcript has it; its last two letters are never C, I, K, M, O or V."""
_NAMED: Final = re.compile(
    r"\b(?:called|named|nicknamed|dubbed|christened|known as)(?: it| him| her| them)? "
    r"[\"“'‘](?!(?:a|an|i|you|we|not|too|very|no|yes) )(?P<it>[^\"”'’\n]{2,40})[\"”'’]"
)
_SHAPES: Final = (
    ("Email", _EMAIL), ("Link", _URL), ("Phone", _PHONE), ("Name", _HANDLE), ("Secret", _PLATE),
    ("Address", _POSTCODE),
)  # fmt: skip


def find_identifying(f: Folded, money: bool) -> Iterator[Found]:
    """Everything in a text that identifies somebody; with `money` exact amounts too."""
    from storybank.signals.confidential import find_confidential
    from storybank.signals.names import find_names

    text = f.text
    for match in MASK.finditer(text):
        yield Found("Text", match[0])  # what looks like a mask already must not be taken for one of ours
    taken = bytearray(len(text))
    for kind, pattern in _SHAPES:
        for match in pattern.finditer(text):
            words = match[0].rstrip(".,;:!?") if kind == "Link" else match[0]
            taken[match.start() : match.start() + len(words)] = b"\1" * len(words)
            yield Found(kind, words)
    yield from find_codes(text)
    yield from _nicknames(text)
    for span in find_confidential(text):
        words = span.of(text)
        if not any(taken[span.start : span.end]) and (kind := _confidential_kind(words)):
            words = _name_alone(words) if kind == "Project" else words
            yield Found(kind, _address_alone(words) if kind == "Address" else words)
    spoken = is_spoken(f)
    for span in find_names(text):
        if not spoken or _is_family(span.of(text).split()[-1].lower()):
            yield Found("Person", span.of(text))
    claims = read_claims(f)
    yield from spoken_names(f) if spoken else proper_names(f, claims)
    if not spoken:
        yield from public_employers(f)
    if money:
        yield from find_sums(f, claims)


def _is_family(word: str) -> bool:
    """True for what may be a family name in a transcript: no word that goes on with the sentence."""
    return word in lexicon("surnames") or not is_known(word)


def _nicknames(text: str) -> Iterator[Found]:
    """What stands in quotes behind "called": "we nicknamed it 'the kettle'"."""
    for match in _NAMED.finditer(text):
        if len(match["it"].split()) < 4:
            yield Found("Project", match["it"].strip(" ,.;:!?"))


def _confidential_kind(words: str) -> str:
    """What sort of detail it is; "" for remarks, which identify nobody."""
    if re.match(r"(?:Project|Operation|Programme|Program|Codename)\b", words):
        return "Project"
    if re.search(r"\b(?:named?|called|known|dubbed|code[- ]?name\w*)\b", words, re.I):
        return "Project"
    if re.search(
        r"\b(?:confidential|nda|public|embargo|allowed|supposed|record|ourselves|repeat|internal(?:ly)?|secret|un\w+ed)\b",
        words,
        re.I,
    ):
        return ""
    if re.search(r"\d{5,}|[A-Za-z0-9_-]{20,}", words) and " " not in words.strip():
        return "Secret"
    return "Address" if " " in words and any(c.isdigit() for c in words) else "Secret"


def _address_alone(words: str) -> str:
    """An address without the words that lead up to it: "lives at 3 Larch Close"."""
    start = re.search(r"(?<!\w)(?:\d|[A-Z])", words)
    return words[start.start() :] if start else words


def _name_alone(words: str) -> str:
    return words.split()[-1].strip("\"“”'‘’") if len(words.split()) > 1 else words
