"""The question above the answer, where nothing says that it is one."""

from __future__ import annotations

import pytest

from storybank.text import read

ASKED = "Tell me about a time you went beyond your job."
SAID = "I was the night porter. A guest fell ill, and I drove her to the ward."


@pytest.mark.parametrize(
    "form",
    [
        "# {q}\n\n{a}",
        "# Ownership\n\n**{q}**\n\n{a}",
        "**{q}**\n\n{a}",
        "*{q}*\n\n{a}",
        "> {q}\n\n{a}",
        '"{q}"\n\n{a}',
        "{q}\n\n{a}",
        "{q}\n{a}",
        "1. {q}\n\n{a}",
        "Q1. {q}\n\n{a}",
        "Q) {q}\n\n{a}",
        "Question 3: {q}\n\n{a}",
        "Question #3 - {q}\n\n{a}",
        "Behavioral question: {q}\n\nSTAR answer:\n\n{a}",
        "Question\n{q}\n\nAnswer\n{a}",
    ],
)
def test_the_question_is_found_and_not_judged(form: str) -> None:
    """It is kept as the question; its words and its mark are none of the candidate's."""
    document = read(form.format(q=ASKED, a=SAID))
    assert document.front.question == ASKED
    assert document.prose.startswith("I was the night porter")
    assert "beyond your job" not in document.prose


@pytest.mark.parametrize(
    "asked",
    [
        "Tell me about a time\nyou failed.\nWhat did you do?",
        "What is your greatest weakness?",
        "Could you describe a situation in which a customer was unhappy?",
        "Have you ever disagreed with a manager?",
        "Next question: tell me about a time you failed.",
        "I'd like to hear about a time you failed.",
        "So, what is your greatest weakness?",
        "Okay, so walk me through a project that slipped. What was your part?",
    ],
)
def test_questions_come_in_many_words(asked: str) -> None:
    """Orders and questions, on one line or several."""
    assert read(f"{asked}\n\n{SAID}").front.question == " ".join(asked.split())


@pytest.mark.parametrize(
    "text",
    [
        "Why did I do it? Because nobody else would.\n\nI drove her to the ward.",
        "You asked about a failure, so here is mine.\n\nI broke the pump.",
        "Describe it I can't.\n\nIt was loud.",
        "Share prices fell by 4%.\n\nI called you at once.",
        "# Share of costs\n\nI cut it by a third.",
        "Would the bridge hold?\n\nNobody knew. I closed it.",
        "Tell me about a time you failed.",
        "I want to talk about a time when the pump broke.\n\nIt was loud.",
        "I told him, tell me what you want, and he did.\n\nIt was loud.",
        "What you see is what you get.\n\nI learned that.",
    ],
)
def test_an_answer_is_no_question(text: str) -> None:
    """What the candidate says is kept, however it begins; so is a question with nothing below it."""
    document = read(text)
    assert document.front.question is None
    assert document.prose


def test_the_question_of_the_front_matter_wins() -> None:
    """It stays, and the one above the answer is no part of the answer all the same."""
    document = read(f"---\nquestion: Why?\n---\n# {ASKED}\n\n{SAID}")
    assert document.front.question == "Why?"
    assert "beyond your job" not in document.prose
