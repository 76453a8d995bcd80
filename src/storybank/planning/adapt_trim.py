"""Where a sentence may be cut short without changing what it says.

Fillers at its head may always go. Else only a clause of its own may go, at its joint: a tail behind a semicolon or a
lone dash, or before ", which", ", and we", or "and painted it" behind an "I built"; a head before "; I" or ", and I".
What goes must hold no negation, hedge, quantifier, figure, attribution or condition, and what stays must not wait for
it. In doubt nothing is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from storybank.planning.adapt_refs import shares_a_reference
from storybank.playbook.lexicons import lexicon
from storybank.signals.delivery import find_fillers
from storybank.text.span import Span

_JOINT = re.compile(
    r"(?P<semi>;)\s+(?=\w)"
    r"|\s+(?P<dash>[–—]|--|-)\s+(?=\w)"
    r"|(?P<which>,)\s+(?=(?:which|where)\s)"
    r"|(?P<and>,)\s+(?=(?:and|so)\s+(?:i|we|the|a|an|our|my|this|that|there)\b)"
    r"|,?\s+(?=and\s+(?P<deed>\w+)\b)",
    re.I,
)
_CARRIES = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|seldom|miss\w*|lost|loss|worse|neither|nor|without|cannot|\w+n[’']t|hardly|barely|scarcely|lack\w*|fail\w*|"
    r"refus\w*|stop\w*|prevent\w*|avoid\w*|wrong\w*|untrue|false|mistak\w*|"
    r"if|unless|except|only|although|though|but|however|despite|provided|whether|until|till|because|since|"
    r"whereas|while|instead|rather|otherwise|as long as|assuming|depend\w*|subject to|"
    r"about|around|roughly|approximately|nearly|almost|maybe|perhaps|probably|possibly|apparently|seem\w*|might|may|"
    r"could|would|should|think|thought|believe\w*|guess\w*|suppose\w*|reckon\w*|hope\w*|likely|estimat\w*|kind of|"
    r"sort of|partly|partially|somewhat|mostly|largely|mainly|at least|at most|up to|or so|tri(?:ed|es)|try\w*|"
    r"attempt\w*|plan\w*|want\w*|intend\w*|meant|supposed|"
    r"can|presum\w*|alleg\w*|arguab\w*|appear\w*|tend(?:s|ed)?|gather\w*|doubt\w*|den(?:y|ies|ied)|reject\w*|declin\w*|"
    r"unable|impossible|zero|view|opinion|fairly|quite|relatively|merely|just|already|under way|"
    r"some\w*|any\w*|plenty|handful|minority|quarter|whole|entire\w*|enough|little|all|every\w*|each|most|many|few\w*|several|couple|half|both|either|more|less|lot|lots|much|majority|"
    r"part|share|second|third|fourth|fifth|dozen\w*|hundred\w*|thousand\w*|million\w*|first|last|once|twice|again|always|usually|often|"
    r"sometimes|rarely|"
    r"said|say|says|told|tell\w*|asked|claim\w*|accord\w*|report\w*|suggest\w*|propos\w*|decid\w*|credit\w*|idea|"
    r"thanks|together|help\w*|with|by|team\w*|colleague\w*|he|she|they|his|her|their|them|him|who|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|\w*teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b"
    r"|[\d%$€£¥½¼¾?!]",
    re.I,
)
_CREDITS = re.compile(
    r"\b(?:buil[dt]\w*|wr(?:ote|it\w*)|design\w*|drew|drawn?|draft\w*|made|mak\w+|beg[au]n|start\w*|led|lead\w*|ran|run|"
    r"invent\w*|creat\w*|develop\w*|did|done|does|fix\w*|found\w*|fund\w*|paid|pay\w*|gave|given|owned|had|has|have|code[sd]?|"
    r"ship\w*|deliver\w*|finish\w*|launch\w*|manag\w*|approv\w*|sign\w*|review\w*|advis\w*|support\w*|carried|took|"
    r"taken|came|chose\w*|worked|wished|insist\w*|consult\w*|vendor\w*|supplier\w*|partner\w*|contractor\w*|boss\w*|"
    r"director\w*|engineer\w*|intern\w*|mentor\w*|people|somebody|person)\b",
    re.I,
)
"""Deeds, and people who do them: cutting such a tail could leave the candidate alone with what others did as well."""
_MINE = re.compile(r"(?:(?:and|so)\s+)?i\b", re.I)
"""What a clause about the speaker's own deed begins with: without it nobody loses credit."""
_NAME = re.compile(r"\b(?!I\b)[A-Z]\w*")
_WAITS = re.compile(
    r"^\W*(?:if|when|while|although|though|unless|because|since|as|once|whether|after|before|until|even|rather|"
    r"instead|whenever|wherever|had|were|should|not only|on the one hand)\b"
    r"|\b(?:not only|not just|either|neither|whether|both|on the one hand|so \w+|such an?|would|the (?:more|less))\b"
    r"|\b(?:and|or|but|to|of|the|a|an|that|which|with|for|in|on|at|by|from|as|than|because|if)\W*$"
    r"|:",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:that|what|which|who|whom|how|where|why|when|until|while|as|than|to|he|she|they|we)\b", re.I
)
"""Words of a clause within the sentence, to which what follows might belong instead."""
_BEHIND = re.compile(r"(?:;|,\s+and)\s+(?=I\b)")
_POINTS = re.compile(
    r"\b(?:it|its|they|them|their|this|that|these|those|there|then|he|she|him|her|his|so|too|also|such|other|others|"
    r"another|one|ones|same|both|instead|again|later|still|did)\b",
    re.I,
)
"""Words that may point at what stood before."""
_OPENER = re.compile(r"(?:and\s+)?(?:so|well|okay|ok|right|anyway|anyhow|yeah|yes|look)\s*,", re.I)
_LEAST = 5
"""Words that must stay, and half of those that there were."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What may stay of a sentence: its span there; `idle` when nothing but fillers went."""

    span: Span
    idle: bool


