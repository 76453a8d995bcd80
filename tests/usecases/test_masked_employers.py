"""A masked employer is named nowhere that others may see."""

from __future__ import annotations

import pytest

from storybank.cli.list_ import summary
from storybank.stories.story import FollowUp, Story
from storybank.usecases.masked import hide_employer, names_of, without_employer, without_employers

PORT = Story(
    "crane", "Cranes at Transmarine", employer="Transmarine Ports", masked=True,
    situation="Transmarine Ports ran seven ports. I saw TRANSMARINE's drivers wait at transmarineports.example.",
    followups=(FollowUp("Why Transmarine?", "The ports."),), links=("https://transmarine.example/cranes",),
)  # fmt: skip


def test_the_name_is_hidden_in_every_text() -> None:
    """Title, parts, follow-ups and links: the whole name, its telling word, in any letters; ordinary words stay."""
    shown = without_employer(PORT)
    assert "transmarine" not in repr(shown).lower()
    assert shown.situation == (
        "[Organisation 1] ran seven ports. I saw [Organisation 1]'s drivers wait at [Organisation 1].example."
    )
    assert shown.employer == ""
    assert shown.followups[0].reply == "The ports."


@pytest.mark.parametrize(
    ("employer", "names"),
    [
        ("Quillfinder", {"Quillfinder"}),
        ("The Summit Bank plc", {"The Summit Bank plc", "Summit", "SummitBankplc"}),
        ("Norrey Island Ferries",
         {"Norrey Island Ferries", "NorreyIslandFerries", "Norrey", "NIF"}),
        ("Blue Origin", {"Blue Origin", "BlueOrigin"}),
    ],
)  # fmt: skip
def test_how_an_employer_is_called(employer: str, names: set[str]) -> None:
    """Whole, joined, by initials, by what no ordinary word is; never by an ordinary half of a name."""
    assert set(names_of(employer)) == names


def test_a_story_that_is_not_masked_stays_as_it_is() -> None:
    """Only what its owner marked is changed."""
    story = Story("crane", "Cranes", employer="Transmarine Ports", prose="Transmarine ran seven ports.")
    assert without_employer(story) is story
    assert hide_employer(story, (story.prose,)) == (story.prose,)


def test_nothing_but_the_employer_is_masked() -> None:
    """Other names stay: this is no anonymising."""
    story = Story("a", "A", employer="Quillfinder", masked=True, prose="Ada Smith of Acme rang Quillfinder.")
    assert without_employer(story).prose == "Ada Smith of Acme rang [Organisation 1]."


def test_several_stories_share_their_masks() -> None:
    """One employer has one mask, another another; an id that names the employer is made anew."""
    same = Story("b", "B", employer="Transmarine Ports", masked=True, prose="Transmarine grew.")
    other = Story(
        "quillfinder-books", "Books", employer="Quillfinder", masked=True, prose="Quillfinder grew."
    )
    shown = without_employers([PORT, same, other])
    assert [s.prose for s in shown[1:]] == ["[Organisation 1] grew.", "[Organisation 2] grew."]
    assert [s.id for s in shown] == ["crane", "b", "books"]


def test_a_listing_hides_every_way_of_naming_the_employer() -> None:
    """Initials and joined forms in a title say as much as the whole name."""
    for name in names_of("Norrey Island Ferries"):
        story = Story("a", f"How {name} moved", employer="Norrey Island Ferries", masked=True)
        assert summary(story)["title"] == "How [Organisation 1] moved"
