"""A conflict, a failure or somebody in trouble is told, and nobody in it feels anything.

Such stories are asked for to learn how you deal with people: whether you notice what goes on in yourself and in
others, and what you do about it. Told as a mere sequence of steps, it could be about machines.

Flagged:
> My colleague refused the plan. I sent him the figures again, and in the end it was done.

Better:
> He refused, and I noticed that I was getting angry. I asked what worried him: he feared for his two people.

Source: guide, section 2 (growth); course module on advanced behavioural frameworks, emotional
intelligence: awareness of oneself, of others, care for the relation between them. Judged by us: a preview.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from storybank.readings.emotion import read_emotion
from storybank.readings.feelings import named_feelings
from storybank.rules.checks import SHOWN, suppressed
from storybank.rules.model import Case, Hit, Rule

if TYPE_CHECKING:
    from storybank.readings.model import Readings

# Next to somebody won over or helped, these tell of a conflict; most persuading is mere work.
_CLASH = ("blame", "yield", "gloat", "upfirst")


def _check(readings: Readings) -> Iterator[Hit]:
    if not readings.is_story or suppressed(readings):
        return
    asked, best = readings.asked, readings.signals.best
    clash = best("influence", SHOWN) and any(best(tag, SHOWN) for tag in _CLASH)
    wanted = asked.failure or asked.disagreement or clash
    if not wanted or read_emotion(readings.signals).shown:
        return
    if not named_feelings(readings.signals.document.prose):
        yield Hit()


RULE = Rule(
    name="feelings-left-out",
    code="GRO005",
    family="growth",
    severity="note",
    message=(
        "This story turns on people, and I can't find what you or they felt, or how you worked it out together."
    ),
    advice=(
        "Add a sentence: what you noticed in yourself or in them, what lay behind it, what you did differently "
        "because of it."
    ),
    check=_check,
    flagged=(
        Case(
            text=(
                "The head of our second bakery refused the new oven plan in 2021. I ran the first one and "
                "had to have both on one plan by October. I wrote to him with the figures, 14% less gas, "
                "and he wrote back no. I wrote to him again with the figures of each oven. I measured the "
                "gas for two weeks and put a table together with three columns. I chose the Tuesday for the "
                "change, because Tuesday has the fewest orders, and kept the old plan in a drawer. It ran "
                "from the fourth of October. Gas fell from 9,100 to 7,800 a month in both. I start with a "
                "measured week since then, and the third bakery has done the same."
            ),
            question="Tell me about a time you disagreed with a colleague.",
        ),
        Case(
            text=(
                "I sent 1,200 invoices with the wrong tax in March 2020. I was the bookkeeper of a nursery "
                "for trees, and had to put it right before the quarter ended. I had copied the rate from the "
                "year before and not compared it with the new table. I stopped the next run and made a list "
                "of all the numbers. I wrote a credit note for each, which took nine days and cost 640 in "
                "postage. I put a line into the template that takes the rate from the table. All 1,200 were "
                "corrected by the 29th, and the tax office asked for no interest. I compare the rate on "
                "the first working day of each quarter, and there has been no wrong one since then."
            ),
            question="Tell me about a mistake you made.",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "The matron of our second ward refused my plan for the night rounds. I was responsible for "
                "both wards and wanted one plan by May. I noticed that I was getting angry, and took a walk "
                "round the yard before I answered. Then I asked her what worried her. Two of her nurses were "
                "new, and she feared that they would be alone with nineteen patients. I had not known that. "
                "We sat down together and moved the rounds by an hour, so that somebody old always walked "
                "with somebody new. It cost us one hour of overlap a night. Falls went from eleven to four "
                "in a quarter. I ask for the fear first now, and she calls me before she says no."
            ),
            question="Tell me about a time you disagreed with a colleague.",
        ),
        Case(
            text=(
                "I built a well pump for a village in the dry season of 2018, and my task was to have it "
                "running before the goats came back. The old one drew sand. I measured the sand in forty "
                "buckets and chose a finer screen, although it gave a fifth less water, since sand had eaten "
                "three pumps. I bored a second hole of two metres for the overflow. I tested it for six days "
                "and nights with a clock beside it. It has given 900 litres an hour since then, and no "
                "screen has been changed in five years. I measure the sand before I order anything now."
            ),
            question="Describe something you built.",
            level="L5",
        ),
    ),
    preview=True,
)
