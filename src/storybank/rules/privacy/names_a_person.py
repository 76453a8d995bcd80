"""A private person is named in full.

Stories are about people who did not ask to be in them. A full name can break a confidence, and makes the
listener wonder what you'll say about them. Use the role ("our planner"), a first name, or a letter. Public
figures and companies may be named.

Flagged:
> Then Henrike Osterloh from accounts lost her temper.

Better:
> Then our accountant lost her temper.

Source: guide, sections 2 and 5 (a first name, a nickname or a public figure is fine).
"""

from __future__ import annotations

from storybank.rules.checks import each_quoted
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="names-a-person",
    code="PRI001",
    family="privacy",
    severity="warning",
    message=(
        "You name {name} in full; a story about somebody is safer, and fairer to them, without their name."
    ),
    advice="Put the role or a first name instead, here and wherever else this person appears.",
    check=each_quoted("name", lambda readings: readings.signals.names),
    flagged=(
        Case(
            text=(
                "Our two costume workshops fought over one steam iron, and hems were late for three "
                "premieres. I managed both, and I wanted no late hem in the next season. I spoke with each "
                "side, and then I sat down with Marguerite Delacroix, who had run the smaller one for twenty "
                "years and had once hidden the iron in her car. She told me that nobody had ever asked her "
                "for her timetable. I put the two timetables next to each other and found four hours a day "
                "in which nobody ironed. I gave her the mornings, although the larger workshop grumbled "
                "about it. No hem was late in that season, and we sold the plan for a second iron, 7,000, to "
                "buy lamps with. I start with timetables since then."
            ),
            flagged=("Marguerite Delacroix",),
        ),
        Case(
            text=(
                "I was on the evening shift of a parcel depot when a pallet fell from a rack, and it missed "
                "our newest colleague, Tomasz Wierzbicki, by a metre or so. I was responsible for that "
                "aisle. I closed it right away, and the shift leader wanted to know for how long. I said "
                "until I knew why. I looked at the rack with a lamp and saw a bent foot, which somebody had "
                "painted over. I measured the other feet, sixty of them, and two more were bent. We emptied "
                "those racks before midnight, and the trucks left forty minutes late. Nothing has fallen in "
                "the two years since, and the feet are on the monthly list. I learnt to be wary of fresh "
                "paint."
            ),
            flagged=("Tomasz Wierzbicki",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "A pupil of mine at the driving school, I'll call her Lena, had failed her test four times "
                "and wanted to give up. I was her third teacher, and I'd set myself to get her through by "
                "summer. I had her drive without any goal for two lessons, and saw that she looks at the "
                "bonnet and not at the road. I stuck a strip of paper on the windscreen to lift her eyes. It "
                "cost her two lessons which I didn't charge. She practised on the road by Lake Constance, "
                "along the Graf Zeppelin Haus, where there's little traffic. She passed in June with two "
                "small faults, and she has been driving her mother to dialysis since then. I look at where "
                "people look, before I talk about anything."
            ),
            level="L5",
        ),
        Case(
            text=(
                "Our concert hall wanted to play Gustav Mahler's eighth with 400 people on a stage for 250, "
                "and the fire officer said no. I was the hall's technical director, and had to find a way by "
                "the spring. I invited the fire officer to a rehearsal and asked him to show me the points "
                "that kept him awake. It was the two exits at the back. I gave up 120 seats, which was 9,000 "
                "in takings each evening, and put the children's choir there with its own door. Our director "
                "was against it until Priya from the box office showed that we'd still break even. The three "
                "evenings went off without a complaint, and he has signed for the plan in every year since. "
                "I ask an inspector what keeps him awake."
            ),
        ),
    ),
)
