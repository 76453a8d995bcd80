"""Who acts in a line, in a résumé, in a review, in notes."""

from __future__ import annotations

import pytest
from deaf import source

from storybank.stories.mining.layout import items, titles
from storybank.stories.mining.model import Genre, Voice
from storybank.stories.mining.voice import Owner, genre_of, heard, owner_at, owner_of, voice


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Cut build time from 40 to 9 min", "own"),
        ("Successfully led the move of 14 services", "own"),
        ("I rang all 26 families", "own"),
        ("With two volunteers, rebuilt the roof in a week", "own"),
        ("When the supplier closed, found another in nine days", "own"),
        ("In spring, prices in the region, already low, dropped", "none"),
        ("Recognised as the best branch of the region", "duty"),
        ("We moved the archive", "joint"),
        ("The team delivered the portal", "joint"),
        ("Responsible for rotas and the ward budget", "duty"),
        ("I was responsible for rotas", "duty"),
        ("Helped with the hiring of two designers", "duty"),
        ("Managing a team of five", "duty"),
        ("My manager asked for a plan", "other"),
        ("Advanced Excel, basic SQL", "none"),
        ("Certified scrum master", "none"),
        ("Canteen survey, 60% like it", "none"),
    ],
)
def test_the_form_of_a_bullet_says_whose_deed_it_is(line: str, told: Voice) -> None:
    """A bullet without a subject is its owner's; a group's, a duty and a description are not."""
    assert voice(line, Owner(), bullet=True) == told


def test_in_a_review_the_person_is_named_and_i_is_somebody_else() -> None:
    """Below a reviewer's words I is the reviewer; below the self-assessment it is the person."""
    text = "\n".join(
        [
            "# Performance review",
            "Employee: Dana Whitfield",
            "## Manager comments",
            "Dana rebuilt the forecast. I was glad of it.",
            "## Self-assessment",
            "I closed the books in six days.",
        ]
    )
    rows = source("r.md", text)
    found = items("r.md", rows.lines, 2025)
    genre = genre_of("r.md", titles(rows.lines), found)
    owner = owner_of(genre, titles(rows.lines), found)
    theirs, own = owner_at(owner, found[-2].path), owner_at(owner, found[-1].path)
    assert genre == "review"
    assert voice("Dana rebuilt the forecast.", theirs, bullet=False) == "own"
    assert voice("I was glad of it.", theirs, bullet=False) == "other"
    assert voice("I closed the books in six days.", own, bullet=False) == "own"


def test_a_name_that_the_person_gives_is_theirs() -> None:
    """With --me the person is found in a review that never says who it is about."""
    rows = source("review.txt", "Performance review\n\nKofi mended the pump. Ama mended the roof.")
    found = items("review.txt", rows.lines, 2025)
    owner = owner_at(owner_of("review", titles(rows.lines), found, ["Ama"]), found[-1].path)
    assert voice("Ama mended the roof.", owner, bullet=False) == "own"
    assert voice("Kofi mended the pump.", owner, bullet=False) != "own"


def test_a_form_that_one_fills_in_about_oneself_is_ones_own() -> None:
    """The name at its head says whose it is and no more; below a title of that kind I is the person."""
    text = "SELF-ASSESSMENT FORM\nName: Dana Whitfield   Grade: 4\n\nQ1. What went well?\n\nI closed the books early."
    rows = source("form.txt", text)
    (item,) = items("form.txt", rows.lines, 2025)
    owner = owner_at(owner_of("review", titles(rows.lines), [item]), item.path)
    assert owner.names == ("Dana Whitfield", "Dana", "Whitfield")
    assert voice(item.text, owner, bullet=False) == "own"


def test_the_reader_hears_the_first_person() -> None:
    """A line without a subject, or about the person by name, is put in the first person for the reader alone."""
    review = Owner(first=False, names=("Dana",))
    assert heard("Cut errors by 5%", Owner(), "own") == "I cut errors by 5%"
    assert heard("Dana moved her desk", review, "own") == "I moved my desk"
    assert heard("We moved", Owner(), "joint") == "We moved"


@pytest.mark.parametrize(
    ("name", "text", "genre"),
    [
        ("a.txt", "EXPERIENCE\n\nNurse, 2019 - 2020\n- Cut errors\n\nEDUCATION\nBSc", "resume"),
        ("my-cv.txt", "Ann Lee\n- Cut errors", "resume"),
        ("b.txt", "PERFORMANCE REVIEW\n\nAnn was on time.", "review"),
        ("c.txt", "The pump broke and I mended it.", "notes"),
    ],
)
def test_headings_say_what_a_document_is(name: str, text: str, genre: Genre) -> None:
    """A résumé, a review and notes are told apart by their headings, then by the file's name."""
    rows = source(name, text)
    assert genre_of(name, titles(rows.lines), items(name, rows.lines, 2025)) == genre
