"""The outcome has figures, but all of them technical or internal.

Milliseconds, test coverage or scrap rates mean something to those who do the work. The interviewer asks what
they did for customers, money, risk or people. One more clause is enough: "so that", "which let them", "worth
about".

Flagged:
> The query now takes 80 milliseconds instead of 1,200, and coverage is at 85%.

Better:
> The query takes 80 milliseconds instead of 1,200, so agents answer while the caller is still on the line;
> calls got a fifth shorter.

Source: guide, section 2; STAR framework, pitfall 2 (too little business impact) and its six kinds of meaning.
"""

from __future__ import annotations

from storybank.rules.checks import technical_only
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="technical-only-result",
    code="EVI003",
    family="evidence",
    severity="warning",
    message=(
        "These figures are technical: nothing says what they meant for customers, money, risk or people."
    ),
    advice=(
        'Ask "so what?" once more and add the answer, whatever it was worth to somebody outside your trade.'
    ),
    check=technical_only,
    flagged=(
        Case(
            text=(
                "We were six teams who shared one repository, and the build took so long that people went "
                "for lunch while it ran. As staff engineer I took on the build for a quarter. I profiled it "
                "and saw that the same modules were compiled up to four times. I weighed a new build tool "
                "against a cache, and chose the cache because it could be taken out again in a day. I talked "
                "two teams into giving up their own scripts. We switched team by team, with the old way kept "
                "for two weeks. The build time dropped from 52 minutes to 9, and the cache hit rate is 94%. "
                "I learnt to profile before I listen to opinions."
            ),
            flagged=("build time dropped from 52 minutes to 9",),
        ),
        Case(
            text=(
                "I maintain the search service of an online archive, and it ran out of memory every few "
                "days. I was on call for it and wanted the restarts gone. I took heap dumps on three "
                "mornings, compared them, and found a cache without a limit that somebody had added for a "
                "demo. I set a limit, wrote a load test which replays a day of queries, and let it run over "
                "a weekend before the release. A colleague reviewed it with me. Afterwards memory use went "
                "down by 61% and the p99 latency is 140 milliseconds. There have been no restarts for five "
                "months. I look for the limit in every cache that I review now."
            ),
            flagged=("memory use went down by 61% and the p99 latency is 140 milliseconds",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "The batch job that priced our freight offers ran for fourteen hours, so the sales people "
                "quoted yesterday's fuel. I led the pricing engineers, nine of them, and had to get it below "
                "one hour. I found with two of them that most of the time went into rounding the same "
                "tables. I gave up exactness in the fourth decimal after I had cleared it with the finance "
                "director, who was nervous. We ran old and new side by side for a month. It takes 38 minutes "
                "now. What it meant was that offers go out with today's fuel price, and the loss on fuel, "
                "2.4 million a year, is nearly gone. I start with what can be left out since then."
            ),
        ),
        Case(
            text=(
                "Our pill counter in the hospital pharmacy miscounted small tablets, about six in a "
                "thousand. I was the technician for it. I counted 3,000 by hand over four evenings to know "
                "which ones, and it was always the white ones under the new lamp. I tried three lamps, and "
                "put a dark tray in. The rate is 0.2 in a thousand now. The nurses on the heart ward used to "
                "recount each box, an hour a shift, and they have stopped doing so since the ward sister saw "
                "my list. That hour goes to the patients. I check the light first whenever a machine sees "
                "badly."
            ),
            level="L5",
        ),
    ),
)
