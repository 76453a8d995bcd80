"""What a text claims: figures, dates, names, roles and ranks, scope, quantities; each with its span and normal form."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.facts import lists
from storybank.facts.claim import Claim, ClaimKind
from storybank.facts.dates import find_dates
from storybank.facts.figures import find_numbers
from storybank.facts.fold import Folded, fold, stem
from storybank.facts.names import find_names

__all__ = ["Claim", "ClaimKind", "claims_of", "read_claims"]

_SELF_AS = frozenset(["as", "i'm", "am", "became", "become", "was", "being"])


def claims_of(text: str) -> tuple[Claim, ...]:
    """All claims of a text, in order."""
    return read_claims(fold(text))


def read_claims(f: Folded) -> tuple[Claim, ...]:
    """All claims of a folded text, in order."""
    dates = find_dates(f)
    taken = _taken(f, dates)
    numbers = [n for n in find_numbers(f) if not any(taken[n.first : n.end])]
    numbers = [n for n in numbers if not _says_order(n)]
    covered = _taken(f, [*dates, *numbers])
    names = find_names(f, covered)
    roles = _roles(f, covered)
    others = [*_scopes(f), *_quantities(f, covered)]
    return tuple(sorted([*dates, *numbers, *names, *roles, *others], key=lambda c: (c.span, c.kind)))


def _says_order(number: Claim) -> bool:
    """True for a "first" or "second" that nothing follows which could be ranked."""
    return (
        number.unit == "ordinal"
        and not number.noun
        and number.value in (1.0, 2.0)
        and not number.quote[0].isdigit()
    )


def _taken(f: Folded, claims: Sequence[Claim]) -> list[bool]:
    taken = [False] * len(f.tokens)
    for claim in claims:
        taken[claim.first : claim.end] = [True] * (claim.end - claim.first)
    return taken


def _make(f: Folded, kind: ClaimKind, first: int, end: int, key: tuple[str, ...], **more: str) -> Claim:
    span = f.span(first, end)
    return Claim(kind, span, span.of(f.text), key, first=first, end=end, noun=more.get("noun", ""))


def singular(word: str) -> str:
    """A noun without its plural ending."""
    word = word.removesuffix("'s").rstrip("'")
    if word in lists.irregular() and word in ("people", "men", "women", "children", "companies"):
        return lists.irregular()[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return (
        word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
    )


# --- roles and ranks


def _roles(f: Folded, covered: Sequence[bool]) -> list[Claim]:
    """Roles with the words that raise them ("senior", "chief"), and whether the speaker claims to hold them."""
    found: list[Claim] = []
    heads, modifiers = lists.words("rank-head"), lists.words("rank-modifier")
    at = 0
    while at < len(f.tokens):
        word = singular(f.word(at))
        if word not in heads or covered[at] or not _is_role(f, at, word):
            at += 1
            continue
        first = at
        while first > 0 and _raises(f, first - 1, modifiers):
            first -= 1 if f.word(first - 1) != "-" else 2
        end = at + 1
        while (
            end < len(f.tokens)
            and f.tokens[end].gap == " "
            and singular(f.word(end)) in heads
            and _is_role(f, end, f.word(end))
        ):
            end += 1
        words = [singular(f.word(k)) for k in range(first, end) if f.word(k) != "-"]
        holder = "self" if _held_by_speaker(f, first) else "any"
        found.append(_make(f, "role", first, end, (holder, words[-1], *sorted(words[:-1]))))
        at = end
    return found


def _raises(f: Folded, at: int, modifiers: frozenset[str]) -> bool:
    if at < 0 or f.tokens[at + 1].gap == "\n":
        return False
    word = f.word(at)
    return word in modifiers or (word == "-" and f.glued(at + 1) and f.word(at - 1) in modifiers)


def _is_role(f: Folded, at: int, word: str) -> bool:
    """True when a word that could be a verb, a thing or a group is a rank here."""
    if word not in lists.words("rank-ambiguous"):
        return True
    before, after = f.word(at - 1), f.word(at + 1)
    if f.tokens[at].word in ("leads", "heads", "coaches", "chairs") and before not in lists.words(
        "before-noun"
    ):
        return False
    if after in ("a", "an", "the", "to", "it", "them", "up", "time", "start"):
        return False
    if word in ("lead", "head", "chair", "chief", "partner") and after in (
        "of",
        "engineer",
        "architect",
        "nurse",
        "for",
    ):
        return before not in ("to", "i", "we", "would", "could")
    return (
        before in lists.words("before-noun") - {"to"}
        or before in lists.words("rank-modifier")
        or (f.word(at).endswith("'s"))
    )


def _held_by_speaker(f: Folded, first: int) -> bool:
    """ "as the lead", "I was head of", "I became a manager", "in my role as director"."""
    back = [f.word(k) for k in range(max(0, first - 6), first)]
    while back and (back[-1] in ("a", "an", "the", "then", "now", "their", "its", "our", "only", "new")):
        back.pop()
    if not back:
        return False
    if back[-2:] == ["i", ","]:
        return True
    if back[-1] == "as":
        said = back[-2:-1]
        return not (
            said and said[0] in ("her", "his", "them", "him", "known", "hired", "such", "same", "just")
        )
    return (back[-1] in _SELF_AS and any(w in ("i", "i'd", "i'm", "i've") for w in back[-3:])) or back[
        -1:
    ] == ["i'm"]


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


# --- quantities


def _quantities(f: Folded, covered: Sequence[bool]) -> list[Claim]:
    """Words of quantity and superlatives, with what they are said of."""
    found: list[Claim] = []
    steps = lists.numbers("quantifier")
    for at in range(len(f.tokens)):
        word = f.word(at)
        if word in steps and not covered[at]:
            if _is_idle(f, at):
                continue
            found.append(_make(f, "quantity", at, at + 1, ("share", word), noun=_said_of(f, at + 1)))
        elif word in lists.words("superlative") or _is_superlative(word):
            if word == "first" and (
                f.word(at - 1) in ("at", "")
                or f.tokens[at].opens
                or f.word(at - 1) not in ("the", "my", "our", "its", "their", "was", "a")
            ):
                continue
            if word in ("only", "sole") and f.word(at - 1) not in ("the", "my", "our"):
                continue
            if word in ("top", "record", "leading") and f.word(at - 1) not in ("a", "the", "our", "my"):
                continue
            found.append(_make(f, "rank", at, at + 1, ("best", word), noun=_said_of(f, at + 1)))
    return found


def _is_superlative(word: str) -> bool:
    return len(word) > 5 and word.endswith("est") and word not in lists.words("no-superlative")


def _is_idle(f: Folded, at: int) -> bool:
    """Quantity words that quantify nothing: "at all", "after all", "not any", "as much as", "one part of"."""
    word, before, after = f.word(at), f.word(at - 1), f.word(at + 1)
    if word in ("all", "most", "much", "many", "little") and before in (
        "at",
        "after",
        "above",
        "as",
        "how",
        "so",
        "too",
        "a",
        "very",
    ):
        return True
    if word == "any" or (word == "across" and after not in ("the", "all", "every")):
        return True
    return word in ("part", "ever", "alone", "only", "some", "few", "little", "across") and word not in (
        "alone",
        "only",
    )


def _said_of(f: Folded, at: int) -> str:
    """The stem of the first word of weight after a quantity word; "" for none near."""
    for k in range(at, min(at + 4, len(f.tokens))):
        word = f.word(k)
        if f.tokens[k].gap == "\n" or word in (".", ",", ";", "!", "?"):
            return ""
        if word[:1].isalpha() and word not in lists.words("stop"):
            return stem(word)
    return ""
