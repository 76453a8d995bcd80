"""Who began: the speaker of their own accord, or somebody who gave an order."""

from __future__ import annotations

import pytest

import storybank
from storybank.readings.started import beginning

QUESTION = "Tell me about a time you took on something outside your area of responsibility."
OWN = {
    "volunteered, then given a date": (
        "When our clinic moved to electronic records, the old paper allergies were to be typed in by nobody "
        "in particular. I volunteered in the staff meeting, although I am the receptionist. My boss then "
        "gave me a date, the first of June, and told me to have all 4,200 cards done by then. I split the "
        "cards by letter, taught two students to read the handwriting, and let a nurse check every tenth "
        "card. We were done on 28 May, with 11 errors found by her and mended. No patient has been given a "
        "wrong medicine since. I learnt to ask for the second pair of eyes at once."
    ),
    "hand up, then a plan wanted": (
        "Our library had no story hour in Turkish, although a third of the children speak it at home. At "
        "the team meeting I put my hand up for it. My manager said fine, and told me that she needed a plan "
        "by Monday. I wrote one page, rang two mothers, and borrowed forty books from the next town. We "
        "began with six children in the corner behind the atlas shelf. After three months there were "
        "thirty-five, and the city took it over for four branches. I learnt to begin small."
    ),
    "taken on oneself": (
        "In the spring the translations of our manuals were always late, and customers in Brazil rang us in "
        "English. It wasn't in my job description: I test gearboxes. I took it on myself, since I speak "
        "Portuguese. My director was asked for a date by sales and passed the question to me: he wanted the "
        "first manual by August. I cut the manual into forty leaflets, had two Brazilian mechanics read "
        "them, and dropped the pages that nobody used. The first came out in July. Calls from Brazil fell "
        "by two thirds, and sales closed two dealers more. I learnt to translate what is used."
    ),
}
GIVEN = {
    "told": (
        "My boss called me in and told me to take over the returns desk until Christmas. The returns desk "
        "belonged to sales, and it was four months behind. I did as he wished. I sorted the parcels by "
        "shop, hired two students, and agreed with accounts on a short form. By the middle of December the "
        "pile was gone and the credit paid. Four shops that had stopped ordering came back. I learnt that "
        "the form had been the queue."
    ),
    "nobody asked about it, then told": (
        "Nobody had asked about the archive for years, and nobody wanted it. Then my manager assigned me to "
        "clear it by June. I made a plan, sorted 400 boxes, and threw out the half that could go. It was "
        "finished in May and the room is an office for six people now. I learnt to throw out first. I had "
        "not wanted the job but I did it."
    ),
}


def raised(text: str) -> bool:
    """Whether the answer is found to tell of something that was assigned."""
    report = storybank.review(text, question=QUESTION, level="L5")
    return any(finding.rule == "assigned-not-initiated" for finding in report.findings)


@pytest.mark.parametrize("name", OWN)
def test_what_one_took_up_stays_ones_own(name: str) -> None:
    """A date or a "go ahead" from the boss afterwards makes no order of it."""
    assert not raised(OWN[name])


@pytest.mark.parametrize("name", GIVEN)
def test_an_order_is_an_order(name: str) -> None:
    """Without a beginning of one's own before it, the order is where it began."""
    assert raised(GIVEN[name])


@pytest.mark.parametrize(
    "said",
    [
        "Nobody had asked for it.",
        "No one asked me to.",
        "I put it on my own list.",
        "But I made it my job to find out.",
        "The part I wanted to fix was the queue.",
        "So I'd volunteered.",
        "I took it on myself.",
        "It was my own idea.",
        "I raised my hand.",
    ],
)
def test_beginnings(said: str) -> None:
    """To volunteer, to make it one's own, and what nobody had asked for."""
    assert beginning(f"The gates jammed. {said}") is not None


@pytest.mark.parametrize(
    "said",
    [
        "Nobody had asked about the archive.",
        "Nobody asked me what I thought.",
        "She volunteered for it.",
        "They wanted to fix it.",
        "I did as he wished.",
    ],
)
def test_no_beginnings(said: str) -> None:
    """What others took up, and what nobody asked about, begins nothing of one's own."""
    assert beginning(f"The gates jammed. {said}") is None
