"""Stories as JSON and CSV, their ids, and what differs between two of them."""

from __future__ import annotations

import csv
import io

import pytest
from any_story import IDS, LINE, STORIES, TEXT
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.errors import BadStory
from storybank.stories.codec import (
    revision_from_json,
    stories_from_json,
    stories_to_json,
    story_from_json,
    story_to_json,
)
from storybank.stories.identity import LONGEST, is_id, new_id, slug
from storybank.stories.story import Figure, Story, told_text
from storybank.stories.table import from_csv, to_csv
from storybank.stories.template import answered, open_asks, template, without_hints
from storybank.stories.worddiff import changes, compare

SEVERAL = st.lists(STORIES, max_size=3, unique_by=lambda story: story.id)


@settings(max_examples=150, deadline=None)
@given(STORIES)
def test_a_document_is_the_story(story: Story) -> None:
    """What the bank stores reads as the same story."""
    assert story_from_json(story_to_json(story)) == story


@settings(max_examples=100, deadline=None)
@given(SEVERAL)
def test_json_loses_nothing(stories: list[Story]) -> None:
    """Any stories, written as JSON and read, are the same."""
    assert stories_from_json(stories_to_json(stories)) == stories


@settings(max_examples=200, deadline=None)
@given(SEVERAL)
def test_csv_loses_nothing(stories: list[Story]) -> None:
    """Any stories, written as a table and read, are the same."""
    assert [story for _, story in from_csv(to_csv(stories))] == stories


@settings(max_examples=150, deadline=None)
@given(SEVERAL)
def test_no_cell_is_a_formula(stories: list[Story]) -> None:
    """A spreadsheet runs nothing of what somebody wrote into a story."""
    for row in csv.reader(io.StringIO(to_csv(stories), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_a_table_by_hand() -> None:
    """A title is enough; lists are set apart by semicolons; columns of others are kept."""
    table = "title,principles,masked,figures,Mood\nLate,dive-deep; ownership,yes,,good\n\nEarly,,,,\n"
    assert from_csv("\ufeff" + table) == [
        (
            2,
            Story("late", "Late", principles=("dive-deep", "ownership"), masked=True, extra={"Mood": "good"}),
        ),
        (4, Story("early", "Early")),
    ]


def test_a_table_as_people_fill_it_in() -> None:
    """Columns and words in any letters, "Principle" for principles, and deeds a line each are understood."""
    table = 'Title,Principle,LEVEL,Status,Actions\nLate,dive-deep,l6,Ready,"I rang them.\nI moved it."\n'
    (found,) = from_csv(table)
    assert found[1] == Story(
        "late", "Late", principles=("dive-deep",), level="L6", status="ready",
        actions=("I rang them.", "I moved it."),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name\nx\n", "line 1: the table has no column `title`"),
        ("title,category\nA,1\nB,nine\n", "line 3: column `category` cannot be read: 'nine'"),
        ("title,figures\nA,[\n", "line 2: column `figures` cannot be read"),
        ("title\nA,B\n", "line 2: 2 cells below 1 columns"),
        ("title,level\nA,L9\n", "line 2: `level` cannot be 'L9'; choose from L5, L6, L7"),
        ("title,title\nA,B\n", "line 1: two columns are named `title`"),
        ("title,Title\nA,B\n", "line 1: two columns are named `title`"),
        ("title,extra\nA," + "[" * 100_000 + "\n", "line 2: column `extra` cannot be read"),
        ('title\n"A\n', "line 2: not a table"),
    ],
)
def test_faults_of_a_table_name_their_line(table: str, said: str) -> None:
    """With the column and what stands there."""
    with pytest.raises(BadStory) as fault:
        from_csv(table)
    assert str(fault.value).startswith(said)


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_table_with_other_signs(sign: str) -> None:
    """Spreadsheets set cells apart as their country does; the header shows how."""
    table = f'title{sign}period{sign}notes\nLate, again{sign}2022{sign}"a{sign}b"\n'
    assert from_csv(table) == [(2, Story("late-again", "Late, again", period="2022", notes=f"a{sign}b"))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"title": "A"}, {"title": 3}]', "story 2: `title` is a whole number; text is wanted there"),
        ('{"title": "A", "figures": [{"text": "1"}, {}]}', "story 1 ('A'): `text` of `figures` 2 is missing"),
        ('{"title": "A", "principles": "x"}', "story 1 ('A'): `principles` is text; a list is wanted there"),
        ('{"title": "A", "level": "L9"}', "story 1 ('A'): `level` cannot be 'L9'; choose from L5, L6, L7"),
        ("[" * 100_000, "not valid JSON: it is nested too deep"),
    ],
)
def test_faults_of_json_name_story_and_field(text: str, said: str) -> None:
    """In the words of stories, whatever the decoder says."""
    with pytest.raises(BadStory) as fault:
        stories_from_json(text)
    assert str(fault.value) == said


@pytest.mark.parametrize(
    "text", ['{"title": 3}', "[1]", "{", '{"version": 2, "stories": []}', '[{"id": "x"}]', '"x"']
)
def test_json_that_holds_no_stories(text: str) -> None:
    """Each fault is one of the file, in words."""
    with pytest.raises(BadStory):
        stories_from_json(text)


