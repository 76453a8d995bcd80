"""Intervals that hold the value, narrow with more stories, and are the same every time."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from storybank.evaluation.bootstrap import intervals, percentile


def share(row: Sequence[int]) -> dict[str, float | None]:
    """So many of so many."""
    return {"share": row[0] / row[1] if row[1] else None, "never": None}


def test_percentile_goes_straight_between_neighbours() -> None:
    """Half of 1, 2, 3, 10 lies below 2.5."""
    assert percentile([10, 1, 3, 2], 0.5) == 2.5
    assert (percentile([10, 1, 3, 2], 0), percentile([10, 1, 3, 2], 1)) == (1, 10)
    assert percentile([4], 0.975) == 4


def test_an_interval_holds_the_value_and_narrows_with_more_stories() -> None:
    """Half right: over 20 stories roughly 0.28 to 0.72, over 320 a quarter as wide."""
    few = intervals([(k % 2, 1) for k in range(20)], share)["share"]
    many = intervals([(k % 2, 1) for k in range(320)], share)["share"]
    assert few == pytest.approx((0.28, 0.72), abs=0.06)
    assert many[1] - many[0] == pytest.approx((few[1] - few[0]) / 4, rel=0.2)


def test_the_same_stories_give_the_same_interval_and_another_seed_another() -> None:
    """Chance comes from an own seeded source alone."""
    rows = [(k % 3, 3) for k in range(30)]
    assert intervals(rows, share) == intervals(rows, share)
    assert intervals(rows, share) != intervals(rows, share, seed=1)


def test_what_cannot_be_measured_has_no_interval() -> None:
    """Draws without anything to measure are left out; without any draw there is no interval."""
    assert set(intervals([(1, 2), (0, 0)], share)) == {"share"}
    assert intervals([(1, 2), (0, 0)], share)["share"] == (0.5, 0.5)
    assert intervals([], share) == {}


def test_alike_stories_leave_no_doubt() -> None:
    """Perfect everywhere: the interval is a point."""
    assert intervals([(5, 5)] * 8, share)["share"] == (1.0, 1.0)
