"""`storybank guides`: pages of advice."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, show_kind


@click.command("guides")
@click.argument("name", metavar="[NAME]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """Pages of advice: STAR, metrics, timing, rounds, telling a story; with NAME, one of them."""
    show_kind("guide", name, form, more="storybank guides NAME")
