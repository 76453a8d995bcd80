"""Put what was measured into the README and the page of the bank: `python docs/measured.py [--check]`.

Reads `sealed.json`, `ordinary.json` and `fresh.json` of `docs/measured`, written by `storybank evaluate --format json`,
`bench.json`, written by `bench/run.py --json`, and `bank.json`, written by `bench/bank.py --json`, and rewrites the
tables between their markers. Nothing is typed in.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
README, BANK = HERE.parent / "README.md", HERE / "bank.md"


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


def bank(measured: dict[str, Any]) -> str:
    """A table of whole commands on banks of growing size, and a line on the plan."""
    names = {
        "list": "`list`", "show": "`show`", "match": "`match`, what stories mean being known",
        "match, first run": "`match`, the first time", "coverage": "`coverage`", "save": "save a story",
    }  # fmt: skip
    banks, loop = measured["banks"], measured["loop"]
    first, *more = (f"{int(size):,}" for size in banks)
    rows = [f"| | {first} stories | {' | '.join(more)} |", f"| --- |{' --- |' * len(banks)}"]
    for command, title in names.items():
        cells = [_spent(sized["commands"][command]) for sized in banks.values()]
        rows.append(f"| {title} | {' | '.join(cells)} |")
    plan, whole = (loop[part]["ms"] / 1000 for part in ("plan", "command"))
    told = (
        f"A plan of {loop['interviewers']} interviewers by {loop['stories']} stories takes {plan:.1f} s, "
        f"{whole:.1f} s with the start of the program."
    )
    return "\n".join([*rows, "", told])


def _spent(command: dict[str, Any]) -> str:
    peak = command["peak_mb"]
    return f"{command['ms']:,.0f}" + (f" ({peak:.0f})" if peak else "")


def put(text: str, marker: str, block: str) -> str:
    """Replace what stands between `<!-- marker -->` and `<!-- /marker -->`."""
    pattern = re.compile(rf"(<!-- {marker} -->\n).*?(<!-- /{marker} -->)", re.DOTALL)
    if not pattern.search(text):
        raise LookupError(f"there is no <!-- {marker} --> ... <!-- /{marker} --> to fill")
    return pattern.sub(lambda m: f"{m[1]}{block}\n{m[2]}", text)


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / f"measured/{name}.json").read_text(encoding="utf-8"))
    return found


def pages() -> dict[Path, str]:
    """Each page with its tables as they were measured."""
    readme = README.read_text(encoding="utf-8")
    readme = put(readme, "accuracy", accuracy({name: _read(name) for name in SETS}))
    readme = put(readme, "speed", speed(_read("bench")))
    return {README: readme, BANK: put(BANK.read_text(encoding="utf-8"), "bench", bank(_read("bank")))}


def main() -> None:
    """Rewrite the pages, or with `--check` say which of them differ and exit with 1."""
    parser = argparse.ArgumentParser(description="Tables of what was measured, from docs/measured.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 on a difference")
    check = parser.parse_args().check
    stale = [(page, text) for page, text in pages().items() if page.read_text(encoding="utf-8") != text]
    for page, text in stale:
        if check:
            print(f"{page.name} differs from docs/measured: run python docs/measured.py", file=sys.stderr)
        else:
            page.write_text(text, encoding="utf-8")
    if check and stale:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
