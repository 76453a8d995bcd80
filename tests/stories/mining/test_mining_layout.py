"""From lines to bullet points and paragraphs."""

from __future__ import annotations

from deaf import source
from hypothesis import given
from hypothesis import strategies as st

from storybank.stories.mining.layout import items, plain, titles
from storybank.stories.mining.model import Item, Line


def read(text: str) -> list[Item]:
    """The items of a text, in 2025."""
    return items("file", source("file", text).lines, 2025)


def test_a_wrapped_bullet_is_one_item_with_all_its_lines() -> None:
    """A bullet that goes on in the next line is quoted whole, with the lines it covers."""
    found = read(
        "- Cut the waiting time at the front desk of the clinic\n  from 40 to 9 minutes\n- Wrote a guide"
    )
    assert [i.text for i in found] == [
        "Cut the waiting time at the front desk of the clinic from 40 to 9 minutes",
        "Wrote a guide",
    ]
    assert (found[0].place.line, found[0].place.last) == (1, 2)


def test_a_bullet_wrapped_without_indent_as_in_a_pdf_is_one_item() -> None:
    """Lines of a PDF are not set in; a small letter after a full line goes on."""
    found = read("• Persuaded the night staff to try the new handover for\na month\n• Trained six")
    assert len(found) == 2
    assert found[0].text.endswith("for a month")


def test_a_job_line_gives_its_bullets_role_and_years() -> None:
    """Years and role of a job reach all bullets below it and none of the next job's."""
    found = read("Nurse, Clinic\n2019 - present\n- Cut errors\n\nHelper, Home, 2010-2012\n- Served tea")
    assert [i.years for i in found] == [(2019, 2025), (2010, 2012)]
    assert "Nurse" in found[0].role
    assert "Nurse" not in found[1].role


def test_a_label_may_stand_right_below_a_finished_point() -> None:
    """A point that ended goes on in no further line, however long it was: the next label is one."""
    found = read(
        "Q1\n- Took over the alarms of all the drug fridges, and three a week became none.\nQ2\n- Sold it"
    )
    assert [i.role for i in found] == ["Q1", "Q2"]


def test_headings_of_all_looks_make_the_path() -> None:
    """Hash marks, underlines, capitals and bold lines are headings."""
    for head in ("## Outage in May", "Outage in May\n------", "OUTAGE IN MAY", "**Outage in May**"):
        (found,) = read(f"{head}\n\n- I stopped the release.")
        assert [title.lower() for title in found.path] == ["outage in may"], head


def test_the_head_and_the_questions_of_a_form_are_no_items() -> None:
    """Fields are known by their names, questions by the person they ask; lettered answers are points."""
    text = (
        "Name: Ann Lee\nReviewer: Bo Dale\n\nQ2. What did you achieve?\n\n(a) Mended the pump.\n(b) Sold\nthe mill.\n\n"
        "Result: nine days saved"
    )
    found = read(text)
    assert [i.text for i in found] == ["Mended the pump.", "Sold the mill.", "Result: nine days saved"]
    assert found[0].path == ("What did you achieve?",)
    assert titles(source("f", text).lines)[:2] == ["Name: Ann Lee", "Reviewer: Bo Dale"]


def test_front_matter_and_code_are_nobodys_story() -> None:
    """What stands between front-matter lines or fences is left out."""
    found = read("---\ntitle: Notes\n---\n```\nI fixed it\n```\nI fixed the oven.")
    assert [i.text for i in found] == ["I fixed the oven."]


def test_marks_of_markdown_are_not_quoted() -> None:
    """Emphasis, code and link marks are no words."""
    assert plain("**Led** the [move](http://x.org) of `api` for _all_") == "Led the move of api for all"
    assert plain("snake_case and 3*4") == "snake_case and 3*4"


def test_a_sentence_with_a_year_is_no_job_line() -> None:
    """A year in a sentence of notes makes no heading of it."""
    (found,) = read("In 2022 I moved the archive.")
    assert found.years == (2022, 2022)


@given(
    st.lists(
        st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=60), max_size=12
    )
)
def test_every_item_consists_of_words_of_its_lines(lines: list[str]) -> None:
    """Whatever the text, an item's words stand in the lines that its place names, in that order."""
    rows = [Line(text, number) for number, text in enumerate(lines, 1)]
    for item in items("f", rows, 2025):
        assert item.place.line is not None
        last = item.place.last or item.place.line
        words = " ".join(plain(t) for t in lines[item.place.line - 1 : last])
        at = 0
        for word in item.text.split():
            at = words.index(word, at) + len(word)
