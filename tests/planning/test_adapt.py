"""A story angled: nothing but spans of the source, in time, with what is missing asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.errors import UnknownName
from storybank.facts.check import check_facts
from storybank.planning.adapt import Adaptation, adapt
from storybank.planning.adapt_score import tables
from storybank.playbook.model import Company
from storybank.playbook.names import PRINCIPLES
from storybank.playbook.shelf import shipped
from storybank.stories.story import Story

ANSWERS = [
    json.loads(line)["text"]
    for name in ("given", "written-3")
    for line in (Path(__file__).parents[2] / f"training/answers/{name}.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
STORY = (
    "Our depot printed labels on a server that froze twice a week, and drivers sat in the yard. Nobody owned it, so I "
    "told my director that I would find the cause. I watched the queue for three nights and saw that a failed job was "
    "tried again without end. I put a small proxy in front of it that parks bad jobs, which the night shift liked. "
    "Freezes fell from nine a month to none by March. I learned to ask who pays for my side work before I begin it."
)


def is_made_of_the_source(found: Adaptation) -> bool:
    """Every told sentence is its span of the source, and the text holds nothing else but white space."""
    rest = found.text
    for told in found.told:
        if told.span.of(found.source) != told.text:
            return False
        rest = rest.replace(told.text, "", 1)
    return not rest.strip()


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(ANSWERS), st.sampled_from([None, *PRINCIPLES]), st.sampled_from([None, "L5", "L6", "L7"]),
    st.sampled_from([None, 20, 45, 60, 90, 150]), st.sampled_from([None, "executive", "bar-raiser"]),
)  # fmt: skip
def test_nothing_is_invented(
    text: str, principle: str | None, level: str | None, seconds: float | None, round_: str | None
) -> None:
    """On real answers, for any wish: spans of the source only, in time, proven best, and clean to the checker."""
    found = adapt(text, principle=principle, level=level, seconds=seconds, round=round_)
    assert is_made_of_the_source(found)
    assert found.limit is None or found.seconds <= found.limit
    assert found.proven
    assert found.notes or check_facts(found.source, found.text) == []
    assert [c.sentence for c in found.choices] == list(range(len(found.choices)))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(ANSWERS), st.sampled_from(PRINCIPLES), st.sampled_from([45, 90, 120]))
def test_the_order_of_events_survives(text: str, principle: str, seconds: float) -> None:
    """Sentences stay in the order in which they were told; one result at most comes to the front, and says so."""
    found = adapt(text, principle=principle, seconds=seconds, level="L7")
    order = [t.sentence for t in found.told]
    moved = [t for t in found.told if t.deed == "moved"]
    assert len(moved) <= 1
    if moved:
        assert moved[0] is found.told[0]
        assert moved[0].part == "result"
        order = order[1:]
    assert order == sorted(order)


def test_without_a_limit_everything_of_worth_is_told() -> None:
    """No time, no wishes: the story as it is."""
    found = adapt(STORY)
    assert [c.deed for c in found.choices] == ["kept"] * 6
    assert " ".join(found.text.split()) == STORY


def test_a_short_time_keeps_the_deed_and_what_came_of_it() -> None:
    """When little fits, action and result go before the rest, and what had to go is said."""
    found = adapt(STORY, seconds=20)
    assert {"action", "result"} <= {t.part for t in found.told}
    assert found.seconds <= 20


def test_a_round_brings_its_time_and_its_order() -> None:
    """An executive hears the result first, in the time of such a round."""
    found = adapt(STORY, round="executive")
    assert found.limit == 120
    assert found.told[0].part == "result"
    assert found.told[0].deed == "moved"


def test_what_is_missing_is_asked_for() -> None:
    """A story without an end is asked for it, with the reason, and without any figure in the question."""
    found = adapt(
        "I watched the print queue for three nights. I put a proxy in front of the server.", level="L6"
    )
    assert "result" in {p.part for p in found.prompts}
    assert all(p.why and not any(c.isdigit() for c in p.question) for p in found.prompts)


@pytest.mark.parametrize("company", ["amazon", "google", "startup"])
def test_a_company_shifts_the_emphasis(company: str) -> None:
    """Its values and the angle that the playbook advises change what the sentences are worth."""
    plain, angled = adapt(STORY), adapt(STORY, company=company)
    assert [c.value for c in plain.choices] != [c.value for c in angled.choices]


def test_the_playbook_decides_what_is_brought_forward() -> None:
    """What the page of a principle asks for is asked of the owner where no sentence touches it, behind the action."""
    found = adapt(STORY, principle="customer-obsession")
    asked = [p for p in found.prompts if "Customer Obsession listens" in p.question]
    assert [found.told[p.after - 1].part for p in asked] == ["action"]
    assert asked[0].why == "the playbook asks for it, and no sentence has a word of it"


def test_a_prompt_sees_what_is_said_in_other_words() -> None:
    """A call that was made is not asked for, whatever verb tells it."""
    heard = STORY.replace("I watched the queue", "I rang nine drivers, watched the queue")
    asked = [p.question for p in adapt(heard, principle="customer-obsession").prompts]
    assert not any("How you learned of it" in question for question in asked)


def test_every_value_of_every_company_has_its_weights() -> None:
    """A value without weights would be told like any other story."""
    shelf = shipped()
    values = {v for c in shelf.names("company") for v in shelf.entry("company", c, Company).values}
    assert values == tables()["principle"].keys()


def test_every_choice_is_explained() -> None:
    """Kept or dropped, each sentence has its reason."""
    assert all(c.why for c in adapt(STORY, principle="dive-deep", seconds=25).choices)


def test_the_same_wishes_give_the_same_telling() -> None:
    """Nothing is left to chance."""
    assert adapt(STORY, principle="ownership", seconds=30) == adapt(STORY, principle="ownership", seconds=30)


def test_a_question_shifts_the_emphasis() -> None:
    """What is asked for is worth more: the lesson when the question is about a failure."""
    plain = adapt(STORY).choices[-1].value
    assert adapt(STORY, question="Tell me about a mistake you made.").choices[-1].value > plain


def test_a_story_of_the_bank_is_told_from_its_parts() -> None:
    """Parts and bullet actions make the source."""
    story = Story(
        "s",
        "Labels",
        situation="The server froze.",
        action="I put a proxy in front of it.",
        actions=("I wrote the page.",),
    )
    assert adapt(story).source == "The server froze.\n\nI put a proxy in front of it.\n\nI wrote the page."


@pytest.mark.parametrize(
    "wish", [{"principle": "dive-dep"}, {"level": "L9"}, {"company": "nowhere"}, {"round": "lunch"}]
)
def test_an_unknown_name_is_refused(wish: dict[str, str]) -> None:
    """A slip of the pen is answered with the names there are."""
    with pytest.raises(UnknownName):
        adapt(STORY, **wish)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["", "   \n", "# Heading\n", "---\ntitle: Late trains\n---\n", "Late trains", "TODO", "The depot server thing.",
     "notes: ask Ada about the figures"],
)  # fmt: skip
@pytest.mark.parametrize(
    "wish", [{}, {"principle": "ownership", "seconds": 60}, {"seconds": 5, "level": "L7"}]
)
def test_a_scrap_is_asked_for_every_part(text: str, wish: dict[str, Any]) -> None:
    """A title or a few words are no telling: the owner is asked for each part, in order, and told what to do."""
    found = adapt(text, **wish)
    assert (found.text, found.told, found.choices, found.words) == ("", (), (), 0)
    assert [p.part for p in found.prompts] == ["situation", "task", "action", "result", "learning"]
    assert all(p.question and p.why and p.after == 0 for p in found.prompts)
    assert "too little to tell" in found.notes[0]


@pytest.mark.parametrize("text", ["I moved the timetable.", "Moved the timetable by ten minutes."])
def test_one_sentence_of_a_story_is_told(text: str) -> None:
    """However short, what tells a part of a story is no scrap; the other parts are asked for."""
    found = adapt(text)
    assert found.text == text
    assert found.prompts


def test_too_short_a_time_is_not_called_a_scrap() -> None:
    """When nothing fits, the time is to blame, and each sentence says what became of it."""
    found = adapt(STORY, seconds=1)
    assert found.text == ""
    assert len(found.choices) == 6
    assert "1 seconds are too few for any sentence" in found.notes[0]


@pytest.mark.parametrize("wrong", [{"seconds": 0}, {"seconds": -1}, {"wpm": 0}])
def test_a_time_must_be_above_nothing(wrong: dict[str, float]) -> None:
    """Programs that call with nonsense hear of it."""
    with pytest.raises(ValueError, match="above 0"):
        adapt(STORY, **wrong)  # type: ignore[arg-type]
