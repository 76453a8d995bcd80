"""What a sentence can show: the reader's tags, each with its meaning.

The labelled answers in `training/answers` carry the same tags; docs/labelled-answers.md says how they are given.
"""

from __future__ import annotations

TAGS: dict[str, str] = {
    "own": "the speaker in person does or decides something concrete",
    "joint": "a deed told as we or the team, the speaker's own share not visible",
    "others": "someone else did the work or solved it",
    "choice": "an alternative weighed, a trade-off made, a cost knowingly accepted",
    "influence": "the speaker persuades, hears out, negotiates with, confronts or helps somebody",
    "check": "risk looked after: a test, a trial, a way back, a second pair of eyes, someone warned",
    "unasked": "the speaker starts it of their own accord",
    "assigned": "somebody told the speaker to do it",
    "handoff": "the main step is passing the problem on",
    "wait": "something is put in and then passively waited for",
    "credit": "what a team achieved is claimed for the speaker alone",
    "blame": "fault put on, or contempt shown for, a person or group",
    "would": "what one would do, or usually does, instead of what was done once",
    "effort": "long hours or hard work offered as the merit",
    "rush": "risk waved away: no check, no way back, nobody told",
    "yield": "gives in or keeps quiet to keep the peace",
    "gloat": "the point is that the speaker was right or won",
    "upfirst": "goes to the boss before the person concerned",
    "hedge": "the speaker's own deed or result is weakened",
    "outcome": "something that came of it",
    "measured": "an outcome with a number, a named decision or another fact to check",
    "business": "what an outcome meant for customers, money, risk or people",
    "lasting": "adopted by others, still in use, sustained, became the standard",
    "feeling": "an outcome that is only a feeling or a cliche",
    "generic": "a lesson that could end any story",
    "insight": "a specific lesson, tied to this story",
    "changed": "what the speaker does or did differently afterwards, shown",
    "sameagain": "would do the same again, or learnt nothing",
    "ownfault": "the speaker admits an own mistake, cost or limit",
    "pain": "the problem or the stakes that made it matter",
    "scope6": "scope of several teams, ten to twenty-five people, quarters",
    "scope7": "scope of whole organisations, hundreds of people, executives, years",
    "filler": "a sentence that says nothing",
}
