"""Reports written out, in the format that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from storybank.reviewer.report import Report

Format = Literal["text", "json", "markdown", "sarif"]
FORMATS: tuple[Format, ...] = ("text", "json", "markdown", "sarif")
Named = tuple[str, Report]


def write_json(name: str, report: Report, several: bool) -> None:
    """One object on one line; among several it says in `file` which one it is about."""
    from storybank.reviewer.render_json import dumps, to_dict

    written = to_dict(report)
    _put(dumps(written | {"file": name} if several else written) + "\n")


def write_all(reports: Sequence[Named], form: Format, *, several: bool, plain: bool, quiet: bool) -> None:
    """All reports in a format that needs them together: text, Markdown or SARIF."""
    if form == "sarif":
        _put(_sarif(reports))
    elif form == "markdown":
        from storybank.reviewer.render_markdown import render_markdown

        _put("\n---\n\n".join(render_markdown(report, name) for name, report in reports))
    elif form == "text":
        _text(reports, several=several, plain=plain, quiet=quiet)


def _text(reports: Sequence[Named], *, several: bool, plain: bool, quiet: bool) -> None:
    from storybank.reviewer.terminal_look import make_console

    console = make_console(sys.stdout, plain=plain)
    if several:
        from storybank.reviewer.terminal_summary import print_summary

        if reports:
            print_summary(reports, console)
        return
    from storybank.reviewer.terminal import print_report

    for name, report in reports:
        print_report(replace(report, notices=()) if quiet else report, console, name)


def _sarif(reports: Sequence[Named]) -> str:
    from storybank import __version__
    from storybank.reviewer.render_sarif import RuleFacts, render_sarif
    from storybank.rules.registry import RULES, page

    rules = [
        RuleFacts(
            rule.name,
            rule.code,
            rule.family,
            "note" if rule.preview else rule.severity,
            page(rule),
        )
        for rule in RULES
    ]
    return render_sarif(reports, rules, __version__)


def _put(text: str) -> None:
    """UTF-8 whatever the locale: what programs read must not depend on where it was written."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
