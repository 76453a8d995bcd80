"""Reports as a reviewer would give them who agrees with the raters in everything."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from storybank.evaluation.labelled import LabelledAnswer, parse
from storybank.reviewer.report import (
    AnswerFacts,
    Finding,
    Part,
    PrincipleShown,
    Report,
    ReportedFigure,
    Score,
    Severity,
)


def record(**changes: Any) -> dict[str, Any]:
    """A labelled answer as its line in the file would hold it."""
    text = "The belt jammed every night. I had to stop that. I rebuilt the guide. Jams fell from 9 to 2."
    return {
        "id": "a",
        "story": "s",
        "telling": None,
        "question": "Tell me about a time you fixed something.",
        "target_level": "L6",
        "style": "written",
        "text": text,
        "parts": [
            {"label": "situation", "quote": "The belt jammed every night."},
            {"label": "task", "quote": "I had to stop that."},
            {"label": "action", "quote": "I rebuilt the guide."},
            {"label": "result", "quote": "Jams fell from 9 to 2."},
        ],
        "defects": [
            {"name": "missing-learning", "quote": None},
            {"name": "thin-action", "quote": "rebuilt the guide"},
        ],
        "scores": {"clarity": 3, "principle": 3, "impact": 2, "growth": 1},
        "verdict": "no",
        "level": "L5",
        "principles": ["dive-deep", "ownership"],
        "figures": ["from 9 to 2"],
    } | changes


def labelled(*records: dict[str, Any]) -> tuple[LabelledAnswer, ...]:
    """Records read through the file format."""
    return parse([("test.jsonl", "\n".join(map(json.dumps, records)))])


def finding(rule: str, severity: Severity = "warning") -> Finding:
    """A finding about the whole answer."""
    return Finding(rule, "XXX000", severity, 0, 1, "", "", "")


def report(answer: LabelledAnswer) -> Report:
    """What the raters said, as a report."""
    runs = [list(run) for _, run in groupby(answer.parts, key=lambda part: part.label)]
    words = len(answer.text.split())
    return Report(
        text=answer.text,
        answer=AnswerFacts(words, words / 2.5, answer.target_level, answer.question, "l6"),
        parts=tuple(Part(r[0].label, r[0].span.start, r[-1].span.end, 1, 1.0, None) for r in runs),
        findings=tuple(finding(d.name) for d in answer.defects),
        figures=tuple(ReportedFigure(f.start, f.end, "", "count", True) for f in answer.figures),
        scores={dimension: Score(value, (), None) for dimension, value in answer.scores.items()},
        verdict=answer.verdict,
        level=answer.level,
        principles=tuple(PrincipleShown(name, 1.0, ()) for name in answer.principles),
        probes=(),
    )
