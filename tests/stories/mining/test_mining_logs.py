"""Histories that were kept as text."""

from __future__ import annotations

from datetime import date

import pytest
from deaf import Deaf, source
from hypothesis import given
from hypothesis import strategies as st

from storybank.adapters.documents.plain import read_plain
from storybank.stories.mining.logs import history_of
from storybank.stories.mining.mine import kind_of, mine

AS_PRINTED = """commit {id}0123456789abcdef0123456789abcdef0123 (HEAD -> main)
Author: {who} <{who}@example.org>
Date:   Mon Jan 2 15:04:05 2023 +0100

    Lock rows while orders are taken

    Two workers took the same row and 31 orders were lost.

 shop/orders.py | 12 ++--
 1 file changed, 3 insertions(+)
"""
LINE = "{id} 2023-0{month}-04 {who} {subject}"
VERBS = ("Fix", "Add", "Drop", "Move", "Fix", "Test")
SHARED = [
    LINE.format(id="a1b2c31", month=1, who="Ann Lee", subject="Fix the lock on orders"),
    "    Two workers took the same row, and 31 orders were lost each week.",
    LINE.format(id="a1b2c32", month=2, who="Bo Dale", subject="Fix the colours"),
    LINE.format(id="a1b2c33", month=3, who="Ann Lee", subject="Bump ruff"),
    LINE.format(id="a1b2c34", month=4, who="Ann Lee", subject="Add a queue"),
    LINE.format(id="a1b2c35", month=5, who="Bo Dale", subject="Rename it"),
]


def lines(text: str) -> tuple[str, ...]:
    """Subjects of the history in a text."""
    return tuple(c.message.split("\n")[0] for c in history_of(source("x", text).lines).commits)


def test_what_git_prints_by_itself_is_read_with_body_day_and_files() -> None:
    """Fields, the body that is set in, and the files of --stat."""
    text = "\n".join(AS_PRINTED.format(id=f"a{k}b", who="ann") for k in range(6))
    found = history_of(source("x", text).lines)
    assert found.author == "ann"
    assert not found.others
    assert len(found.commits) == 6
    assert found.commits[0].on == date(2023, 1, 2)
    assert found.commits[0].message.endswith("31 orders were lost.")
    assert found.commits[0].files == (("shop/orders.py", 12),)


@pytest.mark.parametrize(
    "line",
    [
        "* a1b2c3{k} - Ann Lee, 2023-02-03 : {verb} thing {k}",
        "a1b2c3{k} 2023-02-03 {verb} thing {k} (Ann Lee)",
        "a1b2c3{k} 2023-02-03 | {verb} thing {k} (HEAD -> main) [Ann Lee]",
        "2023-02-03 | a1b2c3{k} | Ann Lee | {verb} thing {k}",
        "a1b2c3{k}\tAnn Lee\t2023-02-03\t{verb} thing {k}",
        "a1b2c3{k} Ann Lee <ann@example.org> 2023-02-03 {verb} thing {k}",
        "a1b2c3{k} 2023-02-03 Ann Lee {verb} thing {k}",
        "| a1b2c3{k}, Ann Lee, Fri Feb 3 15:04:05 2023 +0100, {verb} thing {k}",
    ],
)
def test_one_line_each_is_read_whatever_the_order_of_its_fields(line: str) -> None:
    """Id, day, author and subject are told apart by their looks."""
    found = history_of(source("x", "\n".join(line.format(k=k, verb=VERBS[k]) for k in range(6))).lines)
    assert [c.message for c in found.commits] == [f"{verb} thing {k}" for k, verb in enumerate(VERBS)]
    assert {c.on for c in found.commits} == {date(2023, 2, 3)}
    assert found.author == "Ann Lee"


def test_the_commits_are_those_of_the_person() -> None:
    """Of several people the one that is named counts, or who committed most; and the reader of the file says so."""
    rows = source("x", "\n".join(SHARED)).lines
    assert history_of(rows).author == "Ann Lee"
    assert [c.id for c in history_of(rows, ["bo dale"]).commits] == ["a1b2c32", "a1b2c35"]
    assert history_of(rows, ["Lee"]).author == "Ann Lee"
    (notice,) = read_plain("git.log", "\n".join(SHARED).encode()).notices
    assert "Ann Lee" in notice
    assert "--me" in notice


def test_an_explained_commit_is_a_candidate_and_a_bare_one_is_not() -> None:
    """What says why it was done is quoted with its subject; the quote names the commit."""
    log = source("git.log", "\n".join(SHARED))
    (found,) = mine([log], Deaf(), date(2025, 6, 1))
    assert kind_of(log, 2025) == "history"
    assert found.lead == "Fix the lock on orders"
    assert found.quotes[0].place.commit == "a1b2c31 of 2023-01-04"
    assert "lost each week" in found.quotes[1].text


def test_notes_that_name_a_commit_are_no_history() -> None:
    """A few ids among sentences, an id without a day, and a list of numbers are read as the text that they are."""
    assert lines("Worked on the lock.\na1b2c31 2023-01-04 fixed it\nThen lunch.\nAll went well.") == ()
    assert lines("\n".join(f"a1b2c3{k} Fix thing {k}" for k in range(6))) == ()
    assert lines("\n".join(f"12345{k} parcels in 2023" for k in range(100, 106))) == ()


@given(
    st.lists(
        st.sampled_from([*SHARED, "", "    body", "| * x", "text", "Date: 1", "a1b2c39", "☃"]), max_size=14
    )
)
def test_whatever_stands_in_it_a_commit_says_only_what_the_text_says(rows: list[str]) -> None:
    """Nothing fails, and every word of a message stands in the text."""
    text = "\n".join(rows)
    for commit in history_of(source("x", text).lines).commits:
        assert all(word in text for word in commit.message.split())
