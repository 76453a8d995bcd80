"""Plan and coverage in a terminal: any width, no colour, hostile titles."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from plan_cases import TODAY, large, person, story

from storybank.planning.coverage import coverage_of, with_next
from storybank.planning.coverage_next import next_story
from storybank.planning.coverage_terminal import coverage_lines
from storybank.planning.fit_table import fits_from_tags
from storybank.planning.loop import Loop
from storybank.planning.loop_plan import plan_loop
from storybank.planning.loop_terminal import plan_lines
from storybank.reviewer.terminal_look import look_of, make_console, put
from storybank.stories.story import Story


def plan_page(bank: tuple[Story, ...], loop: Loop, width: int = 81) -> str:
    """The page of a plan, as a pipe would see it."""
    fits = fits_from_tags(bank, today=TODAY)
    plan = plan_loop(loop, bank, fits, TODAY, prices=True)
    look = look_of(make_console(held := StringIO(), plain=True, width=width))
    put(look, plan_lines(look, plan, loop, {s.id: s.title for s in bank}))
    return held.getvalue()


def coverage_page(bank: tuple[Story, ...], width: int = 81) -> str:
    """The page of a coverage, as a pipe would see it."""
    fits = fits_from_tags(bank, today=TODAY)
    found = coverage_of(bank, fits, today=TODAY)
    found = with_next(found, next_story(found, bank, fits, TODAY))
    look = look_of(make_console(held := StringIO(), plain=True, width=width))
    put(look, coverage_lines(look, found))
    return held.getvalue()


@pytest.mark.parametrize("width", [30, 40, 60, 80, 200])
def test_pages_keep_to_the_width(width: int) -> None:
    """No line is wider than the window, however many stories there are."""
    loop, bank, _ = large(60, 3)
    for page in (plan_page(bank, loop, width), coverage_page(bank, width)):
        assert max(map(len, page.splitlines())) <= width
        assert "\x1b" not in page


def test_a_plan_says_what_it_decided() -> None:
    """Who hears what, why, what stands in reserve, what it is worth and that it is proven."""
    bank = (
        story(1, level="L6", principles=("ownership",), prose="word " * 300),
        story(2, level="L6", principles=("dive-deep", "ownership"), themes=("failure-and-learning",)),
        story(3, level="L6", principles=("ownership",)),
    )
    page = plan_page(bank, Loop((person("Ada", "ownership", "dive-deep", round="bar raiser"),), "Zeta"))
    for words in ("Plan for Zeta, L6", "proven best", "Ada  bar raiser", "Story 1  s001", "ownership: strong",
                  "you confirmed ownership for it (first)", "in reserve: Story 3", "no plan can be worth more",
                  "What one more story would buy"):  # fmt: skip
        assert words in page


def test_a_plan_on_words_alone_says_what_would_count_more() -> None:
    """Tellings that rest on what the words show lead to the command that confirms tags; confirmed ones do not."""
    loop = Loop((person("Ada", "ownership", stories=1),), failures=0)
    look, pages = look_of(make_console(held := StringIO(), plain=True, width=200)), []
    for bank in ((story(1),), (story(1, principles=("ownership",)),)):
        fits = fits_from_tags(bank, today=TODAY, shown={"s001": {"ownership": 0.8}})
        held.seek(held.truncate(0))
        put(look, plan_lines(look, plan_loop(loop, bank, fits, TODAY), loop, {}))
        pages.append("1 of 1 rests on its words alone" in held.getvalue())
    assert pages == [True, False]


def test_a_plan_says_what_is_missing() -> None:
    """A wish that cannot be met is named, with what to relax."""
    page = " ".join(plan_page((story(1),), Loop((person("Ada", "ownership"),))).split())
    assert "Ada wants 2 and gets 1" in page
    assert "write 1 more story" in page
    assert "fewer missing" in page
    assert "points, 1 missing, the fewest possible" in page
    assert "proven best" not in page
    assert "no plan can be worth more with so few missing" in page


def test_a_narrow_coverage_keeps_its_names() -> None:
    """In forty columns every principle can still be told from the others."""
    page = coverage_page((story(1, level="L6", principles=("frugality",)),), 40)
    assert "…" not in page.partition("Levels")[0]
    assert {"insist-on-the-highest-standards", "invent-and-simplify"} <= set(page.split())


def test_a_coverage_says_what_to_do() -> None:
    """Gaps, lone stories, thin evidence and the story to write next are on the page."""
    page = coverage_page((story(1, level="L6", principles=("frugality",)), story(2)))
    for words in ("2 stories", "frugality", "only one", "gap", "thin: no figures listed, not written yet",
                  "0% reach across functions", "The story to write next"):  # fmt: skip
        assert words in page


def test_the_columns_of_a_heat_map_can_be_told_apart() -> None:
    """Where every story has a column, they are numbered; where only the best fit, the page says so."""
    bank = tuple(story(k, level="L6", principles=("frugality",)) for k in range(12))
    wide, narrow = coverage_page(bank), " ".join(coverage_page(bank, 40).split())
    assert "123456789012\n" in wide
    assert "12=s011" in wide
    assert "the best 4 first" in narrow
    assert "12=s011" not in narrow


def test_untagged_stories_lead_to_the_command_that_tags() -> None:
    """A bank of which nothing is confirmed is told what that costs and what to do."""
    page = " ".join(coverage_page((story(1), story(2, principles=("frugality",)))).split())
    assert "1 of 2 without a principle or theme that you confirmed" in page
    assert "`storybank tag ID`" in page
    assert "70% or more should (1 untagged: nobody can say yet)" in page
    assert "you confirmed" not in coverage_page((story(2, principles=("frugality",)),))


def test_titles_cannot_steer_the_terminal() -> None:
    """Control characters in a title are shown, not obeyed."""
    bank = (replace(story(1, principles=("ownership",)), title="a\x1b[2Jb\u202ec"),)
    for page in (plan_page(bank, Loop((person("A\x1bda", "ownership"),), "Z\x1beta")), coverage_page(bank)):
        assert "\x1b" not in page
        assert "\u202e" not in page


def test_marks_stay_apart_without_unicode() -> None:
    """A terminal that knows only ASCII still shows four different marks."""
    from storybank.planning.coverage_out import GLYPHS
    from storybank.reviewer.terminal_look import _encodable

    assert len({_encodable(mark, "ascii") for mark in GLYPHS.values()} - {"?"}) == 4
