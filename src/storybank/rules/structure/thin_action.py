"""What the speaker did takes less than about a third of the words.

The deeds are the evidence. When scene, result and reflection outweigh them, an interviewer hears a report
about an event rather than about you, and has nothing to ask into. Steps, choices and conversations belong
here, also those that went wrong.

Flagged:
> (long scene) ... I sorted it out, and sales recovered. (long reflection)

Better:
> I rang the ten oldest customers, found that eight had the same fault, and held back the next batch until
> ...

Source: guide, sections 2 and 5 (a share of words below 30%); STAR refined, common mistakes and timing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from storybank.rules.checks import part_words, percent
from storybank.rules.model import Case, Hit, Rule

if TYPE_CHECKING:
    from storybank.readings.model import Readings

LEAST = 0.30
"""Share of words below which the deeds are thin; the guide's figure."""


def _check(readings: Readings) -> Iterator[Hit]:
    share = readings.shares.get("action", 0.0)
    if (
        share < LEAST and readings.numbers.get("soft:action", share) < LEAST
    ):  # doubtful labels lean that way too
        yield Hit(part_words(readings, "action"), {"share": percent(share)})


RULE = Rule(
    name="thin-action",
    code="STR005",
    family="structure",
    severity="warning",
    message=("Only {share}% of your words say what you did; the rest of the story can't show how you work."),
    advice=(
        "Tell three or four of your own steps: what you looked at, what you decided and why, whom you won "
        "over."
    ),
    check=_check,
    flagged=(
        Case(
            text=(
                "When I came to the zoo, the gift shops lost money three years in a row. There are four of "
                "them, and each was led by somebody with a taste of their own, so you could buy the same "
                "penguin at three prices. Visitors complained on the review sites about it. The board had "
                "already asked an outside firm for a quote to run them. My task was to get them into profit "
                "within eighteen months. I brought the four leads together and we agreed on one price list. "
                "In the first full year the shops earned 212,000 where they had lost 90,000, and the outside "
                "firm was thanked and sent home. Complaints about prices stopped, and the lease of the "
                "fourth shop was renewed. I learnt how much people will agree on if someone puts them in one "
                "room. It also showed me that a loss often has no author, and that this is exactly why it "
                "lasts."
            ),
        ),
        Case(
            text=(
                "Our choir rents its music, and every spring about thirty scores went missing, which came to "
                "roughly 400 pounds in fines. People lent them to each other, left them on trains, or kept "
                "them by mistake, and nobody felt at fault. The committee discussed it each summer. As "
                "librarian I wanted to get the fines below fifty. I numbered the scores and made people "
                "sign. The fines fell to 26 pounds in the first year and to nothing in the second, and the "
                "committee spent the money on a better rehearsal piano. Two other choirs in town have copied "
                "the list. For me it was a lesson in how ready people are to take care of a thing once it "
                "has their name beside it, and I now do the same with keys, folders and music stands, "
                "wherever something is shared by many."
            ),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "Parcels for our dental lab went astray about twice a week, and a patient then waited "
                "another fortnight for a crown. I ran the post room and wanted to know where each parcel "
                "was. I bought a cheap scanner and wrote a small sheet that took the code and the time. I "
                "scanned everything for two weeks before I told anybody to change, and saw that most losses "
                "came from one shelf used by two couriers. I gave each courier a shelf of a different "
                "height, agreed pick-up times with both, and asked the evening cleaner to tell me what was "
                "left. Losses fell to one in three months. I would begin with the shelf next time, before "
                "buying anything."
            ),
            level="L5",
        ),
        Case(
            text=(
                "Recruiting for our care homes took 74 days, and we paid agencies two million a year "
                "meanwhile. I led people operations for six homes and meant to halve that. I sat in on nine "
                "interviews and heard candidates repeat themselves to three managers. I drafted one joint "
                "interview, and the managers feared losing their say. So I met each of them, asked what they "
                "could never give up, and built the joint hour around those points. I left the police check "
                "where it was, although it is slow, because the risk was not mine to take. I tried it in one "
                "home for two months, then in all six. Time to hire fell to 35 days and agency spending by "
                "800,000. Now I look for what people fear to lose first."
            ),
        ),
    ),
)
