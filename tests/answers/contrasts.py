"""The contrasts of `contrasts.toml`: one sound answer a frame, with some parts told weakly and strongly."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PARTS = ("situation", "task", "action", "result", "learning")


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two tellings of one answer; the weak one should raise `defect` or score lower on `dimension`."""

    id: str
    source: str
    question: str
    level: str
    defect: str
    dimension: str
    weak: str
    strong: str


def _told(frame: dict[str, str], other: dict[str, str]) -> str:
    assert set(other) <= set(PARTS)
    words = (other.get(part, frame[part]) for part in PARTS)
    return "\n\n".join(w for w in words if w)


def _load() -> tuple[Contrast, ...]:
    path = Path(__file__).parent / "contrasts.toml"
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    found = []
    for row in raw["contrast"]:
        frame = raw["frames"][row["frame"]]
        found.append(
            Contrast(
                row["id"], row["source"], frame["question"], frame["level"], row["defect"], row["dimension"],
                weak=_told(frame, row["weak"]), strong=_told(frame, row.get("strong", {})),
            )
        )  # fmt: skip
    return tuple(found)


CONTRASTS = _load()
