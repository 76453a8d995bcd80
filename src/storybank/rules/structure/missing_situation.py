"""The answer never says what was wrong, or for whom it mattered.

An interviewer who does not know the problem cannot weigh the deed: fixing a nuisance and saving a customer
sound alike. Two sentences of context are enough: where, what hurt, who felt it. A scene that would fit any
company ("a fast-paced environment") does not count, and an answer that tells what one *would* do is judged by
`hypothetical` instead.

Flagged:
> My job was to rewrite the rota. I built a new one, tried it for a month, and overtime fell by a third.

Better:
> Four of our eleven night nurses had quit within a year and the ward ran on agency staff. My job was to
> rewrite the rota ...

Source: guide, sections 1, 2 and 5 (generic scene-setting leaves the defect standing); STAR framework, core
components.
"""

from __future__ import annotations

from storybank.rules.checks import missing_part
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="missing-situation",
    code="STR001",
    family="structure",
    severity="warning",
    message=(
        "I can't tell what was wrong or who felt it, so what you did next has nothing to stand against."
    ),
    advice="Open with two sentences: where you were, what was going wrong, and what it cost somebody.",
    check=missing_part("situation", "missing-situation"),
    flagged=(
        Case(
            text=(
                "I was asked to bring the stock counts down to one evening a month, and I gave myself until "
                "August. I timed every shelf with a stopwatch, split the shop into six zones, and printed a "
                "sheet for each zone with the items in walking order. Then I trained two colleagues on the "
                "handheld scanner and we did a dry run on a Sunday. I dropped my first idea, counting by "
                "supplier, after that run because it sent people back and forth. The count now takes three "
                "hours and ten minutes, and the difference against the books went from 2.1% to 0.4%. I "
                "learnt to walk the route myself before I draw it for others."
            ),
            level="L5",
        ),
        Case(
            text=(
                "My goal was to get all five depots onto the same maintenance plan by the end of the year. I "
                "visited each workshop for two days, listened to the foremen, and wrote down what they did "
                "differently. I proposed a shared checklist of forty items instead of their own lists of up "
                "to ninety. Two foremen refused at first, so I let them keep three local checks each, which "
                "cost me some uniformity. I ran the list in the smallest depot for six weeks before the "
                "others took it up. By December every depot used it, and breakdowns on the road fell by 28%, "
                "worth about 1.2 million a year. Looking back, I should have brought the drivers in sooner, "
                "and on the next plan I did."
            ),
        ),
    ),
    clean=(
        Case(
            text=(
                "Our cheese dairy lost 14% of its soft rounds to mould in the spring of 2021, and two "
                "supermarket buyers had given us until June to put it right. I managed production, and the "
                "rejects were mine to bring under 5%. I swabbed the ageing rooms one shelf at a time with "
                "our hygienist, and found that the air from the packing hall carried spores whenever the "
                "dock door stood open. I weighed a second airlock against moving the packing line and took "
                "the airlock, though it ate our repair budget. Rejects went to 3% by the end of May, and "
                "both buyers stayed, about 900,000 a year. I now look at air before I look at recipes."
            ),
        ),
        Case(
            text=(
                "The booking desk of our ferry line answered the phone after eleven minutes on average, and "
                "islanders missed hospital appointments because they could not get a place in time. As desk "
                "lead I wanted the wait under three minutes before the summer timetable. I listened to fifty "
                "calls and found that every third one was only about luggage. I wrote a recorded answer for "
                "those, checked it with two regular passengers, and moved one clerk to the morning peak. The "
                "wait fell to two and a half minutes within five weeks. It taught me to count the calls "
                "before asking for more people."
            ),
            level="L5",
        ),
    ),
)
