"""What a text claims: figures, dates, names, roles and ranks, scope, quantities; each with its span and normal form."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.facts import lists
from storybank.facts.claim import Claim, ClaimKind
from storybank.facts.dates import find_dates
from storybank.facts.figures import find_numbers
from storybank.facts.fold import Folded, fold
from storybank.facts.names import find_names
from storybank.facts.quantities import find_quantities
from storybank.facts.roles import find_roles, singular

_PLACED = frozenset(["came", "come", "coming", "finished", "placed", "ranked", "finishing", "rated"])
__all__ = ["Claim", "ClaimKind", "claims_of", "read_claims"]


def claims_of(text: str) -> tuple[Claim, ...]:
    """All claims of a text, in order."""
    return read_claims(fold(text))


def read_claims(f: Folded) -> tuple[Claim, ...]:
    """All claims of a folded text, in order."""
    dates = find_dates(f)
    taken = _taken(f, dates)
    numbers = [n for n in find_numbers(f) if not any(taken[n.first : n.end])]
    numbers = [n for n in numbers if not _says_order(f, n)]
    covered = _taken(f, [*dates, *numbers])
    names = find_names(f, covered)
    roles = find_roles(f, covered)
    others = [*_scopes(f), *find_quantities(f, covered)]
    return tuple(sorted([*dates, *numbers, *names, *roles, *others], key=lambda c: (c.span, c.kind)))


def _says_order(f: Folded, number: Claim) -> bool:
    """True for a "first" or "fifth" that nothing follows which could be ranked, and that nobody came in."""
    if number.unit != "ordinal" or number.noun or number.quote[0].isdigit():
        return False
    return f.word(number.first - 1) not in _PLACED and f.word(number.end) != "-"


def _taken(f: Folded, claims: Sequence[Claim]) -> list[bool]:
    taken = [False] * len(f.tokens)
    for claim in claims:
        taken[claim.first : claim.end] = [True] * (claim.end - claim.first)
    return taken


def _make(f: Folded, kind: ClaimKind, first: int, end: int, key: tuple[str, ...], **more: str) -> Claim:
    span = f.span(first, end)
    return Claim(kind, span, span.of(f.text), key, first=first, end=end, noun=more.get("noun", ""))


# --- scope


def _scopes(f: Folded) -> list[Claim]:
    """Groups, organisations and places that a deed reached, in singular or plural, and words of reach."""
    found: list[Claim] = []
    nouns, phrases, things = lists.words("scope"), lists.words("scope-phrase"), lists.words("countable")
    for at in range(len(f.tokens)):
        word = f.word(at)
        if f.word(at + 1) == "-" and f.glued(at + 1) and f.glued(at + 2):
            joined = f"{word}-{f.word(at + 2)}"
            if joined in phrases:
                found.append(_make(f, "scope", at, at + 3, ("reach", joined)))
                continue
        if word in phrases:
            found.append(_make(f, "scope", at, at + 1, ("reach", word.removesuffix("ly"))))
            continue
        plain = word.removesuffix("'s").rstrip("'")
        one = singular(plain)
        many = one != plain
        if many and f.word(at - 3) == "one" and f.word(at - 2) == "of":
            many = False  # "one of our wards"
        if word == "people" and not any(f.word(k) in lists.words("rank-verb") for k in range(at - 4, at)):
            continue  # "with people waiting": whoever they were
        if one in nouns and not many and f.word(at - 1) in ("i", "we", "they"):
            continue  # "I board dogs"
        if one in nouns or (many and one in things and _noun_here(f, at)):
            kind = {
                "org": "organisation",
                "organization": "organisation",
                "center": "centre",
                "program": "programme",
            }
            found.append(_make(f, "scope", at, at + 1, ("many" if many else "one", kind.get(one, one))))
    return found


def _noun_here(f: Folded, at: int) -> bool:
    """True unless the word is more likely a verb: "she releases", "he reports"."""
    return f.word(at - 1) not in ("he", "she", "it", "who", "which", "that", "i", "we", "they", "to")
