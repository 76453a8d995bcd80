"""`storybank import`: stories from files into the bank."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import Form, bank_option, format_option, opened, say, write_json
from storybank.cli.inputs import STDIN, read_input

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storybank.usecases.exchange import Incoming, Kind, Outcome
    from storybank.usecases.masked import Veil
    from storybank.usecases.strays import Stray

CONFLICTS = 1


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|-...")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["markdown", "json", "csv"]),
    help="What the files are.  [default: by name]",
)
@click.option(
    "--replace", "replacing", is_flag=True, help="Stories that differ take the place of those in the bank."
)
@click.option("--key", metavar="FILE", help="Put back what `export --anonymise --key FILE` masked.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@bank_option
@format_option
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], kind: Kind | None, replacing: bool, key: str | None, dry_run: bool,
    where: str | None, form: Form,
) -> None:  # fmt: skip
    """Bring stories in from Markdown files, folders of them, JSON or CSV.

    A Markdown file with a title and prose is enough; in a folder, README and the like are passed over; - is
    standard input, Markdown or JSON. A story that the bank holds otherwise is reported and left alone, unless you
    say --replace. Exits with 1 when there were such conflicts. Keys and tags that nobody knows are kept and
    remarked on.
    """
    from storybank.cli import complain
    from storybank.cli.remarks import strays_in
    from storybank.usecases.exchange import bring_in
    from storybank.usecases.keep_story import tidy
    from storybank.usecases.masked import veil_of
    from storybank.wiring import clock

    incoming = _incoming(files, kind, key)
    with opened(where) as store:
        try:
            with store.transaction():
                outcome = bring_in(store, clock(), incoming, replacing)
                veil = veil_of(store, [item.story for item in incoming])
                if dry_run:
                    raise _NotMeant
        except _NotMeant:
            pass
    held = frozenset(outcome.same)  # what is unchanged was remarked on when it came
    unknown = strays_in(
        (item.source, veil.story(tidy(item.story))) for item in incoming if item.story.id not in held
    )
    outcome = _seen(outcome, veil)
    if form == "json":
        write_json({**_plain(outcome), "kept": not dry_run, "remarks": [_remark(stray) for stray in unknown]})
    else:
        _tell(outcome, dry_run)
        if not incoming:
            say(
                "No story stands in there; a Markdown file holds one, a row of a table or a JSON object each another."
            )
    for stray in unknown:
        complain(stray.words)
    if outcome.conflicts:
        ctx.exit(CONFLICTS)


def _incoming(files: Sequence[str], kind: Kind | None, key: str | None) -> list[Incoming]:
    """The stories of files and of standard input, with the words that a key puts back."""
    from storybank.cli import complain
    from storybank.usecases.exchange import LIMIT, read_files

    given = read_input(STDIN, LIMIT) if STDIN in files else b""
    incoming = read_files([Path(name) for name in files], kind, complain, given)
    if not key:
        return incoming
    from storybank.usecases.anonymise import restored

    back = restored([item.story for item in incoming], Path(key))
    return [replace(item, story=story) for item, story in zip(incoming, back, strict=True)]


def _seen(outcome: Outcome, veil: Veil) -> Outcome:
    """The same under the ids that are shown."""
    from storybank.usecases.exchange import Outcome

    new, changed, same = (list(map(veil.id, ids)) for ids in (outcome.new, outcome.changed, outcome.same))
    conflicts = [(veil.id(story_id), source, why) for story_id, source, why in outcome.conflicts]
    return Outcome(new, changed, same, conflicts)


def _plain(outcome: Outcome) -> dict[str, Any]:
    conflicts = [{"story": i, "source": source, "why": why} for i, source, why in outcome.conflicts]
    return {"new": outcome.new, "changed": outcome.changed, "same": outcome.same, "conflicts": conflicts}


def _remark(stray: Stray) -> dict[str, Any]:
    return {"kind": stray.kind, "name": stray.name, "nearest": stray.nearest, "files": list(stray.files)}


class _NotMeant(Exception):
    """Takes the transaction of a dry run back."""


def _tell(outcome: Outcome, dry_run: bool) -> None:
    counts = [
        f"{len(names)} {word}" + (f" ({', '.join(names)})" if word != "unchanged" and len(names) <= 5 else "")
        for names, word in ((outcome.new, "new"), (outcome.changed, "changed"), (outcome.same, "unchanged"))
        if names
    ]
    if counts:
        say(f"{'Would keep' if dry_run else 'Imported'}: {', '.join(counts)}.")
    for story_id, source, why in outcome.conflicts:
        say(
            f"Conflict: {story_id} in {source} {why}{' from what is in' if why == 'differs' else ' from'} the bank."
        )
    if outcome.conflicts:
        say(
            "Conflicting stories were left as they are; --replace takes those from the files, and earlier revisions "
            "are kept. A file that tells of something else comes in beside them with an `id` of its own."
        )
