"""The commands on the bank, called as somebody would type them."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from storybank.cli import group

NAMES = (
    "new", "edit", "list", "show", "history", "diff", "restore", "rm", "undo", "tag", "import", "export", "backup",
    "doctor", "demo-bank",
)  # fmt: skip
LATE = "---\ntitle: Late trains\nprinciples: Dive Deep\n---\n\nI moved the timetable. It was 40% faster.\n"
"""A story as a file holds it."""

GROUP = group
"""The group of all commands."""


def run(*arguments: str, text: str | bytes | None = None, columns: int = 80) -> Result:
    """One call; standard output and error are kept apart."""
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(GROUP, arguments, input=text)


def done(*arguments: str, text: str | bytes | None = None) -> str:
    """What a call that works says."""
    result = run(*arguments, text=text)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def told(*arguments: str) -> dict[str, Any]:
    """The JSON object of a call."""
    value = json.loads(run(*arguments, "--format", "json").stdout)
    assert value["version"] == 1
    assert isinstance(value, dict)
    return value
