"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.text import Span, read
from storybank.text.sentences import count_words, resegment, split

CASES: dict[str, list[str]] = {
    "plain": ["We lost two nights.", "Nobody slept.", "I took the third."],
    "marks that nobody sees": ["We lost two nights.\u200b", "Nobody slept.\u202c\u00ad", "I took it."],
    "titles": ["Dr. Osei called Prof. Lind and Mr. Adeyemi.", "Mrs. Roy agreed."],
    "initials": ["I paired with J. K. Marsh on it.", "We shipped."],
    "decimals": ["Latency fell from 3.5 s to 0.8 s.", "It cost $1.2 million."],
    "versions": ["We were on v2.11.4 of the client.", "Node.js 18.2 broke it."],
    "numbered": ["See No. 5 and fig. 3 on p. 12.", "No.", "I said no."],
    "latin": ["We used queues, e.g. Kafka, i.e. the old one, vs. Rabbit.", "It held."],
    "et cetera": [
        "I called sales, support, etc. and told them.",
        "Then legal, finance, etc.",
        "We met at noon.",
    ],
    "morning": ["It froze at 4 a.m. Monday.", "It froze at 4 a.m.", "Drivers sat in the yard."],
    "hours that open a sentence": ["Nobody came.", "At 5 p.m. I left.", "By 6 p.m. Oslo had called."],
    "time zones": ["The call was at 9 p.m. GMT and ran long.", "We hung up at 10 p.m.", "I wrote it up."],
    "countries": [
        "I moved to the U.S. Army base.",
        "I left the U.S.",
        "We sold it there.",
        "The U.K. team stayed.",
    ],
    "degrees": ["She holds a Ph.D. in physics.", "He has an M.Sc. from Delft."],
    "companies": ["Acme Inc. was late.", "I told Beta Ltd. about it.", "They paid."],
    "companies at the end": ["The client was Acme Inc.", "We won them back."],
    "months": ["It shipped on Jan. 5 and Sept. 9.", "The cat sat.", "We lay in the sun.", "It rose."],
    "years": ["I joined in 2019.", "By 2021 we were twelve.", "That was that."],
    "figures": ["We were a team of 12.", "Nine left."],
    "pronoun I": ["Nobody knew, nor did I.", "We asked around."],
    "plan B": ["We went to plan B.", "That held."],
    "ellipsis": ["It was quiet...", "Nobody called.", "So I... I mean we waited."],
    "ellipsis sign": ["And then… nothing happened.", "It broke…", "Sarah fixed it."],
    "shouts": ["What?!", "No!", "We shipped it anyway."],
    "question": ["Why did it fail?", "Because I let it."],
    "quotation": ['He said: "It is broken. Fix it now." and left.', "I fixed it."],
    "quotation at the end": ['She said, "We ship on Monday."', "I disagreed."],
    "curly quotation": ["She asked, “Why now?”", "I had no answer."],
    "attribution": ['"Why now?" Anna asked.', '"Stop!" he said.', "I stopped."],
    "single quotes": ["I mumbled 'are we sure?' once, no more.", "He wrote 'All good.'", "I kept it."],
    "quoted answer": ['"Our platform was slow.', "It lost users.", 'I owned it."'],
    "aside": ["The tool (it was old. very old.) died.", "(I was new.)", "I rewrote it."],
    "aside before the stop": ["It cost us a week (or two).", "I paid."],
    "emoji": ["It worked! 🎉", "Then we left 🙂.", "Bye."],
    "emoji for a stop": ["We shipped it 🚀", "Then we slept."],
    "emoticon": ["They liked it. :)", "We went on."],
    "missing space": ["The build was done.", "Then we left.", "I slept."],
    "names with stops": ["We ran ASP.Net and booking.Com on it.", "It held."],
    "small letters": ["all back by 12.40.", "three of them were late.", "i fixed those."],
    "abbreviated small": ["5 rules, e.g. when a load is wide.", "both came in for approx. ten days."],
    "semicolon": ["I asked; she refused; we met again.", "It took a week."],
    "chain of semicolons": [
        "the pump failed twice a week;",
        "nobody knew why;",
        "I took the case off and drew every part of it;",
        "it has run for a year.",
    ],
    "semicolons before capitals": ["The pump failed;", "We drew it; it ran.", "It held."],
    "semicolons in a quotation": ['He said "stop; go home; sleep; come back on Monday" and left.', "I went."],
    "list of things after semicolons": ["I led roads; bridges; two tunnels; and locks.", "It held."],
    "list on one line": ["I drew it.", "- Told the crew.", "- 12 of 14 came."],
    "dash": ["I waited — and nothing came.", "Then it did."],
    "url": ["It is at https://example.org/a.b?c=d now.", "Look there."],
    "mail": ["I wrote to j.doe@example.org. She answered."],
    "et al": ["We followed Brewer et al. and their paper.", "It helped."],
    "units": ["It took 5 min. on average.", "We cut it."],
    "amounts": ["We saved approx. $2M.", "Not bad."],
    "restarts": ["So, um, we, we had this, this queue.", "It, like, died."],
    "bold marks": ["It **failed.**", "We fixed it."],
    "Inc. in mid-sentence": ["At Foo Inc. Priya led the team.", "I followed."],
    "full width": ["它坏了。", "我修好了。"],
}
CASES["mail"] = ["I wrote to j.doe@example.org.", "She answered."]


