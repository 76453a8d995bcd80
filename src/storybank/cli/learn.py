"""`storybank learn`: a guided tour of the playbook."""

from __future__ import annotations

import sys

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_pages, write_json

TOUR: tuple[tuple[str, str, str], ...] = (
    ("guide", "star", "The form that every answer takes"),
    ("guide", "metrics", "Results that can be checked"),
    ("pitfall", "we-without-i", "The commonest way to lose a good story"),
    ("walkthrough", "acting-without-approval", "An answer, heard line by line"),
    ("guide", "story-matrix", "The twelve stories to have"),
    ("checklist", "story-mining", "Finding yours"),
    ("principle", "ownership", "One principle in full"),
    ("theme", "failure-and-learning", "The question that everybody gets"),
    ("scenario", "l6-01", "A scenario with a worked answer"),
    ("guide", "timing", "How long to speak"),
    ("checklist", "four-week-plan", "Four weeks of practice"),
)
"""Kind, name and reason of each stop, in order."""


@click.command("learn")
@click.argument("stop", type=click.IntRange(1, len(TOUR)), required=False)
@format_option
def command(stop: int | None, form: Form) -> None:
    """A guided tour of the playbook: eleven stops, from the form of an answer to a plan of practice.

    Without STOP, the list of stops in a pipe, or stop after stop at a terminal.
    """
    from storybank.playbook.pages import page_of
    from storybank.playbook.shelf import KINDS

    shelf = open_shelf()
    if stop is None and form == "json":
        stops = [{"stop": n, "kind": k, "name": name, "why": w} for n, (k, name, w) in enumerate(TOUR, 1)]
        write_json({"stops": stops})
        return
    if stop is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        for number, (kind, name, why) in enumerate(TOUR, 1):
            click.echo(f"{number:>2}. {why} ({kind} {name})")
        click.echo("Read one with `storybank learn NUMBER`.")
        return
    for number in [stop] if stop else range(1, len(TOUR) + 1):
        kind, name, why = TOUR[number - 1]
        entry = shelf.entry(kind, name, KINDS[kind])
        if form == "json":
            write_json({"stop": number, "why": why, kind: entry})
            return
        click.echo(f"\n Stop {number} of {len(TOUR)}: {why}")
        show_pages([page_of(entry)])
        if stop is None and number < len(TOUR) and not click.confirm(" Go on?", default=True):
            click.echo(f" Come back with `storybank learn {number + 1}`.")
            return
