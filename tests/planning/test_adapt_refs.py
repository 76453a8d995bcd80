"""What a sentence takes as known is told with it, or the sentence is left out."""

from __future__ import annotations

import pytest

from storybank.planning.adapt import adapt
from storybank.planning.adapt_links import leans_on_previous, links
from storybank.planning.adapt_refs import references

STORY = (
    "Harbour Post sorts parcels for some 300 shops. Sorting took four hours a night. I had asked for a new sorter "
    "myself. I wanted to know which of the four the belt would win. I timed 2,000 parcels by hand. I built a ramp in "
    "four days, and the belt ran without a stop. I told the director who had paid for it that I had been wrong about "
    "the cause, and I said so to the board. Sorting went from 4.1 to 0.9 hours in eleven weeks. The seven weeks that "
    "were saved went into the yard. I had asked for what I wished to have."
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Search took four seconds.", "I wanted to know which second of the four each part would win."),
        ("It was safe on all but six evenings.", "I took the six evenings to the captains."),
        ("I built a small cache of prices.", "We rolled the cache out to ten shops."),
        ("The railway had shifted its evening train.", "The boat left after the train had moved."),
        ("Some 31 clerks slept there.", "I rang the 31 in the morning."),
        ("Ada took it to the surgeons' meeting.", "I was not at the meeting."),
        ("We were losing 1.5 pence a litre.", "We got the 1.5 pence back in April."),
        ("At every concert we lost twelve scores.", "At the last concert we lost four."),
        ("I took over a set of 27 pupils.", "In the mock 13 passed."),
    ],
)
def test_a_definite_phrase_needs_what_brought_it_up(before: str, after: str) -> None:
    """Things and counts that the listener is taken to know lean on the sentence that he knows them from."""
    assert references([before, "I had tea.", after], [False] * 3) == (
        frozenset(),
        frozenset(),
        frozenset({0}),
    )


@pytest.mark.parametrize(
    "sentence", ["I traced the old system.", "The 2019 plan was late.", "The board met at the office."]
)
def test_what_nobody_brought_up_needs_nothing(sentence: str) -> None:
    """A definite phrase that names its thing by itself leans on nobody."""
    assert references(["I had tea and a small cake.", sentence], [False, False])[1] == frozenset()


@pytest.mark.parametrize("digits", ["²", "①", "٤", "9" * 5000])
def test_digits_of_any_kind_and_length_can_be_read(digits: str) -> None:
    """A footnote's mark or a very long code is no count, and stops nothing."""
    assert (
        references([f"It took four{digits} days.", f"The {digits} went."], [False, False])[0] == frozenset()
    )


def test_a_count_that_nobody_gave_sums_up_what_was_done() -> None:
    """Without a sentence that gave it, it is told with the last deed."""
    sentences = [
        "We were late.",
        "I built a ramp.",
        "Errors fell.",
        "The seven weeks that were saved went on.",
    ]
    assert references(sentences, [False, True, False, False])[3] == {1}


def test_an_answer_needs_the_objection() -> None:
    """What the speaker did because others objected is not told without it, nor the other way round."""
    needs, bound = links(["The union objected to later hours.", "I moved the cleaning."], [False, False])
    assert needs[1] == {0}
    assert bound == (frozenset(), frozenset({0}))


@pytest.mark.parametrize("seconds", [20, 25, 30, 35])
def test_a_question_about_a_mistake_hears_the_admission(seconds: float) -> None:
    """However short the time, what the speaker got wrong is told, and why it was kept is said."""
    found = adapt(STORY, question="Tell me about a mistake you made.", seconds=seconds)
    admitted = [t for t in found.told if "I had been wrong" in t.text]
    assert [t.why for t in admitted] == ["admits what the question asks for"]


@pytest.mark.parametrize("seconds", [15, 20, 25, 30, 35, 40])
def test_no_telling_refers_to_what_was_dropped(seconds: float) -> None:
    """Counts and things stand behind the sentences that brought them up, at any length."""
    told = adapt(STORY, seconds=seconds).text
    assert "of the four" not in told or "took four hours" in told
    assert "seven weeks" not in told or "that I had been wrong" in told or "I built a ramp" in told


@pytest.mark.parametrize(
    "sentence",
    [
        "After ten weeks the counts on that side were down.",
        "I was disappointed.",
        "I'd like to say I planned that, but I didn't.",
        "I have proposed one.",
        "I showed my manager and he took it to the board.",
    ],
)
def test_what_is_pointed_at_or_felt_is_told_before(sentence: str) -> None:
    """ "That side", a bare "one" or a feeling without its cause says something only behind what it speaks of."""
    assert leans_on_previous(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We sold more at that time.",
        "I was disappointed by the board.",
        "I built a lift behind the mill in April and tested it to the limit.",
    ],
)
def test_what_stands_by_itself_leans_on_nothing(sentence: str) -> None:
    """A time, a feeling with its cause, a thing named before its pronoun need no other sentence."""
    assert not leans_on_previous(sentence)
