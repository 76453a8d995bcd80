"""From L6 on: the story has processes and results, but nobody who was listened to, won over or helped.

At these levels the work goes through other people. Without one conversation in it an answer sounds as if the
plan had carried itself out. One person is enough: what they feared, what you said, what changed their mind or
yours.

Flagged:
> I defined the process, set the milestones, tracked them in a board and reported monthly.

Better:
> Our senior planner thought it would cost him his best people. I asked which two he could not lose, and ...

Source: guide, section 4 (levels); L6 scenario collection, red flags on process without people; STAR
framework, emotional intelligence. Judged by us: a preview.
"""

from __future__ import annotations

from storybank.rules.checks import team_without_people
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="team-without-people",
    code="LEV004",
    family="level",
    severity="note",
    message=(
        "I hear process and no people; at {target} they listen for whom you heard out, won over or helped."
    ),
    advice=(
        "Add one person who doubted or struggled: what they feared, what you said, and what came of the talk."
    ),
    check=team_without_people,
    flagged=(
        Case(
            text=(
                "I was responsible for the stock of spare parts in four power stations, worth 30 million, "
                "and one part in eight was missing when it was needed. My target was one in forty. I defined "
                "three classes of parts, and set a minimum for each class. I set up a board with milestones "
                "and reviewed it monthly. I brought in a bar-code system in the first quarter and a counting "
                "plan in the second. I compared two methods of forecasting and selected the simpler one. I "
                "ran a pilot in one station for six weeks. By the end of the year one part in fifty was "
                "missing, and outages were shorter by 60 hours, which was worth some 2 million. I learnt to "
                "begin with the classes."
            ),
        ),
        Case(
            text=(
                "The letters from our pension fund went out eleven days late on average, and the supervisory "
                "authority had set a deadline of five. I led the department for correspondence. I mapped the "
                "process in 34 steps, and struck out nine of them. I defined service levels for each step. I "
                "introduced a dashboard with traffic lights, a weekly report, and a rule that nothing may "
                "wait for over a day. I replaced the printer contract, and put a second shift on the folding "
                "machine. Letters took four days from October on, and the authority closed the case, so that "
                "a fine of 300,000 was avoided. The lesson was that most steps had been there for a form "
                "that no longer exists."
            ),
        ),
    ),
    clean=(
        Case(
            text=(
                "Five of my eleven tax advisers wanted to leave in the same spring, and they looked after "
                "clients worth 16 million. I ran the office, and I had to keep them and the clients. I took "
                "a walk with each of the five, without any notes. One of them, a quiet man of sixty, told me "
                "that he had not been asked for his view in four years. I had been proud of my dashboard, "
                "and he was a green light on it. I gave up my corner office for a shared table, where he "
                "sits across from me. Four stayed, and all the clients did. He teaches the new ones today. I "
                "take a walk with somebody every Thursday, and I ask before I look at the lights."
            ),
        ),
        Case(
            text=(
                "I kept the stock list for a small theatre's lamps, and there were always some missing "
                "before a premiere. My goal was that all of them are there on the day. I counted everything "
                "once, wrote the number on the shelf, and set a minimum for each sort. I made a list in the "
                "foyer office, in which one writes what one takes. I tried it for one play and then for all "
                "of them. We've had no missing lamp at nine premieres now, while in the year before there "
                "were six. I should have written the minimum on the shelf from the start."
            ),
            level="L5",
        ),
    ),
    preview=True,
)
