"""Target L6 or L7, and the scope shown is clearly that of a lower level.

Levels differ by reach: people, money, time ahead, and whom one has to win over. At L6 a story usually moves
several teams or ten to twenty-five people and some quarters; at L7 organisations, executives and years. A
small setting can carry it if the deed reached further: say whom it changed beyond your own desk.

Flagged (L7):
> I reorganised the rota of my own ward, eight nurses, over one summer.

Better:
> The rota from my ward became the model for eleven hospitals; I took it through the board and three unions
> in two years.

Source: guide, sections 2, 4 and 5 (the scope of the deeds, only where a lower one is visible); L6 and L7
scenario collections, level facts.
"""

from __future__ import annotations

from storybank.rules.checks import judged_if, target_and_level
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="scope-below-level",
    code="LEV001",
    family="level",
    severity="error",
    message=(
        "The scope told here reads as {level}, and you aim for {target}: whom and how far it reached is too "
        "small."
    ),
    advice=(
        "Pick a story with wider reach, or add who else was moved by it: teams, budgets, years, people above "
        "you."
    ),
    check=judged_if("scope-below-level", lambda readings: readings.target != "L5", target_and_level),
    flagged=(
        Case(
            text=(
                "In the branch library where I work the children's corner was always untidy, and parents "
                "mentioned it. I was asked to look after it for the spring. I bought six boxes from petty "
                "cash and glued pictures on them, so that also the small ones know where a book goes. I "
                "showed it to the morning group, and I drew a smile on the box that was the fullest. One "
                "colleague wanted letters, and I put both on. After two weeks I needed five minutes to tidy "
                "up instead of thirty. Eleven parents said that it had become nicer, and my branch head let "
                "me buy two more boxes. I learnt that a picture works for every age."
            ),
            level="L7",
        ),
        Case(
            text=(
                "I am one of two clerks in the post room of an insurance office. The letters for the third "
                "floor were often put in the wrong tray, about four a day, and the lady up there complained "
                "to me. I wanted it to be right by the end of the week. I wrote the names in bigger letters, "
                "swapped two trays which looked alike, and asked my colleague to check it with me on the "
                "Wednesday. She thought that we should use colours too, and I bought a sheet of stickers for "
                "three euro. From then on there was one wrong letter in two weeks, and the lady brought us "
                "cake. I learnt to look at what looks alike."
            ),
        ),
    ),
    clean=(
        Case(
            text=(
                "Our food bank served 21 parishes from five stores, and each store hoarded: one had 900 tins "
                "of beans and another had none. I coordinate the five store leaders and about eighteen "
                "drivers, with a budget of 12 million in donated goods a year. I had told our trustees that "
                "I'd get shortages down by half within three quarters. I proposed one shared list. Two "
                "leaders feared for their independence, so I gave them a veto on anything with fewer than "
                "fifty pieces, which slows us down on small things. I rode along with the drivers for a "
                "month, and then I redrew the rounds. Shortages fell by 58% by the third quarter, and waste "
                "by 200 tonnes. The diocese next to us has taken over the list. I learnt to leave people a "
                "veto that they'll hardly use."
            ),
        ),
        Case(
            text=(
                "I work alone in the small repair shop for hearing aids behind our store, and people waited "
                "for about twelve days. The shop is mine to run, and I wanted it to take five. I wrote down "
                "for a month what I waited for myself. It was batteries of one kind that came by ship. I "
                "found a dealer in the next town who is dearer by 20 cents a piece, and I took him, after I "
                "had asked the owner. I also ring each customer on the day when it's done. People wait four "
                "days now, and nobody has bought a new one out of impatience since spring. I always write "
                "down what I wait for, these days."
            ),
            level="L5",
        ),
    ),
)
