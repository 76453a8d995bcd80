"""Names of a text: people, organisations, places, products, code names; and words that nobody could check.

Everything with a capital that no grammar asks for is a name, as is every acronym and every known given name. At the
start of a sentence a capital means nothing, so there the word itself decides: is it an ordinary one?
"""

from __future__ import annotations

from collections.abc import Sequence

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded, is_foreign, stem
from storybank.playbook.lexicons import lexicon


def find_names(f: Folded, taken: Sequence[bool]) -> list[Claim]:
    """Names in order, one claim for a run of capitalised words; `taken` marks tokens that are dates or figures."""
    found: list[Claim] = []
    at = 0
    while at < len(f.tokens):
        if taken[at] or not is_name(f, at):
            at += 1
            continue
        end = at + 1
        while end < len(f.tokens) and not taken[end] and f.tokens[end].gap == " " and _plain_capital(f, end):
            end += 1
        span = f.span(at, end)
        key = tuple(bare(f.word(k)) for k in range(at, end))
        found.append(Claim("name", span, span.of(f.text), key, first=at, end=end))
        at = end
    return found


def bare(word: str) -> str:
    """A name without its possessive ending."""
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def is_name(f: Folded, at: int) -> bool:
    """True when the word at a token must be a name (or cannot be read at all)."""
    token = f.tokens[at]
    word = token.word
    if not word[:1].isalpha() or word in lists.words("never-a-name"):
        return False
    if is_foreign(word):
        return True
    plain = bare(word)
    if not token.capital:
        camel = any(c.isupper() for c in token.shown)
        known = len(plain) > 2 and plain in lexicon("given-names") and plain not in lists.ordinary()
        return camel or (known and stem(plain) not in lists.words("stop"))
    if len(plain) > 1 and token.shown.removesuffix("'s").isupper():
        return True
    if any(c.isupper() for c in token.shown[1:]):
        return True
    if not token.opens:
        return len(plain) > 1 or f.word(at + 1) == "."
    if plain in lists.words("stop") or plain in lists.words("aux"):
        return False
    return _names_at_start(f, at, plain)


def _names_at_start(f: Folded, at: int, plain: str) -> bool:
    """A capital at the start of a sentence: a name when the word is none, or is given to people and acts like one."""
    follows = f.word(at + 1)
    given = plain in lexicon("given-names") or plain in lexicon("given-names-weak")
    if plain in lists.ordinary():
        acts = follows in lists.words("name-acts") or f.word(at).endswith("'s") or _surname(f, at + 1)
        return (
            given
            and acts
            and plain not in ("will", "may", "can", "an", "do", "de", "ai", "even", "see", "art")
        )
    if given or f.word(at).endswith("'s") or _surname(f, at + 1):
        return True
    root = stem(plain)
    return not (
        any(stem(w) == root for w in _kin(plain))
        or plain.endswith(("ing", "ly", "ed", "ness", "tion", "ions"))
    )


def _kin(word: str) -> list[str]:
    """Ordinary words that the word could be a form of."""
    known = lists.ordinary()
    cuts = [word[:n] for n in range(max(3, len(word) - 4), len(word) + 1)]
    return [c + e for c in cuts for e in ("", "s", "e", "ed", "ing", "y") if c + e in known]


def _surname(f: Folded, at: int) -> bool:
    """True when a capitalised word that is no ordinary one follows at once."""
    if at >= len(f.tokens) or f.tokens[at].gap != " " or not f.tokens[at].capital:
        return False
    return f.word(at) not in lists.words("never-a-name") and f.word(at).isalpha()


def _plain_capital(f: Folded, at: int) -> bool:
    return (
        f.tokens[at].capital
        and f.word(at)[:1].isalpha()
        and f.word(at) not in lists.words("never-a-name")
        and not f.tokens[at].opens
    )
