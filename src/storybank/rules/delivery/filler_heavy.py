"""More than about four spoken fillers in a hundred words.

"Um", "like", "you know", "basically": everybody uses them, and a few make speech sound natural. Beyond that
they cost the listener's attention, and they come where you have not decided how the story goes on. An accent
or a second language has nothing to do with it.

Flagged:
> So, um, basically, you know, I was, like, in charge of the, um, the thing.

Better:
> I was in charge of the ticket hall. (A pause.) It leaked.

Source: guide, sections 2 and 5 (an accent, a dialect or a slip is never a defect).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from storybank.rules.checks import densest, examples
from storybank.rules.model import Case, Hit, Rule

if TYPE_CHECKING:
    from storybank.readings.model import Readings

MOST = 4.0
"""Fillers in a hundred words that still pass; the guide's figure."""


def _check(readings: Readings) -> Iterator[Hit]:
    fillers = readings.signals.fillers
    rate = 100 * len(fillers) / max(1, readings.words)
    if rate > MOST:
        yield Hit(densest(readings, fillers), {"rate": round(rate), "examples": examples(readings, fillers)})


RULE = Rule(
    name="filler-heavy",
    code="DEL002",
    family="delivery",
    severity="warning",
    message=(
        "About {rate} fillers in a hundred words ({examples}); they take the listener's ear off what you did."
    ),
    advice=(
        "Where a filler comes, breathe instead; say the story aloud twice, with only its five key words "
        "noted."
    ),
    check=_check,
    flagged=(
        Case(
            text=(
                "So, um, I was, like, running the, uh, the ski school, you know, and we had, um, basically "
                "too many children in one group, like fourteen or so. And, uh, I wanted, you know, to get it "
                "down to eight before, um, Christmas. So I, like, went round the hotels, you know, and I, "
                "um, basically asked them when the, uh, when their guests arrive. And it was, like, always "
                "Saturdays, um, so I, you know, I moved the first lesson to, uh, Sunday noon. Um, two "
                "teachers didn't, like, didn't want that, so I, you know, I gave them the Mondays off. And, "
                "um, basically we had, uh, eight in a group, and, you know, complaints went from, um, forty "
                "to six. And I learnt to, um, ask the hotels, like, first."
            ),
        ),
        Case(
            text=(
                "um okay so I work at a, uh, at a recycling yard and, um, people were, you know, throwing "
                "like batteries in the paper and there was, um, there was a fire, like a small one, you "
                "know, in May. and basically I was, uh, I was at the gate so I, um, I wanted no batteries in "
                "there any more. so I, like, I put a, uh, a jar on the counter, you know, and I, um, I asked "
                "everyone who, like, who came in, um, do you have batteries. and, uh, some were, you know, "
                "annoyed, so I, um, I made it like a game, with the, uh, with a number on the jar. and "
                "basically we had, um, 4,000 batteries by autumn, you know, and, uh, no fire. um I learnt "
                "that, like, people like to see a number."
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Well, I was at the front desk of a youth court, and the families, you know, they came in an "
                "hour early and sat there frightened. I wanted to make that hour shorter. So I looked at the "
                "letters, and they all said eight o'clock, whatever the time of the hearing was. I asked the "
                "clerk, and, um, she said that it had always been so. I wrote a new letter with her, and we "
                "tried it with one judge for a month. People came about fifteen minutes before their time, "
                "and the guards had two quarrels in the corridor where it had been eleven. I like that "
                "letter still. Since then I read what we send out as if I got it."
            ),
            level="L5",
        ),
        Case(
            text=(
                "The grain elevator at our port was like a clock that runs slow: each ship lay two days "
                "longer than planned, at 18,000 a day. I was harbour operations manager, I mean the one who "
                "answers for the berths, and I wanted half a day at most. I stood with the crane drivers for "
                "three nights. You know a port by its nights, as my father used to say. They waited for "
                "samples from the lab, which closes at ten. I asked the lab head to leave one person until "
                "two, and paid her from my budget. He doubted it, so we agreed on a month. Ships lie nine "
                "hours longer now, and we saved 2.3 million in the first year. I go and see the nights first."
            ),
        ),
    ),
)
