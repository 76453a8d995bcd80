"""`storybank new`: keep a new story."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import click

from storybank.cli.bank import (
    Form,
    bank_option,
    format_option,
    is_terminal,
    opened,
    say,
    write_json,
    write_text,
)
from storybank.cli.ending import Stopped

if TYPE_CHECKING:
    from storybank.ports import Store
    from storybank.stories.story import Revision, Story

_Stop = Literal["end of input", "interrupt"]
_HOW = (
    "Answer as you would tell it, in as many lines as you like where a > follows a line. Enter alone ends an\n"
    "answer, or skips the question; Ctrl-C stops and keeps what there is."
)
LIMIT = 10_000_000
"""Bytes of a story's file; nobody tells that much."""


@click.command("new")
@click.option("--from", "file", metavar="FILE|-", help="A Markdown file; a title and prose are enough.")
@click.option(
    "--title", metavar="TEXT", help="Its title, also in place of a file's; alone: keep an empty draft."
)
@click.option("--template", is_flag=True, help="Print an empty story file to fill in, then use --from.")
@click.option("--edit", is_flag=True, help="Fill in an empty story file in your editor.")
@click.option("--resume", metavar="ID", help="Go on with the interview of a draft.")
@bank_option
@format_option
def command(
    file: str | None, title: str | None, template: bool, edit: bool, resume: str | None, where: str | None,
    form: Form,
) -> None:  # fmt: skip
    """Keep a new story: by an interview, from a file, or in your editor.

    At a terminal and without options you are asked question by question. Each answer is kept at once, so you can
    stop at any time (Ctrl-C) and go on with --resume.
    """
    if sum((file is not None, template, edit, resume is not None)) > 1:
        raise click.UsageError("choose one of --from, --template, --edit and --resume")
    if title is not None and not title.strip():
        raise click.UsageError("the title is empty; write --title and a few words to know the story by")
    if title is not None and resume is not None:
        raise click.UsageError(
            f"the draft has a title; change it with `storybank edit {resume} --set title=...`"
        )
    from storybank.cli.remarks import remark_on
    from storybank.usecases.masked import veil_of

    if template:
        from storybank.stories.template import template as empty

        text = empty(title or "")
        write_json({"template": text}) if form == "json" else write_text(text)
        return
    if form == "json" and is_terminal() and file is None and not (title or edit):
        raise click.UsageError(
            "the interview speaks to people; with --format json use --from FILE or --title TEXT"
        )
    with opened(where) as store:
        revision = _made(store, file, title, edit, resume, asking=form == "text" and is_terminal())
        story = veil_of(store, [revision.story]).story(revision.story) if revision else None
    if form == "json":
        write_json({"story": story, "revision": revision and revision.number})
    if story is None:
        if form == "text":
            say("Nothing was kept.")
        return
    remark_on(story)
    if form == "json":
        return
    say(f"Kept {story.id} ({story.status}).")
    if not story.principles:
        say(f"Next: `storybank tag {story.id}` suggests principles; `storybank edit {story.id}` changes it.")


def _made(
    store: Store, file: str | None, title: str | None, edit: bool, resume: str | None, *, asking: bool
) -> Revision | None:
    from storybank.stories.story import Story
    from storybank.usecases.keep_story import keep_new
    from storybank.wiring import clock

    if file is not None:
        return _from_file(store, file, title)
    if edit:
        from storybank.cli.editing import new_in_editor

        return new_in_editor(store, title or "")
    if resume is not None:
        return _resumed(store, resume)
    if asking:
        return _interviewed(store, title)
    if title:
        return keep_new(store, clock(), Story("", title.strip()))
    raise click.UsageError("nobody is there to be asked; use --from FILE, --title TEXT, or --template")


def _from_file(store: Store, file: str, title: str | None) -> Revision:
    """The story of a file, under the title that was given rather than its own."""
    from dataclasses import replace

    from storybank.cli import complain
    from storybank.stories.identity import slug
    from storybank.usecases.keep_story import keep_new, twin
    from storybank.wiring import clock

    story = read_story(file, title)
    if title:
        made_of_title = story.id == slug(story.title)
        story = replace(story, title=title.strip(), id="" if made_of_title else story.id)
    there = twin(store, story)
    made = keep_new(store, clock(), story, f"new from {file}")
    if there is not None:
        complain(f"the very same story is in the bank as {there.id}; `storybank undo` takes this one back")
    return made


