"""Target L5 or L6, and the speaker claims a scope that is clearly that of a higher level.

A claim to have turned around a whole company at 26 sounds like somebody else's story. The interviewer will
probe until it shrinks, and then doubt the rest. Bring it down to what you decided and did yourself; if it is
true, consider aiming higher.

Flagged (L5):
> I set the strategy for all our 4,000 people and took it through the board.

Better:
> The board set the strategy; I wrote the pages on returns, and presented them to our country head.

Source: guide, sections 2, 4 and 5 (not the boast but the deeds fix the level); L6 and L7 scenario
collections, level facts.
"""

from __future__ import annotations

from storybank.rules.checks import judged_if, target_and_level
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="scope-above-level",
    code="LEV002",
    family="level",
    severity="warning",
    message=(
        "The reach you claim is larger than a role at {target} holds, so it will be doubted or sound borrowed."
    ),
    advice=(
        "Name your own share of it exactly: what you decided, for whom, with what budget, and who decided "
        "the rest."
    ),
    check=judged_if("scope-above-level", lambda readings: readings.target != "L7", target_and_level),
    flagged=(
        Case(
            text=(
                "In 2021 our group of supermarkets had lost its way, with 38,000 employees in nine "
                "countries, and I decided to give it a new direction. I was in the logistics graduate "
                "programme at the time. I set the strategy for all nine countries, presented it to the "
                "board, and convinced the chief executive to sell the hotel arm for 600 million. I put 250 "
                "engineers on a new ordering platform, and I made the country heads report to me weekly on "
                "it. I closed two ports as well. Over three years the profit rose by 410 million a year, and "
                "the analysts spoke of a turnaround. I learnt that boards want to hear three numbers, and no "
                "more than that."
            ),
            level="L5",
        ),
        Case(
            text=(
                "I work as a nurse's aide, and a while ago I reformed the nursing of the whole country, you "
                "could say. There was a shortage of 60,000 nurses, and I had made it my aim to end it. I "
                "spoke with the minister and the heads of all the hospital groups, and I had the law on "
                "training changed. I directed a budget of 900 million for it over four years. I had three "
                "hundred schools teach by my plan, and I decided which of them got money. In the end the "
                "shortage was down to 12,000, and two other countries took over my model. It showed me that "
                "one must begin with the schools."
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our company makes lifts in 30 countries, with 20,000 people, and in 2022 the board "
                "announced that paper was to disappear. I'm a service technician, and my share of it was one "
                "form: the one for door checks. I'd offered to draft it, since I fill it in forty times a "
                "week. I tried my draft out with three colleagues in my district and left out nine of the "
                "twenty-six fields after that. Our district head presented it to those who decide. The form "
                "is used in the whole country today, though others did the translation, and a check takes me "
                "six minutes where it was eleven. I learnt to count the fields that nobody reads."
            ),
            level="L5",
        ),
        Case(
            text=(
                "I lead four teams, twenty-two people, who plan the surgery in a group of hospitals, and "
                "cancelled operations cost us about 14 million a year. The board wanted that halved, and the "
                "chief surgeon and I shared the task; mine were the orthopaedic and eye theatres. I sat in "
                "the planning calls for two weeks and found that a missing signature caused every third "
                "cancellation. I put one nurse in charge of signatures, and gave up a planner's post for it. "
                "Two surgeons refused, and I agreed with them on a limit of three questions a day. In three "
                "quarters cancellations in my theatres fell from 11% to 4%, some 3 million. The chief "
                "surgeon did the same in his. I would count the signatures first next time."
            ),
        ),
    ),
)
