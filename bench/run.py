"""How fast storybank is, beside proselint and bare Python, in one run and on the same varied texts.

    python bench/run.py [--json] [--quick] [FILE.jsonl ...]

Contenders take turns on each text and in each round, so that a busy machine slows all of them alike. Medians
are shown, with ratios to proselint. Nothing is measured twice on one text within a process.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from texts import WORDS, Supply

ANSWERS = Path(__file__).parent.parent / "training/answers"
BIN = Path(sys.executable).parent
WARM_UP = 8
MEGABYTE = 1024 * 1024
T = TypeVar("T")
Review = Callable[[str], object]
# Runs a console script's function and writes the peak memory of its own process, in bytes, to a file.
PEAK = """
import atexit, importlib, sys
out, module, function, *sys.argv = sys.argv[1:]
def peak():
    try:
        with open("/proc/self/status") as status:
            size = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        import resource
        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    with open(out, "w") as file:
        file.write(str(size))
atexit.register(peak)
if module:
    getattr(importlib.import_module(module), function)()
"""


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("files", nargs="*", type=Path, help="labelled answers to take sentences from")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.add_argument(
        "--quick", action="store_true", help="fewer rounds and shorter long texts: a smoke test"
    )
    given = parser.parse_args()
    supply = Supply(given.files or sorted(ANSWERS.glob("*.jsonl")))
    answers, rounds, longest, repeats = (60, 15, 100_000, 3) if not given.quick else (12, 3, 8_000, 1)
    # Processes first: later this process is large, and starting others from it would be slower.
    result: dict[str, Any] = {
        "machine": machine(),
        "cold_ms": cold_start(supply.answers(rounds + 1)),
        "peak_mb": peak_memory(supply.answers(1)[0]),
    }
    contenders = in_process()
    result["answer_ms"] = latency(contenders, supply.answers(WARM_UP), supply.answers(answers))
    result["words_a_second"] = throughput(contenders, supply.answers(answers))
    result["long_ms"] = long_texts(contenders, supply, [longest // 4, longest // 2, longest], repeats)
    print(json.dumps(result)) if given.json else show(result, answers, rounds)


def machine() -> dict[str, Any]:
    """What it ran on; figures of two machines do not compare."""
    return {"python": platform.python_version(), "system": platform.platform(), "cpus": os.cpu_count()}


def commands(file: str) -> dict[str, list[str]]:
    """The processes to start, by name; what is not installed is left out."""
    scripts = {"storybank": ["review", file], "proselint": ["check", file]}
    found = {name: [str(BIN / name), *rest] for name, rest in scripts.items() if (BIN / name).exists()}
    return found | {"python": [sys.executable, "-c", "pass"]}


def cold_start(texts: Sequence[str]) -> dict[str, float]:
    """Median milliseconds of a whole process on one answer; the first round only fills the disk's cache."""
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            file = Path(folder) / f"answer{number}.txt"
            file.write_text(text, encoding="utf-8")
            for name, command in turn(list(commands(str(file)).items()), number):
                start = time.perf_counter()
                done = subprocess.run(command, capture_output=True, check=False)
                spent = time.perf_counter() - start
                check(name, done)
                if number:
                    taken.setdefault(name, []).append(spent * 1000)
    return {name: median(times) for name, times in taken.items()}


def check(name: str, done: subprocess.CompletedProcess[bytes]) -> None:
    """Stop when a process failed: the time of a failure is nobody's speed."""
    # 1 is proselint's way to say that it found something.
    if done.returncode not in ((0, 1) if name == "proselint" else (0,)):
        raise SystemExit(f"bench: {name} failed: {done.stderr.decode(errors='replace')[-500:].strip()}")


def peak_memory(text: str) -> dict[str, float]:
    """The most memory that a process holds at a time while it reviews one answer, in megabytes."""
    peaks = {}
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder) / "answer.txt", Path(folder) / "peak"
        file.write_text(text, encoding="utf-8")
        calls = {
            "storybank": ("storybank.cli", "main", "storybank", "review", str(file)),
            "proselint": ("proselint.command_line", "main", "proselint", "check", str(file)),
            "python": ("", ""),
        }
        for name in commands(str(file)):
            command = [sys.executable, "-c", PEAK, str(out), *calls[name]]
            check(name, subprocess.run(command, capture_output=True, check=False))
            peaks[name] = int(out.read_text()) / MEGABYTE
    return peaks


