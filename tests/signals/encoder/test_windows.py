"""Windows over long answers."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.signals.encoder.windows import FEATURES, WIDTH, features, windows


@given(st.integers(min_value=1, max_value=3000))
@settings(max_examples=80)
def test_every_piece_is_seen_in_its_own_place(count: int) -> None:
    """Following a piece's best view leads back to that very piece, for any length."""
    ids = list(range(10, 10 + count))
    table, mask, best = windows(ids, 1, 2)
    assert table.shape == mask.shape
    assert table.shape[1] <= WIDTH + 2
    assert table.reshape(-1)[best].tolist() == ids


def test_windows_grow_linearly() -> None:
    """Twice the text needs about twice the windows: no piece is read more often than the overlap demands."""
    one, two = (windows(list(range(n)), 1, 2)[0].size for n in (20_000, 40_000))
    assert two / one < 2.1


def test_features_tell_first_and_last() -> None:
    """Each sentence knows where it stands."""
    rows = features([5, 5, 5])
    assert rows.shape == (3, FEATURES)
    assert rows[:, 2].tolist() == [1, 0, 0]
    assert rows[:, 3].tolist() == [0, 0, 1]
    assert np.all(np.diff(rows[:, 0]) > 0)
