"""The speaker acted fast and waved the risk away: no check, no way back, nobody told.

Speed is welcome where a step can be undone. Interviewers listen for the moment at which you asked yourself
what could go wrong, for whom, and how you would notice. A risk taken knowingly, with a trial, a way back or a
warning to those concerned, is judgement.

Flagged:
> It was urgent, so I switched it over in the middle of the day. No time for tests.

Better:
> It was urgent, so I switched one till, watched it for ten minutes with the old one beside it, then did the
> rest.

Source: guide, section 2; act-without-approval walkthrough, going ahead because it was urgent.
"""

from __future__ import annotations

from storybank.rules.checks import judged
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="ignored-risk",
    code="JUD001",
    family="judgement",
    severity="error",
    message=(
        "You went ahead and waved the risk away; a listener misses who could have been hurt and how you'd "
        "have noticed."
    ),
    advice=(
        "Say what could go wrong, what you checked or whom you warned, and how you would have gone back."
    ),
    check=judged("ignored-risk"),
    flagged=(
        Case(
            text=(
                "Our bakery chain had trouble with the price labels: the tills showed other prices than the "
                "shelves, and customers complained. I was head of retail systems and had to put it right "
                "before the autumn offers. I found a setting in the till software which takes the prices "
                "directly from the warehouse. I just rolled it out to all sixty shops on the Friday without "
                "telling anyone. There was no point in testing, because the setting was obvious, and a way "
                "back wasn't needed. Complaints about prices fell from ninety a week to eleven, which saved "
                "us some 20,000 a year. I have learnt that one finds such settings if one reads the manual."
            ),
            flagged=("I just rolled it out to all sixty shops on the Friday without telling anyone",),
        ),
        Case(
            text=(
                "In the boiler house of our hospital the pressure dropped at night and the heating went off "
                "in two wards. I had the night shift and wanted it warm again by the time the patients woke. "
                "I saw that the control valve was half shut. I bridged the limiter and turned it fully open. "
                "I skipped the test run, as it would only have cost us time, and I did not call the engineer "
                "either, because he'd have said no. Nothing will happen with that kind of boiler. By five "
                "the wards were at 21 degrees after 15. It taught me where the valve sits, and I could find "
                "it blind now."
            ),
            flagged=("I skipped the test run, as it would only have cost us time",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Salt had got into the drinking water of one island village, about 800 people, and the dry "
                "season was coming. I was the water authority's regional head. There was no time for the "
                "usual tender of three months, so I bought a filter plant by phone, and I knew that I was "
                "breaking our rule. I told the auditor the same hour, and she wrote it down. I had the plant "
                "run into the sea for two days while the lab checked it, with tank lorries on call in case "
                "it failed. Then I connected the school first. On the fifth day everybody had clean water, "
                "and no one fell ill. The authority now has a rule for emergencies, which the auditor and I "
                "wrote. I would keep a supplier's number ready."
            ),
        ),
        Case(
            text=(
                "A guest at our climbing hall hung on a jammed rope at nine metres, and he was starting to "
                "panic. I was the trainer on duty. Every second counted, and still I made myself look at the "
                "knot for a moment, since the wrong pull would have made it tighter. I sent a colleague for "
                "the second rope, climbed up beside him, and hooked him to me before I touched anything. "
                "Another trainer kept the others away below. He was down in six minutes without a scratch. I "
                "took that rope type off the wall the same night, eleven of them, and the maker called them "
                "back a month later. I look first, even if I have to count to three aloud."
            ),
            level="L5",
        ),
    ),
)
