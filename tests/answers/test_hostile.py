"""Whatever is thrown at it: no crash, no hang, offsets that hold, and nothing on its way to a terminal."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from bases import STORIES, Story, review_as
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapes import SHAPES, repeated

import storybank
from storybank.errors import StorybankError
from storybank.playbook.names import LEVELS
from storybank.reviewer.report import (
    DIMENSIONS,
    VERDICTS,
    Finding,
    Probe,
    Quote,
    Reason,
    Report,
    ReportedFigure,
)

SOUND = (
    "The pump failed twice a week. I rebuilt the seal, and it hasn't failed since, which saves £900 a month."
)
STORY = next(story.text for story in STORIES if story.name == "payment-retries")
MEGABYTE = 1_000_000

NASTIES = {
    "empty": "",
    "white space": " \n\t\r\n \xa0\u2003\u2028",
    "one letter": "a",
    "one mark": "?",
    "ansi colours": f"\x1b[31m{SOUND}\x1b[0m \x1b[2J\x1b[H I asked \x1b]0;owned\x07 for it.",
    "ansi link": f"\x1b]8;;http://example.org\x1b\\{SOUND}\x1b]8;;\x1b\\",
    "c1 controls": f"\x9b31m{SOUND}\x85\x90\x9d",
    "control characters": "".join(map(chr, range(32))) + SOUND + "\x7f\x00\x00",
    "backspaces": SOUND + "\b" * 40 + "I failed." + "\r" + "I won.",
    "terminal markup": f"[red]{SOUND}[/red] [link=http://example.org]x[/link] [/] [bold [[/bold]]",
    "format fields": f"{{quote}} {{0}} {{finding.rule}} %s %(x)s {SOUND} {{}} {{",
    "html": f"<script>alert(1)</script><b>{SOUND}</b><!-- storybank: off --> &amp;&#0;",
    "zero width": "\u200b\u200c\u200d\ufeff".join(SOUND),
    "right to left": f"\u202e{SOUND}\u202c \u2067{SOUND}\u2069 מערכת التقرير",
    "combining marks": "".join(c + "\u0301" * 8 for c in SOUND),
    "emoji": f"👩🏽‍🚒🏳️‍🌈 {SOUND} 👨‍👩‍👧‍👦 I fixed 🔥🔥🔥 by 50% 🇬🇧.",
    "beyond the plane": f"𝕀 𝕨𝕣𝕠𝕥𝕖 {SOUND} 𠜎𠜱",
    "full width": "Ｉ ｓａｖｅｄ ５０％ ｏｆ £１，０００．",
    "lone surrogate": f"{SOUND} \ud83d {SOUND}",
    "other scripts": "Мы запустили проект. 我负责这个项目。 أنا مسؤول. मैंने किया। 私がやった。",
    "exotic line ends": SOUND.replace(" ", "\u2028") + "\u2029\x0b\x0c\x1c\x1d" + SOUND,
    "mixed line ends": f"{SOUND}\r{SOUND}\r\n{SOUND}\n\r{SOUND}",
    "bom inside": f"\ufeff{SOUND}\ufeff\ufeff",
    "deep quotes": ">" * 2_000 + " " + SOUND,
    "deep lists": "".join("  " * k + "- I fixed it\n" for k in range(120)),
    "deep emphasis": "*" * 999 + SOUND + "*" * 999,
    "deep brackets": "[" * 2_000 + SOUND + "](" * 1_000,
    "many headings": "# Result\n" * 400 + SOUND,
    "open fence": f"```\n{SOUND}\n",
    "front matter alone": "---\nquestion: why?\n---\n",
    "rules of dashes": "---\n" * 300 + SOUND,
    "table": "|" * 1_500 + "\n" + "|-" * 700 + "\n" + SOUND,
    "one long line": f"{SOUND} " * 60,
    "one long word": f"I {'un' * 30_000}did it. {SOUND}",
    "time stamps": "00:00:01,000 --> 00:00:02,000\n" * 200 + SOUND,
    "bad time stamps": f"[99:99:99] Me: {SOUND}\n[-1:00] {SOUND}\n99999999:00 --> 0:0\n",
    "speakers": "".join(f"S{k}: I did it.\n" for k in range(150)),
    "figures": "1,1,1,1 $$$ 5%%% 10x10x10 1e999 3/0 ½½ £-5 99999999999999999999999999% ",
    "from to": "from 1 to from 2 to from 3 to " * 60 + SOUND,
    "nested doubts": "I guess maybe sort of I think perhaps kind of " * 40,
}


def check(text: str, report: Report) -> None:
    """All that holds of a report, whatever the text."""
    assert report.text == text
    size = len(text)
    quotes: list[Finding | ReportedFigure | Quote] = [*report.findings, *report.figures]
    quotes += [quote for principle in report.principles for quote in principle.evidence]
    for quoted in quotes:
        assert 0 <= quoted.start <= quoted.end <= size
        assert text[quoted.start : quoted.end] == quoted.quote
    places: list[Probe | Reason] = [*report.probes]
    places += [reason for score in report.scores.values() for reason in score.reasons]
    for placed in places:
        assert (placed.start is None) == (placed.end is None)
        if placed.start is not None and placed.end is not None:
            assert 0 <= placed.start <= placed.end <= size
    free = 0
    for part in report.parts:
        assert free <= part.start < part.end <= size
        assert part.words >= 0
        assert part.seconds >= 0
        free = part.end
    told = sorted((f.start, f.end) for f in report.figures if f.outcome)
    assert all(first[1] <= second[0] for first, second in pairwise(told))
    assert set(report.scores) == set(DIMENSIONS)
    assert all(1 <= score.value <= 5 and score.reasons for score in report.scores.values())
    assert all((score.next is None) == (score.value == 5) for score in report.scores.values())
    assert report.verdict in VERDICTS
    assert report.level in LEVELS
    assert len(report.principles) <= 3
    assert all(0 <= p.strength <= 1 for p in report.principles)
    assert 2 <= len(report.probes) <= 5


def survives(text: str, question: str | None = None) -> Report | None:
    """The checked report, or None where the text was refused in the way that errors.py foresees."""
    try:
        report = storybank.review(text, question=question)
    except StorybankError:
        return None
    check(text, report)
    return report


def steers(shown: str) -> list[str]:
    """Characters that steer a terminal: controls but for line ends and tabs, and overrides of direction."""
    harmful = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    return harmful.findall(shown)


@pytest.mark.parametrize("name", NASTIES)
def test_nasty_texts(name: str) -> None:
    """Every nasty text gets a report whose offsets hold, and printing it steers no terminal."""
    report = survives(NASTIES[name])
    if report is not None:
        assert steers(str(report)) == []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_our_stories(story: Story) -> None:
    """The same invariants on answers as people give them."""
    check(story.text, review_as(story))


@pytest.mark.parametrize("name", ["ansi colours", "format fields", "control characters", "regex"])
def test_hostile_question(name: str) -> None:
    """A question is text like any other."""
    question = NASTIES.get(name, "(" * 5_000 + "a+" * 5_000)
    survives(SOUND, question=question)


_few = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
_scraps = st.sampled_from(
    [
        *SOUND.split(". "), "## Result\n", "**S** ", "(A) ", "- ", "\n\n", "\r\n", "\r", "\xa0",
        "```\n", "Me: ", "00:01:02 ", "[00:05] ", "1\n00:00:01,000 --> 00:00:02,000\n", "---\n", "title: x\n",
        "um, ", "“", "”",
        "\x1b[31m", "\u200b", "\u202e", "👩🏽‍🚒", "$1.8m", "from 9 to 2", "50%", "half", "Anna Berg",
        "<!-- storybank: off -->",
    ]
)  # fmt: skip


@_few
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Any text at all."""
    survives(text)


