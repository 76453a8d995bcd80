"""storybank: win behavioural interviews with true stories.

    >>> import storybank
    >>> report = storybank.review("...", level="L6")  # doctest: +SKIP
    >>> report.scores["impact"].value  # doctest: +SKIP

Everything happens in this process: no network, no account, no model download.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storybank.reviewer.report import Report

__version__ = "0.1.0"
__all__ = ["__version__", "review"]


def review(
    text: str,
    *,
    question: str | None = None,
    level: str | None = None,
    profile: str | None = None,
    wpm: float | None = None,
    off: Collection[str] = (),
) -> Report:
    """Judge a behavioural answer as a trained interviewer would, and show why.

    `text` is plain text, Markdown or a transcript. `question` is what was asked (without it, rules that
    depend on it stay silent); `level` is `L5`, `L6` (the default) or `L7`; `profile` names a timing profile;
    `wpm` is the speaking pace in words a minute, 150 by default; `off` names rules or families to leave out.

    Returns a `Report` of frozen values; every offset points into `text`. Raises `StorybankError`s only.
    """
    from storybank.usecases.review_answer import review_text

    return review_text(text, question=question, level=level, profile=profile, wpm=wpm, off=off)
