"""The deeds are told as "we" or "the team", and the speaker's own share cannot be told.

An interviewer hires one person. If every step belongs to the group, they must assume that you were in the
room, and no more. "We" is right for what was done together, as long as the answer also says what you decided,
built, said or risked.

Flagged:
> We saw the pattern, we rewrote the plan, and we rolled it out to the wards.

Better:
> I saw the pattern in the night charts and drafted a plan; two sisters tore it up, and together we rolled
> out the third version.

Source: guide, section 2; STAR framework, pitfall 1 (the "we" problem); act-without-approval walkthrough,
invisible candidates.
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="we-without-i",
    code="OWN001",
    family="ownership",
    severity="error",
    message=(
        'Everything here was done by "we"; I can\'t find the part that would not have happened without you.'
    ),
    advice=(
        'Go through the deeds and put "I" before each one that was yours; keep "we" for what was truly '
        "shared."
    ),
    check=judged("we-without-i"),
    flagged=(
        Case(
            text=(
                "Our warehouse for medical gloves picked about 2% of orders wrong, and hospitals had to send "
                "them back. We were given a quarter to bring it under one in two hundred. We looked at the "
                "returns and noticed that sizes stood beside each other on the shelf. So we rearranged the "
                "aisles, and we put large photographs on the bins. We then talked to the pickers and we "
                "changed the route of the trolleys. We tested it on one shift and it went well, so we "
                "extended it to the others. In the end we had 0.3% errors, and two hospitals extended their "
                "contracts for three years. We learnt that a shelf is easier to change than a habit."
            ),
        ),
        Case(
            text=(
                "The team had a problem with the night trains, because the sleeping cars came back dirty "
                "from one depot and passengers complained. It was decided to do something about it before "
                "the summer. The team went to the depot and had a look at how the cleaning was organised. A "
                "new checklist was made and the shifts were changed so that there was more time. We also "
                "ordered other vacuum cleaners, and then we held a training day for everyone. Complaints "
                "went down from about ninety a month to fifteen. The team was proud of that. What the team "
                "took from it is that one should look on the spot, since reports never smell."
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our allotment society was about to lose its land, eighty plots, to a car park. We were "
                "fourteen on the committee and we all cared, but nobody knew planning law, so I took the "
                "legal side on myself. I read the council's land plan over a weekend and found that the site "
                "was listed as a flood meadow. I wrote the objection, and rang the river authority until an "
                "engineer agreed to come. While we collected signatures together, I met the developer alone "
                "and offered him the gravel strip by the road instead. That cost us nine plots, one of them "
                "mine. The council voted eleven to two for it, and seventy-one plots are leased for thirty "
                "years. I look for the map before I look for allies now."
            ),
        ),
        Case(
            text=(
                "At the bakery we changed from yeast to sourdough for the large loaves, and for two weeks "
                "every third batch came out flat. We were four bakers, and the night shift was mine. I put a "
                "thermometer into the trough and wrote down each batch for ten nights. I saw that the flat "
                "ones followed the nights when the door to the yard stood open. My colleagues laughed at my "
                "notebook. I asked the owner for a curtain at the door, for forty euro, and I started the "
                "dough half an hour earlier in the cold. After that we had two flat batches in three months "
                "instead of ten a fortnight. I keep a notebook for every new dough since."
            ),
            level="L5",
        ),
    ),
)
