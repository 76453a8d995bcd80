"""Which sentences need one another: who "she" is, what "then" follows, what "but" takes back.

A sentence that is told without the one it leans on may say something that its owner never said. So the leaning is
a hard limit of the selection, never a matter of worth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from storybank.facts import lists
from storybank.facts.subjects import is_person
from storybank.planning.adapt_limits import limited_by
from storybank.planning.adapt_refs import references
from storybank.playbook.lexicons import lexicon

_LEANS = re.compile(
    r"\W*(?:(?:and|so|but|because|when|while|since|after|before|if|once|until|as)\s+)?"
    r"(?:it|this|that|these|those|they|them|their|theirs|its|it's|that's|he|she|his|her|him|hers|he's|she's|"
    r"they're|they'd|he'd|she'd|such|both|neither|either|one of|some of|all of|none of|most of|each of|half of|"
    r"the (?:other|others|same|latter|former|first|second|third|last|two|three|next|following|rest|result|reason)|"
    r"(?:in|on|at|by|during|within|over|after|for|from|until) (?:the|that|this|those) (?:first|second|third|same|next|"
    r"following|other|others|rest)|"
    r"another|others|which|whose|who|"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a few|few|several|some|many|most|more|fewer|none)\s+"
    r"(?:were|was|are|is|had|have|has|did|could|would|will|can))\b",
    re.I,
)
_FOLLOWS = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?(?:then|next|afterwards?|later|after that|before that|from then|since then|until then|"
    r"by then|soon|eventually|meanwhile|instead|otherwise|also|too|so|therefore|thus|hence|because|"
    r"(?:the|that) (?:next|same|following|other|very|evening|night|morning|afternoon|day|week|month)|"
    r"(?:\w+[ -]){1,3}(?:later|afterwards|earlier|before|after that|on)\b|"
    r"first|second|secondly|third|thirdly|finally|lastly|for (?:example|instance|that)|and|or|nor|plus)\b",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\W*(?:(?:and|well|or)\s+)?"
    r"(?:but|however|yet|although|though|except|actually|or rather|rather(?! than)|still|only|"
    r"unfortunately|sadly|admittedly|granted|in truth|in fairness|to be fair|not (?:quite|really|all|that|entirely|"
    r"exactly|everyone|everything)|nevertheless|nonetheless|even so|mind you|that said|on the other hand|"
    r"at least|at best|in theory|on paper|(?:as for |for )?(?:me|my part)(?=,)|supposedly|allegedly|apparently|or so|"
    r"it (?:turned out|was not|wasn't|did not|didn't)|"
    r"that (?:was not|wasn't|did not|didn't|was wrong|turned out|would))\b",
    re.I,
)
_THEN = re.compile(
    r"\W*+(?:\S+\s+){1,6}?(?:then|too|also|again|therefore|instead|afterwards|meanwhile)\b", re.I
)
_IT = re.compile(r"\W*+(?:[^\s,;:]+\s+){1,7}?(?:it|them|they|these|those)\b(?!['’]s)", re.I)
_LATE = re.compile(
    r"\b(?:it|them)\b(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|but|for|to|in|on|at|by|with|before|after|when)\b)"
    r"|\b(?:this|that|these|those)\b(?=\s*(?:[.,;:!?)]|$))|(?<!no )\bone\b(?=\s*(?:[.;!?]|$))"
    r"|(?<!of )\b(?:this|that)\s+(?:\w+ed|happened|was|had|is|would|could)\b",
    re.I,
)
"""What a deed was done to, or "this happened": it needs a thing before it, in the sentence or ahead of it."""
_POINTED_AT = re.compile(
    r"\W*+(?:[^\s,;:]+\s+){0,14}?(?:in|on|at|for|of|with|from|to|by|about|under|over|through)\s+(?:that|those|these)\s+"
    r"(?!(?:day|night|year|month|week|time|point|moment|stage|morning|evening|summer|winter|spring|autumn|kind|sort)s?\b)"
    r"(?:two\s+|three\s+|four\s+)?[^\W\d_]+",
    re.I,
)
"""A thing that is pointed at: "the counts on that side fell"."""
_FELT = re.compile(
    r"\W*(?:I|we) (?:was|were|felt) (?:(?:\w+ly|very|quite|rather|so|not|pretty) )?(\w+)\W*\Z", re.I
)
_NOUN = re.compile(
    r"(?:\b(\w+)\W+)?\b(?:a|an|the|my|our|his|her|its|their|each|every|another|some)\s+(\w+)", re.I
)
_FRAMES = frozenset("after before since until during within throughout".split())  # noqa: SIM905
"""Words that set a thing aside as the time: "after the start" is nothing that people use."""
_COMPARES = re.compile(
    r"\b(?:harder|easier|better|worse|more|less|fewer|cheaper|faster|slower|sooner|so|too)\W*$", re.I
)
_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself|he'd|she'd|he's|she's)\b", re.I)
_ANYBODY = re.compile(r"\b(?:a|an|any|no|some)\s+\w+(?:\s+\w+)?", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SPEAKER = re.compile(r"\W*(?:I|we)\b", re.I)
_OPENS_QUOTE = re.compile(r"[\"“«]")
_CLOSES_QUOTE = re.compile(r"[\"”»]")


def leans_on_previous(sentence: str) -> bool:
    """True when the sentence begins with a word that points at what came right before it."""
    return (
        _points_out_late(sentence)
        or any(
            p.search(sentence) if p is _COMPARES else p.match(sentence)
            for p in (_LEANS, _FOLLOWS, _THEN, _IT, _POINTED_AT, _COMPARES)
        )
        or _only_felt(sentence)
    )


def _only_felt(sentence: str) -> bool:
    """True for "I was disappointed.": what by, the sentence before says."""
    felt = _FELT.match(sentence)
    return felt is not None and felt[1].lower() in lexicon("feelings")


def _points_out_late(sentence: str) -> bool:
    """True when an "it" later in the sentence finds nothing in the sentence that it could stand for."""
    late = _LATE.search(sentence)
    if late is None:
        return False
    named = _NOUN.finditer(sentence[: late.start()])
    thing = late[0].lower() != "them"  # nobody is an "it"
    return all(
        (match[1] or "").lower() in _FRAMES or (thing and is_person(match[2].lower())) for match in named
    )


def takes_back(sentence: str) -> bool:
    """True when the sentence begins by limiting or correcting what came right before it."""
    return bool(_TAKES_BACK.match(sentence))


def links(
    sentences: Sequence[str],
    idle: Sequence[bool],
    deeds: Sequence[bool] = (),
    results: Sequence[bool] = (),
) -> tuple[tuple[frozenset[int], ...], tuple[frozenset[int], ...]]:
    """For each sentence: the earlier ones that must be told in full with it; and those not to be told without it.

    The second value holds those that would be told without a limit to them. `idle` marks sentences that say nothing
    ("I have a good one for that"): nobody leans on those. `deeds` marks those that tell what was done, `results`
    what came of it.
    """
    nothing = [False] * len(sentences)
    known = references(sentences, deeds or nothing)
    limited = limited_by(sentences, deeds or nothing, results or nothing)
    needs: list[frozenset[int]] = []
    bound: list[frozenset[int]] = []
    person = (
        firm
    ) = -1  # the last sentences that could say who "she" is, and that say so by more than "a nurse"
    for k, sentence in enumerate(sentences):
        found = set(known[k])
        back = k > 0 and not idle[k - 1] and takes_back(sentence)
        leans = k > 0 and not idle[k - 1] and leans_on_previous(sentence)
        answers = k > 0 and _answers(sentences[k - 1], sentence)
        if back or leans or answers or (k and _is_open(sentences[k - 1])):
            found.add(k - 1)
        speaks = _PERSON.search(sentence)
        if speaks and person >= 0 and not _introduces(sentence[: speaks.start()]):
            found |= {person, firm} - {-1}
        if speaks or _introduces(sentence):
            person = k
        if speaks or _introduces(_ANYBODY.sub(" ", sentence)):
            firm = k
        needs.append(frozenset(found))
        tied = back or answers or (k > 0 and _is_open(sentences[k - 1]))
        bound.append(limited[k] | {k - 1} if tied else limited[k])
    return tuple(needs), tuple(bound)


def _answers(before: str, sentence: str) -> bool:
    """True for what the speaker did when others had objected: neither makes sense without the other."""
    if not _SPEAKER.match(sentence) or _SPEAKER.match(before):
        return False
    return any(m[0].lower() in lists.words("against-state") for m in _WORD.finditer(before))


def _introduces(words: str) -> bool:
    """True when a stretch names a person, by a role or by a capital."""
    roles = lexicon("person-roles")
    for n, match in enumerate(_WORD.finditer(words)):
        low = match[0].lower()
        if low in roles or (low.endswith("s") and low[:-1] in roles):
            return True
        if (
            n
            and match[0][0].isupper()
            and match[0] not in ("I", "I'm", "I'd", "I've", "I'll", "I’d", "I’m", "I’ve")
        ):
            return True
        if not n and low in lexicon("given-names"):
            return True
    return False


def _is_open(sentence: str) -> bool:
    """True when a quotation opens here and goes on, or a colon announces what follows."""
    opens = len(_OPENS_QUOTE.findall(sentence.replace('"', "")))
    closes = len(_CLOSES_QUOTE.findall(sentence.replace('"', "")))
    return opens > closes or sentence.count('"') % 2 == 1 or sentence.rstrip().endswith(":")
