"""Where a defect is quoted: what was done is quoted from the deeds, what was learnt from the look back."""

from __future__ import annotations

import storybank

BENCH = (
    "I worked as a technician in a water laboratory with seven colleagues. One of them, Jonas, kept leaving the "
    "centrifuge dirty, and twice my samples were spoilt, which cost us half a day each time. My responsibility was the "
    "metals bench, and results were due within 48 hours. {deed} I showed her the two repeated runs and asked her to "
    "speak with him. She called him in the same afternoon. He was quite upset and did not talk to me for a week. She "
    "made a rota for cleaning, and I filled in the first one. Since then no sample was spoilt: in the year after we "
    "had no repeat runs on the metals bench against six the year before. {lesson}"
)
DEED = "I went straight to our head and told her about it, because I did not want an argument."
SORRY = "Looking back I should have talked to Jonas first."


def quotes(rule: str, deed: str, lesson: str) -> list[str]:
    """The quotes of a rule's findings."""
    report = storybank.review(BENCH.format(deed=deed, lesson=lesson), level="L5")
    return [finding.quote for finding in report.findings if finding.rule == rule]


def test_who_regrets_a_deed_does_not_do_it_again() -> None:
    """The regret is no second proof of the fault that it names."""
    (quote,) = quotes("escalated-first", DEED, SORRY)
    assert quote in DEED


def test_a_cliche_is_quoted_from_the_look_back() -> None:
    """The same cliché among the deeds is not what the answer ends on."""
    deed = "I always try to be open, because communication is key."
    lesson = "It showed me that communication is very important in a team."
    (quote,) = quotes("generic-lesson", f"{DEED} {deed}", lesson)
    assert quote == lesson


def test_who_was_there_is_not_what_they_did() -> None:
    """Of a deed told as everybody's the deed is quoted, and not how many they were."""
    report = storybank.review(
        "We had a project in which our team built a website for a bakery chain. There were five of us. Everyone "
        "contributed and we supported one another. We drew the pages together, we wrote the shop part together and we "
        "tested it together. The website went live and the customers loved it. It showed us that teamwork is all."
    )
    found = [finding.quote for finding in report.findings if finding.rule == "we-without-i"]
    assert found
    assert "There were five of us." not in found
