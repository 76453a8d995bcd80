"""Which later sentences limit what an earlier one claims, however they begin.

"Losses fell to five a week. Strictly speaking, that number is the carrier's." Without the second sentence the first
claims more than its owner did, so it is not told alone. A limit is known by two things: it speaks of the claim (by a
pronoun, by "that number", by the claim's own words, or as a scrap that is no sentence by itself), and it takes
something from it (a denial, a doubt, a share, somebody else's credit).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from storybank.facts import lists
from storybank.facts.fold import stem
from storybank.facts.verbs import stems_of
from storybank.playbook.lexicons import lexicon

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBER_SPOKEN_OF = re.compile(
    r"\b(?:that|this|those|these)\s+(?:\w+\s+)?(?:number|figure|count|percentage|estimate)s?\b"
    r"|\bthe\s+(?:(?:real|true|exact|actual)\s+)?(?:number|figure|count|percentage|estimate)\s+(?:is|was|comes|came|may|might)\b",
    re.I,
)
_SUBJECT = re.compile(
    r"\W*(?:(?:and|but|so|well|maybe|perhaps|honestly|still|my guess is|I (?:think|guess|believe|suppose)),?\s+"
    r"(?:that\s+)?){0,2}(?-i:[Ii]t|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)\s+"
    r"(?=(?:(?:\w+ly|just|also|all|still)\s+)?(?:is|was|were|are|has|had|may|might|could|did|does|came|comes|only|never|"
    r"seem\w*|appear\w*|\w+n['’]t)\b)(?P<rest>.*)",
    re.I | re.S,
)
"""A sentence about what was just said: "It may have been luck"."""
_THOUGHT = re.compile(
    r"\W*(?!I\b)(?:[^\W\d_][\w'’-]*\s+){1,6}?(?:thinks?|thought|says?|said|believes?|claims|claimed)\s+"
    r"(?:so\b|(?:that\s+)?(?:it|this|that)\s+(?:is|was|were|has|had|may|might|could|would)\b)",
    re.I,
)
"""What somebody else holds of it: "Our finance people think it was the weather"."""
_UNDONE = re.compile(
    r"\W*(?:I|we)\s+(?:only|never|(?:did|do|have|had|could|can)(?:n['’]t|\s+not))\s+(?:\w+\s+){1,3}?(?:it|this|that|these|those)\W*\Z",
    re.I,
)
_LEAVES_OPEN = re.compile(
    r"\W*(?:I|we)\s+(?:never|cannot|\w+n['’]t|\w+\s+not)\s+(?:\w+\s+){0,2}?"
    r"(?:say|said|know|tell|claim|claimed|prove|proved|proven|pretend|certain|sure|credit)\b(?=.*\b(?:it|that|this|how|"
    r"whether|if|why)\b)",
    re.I | re.S,
)
"""What the speaker will not claim: "I can't say how much of that was ours"."""
_DISCLAIMS = re.compile(
    r"\W*(?:I|we)\s+(?:never|cannot|\w+n['’]t|\w+\s+not)\s+(?P<deed>\w+(?:\s+\w+)?)",
    re.I,
)
_ALONGSIDE = re.compile(
    r"\bthat (?:year|month|week|season|quarter|summer|winter|spring|autumn|term)\b[^.;]{0,20}\b(?:too|as well|also)\b"
    r"|\balso\b[^.;]{0,40}\bthat (?:year|month|week|season|quarter|summer|winter|spring|autumn|term)\b"
    r"|\bat the same time\b",
    re.I,
)
"""Another cause that was there as well: "prices went up that year too"."""
_SHARE_OF_IT = re.compile(
    r"\b(?:half|most|much|part|parts|some|none|little|third|quarter)\s+of\s+(?:it|this|that)\b(?=\s*(?:[.,;:!?)]|$)|"
    r"\s+(?:is|was|were|are|has|had|may|might|could|came|comes|did|does|went|\w+ed)\b)",
    re.I,
)
_CREDITS = re.compile(
    r"\b(?:is|was|were|are)\s+(?:\w+\s+){0,2}?(?:[\w-]+(?:['’]s|s['’])(?!\w)|hers|his|theirs|yours)"
    r"|\bnot\s+(?:my|mine|our|ours)\b|\bdeserves?\b|\bcredit\b|\bthanks\s+to\b|\baccording\s+to\b",
    re.I,
)
_DOUBTS = re.compile(
    r"\b(?:may|might|seem(?:s|ed)?|appear(?:s|ed)?|guess\w*|estimat\w+|suppose\w*|think|thinks|thought|believes?|reckons?|"
    r"said|says|claims?|luck\w*|chance|only|mostly|mainly|largely|partly|still)\b",
    re.I,
)
_CONCEDES = re.compile(
    r"(?:^|,)[^\w,]*+(?:to be (?:honest|fair|precise|exact)|if (?:I am|I['’]m) honest|"
    r"in (?:all )?(?:fairness|truth|honesty)|honestly|frankly|admittedly|strictly speaking|mind you|though|"
    r"truth be told|I admit|I must (?:say|admit))[^\w,]*+(?:,|$)",
    re.I,
)
_NO_SUBJECT = re.compile(
    r"\W*(?:is|was|are|were)\s+(?:not|only|just|never|maybe|perhaps|about|(?:an?|my) (?:guess|estimate))\b[^?]*\Z",
    re.I,
)
_ELLIPSIS = re.compile(
    r"(?:(?:or\s+so\s+)?(?:I|we|they|he|she|people)\s+(?:think|thought|hope|hoped|guess|believe|suppose|say|said)"
    r"|(?!(?:I|we)\b)(?:[\w'’]+\s+){1,6}(?:he|she|they|others)\s+did)\W*",
    re.I,
)
"""What makes a sentence only with the one before: "We think." and "My lawyer would say she did."."""
_SPEAKER = re.compile(r"\W*(?:\w+,\s+)?(?:I|we)\s+(\w+(?:['’]t)?)", re.I)
_HEADED = re.compile(
    r"\W*(?:(?:and|but|well),?\s+)?the\s+((?:\w+\s+){1,2})(?:is|was|were|are|came)\b(.*)", re.I | re.S
)
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|may|might|must)\Z|\w+(?:ed|n['’]t)\Z"
)
_JOINED = re.compile(r"['’](?:s|re|ve|ll|d|m)\Z")
"""A verb joined to the word before it: "he's"."""
_BEING = re.compile(
    r"(?:was|were|am|are|had|have|did|do|could|would|will|can|should|might|may|must)(?:n['’]t)?", re.I
)
_LOOSE = frozenset("on in at for from with by only mostly partly roughly almost nearly about or not".split())  # noqa: SIM905
_BY_OTHERS = re.compile(r"\bby\s+(?!hand\b|myself\b|me\b)", re.I)
_STOP = re.compile(r"[.,;:!?]|\b(?:and|but|because|so that|which)\b", re.I)
_SCRAP, _LOOSE_SCRAP = 6, 4  # words of what is no sentence by itself
_NEAR = 7  # words of a clause that say what it is about
_EARLY = 8  # words at the head of a sentence
_LONG = 30  # words of a sentence that is about more than the claim
_BACK = 8  # sentences in which the claim is looked for


def limited_by(
    sentences: Sequence[str], deeds: Sequence[bool], results: Sequence[bool]
) -> tuple[frozenset[int], ...]:
    """For each sentence, the earlier ones that may not be told without it.

    `deeds` marks those that tell what was done, of which somebody else's credit takes something (so does it of what
    the speaker says he did in any other part); `results` those that tell what came of it, of which every doubt does.
    """
    deeds = [deed or _is_own_deed(sentence) for deed, sentence in zip(deeds, sentences, strict=True)]
    found: list[frozenset[int]] = []
    for k, sentence in enumerate(sentences):
        claims = [j for j in range(k - 1, max(-1, k - 1 - _BACK), -1) if deeds[j] or results[j]]
        bound = set(_told_of(sentence, sentences, claims, results))
        if claims[:1] == [k - 1] and _limits(sentence, sentences[k - 1], result=results[k - 1]):
            bound.add(k - 1)
        if k and found[k - 1] and _takes_away(_said_of_it(sentence)):
            bound |= found[k - 1]
        found.append(frozenset(bound))
    return tuple(found)


def _limits(sentence: str, claim: str, *, result: bool) -> bool:
    """True when the sentence takes something from the claim right before it."""
    share = _SHARE_OF_IT.search(sentence)
    if _is_done_by_others(sentence, claim) or (share and (result or _BY_OTHERS.search(sentence))):
        return True
    if _NO_SUBJECT.match(sentence) or _is_loose(sentence) or _ELLIPSIS.fullmatch(sentence.strip()):
        return True
    of_it = _said_of_it(sentence)
    if _CREDITS.search(of_it):
        return True
    if result and (_LEAVES_OPEN.match(sentence) or _disclaims(sentence) or _ALONGSIDE.search(sentence)):
        return True
    aside = _CONCEDES.search(sentence) or _is_scrap(sentence)
    return result and bool(_takes_away(of_it) or (aside and _takes_away(sentence)))


def _disclaims(sentence: str) -> bool:
    """True for "I did not save the farm": the speaker denies that it was his doing."""
    said = _DISCLAIMS.match(sentence)
    deeds = {stem(word) for word in _words(said["deed"])} if said else set()
    return bool(deeds & stems_of("brings-about"))


def _told_of(
    sentence: str, sentences: Sequence[str], claims: Sequence[int], results: Sequence[bool]
) -> list[int]:
    """The nearest claim of which the sentence speaks by "that number" or in the claim's own words."""
    spoken = _NUMBER_SPOKEN_OF.search(sentence)
    if spoken and len(_words(sentence[: spoken.start()])) <= _EARLY and len(_words(sentence)) <= _LONG:
        return [j for j in claims if results[j] and any(map(_is_number, _words(sentences[j])))][:1]
    headed = _HEADED.match(sentence)
    if headed is None or not (_CREDITS.search(sentence) or _DOUBTS.search(_first(headed[2]))):
        return []
    thing = {stem(word) for word in headed[1].lower().split()}
    return [j for j in claims if thing <= {stem(w) for w in _words(sentences[j])}][:1]


