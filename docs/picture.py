"""Draw the README's picture, `docs/review.svg`, from a real review: `python docs/picture.py`."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

import storybank
from storybank.reviewer.terminal import print_report

ROOT = Path(__file__).parent.parent


LINES = 74
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # would fetch a font from the net


def main() -> None:
    """Review the shipped answer and keep the first lines of the page as SVG."""
    page = Console(
        file=io.StringIO(), width=80, force_terminal=True, color_system="truecolor", legacy_windows=False
    )
    report = storybank.review((ROOT / "examples/answer.md").read_text(encoding="utf-8"))
    print_report(report, page, "examples/answer.md")
    lines = page.file.getvalue().splitlines()[:LINES]  # type: ignore[attr-defined]
    film = Console(file=io.StringIO(), width=80, record=True, color_system="truecolor", legacy_windows=False)
    film.print(Text.from_ansi("\n".join(lines)))
    svg = _FONT.sub("", film.export_svg(title="storybank review"))
    (ROOT / "docs/review.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
