"""Stories as others may see them: the one home of what is hidden where something is shown or written.

An owner who marks a story as `masked` wants nobody to read which employer it was. So whatever is shown of it passes
a `Veil`: the story itself, its id, its title, and what was found in its words. Everything is worked out on the real
words, since a mask would be read as one more word of the answer; only what is shown is masked. Stories that mask
nothing cost nothing: what masks is not even loaded for them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from storybank.errors import StorybankError
from storybank.stories.identity import numbered
from storybank.text.span import Span

if TYPE_CHECKING:
    from storybank.facts.employers import Hidden, Hiding
    from storybank.ports import Store
    from storybank.stories.story import Revision, Story

IN_ID = "masked"
"""What stands for an employer within an id or a tag, where no brackets may stand."""
_CARD = frozenset(["id", "title", "employer", "principles", "themes"])
"""Fields of a story that a listing shows too."""
_NAMELESS = frozenset(["status", "level", "category", "masked", "provenance", "on"])
"""Fields that can name nobody."""
_TYPED = frozenset(["wishes", "answer", "rule", "code", "profile"])
"""Fields of results that hold what somebody typed, or names of ours."""


class Named(Protocol):
    """A story, or an outline of one."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def employer(self) -> str:
        """Where it happened."""
        ...

    @property
    def masked(self) -> bool:
        """True when nobody may read that."""
        ...


_Shown = TypeVar("_Shown")
_Titled = TypeVar("_Titled", bound=Any)


class Veil:
    """What others may see of some stories that are shown together; each masked employer has a number of its own.

    The masked employers of all of them are hidden in each of those that mask one.
    """

    def __init__(
        self, masked: Collection[str] = (), hiding: Hiding | None = None, ids: Mapping[str, str] = {}
    ):
        self._masked, self._hiding, self._ids = frozenset(masked), hiding, ids

    def covers(self, story_id: str) -> bool:
        """True when something of the story is hidden."""
        return story_id in self._masked

    def id(self, story_id: str) -> str:
        """The id that is shown, by which every command finds the story too."""
        return self._ids.get(story_id, story_id)

    def typed(self, name: str) -> str:
        """How somebody named a story: by its id, the beginning of one, or its title."""
        return self._ids.get(name) or (self.slug(name) if name == name.lower() else self.words(name))

    def by_id(self, found: Mapping[str, _Shown]) -> dict[str, _Shown]:
        """What is known of stories by their ids, by those that are shown."""
        return {self.id(story_id): held for story_id, held in found.items()}

    def words(self, text: str) -> str:
        """Words taken from a story that masks its employer."""
        return self._hiding.words(text) if self._hiding else text

    def slug(self, name: str) -> str:
        """A tag, or what looks like an id."""
        return self._hiding.slug(name, IN_ID) if self._hiding else name

    def named(self, story: _Titled) -> _Titled:
        """The story, or the outline of one, under the id and the title that are shown; its words stay."""
        if not self.covers(story.id):
            return story
        shown: _Titled = replace(story, id=self.id(story.id), title=self.words(story.title))
        return shown

    def card(self, story: Story) -> Story:
        """What a listing shows of a story: id, title and tags. Its words stay, and are not looked at."""
        if not self.covers(story.id):
            return story
        principles, themes = (tuple(map(self.slug, tags)) for tags in (story.principles, story.themes))
        return replace(self.named(story), employer="", principles=principles, themes=themes)

    def story(self, story: Story, *, employer: bool = False) -> Story:
        """The story with its employer masked in every text; its field is empty, or with `employer` masked too."""
        if not self.covers(story.id):
            return story
        others = [spec.name for spec in fields(story) if spec.name not in _CARD | _NAMELESS]
        texts: dict[str, Any] = {name: self._inner(getattr(story, name)) for name in others}
        field = self.words(story.employer) if employer else ""
        return replace(self.card(story), **texts, employer=field)

    def result(self, found: _Shown, source: str, **elsewhere: str) -> _Shown:
        """What was found in the words of a story, with its places moved to where they stand in the masked text.

        Places lie in `source`; those in fields that are named in `elsewhere` lie in that text. A text that is the
        words of its place is cut anew from the masked text, so that it still is.
        """
        return cast(_Shown, _Moving(self._hiding, elsewhere).of(found, source)) if self._hiding else found

    def _inner(self, value: Any) -> Any:
        """A field of a story: text, or records and lists of texts."""
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, tuple):
            return tuple(map(self._inner, value))
        if isinstance(value, dict):
            return {self.words(key): self._inner(held) for key, held in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            held = {s.name: getattr(value, s.name) for s in fields(value) if s.name not in _NAMELESS}
            return replace(value, **{name: self._inner(one) for name, one in held.items()})
        return value


class _Moving:
    """Takes frozen records apart and makes them anew, texts masked and places moved."""

    def __init__(self, hiding: Hiding, elsewhere: Mapping[str, str]) -> None:
        self._hiding, self._elsewhere = hiding, elsewhere
        self._hidden: dict[str, Hidden] = {}

    def of(self, value: Any, source: str) -> Any:
        """The value with nothing in it that is hidden."""
        if isinstance(value, str):
            return self._hiding.words(value)
        if isinstance(value, Span):
            return self._in(source).span(value)
        if isinstance(value, tuple | list):
            return type(value)(self.of(one, source) for one in value)
        if isinstance(value, dict):
            return {key: self.of(held, source) for key, held in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value, source)
        return value

    def _record(self, value: Any, source: str) -> Any:
        place, moved = _place_of(value), {}
        words = place.of(source) if place else None
        now = self._in(source).span(place) if place else None
        for spec in fields(value):
            held, inner = getattr(value, spec.name), self._elsewhere.get(spec.name, source)
            if spec.name in _TYPED or (isinstance(held, str) and "str" not in str(spec.type)):
                continue  # one of a few words of ours, such as the kind of a finding
            if place and now and spec.name in ("start", "end"):
                moved[spec.name] = getattr(now, spec.name)
            elif now and held == words:
                moved[spec.name] = now.of(self._in(source).text)
            elif held is not None:
                moved[spec.name] = self.of(held, inner)
        return replace(value, **moved)

    def _in(self, source: str) -> Hidden:
        if source not in self._hidden:
            self._hidden[source] = self._hiding.hide(source)
        return self._hidden[source]


def _place_of(record: Any) -> Span | None:
    """Where in its text a record stands; None for one that stands nowhere."""
    span = getattr(record, "span", None)
    if isinstance(span, Span):
        return span
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) else None


