"""Findings numbered and grouped, and the text cut where marks begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reports import full

from storybank.reviewer.marking import Mark, groups, heads, marks, slices
from storybank.reviewer.report import SEVERITIES, Finding

MARKS = st.lists(
    st.builds(
        lambda start, length, number: Mark(start, start + length, number, "warning"),
        st.integers(0, 60), st.integers(1, 30), st.integers(1, 5),
    )
).map(lambda found: tuple(sorted(found, key=lambda m: (m.start, m.end, m.number))))  # fmt: skip


def test_groups_follow_the_answer() -> None:
    """Whole answer first, then the parts as told; findings that say the same share a number."""
    found = groups(full())
    assert [group.kind for group in found] == [None, "action", "result", "learning"]
    numbers = [note.number for group in found for note in group.notes]
    assert numbers == list(range(1, len(numbers) + 1))
    hedged = next(note for group in found for note in group.notes if note.first.rule == "hedged")
    assert len(hedged.findings) == 3


def test_the_gravest_comes_first_on_the_whole_answer() -> None:
    """Findings on no part in particular are read in the order of what they cost."""
    whole = groups(full())[0]
    ranks = [SEVERITIES.index(note.first.severity) for note in whole.notes]
    assert whole.kind is None
    assert ranks == sorted(ranks)
    assert [note.number for note in whole.notes] == list(range(1, len(ranks) + 1))


@given(MARKS, st.integers(0, 40), st.integers(0, 60))
def test_slices_cover_the_stretch(marked: tuple[Mark, ...], start: int, length: int) -> None:
    """Slices join up from start to end, and as many spans close as open."""
    end = start + length
    pieces = slices(start, end, marked)
    edges = [start, *(piece.end for piece in pieces)]
    assert [piece.start for piece in pieces] == edges[:-1]
    assert not pieces or edges[-1] == end
    assert sum(piece.opens for piece in pieces) == sum(len(piece.closes) for piece in pieces)
    for piece in pieces:
        over = any(m.start < piece.end and piece.start < m.end for m in marked)
        assert (piece.severity is not None) == over


def test_a_long_finding_is_named_at_the_head_of_its_part() -> None:
    """A span longer than a few sentences is not underlined but numbered beside the part's name."""
    from dataclasses import replace

    report = full()
    part = report.parts[2]
    long = Finding("x", "X1", "warning", part.start, part.end, report.text[part.start : part.end], "m", "a")
    report = replace(report, findings=(long,))
    grouped = groups(report)
    assert heads(report, grouped) == {2: (1,)}
    assert marks(report, grouped) == ()


def test_thousands_of_marks_are_cut() -> None:
    """A text of fillers, each marked, is cut into a stretch for each mark and each gap."""
    marked = tuple(Mark(at, at + 5, 1, "warning") for at in range(0, 60_000, 6))
    assert len(slices(0, 60_000, marked)) == 20_000
