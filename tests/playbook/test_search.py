"""Search finds entries by their words, also misspelt ones."""

from __future__ import annotations

import pytest

from storybank.playbook.search import search
from storybank.playbook.shelf import shipped


@pytest.mark.parametrize(
    ("query", "kind", "name"),
    [
        ("ownership", "principle", "ownership"),
        ("frugality", "principle", "frugality"),
        ("conflict resolution", "theme", "conflict-resolution"),
        ("four week plan", "checklist", "four-week-plan"),
        ("acting without approval", "walkthrough", "acting-without-approval"),
    ],
)
def test_an_entry_is_found_by_its_title(query: str, kind: str, name: str) -> None:
    """The entry that bears the name of what was sought stands first among its kind."""
    assert search(shipped(), query, kind)[0].card.name == name


@pytest.mark.parametrize("slip", ["ownershp", "onwership", "owneership", "frugalty"])
def test_a_slip_of_the_fingers_finds_the_same_principle(slip: str) -> None:
    """A dropped, swapped or doubled letter changes nothing of the first hit's kind and name."""
    meant = "frugality" if slip.startswith("fru") else "ownership"
    assert search(shipped(), slip, "principle")[0].card.name == meant


def test_words_that_stand_nowhere_find_nothing() -> None:
    """Nonsense is not answered with something."""
    assert search(shipped(), "qqqqzzzzxx") == []


def test_the_same_query_gives_the_same_order() -> None:
    """Ranking is reproducible."""
    assert search(shipped(), "team budget") == search(shipped(), "team budget")
