"""How fast the bank and the planning on it are, and how time and memory grow with the number of stories.

    python bench/bank.py [--json FILE] [--sizes 100,1000,10000] [--rounds 5] [--plans 5]

Each figure of a command is the median time of whole processes, from start to end, on a bank of generated fictional
stories (`stories.py`) in a temporary folder; a round before the first only fills the disk's cache. The time on the
processor stands beside it: where that is far smaller, the machine was busy with other things. Memory is the most that
one such process holds. Banks, home folder and vectors are thrown away in the end.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from run import BIN, MEGABYTE, PEAK, check, machine, number

from stories import stories

QUESTION = "When did somebody's bad day become yours?"
IMPORTED = 1000
IMPORTS = 3  # rounds: a thousand files are many
LOOP = (20, 200)  # interviewers, stories
PYTHON, FIRST = "python", "match, first run"
NO_MODEL = (
    "match: the model of meanings (signals/meaning_data) is not here; coverage and plans go by tags alone"
)


class Spent(NamedTuple):
    """Seconds of one process: from start to end, and on the processor."""

    wall: float
    cpu: float


def main() -> None:
    """Measure, print tables, and write the figures down."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    parser.add_argument("--sizes", default="100,1000,10000", help="stories in the banks, by commas")
    parser.add_argument("--rounds", type=int, default=5, help="processes that a median is taken of")
    parser.add_argument("--plans", type=int, default=5, help="loops to plan, each with other wishes")
    given = parser.parse_args()
    model = files("storybank.signals").joinpath("meaning_data").is_dir()
    with tempfile.TemporaryDirectory(prefix="storybank-bench-") as folder:
        place = Path(folder)
        result: dict[str, Any] = {
            "machine": machine(),
            "rounds": given.rounds,
            "left_out": [] if model else [NO_MODEL],
            "banks": {
                size: measured(place, int(size), given.rounds, model) for size in given.sizes.split(",")
            },
        }
        result["loop"] = loop(place, given.rounds, given.plans)  # last: it makes this process a large one
    if given.json:
        given.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    show(result)


def measured(place: Path, size: int, rounds: int, model: bool) -> dict[str, Any]:
    """A bank of one size: what it takes to fill it, and each command on it."""
    bank = place / f"bank-{size}.sqlite"
    start = time.perf_counter()
    filled(bank, size)
    found: dict[str, Any] = {"fill_s": time.perf_counter() - start, "file_mb": bank.stat().st_size / MEGABYTE}
    one = f"story-{(size + 1) // 2:05d}"
    commands: dict[str, list[str]] = {
        "list": ["list"],
        "list --format json": ["list", "--format", "json"],
        "show": ["show", one],
        "match": ["match", QUESTION],
        "coverage": ["coverage"],
        "save": ["edit", one, "--set"],
    }
    times: dict[str, list[Spent]] = {PYTHON: [], **{name: [] for name in commands}}
    peaks: dict[str, float] = {}
    if model:  # it reads every story, and leaves their vectors beside the bank for those that follow
        times[FIRST] = [timed(place, bank, commands["match"])]
    else:
        del commands["match"], times["match"]
    for turn in range(rounds + 1):
        for name, words in {PYTHON: [], **commands}.items():
            spent = timed(place, bank, ended(name, words, turn))
            if turn:
                times[name].append(spent)
    for name, words in {PYTHON: [], **commands}.items():
        peaks[name] = peak(place, bank, ended(name, words, rounds + 1))
    times["import"], peaks["import"] = imported(place, bank)
    found["commands"] = {name: figures(spent, peaks.get(name)) for name, spent in times.items()}
    return found


def figures(spent: Sequence[Spent], peak_mb: float | None) -> dict[str, float | None]:
    """Medians in milliseconds, and memory in megabytes."""
    wall, cpu = (median(seconds) * 1000 for seconds in zip(*spent, strict=True))
    return {"ms": wall, "cpu_ms": cpu, "peak_mb": peak_mb}


def ended(name: str, words: Sequence[str], turn: int) -> list[str]:
    """The command for one turn: what is saved must differ from what is there."""
    return [*words, f"notes=Turn {turn}."] if name == "save" else list(words)


def filled(bank: Path, size: int) -> None:
    """Keep so many stories in a new bank, all in one change."""
    from storybank.wiring import open_store

    with closing(open_store(str(bank))) as store:
        store.put_all(stories(size), datetime.now(UTC), "bench")


def imported(place: Path, bank: Path) -> tuple[list[Spent], float]:
    """Times of an import of IMPORTED Markdown files that are new to a copy of the bank, and its peak memory."""
    from dataclasses import replace

    from storybank.usecases.exchange import write_files, written

    folder = place / "incoming"
    if not folder.exists():
        new = [replace(story, id=f"new-{story.id}") for story in stories(IMPORTED, seed=1)]
        write_files(written(new, "markdown"), folder, replacing=False)
    copy, spent = place / "copy.sqlite", []
    for turn in range(IMPORTS + 1):
        for left in place.glob("copy.sqlite*"):
            left.unlink()
        shutil.copyfile(bank, copy)
        if turn < IMPORTS:
            spent.append(timed(place, copy, ["import", str(folder)]))
    return spent, peak(place, copy, ["import", str(folder)])


