"""The answer tells what one would do or usually does, not what was done once.

Behavioural questions rest on the thought that past deeds foretell future ones. A method, however sensible, is
not evidence: the interviewer cannot ask what the other person said, what it cost, or what came of it. Most
raise this once and move on.

Flagged:
> With a difficult client I would first listen, then I usually write up what we agreed.

Better:
> Last May a client of ours cancelled twice in a week. I drove over, listened for an hour, and ...

Source: guide, sections 2 and 5 (a hypothetical answer also lacks a result, but gets no other missing part);
course module on behavioural mastery, story bank.
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="hypothetical",
    code="STR006",
    family="structure",
    severity="error",
    message="You tell me how you would go about it; I was hoping for one time when you did.",
    advice=("Pick one day when this happened, name it in the first sentence, and stay in the past tense."),
    check=judged("hypothetical"),
    flagged=(
        Case(
            text=(
                "With bad news I think honesty is what counts. I would always pick up the phone first, "
                "because an email can be misread. I would explain what has happened in plain words, and then "
                "I would offer two options, so that the customer keeps some control. If they get angry, I "
                "would let them speak. Afterwards I would put it all in writing and set a date for the next "
                "call. Normally I also tell my own team, so that nobody is surprised by an angry visitor. If "
                "it were a really big customer, I'd bring my manager along. In my experience people forgive "
                "a mistake sooner than a surprise."
            ),
            flagged=("I would always pick up the phone first",),
            question="Tell me about a time you had to deliver bad news to a customer.",
        ),
        Case(
            text=(
                "What I usually do is make a list in the morning and mark the three things that can't wait. "
                "Then I go through them one at a time, and I try not to look at my messages before eleven. "
                "When something new comes in, I ask the person when they really need it, since half the time "
                "it's not that day. If two things clash, I would go to both people and let them sort out "
                "between them which comes first. I tend to keep Friday afternoons free as a buffer. And if "
                "it all gets too much, I'd say so early rather than late. That's generally how I keep on top "
                "of things in the nursery."
            ),
            flagged=("What I usually do is make a list",),
            question="Describe a time you had too much on your plate.",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "In February a bride's dress came back from our cleaner with a tear at the hem, nine days "
                "before the wedding. I worked the counter, so it was on me to tell her. I used to write in "
                "such cases, and I would have liked to that day too, but I rang her before closing time and "
                "said what had happened and that I had no fix yet. She cried. I drove the dress to a "
                "seamstress in the next town the same evening, and sent a photo after each step. It was "
                "mended with six days to spare, and she sent her sister to us in May. Since then I ring "
                "within the hour, even with nothing to offer."
            ),
            question="Tell me about a time you had to deliver bad news to a customer.",
            level="L5",
        ),
        Case(
            text=(
                "For three weeks in 2022 I had both the audit and the move of our seed archive, because my "
                "colleague was ill. There are 48,000 samples and they may not warm above minus fifteen. I "
                "had to choose what to leave. I told the auditors on the first day that they would get half "
                "the files late, and asked which half hurt least. My director would have preferred to hear "
                "it from me beforehand, and said so. Then I moved the freezers at night, one rack an hour, "
                "with a probe in each. All samples arrived cold, and the audit closed eleven days late with "
                "no remark. When two things collide now, I ask the people waiting before I work out a plan."
            ),
            question="Describe a time you had too much on your plate.",
        ),
    ),
)
