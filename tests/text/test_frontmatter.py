"""The block at the head of a Markdown answer."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.errors import MalformedFrontMatter
from storybank.text import FrontMatter, read
from storybank.text.frontmatter import front_matter

BODY = "I fixed it.\n"


def test_all_keys_are_read() -> None:
    """Values plain and quoted, a list in brackets, a remark, an unknown key."""
    text = (
        "---\ntitle: 'The night''s work'\nquestion: \"Tell me: why?\"  # asked twice\nlevel: L6\n"
        f"Profile: star-plus-plus\nprinciples: [ownership, 'dive-deep']\ntags:\n  - a\n  - b\n---\n{BODY}"
    )
    front, start, notices = front_matter(text)
    assert front == FrontMatter(
        "The night's work", "Tell me: why?", "L6", "star-plus-plus", ("ownership", "dive-deep")
    )
    assert text[start:] == BODY
    assert notices == ()


@pytest.mark.parametrize(
    "lines",
    [
        "principles:\n- ownership\n- dive-deep",
        "principles:\n  - ownership\n  - dive-deep",
        "principles: ownership, dive-deep",
    ],
)
def test_principles_may_stand_in_any_list(lines: str) -> None:
    """Lists of lines, indented or not, and lists with commas."""
    assert front_matter(f"---\n{lines}\n---\n")[0].principles == ("ownership", "dive-deep")


def test_blank_lines_may_stand_above() -> None:
    """The block counts all the same, and faults are named with the line of the file."""
    assert read(f"\n\n---\nlevel: L7\n---\n{BODY}").front.level == "L7"
    with pytest.raises(MalformedFrontMatter) as caught:
        read(f"\r\n\r\n---\r\ntitle: A\r\nlevel L6\r\n---\r\n{BODY}")
    assert caught.value.line == 5


def test_the_blank_behind_a_colon_may_be_missing() -> None:
    """A slip of the pen in a known key loses nothing."""
    front, _, _ = front_matter("---\nlevel:L7\nquestion:Why?\n---\n")
    assert (front.level, front.question) == ("L7", "Why?")


def test_a_value_may_run_over_lines() -> None:
    """Indented lines carry a value on."""
    assert front_matter("---\nquestion: >\n  Tell me\n  why.\n---\n")[0].question == "Tell me why."


def test_the_block_is_no_part_of_the_answer() -> None:
    """Neither its words nor its lines reach the prose."""
    document = read(f"---\r\nlevel: L7\r\n---\r\n\r\n{BODY}")
    assert (document.prose, document.words, document.kind) == (BODY.strip(), 3, "markdown")
    assert document.front.level == "L7"


@pytest.mark.parametrize(
    ("block", "line", "problem"),
    [
        ("title: A\nlevel L6", 3, "has no `key:`"),
        ("title: A\ntitle: B", 3, "stands here and on line 2"),
        ("title: 'A", 2, "never closed"),
        ("title: 'A' B", 2, "stands after the quotation"),
        ("principles: [a, b", 2, "list is never closed"),
        ("- a\ntitle: A", 2, "under no key"),
        ("  a\ntitle: A", 2, "under no key"),
        ("title: A\n- b", 3, "a value and a list"),
        ("title:\n- b", 2, "takes one value"),
        ("principles:\n- b\n  c", 4, "no item of the list"),
    ],
)
def test_a_fault_is_named_with_its_line(block: str, line: int, problem: str) -> None:
    """Lines are counted from 1 at the top of the file."""
    with pytest.raises(MalformedFrontMatter, match=problem) as caught:
        read(f"---\n{block}\n---\n{BODY}")
    assert caught.value.line == line
    assert "\n" not in str(caught.value)


def test_a_block_that_is_never_closed_is_a_fault() -> None:
    """A known key under an opening rule promises front matter."""
    with pytest.raises(MalformedFrontMatter, match="never closed"):
        read(f"---\ntitle: A\n\n{BODY}")


@pytest.mark.parametrize(
    "text", ["---\nI fixed it.\n---\nIt held.", "---\nSituation: a leak.\n---\nTask: stop it.", "---\nI did."]
)
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    """Prose and part labels between rules stay prose."""
    assert front_matter(text) == (FrontMatter(), 0, ())


def test_keys_may_be_called_as_people_call_them() -> None:
    """ "Target level" and "Leadership Principles" say the same as their short names."""
    front = read(
        "---\nTarget level: L7\nInterview question: Why?\nleadership_principles: dive-deep\n---\nI did it."
    ).front
    assert (front.level, front.question, front.principles) == ("L7", "Why?", ("dive-deep",))


def test_a_misspelt_key_is_remarked_on() -> None:
    """A key that is nearly a known one earns a notice."""
    assert "did you mean `level`" in read("---\nlevle: L6\ntitle: A\n---\nI did it.").notices[0]


@given(st.lists(st.text(alphabet="abt:-[]'\" #ile", max_size=12), max_size=6))
def test_nothing_else_is_raised(block: list[str]) -> None:
    """Any block parses or is malformed."""
    with contextlib.suppress(MalformedFrontMatter):
        read("---\n" + "\n".join(block) + "\n---\nI did it.")
