"""Does time grow with the length alone? Every extractor on the texts it finds hardest, short and eight times as long.

    python bench/growth.py [--json]

Processor time, the best of three. Linear time is eight times as much; what comes near the square, sixty-four,
ends the program with 1 and is named.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable
from itertools import chain
from typing import Any

from shapes import SHAPES, repeated

from storybank.errors import StorybankError
from storybank.playbook.patterns import expanded, written
from storybank.signals.confidential import find_confidential
from storybank.signals.delivery import find_fillers, find_hedges
from storybank.signals.figures import find_figures
from storybank.signals.names import find_names
from storybank.text import read
from storybank.usecases.review_answer import review_text

TIMES = 8
ALLOWED = 24
# Seconds below which a measurement is mostly noise: a shorter one counts as this.
FLOOR = 0.002


def reviewed(text: str) -> None:
    """A review, or the refusal of a text that holds nothing to judge."""
    try:
        review_text(text)
    except StorybankError:
        return


def read_all_ways(text: str) -> None:
    """The text read as each kind of input; broken front matter is refused."""
    for kind in ("auto", "plain", "markdown", "transcript"):
        try:
            read(text, kind)
        except StorybankError:
            continue


def wordings() -> Callable[[str], None]:
    """Every pattern, even where the cheap test before it would have spared it."""
    lines = chain.from_iterable(written().values())
    compiled = [re.compile(expanded(pattern)) for _, pattern in lines]

    def find(text: str) -> None:
        for pattern in compiled:
            for _ in pattern.finditer(text):
                pass

    return find


def subjects() -> dict[str, tuple[int, list[Callable[[str], object]]]]:
    """What goes through the shapes of a name: characters of the short text, and the functions."""
    return {
        # The costs that come once, as the start of the network, must not pass for the short text's own.
        "review": (1_600, [reviewed]),
        "one word": (60_000, [reviewed]),
        "read": (5_000, [read_all_ways]),
        "figures": (8_000, [find_figures]),
        "names": (8_000, [find_names]),
        "confidential": (8_000, [find_confidential]),
        "delivery": (8_000, [find_fillers, find_hedges]),
        "wordings": (1_500, [wordings()]),
    }


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor seconds, the best of three: what else the machine does is not counted."""
    tries = []
    for _ in range(3):
        begun = time.process_time()
        work(text)
        tries.append(time.process_time() - begun)
    return max(min(tries), FLOOR)


def main() -> int:
    """Measure, print, and say by the exit status whether all is linear."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    given = parser.parse_args()
    result: dict[str, dict[str, Any]] = {}
    for name, (size, functions) in subjects().items():
        factors = {}
        for shape in SHAPES[name]:
            for work in functions:
                work(repeated(shape, size // 4))
                short, long = (seconds(work, repeated(shape, n)) for n in (size, size * TIMES))
                factors[shape[:24]] = max(factors.get(shape[:24], 0.0), round(long / short, 1))
        worst = max(factors, key=factors.__getitem__)
        result[name] = {"characters": size * TIMES, "worst": worst, "factor": factors[worst]}
        if not given.json:
            print(f"{name:14}{size * TIMES:>9,} characters: {factors[worst]:5.1f} times as long at {worst!r}")
    if given.json:
        print(json.dumps(result))
    beyond = [name for name, row in result.items() if row["factor"] > ALLOWED]
    if beyond:
        print(
            f"growth: {', '.join(beyond)} takes more than {ALLOWED} times as long for {TIMES} times the text"
        )
    return 1 if beyond else 0


if __name__ == "__main__":
    sys.exit(main())
