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
