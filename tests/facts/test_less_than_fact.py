"""Wishes, guesses, answers and denials: what makes a sentence less than a fact, and what does not."""

from __future__ import annotations

import pytest

from storybank.facts.check import check_facts

TOLD_ANEW = [
    # a guess or a doubt in another word of guessing
    ("I thought it might be that the valve stuck.", "I suspected that the valve was sticking."),
    ("She said she doubted that guests would complain.", "She doubted the guests would complain."),
    # "tried doing" was done; "tried to do" may not have been
    ("I tried moving the racks on Monday.", "On Monday I moved the racks as a trial."),
    # ", I think it was ..." makes less sure what follows it, and not what stands before
    ("I pulled the returns for, I think it was three weeks, and read them.", "I pulled the returns and read them."),
    # a request that was met, a wish that was named with a noun
    ("I asked that Lena be named in the report, and she was.", "At my request Lena was named in the report."),
    ("I proposed a smaller stand.", "My proposal was a smaller stand."),
    # what was not done either way
    ("I should have counted the seeds saved.", "I did not count the seeds saved."),
    # "too seldom", what somebody ended, what he told others not to do: he and it are not denied
    ("The filters were changed too seldom.", "The filters were changed less often than they should have been."),
    ("Then a strike ended it in May.", "In May a strike put an end to it."),
    # the same share from its other side
    ("Out of 112 parcels 71 came after two.", "Forty-one of the 112 parcels came before two."),
    ("Of the 27 lambs nine were expected to live.", "Eighteen of the 27 lambs were not expected to live."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "honest"), TOLD_ANEW)
def test_what_was_less_than_a_fact_may_be_so_in_other_words(source: str, honest: str) -> None:
    """A wish stays a wish in other words, and what was done was done, however the source puts it."""
    assert check_facts(source + " It was a cold day.", honest) == []


GROWN = [
    ("He said he'd like me to run the count for the harbour.", "I run the count for the harbour.", "hedge"),
    ("They said they'd prefer to close the gate early.", "They closed the gate early.", "hedge"),
    ("My plan was to replace the boiler.", "The boiler was replaced.", "hedge"),
    ("She suspected that the gauge leaked.", "The gauge leaked.", "hedge"),
    ("The belt was nearly worn through.", "The belt was worn through.", "hedge"),
    ("I'd like to say I mended the press, but I didn't.", "I mended the press.", "negation"),
    ("The caretaker did not object to the tap.", "The caretaker supported us.", "negation"),
    ("The board voted against opening on Sundays.", "The board voted for opening on Sundays.", "negation"),
    ("They agreed to try it for a month.", "They agreed to try it for good.", "quantity"),
    ("We did it for two years, then the grant ended it.", "The grant ended, and we are still doing it.", "quantity"),
    ("By spring it was usually two, until the shop shut and sold everything.",
     "By spring it was always two.", "quantity"),
    ("There were two other vans. One of them had a worn belt.", "Both of the vans had a worn belt.", "quantity"),
    ("A fifth of them came late. Eleven were there.", "Most of them came late.", "quantity"),
    ("Of 148 hens 11 were ill. I had one cockerel.", "Of my hens 1 of 148 was ill.", "figure"),
    ("Out of 112 parcels 71 came after two.", "Forty-one of the 112 parcels came after two.", "figure"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "slip", "kind"), GROWN)
def test_what_was_less_than_a_fact_does_not_become_one(source: str, slip: str, kind: str) -> None:
    """A wish told as done, a guess as known, one of two as both is found."""
    assert kind in {i.kind for i in check_facts(source + " It was a cold day.", slip)}


FIGURES = [
    ("Late calls were eight or nine late trains a week.", "There were eight or nine late trains a day."),
    ("The tower rose from 4 metres to 9 metres.", "The tower fell from 9 metres to 4 metres."),
]  # fmt: skip
SAME_FIGURES = [
    ("We lost between ten and fifteen bolts a night.", "It cost us ten to fifteen lost bolts every night."),
    ("The wait rose from 420 ms to 1.3 seconds. It ended at 510 ms.", "From 1.3 seconds the wait came down to 510 ms."),
    ("The wait was 1.3 seconds in Q3 2023.", "In the third quarter of 2023 the wait was 1.3 s."),
    ("Faults rose from 0.2% to 0.9%.", "Faults went up by 0.7 points."),
    ("It was a £38 belt. A new engine would have cost £900.", "It was the belt. It cost £38."),
    ("In the test in December 13 passed.", "Thirteen passed in December's test."),
    ("we were done by the end of may and it was cold", "We were done at the end of May."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "slip"), FIGURES)
def test_a_figure_told_of_late_or_new_things_keeps_its_rate_and_its_way(source: str, slip: str) -> None:
    """An adjective before what is counted hides no rate, and what was reached is not where the rise began."""
    assert "figure" in {i.kind for i in check_facts(source, slip)}


@pytest.mark.parametrize(("source", "honest"), SAME_FIGURES)
def test_a_figure_may_be_written_and_reckoned_as_people_do(source: str, honest: str) -> None:
    """Ranges, moves from where the last one ended, spaced units, points and a date without a day are the source's."""
    assert check_facts(source, honest) == []


OTHERS = [
    ("Ivo told the superintendent of it.", "The superintendent told Ivo of it."),
    ("Judge Marr said in court that it was wise. The clerk agreed.", "The clerk said in court that it was wise."),
    ("Two choirs asked Dilys for the list.", "Two choirs asked me for the list."),
    ("My director wanted a party. I asked that Lena be named.", "My director asked that Lena be named."),
]  # fmt: skip
ONE_PERSON = [
    ("The clerk, Ada Marr, said in court that it was sensible.", "The clerk said in court that it was sensible."),
    ("Ivo told the superintendent of it.", "The superintendent was told of it by Ivo."),
    ("My director, Ben, praised it. Ben asked that Lena be named.", "My director asked that Lena be named."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "slip"), OTHERS)
def test_the_clerk_and_the_director_are_people_as_those_with_names_are(source: str, slip: str) -> None:
    """Whoever is only called by his trade cannot take another's place either."""
    assert "attribution" in {i.kind for i in check_facts(source, slip)}


@pytest.mark.parametrize(("source", "honest"), ONE_PERSON)
def test_somebody_may_be_called_by_his_trade(source: str, honest: str) -> None:
    """The clerk whose name the source gives may be called the clerk."""
    assert check_facts(source, honest) == []
