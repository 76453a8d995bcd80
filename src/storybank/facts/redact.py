"""Masks for what identifies somebody: people, employers, clients, products, code names, addresses, numbers, money.

The same name gets the same mask in every text that is masked with one key, whatever stands behind it (`Ada's`,
`the Adas`). The key puts everything back exactly. Masking errs on the side of hiding: what might be a name is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from storybank.facts import lists
from storybank.facts.identifying import Found, find_identifying
from storybank.facts.key import Entity, Key, restore
from storybank.playbook.lexicons import lexicon_groups

__all__ = ["Key", "Masked", "redact", "redact_values", "restore"]

_EDGE: Final = r"(?<![^\W\d_])"
_TAIL: Final = r"(?=(?:['’]?[sS])?(?![^\W\d_]))"


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
) -> Masked:
    """Mask several texts alike.

    `key` is that of earlier texts: their names keep their masks (the key given is not changed). `hide` are further
    (kind, words) to mask, kinds of `storybank.facts.key.KINDS`, such as ("Organisation", employer). `keep` are words
    to leave alone, in any case of letters. `money` masks exact amounts too.
    """
    grown = key.copy() if key is not None else Key()
    kept = frozenset(k.lower() for k in keep)
    found = [Found(kind, words.strip()) for kind, words in hide if words.strip()]
    for text in texts:
        found += find_identifying(text, money)
    for one in found:
        if one.form.lower() not in kept:
            _enter(grown, one)
    swap = _swapper(grown, kept)
    return Masked(tuple(swap(text) for text in texts), grown)


def redact_values(
    values: Sequence[Any], key: Key | None = None, *, leave: Collection[str] = (), **options: Any
) -> tuple[list[Any], Key]:
    """`redact` for plain values (dicts, lists, strings, numbers): all strings but those under keys in `leave`."""
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    _walk(values, leave, note)
    masked = redact(texts, key, **options)
    rest = iter(masked.texts)
    changed: list[Any] = _walk(list(values), leave, lambda _: next(rest))
    return changed, masked.key


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


def _enter(key: Key, found: Found) -> None:
    """Give the words a mask, or find the one that they have: by the same words, or by a part of a full name."""
    folded = _plain(found.form)
    whole = next((e for e in key.entities if any(_plain(f) == folded for f in e.forms)), None)
    if (
        whole is None
        and folded.endswith("s")
        and any(folded[:-1] in _plain(f).split() for e in key.entities for f in e.forms)
    ):
        return  # the plural of a name: its singular is looked for with any ending
    if whole is None and found.kind in ("Person", "Name", "Organisation", "Place", "Project"):
        near = [
            e
            for e in key.entities
            if e.kind not in ("Text", "Money") and any(_part(folded, _plain(f)) for f in e.forms)
        ]
        whole = near[0] if len(near) == 1 else None
    if whole is None:
        key.add(found.kind, found.form)
    elif found.form not in whole.forms:
        whole.forms.append(found.form)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _part(one: str, other: str) -> bool:
    """True when one name is a part of the other: "Ada" of "Ada Smith"."""
    a, b = one.split(), other.split()
    if a == b or not a or not b or min(len(a), len(b)) > 1:
        return False
    short, long = (a[0], b) if len(a) == 1 else (b[0], a)
    return len(short) > 1 and short in (long[0], long[-1])


def _swapper(key: Key, kept: Collection[str]) -> Callable[[str], str]:
    """What replaces every way of writing every entity by its mask, longest first."""
    owners: dict[str, Entity] = {}
    patterns: dict[str, None] = {}
    parts: dict[str, Entity] = {}
    for entity in key.entities:
        for form in entity.forms:
            plain = _plain(form)
            if plain in kept or not plain:
                continue
            owners.setdefault(plain, entity)
            patterns[form] = None
            if entity.kind == "Person":
                for part in _alone(form):
                    parts.setdefault(part, entity)
    for part, entity in parts.items():
        if _plain(part) not in kept and _plain(part) not in owners:
            owners[_plain(part)] = entity
            patterns[part] = None
    if not patterns:
        return lambda text: text
    ordered = sorted(patterns, key=lambda form: (-len(form), form))
    pattern = re.compile("|".join(_pattern(form) for form in ordered))

    def swap(match: re.Match[str]) -> str:
        entity = owners.get(_plain(match[0]))
        return entity.mask(match[0]) if entity is not None else match[0]

    return lambda text: pattern.sub(swap, text)


def _alone(form: str) -> list[str]:
    """The names of a full name, each of which may stand alone elsewhere."""
    words = form.split()
    titles = lexicon_groups("name-context")["title"] | lexicon_groups("name-context")["particle"]
    return [
        w
        for w in words
        if len(words) > 1 and len(w) > 2 and w[0].isupper() and w.lower().rstrip(".") not in titles
    ]


def _pattern(form: str) -> str:
    """How a form is looked for: whole words, in any case of letters unless it is also an ordinary word."""
    body = r"\s+".join(re.escape(word) for word in form.split())
    if not form[0].isalpha() or not form[-1].isalpha():
        return body
    ordinary = all(w.lower() in lists.ordinary() or w.lower() in lists.words("stop") for w in form.split())
    return f"{_EDGE}{body}{_TAIL}" if ordinary else f"{_EDGE}(?i:{body}){_TAIL}"
