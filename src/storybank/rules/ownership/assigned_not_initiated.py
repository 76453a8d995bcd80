"""The question asks for initiative, and the speaker was told to do it by somebody else.

For "act without approval", "outside your area" or "show ownership" the start is the point of the question. If
a manager handed the work over, the best execution answers something else. Being given a broad job and finding
the problem in it yourself is fine: say where you went beyond the order.

Flagged:
> My manager asked me to look into the complaints, so I did.

Better:
> Nobody owned the complaints. I read a hundred of them one weekend and told my manager I wanted to fix the
> worst three.

Source: guide, sections 2 and 5 (only where the question asks for it); act-without-approval walkthrough, proof
that the work was self-started.
"""

from __future__ import annotations

from storybank.rules.checks import judged_if
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="assigned-not-initiated",
    code="OWN002",
    family="ownership",
    severity="warning",
    message="The question is about starting something unasked, and here somebody told you to do it.",
    advice=("Pick a story that you started, or say what you saw and took on beyond what you had been told."),
    check=judged_if("assigned-not-initiated", lambda readings: readings.asked.initiative),
    flagged=(
        Case(
            text=(
                "I run the printing side at a publisher of maps. The returns desk belonged to sales, and it "
                "was some four months behind, with shops waiting for about 80,000 in credit. My director "
                "called me in and told me to take over the returns desk until Christmas. I did as he wished. "
                "I sorted the parcels by shop, hired two students, and agreed with accounts on a short form "
                "instead of the old three pages. I checked every tenth parcel myself. By the middle of "
                "December the pile was gone and the credit paid. Four shops that had stopped ordering came "
                "back. I learnt that the form had been the queue, more than the parcels."
            ),
            flagged=("My director called me in and told me to take over the returns desk",),
            question="Tell me about a time you took on something outside your area of responsibility.",
        ),
        Case(
            text=(
                "At the swimming pool where I was a lifeguard, the first-aid boxes were often half empty. I "
                "was assigned to it by our team lead, who had got a remark from the health inspector. She "
                "gave me the list of what has to be in a box and a budget of 150. I went around all seven "
                "boxes with the list, threw out what was past its date, and ordered the rest. I put a seal "
                "on each box so that you can see when somebody has opened it. At the next inspection there "
                "was no remark at all. It taught me that a seal does more than a rule."
            ),
            flagged=("I was assigned to it by our team lead",),
            question="Describe a situation in which you acted without being asked.",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "I look after the lifts in eleven hospitals, and the generators are somebody else's. One "
                "night during a power test I stood in a dark lift hall for nine minutes instead of fifteen "
                "seconds. It was in nobody's report, and no one asked me to care. I went through the test "
                "logs of all eleven sites in my own time, and found three where the changeover had never "
                "been timed. My boss had told me to concentrate on door repairs, so I showed her the nine "
                "minutes and got her consent to go on. I sat down with the three electricians, and we "
                "swapped one relay type after a test at night. Changeover is now under twelve seconds at all "
                "sites, and the test sheet has a line for it. I time things myself since."
            ),
            question="Tell me about a time you took on something outside your area of responsibility.",
        ),
        Case(
            text=(
                "New colleagues at our vet's practice used to ring me on my day off, because nothing was "
                "written down. No one had given me the job, and I was the most junior but one. I started "
                "with a single page about the X-ray machine and left it beside it. When I saw it being used, "
                "I wrote eleven more, one for each device, and had our oldest nurse correct them, because I "
                "had two doses wrong. I asked the boss afterwards whether I might laminate them. Calls on my "
                "free days went from five a month to none, and a locum told us she was working alone after "
                "two days. I learnt to show one page before I announce a handbook."
            ),
            question="Describe a situation in which you acted without being asked.",
            level="L5",
        ),
    ),
)
