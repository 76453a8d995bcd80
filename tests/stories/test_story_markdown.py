"""A story file: what people may write, what we write, and that nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from any_story import STORIES
from hypothesis import example, given, settings

from storybank.errors import BadStory
from storybank.stories.markdown import from_markdown, to_markdown
from storybank.stories.story import Figure, FollowUp, Story, Telling, Told

FULL = """---
title: The night the scanners failed
employer: A parcel carrier
masked: yes
principles: Ownership, dive-deep
themes:
  - crisis
  - failure
category: 6
level: l6
status: ready
links: [https://example.org/a]
mood: hopeful # kept as it is
---
## Situation
Two depots stood still.

# Deeper
A heading of my own.

## Actions
- I rang the vendor.
- I wrote a fallback,
  on paper.

## Figures
- 40% fewer returns (measured: returns report, March)
- two depots

## Follow-ups
### What would you change?
I would ring sooner.

## Told
- 2024-05-01
  company: Acme
  round: onsite

## Notes
Ask Ada for the log.
"""


@settings(max_examples=300, deadline=None)
@given(STORIES)
@example(Story("a", "A", links=("0",)))
@example(Story("a", "A", links=("1.50", "a, b", "true", "null")))
def test_nothing_is_lost(story: Story) -> None:
    """Any story, written to a file and read, is the same story."""
    assert from_markdown(to_markdown(story)) == story


@settings(max_examples=100, deadline=None)
@given(STORIES)
def test_line_ends_do_not_matter(story: Story) -> None:
    """A file that an editor saved with CRLF or with a byte-order mark reads the same."""
    text = to_markdown(story)
    assert from_markdown("\ufeff" + text.replace("\n", "\r\n")) == story


def test_everything_in_its_place() -> None:
    """Head and sections are read into the fields that bear their names, and keys of others are kept."""
    assert from_markdown(FULL) == Story(
        id="the-night-the-scanners-failed",
        title="The night the scanners failed",
        employer="A parcel carrier",
        masked=True,
        situation="Two depots stood still.\n\n# Deeper\nA heading of my own.",
        actions=("I rang the vendor.", "I wrote a fallback,\non paper."),
        figures=(Figure("40% fewer returns", "measured", "returns report, March"), Figure("two depots")),
        principles=("Ownership", "dive-deep"),
        themes=("crisis", "failure"),
        category=6,
        level="L6",
        followups=(FollowUp("What would you change?", "I would ring sooner."),),
        status="ready",
        notes="Ask Ada for the log.",
        told=(Told(date(2024, 5, 1), "Acme", "onsite"),),
        links=("https://example.org/a",),
        extra={"mood": "hopeful # kept as it is"},
    )


@pytest.mark.parametrize("head", ["", "id: late-trains\n"])
def test_a_heading_that_says_the_title_again_is_no_prose(head: str) -> None:
    """Above parts it goes, with an id and without; a backslash keeps it, and so does whatever we write."""
    file = f"---\n{head}title: Late trains\n---\n\n# Late Trains\n\n## Situation\n\nThey were late.\n"
    story = from_markdown(file)
    assert (story.prose, story.situation) == ("", "They were late.")
    kept = from_markdown(file.replace("# Late", "\\# Late"))
    assert "# Late Trains" in kept.prose + kept.situation
    with_both = replace(story, prose="# Late trains\n\nA word before.")
    assert from_markdown(to_markdown(with_both)) == with_both
    assert "\\# Late trains\n" in to_markdown(with_both)


def test_a_title_and_prose_suffice() -> None:
    """The smallest story: a title in the head and free prose below it."""
    story = from_markdown("---\ntitle: Late trains\n---\n\nI moved the timetable.\n")
    assert story == Story("late-trains", "Late trains", prose="I moved the timetable.")


def test_prose_without_a_head() -> None:
    """A note without a head takes its title from its first heading, or from the name that the caller knows."""
    assert from_markdown("# Late trains\n\nI moved it.") == Story(
        "late-trains", "Late trains", prose="I moved it."
    )
    assert from_markdown("I moved it.", name="Late trains").title == "Late trains"


def test_an_introduction_opens_the_situation() -> None:
    """Text above the first part of a file by hand is told with it; a title said twice is not."""
    head = "---\ntitle: Late trains\n---\n"
    story = from_markdown(f"{head}# Late Trains\n\nFirst.\n\n## Situation\nThen.\n\n## Result\nDone.\n")
    assert (story.prose, story.situation, story.result) == ("", "First.\n\nThen.", "Done.")
    assert from_markdown(f"{head}# Late trains\n\n## Result\nDone.\n").situation == ""
    assert from_markdown(f"{head}# Late trains\n\nProse.\n").prose == "# Late trains\n\nProse."


def test_a_rule_above_prose_is_no_head() -> None:
    """A note may begin with a line across the page."""
    assert from_markdown("---\nI moved it.\n", name="Late").prose == "---\nI moved it."
    assert from_markdown("---\n\nI moved it.\n---\n", name="Late").prose == "---\n\nI moved it.\n---"


def test_plain_text_stays_plain() -> None:
    """An ordinary story is written below headings, not as JSON in the head."""
    story = Story(
        "a", "A", situation="One.\n\nTwo.", tellings=(Telling("short", "Told."),), lessons=("Ask.",)
    )
    text = to_markdown(story)
    assert "## Situation\n\nOne.\n\nTwo.\n" in text
    assert "### short\n\nTold." in text
    assert "- Ask." in text
    assert text.count("---") == 2
    assert '"' not in text


def test_own_headings_survive() -> None:
    """A line of the owner's that reads like one of our headings is kept apart from them by a backslash."""
    story = Story("a", "A", notes="## Situation\nnot the part")
    assert "\\## Situation" in to_markdown(story)
    assert from_markdown(to_markdown(story)) == story


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: A\nlevel: L9\n---\n", "line 3: `level` is 'L9'; write one of L5, L6, L7"),
        ("---\ntitle: A\ntitle: B\n---\n", "line 3: `title` stands here and on line 2"),
        ("---\ntitle: A\n", "line 1: the head that begins here never ends"),
        ("---\ntitle: A\nprose without colon\n---\n", "line 3: 'prose without colon' is no `key: value`"),
        ("---\ntitle: A\ncategory: 13\n---\n", "line 3: `category` is '13'; write a number from 1 to 12"),
        ("---\ntitle: A\nmasked: perhaps\n---\n", "line 3: `masked` is 'perhaps'; write yes or no"),
        ('---\ntitle: "A\n---\n', "line 2: `title` opens a quotation mark"),
        ("---\ntitle: A\nprinciples: [a, b\n---\n", "line 3: `principles` begins a list that never ends"),
        ("---\ntitle: A\n---\n\n## Told\n- last May\n", "line 6: 'last May' is no date"),
        (
            "---\ntitle: A\n---\n## Told\n- 2024-05-01\n  where: x\n",
            "line 6: 'where: x': write one of company",
        ),
        (
            "---\ntitle: A\n---\n## Figures\nforty\n",
            "line 5: below `Figures` stands a list, and 'forty' is no",
        ),
        (
            "---\ntitle: A\n---\n## Told\n- 2024-05-01\n\n## Where\n- x\n",
            "line 7: below `Told` stands a list, and '## Where' is no item; write `- 2024-05-01`, and below it",
        ),
        ("---\ntitle: A\n---\n## Tellings\nshort\n", "line 5: a telling begins with its name"),
        ("just prose", "line 1: the story has no title"),
    ],
)
def test_faults_name_their_line(text: str, said: str) -> None:
    """A mistake is answered with its line and the way to mend it."""
    with pytest.raises(BadStory) as fault:
        from_markdown(text)
    assert str(fault.value).startswith(said)


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("9 hours (from memory)", Figure("9 hours", "from-memory")),
        ("9 hours (From memory: the log book)", Figure("9 hours", "from-memory", "the log book")),
        ("a third (estimated, by the foreman)", Figure("a third", "estimated", "by the foreman")),
        ("40%(measured:log)", Figure("40%", "measured", "log")),
        ("half (perhaps)", Figure("half (perhaps)")),
        ("5 schools (measured by us)", Figure("5 schools (measured by us)")),
    ],
)
def test_how_a_figure_is_known(written: str, figure: Figure) -> None:
    """How a figure is known stands in brackets behind it, in the words that people use for it."""
    story = from_markdown(f"---\ntitle: A\n---\n## Figures\n- {written}\n")
    assert story.figures == (figure,)
    assert from_markdown(to_markdown(story)) == story


def test_headings_between_fences_are_none() -> None:
    """A block of code stays whole, and comes back; a fence that is never closed swallows no part."""
    block = "```\n## Action\n### x\n```"
    story = from_markdown(f"---\ntitle: A\n---\n## Situation\n\nSee:\n\n{block}\n\n## Action\n\nI did it.\n")
    assert (story.situation, story.action) == (f"See:\n\n{block}", "I did it.")
    assert from_markdown(to_markdown(story)) == story
    story = from_markdown("---\ntitle: A\n---\n## Situation\n\n```\n\n## Action\n\nI did it.\n")
    assert (story.situation, story.action) == ("```", "I did it.")


def test_quotation_marks_in_a_list_without_brackets() -> None:
    """Some set names of several words in quotation marks: those are no part of the name."""
    text = "---\ntitle: A\nprinciples: Ownership, \"Earn Trust\", 'Dive Deep'\n---\n"
    assert from_markdown(text).principles == ("Ownership", "Earn Trust", "Dive Deep")
