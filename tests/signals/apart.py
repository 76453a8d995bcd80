"""What holds of the spans that any extractor finds."""

from __future__ import annotations

from collections.abc import Iterable

from storybank.text import Span


def lie_apart(spans: Iterable[Span], text: str) -> None:
    """Spans lie in the text, in its order; none is empty, and none overlaps another."""
    held = list(spans)
    edges = [edge for s in held for edge in (s.start, s.end)]
    assert edges == sorted(edges)
    assert all(0 <= s.start < s.end <= len(text) for s in held)
