"""From L6 on: the result ends with the event, and nothing says that it lasted or spread.

At senior levels the question behind the question is what remained: a way of working others took over, a
number that held for a year, a standard, a person who can do it now. A good one-off is a fine L5 story. Only
answers that have a concrete outcome are looked at.

Flagged:
> We got the fair open on time, and 8,000 people came.

Better:
> 8,000 people came, and the fire brigade has used our site plan for each fair in the city since.

Source: guide, section 3 (the top step of impact: adopted, sustained); STAR framework, STAR++ follow-up
impact; L6 and L7 scenario collections. Judged by us: a preview.
"""

from __future__ import annotations

from storybank.rules.model import Case, Rule
from storybank.rules.outcomes import no_lasting_effect

RULE = Rule(
    name="no-lasting-effect",
    code="EVI005",
    family="evidence",
    severity="note",
    message=(
        "The result is there, but nothing shows that it outlived the day; at {target} they listen for that."
    ),
    advice=(
        "Add what became of it: who took it over, how long it has held, what is now done as a matter of "
        "course."
    ),
    check=no_lasting_effect,
    flagged=(
        Case(
            text=(
                "A week before our book fair the hall's sprinkler system was found broken, and the city "
                "would not let us open. There were 120 publishers with contracts. As fair director I had to "
                "open on the Friday or pay back 800,000. I sat down with the fire chief and asked what he "
                "would accept in place of it. He wanted twelve trained people with hoses. I found them among "
                "retired firemen in two days, through a pensioners' choir, and gave up the café to make room "
                "for a hydrant. My team redrew the stands. We opened on the Friday at ten, 31,000 visitors "
                "came, and we paid back nothing. I learnt to ask an authority what it needs, and not what it "
                "forbids."
            ),
        ),
        Case(
            text=(
                "In 2018 our airline's crew planning collapsed for four days after a snowstorm, with 61,000 "
                "passengers on the ground. I was vice president of operations, and the board gave me until "
                "the weekend to get the planes flying. I split the network and gave up the southern routes "
                "for two days, and three station heads fought me over it. I flew to one of them to explain. "
                "I had the pilots' union in the room from the first hour, and I put 300 office people into "
                "the terminals. By Sunday evening 97% of flights left on time where it had been 22% on the "
                "Thursday, and we kept the claims at 9 million instead of the 30 expected. I understood on "
                "those days that unions should sit at the table before there's a crisis."
            ),
            level="L7",
        ),
    ),
    clean=(
        Case(
            text=(
                "Deaf passengers missed their trains at our main station when the platform was changed by "
                "loudspeaker, about 300 times a year. I was station manager with four shift leads, and I "
                "decided that this had to end, though the screens belonged to another company. I had the "
                "text of each announcement sent to phones through a free service. I took the risk of wrong "
                "texts, and had each one read back by a second person for the first two months. Missed "
                "trains fell to about twenty. It has run for four years, and eleven stations have copied it; "
                "the railway's handbook describes it. I learnt that reading back is cheap."
            ),
        ),
        Case(
            text=(
                "On the last day of the harvest our grape press broke with six tonnes waiting. I was the "
                "cellar hand on duty and wanted to save the must. I rang three neighbours, and one had a "
                "small press free until midnight. I chose the ripest third of the grapes for it, because not "
                "all would fit, and told the owner which rows we'd lose. We pressed 2.1 tonnes by eleven at "
                "night, and they became 1,400 bottles worth about 19,000. The rest went to vinegar. I would "
                "call the neighbours before the harvest next time and agree on it, and so I did in the year "
                "after that."
            ),
            level="L5",
        ),
    ),
    preview=True,
)
