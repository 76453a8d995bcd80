"""Who does what a word says: the speaker, the group, somebody else, or nobody in sight."""

from __future__ import annotations

from storybank.facts import lists
from storybank.facts.align import Segment
from storybank.facts.fold import Folded
from storybank.playbook.lexicons import lexicon
from storybank.signals.clauses import is_past

_BACK, _BY = 40, 5  # tokens back to a subject, tokens on to "by"


def doer(f: Folded, segment: Segment, at: int) -> tuple[str, str, int]:
    """The owner of a word ("self", "we", "other", "none"), the word that says who, and its token."""
    if (agent := _agent(f, segment, at)) is not None:
        return *agent, at
    for k in range(at - 1, max(segment.first, at - _BACK) - 1, -1):
        word = f.word(k)
        if word in lists.words("i"):
            return ("we" if is_joint(f, k) else "self"), word, k
        if word in lists.words("we-do"):
            return "we", word, k
        if word in ("me", "us") and all(f.word(n) in lists.words("before-noun") for n in range(k + 1, at)):
            return ("self" if word == "me" else "we"), word, k
        if word in ("me", "us") and f.word(k - 1) in lists.words("causing"):
            return ("self" if word == "me" else "we"), word, k  # "she made me write the list"
        if word == "who" and _is_speaker(f, segment, k):
            return "self", word, k
        if word == "nobody" or (word == "one" and f.word(k - 1) == "no"):
            return "none", "", at
        if _is_other(f, k, at) or _acts(f, k, at):
            return "other", word, k
    return "none", "", at


def is_joint(f: Folded, at: int) -> bool:
    """True for the "I" of "Gwen and I"."""
    return (
        f.word(at - 1) == "and"
        and (f.tokens[at - 2].capital or f.word(at - 2) in lists.words("other"))
        and at > 1
    )


def _agent(f: Folded, segment: Segment, at: int) -> tuple[str, str] | None:
    """Who did it by the words behind a participle: "started by a retired teacher"."""
    if not is_past(f.word(at)):
        return None
    for k in range(at + 1, min(segment.end, at + _BY) - 1):
        if f.word(k) in lists.words("clause-break") or f.word(k) == ",":
            return None
        if f.word(k) == "by":
            return _after_by(f, segment, k + 1)
    return None


def _after_by(f: Folded, segment: Segment, at: int) -> tuple[str, str] | None:
    for k in range(at, min(segment.end, at + 4)):
        word = f.word(k)
        if word in ("me", "us"):
            return ("self" if word == "me" else "we"), word
        if f.tokens[k].capital or is_person(word):
            return "other", word
        if not word.isalpha():
            return None
    return None


def is_person(word: str) -> bool:
    """True for a noun that says what somebody is: "teacher", "engineers", "colleague"."""
    plain = word.removesuffix("'s")
    one = plain[:-1] if plain.endswith("s") else plain
    return plain in lists.words("other") or one in lexicon("person-roles") or plain in lexicon("person-roles")


def _is_other(f: Folded, at: int, verb: int) -> bool:
    """True for a pronoun or a noun of a person that is the subject of what follows."""
    word, after = f.word(at), f.word(at + 1)
    if word in lists.words("they-do"):
        return True
    if word.endswith("'s") or not is_person(word):
        return False
    follows = (
        at + 1 == verb
        or after in lists.words("aux")
        or is_past(after)
        or after in (",", "to")
        or after.endswith("ly")
    )
    if not follows:
        return False
    k = at - 1
    while (
        k >= 0
        and f.word(k).isalpha()
        and f.word(k) in lists.words("before-noun") - lists.words("before-object")
    ):
        k -= 1
    return f.word(k) not in lists.words("before-object")


def _acts(f: Folded, at: int, verb: int) -> bool:
    """True for a name that a verb follows, at once or behind helping words."""
    token = f.tokens[at]
    if (
        not token.capital
        or not token.word.isalpha()
        or len(token.word) < 2
        or token.word in lists.words("stop")
    ):
        return False
    if token.opens and token.word in lists.ordinary():
        return False
    if at + 1 == verb:
        return f.word(at - 1) not in lists.words("before-object")
    k = at + 1 + (f.word(at + 1) == ",")
    if k == verb and is_past(f.word(verb)):
        return f.word(at - 1) not in lists.words("before-object")
    while k < verb and f.word(k) in lists.words("aux"):
        k += 1
    begin = at
    while begin > 0 and f.tokens[begin - 1].capital and not f.tokens[begin].opens:
        begin -= 1
    return is_past(f.word(k)) and f.word(begin - 1) not in lists.words("before-object")


def _is_speaker(f: Folded, segment: Segment, at: int) -> bool:
    """True for the "who" of "I was just the one who"."""
    if f.word(at - 1) not in ("one", "person", "only"):
        return False
    return any(f.word(k) in lists.words("i") for k in range(max(segment.first, at - 6), at))
