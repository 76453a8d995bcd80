"""Keep a story: what the commands on the bank do, with a bank and a clock handed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from storybank.errors import BadStory, NoSuchStory
from storybank.ports import Clock, Store
from storybank.stories.identity import new_id
from storybank.stories.story import Revision, Story, Told, told_text
from storybank.usecases.masked import real_id

if TYPE_CHECKING:
    from storybank.reviewer.report import Report


@dataclass(frozen=True, slots=True)
class Filter:
    """Which stories are wanted; None or empty: any."""

    principle: str | None = None
    theme: str | None = None
    status: str | None = None
    level: str | None = None
    category: int | None = None
    employer: str | None = None
    words: str | None = None
    told: bool | None = None

    def fits(self, story: Story) -> bool:
        """True when the story meets every wish."""
        return (
            (self.principle is None or kebab(self.principle) in map(kebab, story.principles))
            and (self.theme is None or kebab(self.theme) in map(kebab, story.themes))
            and (self.status is None or story.status == self.status)
            and (self.level is None or story.level == self.level.upper())
            and (self.category is None or story.category == self.category)
            and (self.employer is None or self.employer.lower() in story.employer.lower())
            and (self.told is None or bool(story.told) == self.told)
            and (self.words is None or _holds(story, self.words))
        )


def find(store: Store, given: str) -> Story:
    """The story whose id, beginning of an id, or title was given; raises `NoSuchStory`.

    The id may be the one that is shown in the place of one that names a masked employer.
    """
    try:
        return store.get(given)
    except NoSuchStory:
        stories = store.every()
        try:
            return among(stories, given)
        except NoSuchStory:
            wanted = given.strip().lower()
            real = real_id(store, wanted, stories) or wanted
            if real in (story.id for story in stories):
                return store.get(real)
            ids = store.ids()
            gone = [real] if real in ids else [i for i in ids if wanted and i.startswith(wanted)]
            if len(gone) == 1 and gone[0] not in (story.id for story in stories):
                raise NoSuchStory(gone[0], removed=True) from None
            raise


def among(stories: Sequence[Story], given: str) -> Story:
    """`find` among stories at hand; raises `NoSuchStory` too when several begin so, with their ids."""
    wanted = given.strip().lower()
    near = [s for s in stories if wanted in (s.id, s.title.lower())]
    near = near or [s for s in stories if wanted and s.id.startswith(wanted)]
    if len(near) != 1:
        raise NoSuchStory(given, tuple(s.id for s in near or stories), several=len(near) > 1)
    return near[0]


def find_any(store: Store, given: str) -> Revision:
    """The latest revision of a story, also of a removed one; raises `NoSuchStory`.

    As `find`, by its id, the beginning of one, or its title, in any letters.
    """
    try:
        return store.head(given)
    except NoSuchStory:
        wanted, ids = given.strip().lower(), store.ids()
        near = [story_id for story_id in ids if story_id == wanted]
        near = near or [story_id for story_id in ids if wanted and story_id.startswith(wanted)]
        if len(near) == 1:
            return store.head(near[0])
        real = real_id(store, wanted)
        return store.head(real) if real else _by_title(store, given)


def _by_title(store: Store, given: str) -> Revision:
    """The one that `find` finds, else the one removed story of that title; raises what `find` raises."""
    try:
        return store.head(find(store, given).id)
    except NoSuchStory:
        heads = (store.head(story_id) for story_id in store.ids())
        gone = [h for h in heads if h.deleted and h.story.title.lower() == given.strip().lower()]
        if len(gone) != 1:
            raise
        return gone[0]


def keep_new(store: Store, clock: Clock, story: Story, reason: str = "new") -> Revision:
    """Keep a new story, under an id of its own when the one it brings is taken."""
    with store.transaction():
        free = new_id(story.id or story.title, frozenset(store.ids()))
        return store.add(tidy(replace(story, id=free)), clock.now(), reason)


def twin(store: Store, story: Story) -> Story | None:
    """A story of the bank that says the very same under whatever id; None when there is none."""
    wanted = tidy(story)
    return next((held for held in store.each() if replace(held, id=wanted.id) == wanted), None)


def keep_edit(store: Store, clock: Clock, story: Story, expected: int, reason: str = "edit") -> Revision:
    """Keep a new state of a story that was made from revision `expected`; raises `StoryChanged`."""
    return store.save(tidy(story), clock.now(), reason, expected)


def restore(store: Store, clock: Clock, story_id: str, number: int | None) -> Revision:
    """Make an earlier revision the latest again; None: the last one at which the story was not removed.

    Raises `NoSuchStory`, and `BadStory` for a revision that does not exist.
    """
    found = find_any(store, story_id).story.id
    with store.transaction():
        revisions = store.revisions(found)
        if number is None and len(revisions) == 1:
            raise BadStory(f"{found} has only one revision so far; there is nothing to go back to")
        if number is None:
            earlier = [r for r in revisions if not r.deleted]
            chosen = (
                earlier[-1] if revisions[-1].deleted and earlier else revisions[max(0, len(revisions) - 2)]
            )
        elif 1 <= number <= len(revisions):
            chosen = revisions[number - 1]
        else:
            raise BadStory(
                f"{found} has revisions 1 to {len(revisions)}, not {number}; see `storybank history`"
            )
        return store.save(chosen.story, clock.now(), f"restore {chosen.number}")


def remove(store: Store, clock: Clock, given: Iterable[str]) -> list[str]:
    """Take stories out of sight, all or none; their ids. Raises `NoSuchStory`."""
    wanted = dict.fromkeys(find(store, name).id for name in given)
    with store.transaction():
        return [store.remove(story_id, clock.now()).story.id for story_id in wanted]


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo took back, and the stories it touched."""

    what: str
    stories: list[str]
    states: tuple[Story, ...] = field(default=(), compare=False)
    """The stories as they were and as they are now."""


