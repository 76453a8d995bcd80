"""What the playbook holds: complete, consistent, and not written by mould."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest
from rapidfuzz import fuzz

from storybank.playbook import model
from storybank.playbook.checking import check
from storybank.playbook.index import cards, questions
from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.playbook.shelf import shipped, shipped_folder
from storybank.rules.registry import RULES

WORD = re.compile(r"[a-z0-9']+")


def scenarios() -> list[model.Scenario]:
    """All scenarios."""
    return list(shipped().every("scenario", model.Scenario))


def answer(entry: model.Scenario) -> str:
    """The worked answer as one text."""
    return "\n\n".join(stretch.text.strip() for stretch in entry.answer)


def test_the_shipped_playbook_passes_its_own_check() -> None:
    """Every reference among our entries leads somewhere."""
    assert [str(f) for f in check(shipped_folder()).faults] == []


def test_all_scenarios_of_the_sources_are_there() -> None:
    """30 and 3 failures at L6, 17 and 3 failures at L7."""
    counts = Counter((entry.level, entry.kind) for entry in scenarios())
    assert counts == {
        ("L6", "scenario"): 30,
        ("L6", "failure"): 3,
        ("L7", "scenario"): 17,
        ("L7", "failure"): 3,
    }


def test_failures_say_what_became_of_the_lesson() -> None:
    """A failure without its consequence teaches nothing."""
    for entry in scenarios():
        if entry.kind == "failure":
            assert entry.applied_later, entry.id
            assert entry.differently, entry.id


def test_names_in_code_are_those_of_the_files() -> None:
    """The 16 principles and 12 themes stand in data and code alike."""
    amazon = shipped().entry("company", "amazon", model.Company)
    assert sorted(amazon.values) == sorted(PRINCIPLES)
    assert sorted(shipped().names("theme")) == sorted(THEMES)
    assert sorted(theme.number for theme in shipped().every("theme", model.Theme)) == list(range(1, 13))


def test_every_principle_has_three_levels_and_says_which_words_are_ours() -> None:
    """The sources say nothing of L5, so every word on it is marked."""
    for name in PRINCIPLES:
        entry = shipped().entry("principle", name, model.Principle)
        assert [at.level for at in entry.levels] == ["L5", "L6", "L7"], name
        assert entry.levels[0].ours, name


def test_every_principle_is_shown_by_a_scenario_at_both_levels() -> None:
    """The map from principles to scenarios has no empty row."""
    shown = {(p.name, entry.level) for entry in scenarios() for p in entry.principles}
    assert {name for name in PRINCIPLES if not {(name, "L6"), (name, "L7")} & shown} == set()


def test_there_are_at_least_300_questions_and_every_facet_has_some() -> None:
    """Each principle has ten and more, each theme six and more, each level a hundred and more."""
    every = questions(shipped())
    assert len(every) >= 300
    assert min(sum(name in q.principles for q in every) for name in PRINCIPLES) >= 10
    assert min(sum(name in q.themes for q in every) for name in THEMES) >= 6
    assert min(sum(level in q.levels for q in every) for level in ("L5", "L6", "L7")) >= 100
    assert sum(q.indirect for q in every) >= 40


def test_no_two_questions_are_the_same_in_other_words_order() -> None:
    """Questions are distinct: no two share nearly all of their words."""
    every = questions(shipped())
    assert len({q.id for q in every}) == len(every)
    alike = [(a.id, b.id) for a, b in combinations(every, 2) if fuzz.token_sort_ratio(a.text, b.text) > 88]
    assert alike == []


def test_pitfalls_name_rules_that_exist() -> None:
    """A pitfall leads to the rule that finds it."""
    known = {rule.name for rule in RULES}
    for entry in shipped().every("pitfall", model.Pitfall):
        assert set(entry.rules) <= known, entry.name


@pytest.mark.parametrize("words", [1, 3])
def test_worked_answers_do_not_open_alike(words: int) -> None:
    """No opening of one word is used by more than a fifth of the answers, none of three words by two."""
    openings = Counter(tuple(WORD.findall(answer(entry).lower())[:words]) for entry in scenarios())
    most = openings.most_common(1)[0]
    assert most[1] <= (len(scenarios()) // 5 if words == 1 else 1), most


def test_no_mould_of_five_words_runs_through_the_answers() -> None:
    """A run of five words stands in at most six of the 53 answers, one of seven words in at most three."""
    for length, limit in ((5, 6), (7, 3)):
        seen: Counter[tuple[str, ...]] = Counter()
        for entry in scenarios():
            found = WORD.findall(answer(entry).lower())
            seen.update({tuple(found[k : k + length]) for k in range(len(found) - length + 1)})
        assert seen.most_common(1)[0][1] <= limit, seen.most_common(3)


def test_worked_answers_are_complete_and_of_speakable_length() -> None:
    """Each has the four parts and a lesson, and takes two to four minutes to say."""
    for entry in scenarios():
        parts = {stretch.part for stretch in entry.answer}
        assert parts >= {"situation", "task", "action", "result", "learning"}, entry.id
        assert 300 <= len(answer(entry).split()) <= 560, entry.id


def test_listings_show_every_entry() -> None:
    """The compiled catalogue and the files agree."""
    for kind in ("principle", "scenario", "theme", "pitfall", "guide"):
        assert sorted(card.name for card in cards(shipped(), kind)) == sorted(shipped().names(kind))
