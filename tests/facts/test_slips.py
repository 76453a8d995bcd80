"""Slips that leave nearly every word where it stood: exchanged figures, lost words, opposites, other people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.facts import lists
from storybank.facts.check import check_facts

EXCHANGED = [
    ("I led a team of 6 people. I read 80 tickets.", "I led a team of 80 people. I read 80 tickets."),
    ("I was on a team of six. I read 80 tickets.", "I was on a team of 80. I read 80 tickets."),
    ("We wrote 12 tests and fixed 30 bugs.", "We wrote 30 tests and fixed 12 bugs."),
    ("I read 80 tickets. We were six.", "I read six tickets. We were 80."),
    ("I spent two days with him. We tried it for two weeks.", "I spent two weeks with him."),
    ("I trained 14 nurses and wrote five guides.", "I trained five nurses and wrote 14 guides."),
    ("I called eight suppliers. Three of them cut prices.", "I called three suppliers, and eight of them cut prices."),
    ("The queue had 300 jobs. Four workers ran them.", "The queue had four jobs, and 300 workers ran them."),
    ("The audit took nine days. The repair took three weeks.", "The audit took three weeks, the repair nine days."),
    ("The pump cost £400 and the hose cost £90.", "The pump cost £90 and the hose cost £400."),
    ("We had 1,200 customers. I read 80 tickets.", "We had 1,200 customers. I read hundreds of tickets."),
    ("Refunds took longer than ten days. I spent two days on it. We tried it for two weeks.",
     "Refunds took longer than twelve days."),
    ("The crew of nine moved 200 boxes.", "The crew of 200 moved nine boxes."),
    ("I interviewed 25 people in four towns.", "I interviewed four people in 25 towns."),
    ("The error rate fell from 8% to 6%.", "The error rate fell by 2%."),
    ("The course cost £300. I paid £40 for the train.", "The course cost £340."),
]  # fmt: skip
IN_PLACE = [
    ("I led a team of 6 people. I read 80 tickets.", "Six people were in the team I led. I went through 80 tickets."),
    ("We wrote 12 tests and fixed 30 bugs.", "We fixed 30 bugs and wrote 12 tests."),
    ("The audit took nine days. The repair took three weeks.",
     "It was nine days for the audit and three weeks for repair."),
    ("The pump cost £400 and the hose cost £90.", "We paid £90 for the hose and £400 for the pump."),
    ("The crew of nine moved 200 boxes.", "Our nine-strong crew moved 200 boxes."),
    ("I interviewed 25 people in four towns.", "In four towns I interviewed 25 people."),
    ("The error rate fell from 8% to 6%.", "The error rate fell by two percentage points."),
    ("It reached our region and then the other four regions.", "The other four regions, five in all, took it over."),
    ("The first run took 40 minutes. The second took 25 minutes.", "The second run took 15 minutes less."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "slip"), EXCHANGED)
def test_a_figure_belongs_to_what_it_counts(source: str, slip: str) -> None:
    """A number that the source gives for something else, or that only adds up, is found as a figure."""
    assert "figure" in {i.kind for i in check_facts(source, slip)}


@pytest.mark.parametrize(("source", "honest"), IN_PLACE)
def test_figures_may_be_told_in_another_order(source: str, honest: str) -> None:
    """Each number still goes with what it counts."""
    assert check_facts(source, honest) == []


THINGS = st.sampled_from(["tickets", "tests", "guides", "invoices", "pumps", "lessons", "letters"])


@settings(deadline=None, max_examples=30)
@given(st.lists(THINGS, min_size=2, max_size=2, unique=True), st.integers(3, 40), st.integers(50, 900))
def test_exchanged_counts_are_always_found(things: list[str], few: int, many: int) -> None:
    """Whatever two things are counted, their numbers cannot change places."""
    told = "I checked {} {}. Later my colleagues ordered {} {}."
    source = told.format(few, things[0], many, things[1])
    assert check_facts(source, "So " + source[0] + source[1:]) == []
    assert {i.kind for i in check_facts(source, told.format(many, things[0], few, things[1]))} == {"figure"}


LOST = [
    (
        "Late refunds had failed once and were never tried again.",
        "Late refunds had failed once and were tried again.",
    ),
    ("The supplier had never delivered on time.", "The supplier had delivered on time."),
    ("The nurses were no longer paid for breaks.", "The nurses were paid for breaks."),
    ("The parents didn't want the trip, so we stayed.", "The parents wanted the trip, so we stayed."),
    ("My boss was not happy with the draft.", "My boss was happy with the draft."),
]
TURNED = [
    ("The board rejected my plan.", "The board approved my plan."),
    ("The board turned down my plan.", "The board accepted my plan."),
    ("We delivered it a week late.", "We delivered it a week early."),
    ("She hired two drivers.", "She sacked two drivers."),
    ("The client cancelled the order.", "The client confirmed the order."),
    ("The inspector passed the kitchen.", "The inspector failed the kitchen."),
    ("We finished before the deadline.", "We finished after the deadline."),
    ("The new route was slower than the old one.", "The new route was faster than the old one."),
    ("I left the ward without a handover.", "I left the ward with a handover."),
    ("Sick days went down after that.", "Sick days went up after that."),
]
OTHERS = [
    ("Anna wrote the test. Bob deployed it.", "Bob wrote the test. Anna deployed it.", {"name"}),
    ("Priya found the fault and Dan fixed it.", "Dan found the fault and Priya fixed it.", {"attribution"}),
    ("Nina trained Omar on the lathe.", "Omar trained Nina on the lathe.", {"attribution"}),
    ("Tomasz reported to me and I reported to Eva.", "Tomasz and Eva reported to me.", {"attribution"}),
    (
        "I did not write the ledger; his team did.",
        "I did not write the ledger; my team did.",
        {"attribution"},
    ),
    ("Her plan saved the season.", "My plan saved the season.", {"attribution"}),
    ("Eva asked me to write it.", "Eva asked me and my team to write it.", {"attribution"}),
    ("The director thanked me.", "The director thanked me and the whole team.", {"attribution"}),
]
LIMITED = [
    ("Half the team left.", "The team left.", "quantity"),
    ("A third of the orders were late.", "The orders were late.", "quantity"),
    ("Part of the budget was mine.", "The budget was mine.", "quantity"),
    ("Unless it rains, the trial works.", "The trial works.", "hedge"),
    ("We ship on Fridays only if the tests pass.", "We ship on Fridays.", "hedge"),
    ("Only after finance had signed off did we switch it on.", "We switched it on.", "hedge"),
    ("It did not pay twice in any case that we found.", "It did not pay twice.", "hedge"),
    ("There were no errors that I know of.", "There were no errors.", "hedge"),
]
DATES = [
    (
        "In spring 2021 I joined. It was done by September.",
        "In autumn 2021 I joined. It was done by September.",
    ),
    (
        "In March 2020 I took over. The audit came in June.",
        "In June 2020 I took over. The audit came in June.",
    ),
    ("We opened in winter 2018. By summer we were full.", "We opened in summer 2018."),
]
TOLD_ANEW = [
    ("We could not find the cause of the leak.", "We failed to find the cause of the leak."),
    ("Not only did I write the plan, I ran it.", "I wrote the plan and ran it."),
    (
        "I did not write the ledger; that was Tomasz's team.",
        "The ledger wasn't mine; it was Tomasz's team's.",
    ),
    (
        "I did not write the ledger part; Tomasz's team did.",
        "The ledger part was written by his team, not by me.",
    ),
    (
        "Finance estimated that it saved about £40,000.",
        "By finance's estimate it saved around forty thousand pounds.",
    ),
    ("Refunds failed once and were never tried again.", "Refunds failed once, and nobody had retried them."),
    ("The board rejected my plan.", "My plan was not approved by the board."),
    ("The new route was slower than the old one.", "The old route was faster than the new one."),
    ("Anna wrote the test. Bob deployed it.", "The test was written by Anna and deployed by Bob."),
    ("Maria persuaded Joe to stay.", "Joe was persuaded to stay by Maria."),
    ("Eva asked me to write it. Later she asked Bob too.", "Eva asked me and Bob to write it."),
    ("Ben Carter showed me the trick.", "Mr Carter showed me the trick."),
    ("Her plan saved the season, and I carried it out.", "I carried out her plan, which saved the season."),
    ("Half the team left.", "Half of the team left."),
    ("Most of the drivers signed.", "The majority of the drivers signed."),
    (
        "Only after finance had signed off did we switch it on.",
        "We switched it on once finance had signed off.",
    ),
    ("She asked whether I could help, and I said yes.", "She asked for my help and I said yes."),
    ("We opened on 3 May 2019 in Hull.", "In spring 2019 we opened in Hull."),
    ("It took three days in May. In June it took one day.", "In May it took three days, in June only one."),
    ("I did not lose a single order.", "I lost no order."),
    ("We did not switch it on until May.", "We switched it on in May."),
    ("The team didn't reply until I rang them.", "The team replied once I rang them."),
    ("I was a team lead at Orbit Freight.", "I led a team at Orbit Freight."),
    ("In autumn 2021 refunds took ten days.", "Refunds took ten days in autumn 2021."),
    ("We sold 40 cakes a week. After that we sold 65.", "After that we sold 65 cakes a week."),
]


@pytest.mark.parametrize(("source", "slip"), [*LOST, *TURNED])
def test_a_lost_denial_and_an_opposite_are_found(source: str, slip: str) -> None:
    """A negation that went from words that stayed, or a word for which its opposite came."""
    assert check_facts(source, slip) != []
    assert {i.kind for i in check_facts(source, slip)} <= {"negation", "quantity"}


@pytest.mark.parametrize(("source", "slip"), TURNED)
def test_opposites_work_both_ways(source: str, slip: str) -> None:
    """What is an opposite in one direction is one in the other."""
    assert check_facts(slip, source) != []


@pytest.mark.parametrize(("source", "slip", "kinds"), OTHERS)
def test_people_keep_their_places(source: str, slip: str, kinds: set[str]) -> None:
    """Who did it, to whom, whose it was and who was meant are the source's to say."""
    assert kinds <= {i.kind for i in check_facts(source, slip)}


