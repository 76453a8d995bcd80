"""`storybank pitfalls`: ways to lose a good story, and the way back."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, show_kind


@click.command("pitfalls")
@click.argument("name", metavar="[NAME]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """The pitfalls of interviews; with NAME, the weak line, what it costs, recovery and prevention."""
    show_kind("pitfall", name, form, more="storybank pitfalls NAME", aside=lambda card: card.group)
