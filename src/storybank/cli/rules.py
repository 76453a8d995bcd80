"""`storybank rules`: the rules that a review goes by."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Literal

import click

from storybank.rules.model import FAMILIES

if TYPE_CHECKING:
    from storybank.rules.model import Rule


@click.command("rules")
@click.option("--family", metavar="FAMILY", help=f"Only one family: {', '.join(FAMILIES)}.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="A list to read, or one JSON object.",
)  # fmt: skip
def command(family: str | None, form: Literal["text", "json"]) -> None:
    """List the rules that a review goes by.

    Switch a rule or a whole family off with `off = ["NAME"]` under [tool.storybank] in pyproject.toml.
    """
    from storybank.errors import UnknownName
    from storybank.rules.registry import RULES

    if family is not None and family.lower() not in FAMILIES:
        raise UnknownName("family", family, FAMILIES)
    chosen = [rule for rule in RULES if family is None or rule.family == family.lower()]
    if form == "json":
        from storybank.reviewer.render_json import dumps

        click.echo(dumps({"version": 1, "rules": [facts(rule) for rule in chosen]}, indent=2))
        return
    _show(chosen)


def facts(rule: Rule) -> dict[str, Any]:
    """What programs want to know of a rule."""
    from storybank.rules.registry import page

    return {
        "name": rule.name,
        "code": rule.code,
        "family": rule.family,
        "severity": rule.severity,
        "preview": rule.preview,
        "summary": page(rule).split("\n", 1)[0],
    }


def _show(chosen: list[Rule]) -> None:
    """One line a rule under its family: mark, name, code and what it finds."""
    from rich.text import Text

    from storybank.reviewer.terminal_look import (
        SEVERITY_COLOURS,
        SEVERITY_GLYPHS,
        heading,
        ink,
        look_of,
        make_console,
        put,
        wrap,
    )
    from storybank.rules.registry import page

    look = look_of(make_console(sys.stdout))
    lines: list[Text] = []
    for family in dict.fromkeys(rule.family for rule in chosen):
        of_family = [rule for rule in chosen if rule.family == family]
        lines += heading(look, family.capitalize())
        for rule in of_family:
            severity = "note" if rule.preview else rule.severity
            mark = Text(" ").append(f"{SEVERITY_GLYPHS[severity]} ", SEVERITY_COLOURS[severity])
            if look.narrow:
                lines += wrap(look, Text(rule.name).append(f" {rule.code}", "dim"), mark)
                continue
            mark.append(f"{rule.name:24} ", "bold").append(f"{rule.code}  ", "dim")
            lines += wrap(look, Text(page(rule).split("\n", 1)[0]), mark)
    marks = "  ".join(f"{SEVERITY_GLYPHS[s]} {s}" for s in SEVERITY_GLYPHS)
    lines += [Text(), ink(f" {marks}", "dim"), ink(" storybank explain NAME shows a rule's page.", "dim")]
    put(look, lines)
