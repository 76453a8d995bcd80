"""Put what was measured into the README: `python docs/measured.py`.

Reads `docs/measured/sealed.json`, written by `storybank evaluate --format json`, and `docs/measured/bench.json`,
written by `bench/run.py --json`, and rewrites the README between its markers. Nothing is typed in by hand.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
README = HERE.parent / "README.md"


def accuracy(evaluation: dict[str, Any]) -> str:
    """A table of measures with their intervals."""
    rows = ["| measure | value | 95% interval | over |", "| --- | --- | --- | --- |"]
    for name, measure in evaluation["measures"].items():
        value, interval = measure["value"], measure["interval"]
        if (
            value is not None and ":" not in name
        ):  # single parts and rules are for `storybank evaluate --rules`
            spread = f"{interval[0]:.2f} to {interval[1]:.2f}" if interval else ""
            rows.append(f"| {name} | {value:.3f} | {spread} | {measure['over']} |")
    return "\n".join(rows)


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
    text = put(text, "accuracy", accuracy(sealed))
    bench = json.loads((HERE / "measured/bench.json").read_text(encoding="utf-8"))
    text = put(text, "speed", speed(bench))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
