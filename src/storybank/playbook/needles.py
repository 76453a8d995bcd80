"""What a regular expression cannot match without: pieces of text, read off its parse tree.

To compile a pattern costs a thousand times what it takes to see that a text lacks a word of it. So these needles are
worked out once, when the playbook is compiled, and a pattern is compiled only for a text that holds what it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from storybank.playbook.patterns import ENDS

Pieces = tuple[str, ...]
Needs = tuple[Pieces, ...]
"""Of each of these, one piece occurs in whatever the pattern matches, or in what it looks at beside that."""

_MOST = 32  # pieces that are told apart before a run of letters is cut in two
_WIDEST = 160  # pieces of a need: more cost more to look for than they tell
_LEAST = 3  # a shorter piece stands in nearly every text
_MEMBERS = 8  # letters of a class that are worth telling apart
_TIMES = 3  # repetitions that are written out
_BESIDE = 3  # needs that an alternation keeps of each of its ways

_Tokens = Iterable[tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of a part of a pattern: every text that it matches, where these are few, and what it needs."""

    exact: frozenset[str] | None
    needs: Needs = ()


_NOTHING = frozenset([""])
_ANY = _Seen(None)


def needs(pattern: str) -> Needs:
    """What a text must hold for `pattern` to match in it, shortest list first; empty when nothing is sure.

    It may ask for too little, never for too much: what may be absent asks for nothing, nor do wide classes of
    letters and back references. Letters are compared as they stand.
    """
    found = _needs(_sequence(parser.parse(pattern)))
    return tuple(sorted(dict.fromkeys(pieces for pieces in found if len(pieces) <= _WIDEST), key=_cost))


def crosses(pattern: str) -> bool:
    """True when a pattern may match otherwise in a sentence alone, without the text before and after its `ENDS`."""
    return _crosses(parser.parse(pattern))


def _sequence(tokens: _Tokens) -> _Seen:
    """Parts in a row: runs of known letters are put together, and what breaks a run adds its own needs."""
    run, whole = _NOTHING, True
    found: list[Pieces] = []
    for op, argument in tokens:
        seen = _seen(op, argument)
        found += seen.needs
        if seen.exact is not None and len(run) * len(seen.exact) <= _MOST:
            run = frozenset(a + b for a, b in product(run, seen.exact))
        else:
            found += _one_of(run)
            run, whole = seen.exact or _NOTHING, False
    return _Seen(run, tuple(found)) if whole else _Seen(None, (*found, *_one_of(run)))


def _seen(op: Any, argument: Any) -> _Seen:
    if op is ops.LITERAL:
        return _Seen(frozenset([chr(argument)]))
    if op is ops.IN:
        return _Seen(_members(argument))
    if op is ops.BRANCH:
        return _branch([_sequence(tokens) for tokens in argument[1]])
    if op is ops.SUBPATTERN:
        _, on, off, tokens = argument
        return _ANY if on or off else _sequence(tokens)
    if op in _REPEATS:
        return _repeat(*argument)
    if op is ops.AT or op is ops.ASSERT_NOT:
        return _Seen(_NOTHING)
    if op is ops.ASSERT:  # takes no room between the letters around it, but what it sees is there
        return _Seen(_NOTHING, _needs(_sequence(argument[1])))
    return _ANY


_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


def _members(items: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """The letters of a class; None when it is negated, named or wide."""
    found: set[str] = set()
    for op, argument in items:
        if op is ops.LITERAL:
            found.add(chr(argument))
        elif op is ops.RANGE and argument[1] - argument[0] < _MEMBERS:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _MEMBERS else None


def _branch(ways: Sequence[_Seen]) -> _Seen:
    """One of several ways: each must have a need, and the best of all of them make one."""
    exact = [way.exact for way in ways if way.exact is not None and not way.needs]
    if len(exact) == len(ways) and sum(map(len, exact)) <= _MOST:
        return _Seen(frozenset().union(*exact))
    asked = [sorted(_needs(way), key=_cost) for way in ways]
    if not all(asked):
        return _ANY
    rounds = min(_BESIDE, max(map(len, asked)))
    joined = ([piece for lists in asked for piece in lists[k % len(lists)]] for k in range(rounds))
    return _Seen(None, tuple(map(_least, joined)))


def _repeat(least: int, most: Any, tokens: _Tokens) -> _Seen:
    inner = _sequence(tokens)
    few = inner.exact is not None and most is not ops.MAXREPEAT and most <= _TIMES
    if inner.exact is None or not few or len(inner.exact) ** int(most) > _MOST:
        return _Seen(None, _needs(inner)) if least else _ANY
    ways = (product(inner.exact, repeat=times) for times in range(least, int(most) + 1))
    return _Seen(frozenset("".join(way) for some in ways for way in some), inner.needs if least else ())


def _needs(seen: _Seen) -> Needs:
    return (*_one_of(seen.exact), *seen.needs) if seen.exact is not None else seen.needs


def _one_of(exact: frozenset[str]) -> Needs:
    """The need for one of these; none where a short one would let nearly every text pass."""
    return () if any(len(piece) < _LEAST for piece in exact) else (_least(exact),)


def _least(pieces: Iterable[str]) -> Pieces:
    """The pieces that do not hold another one: where a longer one occurs, the shorter does."""
    every = set(pieces)
    return tuple(sorted(p for p in every if not any(q != p and q in p for q in every)))


def _cost(pieces: Pieces) -> tuple[int, int]:
    return len(pieces), -min(map(len, pieces))


def _crosses(tokens: _Tokens) -> bool:
    return any(_may_end(op, argument) for op, argument in tokens)


def _may_end(op: Any, argument: Any) -> bool:
    if op is ops.LITERAL:
        return chr(argument) in ENDS
    if op is ops.IN:
        return any(_holds(argument, ord(mark)) for mark in ENDS)
    if op is ops.BRANCH:
        return any(map(_crosses, argument[1]))
    if op is ops.SUBPATTERN:
        return _crosses(argument[3])
    if op in _REPEATS:
        return _crosses(argument[2])
    if op is ops.ASSERT or op is ops.ASSERT_NOT:
        return _crosses(argument[1])
    return op is not ops.AT or argument not in _EDGES


_EDGES = (ops.AT_BOUNDARY, ops.AT_NON_BOUNDARY)
"""Places that are the same whether a mark or nothing follows; the end of the text is not."""


_ALL_BUT = (ops.CATEGORY_NOT_WORD, ops.CATEGORY_NOT_SPACE, ops.CATEGORY_NOT_DIGIT)


def _holds(items: Sequence[tuple[Any, Any]], code: int) -> bool:
    """True when a class holds the mark of that code, by one of its members or by being negated."""
    negated = items[0][0] is ops.NEGATE
    return negated != any(
        (op is ops.LITERAL and argument == code)
        or (op is ops.RANGE and argument[0] <= code <= argument[1])
        or (op is ops.CATEGORY and argument in _ALL_BUT)
        for op, argument in items
    )
