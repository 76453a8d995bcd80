"""Everything that was fitted, in one folder: the reader and the open weights of the layers above it.

The package ships one such folder. Cross-validation brings others, each fitted without the stories it judges
(`training/readers`), so whoever weighs something is handed the folder instead of reaching for the shipped one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from storybank.signals.encoder.reader import Reader
from storybank.signals.parts import Decoding


@dataclass(frozen=True)
class Fitted:
    """A folder of fitted files; each is loaded when first asked for.

    `judgement` holds `defects` (for each: `weights` by number, `bias`, `threshold`) and `level` (`weights`,
    `bias`, two `cuts`); `scoring` holds `scores` (for each dimension: `base`, `weights`, four `cuts`) and
    `verdict` (`weights`, `bias`, three `cuts`).
    """

    folder: Path

    @cached_property
    def reader(self) -> Reader:
        """The encoder and its head."""
        return Reader(self.folder)

    @cached_property
    def decoding(self) -> Decoding:
        """How labels follow each other, and from which probability on a word counts."""
        raw = self._json("decoding.json")
        return Decoding(
            np.array(raw["first"]), np.array(raw["follow"]), raw["weight"], raw["figure"], raw["boundary"]
        )

    @cached_property
    def judgement(self) -> dict[str, Any]:
        """Weights of the judged defects and of the level."""
        return self._json("judgement.json")

    @cached_property
    def scoring(self) -> dict[str, Any]:
        """Weights of the scores and of the verdict."""
        return self._json("scoring.json")

    @cached_property
    def asked(self) -> dict[str, Any]:
        """What the words of a question ask for: `names`, a `prior` for each principle, `words` and three weights.

        `names` are the principles, then the themes. `words` holds, for each stem, the hundredths of a log odds for each
        name in one string: thousands of lists of numbers take long to parse. `question`, `reader` and `meaning` are
        what each witness weighs.
        """
        return self._json("asked.json")

    def _json(self, name: str) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads((self.folder / name).read_text(encoding="utf-8"))
        return loaded


@cache
def shipped() -> Fitted:
    """What comes with the package."""
    return Fitted(Path(str(files("storybank.signals.encoder") / "data")))