def _said_of_it(sentence: str) -> str:
    """The first words of what a sentence says of the claim before it; empty when it speaks of something else."""
    subject = _SUBJECT.match(sentence)
    if subject:
        return sentence[: subject.start("rest")] + _first(subject["rest"])
    return sentence if _THOUGHT.match(sentence) or _UNDONE.match(sentence) else ""


def _first(words: str) -> str:
    """As much of a clause as says what it is about: to its first stop, and not far."""
    return " ".join(_STOP.split(words, maxsplit=1)[0].split()[:_NEAR])


def _takes_away(sentence: str) -> bool:
    return bool(_DOUBTS.search(sentence) or _CREDITS.search(sentence)) or any(
        _denies(w) or w in _doubting() for w in _words(sentence)
    )


def _is_own_deed(sentence: str) -> bool:
    speaker = _SPEAKER.match(sentence)
    return bool(speaker and _is_verb(speaker[1].lower()) and not _BEING.fullmatch(speaker[1]))


def _is_done_by_others(sentence: str, claim: str) -> bool:
    """True for "Priya led it" behind "I led the move": the same deed, and somebody else's."""
    plain = lists.words("telling") | lists.words("light") | lists.words("aux")
    deeds = {stem(word) for word in _words(claim) if _is_verb(word) and word not in plain}
    words = [] if _SPEAKER.match(sentence) else _words(sentence)[:_EARLY]
    return any(
        _is_verb(word)
        and stem(word) in deeds
        and before not in ("i", "we")
        and behind in ("it", "this", "that", "most")
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
    )


def _is_scrap(sentence: str) -> bool:
    """True for "Weekends: no change": words without a verb, which belong to what was said before."""
    words = _words(sentence)
    told = lists.words("self") | lists.words("we")
    return 0 < len(words) <= _SCRAP and not any(_is_verb(w) or _JOINED.search(w) or w in told for w in words)


def _is_loose(sentence: str) -> bool:
    """True for "On paper." and "For a week.": the end of the sentence before, set apart by a full stop."""
    words = _words(sentence)
    return (
        _is_scrap(sentence) and len(words) <= _LOOSE_SCRAP and (words[0] in _LOOSE or words[0].endswith("ly"))
    )


def _is_verb(word: str) -> bool:
    return bool(_VERB.match(word)) or word in lexicon("past-forms")


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in lists.numbers("number") or word in lists.numbers("factor")


def _denies(word: str) -> bool:
    return word in lists.words("negation") or word.endswith(("n't", "n’t"))


@cache
def _doubting() -> frozenset[str]:
    return frozenset().union(*map(lists.words, ("about-a-number", "doubting", "unsure-state")))


def _words(sentence: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(sentence)]
