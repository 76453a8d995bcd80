"""Matching: the story that shows what is asked stands first, with reasons; what speaks against it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from storybank.planning.match import BANDS, Wish, band, match
from storybank.planning.understand import FOREIGN, SILENT, Profiles, understand
from storybank.signals.meaning import shipped_meaning
from storybank.stories.story import Story, Told
from storybank.usecases.match_stories import NoCache, match_question, questions_for, read_bank

FAILED = Story(
    "rollback", "The Saturday I took back", level="L6",
    prose="I switched on our new checkout on the busiest Saturday and took it back three hours later. Two of my people "
    "had warned me, and I had not listened because I wanted the date to hold. One payment in five was lost. I told the "
    "board myself, wrote the report under my own name and apologised to both of them. Since then nobody sets a date "
    "until those who know best have signed that it can be met; it has stopped three launches, one of them mine.",
)  # fmt: skip
TAUGHT = Story(
    "apprentice", "The apprentice who runs the shift", level="L5",
    prose="She came to our bakery without a school certificate and hid whenever customers rang. I stood beside her "
    "every morning for a month, let her set the ovens herself, and kept quiet while she made her own mistakes. I gave "
    "her the recipe book to rewrite because she explained better than I do. After two years she passed her exam as "
    "the best of her year. Today she leads the early shift and trains the new ones.",
)  # fmt: skip
CHEAP = Story(
    "scrap", "Pallets for nothing", level="L5",
    prose="Our yard paid for new pallets while the timber works next door burnt its old ones. I asked their foreman "
    "for a lorry load, had two retired joiners show us how to mend them, and built a rack from what was left over. We "
    "spent eighty pounds on nails. The following year we saved thirty-one thousand, and the works asked us to take "
    "the rest as well.",
)  # fmt: skip
STORIES = (FAILED, TAUGHT, CHEAP)


@pytest.fixture(scope="module")
def bank() -> Profiles:
    """Three stories, read."""
    return read_bank(STORIES, shipped_meaning(), NoCache())


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Which of your decisions turned out badly, and what was your share in that?", "rollback"),
        ("Whom have you helped to grow, and how far did they get?", "apprentice"),
        ("When have you achieved something without spending?", "scrap"),
    ],
)
def test_a_question_without_a_word_in_common_finds_its_story(
    bank: Profiles, question: str, wanted: str
) -> None:
    """What happened decides, not the words that it is told in."""
    fits = match(understand(question, shipped_meaning()), bank, shipped_meaning())
    assert fits[0].story.id == wanted
    assert all(fit.reasons for fit in fits)
    assert [fit.score for fit in fits] == sorted((fit.score for fit in fits), reverse=True)


def test_the_same_question_gives_the_same_answer(bank: Profiles) -> None:
    """Reproducible to the last digit."""
    asked = understand("When did you change your mind?", shipped_meaning())
    assert match(asked, bank, shipped_meaning()) == match(asked, bank, shipped_meaning())


def test_the_best_stories_are_quoted(bank: Profiles) -> None:
    """As many as are to be explained; a reason quotes the owner and nobody else."""
    told = {story.id: story for story in STORIES}
    _, fits = match_question(
        "Tell me about a mistake.", bank, told.__getitem__, shipped_meaning(), Wish(), explained=2
    )
    quotes = [[reason.quote for reason in fit.reasons if reason.quote] for fit in fits]
    assert [len(found) for found in quotes] == [1, 1, 0]
    assert all(
        quote in told[fit.story.id].prose for fit, found in zip(fits, quotes, strict=True) for quote in found
    )


@pytest.mark.parametrize("shown", [0, 1, 2, 9])
def test_what_is_shown_are_the_best_of_all(bank: Profiles, shown: int) -> None:
    """Fewer fits are the first of all, in every word."""
    asked = understand("When did you change your mind?", shipped_meaning())
    every = match(asked, bank, shipped_meaning())
    assert match(asked, bank, shipped_meaning(), shown=shown) == every[:shown]


def test_a_company_that_heard_a_story_within_a_year_hears_another() -> None:
    """Freshness for a company counts, and is said as a reason against."""
    told = replace(FAILED, told=(Told(date(2026, 5, 1), company="Northwind"),))
    meaning = shipped_meaning()
    stale, fresh = read_bank((told,), meaning, NoCache()), read_bank((FAILED,), meaning, NoCache())
    asked = understand("What went wrong under your lead?", meaning)
    wish = Wish(company="northwind", today=date(2026, 11, 1))
    assert match(asked, stale, meaning, wish)[0].score < match(asked, fresh, meaning, wish)[0].score
    assert any("heard it" in r.text and r.against for r in match(asked, stale, meaning, wish)[0].reasons)
    later = Wish(company="Northwind", today=date(2027, 11, 1))
    assert match(asked, stale, meaning, later)[0].score == match(asked, fresh, meaning, later)[0].score


def test_scope_below_the_level_aimed_at_costs_and_is_said(bank: Profiles) -> None:
    """An L5 story told for L7 steps back behind an equal one."""
    meaning = shipped_meaning()
    asked = understand("Whom have you helped to grow?", meaning)
    plain = {fit.story.id: fit for fit in match(asked, bank, meaning)}
    high = {fit.story.id: fit for fit in match(asked, bank, meaning, Wish(level="L7"))}
    assert high["apprentice"].score < plain["apprentice"].score
    assert any("L5" in r.text for r in high["apprentice"].reasons if r.against)


def test_a_confirmed_principle_lifts_the_fit() -> None:
    """What the owner confirmed counts, and is named as confirmed."""
    meaning = shipped_meaning()
    asked = understand("When have you achieved something without spending?", meaning)
    tagged = replace(TAUGHT, principles=asked.principles[:1])
    before = match(asked, read_bank((TAUGHT,), meaning, NoCache()), meaning)[0]
    after = match(asked, read_bank((tagged,), meaning, NoCache()), meaning)[0]
    assert after.score >= before.score
    assert any("confirmed" in reason.text for reason in after.reasons)


def test_an_empty_bank_has_no_fit() -> None:
    """Nothing is made up for a bank without stories."""
    meaning = shipped_meaning()
    assert match(understand("Anything?", meaning), read_bank((), meaning, NoCache()), meaning) == []


def test_a_story_without_words_is_matched_by_its_title() -> None:
    """A draft with nothing but a title is ranked and told to be written out."""
    meaning = shipped_meaning()
    bank = read_bank((Story("draft", "A budget cut by half"),), meaning, NoCache())
    fit = match(understand("How did you save money?", meaning), bank, meaning)[0]
    assert any("write it out" in reason.text for reason in fit.reasons)


def test_bands_follow_the_scores() -> None:
    """Every score from 0 to 1 has a word, and a higher score never has a weaker one."""
    words = [word for _, word in BANDS]
    found = [words.index(band(step / 100)) for step in range(101)]
    assert found == sorted(found, reverse=True)


def test_questions_for_a_story_are_ranked_from_the_playbook() -> None:
    """The other way round: a failure is told what failures are asked by."""
    from storybank.playbook.index import questions
    from storybank.playbook.shelf import shipped

    found = questions_for(FAILED, questions(shipped()), shipped_meaning(), NoCache())
    words = [word for _, word in BANDS]
    ranks = [(words.index(a.fit.band), -a.fit.score) for a in found]
    assert ranks == sorted(ranks)
    assert any("failure-and-learning" in reason.text for reason in found[0].fit.reasons)
    themes = [a.question.themes for a in found[:10]]
    assert sum("failure-and-learning" in t for t in themes) >= 4


def test_no_word_is_better_than_its_reasons() -> None:
    """A word above a stretch has a reason for it, be it only that the whole lies near; and that is said openly."""
    from storybank.playbook.index import questions
    from storybank.playbook.shelf import shipped

    every = questions(shipped())
    fits = [a.fit for s in STORIES for a in questions_for(s, every, shipped_meaning(), NoCache())]
    assert {fit.band for fit in fits if all(reason.against for reason in fit.reasons)} <= {"stretch", "gap"}
    bare = [fit for fit in fits if any("taken as a whole" in reason.text for reason in fit.reasons)]
    assert bare
    assert all(any("neither" in r.text and r.against for r in fit.reasons) and not fit.angled for fit in bare)


def test_a_quote_does_not_change_the_word(bank: Profiles) -> None:
    """Every story has words that come nearest: that some are quoted and others not makes no fit better."""
    told = {story.id: story for story in STORIES}
    for question in (
        "What did you walk away from?",
        "When was something not worth it?",
        "What is your view?",
    ):
        asked = understand(question, shipped_meaning())
        bare = match(asked, bank, shipped_meaning())
        _, quoted = match_question(question, bank, told.__getitem__, shipped_meaning(), Wish(), explained=3)
        assert [(fit.story.id, fit.band) for fit in bare] == [(fit.story.id, fit.band) for fit in quoted]


def test_what_a_story_does_not_show_is_no_angle_that_it_has() -> None:
    """The principle that is asked for is named, but as one that the story would still have to show."""
    meaning = shipped_meaning()
    asked = understand("How did you get by on a small budget?", meaning)
    taught = match(asked, read_bank((TAUGHT,), meaning, NoCache()), meaning)[0]
    assert (taught.angle, taught.angled) == (asked.principles[0], False)
    tagged = replace(TAUGHT, principles=asked.principles[:1])
    assert match(asked, read_bank((tagged,), meaning, NoCache()), meaning)[0].angled


@pytest.mark.parametrize("question", ["?", "1", "😀", "asdfgh qwerty", "-- ..."])
def test_what_asks_for_nothing_is_not_answered(bank: Profiles, question: str) -> None:
    """No name is guessed and no story is called a fit for words that no question is made of."""
    asked = understand(question, shipped_meaning())
    assert (asked.principles, asked.themes) == ((), ())
    fits = match(asked, bank, shipped_meaning())
    assert {fit.band for fit in fits} == {"gap"}
    assert all("nothing in the question" in fit.reasons[0].text for fit in fits)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Erzählen Sie mir von einem Fehler, den Sie gemacht haben.", FOREIGN),
        ("Cuéntame de una vez que no estuviste de acuerdo con tu jefe.", FOREIGN),
        ("Parlez-moi d'une fois où vous avez aidé un collègue à progresser.", FOREIGN),
        ("Расскажите о своей ошибке", FOREIGN),
        ("請講一個你失敗的例子", FOREIGN),
        ("Tell me about yourself.", SILENT),
        ("Anything else?", SILENT),
        ("And then?", SILENT),
    ],
)
def test_what_cannot_be_read_is_not_guessed(bank: Profiles, question: str, why: str) -> None:
    """A question in another language, or that names nothing, asks for no principle; every story says why."""
    asked = understand(question, shipped_meaning())
    assert (asked.principles, asked.themes, asked.unread) == ((), (), why)
    assert {(fit.band, fit.reasons[0].text) for fit in match(asked, bank, shipped_meaning())} == {
        ("gap", why)
    }


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Tell me about a time you went above and beyond for a customer", "customer-obsession"),
        ("When did you disagree with your manager?", "have-backbone-disagree-and-commit"),
        ("How do you cut costs?", "frugality"),
        ("Whom did you mentor?", "hire-and-develop-the-best"),
        ("What do you do when you are curious about something?", "learn-and-be-curious"),
        ("A decision without enough data, made quickly", "bias-for-action"),
    ],
)
def test_plain_questions_are_taken_at_their_word(question: str, wanted: str) -> None:
    """What the words of a question are usually put to hear about is heard beside the meaning of the whole."""
    assert understand(question, shipped_meaning()).principles[0] == wanted


def test_the_angle_is_what_the_story_can_be_told_for() -> None:
    """Of several principles that a question asks for, each story is told for the one that it shows."""
    question = "Tell me about a time you failed."
    first, second, *_ = (*understand(question, shipped_meaning()).principles, "earn-trust")
    stories = (replace(FAILED, id="a", principles=(first,)), replace(FAILED, id="b", principles=(second,)))
    bank = read_bank(stories, shipped_meaning(), NoCache())
    asked = understand(question, shipped_meaning())
    angles = {fit.story.id: fit.angle for fit in match(asked, bank, shipped_meaning())}
    assert angles["a"] == first
    assert angles["b"] == (second if second in asked.principles else first)
