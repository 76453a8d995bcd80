"""The result has a figure, but nothing to compare it with.

"We reached 92%" may be a triumph or a bad month. The listener needs where it started, what was aimed at, or
what others reach. Best are both ends in one breath: "from 71 to 92". An outcome that carries its own
comparison ("halved", "not one since") needs none.

Flagged:
> After the change the phones were answered within 40 seconds.

Better:
> After the change the phones were answered within 40 seconds; in spring it had been four minutes.

Source: guide, section 1 (results); STAR refined, the call for metrics; STAR framework, the rubric's second
step of impact. Judged by us: a preview.
"""

from __future__ import annotations

from storybank.rules.model import Case, Rule
from storybank.rules.outcomes import bare_figures

RULE = Rule(
    name="metric-without-baseline",
    code="EVI004",
    family="evidence",
    severity="note",
    message=(
        "A figure stands alone here: I can't tell whether {figure} is much, since nothing says where it "
        "started."
    ),
    advice='Give both ends ("from ... to ..."), or the target, or what is usual elsewhere.',
    check=bare_figures,
    flagged=(
        Case(
            text=(
                "Guests of our hostels wrote bad reviews about the check-in, and the booking site had moved "
                "us to its third page. I was in charge of service in the hostels of three cities. I stood "
                "behind the desks for some days and noticed that guests were asked for the same data which "
                "they had typed in already. I got the software firm to hand the data over, by offering to "
                "test it for them. One host feared for the chat with the guests, so we kept the map talk. We "
                "began in one city and went on to the others after a while. The check-in is now rated 4.6 "
                "out of 5. I learnt to stand behind a desk before I write a concept."
            ),
            flagged=("4.6 out of 5",),
        ),
        Case(
            text=(
                "The returns of our costume hire were a mess, and actors waited while we searched for their "
                "hats. I worked in the store and wanted each costume to be back in its place before the next "
                "day. I sewed a small label into every piece, made a list for each play, and showed the "
                "dressers how to tick it off. One dresser told me that she could not read my writing, so I "
                "printed it. Now 96% of the pieces are in their place in the morning, and the actors get "
                "dressed on time. I learnt to ask a dresser first and to sew later."
            ),
            flagged=("96%",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our lost-property office at the station gave back 19% of the things that came in. I worked "
                "at the counter and thought that was a shame, so I set out to reach a third. I noticed that "
                "we filed by day and people asked by thing. I made shelves for umbrellas, bags, phones and "
                "toys, tried it in one room for a month, and asked my colleagues which words callers use. We "
                "gave back 44% in the following year, some 2,100 things. A man drove ninety kilometres for a "
                "teddy. I sort by the question people ask, since then."
            ),
            level="L5",
        ),
        Case(
            text=(
                "The blood drives in our region met their targets only in winter, and in two summers "
                "operations had been put off. I coordinate forty volunteers in eight towns and I had set "
                "myself to get through a summer with no such day. I rang donors who had stopped, and they "
                "said that the hall was too hot. I moved the summer drives to a church with thick walls and "
                "to a cinema, and gave up two cheap halls for that. Donations in July doubled, and there has "
                "not been one operation put off for lack of blood since. Two other regions book cinemas now. "
                "I ask those who left before those who stay."
            ),
        ),
    ),
    preview=True,
)
