"""`storybank export`: stories from the bank into files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli.bank import (
    EMPTY,
    Form,
    bank_option,
    counted,
    format_option,
    opened,
    say,
    write_json,
    write_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storybank.stories.story import Story
    from storybank.usecases.exchange import Kind


@click.command("export")
@click.argument("target", metavar="FOLDER|FILE|-")
@click.argument("stories", nargs=-1, metavar="[ID]...")
@click.option(
    "--as", "kind", type=click.Choice(["markdown", "json", "csv"]), help="What to write.  [default: by name]"
)
@click.option("--replace", "replacing", is_flag=True, help="Overwrite files that are there and differ.")
@click.option(
    "--mask", is_flag=True, help="Hide the employers and periods that are masked, in the words too."
)
@click.option("--anonymise", is_flag=True, help="Mask people, employers, clients, products and code names.")
@click.option("--money", is_flag=True, help="With --anonymise: mask exact amounts too.")
@click.option(
    "--key", metavar="FILE", help="With --anonymise: where to keep what was masked, to take it back later."
)
@bank_option
@format_option
def command(
    target: str, stories: tuple[str, ...], kind: Kind | None, replacing: bool, mask: bool, anonymise: bool,
    money: bool, key: str | None, where: str | None, form: Form,
) -> None:  # fmt: skip
    """Write stories as a folder of Markdown, one JSON file or one CSV table; import reads all of them back.

    The name says which: notes/ or notes is a folder, x.json and x.csv are files, and so is x.md for one story; - is
    standard output (JSON).
    """
    from storybank.cli import complain
    from storybank.usecases.exchange import chosen, write_files, written

    if (key or money) and not anonymise:
        raise click.UsageError("--key and --money belong to --anonymise")
    if mask and anonymise:
        raise click.UsageError("--anonymise masks all of that too; leave --mask out")
    kind = kind or _kind(target)
    if target == "-" and form == "json" and kind != "json":
        raise click.UsageError(
            f"--format json prints one object, and --as {kind} is none; leave one of them out"
        )
    with opened(where) as store:
        found = chosen(store, stories)
        if mask:
            from storybank.usecases.masked import veil_of

            found = list(map(veil_of(store, found).story, found))
    if anonymise:
        from storybank.usecases.anonymise import FOR_GOOD, anonymised

        found = anonymised(found, Path(key) if key else None, money=money)
        if not key:
            complain(FOR_GOOD)
    elif not mask:
        _note_masks(found)
    files = written(found, kind)
    if kind == "markdown" and _names_a_file(target):
        if len(files) > 1:
            raise click.UsageError(f"{target} is one file; several stories as Markdown need a folder")
        files = {"": "".join(files.values())} if files else {}
    if target == "-":
        if not files:
            say(EMPTY)
            return
        if len(files) > 1:
            raise click.UsageError("several Markdown files need a folder; or use --as json")
        write_text("".join(files.values()))
        return
    if not found:
        say(EMPTY) if form == "text" else write_json({"stories": 0, "files": 0, "target": target})
        return
    changed = write_files(files, Path(target), replacing)
    if form == "json":
        write_json({"stories": len(found), "files": changed, "target": target})
    else:
        say(
            f"Exported {counted(len(found), 'story', 'stories')} to {target}."
            + ("" if changed else " Everything was there already.")
        )


def _note_masks(stories: Sequence[Story]) -> None:
    """Say that stories which mask something leave the bank as they are: this is the one way they do."""
    from storybank.cli import complain
    from storybank.usecases.masked import masks

    count = sum(map(masks, stories))
    if count:
        told = counted(count, "story masks its", "stories mask their")
        complain(
            f"{told} employer or period, and what is written holds the real words; --mask hides them there"
        )


def _names_a_file(target: str) -> bool:
    """True for a name that a Markdown file would have, unless a folder has it already."""
    return Path(target).suffix.lower() in (".md", ".markdown", ".txt") and not Path(target).is_dir()


def _kind(target: str) -> Kind:
    from storybank.usecases.exchange import SUFFIXES

    if target == "-":
        return "json"
    suffix = Path(target).suffix.lower()
    if Path(target).is_dir() or target.endswith(("/", "\\")) or not suffix:
        return "markdown"
    kind = SUFFIXES.get(suffix)
    if kind is None:
        raise click.UsageError(
            f"{target} is no kind of file that is known; say which with --as, or end a folder with /"
        )
    return kind
