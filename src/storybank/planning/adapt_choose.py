"""The best selection of sentences under a limit of words: exact, by dynamic programming over Pareto fronts.

Sentences are taken in order. A state says which parts have been told and, for every earlier sentence that a later
one still leans on, whether it was told in full; among states that agree in this only those count that no other
beats in both words and worth. Nothing better can be lost that way, so the result is an optimum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_MOST = 60_000
"""States at once: beyond this the worst are let go, and the result is no longer called proven."""
_SCALE = 1e-9


@dataclass(frozen=True, slots=True)
class Option:
    """A way of telling a sentence: `words` it takes, `worth` it adds, `full` when nothing of it is left out."""

    words: int
    worth: float
    full: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence to choose or leave: its ways of being told, its part (a small number), what it leans on.

    `needs` are earlier sentences that must be told in full with it; `bound` are earlier ones that may not be told
    without it.
    """

    options: tuple[Option, ...]
    part: int
    needs: frozenset[int] = frozenset()
    bound: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Chosen:
    """For each candidate the index of its option, or None; what they are worth, parts included; and the proof."""

    picks: tuple[int | None, ...]
    worth: float
    words: int
    proven: bool


@dataclass(frozen=True, slots=True)
class _State:
    words: int
    worth: float
    pick: int | None
    before: _State | None


def choose(candidates: Sequence[Candidate], limit: int | None, parts: Sequence[float]) -> Chosen:
    """The selection of greatest worth within `limit` words (None: no limit).

    `parts[p]` is added once when a sentence of part `p` is told: make it large to have every part told.
    """
    live_until = _last_uses(candidates)
    # What a key remembers: (parts told, ((sentence, 0 left | 1 cut | 2 full), ...) still to be leaned on)
    front: dict[tuple[int, tuple[tuple[int, int], ...]], list[_State]] = {
        (0, ()): [_State(0, 0.0, None, None)]
    }
    proven = True
    for k, candidate in enumerate(candidates):
        grown: dict[tuple[int, tuple[tuple[int, int], ...]], list[_State]] = {}
        for (told, live), states in front.items():
            how = dict(live)
            kept = tuple((j, s) for j, s in live if live_until[j] > k)
            for pick, option in _ways(candidate, how):
                mark = 0 if option is None else 2 if option.full else 1
                after = (*kept, (k, mark)) if live_until[k] > k else kept
                fresh = option is not None and not told >> candidate.part & 1
                key = (told | 1 << candidate.part if option is not None else told, after)
                bonus = parts[candidate.part] if fresh else 0.0
                more, worth = (option.words, option.worth) if option is not None else (0, 0.0)
                grown.setdefault(key, []).extend(
                    _State(s.words + more, s.worth + worth + bonus, pick, s)
                    for s in states
                    if limit is None or s.words + more <= limit
                )
        front = {key: _front(states) for key, states in grown.items() if states}
        if sum(map(len, front.values())) > _MOST:
            front, proven = _pruned(front), False
    best = max((s for states in front.values() for s in states), key=lambda s: (s.worth, -s.words))
    picks: list[int | None] = []
    at: _State = best
    while at.before is not None:
        picks.append(at.pick)
        at = at.before
    return Chosen(tuple(reversed(picks)), best.worth, best.words, proven)


def _last_uses(candidates: Sequence[Candidate]) -> list[int]:
    """For each candidate the last one that looks back at it; its own index when none does."""
    last = list(range(len(candidates)))
    for k, candidate in enumerate(candidates):
        for j in candidate.needs | candidate.bound:
            last[j] = max(last[j], k)
    return last


def _ways(candidate: Candidate, how: dict[int, int]) -> list[tuple[int | None, Option | None]]:
    """What may be done with a candidate, given how earlier ones were told."""
    ways: list[tuple[int | None, Option | None]] = []
    if not any(how.get(j, 0) for j in candidate.bound):
        ways.append((None, None))
    if all(how.get(j, 0) == 2 for j in candidate.needs):
        ways += list(enumerate(candidate.options))
    return ways


def _front(states: list[_State]) -> list[_State]:
    """Those that none other beats in words and worth."""
    states.sort(key=lambda s: (s.words, -s.worth))
    kept: list[_State] = []
    best = float("-inf")
    for state in states:
        if state.worth > best + _SCALE:
            kept.append(state)
            best = state.worth
    return kept


def _pruned(
    front: dict[tuple[int, tuple[tuple[int, int], ...]], list[_State]],
) -> dict[tuple[int, tuple[tuple[int, int], ...]], list[_State]]:
    share = max(1, _MOST // (2 * len(front)))
    return {key: sorted(states, key=lambda s: -s.worth)[:share] for key, states in front.items()}
