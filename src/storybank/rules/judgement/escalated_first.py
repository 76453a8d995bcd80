"""The first step was to go to a manager, before talking to the person concerned.

Going over somebody's head first costs trust, and shows a listener that you'd rather have a conflict settled
than settle it. Bringing a manager in is right when talking has failed, when safety is at stake, or when both
of you want a decision: then say so.

Flagged:
> I went straight to my boss so that she could sort it out with him.

Better:
> I asked him for a coffee first. When we were stuck on the date we took it to both our managers together.

Source: guide, section 2; course module on behavioural mastery, conflict resolution and leading without
authority; act-without-approval walkthrough, escalation.
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="escalated-first",
    code="JUD004",
    family="judgement",
    severity="warning",
    message="Your first step was the manager, before the person concerned had heard a word from you.",
    advice=("Tell how you spoke to the person first; if there was a reason not to, such as safety, say it."),
    check=judged("escalated-first"),
    flagged=(
        Case(
            text=(
                "In our law firm another team's leader began to book my two paralegals for her cases without "
                "asking. My own filings ran late, two in one week, and with filings a day can lose the case. "
                "I was responsible for them. The first thing I did was to take it to our director, with a "
                "list of the hours. He called us both in and ruled that bookings need my initials. She was "
                "rather cool to me from then on, I have to say. I made a form for it and trained the "
                "paralegals on it. There has been no late filing since, in fourteen months. I found out that "
                "a list of hours is convincing."
            ),
            flagged=("The first thing I did was to take it to our director",),
            question="Tell me about a conflict with a colleague.",
        ),
        Case(
            text=(
                "I shared a locker room and a trolley with another cleaner at the airport, and she always "
                "left the trolley empty for me. So I lost twenty minutes of each shift filling it. My task "
                "was to have the gates done by six. I went to the supervisor right away, I hadn't talked to "
                "her before that, because it's his job to sort out such things. He moved her to the other "
                "terminal. I made a list of what belongs on a trolley, and hung it up. After that I had the "
                "gates done by ten to six each day. I learnt that a list helps more than good faith."
            ),
            flagged=("I went to the supervisor right away, I hadn't talked to her before that",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "The head of the workshop kept sending my ferries back with the same leaking seal, and in "
                "one month I had three sailings cancelled. I sail with 400 passengers, and the timetable was "
                "my duty. I went down to him first and asked to see how he fits it. He showed me, and told "
                "me he gets forty minutes where the maker says ninety. We argued about it, and he could not "
                "change his hours, nor could I. So we went to the director, both of us, with one page that "
                "we'd written together. She gave him a second fitter on Mondays. Leaks went from nine in a "
                "quarter to one, and no sailing has been cancelled for it since. I would visit the workshop "
                "in my first week next time, and on my new ship I did."
            ),
            question="Tell me about a conflict with a colleague.",
        ),
        Case(
            text=(
                "A colleague came to the crane smelling of alcohol, on a morning when we had to lift a roof. "
                "I stopped him at the ladder and told him that he couldn't go up like that. He said it was "
                "from the evening before. I said that I would have to call the foreman then and there, "
                "because there were six people under that roof, and I'd rather he came along. He did. The "
                "foreman sent him home in a taxi, and I took over the ground signals while another man "
                "lifted. The roof was on by four. I visited him the week after, and he's been in treatment "
                "for a year; he told me that the ladder was the moment. I learnt to say a thing to the face "
                "before I say it upward, even if there's only a minute."
            ),
            level="L5",
        ),
    ),
)
