"""Several deeds are told, and a reason for none of them.

"I did this, then I did that" reads like a log. Interviewers grade the thinking between the steps: what you
had seen, what you expected, why this and not that. One "because" at the turning point is often enough.

Flagged:
> I called a meeting. I changed the rota. I hired two people. I closed the counter on Mondays.

Better:
> Two in three complaints came on Mondays, so I closed the counter on that day and ...

Source: guide, section 3 (leadership shown by judgement); course module on behavioural mastery, technical
leadership and shipping under pressure (the reasons behind decisions). Judged by us: a preview.
"""

from __future__ import annotations

from storybank.rules.checks import decisions_without_reason
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="decisions-without-reason",
    code="JUD006",
    family="judgement",
    severity="note",
    message=("You tell {deeds} steps and no reason for any; the thinking between them is what gets graded."),
    advice=(
        "At the step that mattered most, say what you had seen and why you chose this over something else."
    ),
    check=decisions_without_reason,
    flagged=(
        Case(
            text=(
                "Our youth hostel had bedbugs in two rooms, and a school class had left early. I was deputy "
                "warden and had to get rid of them before Easter. I closed both rooms. I called a firm. I "
                "washed all the curtains at sixty degrees. I threw out four mattresses. I put new covers on "
                "the other ones. I painted the bed frames. I vacuumed the floor boards each day for two "
                "weeks. I opened the rooms on the Thursday before Easter. No bug has been found for eleven "
                "months, and the class came back in May with 26 children. I now look behind the frames at "
                "every change of guests."
            ),
            level="L5",
        ),
        Case(
            text=(
                "I took over the maintenance of a cable-car company with three sites after two accidents in "
                "one year. My brief was a year without one. I replaced the head of the second site. I bought "
                "a new logbook program. I merged the three spare-part stores. I introduced a Monday call. I "
                "moved the big inspection from May to October. I sent eight mechanics to a course in "
                "Grenoble. I signed a contract with another rope supplier. I rewrote the rules for wind. "
                "There was no accident in the following 26 months, and the insurer cut our premium by "
                "140,000. I learnt that the tone at the top site had been too rough."
            ),
        ),
    ),
    clean=(
        Case(
            text=(
                "The lambs on our farm lost weight in their third week, and nobody could say why. I was the "
                "shepherd for that flock. I weighed ten of them daily, because the average of the whole "
                "flock hides the weak ones. The light ones all slept at the north wall. I moved the wall's "
                "straw away so that I could feel the draught, and it came from under the boards. I closed "
                "the gap with clay and not with foil, since lambs eat foil. After that they put on 240 grams "
                "a day like the others did. I learnt to weigh few animals often rather than all of them once."
            ),
            level="L5",
        ),
        Case(
            text=(
                "Our city's playgrounds had 70 broken swings in one summer, and repairs took five weeks. I "
                "headed the parks department with sixteen people, and I had set three days as the goal. I "
                "went out with the two fitters and saw that they drove back to the yard for each part. I "
                "gave them a van full of parts instead of a second fitter pair, which would have cost twice "
                "as much and only doubled the driving. I took swings of one maker only, though the "
                "architects complained of sameness. My thinking was that a child would sooner have a dull "
                "swing than none. Repairs take two days on average now, in the third year. I drive along "
                "with people before I plan for them."
            ),
        ),
    ),
    preview=True,
)
