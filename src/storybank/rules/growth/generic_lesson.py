"""The lesson could end any story.

"Communication is key" shows that you know what a lesson sounds like. One that belongs to this story names
what surprised you, what you had believed before, or what you do on Mondays now. A test: would the sentence
still fit if you told another story before it?

Flagged:
> I learnt how important teamwork and communication are.

Better:
> I had asked the drivers what they wanted and never rode along; the answer was in the cab, not in the
> survey.

Source: guide, section 2; STAR framework, pitfall 3; act-without-approval walkthrough, reflection failures.
"""

from __future__ import annotations

from storybank.rules.checks import lesson_is
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="generic-lesson",
    code="GRO002",
    family="growth",
    severity="warning",
    message=("This lesson would fit any story, so it tells me nothing about what you took from this one."),
    advice=(
        "Name what you had believed before, what proved it wrong, and what you do differently because of it."
    ),
    check=lesson_is("generic"),
    flagged=(
        Case(
            text=(
                "Two plants of our paper company made the same carton, and each blamed the other's stock for "
                "late orders. I was given both in 2021, with the aim of one stock by autumn. I had the two "
                "planners swap places for a month. One threatened to quit, so I asked her to name three "
                "things she would want to keep, and kept two. I compared the orders with her every evening "
                "that month. We let the smaller plant make only the specials, though its head lost some "
                "standing by it. Late orders fell from 17% to 5%, and we freed 3 million in stock. Looking "
                "back I learnt that communication is the be-all and end-all."
            ),
            flagged=("communication is the be-all and end-all",),
        ),
        Case(
            text=(
                "The pond in our school garden turned green every May, and the children could not see the "
                "newts. As the caretaker I wanted clear water for the science week. I read about it, and "
                "asked the fishing club, who told me that the leaves were the trouble. I stretched a net "
                "over the pond in autumn, and I cut the willow back on one side, although the art teacher "
                "loved it. I planted two new ones for her behind the fence. In the following May one could "
                "see the bottom at 80 centimetres, and four classes counted 63 newts. What I took from it is "
                "that you can achieve anything if you work together as a team."
            ),
            flagged=("you can achieve anything if you work together as a team",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our emergency line for tenants rang out on one call in five at night. I led the four "
                "control rooms, and I had to get that to one in fifty. Everybody wanted more people. I "
                "listened to two nights myself, and most lost calls came in the ten minutes at shift change, "
                "since the two shifts talked at the same desk. I moved the handover into the next room, and "
                "kept one person on the line. It met with grumbling, and I took the first week's handovers "
                "myself. Lost calls fell to 1.4%. People say communication is key; here the talking was the "
                "problem, and I had to part those who communicated. I look at what happens at the seams of a "
                "day first now."
            ),
        ),
        Case(
            text=(
                "I organised the tool loans in our repair café, and the good drill was always gone when "
                "somebody needed it. I wanted each tool back within a week. I wrote a list, sent reminders, "
                "and it did not help at all. Then I asked the worst offender over a beer, and he told me "
                "that he was ashamed to come late. So I put a box outside where one can leave a tool without "
                "meeting anybody. In four months 37 of 40 tools came back in time, where before it had been "
                "half. I had taken shame for carelessness, and at the library where I work we have a silent "
                "return box today."
            ),
            level="L5",
        ),
    ),
)
