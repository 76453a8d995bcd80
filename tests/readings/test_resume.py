"""A résumé told apart from answers with headings."""

from __future__ import annotations

import pytest

from storybank.readings.resume import is_resume

POSTS = "Shift manager, Larkfield, 2015 - 2019\n- Overtime down 22%\nClerk, Roe & Sons, Mar 2011 to Feb 2015\n- Filed"


@pytest.mark.parametrize(
    "text",
    [
        f"PROFESSIONAL EXPERIENCE\n\n{POSTS}",
        f"{POSTS}\n\n## Education\nBSc, 2:1, 2011",
        "**Skills**\nExcel, SAP\n\n**Languages:**\nPolish",
        "Work history\nPorter, 2020–present\nPicker, 2018–2020",
    ],
)
def test_headings_and_posts_make_a_resume(text: str) -> None:
    """Two of its headings, or one above posts with their years."""
    assert is_resume(text)


@pytest.mark.parametrize(
    "text",
    [
        "## Situation\nFrom 2015 to 2019 I ran the shift.\n## Result\nOvertime fell by 22%.",
        "Experience\nI had run the yard from 2016 to 2018 when the crane failed.",
        "I learned that skills matter more than education. From 2015 - 2019 nobody had asked. In 2018 - 2019 I did.",
        "",
    ],
)
def test_an_answer_is_none(text: str) -> None:
    """Years within sentences and one such heading leave a story a story."""
    assert not is_resume(text)


@pytest.mark.parametrize(
    "text",
    [
        "- Led team of 12 pharmacists across 5 wards\n- Cut late doses by 92%, saving £60k\n- Responsible for £1.2m",
        "Delivered a new mill in 3 plants. Successfully mentored 6 supervisors. Won Plant of the Year 2021.",
        "Ran a yard of nine; halved the scrap; sold 1.2m bricks a year.",
    ],
)
def test_a_bare_list_of_deeds_is_a_resume(text: str) -> None:
    """Deeds in a row without anybody in them, none pointing back to another, tell no event."""
    assert is_resume(text)


@pytest.mark.parametrize(
    "text",
    [
        "Late doses, 40 a week\n- Walked with porters\n- Found a second signature\n- Dropped that\n- Doses 40 to 3",
        "Walked with the porters. Found the second signature. Dropped it on one ward. Trained the others.",
        "Rang the six shops. Counted the loaves. Moved the call, because nobody had looked at the shelf.",
        "Led a team. Cut the waste.",
        "S: late doses\nT: under 5\nA: Walked with porters; found a signature; trained wards\nR: 3 a week",
    ],
)
def test_notes_of_a_story_are_none(text: str) -> None:
    """Notes leave out who did it, but say what was wrong, why, or what a line before was about."""
    assert not is_resume(text)
