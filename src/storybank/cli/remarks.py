"""Words about a story that was kept as it is, though something in it may be a slip of the pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storybank.stories.story import Story


def remark_on(story: Story, before: Story | None = None) -> None:
    """Say on standard error which keys and tags nobody knows; with `before`, only of those that are new."""
    from storybank.cli import complain

    for words in remarks(story, before):
        complain(words)


def remarks(story: Story, before: Story | None = None) -> list[str]:
    """A line for each key that storybank has no use for, and for each tag that the playbook does not have."""
    from difflib import get_close_matches

    from storybank.stories.markdown import KEYS

    said = []
    for key in story.extra.keys() - (before.extra.keys() if before else set()):
        near = get_close_matches(key.lower(), KEYS, n=1, cutoff=0.7)
        hint = f"did you mean {near[0]!r}?" if near else "it has no meaning to storybank"
        said.append(f"kept {key!r} as a note of your own; {hint}")
    for kind in ("principle", "theme"):
        held = set(getattr(before, f"{kind}s")) if before else set()
        if new := [name for name in getattr(story, f"{kind}s") if name not in held]:
            said += _unknown(kind, new)
    return sorted(said)


def _unknown(kind: str, names: list[str]) -> list[str]:
    from difflib import get_close_matches

    from storybank.cli.reading import open_shelf
    from storybank.playbook.names import PRINCIPLES, THEMES

    known = {*open_shelf().names(kind), *(PRINCIPLES if kind == "principle" else THEMES)}
    said = []
    for name in names:
        if name not in known:
            near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
            hint = f"did you mean {near[0]!r}?" if near else f"`storybank {kind}s` shows all"
            said.append(f"the playbook has no {kind} {name!r}, which was kept all the same; {hint}")
    return said
