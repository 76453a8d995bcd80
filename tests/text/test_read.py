"""What holds for every text, whatever the reader."""

from __future__ import annotations

import contextlib
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapes import SHAPES, repeated

from storybank.errors import MalformedFrontMatter, UnreadableInput
from storybank.text import PART_KINDS, Document, Span, read, read_bytes, words

Input = Literal["auto", "plain", "markdown", "transcript"]
INPUTS: tuple[Input, ...] = ("auto", "plain", "markdown", "transcript")
SCRAPS = [
    "I fixed it. ", "we waited ", "Situation: ", "**S** ", "(T) ", "A - Action (90 seconds): ",
    "## Result\n", "\n", "\r\n", "\r\n\r\n", "\n\n", "- ", "1. ", "> ", "**bold** ", "*it* ", "`x` ",
    "[a](b) ", "<!-- storybank: off x -->", "<!--", "-->", "Interviewer: ", "Me: ", "Q: ", "A: ", "Ann: ",
    "Tom: ", ">> ", "[00:12] ", "(00:01:12) ", "0:05\n", "[laughs] ", "WEBVTT\n\n",
    "00:01.000 --> 00:02.000\n", "<v Ann>", "</v>", "---\n", "title: a\n", "e.g. ", "4 a.m. ", "“Why?” ",
    "’", "\xa0", "🎉 ", "é", "\u0301", "\x1b[31m", "\x00", "\x85", "\u2028", "\ufeff", "\ud800", "|a|b|\n",
    "|---|\n", "===\n", "```\n", "...", "… ", "?! ", "“", "\"", "(", ")",
]  # fmt: skip
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(SCRAPS), max_size=24).map("".join))


def attempt(text: str, input: Input) -> Document:
    """The document; text that opens with broken front matter is read as plain instead."""
    try:
        return read(text, input)
    except MalformedFrontMatter:
        return read(text, "plain")


@settings(max_examples=400, deadline=None)
@given(texts, st.sampled_from(INPUTS))
def test_pieces_hold_the_prose_to_the_letter(text: str, input: Input) -> None:
    """Pieces are sorted in both coordinates, do not overlap, and only joints lie between them."""
    document = attempt(text, input)
    assert document.text == text
    at_prose = at_text = 0
    for piece in document.pieces:
        assert piece.length > 0
        assert piece.prose >= at_prose
        assert piece.text >= at_text
        joint = document.prose[at_prose : piece.prose]
        assert joint in ("", " ", "\n")
        assert document.prose[piece.prose :][: piece.length] == text[piece.text :][: piece.length]
        at_prose, at_text = piece.prose + piece.length, piece.text + piece.length
    assert at_prose == len(document.prose)


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(INPUTS), st.data())
def test_every_span_finds_its_text(text: str, input: Input, data: st.DataObject) -> None:
    """`locate` and `runs` lead from any stretch of the prose to the same letters in the text."""
    document = attempt(text, input)
    end = len(document.prose)
    start = data.draw(st.integers(0, end))
    span = Span(start, data.draw(st.integers(start, end)))
    found = document.locate(span)
    assert 0 <= found.start <= found.end <= len(text)
    runs = document.runs(span)
    assert "".join(r.of(text).replace("\n", "").replace(" ", "") for r in runs) == span.of(
        document.prose
    ).replace("\n", "").replace(" ", "")
    if runs and span.of(document.prose).strip() and not span.of(document.prose)[0].isspace():
        assert found.start == runs[0].start
    for run in runs:
        assert found.contains(run) or span.of(document.prose)[0].isspace()


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(INPUTS))
def test_sentences_partition_the_prose(text: str, input: Input) -> None:
    """Sentences are in order, hold every letter of the prose, and lead where their heading begins."""
    document = attempt(text, input)
    at = 0
    for sentence in document.sentences:
        assert document.prose[at : sentence.span.start].strip() == ""
        at = sentence.span.end
        assert 0 <= sentence.lead <= document.locate(sentence.span).start
        assert sentence.heading is None or sentence.heading in PART_KINDS
        assert sentence.words >= len(sentence.span.of(document.prose).split()) - 1
        assert sentence.seconds is None or sentence.seconds >= 0
    assert document.prose[at:].strip() == ""
    assert [s.paragraph for s in document.sentences] == sorted(s.paragraph for s in document.sentences)
    assert all(a.lead <= b.lead for a, b in pairwise(document.sentences))
    assert document.words >= len(document.prose.split())


