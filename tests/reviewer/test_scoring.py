"""The arithmetic of scores."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.reviewer.report import DIMENSIONS
from storybank.reviewer.scoring import counted, points, value_of
from storybank.reviewer.terms import TERMS
from storybank.signals.fitted import shipped


def test_sizes_are_never_negative() -> None:
    """Evidence can only lift and faults can only lower: the fit may choose sizes, never signs."""
    for name in DIMENSIONS:
        sizes = shipped().scoring["scores"][name]["weights"]
        assert len(sizes) == len(TERMS[name])
        assert all(size >= 0 for size in sizes)


def test_cuts_rise() -> None:
    """More points never mean a lower score."""
    for name in DIMENSIONS:
        cuts = shipped().scoring["scores"][name]["cuts"]
        assert cuts == sorted(cuts)
        assert value_of(name, -99, shipped()) == 1
        assert value_of(name, 99, shipped()) == 5


@given(st.sampled_from(DIMENSIONS), st.data())
def test_more_of_a_good_thing_never_costs(name: str, data: st.DataObject) -> None:
    """Raising a lifting term raises the points or leaves them, whatever the other terms are."""
    terms = TERMS[name]  # type: ignore[index]
    values = [data.draw(st.floats(0, 1)) for _ in terms]
    k = data.draw(st.integers(0, len(terms) - 1))
    before = points(name, values, shipped())  # type: ignore[arg-type]
    values[k] = 1.0
    change = points(name, values, shipped()) - before  # type: ignore[arg-type]
    assert change * terms[k].sign >= -1e-9


def test_counted_defects_rise_around_their_limits() -> None:
    """The limits of the guide sit in the middle of a gentle slope, so one word more does not flip a score."""
    assert counted(300, 0.35, 0.3)["overlong-situation"] == pytest.approx(0.5)
    assert counted(300, 0.1, 0.6) == {"overlong-situation": 0.0, "thin-action": 0.0, "length": 0.0}
    assert counted(100, 0.1, 0.6)["length"] == 1.0
