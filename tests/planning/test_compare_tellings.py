"""Tellings of one story side by side."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.planning.compare import CHANGES, Text, compare, tellings_of
from storybank.stories.story import FollowUp, Revision, Story, Telling

MEASURE = Text(
    "bank",
    "In March 2022 our checkout failed about nine times a month. I helped the platform team trace it to a retry loop. "
    "My colleague Priya wrote the fix. Errors fell from 9 to 2 a month, and we saved roughly £40,000 a year. Two "
    "squads took it up.",
)
ANSWERS = [
    json.loads(line)["text"]
    for line in (Path(__file__).parents[2] / "training/answers/given.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def found(text: str) -> set[tuple[str, str, str]]:
    """Kind, change and quote of each difference from the measure."""
    (compared,) = compare(MEASURE, [Text("told", text)])
    return {(d.kind, d.change, d.here.quote) for d in compared.differences}


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        ("Errors fell from 19 to 2 a month at the checkout.", ("figure", "grew", "19")),
        ("Errors at the checkout fell from 7 to 2 a month.", ("figure", "shrank", "7")),
        ("We saved roughly £400,000 a year in errors.", ("figure", "grew", "£400,000")),
        ("We saved £40,000 a year in errors.", ("figure", "grew", "£40,000")),
        ("I led the platform team to trace it to a retry loop.", ("deed", "grew", "led")),
        ("I wrote the fix with Priya, my colleague.", ("attribution", "grew", "wrote")),
        ("In April 2022 our checkout failed.", ("date", "drifted", "April 2022")),
        ("The checkout failed, and 12 drivers complained about errors.", ("figure", "new", "12")),
    ],
)
def test_each_way_of_drifting_is_told(text: str, difference: tuple[str, str, str]) -> None:
    """What grew, drifted, shrank or came from nowhere is named as that."""
    assert difference in found(text)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(ANSWERS))
def test_a_telling_does_not_differ_from_itself(text: str) -> None:
    """The same words, in any choice, are no drift."""
    sentences = re.split(r"(?<=[.!?])\s+|\n+", text.strip())
    (compared,) = compare(Text("a", text), [Text("b", " ".join(sentences[::2]))])
    assert compared.differences == ()


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(ANSWERS), st.sampled_from(ANSWERS))
def test_places_point_into_both_texts(one: str, other: str) -> None:
    """Every difference quotes the telling and the measure, gravest first."""
    (compared,) = compare(Text("a", one), [Text("b", other)])
    for d in compared.differences:
        assert d.here.span.of(other) == d.here.quote
        assert d.sentence.span.of(other) == d.sentence.quote
        assert d.there is None or d.there.span.of(one) == d.there.quote
    assert [CHANGES.index(d.change) for d in compared.differences] == sorted(
        CHANGES.index(d.change) for d in compared.differences
    )


def test_the_same_drift_is_told_once() -> None:
    """A figure that drifts wherever it is told is one difference, matched where it belongs, with its other places."""
    text = "Errors fell from 19 to 2 a month at the checkout. Yes, from 19 to 2 errors a month."
    (compared,) = compare(MEASURE, [Text("told", text)])
    (drift,) = [d for d in compared.differences if d.here.quote == "19"]
    assert drift.there is not None
    assert drift.there.quote == "9"
    assert [place.span.of(text) for place in drift.again] == ["19"]


def test_each_drifted_figure_has_its_own_question() -> None:
    """The question names both figures, so that two that drifted in one sentence are two questions."""
    text = "Errors fell from 19 to 3 a month at the checkout."
    (compared,) = compare(MEASURE, [Text("told", text)])
    ((_, questions),) = compared.probed
    assert [q.partition(":")[0] for q in questions] == [
        "It has been told as “9” and as “19”", "It has been told as “2” and as “3”"
    ]  # fmt: skip


def test_a_resume_is_read_for_this_story_only() -> None:
    """Lines about other work are no drift; a line about this story is held against it."""
    line = "- Led the platform team in tracing checkout errors"
    resume = f"Jane Doe, 2015-2023\n{line}\n- Built a scheduler for 12 depots\n- Hired 5 cooks"
    (compared,) = compare(MEASURE, [Text("cv", resume)])
    assert not compared.whole
    assert {d.sentence.quote for d in compared.differences} == {
        "- Led the platform team in tracing checkout errors"
    }


def test_what_will_be_asked_comes_with_its_sentence() -> None:
    """The sentence with most differences is first, with questions to expect."""
    (compared,) = compare(
        MEASURE,
        [
            Text(
                "told",
                "Two squads took it up. I led the platform team and wrote the fix alone in April 2022.",
            )
        ],
    )
    place, questions = compared.probed[0]
    assert place.quote.startswith("I led")
    assert all(q.endswith(("?", ".")) for q in questions)


def test_tellings_of_a_story_are_gathered_once() -> None:
    """The present telling first, then kept ones, replies and older revisions; what says the same is left out."""
    old = Story("s", "t", prose="I moved 9 queues.")
    new = Story(
        "s",
        "t",
        prose="I moved 12 queues.",
        tellings=(Telling("short", "Queues moved."), Telling("same", "I  moved 12 queues.")),
        followups=(FollowUp("Why?", "Because."), FollowUp("When?")),
    )
    at = datetime(2026, 1, 1, tzinfo=UTC)
    texts = tellings_of(new, [Revision(1, at, "new", old), Revision(2, at, "edit", new)])
    assert [t.name for t in texts] == ["now", "telling short", "reply to “Why?”", "revision 1"]
