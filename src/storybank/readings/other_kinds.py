"""Texts of another kind than an answer: told of others, a letter, verse, a recipe. No deed of the speaker's is in them.

Each is known by how it is made, not by what it is about. Of some 7,100 stories among the labelled answers none is
of such a make, notes without an "I" and reports in the passive among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from storybank.playbook.lexicons import lexicon
from storybank.signals.clauses import is_past
from storybank.signals.model import Signals

_QUOTED = re.compile(r"[“\"][^“”\"\n]{1,400}[”\"]|(?<!\w)[‘'][^‘’'\n]{1,300}[’'](?!\w)")
_SPEAKER = re.compile(
    r"(?<!\w)(?:i|im|ive|id|i['’](?:m|d|ve|ll)|me|my|mine|myself|we|we['’]\w+|us|our|ours|ourselves|a?h['’]?m|ah|ma)"
    r"(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP = tuple('.!?…”"’)')


def is_of_another_kind(signals: Signals) -> bool:
    """True for a text that tells of others only, for a letter, for verse and for a recipe."""
    document = signals.whole
    prose = document.prose
    said = [s.span.of(prose).strip() for s in document.sentences]
    rows = [line.strip() for line in prose.splitlines() if _WORD.search(line)]
    return (
        (document.punctuated and tells_of_others(prose, said))
        or is_letter(rows, said)
        or is_verse(rows)
        or (document.punctuated and is_recipe(said))
    )


# -- told of others

_OTHERS = re.compile(
    r"(?<!\w)(?i:he|she|they|who)(?= [a-z])|(?<![\w.])[A-Z]\w+ (?:said|says|told|announced|explained|added)\b"
)
_WHOLE = re.compile(r"\b(?:the|an?|his|her|their|its)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|got)(?: (?:not|also|then|therefore|later|first|\w+ly))?"
    r" (?:\w+ed|made|found|brought|cut|put|set|held|built|sent|given|taken|spent|told|written|kept|drawn|laid)\b",
    re.IGNORECASE,
)
_FEWEST = 4  # sentences
_MOSTLY = 0.7
_HARDLY = 0.15
_HIDDEN = 0.35


def tells_of_others(prose: str, said: Sequence[str]) -> bool:
    """True for whole sentences in which others act and nobody speaks: a report, a tale, a life.

    Whoever speaks may leave out the "I" in notes, which are no whole sentences, or in the passive; then the deeds
    have no doer, or open the sentence.
    """
    if len(said) < _FEWEST or _SPEAKER.search(_QUOTED.sub(" ", prose)):
        return False
    whole = sum(s.endswith(_STOP) and bool(_WHOLE.search(s)) for s in said)
    hidden = sum(bool(_PASSIVE.search(s)) for s in said)
    deeds = sum(map(_opens_with_deed, said))
    return (
        whole >= _MOSTLY * len(said)
        and hidden <= _HIDDEN * len(said)
        and deeds <= _HARDLY * len(said)
        and len(list(islice(_OTHERS.finditer(prose), 2))) == 2
    )


def _opens_with_deed(sentence: str) -> bool:
    first = _WORD.search(sentence)
    word = first[0].lower() if first else ""
    return is_past(word)


# -- a letter

_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day))\b[^.?!]{0,40}[,!:]?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|kindest|warm|many)?(?: (?:regards|wishes))|best|regards|sincerely|cheers|thanks|love"
    r"|many thanks|thank you|all the best|(?:yours|kind|warm)\w* \w+|yours|take care|see you\b.{0,20})[,.!]?",
    re.IGNORECASE,
)
_TO_READER = re.compile(r"(?<!\w)(?:you|your|yours|please|let me know)(?!\w)", re.IGNORECASE)
_ADDRESSED = 0.25
_LAST_ROWS = 5


def is_letter(rows: Sequence[str], said: Sequence[str]) -> bool:
    """True for a greeting on a line of its own, a closing on another, and a reader who is spoken to between."""
    if len(rows) < _FEWEST or not _GREETING.fullmatch(rows[0]):
        return False
    if not any(_CLOSING.fullmatch(row) for row in rows[-_LAST_ROWS:]):
        return False
    addressed = sum(bool(_TO_READER.search(_QUOTED.sub(" ", s))) for s in said)
    return addressed >= _ADDRESSED * len(said)


# -- verse

_SUNG = re.compile(r"[\[(].{1,30}[\])]|\w+(?: \d)?:")  # "[Chorus]", "Verse 2:"
_NOTED = re.compile(r"\d|[→=;/]|^\W*[-*•–>]")
_RIME = re.compile(r"[aeiouy]+[^aeiouy]*e?$")
_LINES = 6
_LONGEST = 12  # words of a line
_NEAR = 4  # lines between two that rhyme
_SOUNDING = 0.4


def is_verse(rows: Sequence[str]) -> bool:
    """True for short lines, many of which rhyme with one near by or come again."""
    sung = [row for row in rows if not _SUNG.fullmatch(row)]
    if len(sung) < _LINES or any(map(_NOTED.search, sung)):
        return False
    words = [_WORD.findall(row.lower()) for row in sung]
    if sum(2 <= len(w) <= _LONGEST for w in words) < (1 - _HARDLY) * len(sung):
        return False
    ends = [w[-1] if w else "" for w in words]
    often = Counter(map(tuple, words))
    sounding = sum(often[tuple(w)] > 1 or _rhymes(ends, k) for k, w in enumerate(words))
    return sounding >= _SOUNDING * len(sung)


def _rhymes(ends: Sequence[str], at: int) -> bool:
    """Whether a line ends as one near it, in another word."""
    near = {*ends[max(0, at - _NEAR) : at], *ends[at + 1 : at + 1 + _NEAR]} - {ends[at], ""}
    return any(_rime(ends[at]) == _rime(word) for word in near)


def _rime(word: str) -> str:
    found = _RIME.search(word)
    return found[0] if found else word


# -- a recipe

_NUMBER = (
    r"(?:\d[\d.,]*|an?|half an?|one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty)"
)
_AMOUNT = re.compile(
    rf"\b{_NUMBER} ?(?:g|kg|grams?|kilos?|ml|l|lit(?:re|er)s?|cups?|(?:tea|table)?spoons?|tsp|tbsp|pinch(?:es)?|cloves?"
    r"|ounces?|oz|pounds?|lbs?|pints?|degrees|°[CF]?|handfuls?|slices?)\b",
    re.IGNORECASE,
)
_WAIT = re.compile(rf"\b(?:{_NUMBER} (?:minutes?|hours?)|half an hour|overnight)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t)\b", re.IGNORECASE)
_STEP = re.compile(
    r"(?<!\w)(?:I|we)(?: (?:always|then|also|usually|just|\w+ly))? (?!am\b|have\b)[a-z]+(?<!ed)\b"
)
_DEALT = re.compile(
    r"(?<!\w)(?:he|she|customers?|clients?|patients?|team|manager|boss|colleagues?)(?!\w)", re.IGNORECASE
)
_SAME = frozenset(
    [
        "put",
        "cut",
        "set",
        "let",
        "read",
        "cost",
        "hit",
        "shut",
        "quit",
        "split",
        "spread",
        "run",
        "come",
        "become",
    ]
) | {"found", "left"}
"""Past forms that are those of the present too, or of another verb."""
_AMOUNTS = 3
_STEPS = 3


def is_recipe(said: Sequence[str]) -> bool:
    """True for steps in the present with amounts of what goes in and of how long it takes, and no event."""
    if len(said) < _FEWEST:
        return False
    amounts, waits = (sum(len(p.findall(s)) for s in said) for p in (_AMOUNT, _WAIT))
    if not amounts or amounts + waits < _AMOUNTS:
        return False
    past = sum(map(_is_past, said))
    steps = sum(bool(_STEP.search(s)) for s in said)
    return past <= _HARDLY * len(said) and steps >= max(_STEPS, len(said) // 2) and not _dealt_with(said)


def _is_past(sentence: str) -> bool:
    words = _WORD.findall(sentence.lower())
    return bool(_PAST.search(sentence)) or any(
        word in lexicon("past-forms") and word not in _SAME for word in words[1:]
    )


def _dealt_with(said: Sequence[str]) -> bool:
    """Whether somebody else speaks or acts in it."""
    return any(_DEALT.search(s) for s in said)
