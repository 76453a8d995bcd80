"""All lines of some stories, so that a step of training does not forget them: `OUT SEED STORIES FILE...`.

STORIES is how many, or a share of them such as 1/5. Which ones is chance, the same for the same seed.
"""

from __future__ import annotations

import json
import random
import sys
from fractions import Fraction
from pathlib import Path


def main() -> None:
    """Command line."""
    out, seed, wanted, *files = sys.argv[1:]
    lines = [x for name in files for x in Path(name).read_text(encoding="utf-8").splitlines(keepends=True)]
    stories = sorted({json.loads(line)["story"] for line in lines})
    many = int(Fraction(wanted) * len(stories)) if "/" in wanted else int(wanted)
    chosen = set(random.Random(int(seed)).sample(stories, many))
    kept = (line for line in lines if json.loads(line)["story"] in chosen)
    Path(out).write_text("".join(kept), encoding="utf-8")


if __name__ == "__main__":
    main()
