"""Editing in the person's own editor, so that nothing that was typed can be lost.

What is edited is a file in the folder `unsaved` beside the user's bank. It stays there until the bank has confirmed
the change: a mistake, a full disk, a closed window or somebody else's change never takes the words away.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import complain
from storybank.cli.bank import is_terminal
from storybank.errors import BadStory, StorybankError, StoryChanged

if TYPE_CHECKING:
    from storybank.ports import Store
    from storybank.stories.story import Revision, Story

_EDITORS = ("sensible-editor", "nano", "vim", "vi", "emacs")
_CRLF_PLATFORM = "win32"


def edit_in_editor(store: Store, given: str) -> Revision | None:
    """A story, changed in the editor and kept; None when nothing was changed."""
    from storybank.stories.markdown import to_markdown
    from storybank.usecases.keep_story import find, keep_edit
    from storybank.wiring import clock

    head = store.head(find(store, given).id)
    story_id, number = head.story.id, head.number
    path, begun = _work_file(story_id, number, to_markdown(head.story))

    def keep(edited: Story) -> Revision:
        if edited.id != story_id:
            raise BadStory(f"the id of a story stays; put `id: {story_id}` back")
        return keep_edit(store, clock(), edited, _base(path))

    return _edited(path, begun, keep, f"storybank edit {story_id}")


def new_in_editor(store: Store, title: str) -> Revision | None:
    """A new story, written in the editor; None when the template was left as it was."""
    from storybank.stories.front import scalar
    from storybank.stories.template import template
    from storybank.usecases.keep_story import keep_new
    from storybank.wiring import clock

    text = template().replace("title:", f"title: {scalar(title)}", 1) if title else template()
    path, begun = _work_file("new-story", 0, text)
    return _edited(path, begun, lambda story: keep_new(store, clock(), story), "storybank new --edit")


def unsaved_folder() -> Path:
    """Where edits wait that no bank has confirmed."""
    from storybank.usecases.place import data_folder

    return data_folder() / "unsaved"


def _work_file(name: str, number: int, text: str) -> tuple[Path, str]:
    """The file to edit, and its text now; an edit that was left unfinished is taken up, if the person wants it."""
    folder = unsaved_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        left = sorted(folder.glob(f"{name}@*.md"))
        if (
            left
            and is_terminal()
            and click.confirm(f"An edit was left unfinished in {left[-1]}. Go on with it?", True)
        ):
            return left[-1], ""
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


def _base(path: Path) -> int:
    """The revision that the file was made from."""
    return int(path.stem.rsplit("@", 1)[1].split("-")[0])


def _edited(path: Path, begun: str, keep: Callable[[Story], Revision], again: str) -> Revision | None:
    """Let the person edit until the story can be kept or they stop; the file goes only when it was kept."""
    from storybank.stories.markdown import from_markdown
    from storybank.stories.template import without_hints
    from storybank.text.decode import decode

    while True:
        try:
            run_editor(path)
            text, _ = decode(path.read_bytes(), 10_000_000)
            if text.replace("\r\n", "\n") == begun:
                path.unlink()
                return None
            revision = keep(from_markdown(without_hints(text)))
        except StorybankError as fault:
            if path.read_bytes().decode("utf-8", "replace") == begun:
                path.unlink()  # nothing was typed, so nothing needs to be kept
                raise
            if isinstance(
                fault, StoryChanged
            ):  # whatever is changed in the file, it comes as late the next time
                put = f"storybank edit {fault.given} --from {shlex.quote(str(path))}"
                raise BadStory(
                    f"{fault}; what you typed is kept: `{put}` puts it over that, then remove the file"
                ) from None
            if is_terminal():
                complain(str(fault))
                if _wants_again():
                    continue
            raise type_of(fault)(f"{fault}; what you typed is kept in {path}, go on with `{again}`") from None
        path.unlink()
        return revision


def type_of(fault: StorybankError) -> type[StorybankError]:
    """The class to raise again with a longer message: some build their own from other values."""
    return type(fault) if type(fault).__init__ is Exception.__init__ else BadStory


def _wants_again() -> bool:
    try:
        return click.confirm("Edit again?", default=True)
    except click.Abort:
        return False


def run_editor(path: Path) -> None:
    """Open the file in $VISUAL, $EDITOR or an editor that is installed; raises `BadStory` when that fails."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _installed()
    if not command:
        raise BadStory("no editor was found; set EDITOR, or use --from FILE")
    words = [command] if sys.platform == _CRLF_PLATFORM else shlex.split(command)
    try:
        status = subprocess.run([*words, str(path)], check=False).returncode
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        raise BadStory(f"the editor {command!r} cannot be started: {why}; set EDITOR") from None
    if status:
        raise BadStory(f"the editor {command!r} ended with status {status}")


def _installed() -> str | None:
    if sys.platform == _CRLF_PLATFORM:
        return "notepad"
    return next((name for name in _EDITORS if shutil.which(name)), None)
