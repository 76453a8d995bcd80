"""Put what was measured into the README: `python docs/measured.py`.

Reads `sealed.json`, `ordinary.json` and `fresh.json` of `docs/measured`, written by `storybank evaluate --format json`,
and `bench.json`, written by `bench/run.py --json`, and rewrites the README between its markers. Nothing is typed in.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
README = HERE.parent / "README.md"


SETS = {"sealed": "given, sealed", "ordinary": "ordinary mix", "fresh": "hard kinds"}
"""What nothing was fitted on, by the file's name, and how the README calls it."""


def accuracy(measured: dict[str, dict[str, Any]]) -> str:
    """A table of measures with their intervals, two columns for each set."""
    heads = [f"{SETS[name]} ({found['answers']} answers) | 95% interval" for name, found in measured.items()]
    rows = [f"| measure | {' | '.join(heads)} |", f"| --- |{' --- |' * 2 * len(heads)}"]
    for name, measure in next(iter(measured.values()))["measures"].items():
        # Single parts and rules are for `storybank evaluate --rules`.
        if measure["value"] is not None and ":" not in name:
            cells = [_cell(found["measures"][name]) for found in measured.values()]
            rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _cell(measure: dict[str, Any]) -> str:
    value, interval = measure["value"], measure["interval"]
    return f"{value:.3f} | {interval[0]:.2f} to {interval[1]:.2f}" if interval else f"{value:.3f} |"


def speed(bench: dict[str, Any]) -> str:
    """A table of times with proselint as the yardstick."""
    names = {
        "answer_ms": "one 450-word answer, in process, median ms",
        "words_a_second": "words a second over many answers",
        "cold_ms": "cold start of a command on one answer, median ms",
        "peak_mb": "peak memory, MB",
    }
    rows = ["| | storybank | proselint | ratio |", "| --- | --- | --- | --- |"]
    for key, title in names.items():
        ours, theirs = bench[key]["storybank"], bench[key]["proselint"]
        rows.append(f"| {title} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.2f} |")
    for words, ours in bench["long_ms"]["storybank"].items():
        theirs = bench["long_ms"]["proselint"][words]
        rows.append(
            f"| {int(words):,} words in one file, ms | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.1f} |"
        )
    return "\n".join(rows)


def put(text: str, marker: str, block: str) -> str:
    """Replace what stands between `<!-- marker -->` and `<!-- /marker -->`."""
    pattern = re.compile(rf"(<!-- {marker} -->\n).*?(<!-- /{marker} -->)", re.DOTALL)
    if not pattern.search(text):
        raise LookupError(f"README.md has no <!-- {marker} --> ... <!-- /{marker} --> to fill")
    return pattern.sub(lambda m: f"{m[1]}{block}\n{m[2]}", text)


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / f"measured/{name}.json").read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Rewrite the README."""
    text = README.read_text(encoding="utf-8")
    text = put(text, "accuracy", accuracy({name: _read(name) for name in SETS}))
    text = put(text, "speed", speed(_read("bench")))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
