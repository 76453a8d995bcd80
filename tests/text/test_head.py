"""Lines such as "Level: L6" above an answer, with no rules around them."""

from __future__ import annotations

import pytest

from storybank.text import read

SAID = "I was the night porter. A guest fell ill."


def test_a_head_without_rules_is_read() -> None:
    """Level, question, title and principles are taken from it; none of its words is the candidate's."""
    document = read(
        f"\nTitle: The porter\nLeadership Principle: Ownership\n**Level:** l7\nQuestion: Why?\n\n{SAID}"
    )
    front = document.front
    assert (front.title, front.principles, front.level, front.question) == (
        "The porter", ("Ownership",), "L7", "Why?",
    )  # fmt: skip
    assert (document.prose, document.words) == (SAID, 9)


@pytest.mark.parametrize("head", ["Theme: failure\nTopic: pumps\n", "Date: 3 May\n\n", "LP: Dive Deep\n"])
def test_what_has_no_use_is_left_out_too(head: str) -> None:
    """Theme, date and the like are no part of the answer."""
    assert read(head + SAID).prose == SAID


@pytest.mark.parametrize(
    ("heading", "title", "question"),
    [
        ("# The port", "The port", None),
        ("## Tell me about a time you failed", None, "Tell me about a time you failed"),
    ],
)
def test_a_heading_may_stand_above_the_head(heading: str, title: str | None, question: str | None) -> None:
    """A title or the question, then what the answer says of itself."""
    front = read(f"{heading}\n\n**Level:** L7\n\n{SAID}").front
    assert (front.title, front.question, front.level) == (title, question, "L7")
    assert read(f"{heading}\n\n**Level:** L7\n\n{SAID}").prose == SAID


def test_a_heading_of_a_part_is_no_title() -> None:
    """What stands under it belongs to the part."""
    document = read(f"# Task\n\nLevel: we needed L7.\n\n{SAID}")
    assert (document.front.title, document.front.level) == (None, None)


def test_front_matter_beats_the_head() -> None:
    """What stands between rules was meant for us."""
    document = read(f"---\nlevel: L5\n---\nLevel: L7\n\n{SAID}")
    assert (document.front.level, document.prose) == ("L5", SAID)


@pytest.mark.parametrize(
    "text",
    [
        "Level: I was a junior, and nobody asked me.\n\nI built it.",
        "Title: nothing else",
        "Company: we were twelve bakers.\n\nI baked.",
        "Theme: this is a story about a pump that broke on a Sunday in the middle of a very long storm.\n\nI fixed it.",
    ],
)
def test_prose_is_no_head(text: str) -> None:
    """A sentence behind a colon is the candidate's, and so is a line with nothing below it."""
    document = read(text, "auto")
    assert document.front.level is None
    assert document.text.split(": ", 1)[1].split("\n")[0] in document.prose


def test_only_real_levels_are_taken() -> None:
    """Another word for the level is left alone; the default holds."""
    assert read(f"Level: senior\n\n{SAID}").front.level is None
    assert read(f"Level: L6 (senior)\n\n{SAID}").front.level == "L6"
