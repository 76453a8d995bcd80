"""Target L7: nothing ties the story to customers, money, risk or people.

At this level the work is chosen for what it means to the whole enterprise. A story that stays inside the
craft, however large, leaves open why anybody above you cared. Say what was at stake in the listener's
currency: revenue, cost, safety, law, trust, people.

Flagged:
> I merged three data centres' schedulers into one and got 400 engineers onto it.

Better:
> Idle machines cost us 40 million a year. I merged the three schedulers, against the will of two vice
> presidents ...

Source: guide, section 3 (impact explained for the business); STAR framework, pitfall 2; L7 scenario
collection, level facts and red flags. Judged by us: a preview.
"""

from __future__ import annotations

from storybank.rules.checks import no_business_context
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="no-business-context",
    code="LEV003",
    family="level",
    severity="note",
    message=(
        "At L7 I'd expect to hear why this mattered to the enterprise, and the story stays within the craft."
    ),
    advice=(
        "Say what it was worth or what it put at risk, for whom, and who above you had to be won over for it."
    ),
    check=no_business_context,
    flagged=(
        Case(
            text=(
                "I was the principal architect for our core libraries. We had nine code styles in the "
                "company, and I was to bring them together. I set up a council of eleven senior engineers "
                "which met every second week. I wrote the first draft of a common style, discussed it with "
                "each of them, and took in about sixty comments. I weighed a strict formatter against a "
                "linter, and chose the formatter. I had it run on all 1,400 repositories over four weekends, "
                "with a branch kept in case of trouble. Then I wrote the migration guide and gave talks at "
                "six sites. Today 98% of repositories use the one style, and reviews have 30% fewer comments "
                "on formatting. I learnt to begin with the tool and to leave the text for later."
            ),
            level="L7",
        ),
        Case(
            text=(
                "My assignment was one naming scheme for our sensor data. There had been four of them, grown "
                "over fifteen years. I collected all 22,000 names with two colleagues, and put them in one "
                "table. I drafted a grammar with five fields, compared it with two public standards, and "
                "took over most of the second. I held workshops with the groups who write and read those "
                "names. I wrote a converter which translates in both directions, and tested it on a month of "
                "data. We switched in three waves. By the end of the year 21,300 names followed the grammar, "
                "and the converter handles 8,000 requests a second. I would have set aside more time for the "
                "exceptions."
            ),
            level="L7",
        ),
    ),
    clean=(
        Case(
            text=(
                "Our rail freight company was losing its chemical customers to lorries, 70 million in two "
                "years, since we could not say where a wagon was. As chief engineer I set out to win them "
                "back, and I needed the consent of three board members and of four neighbouring railways. I "
                "could buy trackers or get the railways to share their data. I chose the data, which took a "
                "year longer but did not tie us to one maker. I spent the spring in Milan, Basel and "
                "Antwerp. Two railways signed when I offered them ours first. After three years 52 million "
                "of that business was back, and the scheme is the European norm by now. I learnt to give "
                "before I ask for something."
            ),
            level="L7",
        ),
        Case(
            text=(
                "In 2019 a child was hurt on one of our escalators, and it came out that eleven countries "
                "inspected by eleven rules. I was head of safety for the group. My aim was one rule, and no "
                "such accident again. I visited the family first. Then I asked the country heads for all "
                "near misses, 2,300 in a year, and promised that nobody would be punished for them; the "
                "lawyers advised against it, and the chief executive had to decide. She took my side. We put "
                "brushes on 60,000 steps in two years, for 45 million that was meant for new showrooms. "
                "There were nine injuries in the year after that, where there had been 160. Regulators in "
                "four states prescribe the brushes today. I would go to the lawyers earlier."
            ),
            level="L7",
        ),
    ),
    preview=True,
)
