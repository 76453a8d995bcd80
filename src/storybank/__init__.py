"""storybank: win behavioural interviews with true stories.

    >>> import storybank
    >>> report = storybank.review("...", level="L6")  # doctest: +SKIP
    >>> report.scores["impact"].value  # doctest: +SKIP

Everything happens in this process: no network, no account, no model download.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it; `typing` costs the command a part of its start
if TYPE_CHECKING:
    from collections.abc import Collection

    from storybank.facts.check import Invention
    from storybank.reviewer.report import Report

__version__ = "0.1.0"
__all__ = ["__version__", "check_facts", "review"]


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

    Returns a `Report` of frozen values; every offset points into `text`. Raises a `StorybankError` for a text without
    words and for names that do not exist, `ValueError` for a pace that nobody speaks at (50 to 400 words a minute are
    believed), and `TypeError` for values of another kind.
    """
    from storybank.usecases.review_answer import review_text

    return review_text(text, question=question, level=level, profile=profile, wpm=wpm, off=off)


def check_facts(source: str, rewritten: str) -> list[Invention]:
    """Everything that `rewritten` claims and `source` does not state, in the order of the text; [] when all is stated.

    Each `Invention` has its `kind`, its `span` and `quote` in `rewritten`, `why` it was found, and what of the source
    comes `nearest`, if anything. The check goes by words: a finding is a place to look at, and none is no proof.
    """
    from storybank.facts.check import check_facts

    return check_facts(source, rewritten)
