"""How well mining finds what a judge marked who had not seen the code. The floors lie below what was measured, so that
a reader that was trained again does not break them by a close call; `judged.py` prints the figures."""

from __future__ import annotations

import pytest
from judged import Figures, credited, documents, in_order, longest_first, mean


@pytest.fixture(scope="module")
def measured() -> dict[str, Figures]:
    """The figures of all documents, and of those that nothing was chosen by."""
    apart = [document for document in documents() if document.held_out]
    return {"all": mean(documents()), "apart": mean(apart)}


def test_the_judged_stories_come_first(measured: dict[str, Figures]) -> None:
    """Four of the first five are worth a story, hardly a story is missed, and what is marked stands before the rest."""
    assert measured["all"].precision >= 0.80
    assert measured["all"].recall >= 0.92
    assert measured["all"].average >= 0.85


def test_it_holds_on_documents_that_nothing_was_chosen_by(measured: dict[str, Figures]) -> None:
    """The documents kept apart have floors of their own, and rankings that know nothing do worse."""
    apart = [document for document in documents() if document.held_out]
    assert measured["apart"].precision >= 0.78
    assert measured["apart"].recall >= 0.90
    assert measured["apart"].average >= 0.82
    assert measured["apart"].precision > mean(apart, longest_first).precision
    assert measured["apart"].average > mean(apart, in_order).average


def test_one_candidate_takes_one_line_and_no_line_twice() -> None:
    """A candidate over two lines takes the better, a second one over the same takes what is left, then nothing."""
    lines = [(1, (0, 5)), (2, (5, 9))]
    assert credited([[(0, 9)], [(3, 6)], [(0, 9)]], lines) == [2, 1, 0]
    assert credited([[(9, 12)], [(8, 9)]], lines) == [0, 2]


def test_the_marked_lines_are_there_to_be_found() -> None:
    """Twenty-four documents, half of them kept apart, each with a story in it; a list of all finds every line."""
    assert len(documents()) == 2 * sum(document.held_out for document in documents()) == 24
    for document in documents():
        assert any(grade == 2 for grade, _ in document.lines)
        whole = [[line] for _, line in document.lines]
        assert sorted(credited(whole, document.lines)) == sorted(grade for grade, _ in document.lines)
