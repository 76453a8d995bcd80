"""`storybank anonymise`: a text with everything masked that identifies somebody; and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storybank.cli.bank import Form, bank_option, format_option

if TYPE_CHECKING:
    from storybank.cli.story_input import StoryInput
    from storybank.facts.key import Key
    from storybank.facts.redact import Masked


@click.command("anonymise")
@click.argument("texts", nargs=-1, required=True, metavar="STORY|FILE|-...")
@click.option(
    "--key",
    metavar="FILE",
    help="What was masked: read when it is there, kept for restoring. Keep it to yourself.",
)
@click.option("--restore", "back", is_flag=True, help="Put the words back; needs --key.")
@click.option("--money", is_flag=True, help="Mask exact amounts of money too.")
@click.option("--hide", multiple=True, metavar="NAME", help="Mask this too; may be given several times.")
@click.option(
    "--keep", multiple=True, metavar="NAME", help="Leave this as it is; may be given several times."
)
@click.option("--out", metavar="FOLDER", help="Write each text to a file there instead of standard output.")
@bank_option
@format_option
@click.pass_context
def command(
    ctx: click.Context, texts: tuple[str, ...], key: str | None, back: bool, money: bool, hide: tuple[str, ...],
    keep: tuple[str, ...], out: str | None, where: str | None, form: Form,
) -> None:  # fmt: skip
    """Mask people, employers, clients, products, code names, addresses and numbers, alike in all texts.

    The same name gets the same mask everywhere. With --key the masks can be undone exactly by --restore.
    """
    from storybank.cli import complain
    from storybank.cli.bank import write_json
    from storybank.cli.story_input import story_text
    from storybank.facts.key import Key, restore
    from storybank.facts.redact import Masked
    from storybank.usecases.anonymise import FOR_GOOD, read_key, write_key

    if back and not key:
        raise click.UsageError("--restore needs --key FILE", ctx)
    if form == "text" and len(texts) > 1 and not out:
        raise click.UsageError("several texts need --out FOLDER or --format json", ctx)
    given = [story_text(name, where) for name in texts]
    file = Path(key) if key else None
    known = read_key(file) if file is not None and (back or file.exists()) else Key()
    if back:
        done = Masked(tuple(restore(text.text, known) for text in given), known)
    else:
        done = _masked(given, known, hide, keep, money)
        if file is not None:
            write_key(file, done.key)
        else:
            complain(FOR_GOOD)
    names = [t.name for t in given]
    if out:
        _write(Path(out), names, done.texts)
    if form == "json":
        write_json(_object(names, done))
    elif not out:
        _print(done.texts[0])


def _masked(
    given: Sequence[StoryInput], known: Key, hide: Sequence[str], keep: Sequence[str], money: bool
) -> Masked:
    """The texts masked; what stories among them name in their fields is hidden too."""
    from storybank.facts.redact import redact
    from storybank.usecases.anonymise import told_names

    hidden = [("Name", name) for name in hide] + told_names([t.story for t in given if t.story is not None])
    return redact([t.text for t in given], known, hide=hidden, keep=keep, money=money)


def _object(names: Sequence[str], done: Masked) -> dict[str, Any]:
    kinds = [
        {"mask": e.mask(e.forms[0]), "kind": e.kind.lower(), "ways": len(e.forms)} for e in done.key.entities
    ]
    return {
        "texts": [{"name": n, "text": t} for n, t in zip(names, done.texts, strict=True)],
        "masks": kinds,
    }


def _print(text: str) -> None:
    """The text and nothing else, to the last byte: what is masked must come back exactly."""
    from storybank.cli.bank import write_text

    write_text(text)


def _write(folder: Path, names: list[str], texts: tuple[str, ...]) -> None:
    """Each text under the name of its file, numbered where two are alike; what is there already is not overwritten."""
    from storybank.errors import UnreadableInput

    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken: set[str] = set()
        for number, (name, text) in enumerate(zip(names, texts, strict=True), 1):
            target = _free(Path(name if name != "-" else f"text-{number}").name, taken)
            with (folder / target).open("x", encoding="utf-8", newline="") as file:
                file.write(text)
    except FileExistsError as fault:
        raise UnreadableInput(f"{fault.filename}: is there already; choose another folder") from None
    except OSError as fault:
        raise UnreadableInput(
            f"{folder}: {(fault.strerror or str(fault)).lower()}; choose another folder"
        ) from None


def _free(base: str, taken: set[str]) -> str:
    """A file name that no other text of this run has taken, whatever the case of its letters."""
    path = Path(base if "." in base else f"{base}.md")
    ways = (path.name if n == 1 else f"{path.stem}-{n}{path.suffix}" for n in count(1))
    name = next(way for way in ways if way.casefold() not in taken)
    taken.add(name.casefold())
    return name