@given(
    st.lists(
        st.sampled_from(["I", "fixed", "it.", "Then,", "we", "won!", "\n", "\n\n", "\r\n", "don’t", "5%"]),
        max_size=60,
    )
)
def test_words_of_prose_are_counted_at_white_space(parts: list[str]) -> None:
    """Without clutter, the words of the whole are those of the text."""
    text = " ".join(parts)
    assert read(text).words == len(text.split())


def test_words_are_those_of_the_text_but_for_the_clutter() -> None:
    """Headings count; front matter, bullets, stamps, labels of speakers and comments do not."""
    document = read("---\nlevel: L6\n---\n## Situation\n- We had **one** leak. <!-- x -->\n- It was bad.\n")
    assert document.words == len(["Situation", "We", "had", "one", "leak.", "It", "was", "bad."])


def test_nothing_is_translated() -> None:
    """Line ends, spaces, quotes, emoji and control characters keep their places."""
    text = "It’s “fine”.\r\n\r\nWe\xa0won 🎉👍🏽.\x07 \x1b[31mRed\x1b[0m it was.\tYes."
    document = read(text)
    assert document.prose == text
    assert [document.locate(s.span).of(text) for s in document.sentences] == [
        "It’s “fine”.",
        "We\xa0won 🎉👍🏽.\x07",
        "\x1b[31mRed\x1b[0m it was.",
        "Yes.",
    ]


@pytest.mark.parametrize("input", INPUTS)
def test_nothing_to_read_is_an_empty_document(input: Input) -> None:
    """Text of white space has no sentences; asking where they are does no harm."""
    document = read(" \n\t ", input)
    assert (document.sentences, document.words) == ((), 0)
    assert document.locate(Span(0, 0)) == Span(0, 0)


def test_bytes_are_decoded_and_read() -> None:
    """Notices of the decoder reach the document, and its refusals the caller."""
    document = read_bytes("I’m done.".encode("cp1252"))
    assert (document.text, len(document.notices)) == ("I’m done.", 1)
    with pytest.raises(UnreadableInput, match="limit"):
        read_bytes(b"I did it.", max_bytes=3)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=120), st.sampled_from(INPUTS))
def test_bytes_raise_nothing_but_unreadable_input(data: bytes, input: Input) -> None:
    """Malformed front matter is unreadable input too."""
    with contextlib.suppress(UnreadableInput):
        read_bytes(data, input)


@pytest.mark.parametrize("shape", SHAPES["read"], ids=repr)
@pytest.mark.parametrize("input", INPUTS)
def test_repetition_of_marks_is_read(shape: str, input: Input) -> None:
    """Forty thousand characters of the same few marks are read, and every piece lies in the text."""
    text = repeated(shape, 40_000) + "x"
    document = attempt(text, input)
    assert document.text == text
    assert all(0 <= s.span.start < s.span.end <= len(document.prose) for s in document.sentences)


def test_a_book_is_read() -> None:
    """A hundred thousand words are read whole."""
    paragraph = (
        "We lost 12% of the orders, e.g. in Leeds. I asked why; “no idea,” said Dr. Roy. So I looked. "
    )
    text = "\n\n".join(paragraph * 5 for _ in range(1 + 100_000 // (5 * len(paragraph.split()))))
    document = read(text)
    assert document.words == len(text.split()) >= 100_000


def test_the_words_are_those_of_the_lexicon() -> None:
    """`words.py` is generated from reading.toml, and up to date."""
    path = Path(words.__file__).parent.parent / "playbook" / "data" / "lexicons" / "reading.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for name, listed in [p for table in data.values() for p in table.items()]:
        if name in PART_KINDS:
            assert {w for w, part in words.PARTS.items() if part == name} == set(listed)
        else:
            assert getattr(words, name.upper()) == set(listed)
