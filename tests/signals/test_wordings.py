"""What is heard in a prose, and what is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapes import SHAPES, repeated

from storybank.playbook.patterns import expanded, wordings, written
from storybank.rules.registry import RULES
from storybank.signals.wordings import find_wordings, grams, may_match
from storybank.text.span import Span

ANSWERS = Path(__file__).parents[2] / "training/answers"
PIECES = ("İ", "I lost my temper", "we sat down together", "'", '"', "’", "\n")

SHOWN = {
    "self-awareness": (
        "I realised I was getting frustrated with all of it.",
        "I noticed that I was not listening to her.",
        "My impatience was making everyone nervous.",
        "so i felt um really ashamed and i went home",
        "I had to admit that I had judged him too fast.",
        "I took a deep breath before the call.",
        "I was too blunt and I know it.",
        "I lost my temper with the driver.",
        "I have the tendency to control, and I tend to take over.",
        "My first reaction was to defend the plan.",
        "I stopped defending myself and let him finish.",
        "I swallowed my pride and rang her.",
        "Behind that was my own fear of looking weak.",
    ),
    "social-awareness": (
        "I noticed the team was hesitant to say it.",
        "I saw that people were overwhelmed by the dates.",
        "She looked exhausted by the Friday.",
        "They felt ignored by the head office.",
        "I understood why he was angry about it.",
        "Nobody dared to ask the chief.",
        "I tried to put myself in her shoes.",
        "I asked what worried her.",
        "I let them talk until noon.",
        "I adapted my style to each of them, and my tone to suit the people.",
        "i gave him time to think about it",
        "He was afraid of losing his place.",
        "I spoke more slowly with the older ones.",
    ),
    "relationship": (
        "I worked to build trust with the night shift.",
        "I told them openly what I did not know.",
        "I apologised to him the same day.",
        "We sat down together and drew it.",
        "I mediated between the kitchen and the floor.",
        "I got both of them around the table.",
        "We found a compromise on the dates.",
        "I made sure that everyone had a say in it.",
        "i invited the critics to the test",
        "We cleared the air over that.",
        "I took her under my wing.",
        "He still calls me for advice, and we get on well.",
        "I asked for her opinion before the meeting.",
    ),
}
NOT_SHOWN = {
    "self-awareness": (
        "I felt the pump shake and I was certain of the cause.",
        "I'm afraid we have no slot on Monday.",
        "I noticed that the valve was stuck.",
        "My own desk stood by the door. My first task was the oven.",
        'She said "I was so ashamed of it" and left.',
    ),
    "social-awareness": (
        "The pipe was under pressure and the tests went red.",
        "I noticed that the queue was longer on Mondays.",
        "I gave the pump to the fitter and listened to the motor.",
        "The budget was exhausted and the engine went quiet.",
        'He wrote "they were furious" in the report.',
    ),
    "relationship": (
        "I put the plan together and sat down at my desk.",
        "I built the trust fund report.",
        "The open doors let the cold out.",
        "I negotiated the price and invited bids.",
        "I brought the cables together in one box.",
    ),
}


def _texts() -> Iterator[str]:
    """Some of the labelled answers, and what the rules give as cases."""
    for path in sorted(ANSWERS.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in islice(lines, 0, None, 20))
    for rule in RULES:
        yield from (case.text for case in (*rule.flagged, *rule.clean))


def test_what_is_spared_would_not_have_matched() -> None:
    """What is found is what every pattern finds in the whole text, in a text that holds one of its words."""
    compiled = {
        tag: [(words, re.compile(expanded(pattern))) for words, pattern in lines]
        for tag, lines in written().items()
    }
    for text in _texts():
        heard = find_wordings(text)
        low, quoted = heard._low, heard._quoted
        for tag, lines in compiled.items():
            found = {
                Span(*match.span())
                for words, pattern in lines
                if any(word in low for word in words)
                for match in pattern.finditer(low)
                if match.group()
            }
            assert set(heard[tag]) == {s for s in found if not any(q.overlaps(s) for q in quoted)}, (
                tag,
                text,
            )


@given(st.text("ab.", max_size=12), st.lists(st.lists(st.text("ab", min_size=1, max_size=2)), max_size=3))
def test_one_text_meets_all_needs(text: str, needs: list[list[str]]) -> None:
    """What one sentence lacks, another one does not make up for."""
    sentences = list(enumerate(text.split(".")))
    wanted = [(k, s) for k, s in sentences if all(any(piece in s for piece in need) for need in needs)]
    assert may_match(needs, sentences) == wanted


@given(st.text(max_size=20), st.data())
def test_grams_know_every_piece_of_a_text(text: str, data: st.DataObject) -> None:
    """Three or four characters of the text are among its grams, wherever they stand."""
    at = data.draw(st.integers(0, max(0, len(text) - 3)))
    assert text[at : at + 3] in grams(text)
    assert text[at : at + 4] in grams(text)


def test_a_tag_without_wordings_is_not_said() -> None:
    """A tag that has no file is no key, so it falls to whatever default the caller gives."""
    heard = find_wordings("I lost my temper.")
    assert "own" not in heard
    assert heard.get("own", ()) == ()
    assert set(heard) == set(wordings())
    assert len(heard) == len(wordings())


@pytest.mark.parametrize(("tag", "prose"), [(tag, prose) for tag in SHOWN for prose in SHOWN[tag]])
def test_emotion_is_heard(tag: str, prose: str) -> None:
    """Each layer is heard in British, American, second-language and unpunctuated speech."""
    assert find_wordings(prose)[tag]


@pytest.mark.parametrize(("tag", "prose"), [(tag, prose) for tag in NOT_SHOWN for prose in NOT_SHOWN[tag]])
def test_emotion_is_not_heard_where_there_is_none(tag: str, prose: str) -> None:
    """Things, politeness and what others are quoted as saying show no layer."""
    assert [s.of(prose) for s in find_wordings(prose)[tag]] == []


@pytest.mark.parametrize("marks", ['""', "“”", "''", "‘’"])
def test_quoted_speech_does_not_count(marks: str) -> None:
    """What somebody is quoted as saying is not what the speaker says, whatever the quotation marks."""
    prose = f"She said {marks[0]}I lost my temper{marks[1]} and left."
    assert not find_wordings(prose)["self-awareness"]
    assert find_wordings("She said it and I lost my temper and left.")["self-awareness"]


@pytest.mark.parametrize("before", ["İİİ ", "ẞ ﬁ ", "😀 ", "e\u0301 ", "’“ ", "\u2028"])
def test_offsets_hold_with_odd_letters(before: str) -> None:
    """A letter whose lower case is longer, or a mark of two code points, shifts nothing."""
    prose = f"{before}So I lost my temper, then."
    assert [s.of(prose) for s in find_wordings(prose)["self-awareness"]] == ["I lost my temper", "my temper"]


@given(
    st.text(max_size=120)
    | st.lists(st.sampled_from(["İ", "I lost my temper", "we sat down together", "'", '"', "’", "\n"])).map(
        " ".join
    )
)
def test_spans_lie_in_the_text_and_in_order(prose: str) -> None:
    """Whatever the text, spans are inside it, not empty, and sorted."""
    for spans in find_wordings(prose).values():
        assert list(spans) == sorted(spans)
        assert all(0 <= s.start < s.end <= len(prose) for s in spans)


@pytest.mark.parametrize("shape", SHAPES["wordings"], ids=repr)
def test_no_pattern_is_lost_in_repetition(shape: str) -> None:
    """Every pattern comes to an end on long repetition, even one whose cheap test would have spared it."""
    text = repeated(shape, 12_000)
    compiled = [re.compile(expanded(pattern)) for lines in written().values() for _, pattern in lines]
    found = [(match.start(), match.end()) for pattern in compiled for match in pattern.finditer(text)]
    assert all(0 <= start < end <= len(text) for start, end in found)
