"""How an interviewer asks: by a question, a request to tell or a wish to hear, with small talk in front of it."""

from __future__ import annotations

import re

from storybank.text.sentences import split

# Small words, and clauses that a mark sets off ("Next question: ..."), of which nobody is the teller.
_SMALL_TALK = (
    r"(?:(?:so|okay|ok|right|alright|all right|great|good|perfect|lovely|nice|cool|well|now|then|next|and|but"
    r"|or|um+|uh+|er|erm|hm+|mm+|yes|yeah|sure|thanks|thank you|please|just|maybe|perhaps|first)\b[,.!:;…–—-]*\s+"
    r"|(?!(?:i|we|my|our|he|she|they)\b)(?:[\w'’]{1,20}[ ]){0,5}[\w'’]{1,20}[ ]?[,:;–—]\s+){0,4}"
)
_ORDER = (
    r"(?:(?:can|could|would|will) (?:you|i ask you to|we have you) )?(?:please |just |maybe |briefly )*"
    r"(?:tell (?:me|us)|give (?:me|us|an example)|walk (?:me|us)|take (?:me|us)|talk (?:me|us|about)|describe|share"
    r"|recall|explain|think of|discuss|provide)\b"
)
_WISH = (
    r"(?:(?:what )?(?:i|we)(?:['’]d| would)? (?:really |also |now |just )*(?:like|love|want|wanted)"
    r" (?:(?:for )?you to [a-z]+|to (?:hear|know|learn|understand|ask|explore|dig))"
    r"|(?:i|we)(?:['’]m| am|['’]re| are| was| were) (?:really |also )?(?:curious|interested|wondering)"
    r"|let(?:['’]s| us) (?:[a-z]+ ){1,2}(?:about|with|on|to|into|at))\b"
)
_WHICH = (
    r"(?:what|when|why|how|which|who|where)(?:['’]s|['’]re|\b)(?! (?:i|we|he|she|they|my|our)\b)"
    r"|(?:have|has|did|do|does|are|is|was|were|can|could|would|will|should)\b"
)
_TOPIC = (
    r"(?:i|we)(?:['’]d| would)? (?:like|love|want|wanted) to (?:talk|discuss|start|begin|move|turn|look)\b"
)
_REQUEST = re.compile(rf"\s*{_SMALL_TALK}(?:{_ORDER}|{_WISH})", re.IGNORECASE)
_PUTTING = re.compile(rf"\s*{_SMALL_TALK}(?:{_ORDER}|{_WISH}|{_WHICH})", re.IGNORECASE)
_ASKING = re.compile(
    rf"\s*{_SMALL_TALK}(?:{_ORDER}|{_WISH}|{_TOPIC}|(?:what|why|how|when)\b(?! (?:i|we|my|our)\b)|can\b|could\b"
    r"|tell\b|give\b|walk\b|talk\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:(?:tell|give|walk) (?:me|us)|(?:can|could) you)\b", re.IGNORECASE)
