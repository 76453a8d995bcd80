"""A masked employer is named nowhere that others may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from remembered import NOW, bank

from storybank.errors import BadStory
from storybank.facts.employers import Hiding, names_of
from storybank.stories.story import FollowUp, Story, Told
from storybank.text.span import Span
from storybank.usecases.masked import Veil, real_id, shown_ids, veil_fault, veil_of, veil_over_revisions

PORT = Story(
    "crane", "Cranes at Transmarine", employer="Transmarine Ports", masked=True,
    situation="Transmarine Ports ran seven ports. I saw TRANSMARINE's drivers wait at transmarineports.example.",
    followups=(FollowUp("Why Transmarine?", "The ports."),), links=("https://transmarine.example/cranes",),
    extra={"Transmarine team": "cranes"}, told=(Told(date(2024, 1, 2), "Transmarine Ports"),),
)  # fmt: skip


def seen(*stories: Story) -> list[Story]:
    """The stories as others see them together."""
    return list(map(veil_of(bank(*stories), stories).story, stories))


def test_the_name_is_hidden_in_every_text() -> None:
    """Title, parts, follow-ups, links, keys, companies: whole, by its telling word, in any letters."""
    (shown,) = seen(PORT)
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
        ("The Summit Bank plc",
         {"The Summit Bank plc", "Summit Bank plc", "SummitBankplc", "Summit Bank", "SummitBank", "Summit", "SB"}),
        ("Norrey Island Ferries",
         {"Norrey Island Ferries", "NorreyIslandFerries", "Norrey", "NIF"}),
        ("Blue Origin", {"Blue Origin", "BlueOrigin", "BO"}),
        ("Northwind Pay", {"Northwind Pay", "NorthwindPay", "Northwind", "NP"}),
    ],
)  # fmt: skip
def test_how_an_employer_is_called(employer: str, names: set[str]) -> None:
    """Whole, joined, by initials, by what no ordinary word is; never by an ordinary half of a name."""
    assert set(names_of(employer)) == names


@pytest.mark.parametrize(
    ("employer", "text", "shown"),
    [
        (
            "Northwind Pay",
            "I joined northwind-pay, NORTHWIND_PAY and Northwind\nPay.",
            "I joined #, # and #.",
        ),
        ("Northwind Pay", "Northwind’s, the Northwinds, ex-Northwind", "#’s, the #s, ex-#"),
        ("Northwind Pay", "NorthwindPayOps, exNorthwind, northwinders", "#Ops, ex#, #ers"),
        ("Northwind Pay", "NP paid; N.P. paid; the pay stayed", "# paid; #. paid; the pay stayed"),
        (
            "Northwind Pay",
            "I mapped it, and np is short for nothing.",
            "I mapped it, and np is short for nothing.",
        ),
        (
            "Blue Origin",
            "blueorigin, Blue-Origin and BO; the blue origin of boats",
            "#, # and #; the # of boats",
        ),
        ("Marks & Spencer", "Marks and Spencer, M&S bags, marks-spencer", "#, # bags, #"),
        ("Société Générale", "Societe Generale and SOCIÉTÉ GÉNÉRALE", "# and #"),
        ("L'Oréal", "L’Oréal's loreal, at-loréal", "#'s #, at-#"),
        ("J.P. Morgan", "JP Morgan, J P Morgan, jp-morgan, JPM", "#, #, #, #"),
        ("Visiola", "visiolas, but a vision", "#s, but a vision"),
        ("Amber Path Insurance", "The API of Amber Path", "The API of #"),
    ],
)
def test_where_a_text_names_it(employer: str, text: str, shown: str) -> None:
    """Apart, joined, with hyphens and accents or without, within longer names; ordinary words and terms stay."""
    assert Hiding([employer]).words(text).replace("[Organisation 1]", "#") == shown


def test_a_story_that_is_not_masked_stays_as_it_is() -> None:
    """Only what its owner marked is changed, also beside one that masks the same employer."""
    open_one = Story("cranes", "Cranes", employer="Transmarine Ports", prose="Transmarine ran seven ports.")
    assert seen(PORT, open_one)[1] is open_one
    blank = Story("a", "A", masked=True, prose="Transmarine ran.")
    assert seen(blank) == [blank]


def test_nothing_but_the_employer_is_masked() -> None:
    """Other names stay: this is no anonymising."""
    story = Story("a", "A", employer="Quillfinder", masked=True, prose="Ada Smith of Acme rang Quillfinder.")
    assert seen(story)[0].prose == "Ada Smith of Acme rang [Organisation 1]."


def test_several_stories_share_their_masks() -> None:
    """One employer has one mask, another another, in whichever story; an id names neither."""
    same = Story(
        "b", "B", employer="Transmarine Ports", masked=True, prose="Transmarine grew past Quillfinder."
    )
    other = Story(
        "quillfinder-books", "Books", employer="Quillfinder", masked=True, prose="Quillfinder grew.",
        principles=("quillfinder-first", "ownership"),
    )  # fmt: skip
    shown = seen(PORT, same, other)
    assert [s.prose for s in shown[1:]] == [
        "[Organisation 1] grew past [Organisation 2].",
        "[Organisation 2] grew.",
    ]
    assert [s.id for s in shown] == ["crane", "b", "masked-books"]
    assert shown[2].principles == ("masked-first", "ownership")


def test_a_listing_hides_every_way_of_naming_the_employer() -> None:
    """Initials and joined forms in a title say as much as the whole name."""
    for name in names_of("Norrey Island Ferries"):
        story = Story("a", f"How {name} moved", employer="Norrey Island Ferries", masked=True)
        assert veil_of(bank(story), [story]).card(story).title == "How [Organisation 1] moved"


def test_shown_ids_lead_back_and_are_never_alike() -> None:
    """A number tells two apart, removed ones keep theirs, and no shown id is another story's own."""
    stories = [
        Story(f"on-call-at-{name}", "A", employer=name, masked=True)
        for name in ("acmetron", "quillfinder", "zorbix")
    ]
    store = bank(*stories, Story("on-call-at-masked", "A"))
    wanted = {s.id: f"on-call-at-masked-{n}" for n, s in enumerate(stories, 2)}
    assert shown_ids(store) == wanted
    store.remove("on-call-at-acmetron", NOW)
    assert shown_ids(store) == wanted
    assert real_id(store, "on-call-at-masked-4") == "on-call-at-zorbix"
    assert real_id(store, "on-call-at-masked-9") is None


