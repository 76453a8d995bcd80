"""Free paraphrase: what an honest one may do, what a slip does, and how both fare in rewrites marked by others."""

from __future__ import annotations

import pytest
from rewrites_measure import READ, UNREAD, Figures, measure, rewrites, rewrites_in

from storybank.facts.check import check_facts

SAME = [
    # times of day, dates and what follows from them
    ("The alarm rang at ten past three.", "At 3.10 the alarm rang."),
    ("The alarm rang at a quarter to six in the evening.", "At 5:45 pm the alarm rang."),
    ("We opened at half past nine.", "We opened at 9.30."),
    ("We met on Saturdays and drank tea.", "We met at the weekend and drank tea."),
    ("It began in 2018. Two years later we sold the mill.", "In 2020 we sold the mill."),
    ("We sold the mill in 1996.", "We sold the mill in the 1990s."),
    ("Over the summer holidays we painted the hall.", "We painted the hall in the summer."),
    # rounding that is named as such, other units, steps of arithmetic
    ("The club had 97 members.", "The club had nearly 100 members."),
    ("The club had 104 members.", "The club had more than 100 members."),
    ("The club had 38 members.", "The club had about 40 members."),
    ("It took 55 minutes to drive there.", "It took nearly an hour to drive there."),
    ("We dug a trench of 1,200 metres.", "We dug a trench of 1.2 km."),
    ("We poured away 2.5 kg of flour.", "We poured away 2,500 grams of flour."),
    ("The stamp was 50p.", "The stamp was £0.50."),
    ("The stall took £40 in May and £25 in June.", "The stall took £65 in May and June together."),
    ("The heating cost £900 in May. By June the heating cost £600.", "By June the heating cost £300 less."),
    ("The rent was £5 a plot.", "The rent was £5 per plot."),
    ("The job took six weeks.", "The job took a month and a half."),
    ("They read for a week.", "They read for five working days."),
    # names, roles and ranks in other words
    ("Our teaching assistant read to them.", "Our TA read to them."),
    ("My manager rang the depot.", "My boss rang the depot."),
    ("A friend, Ada Smith, worked as a baker. I drove.", "I drove. Ada Smith worked as a baker."),
    ("The lowest of the quotes was £640.", "The cheapest of the quotes was £640."),
    ("I worked at Delmar Pet Foods. They thanked me.", "The company thanked me. I worked at Delmar Pet Foods."),
    # comparisons turned round, what is said of a part, causes that stay open
    ("Staff liked the tool less than students did.", "Students liked the tool more than staff."),
    ("I noted what slowed us down.", "I noted everything that slowed us down."),
    ("I can't say it was the dog.", "I can't say it was because of the dog."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "honest"), SAME)
def test_an_honest_rewording_passes(source: str, honest: str) -> None:
    """What follows from the source, or says it in another way, is no invention."""
    assert check_facts(source, honest) == []


GROWN = [
    ("The alarm rang at ten past three.", "At 3.20 the alarm rang.", "date"),
    ("The alarm rang at 4:30 pm.", "At 4:30 am the alarm rang.", "date"),
    ("It began in 2018. Two years later we sold the mill.", "In 2021 we sold the mill.", "date"),
    ("We sold the mill in 1996.", "We sold the mill in the 1980s.", "date"),
    ("The club had 97 members.", "The club had 100 members.", "figure"),
    ("The club had 97 members.", "The club had more than 100 members.", "figure"),
    ("The club had 104 members.", "The club had nearly 100 members.", "figure"),
    ("The club had about 97 members.", "The club had over 90 members.", "figure"),
    ("It took about nine minutes to drive there.", "It took nine minutes to drive there.", "figure"),
    ("We dug a trench of 1,200 metres.", "We dug a trench of 12 km.", "figure"),
    ("The stall took £40 in May and £25 in June.", "The stall took £75 in May and June together.", "figure"),
    ("Errors fell from 9 to 2.", "Errors fell from 7 to 2.", "figure"),
    ("Our side came third in the league.", "Our side came second in the league.", "rank"),
    ("The lowest of the quotes was £640.", "The highest of the quotes was £640.", "rank"),
    ("I was an apprentice electrician at Finch.", "As a qualified electrician at Finch I worked.", "role"),
    ("Kate is the head coach. I coach the runners.", "I am head coach of the runners.", "role"),
    ("I phoned each of the eleven. Seven paid, two had moved.", "I phoned them, and they all paid.", "quantity"),
    ("In the first month the mileage was down by a third.", "The mileage is down by a third ever since.", "quantity"),
    ("We handed over the school one day late.", "We handed over the school on time.", "negation"),
    ("We lost our matches.", "We won our matches.", "negation"),
    ("The conductor didn't like the market.", "The conductor loved the market.", "negation"),
    ("Staff liked the tool less than students did.", "Staff liked the tool as much as students did.", "quantity"),
    ("I can't say it was the dog. They read well.", "Thanks to the dog they read well.", "hedge"),
    ("The band still plays, as far as I know.", "The band played on.", "hedge"),
    ("Henrik found they were all off line 3. I drove.", "I found they were off line 3.", "attribution"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "slip", "kind"), GROWN)
def test_what_only_looks_like_a_rewording_is_found(source: str, slip: str, kind: str) -> None:
    """The other side of each liberty: what goes beyond it is found, as what it is."""
    assert kind in {i.kind for i in check_facts(source, slip)}


@pytest.fixture(scope="module")
def apart() -> Figures:
    """Stories with an even number, which nobody read while the code was written."""
    return measure(rewrites(0))


def test_most_slips_in_free_paraphrase_are_found(apart: Figures) -> None:
    """Recall over all kinds, and over figures and roles, with a margin."""
    assert apart.recall() >= 0.66
    assert apart.recall("figure") >= 0.84
    assert apart.recall("role") >= 0.8


def test_false_alarms_in_free_paraphrase_stay_few(apart: Figures) -> None:
    """Findings in honest rewrites, and the share of those in slipped ones that point at a slip."""
    assert apart.alarm_rate <= 2.1
    assert apart.precision >= 0.78


def test_rewrites_that_were_read_keep_their_floor() -> None:
    """Stories with an odd number, which were read while the code was written."""
    read = measure(rewrites(1))
    assert read.recall() >= 0.9
    assert read.alarm_rate <= 0.5


def test_the_later_rewrites_that_nobody_read_keep_their_floor() -> None:
    """Thirty stories of other trades and ways of speaking: all findings, and those that are sure."""
    every, sure = measure(rewrites_in(UNREAD)), measure(rewrites_in(UNREAD), sure=True)
    assert every.recall() >= 0.55
    assert every.alarm_rate <= 2.0
    assert every.precision >= 0.8
    assert sure.alarm_rate <= 1.1
    assert sure.precision >= 0.9
    assert min(sure.recall(kind) for kind in ("figure", "name", "date")) >= 0.85


def test_the_later_rewrites_that_were_read_keep_their_floor() -> None:
    """Thirty stories that were read while the code was mended."""
    read, sure = measure(rewrites_in(READ)), measure(rewrites_in(READ), sure=True)
    assert read.recall() >= 0.76
    assert read.alarm_rate <= 0.3
    assert sure.alarm_rate <= 0.1
