"""The point of the story is that the speaker was right, or won.

In a disagreement an interviewer watches how you treat the other side, and whether you could have been
persuaded. If the pay-off is a face that fell or an apology, the customer, the team and the work vanish behind
the score. Being right is fine; let the outcome say it.

Flagged:
> Three months later he had to admit in front of everybody that I'd been right.

Better:
> We settled on a trial. Mine held in winter and his in summer, so the depot now uses both.

Source: guide, section 2; course module on behavioural mastery, conflict resolution (the outcome, not who
won).
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="proved-them-wrong",
    code="JUD003",
    family="judgement",
    severity="warning",
    message=(
        "The pay-off here is that you were right; a listener looks for what it did for the work and for the "
        "other person."
    ),
    advice="End on what the two of you built or decided, and say what was sound in the other view.",
    check=judged("proved-them-wrong"),
    flagged=(
        Case(
            text=(
                "The head of marketing and I ran the relaunch of a mineral water, and she wanted a blue "
                "label where I wanted none at all. I was responsible for sales, some 12 million a year. I "
                "told her what I thought of blue, and she told me that it tests well. I paid for a trial in "
                "ten shops from my budget, with her knowledge. The bare bottle sold 9% better. At the next "
                "board meeting she had to stand up in front of everyone and admit that I'd been right from "
                "the start. I let the chart stay on the wall for a minute. Sales rose to 13.1 million. I "
                "learnt that it's worth it to insist."
            ),
            flagged=(
                "she had to stand up in front of everyone and admit that I'd been right from the start",
            ),
            question="Describe a disagreement with a peer.",
        ),
        Case(
            text=(
                "A colleague in our tree nursery said that apple trees must be planted in spring, and I say "
                "autumn. He had been there much longer, so the boss sided with him. I was in charge of one "
                "field, and I was allowed to do what I wanted on it. I planted forty trees in November and "
                "he planted forty in April. In the following summer I counted them in front of the whole "
                "crew: 39 of mine lived and 31 of his. That shut him up for good, and I enjoyed every second "
                "of it. The nursery plants in autumn now. What I learnt is that you've got to count."
            ),
            flagged=("That shut him up for good, and I enjoyed every second of it",),
            question="Tell me about a time you disagreed with someone.",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our medical director wanted to keep visits to the intensive ward at one hour, and I, as "
                "head of nursing, wanted them open. We had been at it for a year. I asked him what he "
                "feared, and it was infections, so I said that I would stop it myself if they rose. We chose "
                "four beds and eight weeks together, and a hygienist counted. Infections stayed the same, "
                "and falls went down by a third because relatives were there. He had been right on one "
                "thing: at shift change it was too loud, so we close for that half hour. He presented it to "
                "the other hospitals himself, and six of them have open visits today. I ask what the other "
                "is afraid of, before I talk about what I want."
            ),
            question="Describe a disagreement with a peer.",
        ),
        Case(
            text=(
                "My fellow organist wanted to sell the old harmonium, and I wanted to have it repaired. He "
                "said that no one plays it. It turned out that I was right about the value, as an expert put "
                "it at 9,000, but that was not what settled it. He could have kept on at me, and I at him. I "
                "asked two schools whether they'd use it, and one would if it were on wheels. So we gave it "
                "to them on loan, and they pay for the repair. He got the space, and forty children play it "
                "every week. I had never asked what he wanted the space for; it was for a choir, and I sing "
                "in it now. I ask that first these days."
            ),
            question="Tell me about a time you disagreed with someone.",
            level="L5",
        ),
    ),
)
