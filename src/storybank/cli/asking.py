"""What the commands about questions share."""

from __future__ import annotations

import click


def not_blank(question: str | None) -> str:
    """The question on one line; a usage error when there is nothing in it."""
    words = " ".join((question or "").split())
    if not words:
        raise click.UsageError(
            'the question is empty; put it in quotes: "When did you last change your mind?"'
        )
    return words


def emphasis_of(principle: str) -> str:
    """What the playbook says to tell first for a principle; empty when it says nothing of it."""
    from storybank.cli.reading import open_shelf
    from storybank.playbook.model import Principle

    shelf = open_shelf()
    if principle not in shelf.names("principle"):
        return ""
    emphasis = shelf.entry("principle", principle, Principle).emphasis
    return emphasis.bring_forward[0] if emphasis else ""
