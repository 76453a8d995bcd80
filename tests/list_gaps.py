"""Write `known_gaps.txt`: run the suites that hold the trained reader to its aims and list what fails.

Only tests of judgement may be listed; everything else has to pass.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SUITES = (
    "tests/answers/test_bases.py",
    "tests/answers/test_contrasts.py",
    "tests/answers/test_fairness.py",
    "tests/answers/test_gaming.py",
    "tests/answers/test_no_story.py",
    "tests/rules/test_cases.py",
)
HEAD = """\
# Judgements that the reader does not get right yet, one test a line; see conftest.py.
"""


def main() -> None:
    """Run and write."""
    path = HERE / "known_gaps.txt"
    path.write_text(HEAD, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "--tb=no", "-rf", *SUITES]
    run = subprocess.run(command, capture_output=True, text=True, cwd=HERE.parent, check=False)
    failed = sorted(
        line.removeprefix("FAILED ").split(" - ")[0]
        for line in run.stdout.splitlines()
        if line.startswith("FAILED ")
    )
    path.write_text(HEAD + "".join(f"{name}\n" for name in failed), encoding="utf-8")
    print(f"{len(failed)} known gaps; {run.stdout.splitlines()[-1]}")


if __name__ == "__main__":
    main()
