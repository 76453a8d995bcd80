"""Writes src/storybank/text/words.py from the lexicon reading.toml: a module loads faster than TOML parses.

python training/compile_reading.py
"""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "storybank"
SOURCE = PACKAGE / "playbook" / "data" / "lexicons" / "reading.toml"
TARGET = PACKAGE / "text" / "words.py"
PARTS = ("situation", "task", "action", "result", "learning")
HEADER = '''"""The words that the readers go by.

Generated from reading.toml by training/compile_reading.py: edit the lexicon, not this.
"""
# fmt: off

from __future__ import annotations

from typing import Final

from storybank.text.document import PartKind


def _set(words: str) -> frozenset[str]:
    return frozenset(words.strip().split("|"))


def _labels(part: PartKind, words: str) -> dict[str, PartKind]:
    return dict.fromkeys(words.strip().split("|"), part)


'''


def _quoted(words: list[str]) -> str:
    """The words as adjacent string literals, joined by bars."""
    lines = textwrap.wrap("|".join(w.replace(" ", "\0") for w in words).replace("|", "| "), 96)
    return "\n".join(f'    "{line.replace("| ", "|").replace(chr(0), " ")}"' for line in lines)


def render() -> str:
    """The text of the module."""
    data = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    out = [HEADER]
    for table in ("abbreviations", "follow", "speakers", "notes"):
        for name, words in data[table].items():
            out.append(f"{name.upper()}: Final = _set(\n{_quoted(words)}\n)\n")
    for name in ("inline", "around", "question", "answer"):
        out.append(f"{name.upper()}: Final = _set(\n{_quoted(data['labels'][name])}\n)\n")
    out.append("PARTS: Final[dict[str, PartKind]] = {\n")
    for part in PARTS:
        out.append(f'    **_labels(\n    "{part}",\n{_quoted(data["labels"][part])},\n    ),\n')
    out.append("}\n")
    return "".join(out)


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
