"""`storybank edit`: change a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from storybank.cli.bank import Form, bank_option, format_option, opened, say, write_json

if TYPE_CHECKING:
    from storybank.ports import Store
    from storybank.stories.story import Revision


@click.command("edit")
@click.argument("story", metavar="ID")
@click.option("--from", "file", metavar="FILE|-", help="Take the new text from a Markdown file.")
@click.option(
    "--set", "values", multiple=True, metavar="KEY=VALUE", help="Set one value: status=ready, level=L6, ..."
)
@click.option(
    "--told",
    "occasion",
    metavar="DATE[; COMPANY[; ROUND[; WHO[; QUESTION]]]]",
    help="Keep where it was told.",
)
@bank_option
@format_option
def command(
    story: str, file: str | None, values: tuple[str, ...], occasion: str | None, where: str | None,
    form: Form,
) -> None:  # fmt: skip
    """Change a story in your editor ($VISUAL, else $EDITOR), as Markdown.

    What you typed is never lost: until the change is kept, your text stays in a file that is named to you. Without a
    terminal an editor that you named is run without input: a script, or a window of its own.
    """
    if (file is not None) + bool(values) + (occasion is not None) > 1:
        raise click.UsageError("use one of --from, --set and --told")
    from storybank.cli.remarks import remark_on
    from storybank.usecases.keep_story import find
    from storybank.usecases.masked import veil_of

    with opened(where) as store:
        before = store.head(find(store, story).id)
        after = _told(store, story, occasion) if occasion is not None else _edited(store, story, file, values)
        after = after or before
        veil = veil_of(store, [after.story], also=[before.story])
    changed, shown = after.number != before.number, veil.story(after.story)
    if changed:
        remark_on(shown, veil.story(before.story))
    if form == "json":
        write_json({"story": shown, "revision": after.number, "changed": changed})
    elif changed:
        name = shown.id
        say(f"Kept {name}, revision {after.number}. `storybank diff {name}` shows what changed.")
    else:
        say("Nothing was changed.")


def _told(store: Store, given: str, occasion: str) -> Revision:
    from storybank.cli import complain
    from storybank.usecases.keep_story import told
    from storybank.wiring import clock

    made = told(store, clock(), given, occasion)
    day = made.story.told[-1].on
    if day > made.at.astimezone().date():
        complain(f"{day} is still to come; if that is a slip, `storybank undo` takes it back")
    return made


def _edited(store: Store, given: str, file: str | None, values: tuple[str, ...]) -> Revision | None:
    from dataclasses import replace

    from storybank.usecases.keep_story import find, keep_edit
    from storybank.wiring import clock

    if file is None and not values:
        from storybank.cli.editing import edit_in_editor

        return edit_in_editor(store, given)
    head = store.head(find(store, given).id)
    if file is not None:
        from storybank.cli.new import read_story

        changed = replace(read_story(file, head.story.title), id=head.story.id)
    else:
        from storybank.stories.markdown import with_value

        changed = head.story
        for pair in values:
            key, sign, value = pair.partition("=")
            if not sign:
                raise click.UsageError(f"--set {pair!r} has no =; write --set status=ready")
            changed = with_value(changed, key.strip(), value.strip())
    return keep_edit(store, clock(), changed, head.number)
