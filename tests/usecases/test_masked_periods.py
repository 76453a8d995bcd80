"""A masked period is read nowhere: neither as it stands nor by a year of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from remembered import NOW, bank

from storybank.facts.employers import Hiding
from storybank.facts.periods import years_of
from storybank.stories.codec import story_from_json, story_to_json
from storybank.stories.markdown import from_markdown, to_markdown, with_value
from storybank.stories.story import FollowUp, Story
from storybank.stories.table import from_csv, to_csv
from storybank.usecases.anonymise import anonymised, restored
from storybank.usecases.masked import real_id, shown_ids, veil_of, veil_over_revisions

CRANES = Story(
    "cranes-of-2019", "The cranes of 2019", employer="Transmarine Ports", period="spring 2019 to autumn 2021",
    period_masked=True, situation="In March 2020 the Transmarine cranes lifted 2020 boxes. That ended in 2022.",
    followups=(FollowUp("Why 2021?", "The budget of FY21."),),
)  # fmt: skip


def test_its_years_are_hidden_and_its_employer_is_not() -> None:
    """Each of the two is hidden by its own mark; a year between the first and the last lies in the period too."""
    shown = veil_of(bank(CRANES), [CRANES]).story(CRANES)
    assert (shown.id, shown.title) == ("cranes-of-masked", "The cranes of [Period 1]")
    assert (shown.employer, shown.period) == ("Transmarine Ports", "")
    assert shown.situation == "In [Period 1] the Transmarine cranes lifted 2020 boxes. That ended in 2022."
    assert shown.followups == (FollowUp("Why [Period 1]?", "The budget of [Period 1]."),)
    both = replace(CRANES, masked=True)
    seen = veil_of(bank(both), [both]).story(both)
    assert "[Organisation 1]" in seen.situation
    assert (seen.employer, seen.period) == ("", "")


def test_a_masked_employer_alone_leaves_the_period() -> None:
    """What was masked before periods could be is shown as it was."""
    story = replace(CRANES, masked=True, period_masked=False)
    shown = veil_of(bank(story), [story]).story(story)
    assert shown.period == CRANES.period
    assert "March 2020" in shown.situation


def test_a_period_is_hidden_in_its_own_story_only() -> None:
    """Another story that masks something may name the same year for reasons of its own."""
    other = Story("b", "B", employer="Acmetron", masked=True, period="2020", prose="Acmetron began in 2020.")
    veil = veil_of(bank(CRANES, other), [CRANES, other])
    assert veil.story(other).prose == "[Organisation 1] began in 2020."
    assert veil.words("Since 2020.") == "Since [Period 1]."
    assert veil.words("Since 2020.", "b") == "Since 2020."


def test_the_id_that_is_shown_leads_back() -> None:
    """An id that says the year is shown without it, and either is good for finding the story."""
    store = bank(CRANES)
    assert shown_ids(store) == {"cranes-of-2019": "cranes-of-masked"}
    assert real_id(store, "cranes-of-masked") == "cranes-of-2019"


def test_every_state_hides_every_period_it_ever_had() -> None:
    """The latest state decides, as it does for employers."""
    store = bank(replace(CRANES, period="2015", period_masked=False, prose="It was 2015, before 2019."))
    store.save(CRANES, NOW)
    kept = store.revisions(CRANES.id)
    assert veil_over_revisions(store, kept).story(kept[0].story).prose.count("[Period") == 2


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2019–2021", {2019, 2020, 2021}), ("twenty twenty-one", {2021}), ("FY21", {2021}), ("03/2021", {2021}),
        ("2021/22", {2021, 2022}), ("the 2010s", set(range(2010, 2020))), ("my second year", set()),
        ("2021 riders", set()), ("1901 to 2021", {1901, 2021}),
    ],
)  # fmt: skip
def test_which_years_a_period_has(period: str, years: set[int]) -> None:
    """In figures and in words; no number of things is a year, and an endless period is only its two ends."""
    assert years_of(period) == years


@pytest.mark.parametrize(
    ("period", "text", "shown"),
    [
        ("2021", "In March 2021, with 2021 riders and £2021", "In #, with 2021 riders and £2021"),
        ("2021", "in twenty twenty one, in FY2021, 2021/22 and 03/2021", "in #, in #, # and #"),
        ("my second  year", "It was My second year there.", "It was # there."),
        ("2021", "2020 and 2022 stay", "2020 and 2022 stay"),
    ],
)
def test_where_a_text_says_it(period: str, text: str, shown: str) -> None:
    """As it stands, and by its years where they stand as years."""
    assert Hiding([]).dated({1: period}).words(text).replace("[Period 1]", "#") == shown


def test_the_mark_is_kept_by_every_form() -> None:
    """Markdown, CSV and JSON bring it back; a file or a document of before has none, and says no."""
    assert from_markdown(to_markdown(CRANES)) == CRANES
    assert from_csv(to_csv([CRANES]))[0][1] == CRANES
    assert story_from_json(story_to_json(CRANES)) == CRANES
    assert with_value(CRANES, "period-masked", "no") == replace(CRANES, period_masked=False)
    assert not from_markdown("---\ntitle: A\nmasked: yes\nperiod: 2021\n---\nWe ran.").period_masked
    assert not from_csv("title,period\nA,2021\n")[0][1].period_masked
    assert not story_from_json('{"id": "a", "title": "A", "period": "2021", "masked": true}').period_masked


def test_what_leaves_the_machine_anonymised_hides_it_with_a_way_back(tmp_path: Path) -> None:
    """`--anonymise` masks a period that is masked, and the key puts it back."""
    (sent,) = anonymised([CRANES], tmp_path / "a.key")
    assert not {"2019", "2021", "March 2020", "FY21"} & {sent.period, sent.title}
    assert "March 2020" not in sent.situation
    assert "2022" in sent.situation
    assert sent.period.startswith("[Period ")
    assert restored([sent], tmp_path / "a.key") == [CRANES]
