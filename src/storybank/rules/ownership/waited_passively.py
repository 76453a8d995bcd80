"""The speaker put something in and waited, with no push to land it.

A proposal, a request or a finished piece of work that lies on someone's desk has helped nobody. What shows
ownership is the second move: asking what holds it up, taking work off the other's hands, finding another way
in. Waiting on purpose, with a date and a plan, is not meant here.

Flagged:
> I sent in the form and then it was up to them. A couple of months later I got the answer.

Better:
> I sent in the form, rang on the third day, learnt that one signature was missing, and drove over to get
> it.

Source: guide, section 2; act-without-approval walkthrough, submitting and waiting for a review.
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="waited-passively",
    code="OWN004",
    family="ownership",
    severity="warning",
    message="You put it in and then waited; nothing shows that you helped it land.",
    advice=(
        "Say what you did while it lay there: whom you asked, what held it up, what you made easier for them."
    ),
    check=judged("waited-passively"),
    flagged=(
        Case(
            text=(
                "In our orchestra the musicians' insurance did not cover instruments on tour, and a cello "
                "worth 30,000 had been damaged in a bus. As tour manager I wanted that gap closed. I wrote a "
                "proposal of four pages in which I compared three insurers, and handed it in at the office. "
                "Then I waited to hear from the committee. There was no news in June, and none in July, and "
                "I supposed that they had their reasons. In September the season started. One day in "
                "November I read in the minutes that my second insurer had been chosen. The cover now goes "
                "up to 2 million, and one claim has been paid. I learnt to compare more than one offer."
            ),
            question="Then I waited to hear from the committee",
        ),
        Case(
            text=(
                "I was an apprentice surveyor, and I saw that our tape corrections used a wrong temperature "
                "table. It was part of my training to check the sums. I recalculated one field book and it "
                "came out eleven centimetres short over a kilometre. I typed the comparison up and gave it "
                "to the head surveyor. I left it in his inbox and didn't hear anything for six weeks. It "
                "wasn't my place to keep asking, I thought, so I went on with my other books. Later he "
                "mentioned it at lunch and said that the table was from another tape. They have put in the "
                "right one, and three plans were corrected. For me the lesson was to recalculate things that "
                "everybody trusts."
            ),
            question="I left it in his inbox and didn't hear anything for six weeks",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our request for a second ambulance at night had been lying with the district since January, "
                "and I was responsible for cover in four valleys. I submitted it, and when nothing came "
                "after two weeks I went to the desk officer and asked what she lacked. She lacked response "
                "times by valley. I drew those from 900 call sheets, and came back on the Friday. She said "
                "the finance head would stop it, so I asked for half an hour with him and offered to start "
                "with Fridays and Saturdays only. I waited for the budget round in May on purpose, since "
                "asking earlier would have used up our one chance. It was granted on the second of June. "
                "Calls answered within twelve minutes rose from 71% to 90%. I ask what the clerk lacks "
                "before I send anything in."
            ),
        ),
        Case(
            text=(
                "I had written a fix for the till program in our chain of pharmacies, because it rounded "
                "wrongly on split prescriptions. The program is another department's, so my change needed "
                "their review, and the reviewer was away for three weeks. I didn't sit it out. I rang around "
                "and found a second person with the right to approve, sent her a test with twelve real "
                "prescriptions, and offered to come over so that we could go through it side by side. We did "
                "so on a Wednesday. She had me change one name. It was live that Friday, and wrong "
                "roundings, about thirty a day, stopped. Now I find out who else can say yes before I hand "
                "in anything."
            ),
            level="L5",
        ),
    ),
)