@pytest.mark.parametrize("name", CASES)
def test_hard_cases_are_cut_where_a_reader_would(name: str) -> None:
    """Each list of sentences, joined by spaces, is found again."""
    sentences = CASES[name]
    prose = " ".join(sentences)
    if name == "missing space":
        prose = prose.replace("done. Then", "done.Then")
    assert [s.of(prose) for s in split(prose)[0]] == sentences


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    """Lines broken at a width are one paragraph of sentences."""
    prose = (
        "The import had been failing for a month before I\n"
        "Joined the team, and nobody could say why it was\n"
        "so. I asked to own it."
    )
    assert [s.of(prose) for s in split(prose)[0]][1] == "I asked to own it."
    assert len(split(prose)[0]) == 2


def test_a_line_of_notes_is_a_sentence() -> None:
    """Lines of uneven length stand for themselves."""
    prose = "Cut the cost by 30%\nMoved two teams\nNo outage since then in any of the regions"
    assert len(split(prose)[0]) == 3


def test_a_line_that_goes_on_in_small_letters_is_one_sentence() -> None:
    """A break before a small letter, in text with capitals, is a wrap."""
    prose = "I asked the team\nto wait for me"
    assert len(split(prose)[0]) == 1


def test_stops_are_obeyed() -> None:
    """A sentence begins at each stop that the reader gives."""
    assert [s.of("one two three") for s in split("one two three", [4, 8])[0]] == ["one", "two", "three"]


def test_marks_alone_are_no_sentence() -> None:
    """A dash, dots or an emoji go with what stands before."""
    assert [s.of("We left. ... Then — 🎉") for s in split("We left. ... Then — 🎉")[0]] == [
        "We left.",
        "... Then — 🎉",
    ]


@given(
    st.text(alphabet="aA1I .!?…\n\r\"'“”()-–•🎉\xa0e.g,:;", max_size=80),
    st.lists(st.integers(0, 80), max_size=4),
)
def test_every_letter_lies_in_one_sentence(prose: str, stops: list[int]) -> None:
    """Sentences are sorted, apart, trimmed, and lose nothing but white space."""
    spans, closed = split(prose, sorted(stops))
    assert 0 <= closed <= len(prose)
    at = 0
    for span in spans:
        assert prose[at : span.start].strip() == ""
        assert span.of(prose) == span.of(prose).strip() != ""
        at = span.end
    assert prose[at:].strip() == ""
    if all(s >= len(prose) or s == 0 or prose[s].isspace() or prose[s - 1].isspace() for s in stops):
        assert sum(count_words(prose, s) for s in spans) == len(prose.split())


def test_resegment_cuts_at_the_offsets_given() -> None:
    """New sentences begin where a model says, and words and time are kept in sum."""
    document = read("0:00\nso we had this queue\n0:10\nand it died so\n0:20\ni fixed it\n0:30\nok")
    at = document.prose.index("i fixed")
    again = resegment(document, [at])
    assert [s.span.of(again.prose) for s in again.sentences] == [
        "so we had this queue and it died so",
        "i fixed it ok",
    ]
    assert again.words == document.words
    assert sum(s.seconds or 0 for s in again.sentences) == pytest.approx(
        sum(s.seconds or 0 for s in document.sentences), abs=0.01
    )


def test_resegment_keeps_headings_at_the_head_of_a_sentence() -> None:
    """A heading opens a sentence though the model did not ask for it."""
    document = read("Situation: we had a leak and it was bad\nTask: i had to stop it")
    again = resegment(document, [document.prose.index("and it")])
    assert [s.heading for s in again.sentences] == ["situation", "situation", "task"]
    assert [s.words for s in again.sentences] == [5, 4, 6]
    assert again.sentences[2].lead == document.text.index("Task")


def test_resegment_refuses_offsets_outside_the_prose() -> None:
    """A boundary beyond the end is a mistake of the caller."""
    with pytest.raises(ValueError, match="outside the prose"):
        resegment(read("One two."), [99])


@given(st.text(alphabet="ab. \n:S", max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_resegment_loses_nothing(text: str, cuts: list[int]) -> None:
    """Whatever the cuts, every word stays in one sentence."""
    document = read(text)
    again = resegment(document, [c for c in cuts if c <= len(document.prose)])
    covered = "".join(s.span.of(again.prose) for s in again.sentences)
    assert "".join(covered.split()) == "".join(document.prose.split())
    assert all(a.span.end <= b.span.start for a, b in zip(again.sentences, again.sentences[1:], strict=False))


def test_span_of_a_sentence_is_the_sentence() -> None:
    """Spans are in prose coordinates."""
    document = read("It broke. I fixed it.")
    assert document.sentences[1].span == Span(10, 21)
