"""Text made safe to show."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from storybank.reviewer.visible import one_line, visible

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
