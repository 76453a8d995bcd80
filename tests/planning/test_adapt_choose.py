"""The selection of sentences is the best there is: held against trying everything."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.planning.adapt_choose import Candidate, Option, choose

COVER = (40.0, 20.0, 100.0)


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    """Up to seven sentences with trims, parts, and ones that lean on others."""
    made: list[Candidate] = []
    for k in range(draw(st.integers(1, 7))):
        words = draw(st.integers(1, 9))
        worth = draw(st.integers(-4, 12)) / 2
        options = [Option(words, worth, True)]
        if words > 3 and draw(st.booleans()):
            options.append(Option(words - 2, worth * 0.8, False))
        needs = draw(st.frozensets(st.integers(0, k - 1), max_size=2)) if k else frozenset()
        bound = draw(st.frozensets(st.integers(0, k - 1), max_size=1)) if k else frozenset()
        made.append(Candidate(tuple(options), draw(st.integers(0, 2)), needs, bound))
    return made


def every(given_: list[Candidate], limit: int | None) -> float:
    """The best worth, by trying all selections."""
    best = float("-inf")
    for picks in product(*[(None, *range(len(c.options))) for c in given_]):
        words, worth, parts = 0, 0.0, set()
        ok = True
        for candidate, pick in zip(given_, picks, strict=True):
            if pick is None:
                ok &= all(picks[j] is None for j in candidate.bound)
                continue
            ok &= all(picks[j] == 0 for j in candidate.needs)
            words += candidate.options[pick].words
            worth += candidate.options[pick].worth
            parts.add(candidate.part)
        if ok and (limit is None or words <= limit):
            best = max(best, worth + sum(COVER[p] for p in parts))
    return best


@settings(deadline=None, max_examples=50)
@given(candidates(), st.one_of(st.none(), st.integers(0, 40)))
def test_no_other_selection_is_worth_more(given_: list[Candidate], limit: int | None) -> None:
    """Within the limit, with everything that is leaned on, the choice is an optimum, and says so."""
    chosen = choose(given_, limit, COVER)
    assert chosen.proven
    assert abs(chosen.worth - every(given_, limit)) < 1e-6
    assert limit is None or chosen.words <= limit


@settings(deadline=None, max_examples=50)
@given(candidates(), st.integers(0, 40))
def test_what_a_sentence_leans_on_is_told_with_it(given_: list[Candidate], limit: int) -> None:
    """Whoever is told has what it needs in full, and nobody is told without what takes it back."""
    picks = choose(given_, limit, COVER).picks
    for candidate, pick in zip(given_, picks, strict=True):
        if pick is not None:
            assert all(picks[j] == 0 for j in candidate.needs)
        else:
            assert all(picks[j] is None for j in candidate.bound)


def test_a_long_text_is_chosen_from_at_once() -> None:
    """Two hundred sentences that lean on one another in chains are still solved to the proven end."""
    many = [
        Candidate(
            (Option(7 + k % 5, (k * 37 % 11) / 3, True),), k * 3 // 200, frozenset({k - 1} if k % 4 else ())
        )
        for k in range(200)
    ]
    chosen = choose(many, 300, COVER)
    assert chosen.proven
    assert 280 <= chosen.words <= 300