def test_messages_name_ids_that_are_shown_and_real_files() -> None:
    """A message that names a story names it as shown; the file in which somebody's words wait keeps its name."""
    store = bank(replace(PORT, id="transmarine-crane"))
    fault = BadStory(
        "transmarine-crane has one revision; your text is in /data/transmarine-crane@2.md, go on"
    )
    veil_fault(store, fault)
    assert str(fault) == "masked-crane has one revision; your text is in /data/transmarine-crane@2.md, go on"


def test_the_latest_state_says_whether_its_states_are_masked() -> None:
    """A story that is masked now hides every employer it ever had; one that is open now hides nothing."""
    store = bank(replace(PORT, employer="Quillfinder", masked=False, prose="Quillfinder grew."))
    store.save(PORT, NOW)
    kept = store.revisions("crane")
    assert "Quillfinder" not in repr(veil_over_revisions(store, kept).story(kept[0].story))
    store.save(replace(PORT, masked=False), NOW)
    kept = store.revisions("crane")
    assert veil_over_revisions(store, kept).story(kept[0].story) is kept[0].story


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("At", "At"), ("Northwind Pay", "[Organisation 1]"), ("Northwind", "[Organisation 1]"),
        ("Pay I", "[Organisation 1] I"), ("I rang", "I rang"), (".", "."),
        ("northwind's bank", "[Organisation 1]'s bank"),
    ],
)  # fmt: skip
def test_places_follow_the_words(words: str, shown: str) -> None:
    """A place that begins or ends within a name takes the mask whole; every other leads to the same words."""
    text = "At Northwind Pay I rang northwind's bank."
    hidden, at = Hiding(["Northwind Pay"]).hide(text), text.index(words)
    assert hidden.span(Span(at, at + len(words))).of(hidden.text) == shown
    assert hidden.span(Span(0, len(text))).of(hidden.text) == hidden.text


def test_no_veil_costs_nothing() -> None:
    """For stories that mask nothing no story of the bank is looked at and nothing is made anew."""
    veil = veil_of(None, [Story("a", "A", prose="Transmarine")])  # type: ignore[arg-type]
    assert veil.words("Transmarine") == "Transmarine"
    assert veil.result(value := {"quote": "Transmarine"}, "Transmarine") is value
    assert veil_of(None, [PORT], reveal=True).story(PORT) is PORT  # type: ignore[arg-type]
    assert Veil().id("crane") == "crane"
