"""What a story holds that nobody knows: keys that are not ours, and tags that the playbook does not have.

They are kept as they came. They may be slips of the pen, so they are worth a word, with the nearest known name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.stories.codec import INNER
from storybank.stories.markdown import KEYS
from storybank.stories.sections import HEADINGS
from storybank.stories.story import Story

StrayKind = Literal["key", "principle", "theme"]

_NEAR = {"key": 0.7, "principle": 0.6, "theme": 0.6}
_MEANT = {
    "company": "employer", "organisation": "employer", "organization": "employer", "project": "employer",
    "date": "period", "dates": "period", "year": "period", "when": "period", "values": "principles",
    "tags": "principles", "topics": "themes", "numbers": "figures", "metrics": "figures", "lesson": "lessons",
}  # fmt: skip
"""Keys that others use for what we have under another name."""
_MEANINGLESS = "it has no meaning to storybank, whose keys are " + ", ".join(
    key for key in KEYS if key != "id"
)
_SHOWN = 3  # files that are named in words


@dataclass(frozen=True, slots=True)
class Stray:
    """A name that nobody knows: its kind, the nearest known name if there is one, and the files it stands in."""

    kind: StrayKind
    name: str
    nearest: str | None
    files: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What is worth saying of it, in a line."""
        named = ", ".join(self.files[:_SHOWN])
        more = f" and {len(self.files) - _SHOWN:,} more" if len(self.files) > _SHOWN else ""
        where = f"{named}{more}: " if named else ""
        if self.kind == "key":
            hint = f"did you mean {self.nearest!r}?" if self.nearest else _MEANINGLESS
            return f"{where}kept {self.name!r} as a note of your own; {hint}"
        hint = f"did you mean {self.nearest!r}?" if self.nearest else f"`storybank {self.kind}s` shows all"
        return f"{where}the playbook has no {self.kind} {self.name!r}, which was kept all the same; {hint}"


def strays(
    stories: Iterable[tuple[str, Story]], values: Callable[[StrayKind], Collection[str]]
) -> list[Stray]:
    """Each unknown name once, with all files that hold it; keys first, each kind by name.

    `stories` come with the file they are from (empty: none). `values` gives the names that a playbook adds to ours;
    it is asked only where a tag is not one of ours.
    """
    found: dict[tuple[StrayKind, str], dict[str, None]] = {}
    for file, story in stories:
        names: list[tuple[StrayKind, str]] = [("key", key) for key in story.extra]
        names += [("principle", name) for name in story.principles if name not in PRINCIPLES]
        names += [("theme", name) for name in story.themes if name not in THEMES]
        for name in names:
            found.setdefault(name, {})[file] = None
    known: dict[StrayKind, Collection[str]] = {"key": (*KEYS, "prose", *HEADINGS)}
    ours: dict[StrayKind, Collection[str]] = {"principle": PRINCIPLES, "theme": THEMES}
    for kind in ours.keys() & {kind for kind, _ in found}:
        known[kind] = {*ours[kind], *values(kind)}
    return [
        Stray(kind, name, _nearest(kind, name, known[kind]), tuple(file for file in files if file))
        for (kind, name), files in sorted(found.items())
        if kind == "key" or name not in known[kind]
    ]


def _nearest(kind: StrayKind, name: str, known: Collection[str]) -> str | None:
    from difflib import get_close_matches

    plain = name.lower().replace("_", "-")
    field, _, inner = plain.partition(".")
    if kind == "key" and inner and field in INNER:  # `figures.1.sourc`
        plain, known = inner.partition(".")[2], INNER[field]
    elif kind == "key" and plain in _MEANT:
        return _MEANT[plain]
    near = get_close_matches(plain, sorted(known), n=1, cutoff=_NEAR[kind])
    return near[0] if near else None
