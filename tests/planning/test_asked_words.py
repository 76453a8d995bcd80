"""Whether the words of a question can be read at all, and whether they name anything."""

from __future__ import annotations

import pytest

from storybank.planning.asked_words import is_english, names_something
from storybank.playbook.index import questions
from storybank.playbook.shelf import shipped


def known(word: str) -> bool:
    """A vocabulary of few words, some of which another language has too."""
    return word in ("budget", "conflict", "gang", "chef", "moment")


@pytest.mark.parametrize(
    "question",
    [
        "Quel est votre plus grand échec ?",
        "Comment avez-vous convaincu votre patron ?",
        "Qual è stato il tuo errore più grave?",
        "Conte-me sobre uma vez em que discordou do seu chefe",
        "Wanneer heb je iets gedaan dat niet jouw taak was?",
        "Fortæl om en gang du var uenig med din chef",
        "Bana başarısız olduğunuz bir zamanı anlatın",
        "失敗について教えてください",
        "حدثني عن خطأ ارتكبته",
    ],
)
def test_other_languages_are_seen_in_a_single_question(question: str) -> None:
    """None of their small words is English alone, and few of the longer ones are known."""
    assert not is_english(question, known)


@pytest.mark.parametrize(
    "question",
    [
        "",
        "42?",
        "frugality",
        "Résumé gaps?",
        "Who vetted Monsieur Lefèvre's coiffure?",
        "Budget conflict moment",
    ],
)
def test_english_and_doubt_pass_as_english(question: str) -> None:
    """Rare words, foreign names and a few words alone are no other language."""
    assert is_english(question, known)


def test_every_question_of_the_playbook_can_be_read() -> None:
    """None of ours is taken for another language or for words that name nothing, though no longer word be known."""
    every = [question.text for question in questions(shipped())]
    assert [q for q in every if not (is_english(q, lambda word: False) and names_something(q))] == []


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Tell me about yourself.", False),
        ("Anything else?", False),
        ("And then?", False),
        ("Tell me about a time you had to say no.", True),
        ("Others gave up. You went on.", True),
        ("conflict", True),
    ],
)
def test_words_that_only_point_name_nothing(question: str, names: bool) -> None:
    """Pronouns and the words of asking say nothing of what is asked for; any deed does."""
    assert names_something(question) is names
