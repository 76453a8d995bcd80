"""What people say instead of a figure, a name or a role, and what only looks like it."""

from __future__ import annotations

import pytest

from storybank.facts.check import check_facts

SAME = [
    # what is reckoned before the reader's eyes
    ("I made 5 calls and sent 14 letters.", "I had 19 contacts with them (five calls and 14 letters)."),
    ("The run takes 3 minutes, it was 20.", "The run takes three minutes, 17 fewer than it did."),
    ("It was 19 percent. A season later it was 54 percent.", "A season later it was 54%, a rise of 35 points."),
    ("The letter went out in September. They wrote in April.", "Seven months later, in April, they wrote."),
    ("They pay 12 million, and the line a quarter of it.", "The line pays a quarter of it, three million."),
    # units: carried over, in other words, of areas, of money, of ages
    ("It takes 22 minutes rather than 70.", "It takes 22 minutes and not an hour and ten minutes as before."),
    ("We took out sixty square metres.", "We took out 60 m² of it."),
    ("It took one hour forty.", "It took 100 minutes."),
    ("They raised it by a point and a half.", "They raised it by 1.5 points."),
    ("We paid ninety quid a head.", "We paid £90 per person."),
    ("We did six weeks of sixteen-hour days.", "For six weeks we did sixteen hours a day."),
    ("The price was £3.50.", "The price was three pounds fifty."),
    ("It weighs 500 g.", "It weighs half a kilo."),
    ("I was 25 years old.", "At 25 I was young."),
    ("It took 90 days.", "It took three months."),
    ("Output doubled.", "Output went up by 100%."),
    ("We met every two weeks.", "We met fortnightly."),
    ("We wrote to all six.", "We wrote to all half-dozen."),
    # how sure
    ("We had about sixty engineers.", "We had sixty engineers or so."),
    ("They sent the parts within 48 hours.", "They sent the parts inside two days."),
    ("A document turns up within two minutes.", "A document turns up in two minutes at most."),
    ("It cost about £400.", "It cost £400, give or take."),
    ("It took nearly an hour.", "It took the best part of an hour."),
    ("Forty or fifty people came.", "Between forty and fifty people came."),
    # lists, ranks, dates, names, roles
    ("Stay polite. Ask once. Drive on.", "1. Stay polite.\n2. Ask once.\n3. Drive on."),
    ("We failed the test for the third time.", "It was the third failure in the test."),
    ("It was in the third quarter of 2021.", "It was in Q3 2021."),
    ("I work in Senegal for a bank.", "I work for a Senegalese bank."),
    ("I have eight guards at the pool.", "I have eight lifeguards at the pool."),
    ("The vice president signed it.", "The VP signed it."),
    ("My job as the deployment lead was the pickers.", "As deployment lead I had the pickers."),
    # negations and quantities the other way round
    ("Nobody had checked the valve.", "The valve had gone unchecked."),
    ("I rang every one of the customers.", "I rang everyone of the customers."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "honest"), SAME)
def test_what_is_said_another_way_passes(source: str, honest: str) -> None:
    """A figure, a time, a name or a role in other words claims nothing new."""
    assert check_facts(source + " It was a cold day.", honest) == []


TURNED = [
    ("It takes 22 minutes rather than 70.", "It takes 70 minutes rather than 22.", "figure"),
    ("We went from 19 percent to 54.", "We are at 54%, a gain of 35 percent.", "figure"),
    ("The insurer dropped us nineteen thousand.", "The insurance dropped to nineteen thousand.", "figure"),
    ("It was another ninety quid a head.", "It was another ninety quid in all.", "figure"),
    ("The share came down from 12 per cent to about 1.", "The share fell from 12 per cent to 1.0.", "figure"),
    ("The bank took off a point and a half.", "The bank took off two and a half points.", "figure"),
    ("He comes on most afternoons.", "He comes every afternoon.", "quantity"),
    ("I had the job restricted instead of removed.", "I had the job removed.", "negation"),
    ("We left out the fingerprint reader.", "We built a fingerprint reader.", "negation"),
    ("I didn't run it past the manufacturer.", "The manufacturer signed off on it.", "negation"),
    ("My goal was to be below 8 per cent.", "In the end we were below 8 per cent.", "hedge"),
    ("We agreed to look again on 19 June.", "We looked again on 19 June.", "hedge"),
    ("I saw the slip. They found that the form was faulty.", "I found that the form was faulty.", "attribution"),
    ("A tug stood by at our own expense.", "A tug stood by at the line's expense.", "attribution"),
    ("I work in Senegal for a bank.", "I work for a Lithuanian bank.", "name"),
    ("We took out sixty square metres.", "We took out 60 square feet.", "figure"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "slip", "kind"), TURNED)
def test_the_other_side_of_each_is_found(source: str, slip: str, kind: str) -> None:
    """What goes beyond the liberty is found, as what it is."""
    assert kind in {i.kind for i in check_facts(source + " It was a cold day.", slip)}


SPOKEN = (
    "okay so i run the archive at a weather office and there was one man who never brought the maps back and it "
    "was a mess so we talked about it and he said he would think about it and i drew up a list and i put it on the "
    "door and after that the maps came back and i think that was it more or less"
)


def test_speech_without_stops_is_read_clause_by_clause() -> None:
    """What one clause of a transcript denies or hedges says nothing of the next one."""
    assert (
        check_facts(SPOKEN, "I drew up a list and put it on the door. After that the maps came back.") == []
    )
    assert check_facts(SPOKEN, SPOKEN) == []


def test_a_finding_says_how_sure_it_is() -> None:
    """A new figure is sure; a hedge that may only be worded otherwise is doubtful."""
    (figure,) = check_facts("We sold 14 cakes.", "We sold 41 cakes.")
    (hedge,) = check_facts("I tried to fix the billing system.", "I fixed the billing system.")
    assert (figure.certainty, hedge.certainty) == ("sure", "doubtful")


def test_every_doubtful_reason_is_one_that_is_given() -> None:
    """A reason whose words change somewhere else would turn sure unnoticed."""
    from pathlib import Path

    from storybank.facts import certainty

    code = "".join(
        p.read_text(encoding="utf-8")
        for p in Path(certainty.__file__).parent.glob("*.py")
        if p.stem != "certainty"
    )
    made = {"the source says that the group did this", "the source says that somebody else did this"}
    assert {why for why in certainty._DOUBTFUL if f'"{why}"' not in code} <= made
