"""The engine of the wordings, and every pattern of every file."""

from __future__ import annotations

import re
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spent import seconds

from storybank.signals import wordings
from storybank.signals.wordings import MACROS, find_wordings, tags

HOSTILE = (
    "i ",
    "i was so ",
    "the team ",
    "we're ",
    "my own boss ",
    "he's ",
    "a-",
    "',",
    "not ",
    "'",
    '"',
    "because they were ",
)
ELSEWHERE = {("sameagain", ("again",))}  # the word must stand somewhere in the answer, not in the match
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


def _rows() -> list[tuple[str, tuple[str, ...], str]]:
    return [(tag, *row) for tag in tags() for row in wordings._patterns(tag)]


def _expanded(pattern: str) -> str:
    return wordings._compiled(pattern).pattern


def test_every_pattern_compiles_and_names_only_known_macros() -> None:
    """A slip in a file would show only when an answer happens to hold its words."""
    for tag, _, pattern in _rows():
        expanded = _expanded(pattern)
        assert not re.search(r"\{[a-z]+\}", expanded), (tag, pattern)
        assert not wordings._compiled(pattern).match(""), (tag, pattern)


def test_every_pattern_has_a_cheap_test_that_belongs_to_it() -> None:
    """A word before the bar, or a part of it, occurs in the pattern, else the line could hardly ever speak."""
    for tag, words, pattern in _rows():
        expanded = re.sub(r"\\[bwsd]", " ", _expanded(pattern))
        pieces = [piece[:4] for word in words for piece in re.findall("[a-z]{2,}", word)]
        fits = any(part in expanded for part in (*words, *pieces))
        assert fits or (tag, words) in ELSEWHERE, (tag, words)


def test_no_line_stands_twice_in_a_file() -> None:
    """Each pattern is written once."""
    rows = [(tag, pattern) for tag, _, pattern in _rows()]
    assert len(rows) == len(set(rows))


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


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_only(unit: str) -> None:
    """Long repetition takes linear time in every pattern, even one whose cheap test would have spared it."""
    compiled = [wordings._compiled(pattern) for _, _, pattern in _rows()]

    def find_all(text: str) -> list[int]:
        return [sum(1 for _ in pattern.finditer(text)) for pattern in compiled]

    spent = [seconds(partial(find_all, unit * size)) for size in (300, 1_200)]
    assert spent[1] < 10 * spent[0] + 0.2


def test_macros_do_not_capture() -> None:
    """A group in a macro would change what a pattern's own groups mean."""
    assert all(re.compile(regex).groups == 0 for regex in MACROS.values())
