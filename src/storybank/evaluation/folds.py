"""Cross-validation by story: each answer is judged by what was fitted without its story, reader included.

The fold readers and their weights lie in a checkout's `training/readers`, made by `make train`; they are far
too large to ship. Story `s` belongs to fold `sha256(s) mod folds`. An answer that no fold learnt from (the
sealed ones) is simply judged by one that did not see it, like any other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from storybank.errors import StorybankError
from storybank.evaluation.labelled import LabelledAnswer
from storybank.playbook.timing import OWN_PROFILE, profile
from storybank.reviewer.engine import review
from storybank.reviewer.report import Report
from storybank.signals.fitted import Fitted
from storybank.text import read

READERS = Path("training/readers")


class NoFoldReaders(StorybankError):
    """Cross-validation was asked for where its readers are not."""

    def __init__(self, folds: int, found: int) -> None:
        remedy = f"use --folds {found}" if found > 1 else "run `make train` first"
        super().__init__(
            f"--folds {folds} needs {folds} fold readers in {READERS}, and {found} are there; {remedy}"
        )


def fold_of(story: str, folds: int) -> int:
    """Which fold holds a story out."""
    return int(hashlib.sha256(story.encode()).hexdigest(), 16) % folds


def crossvalidate(answers: Sequence[LabelledAnswer], folds: int) -> list[Report]:
    """Reports in the order of the answers, none by a reader that learnt from the answer's story.

    Raises `NoFoldReaders` unless `training/readers` of the current folder holds exactly that many folds.
    """
    there = sorted(READERS.glob("fold*"))
    if len(there) != folds:
        raise NoFoldReaders(folds, len(there))
    fitted = [Fitted(READERS / f"fold{k}") for k in range(folds)]
    return [
        review(
            read(answer.text),
            question=answer.question,
            level=answer.target_level,
            profile=profile(OWN_PROFILE[answer.target_level]),
            wpm=150,
            fitted=fitted[fold_of(answer.story, folds)],
        )
        for answer in answers
    ]
