"""`storybank scenarios`: typical questions at a level, with worked answers."""

from __future__ import annotations

import sys

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_cards, show_entry, show_pages


@click.command("scenarios")
@click.argument("name", metavar="[ID]", required=False)
@click.option("--level", type=click.Choice(["L6", "L7"], case_sensitive=False), help="Only of one level.")
@click.option("--principle", metavar="NAME", help="Only those that show a principle.")
@click.option("--theme", metavar="NAME", help="Only those of a theme.")
@click.option("--failures", is_flag=True, help="Only failures.")
@click.option("--answer", "only_answer", is_flag=True, help="With ID: the worked answer alone.")
@click.option(
    "--plain", is_flag=True, help="With ID and --answer: bare text, to pipe into `storybank review -`."
)
@format_option
def command(
    name: str | None, level: str | None, principle: str | None, theme: str | None, failures: bool,
    only_answer: bool, plain: bool, form: Form,
) -> None:  # fmt: skip
    """The scenarios; with ID, one in full: criteria, worked answer by part, follow-ups, red flags, lessons."""
    from storybank.cli.filters import known
    from storybank.playbook.index import cards
    from storybank.playbook.model import Scenario

    shelf = open_shelf()
    if name:
        entry = shelf.entry("scenario", name.lower(), Scenario)
        if only_answer and plain:
            text = "\n\n".join(stretch.text.strip() for stretch in entry.answer)
            sys.stdout.buffer.write(f"{text}\n".encode())
        elif only_answer and form == "text":
            from storybank.playbook.pages import Page, answer_blocks

            show_pages([Page(entry.title, entry.id, tuple(answer_blocks(entry)))])
        else:
            show_entry("scenario", entry, form)
        return
    principle, theme = known(shelf, "principle", principle), known(shelf, "theme", theme)
    listed = [
        card
        for card in cards(shelf, "scenario")
        if (level is None or card.level == level.upper())
        and (principle is None or principle in card.principles)
        and (theme is None or theme in card.themes)
        and (not failures or card.group == "failure" or "-f" in card.name)
    ]
    show_cards(
        listed, form, title="Scenarios", kind="scenarios", more="storybank scenarios ID",
        aside=lambda card: card.group,
    )  # fmt: skip
