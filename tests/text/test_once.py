"""What was told, once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.text import read
from storybank.text.once import told_once

SAID = "We moved the shop in March. I carried the shelves myself. It went fine. "


def test_a_later_copy_is_left_out() -> None:
    """A sentence said again is heard once, and the rest still leads back to the text."""
    document = read(SAID + "I carried the shelves myself! The rent fell by half.")
    once, kept = told_once(document)
    assert kept == (0, 1, 2, 4)
    assert [once.locate(s.span).of(once.text) for s in once.sentences] == [
        document.locate(document.sentences[k].span).of(document.text) for k in kept
    ]


def test_short_sentences_may_be_said_again() -> None:
    """ "We did it." means something each time."""
    assert told_once(read("We did it. We opened on time. We did it."))[1] == (0, 1, 2)


def test_blanks_are_plain() -> None:
    """A non-breaking space changes nothing but itself."""
    once, _ = told_once(read("It fell by 40\xa0% in two\u202fweeks."))
    assert "\xa0" not in once.prose
    assert len(once.prose) == len("It fell by 40 % in two weeks.")


@given(
    st.lists(
        st.sampled_from(["I asked the driver twice. ", "Nobody came. ", "It cost us 40 euros.\n\n"]),
        max_size=12,
    )
)
@settings(max_examples=60)
def test_every_sentence_stands_in_the_text(parts: list[str]) -> None:
    """Whatever is left out, what is kept is in the text, in order, and not repeated."""
    document = read("".join(parts))
    once, kept = told_once(document)
    assert list(kept) == sorted(set(kept))
    for sentence, index in zip(once.sentences, kept, strict=True):
        assert once.locate(sentence.span) == document.locate(document.sentences[index].span)