def veil_of(
    store: Store,
    stories: Iterable[Named],
    *,
    also: Iterable[Named] = (),
    present: Iterable[Named] | None = None,
    reveal: bool = False,
) -> Veil:
    """The veil over stories that are shown together; `reveal`: none.

    `also` are other states of them, whose employers are hidden as well. `present` are all stories of the bank that
    were not removed, where they are at hand.
    """
    masked = [] if reveal else [story for story in stories if story.masked]
    if not masked:
        return Veil()
    from storybank.facts.employers import Hiding

    ids = shown_ids(store, present) if any(_id_of(story) != story.id for story in masked) else {}
    hiding = Hiding(story.employer for story in (*masked, *also))
    return Veil([story.id for story in masked], hiding, ids)


def veil_over_revisions(
    store: Store, revisions: Sequence[Revision], shown: Sequence[Revision] = (), *, reveal: bool = False
) -> Veil:
    """The veil over all states of a story, the oldest first: where the latest is masked, or one that is shown."""
    decide = [revision.story for revision in (*revisions[-1:], *shown)]
    return veil_of(store, decide, also=[revision.story for revision in revisions], reveal=reveal)


def veil_by_ids(store: Store, ids: Iterable[str]) -> Veil:
    """The veil over stories of the bank, removed ones too."""
    return veil_of(store, [store.head(story_id).story for story_id in ids])


def shown_ids(store: Store, present: Iterable[Named] | None = None) -> dict[str, str]:
    """By id, the id that is shown instead of one that names a masked employer; of removed stories too.

    No two are alike, and none is the id of another story.
    """
    known: dict[str, Named] = {story.id: story for story in (store.each() if present is None else present)}
    known |= {gone: store.head(gone).story for gone in store.ids() if gone not in known}
    taken, shown = set(known), dict[str, str]()
    for story_id in sorted(known):
        if (wanted := _id_of(known[story_id])) != story_id:
            shown[story_id] = numbered(wanted, taken)
            taken.add(shown[story_id])
    return shown


def real_id(store: Store, given: str, present: Iterable[Named] | None = None) -> str | None:
    """The id of the story that is shown under an id, or under one that begins so; None when there is not just one."""
    wanted, shown = given.strip().lower(), shown_ids(store, present)
    near = [real for real, seen in shown.items() if seen == wanted]
    near = near or [real for real, seen in shown.items() if wanted and seen.startswith(wanted)]
    return near[0] if len(near) == 1 else None


def veil_fault(store: Store, fault: StorybankError) -> None:
    """Put the ids that are shown into a message, in the place of those that name a masked employer.

    Names of files stay, or nobody could find them.
    """
    with suppress(StorybankError):  # a bank that cannot be read has more to say than which ids to hide
        ids = shown_ids(store)
        if ids and fault.args:
            real = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
            said = re.sub(rf"(?<![\w/\\-])(?:{real})(?![\w@-])", lambda m: ids[m[0]], str(fault))
            fault.args = (said, *fault.args[1:])


def _id_of(story: Named) -> str:
    """The id of a story without its masked employer."""
    if not story.masked or not story.employer.strip():
        return story.id
    return _hiding_of(story.employer).slug(story.id, IN_ID)


@lru_cache(maxsize=512)
def _hiding_of(employer: str) -> Hiding:
    from storybank.facts.employers import Hiding

    return Hiding([employer])
