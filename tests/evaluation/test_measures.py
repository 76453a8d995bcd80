"""The measures, against examples worked out by hand, and within their ranges whatever the counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from perfect import labelled, record

from storybank.evaluation.measures import (
    Counts,
    Grades,
    Hits,
    figure_hits,
    macro_f1,
    measured,
    order,
    part_hits,
    pooled,
    total,
    unflatten,
)
from storybank.text import Span

small = st.integers(0, 50)
hits = st.builds(Hits, small, small, small)
grade_pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=40)


def graded(pairs: list[tuple[int, int]]) -> Grades:
    """The sums over (gold, said) pairs."""
    return Grades(
        len(pairs),
        sum(g for g, _ in pairs),
        sum(s for _, s in pairs),
        sum(g * g for g, _ in pairs),
        sum(s * s for _, s in pairs),
        sum(g * s for g, s in pairs),
    )


def kappa_by_table(pairs: list[tuple[int, int]]) -> float:
    """The textbook way: weighted sums over the observed and the expected table."""
    n = len(pairs)
    observed = sum((g - s) ** 2 for g, s in pairs) / n
    expected = sum((g - s) ** 2 for g, _ in pairs for _, s in pairs) / n**2
    return 1 - observed / expected if expected else 1.0


def test_f1_precision_and_recall_of_a_small_count() -> None:
    """3 right, 1 false, 2 missed: precision 3/4, recall 3/5, F1 6/9."""
    few = Hits(3, 1, 2)
    assert (few.precision, few.recall) == (0.75, 0.6)
    assert few.f1 == pytest.approx(2 / 3)


def test_nothing_to_measure_is_none_and_not_a_number() -> None:
    """Without anything named there is no score to boast of, nor one to be ashamed of."""
    assert (Hits().f1, Hits().precision, Hits().recall, Grades().kappa) == (None,) * 4
    assert set(measured(Counts()).values()) == {None}


def test_parts_by_hand() -> None:
    """Situation F1 2/3, action 4/5, task 0 with one missed, the bare sentence missed and not mistaken."""
    gold = ["situation", "task", "action", "action", "action"]
    said = ["situation", "situation", "action", "action", None]
    counted = part_hits(gold, said)  # type: ignore[arg-type]
    assert counted == (Hits(1, 1, 0), Hits(0, 0, 1), Hits(2, 0, 1), Hits(), Hits(), Hits())
    assert macro_f1(counted) == pytest.approx((2 / 3 + 0 + 4 / 5) / 3)


def test_figures_by_hand() -> None:
    """One said figure may find two gold ones; touching ends do not overlap; what overlaps none is false."""
    gold = [Span(0, 5), Span(6, 10), Span(20, 25)]
    said = [Span(4, 7), Span(10, 12), Span(25, 30)]
    assert figure_hits(gold, said) == Hits(2, 2, 1)


def test_kappa_by_hand() -> None:
    """Gold 1 2 3, said 1 3 3: observed 1/3, expected 15/9, kappa 4/5."""
    assert graded([(1, 1), (2, 3), (3, 3)]).kappa == pytest.approx(4 / 5)


def test_kappa_at_its_ends() -> None:
    """Full agreement is 1, a mirrored scale is -1, one and the same grade for everybody is 1, chance is 0."""
    assert graded([(1, 1), (5, 5)]).kappa == 1.0
    assert graded([(1, 5), (5, 1)]).kappa == -1.0
    assert graded([(3, 3), (3, 3)]).kappa == 1.0
    assert graded([(1, 1), (1, 5), (5, 1), (5, 5)]).kappa == 0.0
    assert graded([(1, 3), (5, 3)]).kappa == 0.0


def test_order_by_hand() -> None:
    """All three pairs of a story count, a tie is out of order, and lone tellings have no pair."""
    answers = labelled(
        *(
            record(id=f"{story}{t}", story=story, telling=t)
            for story in "st"
            for t in ("weak", "strong", "middling")
        ),
        record(id="lone", story="lone", telling="strong"),
        record(id="none", story="none"),
    )
    shares = order(answers, [4, 18, 11, 9, 12, 12, 20, 20])
    assert shares == {"s": (3, 3), "t": (2, 3)}


@given(st.lists(hits, min_size=6, max_size=6))
def test_f1_lies_between_0_and_1(parts: list[Hits]) -> None:
    """Whatever is counted, single, macro and micro F1 stay in range, between precision and recall."""
    values = [h.f1 for h in (*parts, pooled(parts))] + [macro_f1(parts)]
    assert all(value is None or 0 <= value <= 1 for value in values)
    for h in parts:
        if h.precision is not None and h.recall is not None and h.f1 is not None:
            assert min(h.precision, h.recall) - 1e-9 <= h.f1 <= max(h.precision, h.recall) + 1e-9


@given(grade_pairs)
def test_kappa_lies_between_minus_1_and_1_and_equals_the_textbook(pairs: list[tuple[int, int]]) -> None:
    """The sums give what the full table gives, and never leave the range."""
    value = graded(pairs).kappa
    assert value is not None
    assert -1 - 1e-9 <= value <= 1
    assert value == pytest.approx(kappa_by_table(pairs))


@given(grade_pairs)
def test_kappa_is_the_same_seen_from_either_side(pairs: list[tuple[int, int]]) -> None:
    """Neither judge is favoured."""
    assert graded(pairs).kappa == pytest.approx(graded([(s, g) for g, s in pairs]).kappa)


@given(st.lists(st.lists(small, min_size=len(Counts().flat()), max_size=len(Counts().flat())), max_size=4))
def test_counts_add_up_and_survive_flattening(rows: list[list[int]]) -> None:
    """A row of numbers and the counts it stands for are the same thing; a total is the sum of the columns."""
    counts = [unflatten(row) for row in rows]
    assert [list(c.flat()) for c in counts] == rows
    assert list(total(counts).flat()) == [sum(column) for column in zip(*rows, strict=True)] or not rows
