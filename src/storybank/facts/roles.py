"""Roles and ranks of a text: what people are, with the words that raise it, and whether the speaker claims to be it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded, stem
from storybank.playbook.lexicons import lexicon_groups
from storybank.signals.clauses import is_past

_SELF_AS: Final = frozenset(["as", "i'm", "am", "became", "become", "was", "being"])
_BEING: Final = frozenset(["was", "am", "been", "became", "become", "being", "i'm"])
_AGENT: Final = ("er", "or", "ist", "ian", "eer", "man", "woman", "wright", "smith")
_AND: Final = frozenset(["and", "then", "later", "now", "also", "a", "an", "the", ",", "finally"])
_BACK: Final = 12  # tokens back to who it was that worked "as" something
_LONGEST: Final = 6  # words of a role


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


def find_roles(f: Folded, covered: Sequence[bool]) -> list[Claim]:
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
        holder = "self" if _held_by_speaker(f, first, end) else "any"
        found.append(_role(f, first, end, (holder, words[-1], *sorted(words[:-1]))))
        at = end
    return _with_own(f, found, covered)


def _role(f: Folded, first: int, end: int, key: tuple[str, ...]) -> Claim:
    span = f.span(first, end)
    return Claim("role", span, span.of(f.text), key, first=first, end=end)


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


def _held_by_speaker(f: Folded, first: int, end: int) -> bool:
    """ "as the lead", "I was head of", "I became a manager", "in my role as director"."""
    back = [f.word(k) for k in range(max(0, first - 6), first)]
    while back and (back[-1] in ("a", "an", "the", "then", "now", "their", "its", "our", "only", "new")):
        back.pop()
    if not back:
        return False
    if back[-2:] == ["i", ","]:
        return True
    if back[-1] == "as" and (f.word(end) in lists.words("aux") or is_past(f.word(end))):
        return False  # "as the owner was away"
    if back[-1] == "as":
        said = back[-2:-1]
        return not (
            said and said[0] in ("her", "his", "them", "him", "known", "hired", "such", "same", "just")
        )
    return (back[-1] in _SELF_AS and any(w in lists.words("i") for w in back[-3:])) or back[-1:] == ["i'm"]


# --- what the speaker says to be


def _with_own(f: Folded, found: list[Claim], covered: Sequence[bool]) -> list[Claim]:
    """The roles that the speaker claims, marked as such; those that no list knows ("baker") among them."""
    phrases = [(first, end) for first, end in _own_phrases(f) if is_agent(f.word(end - 1))]
    within = {k for first, end in phrases for k in range(first, end - 1)}
    found = [c for c in found if c.end - 1 not in within]
    at_head = {c.end - 1: n for n, c in enumerate(found)}
    for first, end in phrases:
        head = end - 1
        status = tuple(w for w in _words(f, first, head) if w in lists.words("status"))
        raised = tuple(w for w in _words(f, first, head) if w in lists.words("rank-modifier"))
        if head in at_head:
            n = at_head[head]
            key = found[n].key
            found[n] = replace(found[n], key=("self", key[1], *sorted({*key[2:], *status, *raised})))
        elif not covered[head]:
            found.append(_role(f, first, end, ("self", singular(f.word(head)), *sorted({*status, *raised}))))
    return _joined(f, found)


def _joined(f: Folded, found: list[Claim]) -> list[Claim]:
    """ "I was treasurer and then chair": what holds of the first role holds of the second."""
    out: list[Claim] = []
    for role in sorted(found, key=lambda c: c.first):
        before = out[-1] if out else None
        if before is not None and before.key[0] == "self" and role.key[0] != "self":
            between = {f.word(k) for k in range(before.end, role.first)}
            if "and" in between and between <= _AND:
                role = replace(role, key=("self", *role.key[1:]))
        out.append(role)
    return out


def _words(f: Folded, first: int, end: int) -> list[str]:
    """The words of a stretch, joined where a hyphen joins them."""
    out: list[str] = []
    for k in range(first, end):
        if f.word(k) == "-" or (f.word(k - 1) == "-" and out):
            out[-1:] = [(out[-1] if out else "") + f.word(k)]
        else:
            out.append(f.word(k))
    return out


def _own_phrases(f: Folded) -> Iterator[tuple[int, int]]:
    """Stretches that say what the speaker is: behind "I was", "I'm", "as", "my job as"."""
    for at in range(len(f.tokens)):
        word = f.word(at)
        own = word in _BEING and _speaks(f, at)
        own = own or (word == "me" and f.word(at - 1) in ("made", "named", "appointed", "elected", "hired"))
        if not own and not (word == "as" and _as_role(f, at) and not _of_another(f, at)):
            continue
        first = at + 1
        while f.word(first) in lists.words("before-own-role") or (f.word(first) in lists.numbers("number")):
            first += 1
        done = is_past(f.word(first)) or f.word(first) in lists.irregular()
        if done and f.word(first) not in lists.words("status"):
            continue  # "I was given two apprentices"
        end = first
        while end < min(len(f.tokens), first + _LONGEST) and _in_phrase(f, end):
            end += 1
        follows = f.word(end)
        verb = word == "as" and (follows in lists.words("aux") or is_past(follows))
        if end > first and not verb:
            yield first, end


def _speaks(f: Folded, at: int) -> bool:
    """True when the form of "be" at a token is the speaker's."""
    if f.word(at) == "i'm":
        return True
    k = at - 1
    while f.word(k) in lists.words("within-being"):
        k -= 1
    return f.word(k) in lists.words("i")


