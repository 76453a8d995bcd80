"""`storybank understand`: what a question asks for."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, write_json


@click.command("understand")
@click.argument("question")
@format_option
def command(question: str, form: Form) -> None:
    """What QUESTION asks for: principles and themes, likeliest first."""
    from storybank.cli.asking import not_blank
    from storybank.planning.understand import understand
    from storybank.signals.meaning import shipped_meaning

    found = understand(not_blank(question), shipped_meaning())
    if form == "json":
        write_json({"question": question, "principles": found.principles, "themes": found.themes})
        return
    for what, names, shares in (
        ("principles", found.principles, found.about.principles),
        ("themes", found.themes, found.about.themes),
    ):
        said = ", ".join(f"{name} ({shares[name]:.0%})" for name in names) or "none in particular"
        click.echo(f"{what + ':':<12}{said}")
