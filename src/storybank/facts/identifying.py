"""What in a text identifies somebody: people, employers, clients, products, code names, addresses, numbers, money.

It errs on the side of finding: what might be a name is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from storybank.facts import lists
from storybank.facts.claims import read_claims
from storybank.facts.fold import Folded, fold
from storybank.facts.key import MASK
from storybank.facts.names import bare
from storybank.playbook.lexicons import lexicon, lexicon_groups
from storybank.text.span import Span

_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_URL: Final = re.compile(
    r"\b(?:https?|ftp|ssh|smb)://[^\s<>\"'”’)\]]{1,300}|\bwww\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:/[^\s<>\"'”’)\]]{0,200})?"
    r"|(?<![\w@.])[\w-]{2,63}\.(?:com|org|net|io|dev|app|co\.uk|de|fr|eu)(?:/[^\s<>\"'”’)\]]{0,200})?(?![\w])",
    re.I,
)
_PHONE: Final = re.compile(
    r"(?<![\w.,#/-])(?:\+|00|\(0?)\d(?:[ ./()-]{0,2}\d){6,16}(?!\w|[.,]\d)"
    r"|(?<![\w.,#/-])0\d{2,4}[ /-]\d(?:[ -]?\d){4,9}(?!\w|[.,]\d)"
)
_HANDLE: Final = re.compile(r"(?<![\w@.])@[A-Za-z_][\w-]{1,38}")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch to mask: its kind, and the words."""

    kind: str
    form: str


def find_identifying(text: str, money: bool) -> Iterator[Found]:
    """Everything in a text that identifies somebody; with `money` exact amounts too."""
    from storybank.signals.confidential import find_confidential
    from storybank.signals.names import find_names

    for match in MASK.finditer(text):
        yield Found("Text", match[0])  # what looks like a mask already must not be taken for one of ours
    taken: list[Span] = []
    for kind, pattern in (("Email", _EMAIL), ("Link", _URL), ("Phone", _PHONE), ("Name", _HANDLE)):
        for match in pattern.finditer(text):
            words = match[0].rstrip(".,;:!?") if kind == "Link" else match[0]
            taken.append(Span(match.start(), match.start() + len(words)))
            yield Found(kind, words)
    for span in find_confidential(text):
        if not any(span.overlaps(t) for t in taken) and (kind := _confidential_kind(span.of(text))):
            yield Found(kind, _name_alone(span.of(text)) if kind == "Project" else span.of(text))
    for span in find_names(text):
        yield Found("Person", span.of(text))
    f = fold(text)
    for claim in read_claims(f):
        if claim.kind == "name":
            yield from _names(f, claim.first, claim.end)
        elif (
            money
            and claim.kind == "figure"
            and len(claim.unit) == 3
            and claim.unit in lists.values("currency").values()
        ):
            yield Found("Money", claim.quote)


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


def _name_alone(words: str) -> str:
    return words.split()[-1].strip("\"“”'‘’") if len(words.split()) > 1 else words


def _names(f: Folded, first: int, end: int) -> Iterator[Found]:
    """The names in a run of capitalised words, without those that identify nobody."""
    public = lists.words("public")
    ranks = lists.words("rank-head") | lists.words("rank-modifier") | lexicon_groups("name-context")["title"]
    while first < end and (
        f.word(first) in ranks or (_is_public(bare(f.word(first)), public) and end - first == 1)
    ):
        first += 1
    while end > first and f.word(end - 1) in ranks:
        end -= 1
    if first == end or all(_is_public(bare(f.word(k)), public) for k in range(first, end)):
        return
    if end - first == 1 and len(bare(f.word(first))) < 2:
        return
    span = f.span(first, end)
    words = span.of(f.text)
    for tail in ("'s", "’s", "'S", "’S", "'", "’"):
        words = words.removesuffix(tail)
    yield Found(_kind(f, first, end), words)


def _is_public(word: str, public: frozenset[str]) -> bool:
    return word in public or word.removesuffix("s") in public


def _kind(f: Folded, first: int, end: int) -> str:
    """Person, organisation, place or simply a name: by what lists know and what stands around."""
    last, before, after = bare(f.word(end - 1)), f.word(first - 1), f.word(end)
    if last in lists.words("firm-ending") or after in ("inc", "ltd", "gmbh", "plc", "llc"):
        return "Organisation"
    if before in ("project", "operation", "programme", "codename"):
        return "Project"
    head = bare(f.word(first))
    if (
        head in lexicon("given-names")
        or before in lexicon("person-roles")
        or before in ("mr", "mrs", "ms", "dr")
    ):
        return "Person"
    if head in lexicon("given-names-weak") and after in ("said", "asked", "told", "was", "had", "and"):
        return "Person"
    if before in lists.words("place-before"):
        return "Place"
    return "Organisation" if before in lists.words("firm-before") else "Name"