def undo(store: Store, clock: Clock) -> Undone | None:
    """Take the latest change back; None when there is nothing to."""
    if not store.ids():
        return None
    with store.transaction():
        before = {story.id: story for story in store.every()}
        made = store.undo(clock.now())
        if made is None:
            return None
        after = {story.id: story for story in store.every()}
        touched = sorted(i for i in before.keys() | after.keys() if before.get(i) != after.get(i))
        both = (state for story_id in touched for state in (before.get(story_id), after.get(story_id)))
        states = tuple(state for state in both if state is not None)
        return Undone(made.reason.removeprefix("undo "), touched, states)


def tag(
    store: Store, clock: Clock, given: str, add: Iterable[tuple[str, str]], remove: Iterable[str]
) -> Revision:
    """Confirm tags of a story, each with its field (`principles`, `themes`), or take some off; `add` wins."""
    found = find(store, given).id
    with store.transaction():
        story = store.get(found)
        gone, wanted = set(map(kebab, remove)), list(add)

        def tags(field: str, held: tuple[str, ...]) -> tuple[str, ...]:
            kept = [name for name in held if kebab(name) not in gone]
            new = [name for name, where in wanted if where == field and name not in map(kebab, kept)]
            return (*kept, *dict.fromkeys(new))

        story = replace(
            story, principles=tags("principles", story.principles), themes=tags("themes", story.themes)
        )
        return store.save(story, clock.now(), "tag")


def told(store: Store, clock: Clock, given: str, occasion: str) -> Revision:
    """Keep where a story was told: `2024-05-01; Acme; onsite; Ada; the question`, from the left as far as known.

    `today` is a date too. Raises `NoSuchStory`, and `BadStory` for a date that is none.
    """
    day, *rest = (word.strip() for word in occasion.split(";", 4))
    now = clock.now()
    try:
        on = now.date() if day.lower() == "today" else date.fromisoformat(day)
    except ValueError:
        raise BadStory(
            f"{day!r} is no date; write 2024-05-01, or today, and what else is known behind a ;"
        ) from None
    names = ("company", "round", "interviewer", "question")
    found = find(store, given).id
    with store.transaction():
        story = store.get(found)
        added = Told(on, **dict(zip(names, rest, strict=False)))
        return store.save(replace(story, told=(*story.told, added)), now, "told")


def tidy(story: Story) -> Story:
    """The same story with names of principles and themes as the playbook writes them: `Dive Deep` is `dive-deep`."""
    return replace(story, principles=_names(story.principles), themes=_names(story.themes))


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(kebab, given) if name))


def kebab(name: str) -> str:
    """A name as the playbook writes it: lower case, words joined by hyphens."""
    return "-".join(
        name.lower().replace("'", "").replace("’", "").replace("_", " ").replace("-", " ").split()
    )


def _holds(story: Story, words: str) -> bool:
    """True when every word stands somewhere in the story."""
    from storybank.stories.codec import story_to_json

    text = story_to_json(story).lower()
    return all(word in text for word in words.lower().split())


def review_story(
    store: Store, given: str, *, question: str | None = None, level: str | None = None
) -> Report:
    """Judge a story as it would be told, against its own level unless another is named.

    Raises `NoSuchStory`, and `BadStory` for a story that has nothing to tell yet.
    """
    from storybank.usecases.review_answer import review_text

    story, text = telling_of(store, given)
    return review_text(text, question=question, level=level or story.level)


def telling_of(store: Store, given: str) -> tuple[Story, str]:
    """A story and its words; raises `NoSuchStory`, and `BadStory` when it has nothing to tell yet."""
    story = find(store, given)
    text = told_text(story)
    if not text:
        raise BadStory(f"{story.id} has nothing to tell yet; write it with `storybank edit {story.id}`")
    return story, text
