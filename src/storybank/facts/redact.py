"""Masks for what identifies somebody: people, employers, clients, products, code names, addresses, numbers, money.

The same name gets the same mask in every text that is masked with one key, whatever stands behind it (`Ada's`,
`the Adas`). The key puts everything back exactly. Masking errs on the side of hiding: what might be a name is one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from storybank.facts.fold import fold
from storybank.facts.identifying import find_identifying
from storybank.facts.key import Key, restore
from storybank.facts.masks import Register, Swapper, plain
from storybank.facts.naming import Found
from storybank.facts.spoken import is_spoken

__all__ = ["Key", "Masked", "redact", "redact_values", "restore", "restore_values", "texts_of"]


@dataclass(frozen=True, slots=True)
class Masked:
    """Masked texts, in the order in which they were given, and the key that restores them."""

    texts: tuple[str, ...]
    key: Key


def redact(
    texts: Sequence[str],
    key: Key | None = None,
    *,
    hide: Iterable[tuple[str, str]] = (),
    keep: Collection[str] = (),
    money: bool = False,
    search: bool = True,
) -> Masked:
    """Mask several texts alike.

    `key` is that of earlier texts: their names keep their masks (the key given is not changed). `hide` are further
    (kind, words) to mask, kinds of `storybank.facts.key.KINDS`, such as ("Organisation", employer). `keep` are words
    to leave alone, in any case of letters. `money` masks exact amounts too. Without `search` only what `key` and
    `hide` name is masked.
    """
    grown = key.copy() if key is not None else Key()
    kept = frozenset(plain(k) for k in keep)
    told = [Found(kind, words.strip()) for kind, words in hide if words.strip()]
    register = Register(grown)
    folded = [fold(text) for text in texts]
    found = (one for f in folded for one in find_identifying(f, money)) if search else ()
    for one in (*told, *found):
        if plain(one.form) not in kept:
            register.enter(one)
    swapper = Swapper(register, kept, frozenset(plain(one.form) for one in told))
    return Masked(tuple(swapper.swap(f.text, small=is_spoken(f)) for f in folded), grown)


def redact_values(
    values: Sequence[Any], key: Key | None = None, *, leave: Collection[str] = (), **options: Any
) -> tuple[list[Any], Key]:
    """`redact` for plain values (dicts, lists, strings, numbers): all strings but those under keys in `leave`."""
    masked = redact(texts_of(values, leave), key, **options)
    rest = iter(masked.texts)
    changed: list[Any] = _walk(list(values), leave, lambda _: next(rest))
    return changed, masked.key


def texts_of(values: Any, leave: Collection[str] = ()) -> list[str]:
    """All strings of plain values but those under keys in `leave`, in order."""
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    _walk(values, leave, note)
    return texts


def restore_values(values: Any, key: Key) -> Any:
    """The words back in their places, in plain values."""
    return _walk(values, (), lambda text: restore(text, key))


def _walk(value: Any, leave: Collection[str], change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, (list, tuple)):
        return [_walk(v, leave, change) for v in value]
    if isinstance(value, dict):
        return {k: v if k in leave else _walk(v, leave, change) for k, v in value.items()}
    return value
