"""There is no lesson or reflection at all.

Raised at target L6 and L7, and at any level when the question asks about a failure or a mistake. Two
sentences at the end do it: what this event in particular showed you, and where you have used it since.

Flagged:
> ... and by June the backlog was gone. That's the story.

Better:
> ... and by June the backlog was gone. I had hired before I looked at the queue; at my next site I looked
> first.

Source: guide, section 2; STAR refined, common mistakes; STAR framework, pitfall 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from storybank.rules.checks import suppressed
from storybank.rules.model import Case, Hit, Rule

if TYPE_CHECKING:
    from storybank.readings.model import Readings


def _check(readings: Readings) -> Iterator[Hit]:
    senior = readings.target != "L5"
    if readings.lesson.kind != "none" or not (senior or readings.asked.failure) or suppressed(readings):
        return
    yield Hit(None, {"why": "after a failure" if readings.asked.failure else f"at {readings.target}"})


RULE = Rule(
    name="missing-learning",
    code="GRO001",
    family="growth",
    severity="warning",
    message="I don't hear what this taught you, and {why} it is asked for.",
    advice="Close with what you saw differently afterwards, and one occasion when you acted on it.",
    check=_check,
    flagged=(
        Case(
            text=(
                "Our toll bridge had queues of forty minutes on holiday mornings, and families missed the "
                "ferry behind it. I ran operations, and I wanted nobody to wait more than ten. I counted "
                "cars for two weekends and saw that one in three drivers searched for coins. I put staff "
                "with card readers into the queue, sixty metres before the booths. The union feared for the "
                "booths, so I agreed with them in writing that no post would go. We tried it at Whitsun with "
                "two lanes and a patrol car nearby. The wait went from 41 minutes to 8, and the ferry "
                "company reported 900 more passengers on that weekend. We have done it on each holiday since."
            ),
            question="Tell me about a time you improved something for your customers.",
        ),
        Case(
            text=(
                "I was a junior accountant at a sawmill and I paid one invoice of 23,400 twice in my second "
                "month. I noticed it on the Friday when the balance looked odd. The payments were my job, so "
                "I had to get it back before the wages went out on Tuesday. I told my boss straight away and "
                "rang the supplier. Their bookkeeper was on holiday, so I drove there and asked the owner to "
                "transfer it himself. I also asked our bank whether the wages could go out a day later in "
                "the worst case, and told my boss what they had said. The money was back on Monday "
                "afternoon, and the wages were paid in time."
            ),
            question="Tell me about a time you made a mistake.",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Parents of our music school got the lesson plan by letter, and a fifth of all lessons fell "
                "out since someone had the wrong day. I headed the school with fourteen teachers, and I "
                "meant to get that below one in twenty. I asked forty families how they wanted to hear of "
                "changes. Against my own taste they wanted messages on the phone. I had two teachers try it, "
                "one of whom hated phones. Missed lessons fell to 4% within a term, worth about 11,000 in "
                "fees we no longer gave back. I had thought that I knew our parents, and I was wrong on the "
                "first thing I asked. I ask forty of them before each new plan since then."
            ),
            question="Tell me about a time you improved something for your customers.",
        ),
        Case(
            text=(
                "At the end of each season the tents of our scout group were put away wet, and six of twenty "
                "had mould. I was in charge of the equipment, and I wanted all of them dry by October. I "
                "asked a farmer for his hayloft, for two weekends, in return for help with his fence. I hung "
                "the tents in rows, wrote the date on each, and turned them on the second Saturday. A friend "
                "checked the seams with me. All twenty were dry, and we did not have to buy any in spring, "
                "which saved 1,300. The farmer has asked us to come again."
            ),
            question="Describe how you organised something.",
            level="L5",
        ),
    ),
)
