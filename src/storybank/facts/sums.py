"""Amounts of money that the claims of a text do not hold: in further currencies, or without any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded
from storybank.facts.naming import Found
from storybank.facts.vocabulary import group

_SPACE: Final = r"[ \u00a0\u202f]"
_AMOUNT: Final = (
    rf"\d{{1,12}}(?:(?:[.,']|{_SPACE})\d{{2,3}}){{0,5}}(?:\.\d{{1,2}})?"
    rf"(?:{_SPACE}?(?:k|m|bn|million|billion|thousand|lakh|crore)\b)?"
)
_CODES: Final = (
    "AED|ARS|BDT|BGN|BHD|CLP|COP|CZK|EGP|GHS|HUF|IDR|ILS|ISK|JOD|KES|KRW|KWD|KZT|LKR|MAD|MYR|NGN|OMR|PEN|PHP|PKR|PLN"
    "|QAR|RON|RSD|RUB|SAR|THB|TND|TWD|TZS|UAH|UGX|VND|XAF|XOF|ZAR|ZMW"
)
_SIGNS: Final = "[₫₱₡₲₵₸₭₮₴৳₩₦₽₺₪]"
_SUM: Final = re.compile(
    rf"(?<!\w)(?:{_CODES}|[TtKkUu][Ss][Hh]\.?|[Rr]s\.?|[Rr]p|RM|GH₵|{_SIGNS}){_SPACE}?{_AMOUNT}(?!\w)"
    rf"|(?<![\w.,]){_AMOUNT}{_SPACE}?(?:(?:{_CODES}|[Zz]ł|[Kk]č|zl|tsh|ksh|lei|FCFA|CFA|Ft|kr)(?!\w)|{_SIGNS})"
)
_REACH: Final = 7  # tokens between "price" and its amount
_LEAST: Final = 1000.0
_FIGURES: Final = 4  # of a number that stands for itself wherever the text has it


def find_sums(f: Folded, claims: Iterable[Claim]) -> Iterator[Found]:
    """Every amount of money: with its currency, and large figures behind "price", "budget" and the like."""
    currencies = frozenset(c for c in lists.values("currency").values() if len(c) == 3)
    for match in _SUM.finditer(f.text):
        yield Found("Money", match[0])
    for claim in claims:
        if claim.kind != "figure":
            continue
        if (claim.unit in currencies and not _is_bare(claim)) or _is_priced(f, claim):
            yield Found("Money", claim.quote)


def _is_bare(claim: Claim) -> bool:
    """True for the "two" of "two or three pounds": as a mask it would hide every "two" of the text."""
    word = claim.quote.lower()
    return word in lists.numbers("number") or (word.isdigit() and len(word) < _FIGURES)


def _is_priced(f: Folded, claim: Claim) -> bool:
    """ "The price came down by four hundred thousand": a large figure that counts nothing, behind a word of money."""
    if claim.unit or claim.noun or claim.rate or claim.value is None or claim.value < _LEAST:
        return False
    if f.word(claim.end) in group("counted"):
        return False
    for at in range(claim.first - 1, max(-1, claim.first - 1 - _REACH), -1):
        if f.word(at) in group("money"):
            return True
        if (
            f.word(at) in (".", ";", "?", "!", "so", "because", "who", "which")
            or f.tokens[at + 1].gap == "\n"
        ):
            return False
    return False
