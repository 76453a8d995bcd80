"""Scene-setting takes more than about a third of the words.

Interviewers lose the thread before you appear in your own story, and the time is missing where they score: in
what you did. Two to four sentences of context carry nearly every story; details can come when they ask.

Flagged:
> (ninety seconds on the history of the plant, its owners and its machines) ... so I changed the valve.

Better:
> Our bottling line stopped twice a shift and cost us a lorry a day. I ...

Source: guide, sections 2 and 5 (a share of words above 35%); STAR refined, common mistakes;
act-without-approval walkthrough, time for the situation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from storybank.rules.checks import part_words, percent
from storybank.rules.model import Case, Hit, Rule

if TYPE_CHECKING:
    from storybank.readings.model import Readings

LIMIT = 0.35
"""Share of words above which the scene is too long; the guide's figure."""


def _check(readings: Readings) -> Iterator[Hit]:
    share = readings.shares.get("situation", 0.0)
    if share > LIMIT:
        facts: dict[str, str | int] = {"share": percent(share), "limit": int(readings.words * LIMIT)}
        yield Hit(part_words(readings, "situation"), facts)


RULE = Rule(
    name="overlong-situation",
    code="STR004",
    family="structure",
    severity="warning",
    message="The scene takes {share}% of your words; a listener waits for you to walk on.",
    advice=(
        "Keep where, what hurt and who felt it; cut the rest to {limit} words or fewer and start on what you "
        "did."
    ),
    check=_check,
    flagged=(
        Case(
            text=(
                "The mill where I worked was founded in 1911 and has belonged to three families. When the "
                "second family sold it, they kept the river rights, and so the turbine and the building had "
                "different owners. There were two managing directors at the time, one for flour and one for "
                "feed, who did not talk much. The feed side had the newer machines, from a bankrupt "
                "competitor, while the flour side had rollers from the seventies. In 2019 a large bakery "
                "chain became our main customer and took forty per cent of what we made. Deliveries to them "
                "were late about once a week, and each late lorry meant a penalty of 1,500. My task was to "
                "end the penalties. I drew up one loading plan for both sides and had the two directors sign "
                "it. Penalties went to zero in four months. I learnt to put one sheet of paper between two "
                "people."
            ),
        ),
        Case(
            text=(
                "I work for a school catering company that cooks for thirty-one schools in two counties. The "
                "company has a central kitchen and five vans, and each van has its own round, which was made "
                "up years ago by somebody who has since retired. The kitchen starts at five in the morning. "
                "There are hot meals, cold meals and special meals, and the special meals have coloured "
                "lids: green for vegetarian, blue for no gluten, red for no nuts. The lids come from a "
                "supplier in Denmark. Last autumn the blue lids were out of stock for weeks, and white tape "
                "was used in their place. Twice a child got the wrong box, luckily without harm. I was asked "
                "to make sure that it could not happen a third time. I wrote each child's name on the box "
                "and had the driver and the school tick it off. There was no mix-up after that in the whole "
                "year. I found out that a name is safer than a colour."
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our blood samples reached the lab too warm on hot days, and eleven had to be taken again in "
                "one week. I was the courier lead and wanted that at zero. I put a thermometer into each box "
                "and drove the rounds myself for three days. The boxes were fine; they stood in the sun at "
                "the second clinic while the driver looked for the key. I asked that clinic for a shaded "
                "hatch with a code lock, offered to pay half from our repair money, and wrote the code into "
                "the round sheet. I also asked two drivers to try it before everyone switched. In the "
                "following summer a single sample was too warm. It showed me to follow the thing, not the "
                "process chart."
            ),
            level="L5",
        ),
        Case(
            text=(
                "Two years ago our housing association had 640 flats with damp complaints older than six "
                "months, and a local paper had started to count them. As head of repairs I took it on myself "
                "to close every one of them within a year with my three teams. I began with the tenants: I "
                "rang thirty myself, and heard that the trouble came back after each visit because we "
                "painted and never dried. I weighed dryers against new fans, and bought dryers, though that "
                "meant delaying a kitchen programme. I told the kitchen tenants so in person. I paired a "
                "plumber with a plasterer, and had every flat measured again after eight weeks before we "
                "called it done. By March, 610 of the 640 stayed dry, and repeat visits fell by 70%. The "
                "pairs are still how we work. I had long rewarded closed tickets, and now I only count those "
                "that stay closed."
            ),
        ),
    ),
)
