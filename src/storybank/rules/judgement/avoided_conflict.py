"""In a story about disagreement or standards, the speaker gave in or kept quiet to keep the peace.

The question is asked to hear you disagree. Giving way because it was more comfortable leaves the matter
unsaid, and those who depended on it without an advocate. Committing after a real argument is another thing,
and welcome: say what you said, what moved you, and what you did then.

Flagged:
> I thought it was wrong, but I didn't want to spoil the mood, so I signed.

Better:
> I told her in private why I thought it wrong. She had a reason that I did not know; I signed, and we
> agreed to look again in March.

Source: guide, section 2; course module on behavioural mastery, conflict resolution.
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="avoided-conflict",
    code="JUD002",
    family="judgement",
    severity="warning",
    message=("When it mattered you kept quiet to keep the peace, and the disagreement never got a hearing."),
    advice=(
        "Tell what you said, to whom and how; if you said nothing, say what that cost and what you did later."
    ),
    check=judged("avoided-conflict"),
    flagged=(
        Case(
            text=(
                "Our head of sales wanted to open on Sundays in all nine furniture stores, and I thought "
                "that it was wrong, because half of my staff have small children. I was the personnel "
                "manager, and I had to judge what it would do to us. I had figures from another chain that "
                "lost one in six of its people over it. In the meeting I started with them, and he rolled "
                "his eyes. I didn't want to rock the boat, so I said nothing more, and I voted yes like the "
                "others. I drew up the Sunday rota. We opened in May. By Christmas 31 people had left, and "
                "sales were up by 4%. I learnt that the figures should be on the slide."
            ),
            flagged=("I didn't want to rock the boat, so I said nothing more",),
            question="Tell me about a time you disagreed with your manager.",
        ),
        Case(
            text=(
                "In the kitchen where I trained, the chef used to put meat back into the fridge after it had "
                "stood outside for the whole lunch. I knew the rule is two hours. It was my station too, so "
                "I was responsible for what went out. I once held a thermometer into it, and it had 19 "
                "degrees. I let it go, because I get on well with him and wanted it to stay that way. I "
                "cooked my own portions from fresh meat and hoped that he'd see it. At the inspection we got "
                "a C instead of an A. I learnt how quickly such a thing becomes a habit."
            ),
            flagged=("I let it go, because I get on well with him and wanted it to stay that way",),
            question="Tell me about a time you saw that a standard was not met.",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "My director wanted to publish our study on knee braces before the second hospital had sent "
                "its data. I led the statistics, and I thought it would not hold. I kept quiet in the big "
                "meeting on purpose, since he had just announced it there, and went to him that evening. I "
                "showed him with two scenarios how the result could turn. He said that the funders would not "
                "wait. I offered to call them myself, with him on the line. They gave us ten weeks. The late "
                "data halved the effect, and the paper was printed with the smaller figure; it has been "
                "cited 60 times since. He and I now agree on a publishing rule before a study begins. I "
                "learnt to ask who it is that cannot wait."
            ),
            question="Tell me about a time you disagreed with your manager.",
        ),
        Case(
            text=(
                "My older colleague at the garage did not tighten wheel nuts with the torque wrench, he did "
                "it by feel. I was second-year apprentice. I told him in the break that it worried me, and "
                "he said that he'd done it for thirty years. I asked him to let me check ten of his wheels, "
                "just for us two. Three were below the value. He got red, and I said I'd not tell anybody, "
                "but that I could not hand over those cars, and he got his wrench. In the end I went with "
                "his wish that he would explain it to the other apprentices himself. In the next half year "
                "not one of 400 checked wheels was wrong. I learnt to ask for a small test, just between two "
                "people."
            ),
            question="Tell me about a time you saw that a standard was not met.",
            level="L5",
        ),
    ),
)
