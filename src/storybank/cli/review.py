"""`storybank review`: judge answers."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import click

from storybank.cli import complain
from storybank.cli.bank import bank_option, bar_fits, reveal_option
from storybank.cli.inputs import STDIN, read_input, shown_name
from storybank.cli.outputs import FORMATS, Format, write_all, write_json
from storybank.cli.within import PACE
from storybank.errors import StorybankError
from storybank.reviewer.report import SEVERITIES, Severity

if TYPE_CHECKING:
    from storybank.reviewer.report import Report
    from storybank.usecases.masked import Veil
    from storybank.usecases.settings import Settings

_LIMIT = 1_000_000  # bytes; the longest answer that anyone would listen to has a hundredth of that
_UNREAD, _REACHED = 2, 1


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says about how to judge; None where it is silent."""

    question: str | None
    level: str | None
    profile: str | None
    wpm: float | None
    input: Literal["auto", "plain", "markdown", "transcript"]
    max_bytes: int
    told: Mapping[str, Told]
    """Stories of the bank by the name that stands for a file's."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story of the bank: its words, its level, and what hides its employer where that is masked."""

    words: bytes
    level: str | None
    veil: Veil


@click.command("review")
@click.argument("files", nargs=-1, metavar="FILE...|-")
@click.option(
    "--story", "stories", multiple=True, metavar="ID", help="A story of the bank, in place of a file."
)
@reveal_option
@bank_option
@click.option("--question", metavar="TEXT", help="What was asked; rules that depend on it need it.")
@click.option("--level", metavar="L5|L6|L7", help="The level to judge against.  [default: L6]")
@click.option("--profile", metavar="NAME", help="A timing profile.  [default: the level's own]")
@click.option("--wpm", type=PACE, metavar="N", help="Words a minute.  [default: 150]")
@click.option(
    "--input", "kind", type=click.Choice(["auto", "plain", "markdown", "transcript"]), default="auto",
    show_default=True, help="How to read the files.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
    help="What to write; for several files, text is a table and json has one line for each.",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Exit with 1 when a finding is as grave as that."
)
@click.option("--isolated", is_flag=True, help="Ignore configuration files.")
@click.option(
    "--max-bytes", type=click.IntRange(min=1), default=_LIMIT, show_default=True, metavar="N",
    help="Refuse larger files.",
)  # fmt: skip
@click.option("--no-color", is_flag=True, help="No colours, no underlining; NO_COLOR does the same.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks on how a file was read.")
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], stories: tuple[str, ...], reveal: bool, where: str | None,
    question: str | None, level: str | None, profile: str | None, wpm: float | None,
    kind: Literal["auto", "plain", "markdown", "transcript"], form: Format, fail_on: Severity | None, isolated: bool,
    max_bytes: int, no_color: bool, quiet: bool,
) -> None:  # fmt: skip
    """Judge an answer as a trained interviewer would, and show why.

    Each FILE holds one answer: plain text, Markdown or a transcript; - reads standard input.

    Exits with 0 when all were reviewed, 1 when --fail-on was reached, 2 when something could not be read.
    """
    from storybank.usecases.settings import load_settings

    if files.count(STDIN) > 1:
        raise click.UsageError("standard input can be read once only", ctx)
    if not files and not stories:
        raise click.UsageError("name a FILE, - for standard input, or --story ID", ctx)
    settings = load_settings(isolated)
    told = _told(stories, where, reveal) if stories else {}
    files = (*files, *told)
    wishes = Wishes(question, _level(level), _profile(profile), wpm, kind, max_bytes, told)
    several, kept, unread, reached = len(files) > 1, [], False, False
    for name, outcome in _watched(files, wishes, settings, bar=several and not quiet and _has_room(form)):
        if isinstance(outcome, StorybankError):
            complain(f"{shown_name(name)}: {outcome}{_as_story(name, where)}")
            unread = True
            continue
        reached = reached or _reaches(outcome, fail_on)
        if not quiet and (form in ("json", "sarif") or (form == "text" and several)):
            for notice in outcome.notices:
                complain(f"{shown_name(name)}: {notice}")
        if form == "json":
            write_json(name, outcome, several)
        else:
            kept.append((shown_name(name) if form != "sarif" else name, outcome))
    if kept:
        write_all(kept, form, several=several, plain=no_color, quiet=quiet)
    ctx.exit(_UNREAD if unread else _REACHED if reached else 0)


def _told(stories: tuple[str, ...], where: str | None, reveal: bool) -> dict[str, Told]:
    """Stories of the bank, under names such as `story:winter-ferry`."""
    from storybank.cli.bank import opened
    from storybank.usecases.keep_story import telling_of
    from storybank.usecases.masked import veil_of

    told = {}
    with opened(where) as store:
        for story, text in [telling_of(store, given) for given in stories]:
            veil = veil_of(store, [story], reveal=reveal)
            told[f"story:{veil.id(story.id)}"] = Told(text.encode(), story.level, veil)
    return told


def _as_story(name: str, where: str | None) -> str:
    """A hint for a name that no file bears and a story of the bank does; else nothing."""
    from storybank.cli.bank import opened
    from storybank.usecases.keep_story import find
    from storybank.usecases.masked import veil_of

    if name == STDIN or os.path.exists(name) or os.sep in name:
        return ""
    try:
        with opened(where) as store:
            story = find(store, name)
            story_id = veil_of(store, [story]).id(story.id)
    except StorybankError:
        return ""
    return f"; the bank holds a story of that name: `storybank review --story {story_id}`"


def _watched(
    files: tuple[str, ...], wishes: Wishes, settings: Settings, bar: bool
) -> Iterator[tuple[str, Report | StorybankError]]:
    """The outcome for each file, under a progress bar on standard error if `bar`.

    Under a bar all outcomes come when it is full, so that no other line breaks it.
    """
    if not bar:
        for name in files:
            yield name, _outcome(name, wishes, settings)
        return
    with click.progressbar(files, label="Reviewing", file=sys.stderr) as names:
        outcomes = [(name, _outcome(name, wishes, settings)) for name in names]
    yield from outcomes


def _outcome(name: str, wishes: Wishes, settings: Settings) -> Report | StorybankError:
    """The report on one file, or why there is none. Flags beat front matter beats settings."""
    from storybank.text import read_bytes
    from storybank.usecases.review_answer import review_document

    try:
        told = wishes.told.get(name)
        words = told.words if told else read_input(name, wishes.max_bytes)
        document = read_bytes(words, wishes.input, max_bytes=wishes.max_bytes)
        report = review_document(
            document,
            question=wishes.question,
            level=wishes.level or document.front.level or (told and told.level) or settings.level,
            profile=wishes.profile or document.front.profile or settings.profile,
            wpm=wishes.wpm or settings.wpm,
            off=settings.off,
        )
        return told.veil.result(report, report.text) if told else report
    except StorybankError as fault:
        return fault


def _level(name: str | None) -> str | None:
    """A level named on the command line is checked before any file is read."""
    from storybank.usecases.review_answer import level_named

    return level_named(name) if name is not None else None


def _profile(name: str | None) -> str | None:
    from storybank.playbook.timing import profile

    return profile(name).name if name is not None else None


def _has_room(form: Format) -> bool:
    """True when a progress bar can be drawn without disturbing what is printed."""
    crowded = form == "json" and sys.stdout.isatty()
    return bar_fits() and not crowded


def _reaches(report: Report, fail_on: Severity | None) -> bool:
    if fail_on is None:
        return False
    return any(SEVERITIES.index(f.severity) <= SEVERITIES.index(fail_on) for f in report.findings)
