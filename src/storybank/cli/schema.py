"""`storybank schema`: the JSON Schema of a review report."""

from __future__ import annotations

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of what `storybank review --format json` writes."""
    from storybank.reviewer.render_json import dumps
    from storybank.reviewer.schema import json_schema

    click.echo(dumps(json_schema(), indent=2))
