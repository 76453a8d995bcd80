"""The answer stops before saying what came of it.

The result is what an interviewer writes down. A story that ends with the last step ("and then we launched")
leaves them to assume that nothing came of it. Even an outcome that disappointed you, told plainly, beats
silence. In a `hypothetical` answer this is raised too, since nothing happened.

Flagged:
> So I retrained the whole reception team on the new triage questions. That was what I did there.

Better:
> So I retrained the whole reception team. Within two months the wait for urgent cases fell from 50 minutes
> to 20.

Source: guide, sections 1, 2 and 5 (a bad outcome is a result as well); STAR refined, results as the end of
the story.
"""

from __future__ import annotations

from storybank.rules.checks import outcome_is
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="missing-result",
    code="STR003",
    family="structure",
    severity="error",
    message=(
        "The story ends with the work: you never say what came of it, and that is the line an interviewer "
        "keeps."
    ),
    advice=("Say what changed, for whom, and by how much; if it fell short, say that and what you did then."),
    check=outcome_is("none"),
    flagged=(
        Case(
            text=(
                "Our library van came to the villages on Tuesdays at noon, when hardly anybody was at home, "
                "and the council wondered whether to sell it. I drove the van, and I wanted to find a "
                "timetable that people could use. I stood at the school gates of all five villages with a "
                "clipboard and asked parents and grandparents when they would come. Most said after four, "
                "and some said Saturday. So I drew up a new round with two late afternoons and one Saturday "
                "a month, and swapped shifts with a colleague to make it work. I also asked the baker to "
                "hang up the times. I learnt that the right people to ask were those who never came."
            ),
            level="L5",
        ),
        Case(
            text=(
                "As head of claims I had to cut the backlog of storm damage, about 9,000 files, before "
                "winter. Customers were living under tarpaulins. I split the files by roof type rather than "
                "by date, because the same assessor could then do ten in one street. Two regional managers "
                "disliked that, since it broke up their teams, and I agreed with each of them on a date when "
                "people would return. I borrowed six retired assessors and had their first twenty reports "
                "read twice. Then I set up a morning call in which every region said what was stuck. We kept "
                "that call going through October and November. I have learnt to sort work by the journey it "
                "causes."
            ),
        ),
    ),
    clean=(
        Case(
            text=(
                "The espresso machine in our café broke down nearly every weekend, and the owner paid a "
                "call-out each time. I was shift lead and wanted to get through a month without the "
                "mechanic. I read the manual, saw that the water filter was meant to be changed every eight "
                "weeks, and found that ours was three years old. I replaced it, put the date on the wall "
                "calendar, and showed the other leads how it is done. The machine has not failed since "
                "March, which saves us about 240 euro a month. It made me ask of everything in the kitchen "
                "when it was last looked after."
            ),
            level="L5",
        ),
        Case(
            text=(
                "I tried to move our four garden centres to one supplier for pots, and I had promised the "
                "board eight per cent off our costs. Breakages in transit were eating the margin. I tendered "
                "it, visited two potteries, and picked the cheaper one against the advice of our oldest "
                "buyer. I had tested only summer deliveries. In January a third of a lorry arrived cracked "
                "by frost, and in the end the change cost us 61,000 instead of saving anything, so I went "
                "back to the old supplier and told the board the figure myself. Now I sit down with whoever "
                "advises against me before I sign, and I write their reason into the paper."
            ),
        ),
    ),
)
