"""The registry, the folder of rules and the pages in it agree, and nothing that users rely on moves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import storybank.rules as package
from storybank.errors import UnknownName
from storybank.rules.model import FAMILIES, Rule
from storybank.rules.registry import RULES, by_family, module_name, page, rule, switched

FOLDER = Path(package.__file__).parent
CODES = Path(__file__).with_name("codes.txt")
REMEDIES = ("avoid-", "use-", "add-", "do-", "dont-", "be-", "write-", "say-", "prefer-")
PREFIXES = {
    "structure": "STR", "ownership": "OWN", "evidence": "EVI", "growth": "GRO", "judgement": "JUD",
    "level": "LEV", "delivery": "DEL", "privacy": "PRI",
}  # fmt: skip
ERRORS = {
    "missing-result", "vague-result", "we-without-i", "handed-off", "hypothetical", "blames-others",
    "sole-credit", "ignored-risk", "nothing-to-change", "scope-below-level",
}  # fmt: skip
WARNINGS = {
    "missing-situation", "missing-task", "missing-learning", "overlong-situation", "thin-action",
    "assigned-not-initiated", "waited-passively", "effort-as-ownership", "unquantified-result",
    "technical-only-result", "generic-lesson", "avoided-conflict", "proved-them-wrong", "escalated-first",
    "scope-above-level", "hedged", "filler-heavy", "too-long", "too-short", "names-a-person",
}  # fmt: skip

every_rule = pytest.mark.parametrize("each", RULES, ids=lambda r: r.name)


def test_registry_equals_folder() -> None:
    """Every module in a family's folder is registered, and nothing else is."""
    modules = {
        f"storybank.rules.{path.parent.name}.{path.stem}"
        for path in FOLDER.glob("*/*.py")
        if path.stem != "__init__"
    }
    assert {module_name(r) for r in RULES} == modules
    assert {path.name for path in FOLDER.iterdir() if (path / "__init__.py").exists()} == set(FAMILIES)


def test_rules_are_grouped_by_family_and_sorted_by_code() -> None:
    """The registry's order is families as listed, then codes, so listings read well without sorting."""
    assert tuple(r for rules in by_family().values() for r in rules) == RULES
    for rules in by_family().values():
        assert [r.code for r in rules] == sorted(r.code for r in rules)


def test_codes_are_unique_and_stable() -> None:
    """A code belongs to one rule for good: a retired rule leaves its line in codes.txt."""
    committed = dict(line.split() for line in CODES.read_text(encoding="utf-8").splitlines())
    assert len(committed) == len(CODES.read_text(encoding="utf-8").splitlines())
    assert len({r.code for r in RULES}) == len({r.name for r in RULES}) == len(RULES)
    assert {r.code: r.name for r in RULES}.items() <= committed.items()


def test_the_guide_is_covered_at_its_severities() -> None:
    """The thirty defects of the guide are rules at the guide's severity; all others are notes."""
    told = {r.name: r.severity for r in RULES if not r.preview}
    assert told == dict.fromkeys(ERRORS, "error") | dict.fromkeys(WARNINGS, "warning")
    assert all(r.severity == "note" for r in RULES if r.preview)


@every_rule
def test_name_states_the_defect(each: Rule) -> None:
    """A name is kebab-case and says what is wrong, never what to do; code and family belong together."""
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", each.name)
    assert not each.name.startswith(REMEDIES)
    assert re.fullmatch(PREFIXES[each.family] + r"\d{3}", each.code)


@every_rule
def test_page_is_complete(each: Rule) -> None:
    """A page says what it finds, why it matters, a flagged and a better wording, and its source."""
    text = page(each)
    places = [text.index(mark) for mark in ("\nFlagged", "\nBetter:\n> ", "\nSource: guide, section")]
    assert places == sorted(places)
    before = text[: places[0]].strip().split("\n\n")
    assert len(before) >= 2, "one paragraph for what it finds, one for why it matters"
    assert all(len(paragraph) > 30 for paragraph in before)


@every_rule
def test_message_and_advice_are_sentences(each: Rule) -> None:
    """Both are complete sentences, and differ."""
    for text in (each.message, each.advice):
        assert text[0].isupper() or text[0] == "{"
        assert text.endswith(".")
    assert each.message != each.advice


@every_rule
def test_cases_are_enough_and_quote_their_text(each: Rule) -> None:
    """At least two flagged and two clean answers, of a realistic length; flagged words stand in the text."""
    assert len(each.flagged) >= 2
    assert len(each.clean) >= 2
    for case in (*each.flagged, *each.clean):
        assert len(case.text.split()) >= 60
        assert all(words in case.text for words in case.flagged)
    assert not any(case.flagged for case in each.clean)


def test_no_case_is_told_twice() -> None:
    """Every case of every rule is an answer of its own."""
    texts = [case.text for r in RULES for case in (*r.flagged, *r.clean)]
    assert len(set(texts)) == len(texts)


def test_rule_is_found_by_name_and_code() -> None:
    """A name and a code lead to the same rule, in any case."""
    assert rule("we-without-i") is rule("own001") is rule("We-Without-I")


def test_what_is_switched_off_may_be_a_rule_a_code_or_a_family() -> None:
    """In any case; a name that nobody knows is answered with the nearest."""
    names, slips = switched(["Hedged", "del004", "privacy", "to-long"])
    assert names == {"hedged", "too-short", "privacy"}
    assert slips == ("there is no rule or family 'to-long'; did you mean 'too-long'?",)


def test_unknown_rule_offers_the_nearest() -> None:
    """A slip of the pen gets the nearest name."""
    with pytest.raises(UnknownName, match="missing-result"):
        rule("mising-result")