def test_json_by_hand() -> None:
    """A bare list or a single object will do, and a title gives the id."""
    assert stories_from_json('{"title": "Late trains"}') == [Story("late-trains", "Late trains")]
    assert stories_from_json('[{"title": "A"}, {"title": "B"}]') == [Story("a", "A"), Story("b", "B")]


def test_keys_of_others_are_kept() -> None:
    """What JSON by hand says beyond our fields goes to `extra`, as text."""
    (story,) = stories_from_json('{"title": "A", "mood": "good", "tags": ["x", 1], "extra": {"k": "v"}}')
    assert story.extra == {"mood": "good", "tags": '["x",1]', "k": "v"}


@pytest.mark.parametrize(
    "document", ["", "{}", '{"id": "a"}', '{"id":"a","title":"A","told":[{"on":"never"}]}', b"\xff"]
)
def test_damaged_documents_are_recognised(document: str | bytes) -> None:
    """Neither a story nor a revision is made of what is not one."""
    with pytest.raises(BadStory):
        story_from_json(document)
    with pytest.raises(BadStory):
        revision_from_json(document)


@settings(max_examples=300)
@given(st.one_of(TEXT, st.text()))
def test_every_title_gives_an_id(title: str) -> None:
    """Whatever the title, its slug is an id that can name a file, and stays itself."""
    made = slug(title)
    assert is_id(made)
    assert len(made) <= LONGEST + len("-story")
    assert slug(made) == made
    assert not set(made) & set('/\\:*?"<>|. ')


@given(IDS, st.integers(0, 5))
def test_a_new_id_is_free(title: str, count: int) -> None:
    """However many bear the same title."""
    taken: set[str] = set()
    for _ in range(count):
        taken.add(new_id(title, taken))
    assert len(taken) == count


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The night the scanners failed!", "the-night-the-scanners-failed"),
        ("Don't panic", "dont-panic"),
        ("Größe ändern", "größe-ändern"),
        ("夜の病棟", "夜の病棟"),
        ("???", "story"),
        ("CON", "con-story"),
        ("x" * 200, "x" * LONGEST),
    ],
)
def test_slugs(title: str, expected: str) -> None:
    """Letters of every script stay; nothing is left of the rest."""
    assert slug(title) == expected


@pytest.mark.parametrize(
    "text", ["", "A", "a b", "a--b", "-a", "a-", "../a", "a/b", "a_b", "a.md", "x" * 121]
)
def test_no_ids(text: str) -> None:
    """What could leave its folder, or be two names on some disk, is no id."""
    assert not is_id(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINE, max_size=6).map("\n".join), st.lists(LINE, max_size=6).map("\n".join))
def test_pieces_make_both_texts(old: str, new: str) -> None:
    """Without what came, the pieces are the old text; without what went, the new one."""
    pieces = compare(old, new)
    assert "".join(p.text for p in pieces if p.kind != "new") == old
    assert "".join(p.text for p in pieces if p.kind != "gone") == new


@settings(max_examples=60, deadline=None)
@given(STORIES, STORIES)
def test_only_what_differs_is_a_change(before: Story, after: Story) -> None:
    """Every field that differs is named, and no other."""
    named = {change.field for change in changes(before, after)}
    assert named == {f for f in Story.__dataclass_fields__ if getattr(before, f) != getattr(after, f)}
    assert changes(before, before) == ()


def test_a_change_of_one_word() -> None:
    """Only that word went and came."""
    (change,) = changes(
        Story("a", "A", result="We saved 40% of it."), Story("a", "A", result="We saved 45% of it.")
    )
    assert [(p.kind, p.text) for p in change.pieces] == [
        ("same", "We saved "), ("gone", "40%"), ("new", "45%"), ("same", " of it."),
    ]  # fmt: skip


def test_hints_are_taken_out() -> None:
    """Our hints go, other comments of the owner's stay."""
    assert "hint" in template()
    assert "hint" not in without_hints(template())
    assert "## Tellings\n" in template()  # what nobody is asked for has its place too
    assert without_hints("<!-- mine -->\n<!-- hint: ours -->\nx") == "<!-- mine -->\nx"


def test_answers_fill_what_is_open() -> None:
    """Each answer goes where its question points, and is not asked for again; silence changes nothing."""
    story = Story("a", "A", prose="Told.")
    assert [ask.field for ask in open_asks(story)][:3] == ["employer", "period", "task"]
    story = answered(story, "figures", ("40% less (measured: log)", "half (perhaps)"))
    assert story.figures == (Figure("40% less", "measured", "log"), Figure("half (perhaps)"))
    assert answered(story, "principles", ("dive-deep, ownership",)).principles == ("dive-deep", "ownership")
    assert answered(story, "task", ("One.", "Two.")).task == "One.\nTwo."
    assert answered(story, "task", (" ",)) == story
    assert "figures" not in [ask.field for ask in open_asks(story)]


def test_parts_beside_prose_are_told() -> None:
    """What an interview, an editor or a file adds to a story that began as prose is told after it, and only once."""
    begun = Story("late", "Late trains", prose="A train came late.")
    story = answered(begun, "actions", ("I rang them.",))
    assert told_text(answered(story, "result", ("Nobody waited.",))) == (
        "A train came late.\n\nI rang them.\n\nNobody waited."
    )
    assert told_text(answered(begun, "situation", ("A train came late.",))) == "A train came late."
