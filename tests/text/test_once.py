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


def test_a_text_that_stops_short_ends_with_a_full_stop() -> None:
    """What is judged closes like the sentences before it, and no offset leaves the text."""
    document = read("The rent was due. I went to the landlord. He gave us a month")
    once, _ = told_once(document)
    assert once.prose == document.prose + "."
    last = once.sentences[-1].span
    assert last.of(once.prose) == "He gave us a month."
    assert once.locate(last).of(document.text) == "He gave us a month"


def test_notes_and_closed_texts_keep_their_end() -> None:
    """Nothing is added after a quotation that holds its stop, nor to lines that have none."""
    for text in (
        'The rent was due. I went to him. He said: "A month."',
        "The rent was due\nI went to the landlord\nHe gave us a month",
    ):
        assert told_once(read(text))[0].prose == text


def test_chained_semicolons_read_as_full_stops() -> None:
    """A chain of clauses is judged like the same sentences; within a sentence the semicolon stays."""
    chained = read(
        "the rent was due in May; I went to the landlord myself; he gave us a month; it was enough for us;"
    )
    once, _ = told_once(chained)
    assert once.prose.count(".") == 4
    assert ";" not in once.prose
    assert told_once(read("The rent was due; I went to him. He gave us a month."))[0].prose.count(";") == 1


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