def environment(place: Path, bank: Path) -> dict[str, str]:
    """A user with an empty home, whose bank this is."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STORYBANK_", "XDG_"))}
    return kept | {"HOME": str(place), "STORYBANK_DB": str(bank)}


def timed(place: Path, bank: Path, words: Sequence[str]) -> Spent:
    """What one process takes; no words: a Python that does nothing."""
    command = [str(BIN / "storybank"), *words] if words else [sys.executable, "-c", "pass"]
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, env=environment(place, bank), capture_output=True, check=False)
    wall, after = time.perf_counter() - start, os.times()
    check(" ".join(words), done)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(wall, cpu)


def peak(place: Path, bank: Path, words: Sequence[str]) -> float:
    """The most memory that one process holds, in megabytes."""
    out = place / "peak"
    call = ["storybank.cli", "main", "storybank", *words] if words else ["", ""]
    command = [sys.executable, "-c", PEAK, str(out), *call]
    check(
        " ".join(words),
        subprocess.run(command, env=environment(place, bank), capture_output=True, check=False),
    )
    return int(out.read_text()) / MEGABYTE


def loop(place: Path, rounds: int, plans: int) -> dict[str, Any]:
    """Plans for a day: the whole command on one loop, and the plan itself on several, all proven."""
    people, size = LOOP
    bank = place / f"bank-loop-{size}.sqlite"
    filled(bank, size)
    days = [place / f"loop-{day}.toml" for day in range(plans)]
    for day, file in enumerate(days):
        file.write_text(loop_file(people, day), encoding="utf-8")
    command = ["plan-loop", str(days[0]), "--format", "json"]
    spent = [timed(place, bank, command) for _ in range(rounds + 1)][1:]
    found = {
        "interviewers": people,
        "stories": size,
        "command": figures(spent, peak(place, bank, command)),
    }
    taken = [planned(file, bank) for file in days]
    worst = max(one.wall for one in taken) * 1000
    return found | {"plan": figures(taken, None), "plan_worst_ms": worst, "plans": plans}


def loop_file(people: int, day: int) -> str:
    """A day of interviews; every interviewer asks about two or three principles or themes."""
    import random

    from storybank.playbook.names import PRINCIPLES, THEMES

    chance = random.Random(day)
    lines = ['company = "Kelm Ferries"', 'level = "L6"', "stories = 2"]
    for person in range(people):
        wishes = chance.sample((*PRINCIPLES, *THEMES), chance.randint(2, 3))
        lines += ["[[interviewer]]", f'name = "Person {person + 1}"', f"wishes = {json.dumps(wishes)}"]
    return "\n".join(lines) + "\n"


def planned(file: Path, bank: Path) -> Spent:
    """What the plan alone takes, stories and fits being there; stops when it is not proven to be the best."""
    from storybank.cli.plan_loop import read_loop, words_show
    from storybank.planning.fit_table import fits_from_tags
    from storybank.planning.loop_plan import plan_loop
    from storybank.wiring import open_store

    day, today = read_loop(file), datetime.now(UTC).date()
    with closing(open_store(str(bank))) as store:
        told = tuple(store.every())
    fits = fits_from_tags(told, level=day.level, today=today, shown=words_show(told, str(bank)))
    cpu, start = time.process_time(), time.perf_counter()
    plan = plan_loop(day, told, fits, today)
    spent = Spent(time.perf_counter() - start, time.process_time() - cpu)
    if not plan.optimal:
        raise SystemExit(f"bench: the plan of {file.name} is not proven: {plan.value} of {plan.bound} points")
    return spent


def show(result: dict[str, Any]) -> None:
    """The tables."""
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 110)
    on = result["machine"]
    console.print(f"Python {on['python']}, {on['cpus']} processors, {on['system']}")
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("ms (on the processor; peak MB)")
    banks = result["banks"]
    for size, bank in banks.items():
        table.add_column(f"{int(size):,} stories, {bank['file_mb']:.1f} MB", justify="right")
    for name in next(iter(banks.values()))["commands"]:
        title = f"import of {IMPORTED:,} files" if name == "import" else name
        table.add_row(title, *(cell(bank["commands"][name]) for bank in banks.values()))
    console.print(table)
    day = result["loop"]
    console.print(
        f"plan-loop, {day['interviewers']} interviewers and {day['stories']} stories, proven: whole process "
        f"{cell(day['command'])}; the plan itself {cell(day['plan'])}, at worst {number(day['plan_worst_ms'])} of "
        f"{day['plans']} loops"
    )
    for words in result["left_out"]:
        console.print(f"left out: {words}")


def cell(of: dict[str, float | None]) -> str:
    """Time, time on the processor, memory."""
    memory = f"; {number(of['peak_mb'])}" if of["peak_mb"] else ""
    return f"{number(of['ms'])} ({number(of['cpu_ms'])}{memory})"


if __name__ == "__main__":
    main()
