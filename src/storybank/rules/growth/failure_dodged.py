"""The question asks for a failure, and the answer gives none that was the speaker's own.

"I can't think of one", a trifle without any harm, or a strength in disguise ("I care too much") all say the
same: this person does not look closely, or does not trust the listener. A real one names what you got wrong,
whom it hurt, and what you have done about it since.

Flagged:
> My failure? I suppose that I expect as much from others as from myself.

Better:
> I promised a date without asking the two people who had to meet it. They missed it, and the client left.

Source: guide, section 2; course module on behavioural mastery, failure and learning, red flags; L6 and L7
scenario collections, the failures. Judged by us: a preview.
"""

from __future__ import annotations

from storybank.rules.checks import failure_dodged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="failure-dodged",
    code="GRO004",
    family="growth",
    severity="note",
    message=(
        "They asked where you failed; I can't find a mistake of your own here that cost anybody anything."
    ),
    advice=(
        "Choose a real one: what you got wrong, what it cost, how you put it right, what is different since."
    ),
    check=failure_dodged,
    flagged=(
        Case(
            text=(
                "If I'm honest I find this one difficult, because I set the bar very high and then I usually "
                "clear it. My weak point would be that I give too much. When I took over the three branches "
                "of our bank in the valley, I was the first one there in the morning, and I couldn't watch "
                "others do things by halves. So I took a lot on myself. The branches came first in the whole "
                "region in that year, with 14% more deposits, and the board thanked me for it. Some people "
                "may have felt a bit slow beside me. I suppose one could call that a failure, but the "
                "results were the best we ever had."
            ),
            question="Tell me about a time you failed.",
        ),
        Case(
            text=(
                "A mistake, let me think. Well, I once came to a meeting some five minutes late, because the "
                "tram stood still at the bridge. I was a trainee in the sales office at the time. I had "
                "phoned ahead, so they knew about it, and they had only just poured the coffee. I excused "
                "myself and sat down and it went on quite normally. Nobody minded. Apart from that I cannot "
                "really remember anything, as I'm someone who prepares things carefully."
            ),
            question="Describe a mistake that you made at work.",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "I lost our best customer, a chain of forty opticians, in 2020, and it was my doing. I had "
                "promised them lenses in three days without asking our two grinding shops whether they "
                "could. I wanted the contract, 2.6 million a year. They needed five days, week after week. "
                "When the buyer complained I explained instead of listening, and he left in May. I told my "
                "managing director that the promise had been mine, and not a fault of the shops. I spent a "
                "day in each of them and apologised to the foremen. Since then no offer leaves my desk "
                "before the shop has signed the date, and we have kept 96% of them. It hurts me still to "
                "drive past his stores."
            ),
            question="Tell me about a time you failed.",
        ),
        Case(
            text=(
                "In my first year as a gardener for the city I cut forty rose beds in the wrong month. I had "
                "read the plan for lavender and not looked at the label. The roses did not flower in the "
                "park's jubilee year, and the mayor was asked about it in the paper. I went to the head "
                "gardener the same day that I noticed, and told her it was me. We put summer flowers between "
                "them for 1,900. I wrote to the paper that the mistake was mine, which she had not asked "
                "for. Before I cut anything now I read the label out loud, which makes the apprentices "
                "laugh, but they do it too."
            ),
            question="Describe a mistake that you made at work.",
            level="L5",
        ),
    ),
    preview=True,
)
