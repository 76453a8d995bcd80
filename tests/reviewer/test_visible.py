"""Text made safe to show."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from storybank.reviewer.visible import one_line, unwrapped, visible

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
STEERING = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u202a\u202e\u2066\u2069\u2028"} - {"\n"}


@given(ANY_TEXT)
def test_length_and_harmlessness(text: str) -> None:
    """Each character is replaced by one, and nothing is left that a terminal would obey or fail to encode."""
    shown = visible(text)
    assert len(shown) == len(text)
    assert not STEERING & set(shown)
    shown.encode("utf-8")


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_ordinary_text_stays(text: str) -> None:
    """Letters, figures, punctuation and symbols of any script show as they are."""
    assert visible(text) == text


def test_controls_can_be_seen() -> None:
    """An escape shows as its picture, a line end of any kind as a newline."""
    assert visible("\x1b[2J") == "␛[2J"
    assert visible("a\r\nb\rc\u2028d\te") == "a \nb\nc\nd e"
    assert unicodedata.category(visible("\x9b")) != "Cc"


def test_one_line_is_cut_at_the_limit() -> None:
    """A long line loses its end and never ends in stray punctuation before the ellipsis."""
    assert one_line("one,\n two\t three", 10) == "one, two…"
    assert one_line("  short ", 10) == "short"


@given(ANY_TEXT)
def test_unwrapping_keeps_offsets(text: str) -> None:
    """Only line ends change, each into one space, so that a mark stays on its word."""
    shown = visible(text)
    assert len(unwrapped(shown)) == len(shown)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(shown, unwrapped(shown), strict=True))


def test_breaks_that_only_keep_lines_short_go() -> None:
    """A paragraph broken by hand flows again; items, labels and a line that ended early keep their places."""
    wrapped = (
        "The belt jammed every night and each time the\nshift stood still until the fitter had come in\n"
        "from home.\n\nI rebuilt it."
    )
    assert unwrapped(wrapped).count("\n") == 2
    listed = "I did this:\n- moved the guide away from it\n- tested it\nThen we ran it, and it held."
    assert unwrapped(listed) == listed
    assert unwrapped("Anna: how long did that take you\nBen: two weeks it took us").count("\n") == 1
