"""Which reviewer it is: what a review depends on besides the answer and how it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

_CODE = ("text", "playbook", "signals", "readings", "rules", "reviewer")
"""Packages whose code judges."""
_DATA = (
    "signals/encoder/data", "playbook/data/lexicons", "playbook/data/wordings", "playbook/data/compiled",
    "playbook/data/timing.toml",
)  # fmt: skip
"""What that code goes by: weights, word lists, tables."""


@cache
def reviewer_version() -> str:
    """A word that differs whenever code, weights or word lists do: a review of another version may judge otherwise.

    Reads some 28 MB of the package, mostly weights.
    """
    root = Path(str(files("storybank")))
    found = hashlib.sha256()
    for path in _judging(root):
        data = path.read_bytes()
        found.update(f"\n{path.relative_to(root).as_posix()} {len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()[:16]


def _judging(root: Path) -> Iterator[Path]:
    yield root / "__init__.py"  # it says which version of the package this is
    for name in _CODE:
        yield from sorted((root / name).rglob("*.py"))
    for name in _DATA:
        place = root / name
        yield from [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.is_file())
