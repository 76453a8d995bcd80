"""Values of a playbook of one's own in `adapt`: by its numbers, else its words, else plainly like any story."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import mean

import pytest

from storybank.errors import BadPlaybook
from storybank.planning.adapt import Adaptation, adapt
from storybank.planning.adapt_own import own_weights
from storybank.planning.adapt_score import tables
from storybank.playbook.checking import check
from storybank.playbook.model import Emphasis, Principle
from storybank.playbook.shelf import shelf_with, shipped
from storybank.playbook.starter import write_starter

STORY = (
    "Our depot printed labels on a server that froze twice a week, and drivers sat in the yard. Nobody owned it, so "
    "I told my director that I would find the cause. The night shift disagreed, and I listened to them and won them "
    "over. I put a small proxy in front of it that parks bad jobs. Freezes fell from nine a month to none by March. I "
    "learned to ask who pays for my side work before I begin it."
)
LISTENING = (
    '[emphasis]\nbring_forward = ["Whom you listened to, and how you convinced them"]\n'
    'trim = ["What can go"]\nresults = ["How the team worked together after the conflict"]\n'
)


def adapted(folder: Path, emphasis: str, *, company: bool = False) -> Adaptation:
    """The story for the one value of a starter playbook, whose page has that emphasis."""
    write_starter(folder, "acme")
    page = folder / "principles" / "acme-care.toml"
    page.write_text(page.read_text().partition("[emphasis]")[0] + emphasis)
    shelf = shelf_with([folder])
    if company:
        return adapt(STORY, company="acme", shelf=shelf)
    return adapt(STORY, principle="acme-care", shelf=shelf)


def worth(found: Adaptation) -> list[float]:
    """What each sentence is worth."""
    return [choice.value for choice in found.choices]


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """How alike two sets of weights are, 0 to 1."""
    shared = sum(one.get(tag, 0.0) * other.get(tag, 0.0) for tag in one)
    return shared / (math.hypot(*one.values()) * math.hypot(*other.values())) if one and other else 0.0


@pytest.mark.parametrize("company", [False, True])
def test_the_words_of_its_page_decide(tmp_path: Path, company: bool) -> None:
    """A value about people brings the sentence forward that won them over, and the note names what was weighed."""
    found = adapted(tmp_path, LISTENING, company=company)
    plain = worth(adapted(tmp_path / "plain", "", company=company))
    gains = [a - b for a, b in zip(worth(found), plain, strict=True)]
    assert max(range(6), key=gains.__getitem__) == 2
    (note,) = found.notes
    assert note.startswith("Care is weighed by the emphasis of its own page: people won over or helped")


def test_its_numbers_beat_its_words(tmp_path: Path) -> None:
    """With weights by tag those alone hold."""
    numbers = LISTENING + "weights = { insight = 0.9 }\n"
    found = adapted(tmp_path, numbers)
    assert found.notes == ("Care is weighed by the emphasis of its own page: a lesson of this story",)
    gains = [a - b for a, b in zip(worth(found), worth(adapted(tmp_path / "words", LISTENING)), strict=True)]
    assert max(range(6), key=gains.__getitem__) == 5


@pytest.mark.parametrize(
    "emphasis", ["", '[emphasis]\nbring_forward = ["Blue"]\ntrim = ["Green"]\nresults = ["Red"]\n']
)
def test_a_page_that_says_nothing_is_neutral(tmp_path: Path, emphasis: str) -> None:
    """Without an emphasis, or with words that speak of no tag, the story is weighed as ever, and that is said."""
    found = adapted(tmp_path, emphasis)
    assert found.notes == (
        "no page says what to bring forward for Care; for it, sentences are weighed as for any story",
    )
    if not emphasis:
        assert worth(found) == worth(adapt(STORY))


def test_a_company_s_value_without_a_page(tmp_path: Path) -> None:
    """A company may name a value that nobody wrote yet: it is neutral, and named."""
    write_starter(tmp_path, "acme")
    (tmp_path / "principles" / "acme-care.toml").unlink()
    found = adapt(STORY, company="acme", shelf=shelf_with([tmp_path]))
    assert "bring forward for acme care" in found.notes[0]


def test_numbers_of_one_s_own_beat_our_tables(tmp_path: Path) -> None:
    """Who writes a page for a principle of ours, with numbers, is followed; without them our tables hold."""
    own, ours = (root / "principles" / "ownership.toml" for root in (tmp_path, shipped().folders[0]))
    own.parent.mkdir()
    own.write_text(ours.read_text(encoding="utf-8"), encoding="utf-8")
    shelf = shelf_with([tmp_path])
    assert adapt(STORY, principle="ownership", shelf=shelf) == adapt(STORY, principle="ownership")
    with own.open("a", encoding="utf-8") as file:
        file.write("[emphasis.weights]\ninsight = 0.9\n")
    found = adapt(STORY, principle="ownership", shelf=shelf_with([tmp_path]))
    assert "a lesson of this story" in found.notes[0]
    assert worth(found) != worth(adapt(STORY, principle="ownership"))


def test_our_own_values_need_no_note() -> None:
    """What our tables know is weighed by them, silently."""
    assert adapt(STORY, principle="ownership").notes == ()
    assert adapt(STORY, company="google").notes == ()


def test_words_say_about_what_our_tables_say() -> None:
    """On the values that have weights of ours, the words of a page come near those, and nearer than another's."""
    table = tables()["principle"]
    told = {}
    for name in table:
        emphasis = shipped().entry("principle", name, Principle).emphasis
        assert emphasis is not None
        told[name] = own_weights(emphasis)
    right = mean(cosine(told[name], table[name]) for name in table)
    wrong = mean(cosine(told[name], table[other]) for name in table for other in table if other != name)
    assert right > 0.55
    assert right > 2 * wrong


def test_few_tags_and_none_too_heavy() -> None:
    """Four at most, the strongest at 0.7; given numbers are taken as they are."""
    every = Emphasis(
        bring_forward=["decision convinced risk unasked number customer lasting learned changed mistake"],
        trim=["x"], results=["x"],
    )  # fmt: skip
    weights = own_weights(every)
    assert len(weights) == 4
    assert max(weights.values()) == 0.7
    given = Emphasis(bring_forward=["risk"], trim=["x"], results=["x"], weights={"own": 2})
    assert own_weights(given) == {"own": 2}


@pytest.mark.parametrize(
    ("line", "said"), [("weights = { courage = 1 }", "courage"), ("weights = { own = 3 }", "2")]
)
def test_wrong_numbers_are_found(tmp_path: Path, line: str, said: str) -> None:
    """`playbook check` and `adapt` name the file and what is wrong with it."""
    with pytest.raises(BadPlaybook, match=r"acme-care\.toml"):
        adapted(tmp_path, LISTENING + line + "\n")
    assert [said in fault.problem for fault in check(tmp_path).faults] == [True]


def test_the_starter_is_valid_with_and_without_its_emphasis(tmp_path: Path) -> None:
    """Its line of weights can be switched on as it stands."""
    write_starter(tmp_path, "acme")
    page = tmp_path / "principles" / "acme-care.toml"
    page.write_text(page.read_text().replace("# weights", "weights"))
    assert check(tmp_path).faults == ()
    found = adapt(STORY, principle="acme-care", shelf=shelf_with([tmp_path]))
    assert found.notes[0].endswith("its own page: people won over or helped, a choice weighed")
    page.write_text(page.read_text().partition("[emphasis]")[0])
    assert check(tmp_path).faults == ()
