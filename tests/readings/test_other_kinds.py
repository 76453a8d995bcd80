"""Texts of another kind than an answer told apart from answers that look a little like them."""

from __future__ import annotations

import pytest

from storybank.readings.other_kinds import is_letter, is_recipe, is_verse, tells_of_others
from storybank.text import read

TALE = (
    "There once was a tailor in a village at the edge of a wood. Every night a bear came and ate the sheep. Nobody "
    "dared to go out. He took a drum, tied it to a tree and waited. When the bear came, the wind moved the branch. "
    "The bear ran away, and the villagers asked him to be their mayor. “I only tied a drum,” he said."
)
PASSIVE = (
    "The depot had to get below 50 days. The workshop was rearranged. The stores were brought down from the upper "
    "floor, and kits were made up for each car. A solution was found with the union, who asked for two hours. A car "
    "was stripped as a trial, and they said that eleven days were spent waiting. The overhaul took 46 days."
)
DIARY = (
    "Late doses on the ward, and the nurses said they were tired. Walked with the porters for three nights. Found "
    "the second signature. Dropped it on one ward. Told the pharmacist, who asked why. Trained the others."
)
LETTER = (
    "Hi Martin,\n\nI found that we were charged twice in March. I called the supplier and asked for a credit note. "
    "Could you hold the payment until then? Let me know if you need more.\n\nBest regards,\nAna"
)
ANSWER_IN_A_LETTER = (
    "Dear panel,\n\nwe were charged twice in March. I called the supplier. He denied it. I drew up the list of all "
    "forty invoices. He paid on the Friday. Since then I match every bill with its slip.\n\nBest regards,\nAna"
)
SONG = (
    "I was working late at the factory line\nCounting the hours till a quarter to nine\nThe boss came down and he "
    "cut our pay\nSo I packed my bag and I walked away\n\n[Chorus]\nOh carry me home\nOh carry me home"
)
NOTES = "late doses\nwalked with the porters\nfound the form\ndropped it\ntrained the others\nlate doses gone"
SOUP = (
    "I take two kilos of tomatoes and cut them in half. I roast them at 200 degrees for 40 minutes. Then I add half "
    "a litre of stock and let it simmer for 15 minutes. I serve it with basil."
)
KITCHEN = (
    "It's a Friday, and I have ninety covers. I find two kilos of fish gone off. I ring the supplier, and he says "
    "forty minutes. I put 200 grams of cod on each plate instead. I tell the guests. Nobody sends one back."
)


def sentences(text: str) -> list[str]:
    """The sentences of a text as the reader cuts it."""
    document = read(text)
    return [s.span.of(document.prose) for s in document.sentences]


def rows(text: str) -> list[str]:
    """Its lines."""
    return [line for line in text.splitlines() if line]


def test_a_tale_of_others_has_no_speaker() -> None:
    """What somebody in it says of himself makes it nobody's answer."""
    assert tells_of_others(TALE, sentences(TALE))


@pytest.mark.parametrize("text", [PASSIVE, DIARY, f"{TALE} I learned it from my aunt."])
def test_a_speaker_may_stay_hidden(text: str) -> None:
    """The passive and notes leave the doer out, and one word of one's own is enough."""
    assert not tells_of_others(text, sentences(text))


def test_a_letter_speaks_to_its_reader() -> None:
    """A greeting, a closing, and a reader who is asked for something; an answer may be put into an envelope."""
    assert is_letter(rows(LETTER), sentences(LETTER))
    assert not is_letter(rows(ANSWER_IN_A_LETTER), sentences(ANSWER_IN_A_LETTER))
    assert not is_letter(rows(LETTER)[1:], sentences(LETTER))


def test_verse_rhymes_or_comes_again() -> None:
    """Short lines alone are notes."""
    assert is_verse(rows(SONG))
    assert not is_verse(rows(NOTES))


def test_a_recipe_has_amounts_and_no_event() -> None:
    """A day in a kitchen, told in the present, has people in it."""
    assert is_recipe(sentences(SOUP))
    assert not is_recipe(sentences(KITCHEN))
