"""The commands on the bank, called as somebody would type them."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

import click
from click.testing import CliRunner, Result

from storybank.cli import LazyGroup

NAMES = (
    "new", "edit", "list", "show", "history", "diff", "restore", "rm", "undo", "tag", "import", "export", "backup",
    "doctor", "demo-bank",
)  # fmt: skip


class BankGroup(LazyGroup):
    """The group of all commands, whether or not these are registered in it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a module; `import` is no name that a module can have."""
        module = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")
        command = import_module(f"storybank.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it."""
        return click.Group.resolve_command(self, ctx, args)


GROUP = BankGroup("storybank")


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
