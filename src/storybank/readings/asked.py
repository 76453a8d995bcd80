"""What the question asks for: initiative, a failure, a disagreement. Structure of the question, not its wording."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What the question asks for; all False without a question."""

    given: bool = False
    initiative: bool = False
    failure: bool = False
    disagreement: bool = False


# Stems rather than sentences: people put the same question in countless ways. Compiled when there is a question.
_INITIATIVE = (
    r"\b(?:initiativ|ownership|took on|take on|taken on|stepp?(?:ed|ing)? (?:up|in)|unasked|own accord|"
    r"(?:no|not|n't|nobody|without|never|no one)\b[^.?]{0,40}\b(?:ask|told|tell|approv|permission|assign|request|instruct|waiting)|"
    r"(?:outside|beyond|more than|above)\b[^.?]{0,30}\b(?:area|role|remit|job|scope|responsib|duties|expected|required|called for)|"
    r"(?:nobody|no one|no-one|none)\b[^.?]{0,20}\b(?:own|respons|charge)|orphan|without direction|"
    r"act(?:ed|ing)? (?:without|before|on your own)|start(?:ed|ing)? something|self-start|proactiv|on your own back|"
    r"(?:was|is)(?: not|n't) (?:yours|your job)|went ahead)"
)
_FAILURE = (
    r"\b(?:fail|mistake|went wrong|gone wrong|go wrong|goes wrong|regret|wrong call|(?:got|get|getting) (?:\w+ )?wrong|"
    r"did(?: not|n't) (?:work|succeed|go)|let (?:somebody|someone|people|a \w+|your \w+) down|"
    r"miss(?:ed)? (?:a|the|your) (?:\w+ )?(?:goal|deadline|target|commitment)|fell short|screw|mess(?:ed)? up|error of)"
)
_DISAGREEMENT = (
    r"\b(?:disagree|conflict|push(?:ed)? back|stood up|stand up|standard|said no|say no|refus|argu|oppos|objected|"
    r"sceptic|skeptic|at odds|differ(?:ed|ence) of opinion|unpopular|challenge[ds]? (?:a|the|your|someone|somebody)|backbone)"
)


def read_question(question: str | None) -> Asked:
    """Classify a question; without one, nothing is asked and rules that depend on it stay silent."""
    if not question or not question.strip():
        return Asked()
    return Asked(
        given=True,
        initiative=bool(re.search(_INITIATIVE, question, re.I)),
        failure=bool(re.search(_FAILURE, question, re.I)),
        disagreement=bool(re.search(_DISAGREEMENT, question, re.I)),
    )
