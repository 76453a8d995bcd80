"""The word-piece tokeniser."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.signals.encoder.wordpiece import WordPiece
from storybank.signals.fitted import shipped
from storybank.signals.meaning import shipped_meaning

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "i",
    "cut",
    "##ter",
    "the",
    "queue",
    "##s",
    "'",
    ".",
    "cafe",
]
PIECES = WordPiece(VOCABULARY)


def names(text: str) -> list[str]:
    return [VOCABULARY[k] for k in PIECES.pieces(text).ids]


def test_longest_pieces_come_first() -> None:
    """A word is cut greedily into the longest known pieces."""
    assert names("I cut the queues.") == ["i", "cut", "the", "queue", "##s", "."]
    assert names("cutter") == ["cut", "##ter"]


def test_accents_case_and_curly_quotes_are_folded() -> None:
    """Capitals, accents and typographic quotes mean what their plain forms mean."""
    assert names("CAFÉ’S") == ["cafe", "'", "[UNK]"]


def test_a_word_that_cannot_be_cut_is_one_unknown_piece() -> None:
    """An unknown word costs one piece, however long."""
    assert names("xyz" * 60) == ["[UNK]"]


def test_a_row_of_one_mark_is_three_of_them() -> None:
    """However long a line of dots is, with or without blanks, it is three pieces that share its range."""
    for row in ("." * 50_000, ". " * 50 + "."):
        pieces = PIECES.pieces(f"I {row} cut")
        assert [VOCABULARY[k] for k in pieces.ids] == ["i", ".", ".", ".", "cut"]
        assert set(zip(pieces.starts[1:4], pieces.ends[1:4], strict=True)) == {(2, 2 + len(row))}
    assert names("...") == [".", ".", "."]


def test_words_of_the_vocabulary_are_known() -> None:
    """Whole words are, in any case; what has to be cut, and what cannot be, is not."""
    assert PIECES.knows("CAFÉ")
    assert not PIECES.knows("cutter")
    assert not PIECES.knows("xyz")


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_ranges_point_into_the_text_in_order(text: str) -> None:
    """Every piece covers a non-empty range of the text, and ranges never run backwards."""
    pieces = PIECES.pieces(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(pieces.starts, pieces.ends, strict=True))
    assert pieces.starts == sorted(pieces.starts)


def test_encoders_of_one_vocabulary_share_it() -> None:
    """The two that ship hold the table of 30,000 pieces once."""
    assert shipped().reader._pieces is shipped_meaning()._pieces