@settings(_few, max_examples=40)
@given(st.lists(_scraps | st.text(max_size=8), max_size=40).map("".join))
def test_scraps_of_answers(text: str) -> None:
    """Answers torn into scraps of prose, marks and noise."""
    survives(text)


@_few
@given(st.data())
def test_story_with_noise(data: st.DataObject) -> None:
    """A sound story with noise cut into it anywhere."""
    at = data.draw(st.integers(0, len(STORY)))
    cut = data.draw(st.integers(0, 40))
    survives(STORY[:at] + data.draw(st.text(max_size=12)) + STORY[at + cut :])


@pytest.mark.parametrize("shape", SHAPES["review"], ids=repr)
def test_repetition_is_read_to_its_end(shape: str) -> None:
    """Thousands of what regular expressions choke on: the review ends, and its offsets hold."""
    survives(repeated(shape, 3_200))


@pytest.mark.parametrize("shape", SHAPES["one word"], ids=lambda shape: repr(shape[:5]))
def test_half_a_megabyte_of_one_word(shape: str) -> None:
    """So it is with what is one word to the reader, or none at all, up to half a megabyte."""
    survives(repeated(shape, 480_000))


@pytest.mark.parametrize("character", ["a", "\n", "字"])
def test_a_megabyte_of_one_character(character: str) -> None:
    """A megabyte of a single character is over with, and its offsets hold."""
    survives(character * MEGABYTE)
