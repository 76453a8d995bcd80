"""The speaker's own deeds or results are hedged three times or more.

"I guess", "sort of", "maybe it helped": once is human, three times and the listener starts to believe it. An
honest approximation of a figure ("roughly 30%") is no hedge; nor is a doubt about the world, about others, or
a slip of grammar.

Flagged:
> I guess I sort of led that, and maybe it helped a bit.

Better:
> I led that. The ward sister thinks that the smaller trolleys helped as much as my plan did.

Source: guide, sections 2 and 5 (three times or more; approximations are fine).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from storybank.rules.checks import densest, examples
from storybank.rules.model import Case, Hit, Rule

if TYPE_CHECKING:
    from storybank.readings.model import Readings

LEAST = 3
"""How many hedges a listener forgives less than; the guide's figure."""


def _check(readings: Readings) -> Iterator[Hit]:
    hedges = readings.signals.hedges
    if len(hedges) >= LEAST:
        yield Hit(densest(readings, hedges), {"count": len(hedges), "examples": examples(readings, hedges)})


RULE = Rule(
    name="hedged",
    code="DEL001",
    family="delivery",
    severity="warning",
    message=(
        "You take back your own deeds {count} times ({examples}), and after the third one a listener "
        "believes you."
    ),
    advice=("Say the deed without the softener; where you really don't know, say once what you don't know."),
    check=_check,
    flagged=(
        Case(
            text=(
                "I was kind of in charge of the exhibits at a science museum, and the busiest one broke down "
                "every other day. I guess I wanted it to hold for a month. I sort of took it apart with one "
                "of the technicians, and I think I may have found that children lean on the left handle. I "
                "suppose I kind of designed a new handle, or at least I had a hand in it. We put it in on a "
                "Monday. It has been running for seven months, and 40,000 children have used it, so maybe my "
                "part in it helped a little. I would watch the children first another time."
            ),
        ),
        Case(
            text=(
                "In our call centre for train tickets there were long waits at noon. I was possibly the one "
                "who noticed it first, I don't know. I guess I was supposed to look at the breaks, as I made "
                "the rota. I sort of moved a few people from twelve to one o'clock, and I maybe talked to "
                "two of them who weren't happy with it. I kind of let one of them choose her own time. The "
                "waits went from nine minutes to four, and perhaps that was partly down to me, I'm not "
                "really sure. I've learnt to ask about lunch before I plan it."
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our herd's milk yield fell by roughly a tenth in the winter, on the order of 200 litres a "
                "day. I do the milking, and I meant to find out why before calving. I thought that it might "
                "be the feed, and I was wrong about that: I changed it for two weeks and nothing came of it. "
                "Then I measured the water, and it took about four minutes to fill a trough. I laid a second "
                "pipe with my uncle. The yield was back in around three weeks, maybe a little above the old "
                "one. I look at the water first now, whichever thing is wrong."
            ),
            level="L5",
        ),
        Case(
            text=(
                "The tax office lost some 300 appeals a year between two floors, and citizens paid fines "
                "that they should not have. I headed both floors and wanted none lost by spring. My deputy "
                "said that perhaps we should just scan everything; she guessed it would take a year. I "
                "guessed less and was wrong as well. I had a numbered slip put on each folder, asked two "
                "clerks of either floor to try it, and gave up my own summer leave project for it. Somebody "
                "joked that I had sort of invented the receipt. Three appeals went missing in the next year, "
                "and then none. I learnt to mark the thing before I replace it."
            ),
        ),
    ),
)
