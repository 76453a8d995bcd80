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
        if value is not None:
            spread = f"{interval[0]:.2f} to {interval[1]:.2f}" if interval else ""
            rows.append(f"| {name} | {value:.3f} | {spread} | {measure['over']} |")
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
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
