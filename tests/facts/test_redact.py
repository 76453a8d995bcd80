"""Masks: everything that identifies somebody, alike everywhere, and exactly undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.errors import UnreadableInput
from storybank.facts.key import MASK, Key, restore
from storybank.facts.redact import redact, redact_values, restore_values

ANSWERS = [
    json.loads(line)["text"]
    for line in (Path(__file__).parents[2] / "training/answers/given.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
PIECES = st.sampled_from(
    [
        "Ada Smith",
        "Ada's",
        "ADA",
        "ada",
        "Smiths",
        "Acme Ltd",
        "acme's",
        "[Person 1]",
        "[Person 1.2]",
        "[Name 7]",
        "[Person ",
        "1]",
        "a@b.co",
        "https://x.internal/a",
        "+44 7700 900123",
        "Project Falcon",
        "£1.3 million",
        "said",
        "the",
        ".",
        "\n",
        " ",
        "  ",
        "Café",
        "İstanbul",
        "\u200b",
        "O’Neill",
        "]",
        "[",
    ]
)
TEXT = st.one_of(
    st.text(max_size=40),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)


@settings(deadline=None, max_examples=50)
@given(st.lists(TEXT, min_size=1, max_size=4), st.booleans())
def test_masks_are_undone_exactly(texts: list[str], money: bool) -> None:
    """Whatever the texts hold, masks of our own form included, the key gives them back to the last character."""
    masked = redact(texts, money=money)
    assert [restore(text, masked.key) for text in masked.texts] == texts
    again = Key.from_json(masked.key.to_json())
    assert [restore(text, again) for text in masked.texts] == texts


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(ANSWERS), st.sampled_from(ANSWERS))
def test_real_answers_come_back(one: str, other: str) -> None:
    """Answers masked one after the other with a growing key are restored by the last one."""
    first = redact([one])
    second = redact([other], first.key)
    assert restore(first.texts[0], second.key) == one
    assert restore(second.texts[0], second.key) == other


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("I worked with Ada Smith and Ada's team.", "I worked with [Person 1] and [Person 1.2]'s team."),
        ("We left Acme Ltd for good.", "We left [Organisation 1] for good."),
        ("Write to ada@acme.com or call +44 7700 900123.", "Write to [Email 1] or call [Phone 1]."),
        ("See https://wiki.acme.com/x.", "See [Link 1]."),
        ("We called it Project Falcon.", "We called it Project [Project 1]."),
        ("Yesterday Mr Kowalczyk rang.", "Yesterday Mr [Person 1] rang."),
        ("I used SQL and the API on AWS.", "I used SQL and the API on AWS."),
        ("It cost £1.3 million.", "It cost £1.3 million."),
    ],
)
def test_what_identifies_somebody_is_masked(text: str, masked: str) -> None:
    """People, firms, addresses and code names go; terms that identify nobody stay."""
    assert redact([text]).texts == (masked,)


def test_money_is_masked_when_wanted() -> None:
    """Exact amounts go on demand, percentages never."""
    assert redact(["It cost £1.3 million, 4% of it mine."], money=True).texts == (
        "It cost [Money 1], 4% of it mine.",
    )


def test_one_name_has_one_mask_across_stories() -> None:
    """With or without an ending, in any case of letters, in this text or a later one."""
    first = redact(["Then Priya's plan won.", "The Daventry depot closed."])
    second = redact(["Later Priya left Daventry.", "DAVENTRY-based drivers"], first.key)
    assert first.texts == ("Then [Person 1]'s plan won.", "The [Name 1] depot closed.")
    assert second.texts == ("Later [Person 1] left [Name 1].", "[Name 1.2]-based drivers")


def test_parts_and_plurals_of_a_full_name_are_masked() -> None:
    """The family name alone, and the whole family, belong to the person."""
    masked = redact(["Then Ada Smith came. So did Smith. The Smiths left."])
    assert "mith" not in masked.texts[0]
    assert {e.number for e in masked.key.entities if e.kind == "Person"} == {1}


def test_more_can_be_hidden_and_kept() -> None:
    """The owner's word goes: an employer in small letters is hidden, a name that may stay stays."""
    masked = redact(["at acme with Ada"], hide=[("Organisation", "Acme")], keep=["ada"])
    assert masked.texts == ("at [Organisation 1.2] with Ada",)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(ANSWERS))
def test_masking_twice_hides_no_more(text: str) -> None:
    """Masked text holds nothing left to mask but its own masks."""
    masked = redact([text])
    again = redact([MASK.sub("x", masked.texts[0])])
    assert [e.forms for e in again.key.entities if e.kind in ("Email", "Phone", "Link", "Person")] == []


def test_plain_values_are_masked_but_for_what_is_left() -> None:
    """Strings of nested values are masked; those under the keys that are left are not."""
    values = [{"id": "ada", "text": "Then Ada left.", "n": 3, "more": ["Ada", None]}]
    masked, key = redact_values(values, leave=["id"])
    assert masked == [{"id": "ada", "text": "Then [Person 1] left.", "n": 3, "more": ["[Person 1]", None]}]
    assert restore_values(masked, key) == values


def test_the_key_given_is_not_changed() -> None:
    """A key is a value: masking makes a new one."""
    key = redact(["Then Ada left."]).key
    before = key.to_json()
    redact(["Then Bob left."], key)
    assert key.to_json() == before


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 9, "entities": []}', '{"version": 1, "entities": [{"kind": "x"}]}']
)
def test_what_is_no_key_is_refused(text: str) -> None:
    """A wrong file is called one, without a traceback."""
    with pytest.raises(UnreadableInput):
        Key.from_json(text)
