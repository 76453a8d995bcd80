"""Put what was measured into the README: `python docs/measured.py`.

Reads `sealed.json` and `fresh.json` of `docs/measured`, written by `storybank evaluate --format json`, and
`bench.json`, written by `bench/run.py --json`, and rewrites the README between its markers. Nothing is typed in.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
README = HERE.parent / "README.md"


def accuracy(sealed: dict[str, Any], fresh: dict[str, Any]) -> str:
    """A table of measures with their intervals, for the two sets that nothing was fitted on."""
    heads = [
        f"{title} ({found['answers']} answers)"
        for title, found in (("given, sealed", sealed), ("fresh", fresh))
    ]
    rows = [
        f"| measure | {heads[0]} | 95% interval | {heads[1]} | 95% interval |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, measure in sealed["measures"].items():
        # Single parts and rules are for `storybank evaluate --rules`.
        if measure["value"] is not None and ":" not in name:
            cells = [_cell(found["measures"][name]) for found in (sealed, fresh)]
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


def main() -> None:
    """Rewrite the README."""
    text = README.read_text(encoding="utf-8")
    sealed = json.loads((HERE / "measured/sealed.json").read_text(encoding="utf-8"))
    fresh = json.loads((HERE / "measured/fresh.json").read_text(encoding="utf-8"))
    text = put(text, "accuracy", accuracy(sealed, fresh))
    bench = json.loads((HERE / "measured/bench.json").read_text(encoding="utf-8"))
    text = put(text, "speed", speed(bench))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
