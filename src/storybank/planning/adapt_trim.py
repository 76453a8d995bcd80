"""Where a sentence may be cut short without changing what it says.

Only a tail may go, and only at the joint before a clause of its own: after a semicolon or a lone dash, or before
", which", ", and we". What goes must hold no negation, hedge, quantifier, figure, attribution or condition, and
what stays must not wait for it. In doubt nothing is cut.
"""

from __future__ import annotations

import re

_JOINT = re.compile(
    r"(?P<semi>;)\s+(?=\w)"
    r"|\s+(?P<dash>[–—]|--|-)\s+(?=\w)"
    r"|(?P<which>,)\s+(?=(?:which|where)\s)"
    r"|(?P<and>,)\s+(?=(?:and|so)\s+(?:i|we|the|a|an|our|my|this|that|there)\b)",
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
_NAME = re.compile(r"\b(?!I\b)[A-Z]\w*")
_WAITS = re.compile(
    r"^\W*(?:if|when|while|although|though|unless|because|since|as|once|whether|after|before|until|even|rather|"
    r"instead|whenever|wherever|had|were|should|not only|on the one hand)\b"
    r"|\b(?:not only|not just|either|neither|whether|both|on the one hand|so \w+|such an?|would|the (?:more|less))\b"
    r"|\b(?:and|or|but|to|of|the|a|an|that|which|with|for|in|on|at|by|from|as|than|because|if)\W*$"
    r"|:",
    re.I,
)
_LEAST = 5
"""Words that must stay, and half of those that there were."""


def cuts(sentence: str) -> tuple[int, ...]:
    """Offsets in the sentence before which it may end, the longest kept stretch first."""
    found: list[int] = []
    for match in _JOINT.finditer(sentence):
        keep, tail = sentence[: match.start()], sentence[match.end() :]
        if len(keep.split()) < _LEAST or 2 * len(keep.split()) < len(sentence.split()):
            continue
        if _CARRIES.search(tail) or _CREDITS.search(tail) or _NAME.search(tail):
            continue
        if _WAITS.search(keep) or _unbalanced(keep) or _unbalanced(tail):
            continue
        if match["dash"] and len(re.findall(r"\s(?:[–—]|--|-)\s", sentence)) > 1:
            continue  # a pair of dashes sets an aside off, and the sentence goes on behind it
        found.append(match.start())
    return tuple(sorted(found, reverse=True))


def _unbalanced(words: str) -> bool:
    return (
        words.count("(") != words.count(")")
        or words.count('"') % 2 == 1
        or words.count("“") != words.count("”")
        or words.count("[") != words.count("]")
        or words.count("**") % 2 == 1
        or bool(re.search(r"(?<!\w)['‘]\w", words))
    )
