"""Codes and references as stretches to mask: "TRACE-7", "ticket inc-40213", "hb/2020/0417", "UTR 12345 67890"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from storybank.facts import lists
from storybank.facts.naming import Found
from storybank.facts.vocabulary import group, is_common, is_public
from storybank.playbook.lexicons import lexicon_groups

_CODE: Final = re.compile(r"(?<![\w/.-])[A-Z][A-Z0-9]{0,9}(?:[-/_][A-Z0-9]{1,12}){1,5}(?![\w-])")
_MIXED: Final = re.compile(
    r"(?<![\w/.@-])(?=[a-z0-9]{0,12}[-/_])(?:[a-z]{1,6}[0-9]{0,8}|[0-9]{1,8}[a-z]{1,3})(?:[-/_][a-z0-9]{1,12}){1,5}(?![\w-])",
    re.I,
)
_REFERENCE: Final = re.compile(
    r"\b(?:ticket|ref(?:erence)?|order|case|invoice|policy|account|job|claim|permit|docket|batch|lot|serial|licen[cs]e|"
    r"incident|contract|asset|flight|badge|booking|tracking|registration|grant|application|passport|visa|member(?:ship)?|"
    r"customer|patient|student|employee|staff|vehicle|drawing|accession|catalogue|exhibit|consignment|container|parcel)"
    r"(?: (?P<counted>number|no\.?|id|code))?(?:,| is| was)?[ :#]{1,3}"
    r"(?P<it>(?=[A-Z/-]*\d)[A-Z0-9][A-Z0-9/-]{3,20})(?![\w-])"
)
_COUNTED: Final = re.compile(
    r"\b(?:number|no\.|id)(?: is| was)?[ :#]{1,3}(?P<it>[A-Z]{0,4}\d{5,16})(?![\w-]|[.,]\d)"
)
"""A long number that is called one, whatever it numbers: "hospital number 4471902"."""
_LABELLED: Final = re.compile(
    r"\b(?P<label>[A-Za-z]{2,5})(?: (?:number|no\.?))?[ :#]{1,2}(?P<it>\d(?:[ -]?\d){4,17})(?![\w-]|[.,]\d)"
)
_GROUPED: Final = re.compile(r"(?<![\w.,/-])\d{5,8} \d{4,8}(?![\w-]|[.,]\d)")
_SHORT: Final = 4  # figures from which on a code is a reference rather than a name


def find_codes(text: str) -> Iterator[Found]:
    """Every code and reference of a text."""
    for match in _CODE.finditer(text):
        words, digits = _parts(match[0])
        standards = lexicon_groups("confidential")["standards"]
        public = all(w in standards or (digits < _SHORT and is_public(w.lower())) for w in words)
        if digits and words and not public:
            yield Found("Secret" if digits >= _SHORT else "Name", match[0])
    for match in _MIXED.finditer(text):
        words, digits = _parts(match[0])
        if digits >= _SHORT and words and not _is_dated(match[0]) and all(map(_is_made, words)):
            yield Found("Secret", match[0])
    for match in _REFERENCE.finditer(text):
        if match["counted"] or not match["it"].isdigit():
            yield Found("Secret", match["it"])
    yield from (Found("Secret", match["it"]) for match in _COUNTED.finditer(text))
    yield from _numbers(text)


def _parts(code: str) -> tuple[list[str], int]:
    """The runs of letters of a code that no figure cuts, and how many figures it holds."""
    return [p for p in re.split("[-/_]", code) if p.isalpha()], sum(c.isdigit() for c in code)


def _is_made(part: str) -> bool:
    """True for letters that are no word of the sentence: "lot-2231-b", but not "a 5000-strong crowd"."""
    word = part.lower()
    if word in group("reference") or len(word) == 1:
        return True
    return (
        len(word) < 6 and not is_common(word) and not is_public(word) and word not in lists.values("measure")
    )


def _is_dated(code: str) -> bool:
    """True where the figures are a year alone: "spring-2021", "fy-2020/21"."""
    numbers = re.findall(r"\d+", code)
    return re.fullmatch(r"(?:19|20)\d\d", numbers[0]) is not None and all(len(n) == 2 for n in numbers[1:])


def _numbers(text: str) -> Iterator[Found]:
    """Numbers behind a short label, and long ones in groups that are no thousands."""
    for match in _LABELLED.finditer(text):
        label, number = match["label"].lower(), match["it"]
        plain = is_common(label) and number.isdigit() and not number.startswith("0")  # "order 12000 of them"
        if label in group("reference") and not plain and not _is_dated(number):
            yield Found("Secret", match[0])
    for match in _GROUPED.finditer(text):
        yield Found("Secret", match[0])
