"""What was found in words that are shown masked: texts masked, and places moved to where the words stand then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from storybank.text.span import Span

if TYPE_CHECKING:
    from storybank.facts.employers import Hidden, Hiding

_TYPED = frozenset(["wishes", "answer", "rule", "code", "profile"])
"""Fields of results that hold what somebody typed, or names of ours."""


class Moving:
    """Takes frozen records apart and makes them anew, texts masked and places moved."""

    def __init__(self, hiding: Hiding, elsewhere: Mapping[str, str]) -> None:
        self._hiding, self._elsewhere = hiding, elsewhere
        self._hidden: dict[str, Hidden] = {}

    def of(self, value: Any, source: str) -> Any:
        """The value with nothing in it that is hidden."""
        if isinstance(value, str):
            return self._hiding.words(value)
        if isinstance(value, Span):
            return self._in(source).span(value)
        if isinstance(value, tuple | list):
            return type(value)(self.of(one, source) for one in value)
        if isinstance(value, dict):
            return {key: self.of(held, source) for key, held in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value, source)
        return value

    def _record(self, value: Any, source: str) -> Any:
        place, moved = _place_of(value), {}
        words = place.of(source) if place else None
        now = self._in(source).span(place) if place else None
        for spec in fields(value):
            held, inner = getattr(value, spec.name), self._elsewhere.get(spec.name, source)
            if spec.name in _TYPED or (isinstance(held, str) and "str" not in str(spec.type)):
                continue  # one of a few words of ours, such as the kind of a finding
            if place and now and spec.name in ("start", "end"):
                moved[spec.name] = getattr(now, spec.name)
            elif now and held == words:
                moved[spec.name] = now.of(self._in(source).text)
            elif held is not None:
                moved[spec.name] = self.of(held, inner)
        return replace(value, **moved)

    def _in(self, source: str) -> Hidden:
        if source not in self._hidden:
            self._hidden[source] = self._hiding.hide(source)
        return self._hidden[source]


def _place_of(record: Any) -> Span | None:
    """Where in its text a record stands; None for one that stands nowhere."""
    span = getattr(record, "span", None)
    if isinstance(span, Span):
        return span
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) else None
