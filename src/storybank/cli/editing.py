"""Editing in the person's own editor, so that nothing that was typed can be lost.

What is edited is a file in the folder `unsaved` beside the user's bank. It stays there until the bank has confirmed
the change: a mistake, a full disk, a closed window or somebody else's change never takes the words away.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import complain
from storybank.cli.bank import is_terminal
from storybank.cli.ending import INTERRUPTED, NAMED, Stopped
from storybank.errors import BadStory, StorybankError, StoryChanged

if TYPE_CHECKING:
    from storybank.ports import Store
    from storybank.stories.story import Revision, Story

_EDITORS = ("sensible-editor", "nano", "vim", "vi", "emacs")
_NAMED = 3  # unfinished edits that are told one by one
_CRLF_PLATFORM = "win32"


def edit_in_editor(store: Store, given: str) -> Revision | None:
    """A story, changed in the editor and kept; None when nothing was changed."""
    from storybank.stories.markdown import to_markdown
    from storybank.usecases.keep_story import find, keep_edit
    from storybank.wiring import clock

    head = store.head(find(store, given).id)
    story_id, number = head.story.id, head.number
    instead = f"use `storybank edit {story_id} --from FILE`, or --set KEY=VALUE"
    path, begun = _work_file(story_id, number, to_markdown(head.story), instead)

    def keep(edited: Story) -> Revision:
        if edited.id != story_id:
            raise BadStory(f"the id of a story stays; put `id: {story_id}` back")
        return keep_edit(store, clock(), edited, _base(path))

    return _edited(path, begun, keep, f"storybank edit {story_id}")


def new_in_editor(store: Store, title: str) -> Revision | None:
    """A new story, written in the editor; None when the template was left as it was."""
    from storybank.stories.template import template
    from storybank.usecases.keep_story import keep_new
    from storybank.wiring import clock

    path, begun = _work_file("new-story", 0, template(title), "use `storybank new --from FILE`")
    return _edited(path, begun, lambda story: keep_new(store, clock(), story), "storybank new --edit")


def unsaved_folder() -> Path:
    """Where edits wait that no bank has confirmed."""
    from storybank.usecases.place import data_folder

    return data_folder() / "unsaved"


def _of_bank(name: str) -> str:
    """The name of an edit, told apart by the bank where one was named: two banks may hold stories of one id."""
    import hashlib

    from storybank.usecases.place import bank_place

    context = click.get_current_context(silent=True)
    place, ours = bank_place(context.meta.get(NAMED) if context else None)
    if ours:
        return name
    whole = place if "://" in place else os.path.realpath(place)
    return f"{name}+{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def somebody_types() -> bool:
    """True when a person can answer an editor: one that is opened without would wait, or garble its input."""
    return sys.stdin.isatty()


def _work_file(name: str, number: int, text: str, instead: str) -> tuple[Path, str]:
    """The file to edit, and its text now; an edit that was left unfinished is taken up, if the person wants it.

    `instead` says what to do where nobody is there to edit.
    """
    folder, name = unsaved_folder(), _of_bank(name)
    try:
        left = sorted(folder.glob(f"{name}@*.md"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        if not somebody_types() and not _named():
            lie = f"; unfinished edits lie in {_listed(left)}" if left else ""
            raise BadStory(
                f"an editor needs somebody at a terminal, or to be named in EDITOR; {instead}{lie}"
            )
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if left and _wanted(left):
            return left[0], ""
        path = folder / f"{name}@{number}.md"
        again = 1
        while path.exists():
            again += 1
            path = folder / f"{name}@{number}-{again}.md"
        path.write_bytes(text.encode("utf-8"))
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        raise BadStory(f"{folder}: {why}; the text to edit needs a place there") from None
    return path, text


def _wanted(left: list[Path]) -> bool:
    """Ask whether to go on with the newest of the edits that were left; the others are named.

    Nobody there to be asked: all are named and stay.
    """
    if not somebody_types():
        complain(f"unfinished edits lie in {_listed(left)}")
        return False
    if len(left) > 1:
        click.echo(f"Older unfinished edits: {_listed(left[1:])}", err=True)
    question = f"An edit was left unfinished in {left[0]}. Go on with it?"
    return click.confirm(question, default=True, err=not sys.stdout.isatty())


def _listed(paths: list[Path]) -> str:
    more = f" and {len(paths) - _NAMED} more beside it" if len(paths) > _NAMED else ""
    return ", ".join(shlex.quote(str(path)) for path in paths[:_NAMED]) + more


def _base(path: Path) -> int:
    """The revision that the file was made from."""
    return int(path.stem.rsplit("@", 1)[1].split("-")[0])


def _edited(path: Path, begun: str, keep: Callable[[Story], Revision], again: str) -> Revision | None:
    """Let the person edit until the story can be kept or they stop; the file goes only when it was kept."""
    from storybank.stories.markdown import from_markdown
    from storybank.stories.template import without_hints

    while True:
        try:
            run_editor(path)
            text = _text(path)
            if text.replace("\r\n", "\n") == begun:
                path.unlink()
                return None
            revision = keep(from_markdown(without_hints(text)))
        except KeyboardInterrupt:
            raise Stopped(_kept(path, begun, again)) from None
        except StorybankError as fault:
            _settle(fault, path, begun, again)
            continue
        path.unlink(missing_ok=True)
        return revision


def _text(path: Path) -> str:
    """What the editor left; raises `UnreadableInput`, and `BadStory` where it left no file."""
    from storybank.text.decode import decode

    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise BadStory("the editor left no file behind; nothing was changed") from None
    except OSError as fault:
        raise BadStory(f"{path} cannot be read: {(fault.strerror or str(fault)).lower()}") from None
    return decode(data, 10_000_000)[0]


def _typed(path: Path, begun: str) -> bool:
    """True when there is something in the file that was not there at first."""
    try:
        return path.read_bytes().decode("utf-8", "replace") != begun
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _kept(path: Path, begun: str, again: str) -> str:
    """What to say to somebody who stops."""
    if not _typed(path, begun):
        path.unlink(missing_ok=True)
        return "stopped; nothing was changed"
    return f"stopped; the bank is as it was, and what you typed is kept in {path}; go on with `{again}`"


def _settle(fault: StorybankError, path: Path, begun: str, again: str) -> None:
    """Return when the person wants to edit again; else raise the fault, with the place of what was typed."""
    if not _typed(path, begun):
        path.unlink(missing_ok=True)
        raise fault
    if isinstance(fault, StoryChanged):  # whatever is changed in the file, it comes as late the next time
        put = f"storybank edit {fault.given} --from {shlex.quote(str(path))}"
        raise BadStory(
            f"{fault}; what you typed is kept: `{put}` puts it over that, then remove the file"
        ) from None
    if is_terminal():
        complain(str(fault))
        try:
            if click.confirm("Edit again?", default=True):
                return
        except click.Abort:
            raise Stopped(_kept(path, begun, again)) from None
    raise type_of(fault)(f"{fault}; what you typed is kept in {path}, go on with `{again}`") from None


def type_of(fault: StorybankError) -> type[StorybankError]:
    """The class to raise again with a longer message: some build their own from other values."""
    return type(fault) if type(fault).__init__ is Exception.__init__ else BadStory


def run_editor(path: Path) -> None:
    """Open the file in $VISUAL, $EDITOR or an editor that is installed; raises `BadStory` when that fails.

    Ctrl-C is the editor's own affair while it runs; `KeyboardInterrupt` comes only of one that ends by it. Without a
    terminal it gets neither keys nor a screen, so that one that waits for them ends: a script, or an editor with a
    window of its own, needs none.
    """
    command = _named() or _installed()
    if not command:
        raise BadStory("no editor was found; set EDITOR, or use --from FILE")
    try:
        words = [command] if sys.platform == _CRLF_PLATFORM else shlex.split(command)
    except ValueError:
        raise BadStory(
            f"the editor {command!r} opens a quotation mark and does not close it; set EDITOR"
        ) from None
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    ends = None if somebody_types() else subprocess.DEVNULL
    try:
        call = subprocess.run([*words, str(path)], check=False, stdin=ends, stdout=ends)
        status = call.returncode
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        raise BadStory(f"the editor {command!r} cannot be started: {why}; set EDITOR") from None
    finally:
        signal.signal(signal.SIGINT, before)
    if status in (-signal.SIGINT, INTERRUPTED):
        raise KeyboardInterrupt
    if status:
        how = f"ended with status {status}" if status > 0 else f"was ended by signal {-status}"
        raise BadStory(f"the editor {command!r} {how}")


def _named() -> str | None:
    """The editor that the person has chosen, if any."""
    return next((c for c in map(os.environ.get, ("VISUAL", "EDITOR")) if c and c.strip()), None)


def _installed() -> str | None:
    if sys.platform == _CRLF_PLATFORM:
        return "notepad"
    return next((name for name in _EDITORS if shutil.which(name)), None)