def stretches(sentence: str) -> tuple[Stretch, ...]:
    """The ways of telling less than the whole sentence, the longest first."""
    begin, end = _behind_fillers(sentence), len(sentence)
    found = [Stretch(Span(begin, at), False) for at in cuts(sentence) if at - begin >= end / 2]
    found += [Stretch(Span(at, end), False) for at in heads(sentence) if at > begin]
    if begin:
        found.append(Stretch(Span(begin, end), True))
    return tuple(sorted(found, key=lambda s: (-len(s.span), s.span.start)))


def _behind_fillers(sentence: str) -> int:
    """Where the sentence begins once the fillers at its head are gone; 0 where the rest could not begin one."""
    ends = {span.start: span.end for span in find_fillers(sentence)}
    at = begin = len(sentence) - len(sentence.lstrip())
    while True:
        opener = _OPENER.match(sentence, at)
        end = ends.get(at) or (opener.end() if opener else None)
        if end is None:
            break
        at = end + len(sentence[end:]) - len(sentence[end:].lstrip(" ,"))
    rest = sentence[at : at + 1]
    begins = rest.isupper() or rest.isdigit() or sentence[begin : begin + 1].islower()
    return at if at > begin and rest and begins and len(sentence[at:].split()) >= _LEAST - 1 else 0


def heads(sentence: str) -> tuple[int, ...]:
    """Offsets at which the sentence may begin: at "I", where the clause before is one of its own."""
    return tuple(match.end() for match in _BEHIND.finditer(sentence) if _may_begin(sentence, match))


def _may_begin(sentence: str, joint: re.Match[str]) -> bool:
    head, keep = sentence[: joint.start()], sentence[joint.end() :]
    return (
        _is_long_enough(keep, sentence)
        and _says_nothing_more(head)
        and not (
            _WAITS.search(head) or _unbalanced(keep) or _unbalanced(head) or re.search(r"\s[–—-]+\s", head)
        )
        and not (_POINTS.search(keep) or shares_a_reference(head, keep))
    )


def cuts(sentence: str) -> tuple[int, ...]:
    """Offsets in the sentence before which it may end, the longest kept stretch first."""
    return tuple(sorted(_ends(sentence), reverse=True))


def _ends(sentence: str) -> Iterator[int]:
    for match in _JOINT.finditer(sentence):
        keep, tail = sentence[: match.start()], sentence[match.end() :]
        own = match["deed"] is not None
        if own and not _goes_on_with_a_deed(keep, match["deed"]):
            continue
        if not _is_long_enough(keep, sentence) or not _says_nothing_more(tail, own=own):
            continue
        if _WAITS.search(keep) or _unbalanced(keep) or _unbalanced(tail):
            continue
        if match["dash"] and len(re.findall(r"\s(?:[–—]|--|-)\s", sentence)) > 1:
            continue  # a pair of dashes sets an aside off, and the sentence goes on behind it
        yield match.start()


def _is_long_enough(keep: str, sentence: str) -> bool:
    return len(keep.split()) >= _LEAST and 2 * len(keep.split()) >= len(sentence.split())


def _goes_on_with_a_deed(keep: str, verb: str) -> bool:
    """True where "and" joins a further deed to the speaker's own: "I built the ramp and painted it"."""
    past = verb.lower().endswith("ed") or verb.lower() in lexicon("past-forms")
    return past and bool(_MINE.match(keep.lstrip())) and not ("," in keep or _WITHIN.search(keep))


def _says_nothing_more(clause: str, *, own: bool = False) -> bool:
    """True for a clause that limits nothing, names nobody and credits nobody but the speaker (`own`: it is his)."""
    mine = own or _MINE.match(clause.lstrip())
    return not (_CARRIES.search(clause) or (_CREDITS.search(clause) and not mine) or _NAME.search(clause))


def _unbalanced(words: str) -> bool:
    return (
        words.count("(") != words.count(")")
        or words.count('"') % 2 == 1
        or words.count("“") != words.count("”")
        or words.count("[") != words.count("]")
        or words.count("**") % 2 == 1
        or bool(re.search(r"(?<!\w)['‘]\w", words))
    )
