"""The command line: `storybank COMMAND ...`.

Commands are imported when they are called, so `storybank --help` stays quick whatever they need.
"""

from __future__ import annotations

import builtins
import os
import sys
from keyword import iskeyword
from typing import Any

import click

from storybank.cli.ending import complain, leave_on_interrupt, mend_streams, raise_on_interrupt, well_ended

__all__ = ["COMMANDS", "SECTIONS", "LazyGroup", "complain", "group", "main"]

SECTIONS = {
    "Review": {
        "review": "Judge an answer as a trained interviewer would, and show why.",
        "rules": "List the rules that a review goes by.",
        "explain": "Show the page of one rule: what it finds, why, and a better wording.",
        "evaluate": "Measure the reviewer against labelled answers.",
        "schema": "Print the JSON Schema of a review report.",
    },
    "Playbook": {
        "learn": "A guided tour of the playbook.",
        "principles": "What interviewers judge by: signs, wording, levels, stories to bring.",
        "levels": "L5, L6 and L7 in facts.",
        "themes": "What questions are about, and how to build the answers.",
        "questions": "What interviewers ask, with follow-ups.",
        "scenarios": "Typical questions at a level, with worked answers.",
        "pitfalls": "Ways to lose a good story, and the way back.",
        "walkthrough": "An answer line by line, with what the interviewer thinks.",
        "checklist": "What to do before, during and after; practice plans.",
        "guides": "Pages of advice: STAR, figures, timing, rounds.",
        "search": "Find anything in the playbook.",
        "playbook": "Check a playbook of your own, or start one.",
    },
    "Your bank of stories": {
        "new": "Write a story: from a template, a file, or in an interview.",
        "edit": "Change a story in your editor.",
        "list": "List your stories.",
        "show": "Show one story.",
        "tag": "Confirm the principles and themes that a story shows.",
        "history": "List the revisions of a story.",
        "diff": "Show what changed between two revisions.",
        "restore": "Bring an old revision back.",
        "rm": "Take a story out of the bank.",
        "undo": "Take the latest change back.",
        "import": "Bring stories in: Markdown, JSON, CSV.",
        "export": "Write stories out, masked if you like.",
        "mine": "Find stories in a résumé, notes or git history.",
        "backup": "Copy the bank.",
        "doctor": "Check the bank, and save what can be saved.",
        "demo-bank": "Fill a bank with fictional examples.",
    },
    "Planning": {
        "match": "Find the story for a question.",
        "questions-for": "Find the questions for a story.",
        "understand": "Say what a question asks for.",
        "coverage": "Show what your stories cover, and what to write next.",
        "plan-loop": "Assign stories to the interviewers of a day.",
        "adapt": "Angle a story for a principle, level, time or question, in your own words.",
        "compare": "Find what drifted between tellings of a story.",
        "check-facts": "Find what a rewritten text claims and its source does not.",
        "anonymise": "Mask names, clients and sums, reversibly.",
    },
}
"""Commands by section, with the text for `storybank --help`."""

MEANT = {
    "help": "--help", "version": "--version", "remove": "rm", "delete": "rm", "del": "rm", "add": "new",
    "create": "new", "write": "new", "init": "new", "interview": "new", "ls": "list", "stories": "list",
    "cat": "show", "view": "show",
    "open": "show", "get": "show", "log": "history", "revisions": "history", "revert": "restore", "change": "edit",
    "set": "edit", "update": "edit", "load": "import", "save": "backup", "dump": "export", "check": "doctor",
    "status": "coverage", "gaps": "coverage", "find": "match", "plan": "plan-loop", "mask": "anonymise",
    "anonymize": "anonymise", "redact": "anonymise", "demo": "demo-bank", "score": "review",
}  # fmt: skip
"""Names that other programs give to what ours do: by their letters alone they would lead elsewhere."""
COMMANDS = {name: text for section in SECTIONS.values() for name, text in section.items()}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports them when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        # A module named like a keyword could not be imported by name; one named like a builtin would hide it here.
        taken = iskeyword(cmd_name) or hasattr(builtins, cmd_name)
        module = cmd_name.replace("-", "_") + ("_" if taken else "")
        command = import_module(f"storybank.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with; a name that does not exist is answered with the nearest one."""
        from storybank.errors import UnknownName

        if args and args[0] in MEANT:
            raise click.UsageError(
                f"there is no command {args[0]!r}; did you mean `storybank {MEANT[args[0]]}`?"
            )
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise UnknownName("command", args[0], tuple(COMMANDS))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, written without importing any of them."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the options that stand before the command."""
        with well_ended():
            try:
                return super().make_context(info_name, args, parent, **extra)
            except click.NoSuchOption as fault:
                name = fault.option_name
                raise click.UsageError(
                    f"{name} is no option of storybank itself; those of a command stand behind its name, such as "
                    "`storybank list --bank FILE`",
                    fault.ctx,
                ) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; turn failures into one line."""
        with well_ended():
            return super().invoke(ctx)


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from storybank import __version__

        click.echo(f"storybank {__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_show_version,
    help="Show the version and exit.",
)  # fmt: skip
def group() -> None:
    """Win behavioural interviews with true stories, told well.

    Try: storybank review answer.md --level L6
    """


def main() -> None:
    """The entry point of the `storybank` command."""
    leave_on_interrupt()
    _mend_environment()
    if not mend_streams():
        sys.exit(2)
    raise_on_interrupt()
    try:
        group(prog_name="storybank")
    finally:
        leave_on_interrupt()


def _mend_environment() -> None:
    # numpy's own threads wait by spinning, which costs more than they bring to matrices as small as ours
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for name in ("COLUMNS", "LINES"):
        if not os.environ.get(name, "").strip(
            "0"
        ):  # what some shells say of a window that they know nothing of
            os.environ.pop(name, None)