def in_process() -> dict[str, Review]:
    """The reviewers as functions of a text."""
    from storybank.usecases.review_answer import review_text

    contenders: dict[str, Review] = {"storybank": review_text}
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile
    except ImportError:
        return contenders
    CheckRegistry().register_many(__register__)
    return contenders | {"proselint": lambda text: LintFile("answer", text).lint()}


def latency(contenders: dict[str, Review], warm_up: Sequence[str], texts: Sequence[str]) -> dict[str, float]:
    """Median milliseconds for one answer after warm-up."""
    for text in warm_up:
        for review in contenders.values():
            review(text)
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number, text in enumerate(texts):
        for name, review in turn(list(contenders.items()), number):
            taken[name].append(seconds(review, text) * 1000)
    return {name: median(times) for name, times in taken.items()}


def throughput(contenders: dict[str, Review], texts: Sequence[str], pack: int = 10) -> dict[str, float]:
    """Words a second over all texts, which each contender takes in packs, one after the other."""
    spent = dict.fromkeys(contenders, 0.0)
    for number, first in enumerate(range(0, len(texts), pack)):
        for name, review in turn(list(contenders.items()), number):
            spent[name] += sum(seconds(review, text) for text in texts[first : first + pack])
    words = sum(len(text.split()) for text in texts)
    return {name: words / total for name, total in spent.items()}


def long_texts(
    contenders: dict[str, Review], supply: Supply, sizes: Sequence[int], repeats: int
) -> dict[str, dict[str, float]]:
    """Median milliseconds for texts of some sizes in words; linear time doubles with the size."""
    taken: dict[str, dict[str, list[float]]] = {name: {} for name in contenders}
    for number in range(repeats):
        for size in sizes:
            text = supply.long(size)
            for name, review in turn(list(contenders.items()), number):
                taken[name].setdefault(str(size), []).append(seconds(review, text) * 1000)
    return {name: {size: median(times) for size, times in sized.items()} for name, sized in taken.items()}


def seconds(review: Review, text: str) -> float:
    """The time of one call."""
    start = time.perf_counter()
    review(text)
    return time.perf_counter() - start


def turn(contenders: Sequence[T], number: int) -> list[T]:
    """Another one first each time: whoever follows finds warmer or dirtier caches."""
    first = number % len(contenders)
    return [*contenders[first:], *contenders[:first]]


def show(result: dict[str, Any], answers: int, rounds: int) -> None:
    """The tables."""
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 100)
    on = result["machine"]
    console.print(f"Python {on['python']}, {on['cpus']} processors, {on['system']}")
    names = ["storybank", "proselint", "python"]
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("")
    for name in (*names, "storybank / proselint"):
        table.add_column(name, justify="right")
    rows = {
        f"one answer of {WORDS} words, ms (median of {answers})": result["answer_ms"],
        f"words a second ({answers} answers)": result["words_a_second"],
        f"cold start, ms (median of {rounds})": result["cold_ms"],
        "peak memory, MB": result["peak_mb"],
    }
    for size in next(iter(result["long_ms"].values())):
        rows[f"a text of {int(size):,} words, ms"] = {n: t[size] for n, t in result["long_ms"].items()}
    for title, values in rows.items():
        cells = [number(values.get(name)) for name in names]
        table.add_row(title, *cells, ratio(values.get("storybank"), values.get("proselint")))
    console.print(table)
    for name, times in result["long_ms"].items():
        (small, *_, large), span = times.values(), max(map(int, times)) / min(map(int, times))
        console.print(f"{name}: {span:.0f} times the words take {large / small:.2f} times as long")


def number(value: float | None) -> str:
    """Three figures or so."""
    return "-" if value is None else f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def ratio(ours: float | None, theirs: float | None) -> str:
    """Ours over theirs."""
    return f"{ours / theirs:.2f}" if ours and theirs else "-"


if __name__ == "__main__":
    main()
