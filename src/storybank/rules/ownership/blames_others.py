"""Fault is put on a person or a team, or they are spoken of with contempt.

An interviewer hears how you will speak about them one day. Even where others did go wrong, the useful part is
what made it happen and what you could have done about it. Facts about another's part ("the drawing we got was
out of date") are fine without a verdict on the people.

Flagged:
> It went wrong because the night shift are lazy and never read anything.

Better:
> The night shift had not seen the change. I had put it on a board that they do not pass.

Source: guide, section 2; course module on behavioural mastery, failure and learning, red flags.
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="blames-others",
    code="OWN006",
    family="ownership",
    severity="error",
    message=(
        "Here the fault lands on somebody else; an interviewer starts to wonder what you'd say about them."
    ),
    advice=(
        "Say what happened without judging the people, then what you missed or could have done yourself."
    ),
    check=judged("blames-others"),
    flagged=(
        Case(
            text=(
                "We fitted out a call centre for 200 people, and on the first day the cooling failed by "
                "eleven in the morning. I managed the site and had to hand it over ready for use. I'd asked "
                "for a second cooling unit in good time, and I'd marked the load in the plan. But the "
                "architects were too arrogant to read a simple drawing, as they always are. I had two hired "
                "units brought within three hours, and set up a rota so that half the people worked from "
                "home. It cost us 18,000. Afterwards I introduced a load check at handover. What I took "
                "along is that you should check the load with people inside."
            ),
            flagged=("the architects were too arrogant to read a simple drawing",),
            question="Tell me about a project that went wrong.",
        ),
        Case(
            text=(
                "The brochure for our travel agency was printed with last year's prices, 5,000 copies. I was "
                "responsible for the texts, and it had to be right by the fair. I had sent the new prices to "
                "our designer in an email on the Tuesday. He simply couldn't be bothered, like everyone in "
                "that office. So I spent the evening making stickers, and I got two trainees to help me put "
                "them over the old prices. I also called the printer and bargained for a new run at half "
                "cost. At the fair we gave out 3,200 copies, and only one customer asked about a sticker. I "
                "learnt that prices belong on a separate sheet."
            ),
            flagged=("He simply couldn't be bothered, like everyone in that office",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our new ticket machines went down on the first day of the cup, and 3,000 fans queued in the "
                "rain. I led the rollout. It would be easy to say that the supplier delivered late, and a "
                "newspaper called them a bunch of amateurs. But the supplier had warned me in March about "
                "the card readers, and I had pressed on, because I wanted the cup as our launch. I opened "
                "the gates by hand count after twenty minutes, against the rule, with the police's consent. "
                "I wrote to each season-ticket holder under my own name. It cost us 70,000 in lost fares. "
                "For the next launch I chose a quiet Tuesday, and I read out the supplier's worries to the "
                "board before asking for the date."
            ),
            question="Tell me about a project that went wrong.",
        ),
        Case(
            text=(
                "A whole rack of vaccine got warm in our practice one weekend because the plug had been "
                "pulled for the floor polisher. The cleaner was in tears on Monday. I was the assistant who "
                "kept the fridge, and I had seen that plug a dozen times without thinking about it. I called "
                "the maker, who could save half of it. I told the doctor that the socket was my business and "
                "not the cleaner's. Then I put a red cover on it and bought an alarm that rings my phone, "
                "for 35 euro. We lost 900 euro that once, and nothing in the two years since. Wherever I "
                "work now, I ask the cleaners which plugs they need."
            ),
            level="L5",
        ),
    ),
)
