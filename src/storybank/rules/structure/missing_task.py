"""The answer never says what the speaker personally had to achieve.

Without a goal or a mandate nobody can tell whether the deeds were your job, your idea or somebody else's
order, nor whether the result was what you were after. One sentence does it: "I had to ...", "I set myself
...", with a date or a measure if there was one. A goal that you gave yourself counts as well.

Flagged:
> The kiln cracked every tenth pot. I logged the temperature for a month and changed the cooling.

Better:
> The kiln cracked every tenth pot. As workshop lead I wanted that under one in a hundred before the fair.

Source: guide, sections 1, 2 and 5 (a self-given mandate is a task); act-without-approval walkthrough, stating
the boundary of one's own remit.
"""

from __future__ import annotations

from storybank.rules.checks import missing_part
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="missing-task",
    code="STR002",
    family="structure",
    severity="warning",
    message=(
        "I don't hear what you yourself were answerable for or aiming at, so I can't tell what you met or missed."
    ),
    advice=("Add one sentence before the deeds: what you had to achieve, by when, and how you would know."),
    check=missing_part("task", "missing-task"),
    flagged=(
        Case(
            text=(
                "In our hospital laundry about one bag in thirty came back to the wrong ward, and nurses had "
                "begun to hoard sheets in cupboards. I walked along with one trolley from the theatre to the "
                "tunnel washer and back. At the folding table I saw that labels were read upside down, "
                "because the table had been turned around for a new window. I had the table turned back, "
                "painted an arrow on the floor, and checked every bag for a week together with the evening "
                "shift. Wrong deliveries dropped from 3.2% to 0.5%, and the wards gave back some four "
                "hundred sheets. I learnt that following one trolley told me more than a month of complaint "
                "forms."
            ),
        ),
        Case(
            text=(
                "The website of our theatre sold seats that did not exist: after the renovation row R was "
                "gone, but the plan still had it. On opening night six people stood in the aisle. I found "
                "them chairs from the bar, refunded them on the spot, and afterwards compared the seating "
                "plan with the hall, seat by seat, with a torch and a printed copy. Eleven seats were wrong. "
                "I corrected them and asked the stage manager to count again without seeing my list. No "
                "guest has been double-booked in the fourteen months since. What I took from it is that a "
                "plan is only true on the day somebody walked it."
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "The vineyard's frost alarm rang for nothing on nine nights in one April, and the crew had "
                "stopped getting up for it. I was responsible for the sensors, and I had to make the alarm "
                "worth trusting again before the May frosts. I moved four sensors away from the stone wall "
                "that stored heat, and set two old mercury thermometers beside them for comparison. For ten "
                "nights I read both at three in the morning. I chose a later threshold, knowing it would "
                "cost us ten minutes of warning. The alarm rang twice that May, right both times, and we "
                "lost no vines. Since then I compare every new sensor with a thermometer first."
            ),
            level="L5",
        ),
        Case(
            text=(
                "Three of our tram lines shared one junction, and every morning between seven and eight some "
                "twelve trams stood there waiting. Nobody had asked me to look at it, but I told the head of "
                "operations that I would get those waits under a minute by the autumn timetable. I rode each "
                "line at rush hour, and saw that the signals still favoured a line that had been cut years "
                "ago. I put two plans before the three line managers; we took the one that slowed my own "
                "line by forty seconds. After a trial week at half term we switched over. The wait went from "
                "190 seconds to 48, and 7,000 people a day get to work sooner. I would measure on a rainy "
                "day earlier next time."
            ),
        ),
    ),
)
