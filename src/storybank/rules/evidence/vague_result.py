"""The outcome is only a feeling or a cliché.

"It went really well and everyone was happy" could end any story, so it says nothing about yours. Listeners
remember what was different the month after: a number, a decision, somebody who did something they would not
have done before.

Flagged:
> All in all it was a big success and people were pleased.

Better:
> The next open day brought 340 families instead of 190, and the head asked us to run it twice a year.

Source: guide, sections 2 and 5; STAR refined, common mistakes; act-without-approval walkthrough, results that
only describe a mood.
"""

from __future__ import annotations

from storybank.rules.checks import outcome_is
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="vague-result",
    code="EVI002",
    family="evidence",
    severity="error",
    message="What came of it is told as a feeling; a listener has nothing to hold on to.",
    advice=(
        "Say what was measurably or visibly different afterwards: a number, a decision, something people now "
        "do."
    ),
    check=outcome_is("felt"),
    flagged=(
        Case(
            text=(
                "Our two dental practices merged in 2020, and the assistants of one did not speak to those "
                "of the other. I was practice manager for both, and it was up to me to make one team of "
                "them. I asked each of them to work for a week on the other site. Three refused, so I took "
                "them out for lunch one by one and heard that they were afraid of the other software. I had "
                "a cheat sheet made, and sat beside each of them on the first day. I also moved the coffee "
                "machine to the middle. It turned out to be a great success and everybody was really happy "
                "with it. I learnt that reluctance is often fear of a screen."
            ),
            flagged=("It turned out to be a great success and everybody was really happy with it",),
        ),
        Case(
            text=(
                "I was a summer guide at a show mine, and groups kept bumping into each other in the narrow "
                "gallery, which scared the children. I wanted to find an order so that each group had its "
                "space. I walked it with a watch and noted how long each station takes. I suggested a bell "
                "at the second station, to be rung once before the next group starts. Two older guides found "
                "it silly, so I tried it on my own tours first and let them listen. They joined in after a "
                "few days. In the end things went really smoothly and the mood was wonderful. It showed me "
                "that trying something is better than explaining it."
            ),
            flagged=("In the end things went really smoothly and the mood was wonderful",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "The evening course in sign language at our community college was about to be dropped: five "
                "people had enrolled, and it needs eight. I teach it. I went to the deaf club and asked who "
                "would benefit if more people could sign, and they named the pharmacy, the bank and the "
                "pool. I offered those three a lesson at their own counter. Eleven people enrolled in "
                "September, among them four from the bank. Everyone was delighted, I most of all, but the "
                "point is that the course has been full for three terms and the college added a second "
                "level. I ask who profits before I print a leaflet."
            ),
            level="L5",
        ),
        Case(
            text=(
                "Our refugees' law clinic had a waiting list of nineteen weeks, and appeals have to be in "
                "within two. As its coordinator I set out to see every urgent case within five days. I "
                "sorted three hundred files by deadline with two students, and found that half needed only a "
                "form. I wrote a guide to that form, and had it checked by a judge who had retired. Some of "
                "our lawyers disliked laymen doing it, so we agreed that one of them signs each. Urgent "
                "cases are seen in three days on average now, and 41 appeals went in that would've been too "
                "late. I was moved by the letters, I admit it. Looking back I would have asked the judge in "
                "the first week."
            ),
        ),
    ),
)
