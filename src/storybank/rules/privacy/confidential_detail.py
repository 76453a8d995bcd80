"""A detail that should not leave the house: an address, a number, a password, an internal name.

Interviewers listen for what you'll tell about them one day. A ticket id, a code name or "this is under NDA"
adds nothing to your story and says that secrets are not safe with you. Say what the thing was for instead.

Flagged:
> We ran Project Nightjar on pay-prod-db-03, which is not public yet.

Better:
> We rebuilt how refunds are booked, on the database that holds every payment.

Source: guide, section 2 (names; we go further to other detail). Judged by us: a preview.
"""

from __future__ import annotations

from storybank.rules.checks import each_quoted
from storybank.rules.model import Case, Rule

RULE = Rule(
    name="confidential-detail",
    code="PRI002",
    family="privacy",
    severity="note",
    message=(
        "You say “{detail}”, which looks confidential; a listener may wonder what you'll tell about them."
    ),
    advice="Say what it was for or what kind of thing it was, and leave the exact words out.",
    check=each_quoted("detail", lambda readings: readings.signals.confidential),
    flagged=(
        Case(
            text=(
                "Our refunds went out twice on some nights, about 300 customers a month. I looked after the "
                "ledger, and wanted no double refund by the autumn. I followed one of them through the log "
                "of pay-prod-db-03 and found two jobs that both believed they were alone. I wrote it down "
                "in PAYX-1182, and our lead asked for a lock. I was for a receipt number instead, although "
                "that took a week longer, because a lock would have hidden the next such fault. I tried it "
                "on one shop for ten days. Double refunds fell from 300 to two in the month after, and "
                "those two were typed by hand. I look for the second job first since then."
            ),
            flagged=("pay-prod-db-03", "PAYX-1182"),
        ),
        Case(
            text=(
                "We called it Project Nightjar, and it's not public yet: a quiet tram for the night lines. "
                "I was in charge of the doors, which shut with a bang that people in Linden complained "
                "about. My goal was a door below forty decibels by June. I rode the last tram for a week "
                "with a meter and heard that the bang came from the lower rail. I had the rail lined with "
                "felt on one tram, which cost 400, and the fitters doubted that it would live through a "
                "winter. It did. The other 31 trams got theirs in spring, and complaints went from sixty a "
                "month to four. I listen before I measure now."
            ),
            flagged=("Project Nightjar",),
            level="L5",
        ),
    ),
    clean=(
        Case(
            text=(
                "The Project Manager of our bridge wanted to pour on a Friday, and I, the site engineer, "
                "had the mix to answer for. The standard, EN-206, allows it down to five degrees, and the "
                "forecast said four. I wanted no cracked deck. I rang the plant, and they could heat the "
                "water for 900. He thought that was money for nothing, so I showed him the cores of the "
                "last bridge, which had cost 60,000 to mend. He paid. We poured 310 cubic metres in one "
                "night, and all twelve cores were sound after 28 days. I bring a core to every such talk "
                "since then, because nobody argues with a crack."
            ),
        ),
        Case(
            text=(
                "In 2021-2022 our library lent 40% fewer books, and the council asked what we were still "
                "for. I led the lending desk and wanted the families back by summer. I stood outside the "
                "school at noon and asked forty parents. They had lost the password for the catalogue, and "
                "were too embarrassed to ask. I let them borrow with a library card and a birthday, which "
                "our IT people did not like until I limited it to children's books. I rang none of them "
                "and wrote no letters. Loans rose from 1,100 to 2,900 a month, and stayed there. I ask "
                "people where they stand now, not by post."
            ),
            level="L5",
        ),
    ),
    preview=True,
)
