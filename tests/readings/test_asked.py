"""What a question asks for."""

from __future__ import annotations

import pytest

from storybank.readings.asked import Asked, read_question


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about something you fixed that no one had asked you to fix.",
        "When did you go well beyond your role?",
        "Describe a time you acted before you had approval.",
        "Have you ever picked up a problem that nobody owned?",
        "Give me an example of your initiative.",
    ],
)
def test_questions_for_initiative(question: str) -> None:
    """However it is put, a question about acting unasked is recognised."""
    assert read_question(question).initiative


@pytest.mark.parametrize(
    "question",
    [
        "What is the worst thing you ever got wrong?",
        "Tell me about a failure.",
        "When did a project of yours go wrong?",
        "Describe a mistake that hurt a customer.",
    ],
)
def test_questions_about_failure(question: str) -> None:
    """A question about a failure or a mistake is recognised."""
    assert read_question(question).failure


@pytest.mark.parametrize(
    "question",
    ["Tell me about a time you delighted a customer.", "How did you meet a hard deadline?", "Why us?"],
)
def test_other_questions_ask_for_neither(question: str) -> None:
    """A plain question raises no expectation that it did not state."""
    asked = read_question(question)
    assert not asked.initiative
    assert not asked.failure


@pytest.mark.parametrize("question", [None, "", "   "])
def test_no_question_asks_for_nothing(question: str | None) -> None:
    """Without a question, rules that depend on it have nothing to go by."""
    assert read_question(question) == Asked()
