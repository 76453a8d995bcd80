"""Loops as people write them: TOML, and words on the command line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.errors import BadLoop, StorybankError, UnknownName
from storybank.planning.fit_table import Wish
from storybank.planning.loop import Interviewer, Loop, Weights
from storybank.planning.loop_read import interviewer_of, loop_of, wish_of

WHOLE = """
company = "Zeta"
level = "l7"
stories = 1
without = ["old-one"]
[[interviewer]]
name = "Ada"
round = "bar raiser"
wishes = ["Ownership", "dive deep"]
stories = 3
[[interviewer]]
principles = ["earn-trust"]
themes = ["conflict"]
[limits]
repeats = 2
told_again = true
failures = 0
least_fit = 0.3
[weights]
rising = 0
[[pin]]
interviewer = "Ada"
story = "ferry"
"""


def test_a_whole_file() -> None:
    """Every key has its effect; what is left out has its default."""
    assert loop_of(WHOLE) == Loop(
        (
            Interviewer("Ada", (Wish("ownership"), Wish("dive-deep")), "bar raiser", 3),
            Interviewer("Interviewer 2", (Wish("earn-trust"), Wish("conflict-resolution", "theme")), "", 1),
        ),
        "Zeta", "L7", 2, True, 0, 0.3, Weights(rising=0), (("Ada", "ferry"),), ("old-one",), 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Have Backbone; Disagree and Commit", "have-backbone-disagree-and-commit"),
        ("Strive to be Earth’s Best Employer", "strive-to-be-earths-best-employer"),
        ("highest standards", "insist-on-the-highest-standards"),
        (" DIVE_DEEP ", "dive-deep"),
    ],
)
def test_names_in_any_spelling(words: str, name: str) -> None:
    """Principles are known by their usual spelling, or by a part that only one of them has."""
    assert wish_of(words) == Wish(name)


def test_names_of_other_companies() -> None:
    """Values that the playbook adds are known too."""
    assert wish_of("Be kind", ("be-kind",)) == Wish("be-kind")


@pytest.mark.parametrize("words", ["and", "", "xyzzy"])
def test_unknown_names(words: str) -> None:
    """A name that is unknown, or could be several, is refused."""
    with pytest.raises(UnknownName):
        wish_of(words)


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("learn", "choose from failure-and-learning, learn-and-be-curious"),
        ("curius", "learn-and-be-curious"),
        ("conflct", "conflict-resolution"),
        ("xyzzy", "`storybank principles`"),
    ],
)
def test_the_nearest_names_are_offered(words: str, near: str) -> None:
    """A part that several names have, or one that is misspelt, is answered with the names it may stand for."""
    with pytest.raises(UnknownName, match=near):
        wish_of(words)


def test_an_interviewer_in_words() -> None:
    """Name, round and wishes, with or without a round; a colon in the round does no harm."""
    assert interviewer_of("Ada B. (bar raiser): ownership, ownership,dive-deep", 3) == Interviewer(
        "Ada B.", (Wish("ownership"), Wish("dive-deep")), "bar raiser", 3
    )
    assert interviewer_of("Bo: frugality").round == ""
    assert interviewer_of("Bo (part 1: phone): frugality").round == "part 1: phone"


@pytest.mark.parametrize("words", ["Ada", ": ownership", "(x): ownership"])
def test_an_interviewer_that_cannot_be_read(words: str) -> None:
    """Words without a name or a colon are refused with an example."""
    with pytest.raises(BadLoop, match="Ada: ownership, dive-deep"):
        interviewer_of(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("company = ", "not valid TOML"),
        ("colour = 1", "colour: no such key"),
        ("interviewer = 3", r"\[\[interviewer\]\]"),
        ("[[interviewer]]\nname = 3", "name: must be text"),
        ("[[interviewer]]\nage = 3", "interviewer 1: age: no such key"),
        ("[[interviewer]]\nwishes = 'ownership'", "wishes: must be a list"),
        ("stories = 0", "stories: must be a whole number from 1 to 10"),
        ("stories = true", "stories: must be a whole number"),
        ("limits = 1", r"limits: write it as a table"),
        ("[limits]\ntold_again = 1", "told_again: must be true or false"),
        ("[limits]\nleast_fit = 2", "least_fit: must be a number from 0 to 1"),
        ("[weights]\nrising = 15", "multiple of 10"),
        ("[weights]\nspeed = 10", "weights.speed: no such key"),
        ("level = 'L9'", "there is no level"),
        ("company: Zeta", r"a loop file is TOML: .*\[\[interviewer\]\]"),
        ('{"company": "Zeta"}', "a loop file is TOML"),
        ("[[interviewers]]", "did you mean 'interviewer'"),
        ("[[interviewer]]\nname = 'Bo'\nwishs = []", "Bo: wishs: no such key; did you mean 'wishes'"),
        ("[[interviewer]]\nname = 'Bo'\nwishes = 3", "Bo: wishes: must be a list"),
        (
            "[[interviewer]]\nname = 'Bo'\nwishes = ['ownershp']",
            "Bo: there is no .* did you mean 'ownership'",
        ),
        ("[[interviewer]]\nwishes = ['xyzzy']", "interviewer 1: there is no principle or theme 'xyzzy'"),
        ("[[pin]]\ninterviewer = 'Bo'", "pin 1: story: must be there"),
        ("[[pin]]\nstory = 'ferry'", "pin 1: interviewer: must be there"),
        ("[[pin]]\nwho = 'Bo'", "pin 1: who: no such key"),
    ],
)
def test_what_is_wrong_in_a_file(text: str, words: str) -> None:
    """The message names the key and what to write instead."""
    with pytest.raises(StorybankError, match=words):
        loop_of(text)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text is a loop or is refused in words."""
    for read in (loop_of, interviewer_of, wish_of):
        with suppress(StorybankError):
            assert isinstance(read(text), Loop | Interviewer | Wish)
