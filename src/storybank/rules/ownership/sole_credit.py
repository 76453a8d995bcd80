"""What a team achieved is claimed for the speaker alone.

Few things of weight are done by one person, and interviewers know it. "Single-handedly" or "without me" makes
them doubt the rest of the story and picture you as a colleague. Naming what others did takes nothing away: it
makes your own share believable. Work that was truly done alone is no fault.

Flagged:
> The museum reopened on time, and honestly that was all me; the others were just along for the ride.

Better:
> The museum reopened on time. Two carpenters saved us a week; my share was the plan that let them work at
> night.

Source: guide, section 2; STAR framework, pitfall 1, being clear about one's role in what a team achieved.
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="sole-credit",
    code="OWN005",
    family="ownership",
    severity="error",
    message=(
        "You claim for yourself what others clearly had a hand in; that costs trust in the rest of the story."
    ),
    advice="Name what the others did in one sentence, then say precisely which part was yours.",
    check=judged("sole-credit"),
    flagged=(
        Case(
            text=(
                "Nine days before our jazz festival the main stage was refused a permit, and 12,000 tickets "
                "were sold. I was head of production with a crew of sixteen, and I had to get a stage "
                "approved. I called the authority and went through the statics with their engineer, and I "
                "decided on a lower roof. The crew rebuilt it in four nights. The permit came on the "
                "Thursday and all 12,000 people were let in, so we refunded nothing. I single-handedly saved "
                "that festival, and without me there would have been none, to be frank. What I noted is that "
                "one ought to invite the engineer in spring."
            ),
            flagged=("I single-handedly saved that festival",),
        ),
        Case(
            text=(
                "Three of us nurses looked after the dialysis machines on our ward, and in March the water "
                "alarm went off almost daily. I wanted to have quiet shifts again. I took samples in the "
                "morning, one colleague took them at noon and the other at night, and she was the one who "
                "built the chart. I compared the chart with the cleaning times, and the alarms fitted with "
                "one disinfectant. I asked the hygiene office to change it. The alarms went from twenty-six "
                "a month to one, and no treatment had to be stopped. The success was mine and mine alone, "
                "since the other two only did what I gave them. I would take the samples on weekends as well "
                "another time."
            ),
            flagged=("The success was mine and mine alone",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our bridge was to be closed for eleven weeks, and 40 shopkeepers feared for their living. I "
                "was the city's project lead and had promised the mayor to stay under six. Our welding "
                "foreman had the idea that made it possible: he wanted to turn the sequence round and start "
                "from the middle. I checked it with the structural engineer, took it to the mayor, and "
                "carried the risk of two extra cranes, 300,000, against the wishes of my own finance man. I "
                "was alone in the room when I signed that. It was the crew who worked in the sleet. We "
                "reopened after five weeks and four days, and no shop had to close. I ask foremen for their "
                "order of work on every site now."
            ),
        ),
        Case(
            text=(
                "I translated the manual of a children's ventilator into Romanian, by myself, in the eleven "
                "days before a delivery, since the agency had dropped out. The clinic could not start the "
                "machines without it. There were 140 pages. I fixed the wording of the alarms first, because "
                "there a wrong word can kill, and asked a nurse in Cluj to read those twelve pages back to "
                "me by phone. She found two mistakes of mine. The six machines were in use on the planned "
                "day, and the maker ships that version still. I have someone read the dangerous pages aloud "
                "in each job since then."
            ),
            level="L5",
        ),
    ),
)
