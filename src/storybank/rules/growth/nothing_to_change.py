"""The speaker would do just the same again, or says that there was nothing to learn.

The question "what would you do differently?" tests whether you look back at all. A story without a single
better choice in hindsight sounds unexamined, most of all when it went well. Standing by one decision and
naming another thing to change is fine.

Flagged:
> No, I'd do it exactly like that again. It all worked.

Better:
> I would close the road again. I would tell the shopkeepers a week earlier, and in the next year I did.

Source: guide, section 2; act-without-approval walkthrough, doing the same thing again.
"""

from __future__ import annotations

from storybank.rules.checks import lesson_is
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="nothing-to-change",
    code="GRO003",
    family="growth",
    severity="error",
    message=("You say there is nothing you would change; a listener hears that you have not looked back."),
    advice="Name one thing, however small, that you would do earlier, later or not at all, and why.",
    check=lesson_is("refused"),
    flagged=(
        Case(
            text=(
                "Four of our car washes lost customers to a new chain that was cheaper by two euro. I was "
                "area manager, and the owner wanted the old turnover back by summer. I went through the "
                "chain's wash as a customer, and I saw that it left the wheels dirty. I had a boy with a "
                "brush stand at each of our entrances. It cost us 60,000 in wages, and the owner was against "
                "it for weeks until I offered him a trial at one site. That one was up 18% after a month. By "
                "July all four were back, 410,000 a quarter. If I had to do it over, I wouldn't change a "
                "single thing about it."
            ),
            flagged=("I wouldn't change a single thing about it",),
        ),
        Case(
            text=(
                "I was in charge of the candles at the cathedral shop, and in August they bent in the "
                "window. I wanted to be able to show them in summer too. I put a thermometer in the window "
                "and it said 47 degrees. I asked a glazier for foil, tried it on one pane for a week, and "
                "compared the two. The pane with foil stayed at 31. I had the other three done for 280 euro. "
                "We didn't lose a candle in the next summer, after 150 in that one. As for what I would "
                "change, well, there's nothing I'd do otherwise today, it was right as it was."
            ),
            flagged=("there's nothing I'd do otherwise today",),
            question="What would you do differently?",
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "We shut our mountain railway for two days last February because of one crack in a pylon, at "
                "the height of the season. I was technical director, and the closing was my call. Hoteliers "
                "phoned the mayor, and the loss was about 240,000. I had the pylon X-rayed and changed a "
                "bolt on each of its neighbours. The authority found the crack to be twice as long as we had "
                "thought, and thanked us in writing. I would close it again, the same hour. What I would not "
                "do again is to tell the hotels by press release. In June we had a smaller stop, and I "
                "phoned all nineteen hotels first, and nobody called the mayor."
            ),
        ),
        Case(
            text=(
                "I planned the night buses for a wine festival, and 200 people were left standing at one in "
                "the morning. I'd counted on the numbers of the year before. I ran over to the depot, got "
                "two drivers who were about to go home to do one more round, and paid them from my own "
                "float. Everyone was home by half past two. My boss said that there was nothing to learn "
                "from it, because it had been the good weather. I did not agree. I put the weather into the "
                "plan for the next year, and had two drivers on call. They were needed both nights, and "
                "nobody waited longer than twenty minutes."
            ),
            level="L5",
        ),
    ),
)
