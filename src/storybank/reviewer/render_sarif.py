"""Findings as SARIF 2.1.0, for editors and code review tools that read it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from storybank.reviewer.render_json import dumps
from storybank.reviewer.report import Finding, Report, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """What SARIF says of a rule, in plain values. `page` is Markdown; it may be empty."""

    name: str
    code: str
    family: str
    severity: Severity
    page: str = ""


def render_sarif(
    reports: Sequence[tuple[str, Report]], rules: Sequence[RuleFacts] = (), version: str | None = None
) -> str:
    """One SARIF log with one run over all `(name, report)` pairs, indented.

    Rules that findings name but `rules` does not are described from the findings. Columns and offsets count
    code points, lines end at LF or CRLF. `version` is that of storybank.
    """
    known = {rule.code: rule for rule in rules}
    for finding in (f for _, report in reports for f in report.findings):
        if finding.code not in known:
            known[finding.code] = RuleFacts(finding.rule, finding.code, "", finding.severity)
    index = {code: at for at, code in enumerate(known)}
    driver: dict[str, Any] = {"name": "storybank", "rules": [_rule(rule) for rule in known.values()]}
    if version:
        driver["version"] = version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n"],
        "artifacts": [_artifact(name, report) for name, report in reports],
        "results": [
            result
            for at, (name, report) in enumerate(reports)
            for result in _results(at, name, report, index)
        ],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: RuleFacts) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize() + "."},
        "defaultConfiguration": {"level": rule.severity},
    }
    if rule.page:
        written["fullDescription"] = {"text": rule.page.strip().split("\n", 1)[0]}
        written["help"] = {"text": rule.page, "markdown": rule.page}
    if rule.family:
        written["properties"] = {"tags": [rule.family]}
    return written


def _artifact(name: str, report: Report) -> dict[str, Any]:
    """The file, with what the review says of it as a whole."""
    scores = {dimension: score.value for dimension, score in report.scores.items()}
    said = {"verdict": report.verdict, "level": report.level, "scores": scores}
    return {"location": {"uri": _uri(name)}, "properties": said}


def _results(at: int, name: str, report: Report, index: dict[str, int]) -> list[dict[str, Any]]:
    starts = _line_starts(report.text)
    return [
        {
            "ruleId": finding.code,
            "ruleIndex": index[finding.code],
            "level": finding.severity,
            "message": {"text": f"{finding.message} {finding.advice}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(name), "index": at},
                        "region": _region(finding, starts),
                    }
                }
            ],
        }
        for finding in report.findings
    ]


def _region(finding: Finding, starts: list[int]) -> dict[str, Any]:
    line, column = _place(finding.start, starts)
    end_line, end_column = _place(finding.end, starts)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.quote},
    }


def _line_starts(text: str) -> list[int]:
    """Offsets at which lines begin; CRLF ends a line once, at its LF."""
    return [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]


def _place(at: int, starts: list[int]) -> tuple[int, int]:
    """Line and column of a code point, both from 1."""
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1


def _uri(name: str) -> str:
    """A file name as a URI: relative names stay relative; `-` is standard input."""
    if name == "-":
        return "stdin"
    path = PurePath(name)
    if path.is_absolute():
        return "file://" + quote(
            ("" if path.as_posix().startswith("/") else "/") + path.as_posix(), errors="replace"
        )
    return quote(path.as_posix(), errors="replace")