def _as_role(f: Folded, at: int) -> bool:
    """True for the "as" that gives the speaker a role: at the start of a clause, or after a verb of working."""
    before = f.word(at - 1)
    if f.tokens[at].opens or before in ("", ","):
        return f.word(at + 1) not in lists.words("as-no-role")
    return before in lists.words("serving")


def _of_another(f: Folded, at: int) -> bool:
    """True for the "as" of what somebody else was: "Ada Smith, who worked as a nurse"."""
    for k in range(at - 1, max(-1, at - _BACK), -1):
        word, token = f.word(k), f.tokens[k]
        if word in (".", "!", "?", ";") or word in lists.words("self") or word in lists.words("we"):
            return False
        if word in ("he", "she", "who", "they"):
            return True
        named = token.capital and not token.opens and word.isalpha() and len(word) > 1
        if named and (f.word(k + 1) == "," or is_past(f.word(k + 1))):
            return True
    return False


def _in_phrase(f: Folded, at: int) -> bool:
    """True for a word that a role can consist of, so long as its phrase goes on."""
    token = f.tokens[at]
    if token.word == "in" and f.word(at + 1) == "-":
        return token.gap != "\n"
    if token.gap == "\n" or token.word in lists.words("stop") or token.word in lists.words("clause-break"):
        return False
    counted = token.word in lists.numbers("number") or token.word[:1].isdigit()
    return token.word == "-" or (token.word[:1].isalpha() and not counted)


def is_agent(word: str) -> bool:
    """True for a noun of somebody who does something: a known trade, or a verb with the ending of one."""
    one = singular(word)
    if one in lists.words("no-agent"):
        return False
    groups = lexicon_groups("person-roles")
    if one in groups["rank"] or one in groups["either"] or one in lists.words("rank-head"):
        return True
    known = lists.ordinary()
    for ending in _AGENT:
        base = one.removesuffix(ending)
        if base != one and len(base) >= 3:
            return base in known or base + "e" in known or (base[-1] == base[-2] and base[:-1] in known)
    return False


def trade(word: str) -> str:
    """The stem of the verb in a noun of somebody who does something: "translat" of translator; "" without one."""
    one = singular(word)
    for ending in ("er", "or"):
        if one.endswith(ending) and len(one) > 5:
            return stem(one[:-2] + "e")
    return ""
