"""Keys and tags that nobody knows: each said once, with its files and the nearest name."""

from __future__ import annotations

import pytest

from storybank.stories.codec import stories_from_json
from storybank.stories.markdown import from_markdown
from storybank.stories.story import Story
from storybank.stories.table import from_csv
from storybank.usecases.strays import Stray, StrayKind, strays


def found(*stories: tuple[str, Story]) -> list[Stray]:
    """What nobody knows, beside a playbook with one value of its own."""
    return strays(stories, lambda kind: ["acme-care"] if kind == "principle" else [])


def test_a_story_of_known_names_has_none() -> None:
    """Nothing is said of our keys and tags, nor of those of a playbook of one's own; it is not even opened for ours."""
    story = Story("a", "A", principles=("ownership",), themes=("conflict-resolution",))

    def never(kind: StrayKind) -> list[str]:
        raise AssertionError(kind)

    assert strays([("a.md", story)], never) == []
    assert found(("a.md", Story("a", "A", principles=("acme-care",)))) == []


def test_each_name_once_with_its_files() -> None:
    """Keys first, then principles and themes, by name; a file once, in the order of the stories."""
    one = Story("a", "A", principles=("acme-car", "ownershp"), themes=("dancing",), extra={"mood": "x"})
    two = Story("b", "B", themes=("ownershp",), extra={"mood": "y", "employr": "Acme"})
    assert found(("a.md", one), ("b.md", two), ("b.md", two)) == [
        Stray("key", "employr", "employer", ("b.md",)),
        Stray("key", "mood", None, ("a.md", "b.md")),
        Stray("principle", "acme-car", "acme-care", ("a.md",)),
        Stray("principle", "ownershp", "ownership", ("a.md",)),
        Stray("theme", "dancing", None, ("a.md",)),
        Stray("theme", "ownershp", None, ("b.md",)),
    ]


@pytest.mark.parametrize(
    ("key", "nearest"),
    [("Principels", "principles"), ("company", "employer"), ("Date", "period"), ("follow_ups", "followups"),
     ("aliases", None), ("figures.1.sourc", "source"), ("told.2.compny", "company"), ("figures.1.mood", None),
     ("my.key", None), ("", None)],
)  # fmt: skip
def test_the_nearest_key(key: str, nearest: str | None) -> None:
    """By spelling, by what others call it, and within records by the keys of those."""
    assert found(("", Story("a", "A", extra={key: "x"})))[0].nearest == nearest


def test_words_name_few_files() -> None:
    """With many files the first three, and how many more."""
    many = [(f"{n}.md", Story("a", "A", extra={"mood": "x"})) for n in range(1, 1_500)]
    (stray,) = found(*many)
    assert len(stray.files) == 1_499
    assert stray.words.startswith("1.md, 2.md, 3.md and 1,496 more: kept 'mood' as a note of your own")


@pytest.mark.parametrize(
    "story",
    [
        stories_from_json('{"title": "A", "mood": 3, "figures": [{"text": "4%", "sourc": ["x", 1]}]}')[0],
        from_csv('title,mood,figures\nA,3,"[{""text"": ""4%"", ""sourc"": [""x"", 1]}]"\n')[0][1],
        from_markdown('---\ntitle: A\nmood: 3\nfigures: [{"text": "4%", "sourc": ["x", 1]}]\n---\n'),
    ],
)
def test_nothing_is_lost(story: Story) -> None:
    """Unknown keys are kept, those within a figure too, from every format."""
    assert story.extra == {"mood": "3", "figures.1.sourc": '["x",1]'}
    assert [s.name for s in found(("", story))] == ["figures.1.sourc", "mood"]
