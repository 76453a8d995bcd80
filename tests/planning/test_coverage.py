"""The coverage: strength, gaps, wear, thin evidence, and the story to write next."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from plan_cases import BANKS, TODAY, large, person, story

from storybank.planning.coverage import (
    Coverage,
    Matter,
    coverage_of,
    thin_evidence,
    with_next,
)
from storybank.planning.coverage_next import (
    ANY_DAY,
    ANY_THEMES,
    OWN_LOOP,
    any_day,
    enough,
    next_story,
    without_idle,
)
from storybank.planning.coverage_out import coverage_csv, coverage_dict, coverage_svg
from storybank.planning.fit_table import Fits, Wish, fits_from_tags
from storybank.planning.loop import Loop, Weights
from storybank.planning.loop_prices import one_more
from storybank.planning.loop_problem import problem_of
from storybank.planning.loop_solve import solve
from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.stories.story import Figure, Story, Told

QUALITY = {f"s{k:03}": 1.0 for k in range(300)}


def fits_of(bank: tuple[Story, ...]) -> Fits:
    """Fits from tags, all told perfectly."""
    return fits_from_tags(bank, quality=QUALITY, today=TODAY)


def covered(bank: tuple[Story, ...]) -> Coverage:
    """The coverage of a bank, with the story to write next."""
    fits = fits_of(bank)
    found = coverage_of(bank, fits, today=TODAY, quality=QUALITY)
    return with_next(found, next_story(found, bank, fits, TODAY))


def row(coverage: Coverage, name: str) -> Matter:
    """The row of that name."""
    return next(m for m in coverage.matters if m.name == name)


def test_standings() -> None:
    """No story: a gap; one: it hangs on that; two strong ones: covered; workable ones: none is strong."""
    bank = (
        story(1, level="L6", principles=("ownership", "frugality")), story(2, level="L6", principles=("ownership",)),
        story(3, level="L6", category=3), story(4, level="L6", category=3),
    )  # fmt: skip
    found = covered(bank)
    assert row(found, "ownership").standing == "covered"
    assert row(found, "frugality").standing == "one-story"
    assert row(found, "frugality").stories == ("s001",)
    assert row(found, "think-big").standing == "gap"
    assert row(found, "conflict-resolution").standing == "weak"
    assert row(found, "3").stories == ("s003", "s004")


def test_rows_of_the_matrix() -> None:
    """There is a row for every principle, theme, category and level, with a score for every story."""
    found = covered((story(1), story(2)))
    assert [m.name for m in found.of("principle")] == list(PRINCIPLES)
    assert [m.name for m in found.of("theme")] == list(THEMES)
    assert len(found.of("category")) == 12
    assert [m.name for m in found.of("level")] == ["L5", "L6", "L7"]
    assert {len(m.scores) for m in found.matters} == {2}


def test_what_hangs_on_one_story() -> None:
    """A story carries what no other will do for; levels are not counted among that."""
    found = covered((story(1, level="L7", principles=("frugality",)), story(2)))
    assert found.stories[0].only == ("frugality",)


def test_worn_stories() -> None:
    """Three tellings within a year, or two at one company, wear a story; old tellings do not."""

    def told(*days: tuple[date, str]) -> tuple[Told, ...]:
        return tuple(Told(day, company) for day, company in days)

    this, old = date(2026, 1, 1), date(2020, 1, 1)
    bank = (
        story(1, told=told((this, "A"), (this, "B"), (this, "C"))),
        story(2, told=told((old, "A"), (old, "B"), (old, "C"))),
        story(3, told=told((old, "A"), (this, "a "))),
    )
    found = covered(bank)
    assert [load.worn for load in found.stories] == [
        "told 3 times within a year", "", "told more than once at A",
    ]  # fmt: skip
    assert (found.stories[1].told, found.stories[1].last_told) == (3, old)


def test_cross_functional_share() -> None:
    """Themes and categories of influence count; retired stories do not."""
    bank = (
        story(1, themes=("cross-functional-collaboration",)), story(2, category=9), story(3), story(4, category=5),
        story(5, category=8, status="retired"),
    )  # fmt: skip
    found = covered(bank)
    assert (found.cross_functional, found.cross_share) == (2, 0.5)


@pytest.mark.parametrize(
    ("one", "lacks"),
    [
        (story(1), ("no figures listed", "not written yet")),
        (story(1, prose="one two three", figures=(Figure("3"),)),
         ("no figure that was measured or estimated", "only 3 words")),
        (story(1, situation="word " * 200, figures=(Figure("3", "measured"),)), ("no result",)),
        (story(1, prose="word " * 200, figures=(Figure("3", "estimated"),)), ()),
    ],
)  # fmt: skip
def test_thin_evidence(one: Story, lacks: tuple[str, ...]) -> None:
    """What a story lacks to be believed is named."""
    assert thin_evidence(one) == lacks


def test_next_story_fills_the_largest_gap() -> None:
    """With fifteen principles covered twice, the next story is the sixteenth, and its gain what it would score."""
    others = [p for p in PRINCIPLES if p != "frugality"]
    bank = tuple(story(k, level="L6", principles=(p,)) for k, p in enumerate(others * 2))
    found = covered(bank).next_story
    assert found is not None
    assert (found.wish, found.gain, found.missing, found.plan) == ("frugality", 1000, 0, ANY_DAY)
    assert "no story will do for frugality" in found.reasons
    assert found.theme == "scope-management"


def test_gains_about_equal_leave_the_choice_to_what_is_asked_most() -> None:
    """A tenth of a gain is no more than what words show is known by; beyond that the larger gain decides."""
    rest = tuple(story(k, level="L6", principles=(p,)) for k, p in enumerate(PRINCIPLES[1:-1]))
    words = story(90, level="L6")
    for share, wished in ((0.11, PRINCIPLES[0]), (0.6, PRINCIPLES[-1])):
        shown = {words.id: {PRINCIPLES[0]: share}}
        fits = fits_from_tags((*rest, words), level="L6", shown=shown, quality={words.id: 1.0})
        found = next_story(coverage_of((*rest, words), fits), (*rest, words), fits, TODAY)
        assert found is not None
        assert found.wish == wished


def test_a_story_that_nobody_tagged_is_known() -> None:
    """A confirmed principle or theme makes a story tagged; what its words show does not."""
    bank = (story(1), story(2, principles=("frugality",)), story(3, themes=("scope-management",)))
    assert [load.tagged for load in covered(bank).stories] == [False, True, True]


def test_themes_come_after_principles() -> None:
    """Where every principle has its perfect story, themes are looked at; where these have too, nothing is missing."""
    bank = tuple(story(k, level="L6", principles=(p,)) for k, p in enumerate(PRINCIPLES))
    found = covered(bank).next_story
    assert found is not None
    assert (found.kind, found.plan) == ("theme", ANY_THEMES)
    both = bank + tuple(story(k, level="L6", themes=(t,)) for k, t in enumerate(THEMES, 100))
    assert covered(both).next_story is None


def test_next_story_for_a_loop_of_ones_own() -> None:
    """With a loop, the next story is the one that this loop lacks most."""
    bank = (story(1, level="L6", principles=("ownership",)),)
    loop = Loop((person("Ada", "ownership", "dive-deep"),), failures=0, weights=Weights(0, 0, 0, 0))
    fits = fits_of(bank)
    found = next_story(coverage_of(bank, fits), bank, fits, TODAY, loop)
    assert found is not None
    assert (found.wish, found.plan, found.missing) == ("dive-deep", OWN_LOOP, 1)


@pytest.mark.parametrize("size", [1, 3, 7, 17, 60])
def test_what_no_optimum_needs_is_left_out_without_loss(size: int) -> None:
    """Fewer stories and tellings change nothing about the best of any day, nor about what one more would add."""
    _, bank, _ = large(size, 1)
    fits, wishes = fits_from_tags(bank), [Wish(p) for p in PRINCIPLES]
    day = any_day(wishes, size, "L6")
    whole = problem_of(day, bank, fits)
    few = without_idle(problem_of(day, enough(coverage_of(bank, fits), list(bank), day), fits))
    assert few.heard or size <= 3
    best, same = solve(whole), solve(few)
    assert same.value == best.value
    assert one_more(few, same.picks) == one_more(whole, best.picks)


def test_a_large_bank_is_cut() -> None:
    """Of 300 stories, few can be needed on a day."""
    _, bank, _ = large(300, 1)
    fits = fits_from_tags(bank)
    day = any_day([Wish(p) for p in PRINCIPLES], len(bank), "L6")
    few = enough(coverage_of(bank, fits), list(bank), day)
    assert len(few) <= 16 * 8
    assert solve(problem_of(day, few, fits)).value == solve(problem_of(day, bank, fits)).value


def test_an_empty_bank() -> None:
    """Everything is a gap, no share can be given, and there is a first story to write."""
    found = covered(())
    assert len(found.standing("gap")) == 16 + 12 + 12
    assert found.cross_share is None
    assert found.next_story is not None


@settings(max_examples=25, deadline=None)
@given(BANKS)
def test_json_and_csv_agree(bank: tuple[Story, ...]) -> None:
    """The JSON object holds each row with its scores; the CSV holds the same numbers."""
    found = covered(bank)
    written = json.loads(json.dumps(coverage_dict(found)))
    rows = list(csv.reader(io.StringIO(coverage_csv(found))))
    assert rows[0][5:] == [s["id"] for s in written["stories"]]
    for matter, cells in zip(written["matters"], rows[1:], strict=True):
        assert [matter["kind"], matter["name"], matter["standing"]] == cells[:3]
        assert matter["scores"] == [float(x) for x in cells[5:]]
        assert matter["best"] == max(matter["scores"], default=0)
        assert len(matter["stories"]) == int(cells[4]) == sum(x >= 0.45 for x in matter["scores"])
    assert set(written["gaps"]) == {
        m["name"] for m in written["matters"] if not m["stories"] and m["kind"] != "level"
    }


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", "a \x1b[31m \x00 b", 'quotes " and & and ]]>']
)
def test_svg_stands_for_itself(title: str) -> None:
    """The picture is valid XML with a cell for every score, without script, link or anything from elsewhere."""
    bank = (replace(story(1, principles=("ownership",)), title=title), story(2))
    root = ElementTree.fromstring(coverage_svg(covered(bank)))
    tags = {element.tag.rsplit("}")[-1] for element in root.iter()}
    assert tags == {"svg", "title", "rect", "text", "g"}
    assert len(root.findall(".//{http://www.w3.org/2000/svg}g")) == 2 * (16 + 12 + 12 + 3)
    assert all("href" not in key and not key.startswith("on") for e in root.iter() for key in e.attrib)


def test_svg_names_its_columns() -> None:
    """Every column has its number, every number its story below, and nothing lies outside the picture."""
    bank = (story(1), replace(story(2), title="A title of very many words that nobody could ever read " * 9))
    root = ElementTree.fromstring(coverage_svg(covered(bank)))
    said = [element for element in root if element.tag.endswith("text")]
    words = [element.text or "" for element in said]
    assert words.count("2") == 4
    assert "1  Story 1" in words
    assert words[-1].startswith("2  A title of very many")
    assert max(float(element.attrib["y"]) for element in said) < float(root.attrib["height"])
    assert len(words[-1]) * 7 < float(root.attrib["width"])


def test_svg_of_a_large_bank() -> None:
    """More stories than can be told apart are cut, and the picture says so."""
    assert "the first 60 of 100 stories" in coverage_svg(covered(large(100, 1)[1]))