@pytest.mark.parametrize(("source", "slip", "kind"), LIMITED)
def test_what_limits_a_statement_may_not_go(source: str, slip: str, kind: str) -> None:
    """A part stays a part, and what holds under a condition is told with it."""
    assert kind in {i.kind for i in check_facts(source, slip)}


@pytest.mark.parametrize(("source", "slip"), DATES)
def test_a_date_belongs_to_its_event(source: str, slip: str) -> None:
    """A season or month of one event and the year of another make no date of a third."""
    assert "date" in {i.kind for i in check_facts(source, slip)}


@pytest.mark.parametrize(("source", "honest"), TOLD_ANEW)
def test_honest_changes_of_a_few_words_pass(source: str, honest: str) -> None:
    """Denials in other words, the passive, another order of the same facts."""
    assert check_facts(source, honest) == []


NAMES = st.sampled_from(["Anna", "Tomasz", "Priya", "Omar", "Lena", "Karl"])
DEEDS = st.sampled_from(["trained", "persuaded", "replaced", "helped", "interviewed", "followed"])


@settings(deadline=None, max_examples=30)
@given(st.lists(NAMES, min_size=2, max_size=2, unique=True), DEEDS)
def test_two_people_cannot_change_places(people: list[str], deed: str) -> None:
    """In the active neither may take the other's place; in the passive they may stand the other way round."""
    one, two = people
    source = f"In the end {one} {deed} {two} at the depot."
    assert "attribution" in {
        i.kind for i in check_facts(source, f"In the end {two} {deed} {one} at the depot.")
    }
    assert check_facts(source, f"In the end {two} was {deed} by {one} at the depot.") == []