def read_story(file: str, title: str | None) -> Story:
    """The story in a Markdown file or on standard input; raises `BadStory` with file and line."""
    from storybank.cli.inputs import read_input, shown_name
    from storybank.errors import BadStory, UnreadableInput
    from storybank.stories.markdown import from_markdown
    from storybank.stories.template import without_hints
    from storybank.text.decode import decode

    try:
        text, notices = decode(read_input(file, LIMIT), LIMIT)
    except UnreadableInput as fault:
        raise UnreadableInput(
            f"{shown_name(file)}: {str(fault).replace('the answer', 'the file', 1)}"
        ) from None
    for notice in notices:
        click.echo(f"storybank: {file}: {notice}", err=True)
    try:
        story = from_markdown(without_hints(text), name=title or "")
    except BadStory as fault:
        raise BadStory(f"{shown_name(file)}: {fault}") from None
    return story


def _resumed(store: Store, given: str) -> Revision:
    from storybank.usecases.keep_story import find

    story = find(store, given)
    if not is_terminal():
        raise click.UsageError(f"the interview needs a terminal; use `storybank edit {story.id}`")
    click.echo(_HOW)
    return _ask_on(store, store.head(story.id))


def _interviewed(store: Store, title: str | None) -> Revision | None:
    from storybank.stories.story import Story
    from storybank.stories.template import ASKS
    from storybank.usecases.keep_story import keep_new
    from storybank.wiring import clock

    click.echo(f"{_HOW}\n")
    while not (title or "").strip():
        try:
            title = _line(f"{ASKS[0].question} ({ASKS[0].hint})")
        except EOFError:
            click.echo("\nIt has no title yet.")
            return None
        except KeyboardInterrupt:
            raise Stopped("stopped; it has no title yet, so nothing was kept") from None
    return _ask_on(store, keep_new(store, clock(), Story("", str(title).strip()), "interview"))


def _ask_on(store: Store, revision: Revision) -> Revision:
    """Ask what is open, and keep each answer as soon as it is given."""
    from storybank.stories.template import answered, open_asks
    from storybank.usecases.keep_story import keep_edit
    from storybank.usecases.masked import veil_of
    from storybank.wiring import clock

    shown = veil_of(store, [revision.story]).id(revision.story.id)
    go_on = f"go on with `storybank new --resume {shown}`"
    stopped: _Stop | None = None
    try:
        for ask in open_asks(revision.story):
            answers, stopped = _lines(f"{ask.question}\n  ({ask.hint})", ask.several or ask.field in _LONG)
            story = answered(revision.story, ask.field, answers)
            if story != revision.story:
                revision = keep_edit(store, clock(), story, revision.number, "interview")
            if stopped:
                break
    except KeyboardInterrupt:  # between two answers
        stopped = "interrupt"
    if stopped == "interrupt":
        raise Stopped(f"stopped; what you answered is kept; {go_on}")
    if stopped:
        click.echo(f"\nStopped; {go_on}.")
    return revision


_LONG = ("situation", "task", "result", "learning", "notes")


def _lines(question: str, several: bool) -> tuple[tuple[str, ...], _Stop | None]:
    """Lines up to an empty one, or one where no more is asked for; and how the person stopped meanwhile, if so.

    What was entered before they stopped is an answer too: it must not be lost with the rest.
    """
    lines: list[str] = []
    try:
        click.echo(f"\n{question}")
        while several or not lines:
            line = _line("")
            if not line.strip():
                break
            lines.append(line)
    except EOFError:
        return tuple(lines), "end of input"
    except KeyboardInterrupt:
        return tuple(lines), "interrupt"
    return tuple(lines), None


def _line(question: str) -> str:
    if question:
        click.echo(question)
    click.echo("> ", nl=False)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n").encode("utf-8", "replace").decode()
