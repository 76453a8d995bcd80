"""Stories as others may see them: the one home of what is hidden where something is shown or written.

An owner who marks a story as `masked` wants nobody to read which employer it was, and with `period_masked` nobody to
read when. So whatever is shown of it passes a `Veil`: the story itself, its id, its title, and what was found in its
words. Everything is worked out on the real words, since a mask would be read as one more word of the answer; only what
is shown is masked. Stories that mask nothing cost nothing: what masks is not even loaded for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, is_dataclass, replace
from dataclasses import fields as record_fields
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from storybank.errors import StorybankError
from storybank.stories.identity import numbered

if TYPE_CHECKING:
    from storybank.facts.employers import Hiding
    from storybank.ports import Store
    from storybank.stories.story import Revision, Story

IN_ID = "masked"
"""What stands for an employer or a period within an id or a tag, where no brackets may stand."""
_CARD = frozenset(["id", "title", "employer", "period", "principles", "themes"])
"""Fields of a story that a listing shows too."""
_NAMELESS = frozenset(["status", "level", "category", "masked", "period_masked", "provenance", "on"])
"""Fields that can name nobody."""


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
    def period(self) -> str:
        """When it happened."""
        ...

    @property
    def masked(self) -> bool:
        """True when nobody may read where."""
        ...

    @property
    def period_masked(self) -> bool:
        """True when nobody may read when."""
        ...


_Shown = TypeVar("_Shown")
_Titled = TypeVar("_Titled", bound=Any)


@dataclass(frozen=True, slots=True)
class Cover:
    """What hides one story: from its words, and from which of its two fields."""

    hiding: Hiding
    employer: bool
    period: bool


class Veil:
    """What others may see of some stories that are shown together; each thing that is masked has a number of its own.

    The masked employers of all of them are hidden in each of those that mask one; a period only in its own story, for
    another may name that year for reasons of its own.
    """

    def __init__(
        self, covers: Mapping[str, Cover] = {}, hiding: Hiding | None = None, ids: Mapping[str, str] = {}
    ):
        self._covers, self._hiding, self._ids = covers, hiding, ids

    def covers(self, story_id: str) -> bool:
        """True when something of the story is hidden."""
        return story_id in self._covers

    def id(self, story_id: str) -> str:
        """The id that is shown, by which every command finds the story too."""
        return self._ids.get(story_id, story_id)

    def typed(self, name: str) -> str:
        """How somebody named a story: by its id, the beginning of one, or its title."""
        return self._ids.get(name) or (self.slug(name) if name == name.lower() else self.words(name))

    def by_id(self, found: Mapping[str, _Shown]) -> dict[str, _Shown]:
        """What is known of stories by their ids, by those that are shown."""
        return {self.id(story_id): held for story_id, held in found.items()}

    def words(self, text: str, story_id: str | None = None) -> str:
        """Words taken from a story; None: from any of them, so that whatever one of them masks is hidden."""
        hiding = self._hiding_in(story_id)
        return hiding.words(text) if hiding else text

    def slug(self, name: str, story_id: str | None = None) -> str:
        """A tag, or what looks like an id; `story_id` as in `words`."""
        hiding = self._hiding_in(story_id)
        return hiding.slug(name, IN_ID) if hiding else name

    def named(self, story: _Titled) -> _Titled:
        """The story, or the outline of one, under the id and the title that are shown; its words stay."""
        if not self.covers(story.id):
            return story
        title = self.words(story.title, story.id)
        shown: _Titled = replace(story, id=self.id(story.id), title=title)
        return shown

    def card(self, story: Story, *, fields: bool = False) -> Story:
        """What a listing shows of a story: id, title, tags, employer and period. Its words stay, and are not looked at.

        A field that is masked is empty, or with `fields` holds its mask.
        """
        cover = self._covers.get(story.id)
        if cover is None:
            return story
        words, tag = cover.hiding.words, partial(cover.hiding.slug, instead=IN_ID)
        return replace(
            self.named(story),
            employer="" if cover.employer and not fields else words(story.employer),
            period="" if cover.period and not fields else words(story.period),
            principles=tuple(map(tag, story.principles)),
            themes=tuple(map(tag, story.themes)),
        )

    def story(self, story: Story, *, fields: bool = False) -> Story:
        """The story with what it masks hidden in every text; `fields` as in `card`."""
        cover = self._covers.get(story.id)
        if cover is None:
            return story
        others = [spec.name for spec in record_fields(story) if spec.name not in _CARD | _NAMELESS]
        texts: dict[str, Any] = {name: _hidden_in(getattr(story, name), cover.hiding) for name in others}
        return replace(self.card(story, fields=fields), **texts)

    def result(self, found: _Shown, source: str, **elsewhere: str) -> _Shown:
        """What was found in the words of a story, with its places moved to where they stand in the masked text.

        Places lie in `source`; those in fields that are named in `elsewhere` lie in that text. A text that is the
        words of its place is cut anew from the masked text, so that it still is.
        """
        if self._hiding is None:
            return found
        from storybank.usecases.moving import Moving

        return cast(_Shown, Moving(self._hiding, elsewhere).of(found, source))

    def _hiding_in(self, story_id: str | None) -> Hiding | None:
        if story_id is None:
            return self._hiding
        cover = self._covers.get(story_id)
        return cover.hiding if cover else None


def _hidden_in(value: Any, hiding: Hiding) -> Any:
    """A field of a story, text or records and lists of texts, with what is hidden."""
    if isinstance(value, str):
        return hiding.words(value)
    if isinstance(value, tuple):
        return tuple(_hidden_in(one, hiding) for one in value)
    if isinstance(value, dict):
        return {hiding.words(key): _hidden_in(held, hiding) for key, held in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        names = [spec.name for spec in record_fields(value) if spec.name not in _NAMELESS]
        return replace(value, **{name: _hidden_in(getattr(value, name), hiding) for name in names})
    return value


def veil_of(
    store: Store,
    stories: Iterable[Named],
    *,
    also: Iterable[Named] = (),
    present: Iterable[Named] | None = None,
    reveal: bool = False,
) -> Veil:
    """The veil over stories that are shown together; `reveal`: none.

    `also` are other states of them, whose employers and periods are hidden as well. `present` are all stories of the
    bank that were not removed, where they are at hand.
    """
    masked = [] if reveal else [story for story in stories if masks(story)]
    if not masked:
        return Veil()
    from storybank.facts.employers import Hiding

    ids = shown_ids(store, present) if any(_id_of(story) != story.id for story in masked) else {}
    states = (*masked, *also)
    where, when = {s.id for s in masked if s.masked}, {s.id for s in masked if s.period_masked}
    nobody, employers = Hiding(()), Hiding(s.employer for s in states if s.id in where)
    numbers: dict[str, int] = {}
    told: dict[str, dict[int, str]] = {}
    for story in states:
        if story.id in when and (period := story.period.strip()):
            number = numbers.setdefault(period, len(numbers) + 1)
            told.setdefault(story.id, {})[number] = period
    covers: dict[str, Cover] = {}
    for story_id in where | when:
        hiding = employers if story_id in where else nobody
        own = told.get(story_id)
        covers[story_id] = Cover(hiding.dated(own) if own else hiding, story_id in where, story_id in when)
    return Veil(covers, employers.dated({n: period for period, n in numbers.items()}), ids)


def masks(story: Named) -> bool:
    """True for a story that hides where or when it happened."""
    return story.masked or story.period_masked


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
    """By id, the id that is shown instead of one that names what is masked; of removed stories too.

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
    """Put the ids that are shown into a message, in the place of those that name what is masked.

    Names of files stay, or nobody could find them.
    """
    with suppress(StorybankError):  # a bank that cannot be read has more to say than which ids to hide
        ids = shown_ids(store)
        if ids and fault.args:
            real = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
            said = re.sub(rf"(?<![\w/\\-])(?:{real})(?![\w@-])", lambda m: ids[m[0]], str(fault))
            fault.args = (said, *fault.args[1:])


def _id_of(story: Named) -> str:
    """The id of a story without its masked employer and period."""
    employer = story.employer.strip() if story.masked else ""
    period = story.period.strip() if story.period_masked else ""
    return _hiding_of(employer, period).slug(story.id, IN_ID) if employer or period else story.id


@lru_cache(maxsize=512)
def _hiding_of(employer: str, period: str) -> Hiding:
    from storybank.facts.employers import Hiding

    return Hiding([employer]).dated({1: period})
