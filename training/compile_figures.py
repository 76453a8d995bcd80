"""Writes signals/figure_words.py from the lexicon figures.toml: a module loads faster than TOML parses.

python training/compile_figures.py
"""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "storybank"
SOURCE = PACKAGE / "playbook" / "data" / "lexicons" / "figures.toml"
TARGET = PACKAGE / "signals" / "figure_words.py"
HEADER = '''"""The words around quantities.

Generated from figures.toml by training/compile_figures.py: edit the lexicon, not this.
"""
# fmt: off

from __future__ import annotations

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


def _values(pairs: str) -> dict[str, float]:
    return {word: float(value) for word, value in (pair.split("=") for pair in pairs.split("|"))}


'''


def _quoted(words: list[str]) -> str:
    """The words as adjacent string literals, joined by bars."""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + len(word) < 96:
            lines[-1] += word + "|"
        else:
            lines.append(word + "|")
    lines[-1] = lines[-1][:-1]
    return textwrap.indent("\n".join(f'"{line}"' for line in lines), "    ")


def render() -> str:
    """The text of the module."""
    data = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    out = [HEADER]
    for name, pairs in data["values"].items():
        words = [f"{word}={value:g}" for word, value in pairs.items()]
        out.append(f"{name.upper()}: Final = _values(\n{_quoted(words)}\n)\n")
    for table in ("lists", "hints", "words"):
        for name, words in data[table].items():
            unique = list(dict.fromkeys(words))
            out.append(f"{name.upper()}: Final = _set(\n{_quoted(unique)}\n)\n")
    return "".join(out)


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
