"""Long hours or hard work are offered as the proof of ownership or of results.

Hours are a cost, not an achievement. Interviewers ask themselves why the work could not be planned, shared or
made smaller. What shows ownership is what you changed so that it will not take those hours again. Hours told
in passing, as the price of a deed, are fine.

Flagged:
> I stayed until midnight every day for a month, so nobody can say I didn't own it.

Better:
> After three late nights I saw that one report caused half of them, so I got the bank to send it as a file.

Source: guide, section 2; STAR framework, pitfall 4 (principles without depth).
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="effort-as-ownership",
    code="OWN007",
    family="ownership",
    severity="warning",
    message=("The proof you offer is how long and hard you worked; the listener is after what you changed."),
    advice=(
        "Swap the hours for the choice that mattered: what you stopped, fixed for good, or talked somebody "
        "into."
    ),
    check=judged("effort-as-ownership"),
    flagged=(
        Case(
            text=(
                "Our insurer bought a smaller one, and 22,000 contracts had to be entered into our system by "
                "New Year. I led the migration group of nine people. The transfer program failed on old "
                "contracts, so we typed them in by hand. I worked sixteen hours a day for five weeks "
                "straight, and that is what ownership means to me. I came in on Christmas Day too. I checked "
                "some of the lists and handed out the next ones. On the second of January all 22,000 were "
                "in, with 140 errors, and no customer lost cover. The lesson for me was to test a transfer "
                "program with the oldest contract first."
            ),
            flagged=(
                (
                    "I worked sixteen hours a day for five weeks straight, and that is what ownership means "
                    "to me"
                ),
            ),
        ),
        Case(
            text=(
                "The archive of our town had to move because of a burst pipe, and the new rooms were ready "
                "only in August. I was the junior archivist in charge of the boxes. There were 6,300 of "
                "them. I was there every single weekend, first in and last out, which shows how committed I "
                "was. I didn't take a day off that summer. I carried boxes with the movers, and put numbers "
                "on the shelves. By the end of August everything stood in its place, and only four boxes "
                "were missing, which turned up in October. Next time I'd ask for a lift that works before I "
                "set a date."
            ),
            flagged=(
                "I was there every single weekend, first in and last out, which shows how committed I was",
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "The quarter's accounts of our hotel group took eleven days to close, and the bank had begun "
                "to ask why. As head controller I had to get them out in six. For the first close I worked "
                "late with everyone else, twelve nights, and I was not proud of it: it only showed that our "
                "way was wrong. So I wrote down what each of us waited for. Four of the eleven days went on "
                "one file from the laundry company. I flew there, and got them to post weekly in exchange "
                "for faster payment, which cost us some interest. We closed in five days from the next "
                "quarter on, and people went home at six. I treat overtime as a symptom now."
            ),
        ),
        Case(
            text=(
                "In the week before Easter our chocolate line lost a bearing, and 9,000 rabbits had to be "
                "out by Thursday. I was shift mechanic. I stayed through one night because the spare came by "
                "taxi from Lyon at two, that was simply when it came. While I waited I took the other "
                "bearings out one by one and felt for play. Two more were going. I told the plant manager at "
                "five that we should lose three more hours and change all of them, and he swallowed and "
                "agreed. The line ran through to Thursday noon, and all 9,000 went out. Since that Easter we "
                "measure the bearings in January."
            ),
            level="L5",
        ),
    ),
)
