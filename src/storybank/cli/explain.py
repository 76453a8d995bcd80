"""`storybank explain`: the page of one rule."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from storybank.cli.bank import Form, format_option, write_json
from storybank.cli.rules import facts

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.reviewer.terminal_look import Look
    from storybank.rules.model import Rule


@click.command("explain")
@click.argument("name", metavar="RULE")
@format_option
def command(name: str, form: Form) -> None:
    """Show the page of one RULE, by name or code: what it finds, why it matters, a better wording."""
    from storybank.reviewer.terminal_look import look_of, make_console, put
    from storybank.rules.registry import page, rule

    found = rule(name)
    if form == "json":
        write_json({"rule": facts(found) | {"advice": found.advice, "page": page(found)}})
        return
    look = look_of(make_console(sys.stdout))
    put(look, _lines(look, found, page(found)))


def _lines(look: Look, rule: Rule, page: str) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import SEVERITY_COLOURS, heading, ink, wrap

    severity = "note" if rule.preview else rule.severity
    yield from heading(look, rule.name, f"{rule.code}, {rule.family}, {severity}")
    for paragraph in page.strip().split("\n\n"):
        yield from _paragraph(look, paragraph)
        yield Text()
    preview = " It is a preview: it reports as a note until its precision is shown." if rule.preview else ""
    off = (
        f'Switch it off for good with off = ["{rule.name}"] under [tool.storybank] in pyproject.toml, '
        f"for one answer with <!-- storybank: off {rule.name} --> in it.{preview}"
    )
    yield from wrap(look, ink(off, "dim"), ink(" • ", SEVERITY_COLOURS[severity]))


def _paragraph(look: Look, paragraph: str) -> Iterator[Text]:
    """Prose flows to the width of the page; `> ` lines are quotations, shown with a bar."""
    from itertools import groupby

    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, ink, wrap

    for quoted, lines in groupby(paragraph.split("\n"), key=lambda line: line.startswith(">")):
        words = flat(" ".join(line.removeprefix(">") for line in lines))
        bar = ink("   │ ", "green") if quoted else Text(" ")
        yield from wrap(look, ink(words, "italic") if quoted else _inline(words), bar, bar)


def _inline(words: str) -> Text:
    """`code` and *emphasis* as styles."""
    import re

    from rich.text import Text

    line, at = Text(), 0
    for found in re.finditer(r"`([^`]+)`|\*([^*]+)\*", words):
        line.append(words[at : found.start()])
        line.append(found.group(1) or found.group(2), "bold" if found.group(1) else "italic")
        at = found.end()
    return line.append(words[at:])
