"""An evaluation as JSON, to keep and to compare with later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from storybank.errors import UnreadableInput
from storybank.evaluation.measures import Hits
from storybank.evaluation.run import Evaluation, Marked, Measure
from storybank.evaluation.sheet import Sheet
from storybank.reviewer.render_json import dumps
from storybank.text import Span

VERSION = 1
_DIGITS = 6


def to_dict(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as plain values: totals first, then each answer with both its sheets."""
    return {
        "version": VERSION,
        "answers": len(evaluation.answers),
        "stories": evaluation.stories,
        "measures": {
            name: {
                "value": _round(m.value),
                "interval": m.interval and [_round(v) for v in m.interval],
                "over": m.over,
            }
            for name, m in evaluation.measures.items()
        },
        "parts": {name: hits._asdict() for name, hits in evaluation.parts.items()},
        "rules": {name: hits._asdict() for name, hits in evaluation.rules.items()},
        "marked": [
            {"id": m.id, "story": m.story, "gold": _sheet(m.gold), "said": _sheet(m.said)}
            for m in evaluation.answers
        ],
    }


def render(evaluation: Evaluation, **more: Any) -> str:
    """One JSON object on one line; `more` adds fields at its end."""
    return dumps(to_dict(evaluation) | more)


def load(text: str, name: str = "the old evaluation") -> Evaluation:
    """The evaluation that `render` wrote. Raises `UnreadableInput` for anything else."""
    try:
        raw = json.loads(text)
        if raw["version"] != VERSION:
            raise _refused(name, f"its version is {raw['version']!r}, and {VERSION} is what can be read")
        return Evaluation(
            answers=tuple(
                Marked(str(m["id"]), str(m["story"]), _read_sheet(m["gold"]), _read_sheet(m["said"]))
                for m in raw["marked"]
            ),
            stories=int(raw["stories"]),
            measures={
                n: Measure(m["value"], _pair(m["interval"]), int(m["over"]))
                for n, m in raw["measures"].items()
            },
            parts={name: Hits(**hits) for name, hits in raw["parts"].items()},
            rules={name: Hits(**hits) for name, hits in raw["rules"].items()},
        )
    except json.JSONDecodeError as fault:
        raise _refused(name, f"it is not JSON from line {fault.lineno} on") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _refused(name, "it does not have the fields of one") from None


def _refused(name: str, why: str) -> UnreadableInput:
    return UnreadableInput(
        f"{name} is no evaluation: {why}; keep one with `storybank evaluate --format json`"
    )


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "parts": list(sheet.parts),
        "defects": list(sheet.defects),
        "figures": [[f.start, f.end] for f in sheet.figures],
        "scores": dict(sheet.scores),
        "verdict": sheet.verdict,
        "level": sheet.level,
        "principles": list(sheet.principles),
    }


def _read_sheet(raw: Mapping[str, Any]) -> Sheet:
    return Sheet(
        parts=tuple(raw["parts"]),
        defects=tuple(raw["defects"]),
        figures=tuple(Span(int(start), int(end)) for start, end in raw["figures"]),
        scores={dimension: int(value) for dimension, value in raw["scores"].items()},
        verdict=raw["verdict"],
        level=raw["level"],
        principles=tuple(raw["principles"]),
    )


def _pair(raw: Any) -> tuple[float, float] | None:
    return None if raw is None else (float(raw[0]), float(raw[1]))


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
