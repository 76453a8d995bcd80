"""Tags: suggested by the reviewer with the words they rest on, confirmed by the owner."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from storybank.errors import UnknownName
from storybank.planning.understand import spoken_sentences
from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.ports import Store
from storybank.signals.meaning import Meaning
from storybank.stories.story import Story
from storybank.usecases.keep_story import kebab, telling_of
from storybank.usecases.review_answer import review_text

Field = Literal["principles", "themes"]

MOST: dict[Field, int] = {"principles": 3, "themes": 2}
"""Tags that a story is told for: with more, none of them stands out."""
LIKELY = 0.2
"""A theme is worth asking about from this likelihood on; whether it holds, its owner says."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A principle or theme that the story seems to show; `confirmed` when its owner said so already.

    `strength`: of a principle its share of the evidence, of a theme how likely it is; both 0 to 1.
    """

    name: str
    field: Field
    strength: float
    quotes: tuple[str, ...]
    confirmed: bool


def suggestions(store: Store, given: str, meaning: Meaning) -> tuple[Suggestion, ...]:
    """What to tag a story with: principles by its deeds, then themes by its meaning, each best first.

    Raises `NoSuchStory`, and `BadStory` for a story that has nothing to tell yet.
    """
    story, text = telling_of(store, given)
    confirmed = set(map(kebab, (*story.principles, *story.themes)))
    shown = review_text(text, level=story.level).principles[: MOST["principles"]]
    return (
        *(
            Suggestion(
                p.name, "principles", p.strength, tuple(q.quote for q in p.evidence), p.name in confirmed
            )
            for p in shown
        ),
        *(
            Suggestion(name, "themes", share, quotes, name in confirmed)
            for name, share, quotes in _themes(text, meaning)
        ),
    )


def _themes(text: str, meaning: Meaning) -> list[tuple[str, float, tuple[str, ...]]]:
    """The likely themes of a text, each with its share and the sentence that shows it most."""
    shares = meaning.about(text).themes
    likely = sorted((n for n in shares if shares[n] >= LIKELY), key=lambda n: -shares[n])[: MOST["themes"]]
    sentences = spoken_sentences(text)
    if not likely or not sentences:
        return []
    told = [meaning.about(sentence).themes for sentence in sentences]
    return [
        (name, round(shares[name], 3), (sentences[max(range(len(told)), key=lambda k: told[k][name])],))
        for name in likely
    ]


def removable(
    story: Story, names: Iterable[str], also: Callable[[], Iterable[str]]
) -> tuple[list[str], list[str]]:
    """Of the names, those that the story is tagged with, and those that exist but are no tags of it.

    Raises `UnknownName` for any other, with the tags it has among the near ones: a slip of the pen takes nothing off.
    `also` gives values of companies, and is asked only for a name that the story does not have.
    """
    held = set(map(kebab, (*story.principles, *story.themes)))
    gone, absent = [], []
    for name in names:
        if kebab(name) in held:
            gone.append(name)
            continue
        exist = (*PRINCIPLES, *THEMES, *also())
        if kebab(name) not in exist:
            raise UnknownName("principle or theme", name, tuple(dict.fromkeys((*held, *exist))))
        absent.append(name)
    return gone, absent


def known(names: Iterable[str], also: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Each name as the playbook writes it, with the field it belongs to; raises `UnknownName`.

    `also` holds values of companies, which stand among the principles.
    """
    principles = tuple(dict.fromkeys((*PRINCIPLES, *also)))
    found = []
    for name in names:
        wanted = kebab(name)
        if wanted not in (*principles, *THEMES):
            raise UnknownName("principle or theme", name, (*principles, *THEMES))
        found.append((wanted, "themes" if wanted in THEMES else "principles"))
    return found