_AT_LAST = re.compile(  # "We have forty minutes, so walk me through ..."
    r"(?:[,:;–—]|\b(?:so|and|then))\s+(?:(?:so|and|then|please|just|maybe) )*(?:(?:can|could|would) you )?"
    r"(?:tell|give|walk|talk) (?:me|us)\b",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"\b(?:you|your|yourself|you['’]\w+|an? (?:time|situation|example|occasion))\b", re.IGNORECASE
)
_OCCASION = re.compile(r"\b(?:an?|one|the last|another) (?:time|situation|example|occasion)\b", re.IGNORECASE)
_ANEW = re.compile(  # who presses for detail asks for "one example", "a specific one"
    r"\b(?:an?|another|the last)(?: (?:different|second|recent|similar))? (?:time|situation|occasion)\b"
    r"|\banother (?:example|story|one)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:i|i['’]\w+|my|mine|we|we['’]\w+|our)\b", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_TAKES_UP = frozenset(  # with these words people take up an answer
    "yes yeah yep yup okay ok so um uh er erm well right sure ah oh no hm hmm alright correct".split()  # noqa: SIM905
)
_LEADS = frozenset({"and", "then", "but", "the", "because"})  # "and then i ..."
_NO_STOPS = 25  # words: a longer run without stops is no question alone
_SHORT = 8  # words: a shorter one is taken for a question
_UNSEEN = 8  # words of a question whose end nothing shows
_SEEN = 20  # words within which the answer must show
_LONGEST = 60  # words of a question
_LAST = 2  # sentences: after the question comes "Take your time." at most


def request(said: str) -> int:
    """Where the request that opens these words ("So, tell me", "I'd like to hear") ends; 0 without one."""
    match = _REQUEST.match(said)
    return match.end() if match else 0


def questions(said: str) -> bool:
    """True for words that open as a question does and end in its mark."""
    return said.endswith("?") and bool(_PUTTING.match(said))


def asks(said: str) -> bool:
    """True for words of an interviewer that ask somebody to answer."""
    return "?" in said or bool(_ASKING.match(said) or _WITHIN.search(said))


def addresses(said: str) -> bool:
    """True for words that speak of "you", or of "a time" that is to be told."""
    return bool(_YOU.search(said))


def tells(said: str) -> bool:
    """True for words in which somebody speaks of himself."""
    return bool(_SPEAKER.search(said))


def invites(said: str) -> bool:
    """True for words, whoever says them, that come down to a question or to a request to tell."""
    told = [span.of(said) for span in split(said)[0]][-_LAST:]
    return any(_invites(sentence) for sentence in told)


def wants_a_story(said: str) -> bool:
    """True for words that invite, and to what no boss asks in passing: "a time when you failed"."""
    return invites(said) and bool(_OCCASION.search(said))


def opens_a_story(said: str) -> bool:
    """True for words that order a story of its own, not for a question that presses on with one."""
    told = [span.of(said) for span in split(said)[0]]
    return any(_REQUEST.match(sentence) and _ANEW.search(sentence) for sentence in told)


def goes_on_asking(said: str) -> bool:
    """True for a line without a label that still belongs to the question above it."""
    if len(said.split()) > _LONGEST:
        return False
    told = [span.of(said) for span in split(said)[0]]
    return bool(told) and _invites(told[-1])


def _invites(sentence: str) -> bool:
    if sentence.rstrip(" \"'”’*_)]").endswith("?"):
        return True
    match = _PUTTING.match(sentence) or _AT_LAST.search(sentence)
    return bool(match and addresses(sentence) and not tells(sentence[match.end() :]))


def answer_begins(said: str) -> int:
    """Where the answer begins in words that open with a question; 0 where none shows.

    For a turn that holds both. Stops show it; without them, people take an answer up with a small word
    ("yeah", "so") or speak of themselves.
    """
    if len(said.split()) < _SHORT:
        return 0
    told = split(said)[0]
    asked = 0
    while asked < len(told) and _is_prompt(told[asked].of(said), first=not asked):
        asked += 1
    if asked:
        return told[asked].start if asked < len(told) else 0
    return _taken_up(told[0].of(said))


def _is_prompt(sentence: str, first: bool) -> bool:
    """True for a question, and for the words that open a turn and tell nothing: "Whenever you like." """
    length = len(sentence.split())
    if _invites(sentence):
        return length < _NO_STOPS or sentence.endswith("?")
    return first and length < _SHORT and not tells(sentence)


def _taken_up(run: str) -> int:
    """Where, in a run of words without stops, somebody takes up the answer."""
    found = list(_WORD.finditer(run))
    begun = request(run)
    first = next((k for k, word in enumerate(found) if word.start() >= begun), 0) or 2
    for k in range(first, min(len(found), _SEEN)):
        if _takes_up(found[k].group()):
            while k > first and found[k - 1].group().lower() in _LEADS:
                k -= 1
            return found[k].start()
    return found[_UNSEEN].start() if len(found) >= _NO_STOPS else 0


def _takes_up(word: str) -> bool:
    word = word.strip(",;:-–—").lower()
    return word in _TAKES_UP or bool(_SPEAKER.fullmatch(word))
