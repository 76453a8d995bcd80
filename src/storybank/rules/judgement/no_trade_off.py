"""Nothing in the story was weighed: no alternative, no cost, nothing given up.

A deed shows energy; a choice shows judgement. The step from a solid score to a strong one lies here: what
else could you have done, what did your way cost, who paid for it, and why was it worth that? Only stories
with deeds that come with reasons are looked at; for the others see `decisions-without-reason`.

Flagged:
> I rebuilt the register because it was slow, trained the desk and went live in May.

Better:
> I could buy a register or rebuild ours. Buying was quicker but tied us for five years, so I rebuilt it and
> put up with two months of paper.

Source: guide, section 3 (a trade-off lifts the leadership score to 4); STAR framework, pitfall 4, trade-offs;
course module, technical leadership. Judged by us: a preview.
"""

from __future__ import annotations

from storybank.rules.checks import no_trade_off
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="no-trade-off",
    code="JUD005",
    family="judgement",
    severity="note",
    message="I hear what you did, but not what you weighed: no other way, no price, nothing given up.",
    advice="Add one sentence on the way you did not take, and what your own way cost.",
    check=no_trade_off,
    flagged=(
        Case(
            text=(
                "The phones in our eye clinic were busy all morning, and older patients gave up. I ran the "
                "front office and had to get nine of ten calls answered. I counted the calls by the hour "
                "because nobody knew when the peak was, and it was between eight and nine. I moved a "
                "colleague's start to half past seven, since she lived nearby and liked that. I wrote a "
                "short text for the six most common questions. I trained both receptionists with it on two "
                "afternoons. Then I checked the numbers each Friday. By March 93% of calls were answered, up "
                "from 62%, and about forty more patients a week got an appointment. I learnt to count by the "
                "hour and not by the day."
            ),
        ),
        Case(
            text=(
                "In the boat shed of our rowing club the oars were never where they should be, and crews "
                "lost a quarter of an hour before each training. I was equipment officer and wanted everyone "
                "on the water in time. I painted each pair in its own colour, because numbers had worn off "
                "before. I screwed hooks of the same colours to the wall. I explained it to the crews on a "
                "Sunday, and I went by each evening for two weeks so that I could hang up what was left. "
                "Crews are on the water at ten past six now instead of twenty-five past. I learnt that "
                "colours last longer than numbers."
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our regional newspaper lost 400 subscribers a month, and I, as its managing editor, had to "
                "stop that within a year. I could cut the price, or drop the sports pages that cost most, or "
                "print only four days a week. I worked through the three with our head of finance. Four days "
                "would save 1.8 million, but it would hurt old readers who wait for the paper. I chose it "
                "all the same, and paid for it with a phone line on which we read the news out. I told the "
                "printers in person that a shift would go. We lost 900 readers in the first month, and "
                "thirty a month after that. The paper makes a small profit in its third year. I would ask "
                "the old readers before, not after."
            ),
        ),
        Case(
            text=(
                "The hay for our riding school had got wet, and I had to decide by evening, since I look "
                "after the feed. I could dry it in the hall, which meant three days without lessons, or buy "
                "new hay for 1,100, or take the risk. Mouldy hay can kill a horse, so I did not consider "
                "that for long. I closed the hall, because the money was needed for the vet in spring, and "
                "rang each pupil. Some were cross with me. Two vets I asked had said three days would do, "
                "and I put a probe in before I fed any of it. No horse was ill. I built a roof over the "
                "stack with the pupils in summer."
            ),
            level="L5",
        ),
    ),
    preview=True,
)
