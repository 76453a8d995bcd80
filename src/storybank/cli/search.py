"""`storybank search`: find anything in the playbook."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_cards, write_json

KINDS = (
    "principle", "company", "level", "theme", "question", "scenario", "pitfall", "walkthrough", "checklist", "guide",
)  # fmt: skip


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=f"Only one kind: {', '.join(KINDS)}.")
@click.option("--limit", type=click.IntRange(1, 200), default=10, show_default=True, help="How many to show.")
@format_option
def command(words: tuple[str, ...], kind: str | None, limit: int, form: Form) -> None:
    """Find WORDS in the playbook: best first, forgiving of typing slips."""
    from storybank.playbook.search import search

    query = " ".join(words)
    hits = search(open_shelf(), query, kind, limit)
    if form == "json":
        found = [
            {
                "kind": h.card.kind,
                "name": h.card.name,
                "title": h.card.title,
                "score": round(h.score, 3),
                "by": h.by,
            }
            for h in hits
        ]
        write_json({"query": query, "hits": found})
    elif not hits:
        click.echo(f"Nothing in the playbook for {query!r}. Try fewer or plainer words.")
    else:
        show_cards(
            [hit.card for hit in hits], form, title=f"Found for “{query}”", kind="hits",
            more="read one with `storybank principles NAME`, `questions ID`, `scenarios ID` and so on",
            aside=lambda card: card.kind,
        )  # fmt: skip
