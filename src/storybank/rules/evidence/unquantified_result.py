"""There is an outcome, but no number, named decision or other fact that could be checked.

"Complaints went down" leaves the listener to guess between one and a hundred. A figure settles it; so does a
decision somebody took because of it, a date, a name for the thing that was adopted. An honest approximation
("roughly a third") is better than none, and no hedge.

Flagged:
> Deliveries got a lot faster after that.

Better:
> Deliveries that took nine days took about four; the hospital moved its second store to us because of it.

Source: guide, sections 2 and 5 (figures may be in words); STAR refined, the call for metrics.
"""

from __future__ import annotations

from storybank.rules.checks import outcome_is
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="unquantified-result",
    code="EVI001",
    family="evidence",
    severity="warning",
    message="Something came of it, but there is nothing in it that I could check or compare.",
    advice=("Put a figure to it, roughly if need be, or name the decision that somebody took because of it."),
    check=outcome_is("stated"),
    flagged=(
        Case(
            text=(
                "The kitchen of our old people's home got its vegetables so late that the cooks started "
                "without them. I was the kitchen buyer, and I had to see that everything was there when the "
                "shift began. I asked the driver about his round, and he told me that we were his last stop "
                "because of a low bridge. I measured the bridge with him on a free morning and showed him "
                "that his new van fits. He drove it once while I walked ahead. Since then he comes to us "
                "first, and deliveries now arrive much earlier. The cooks no longer have to change the menu "
                "at the last minute. I've learnt to ask about the route before I complain about the time."
            ),
            flagged=("deliveries now arrive much earlier",),
            level="L5",
        ),
        Case(
            text=(
                "Young teachers left the seven schools of our trust faster than we could hire, and parents "
                "had started to notice. As director of staff I wanted to keep them through their first year. "
                "I interviewed everyone who had left, and heard about playground duty more than about pay. I "
                "proposed to free new teachers from duty until Christmas, and that meant that the older ones "
                "had more of it. I went to each staff room and argued for it. Two schools voted against it "
                "at first, and I came back with a rota that spread the load. All seven do it today, and far "
                "fewer people leave in their first year. I found that the small daily thing was the big one."
            ),
            flagged=("far fewer people leave in their first year",),
        ),
    ),
    clean=(
        Case(
            text=(
                "Our fish counter threw away too much cod on Mondays. I ran the counter and wanted to halve "
                "that. I wrote down for five weeks what was left at closing, and saw that Saturday's rain "
                "decided about it. I agreed with the wholesaler that I may change the order until Friday at "
                "four, and gave up the volume rebate for that. I watched the first three weekends closely. "
                "What we throw away fell from about 11 kilos to roughly 4, some 90 euro a week. I look at "
                "the weather report before any order now, for strawberries as well."
            ),
            level="L5",
        ),
        Case(
            text=(
                "A maker of prams wanted to leave our test institute because two labs gave different "
                "verdicts on the same brake. I am responsible for both labs. I had the two teams swap their "
                "test rigs for a week and sat with them. We found that one lab pushed by hand at an angle. I "
                "decided to withdraw four certificates we had issued, before anyone asked for it, and I "
                "called the makers myself. One of them shouted. The pram maker heard of it, stayed, and "
                "named our institute in its tender as the one required. The standards body took over our rig "
                "drawing that autumn. I learnt that withdrawing something can be the best reference."
            ),
        ),
    ),
)