def test_the_table_of_opposites_says_each_thing_once() -> None:
    """No word stands on both sides of a line: it would be its own opposite."""
    for said, places in lists.opposites().items():
        assert not any((n, not side) in places for n, side in places), said


STORY = (
    "I was a team lead at Orbit Freight in Rotterdam. In autumn 2021 refunds took longer than ten days and "
    "customers were leaving. I had a team of six, and we were new. I read 80 tickets over two days with Tomasz, "
    "who ran the ledger. Late refunds had failed once and were never tried again. I did not write the ledger "
    "part; his team did. I wrote a queue that retried them, and Anna wrote the tests. Bob deployed it after "
    "finance had signed off. We tried it on one region for two weeks, and it did not pay twice in any case that "
    "we found. Then we moved the other four regions. Refunds came down to three days by March. Complaints fell "
    "from 8% to 6%. Finance estimated that it saved about £40,000. We had about 1,200 customers then."
)
RETOLD = (
    "I led a team at Orbit Freight in Rotterdam. Customers were leaving in autumn 2021 because refunds took "
    "longer than ten days. My team of six was new. With Tomasz, who ran the ledger, I spent two days reading 80 "
    "tickets. Refunds that were late had failed once, and nobody had retried them. The ledger wasn't mine; it was "
    "Tomasz's team's. I wrote a queue that tried them again; Anna wrote its tests and Bob deployed it, once "
    "finance had signed off. For two weeks we tried it on one region. It paid twice in no case that we found, so "
    "we moved the other four regions, five in all. By March refunds took three days. Complaints fell from 8% to "
    "6%. By finance's estimate it saved around forty thousand pounds."
)
CHANGED = [
    "I had a team of 80, and we were new.",
    "I read six tickets over two weeks with Tomasz, who ran the ledger.",
    "I read hundreds of tickets over two days with Tomasz.",
    "We tried it on four regions for two weeks.",
    "Refunds took longer than twelve days.",
    "Refunds came down to two days by March.",
    "Complaints fell by 2%.",
    "Complaints rose from 6% to 8%.",
    "In spring 2021 refunds took longer than ten days.",
    "Late refunds had failed once and were tried again.",
    "Bob wrote the tests.",
    "Anna deployed it after finance had signed off.",
    "Tomasz wrote a queue that retried them.",
    "I did not write the ledger part; my team did.",
    "It did not pay twice.",
    "Then we moved the other six regions.",
    "We had about 80 customers then.",
    "Bob deployed it before finance had signed off.",
]


@pytest.mark.parametrize("slip", CHANGED)
def test_a_slip_is_found_in_a_long_story(slip: str) -> None:
    """Much else in the source licenses nothing: neither its other numbers nor its other names."""
    assert check_facts(STORY, slip) != []
    assert check_facts(STORY, RETOLD + " " + slip) != []


def test_a_long_story_told_anew_passes() -> None:
    """Sums, estimates and denials in other words are no inventions."""
    assert check_facts(STORY, RETOLD) == []
