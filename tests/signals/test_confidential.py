"""Confidential detail, told apart from what only looks like it."""

from __future__ import annotations

import pytest
from apart import lie_apart
from hypothesis import given
from hypothesis import strategies as st
from shapes import SHAPES, repeated

from storybank.signals.confidential import find_confidential

DETAILS: tuple[tuple[str, list[str]], ...] = (
    ("I wrote to m.okafor+ops@brightwater-mills.co.uk at night.", ["m.okafor+ops@brightwater-mills.co.uk"]),
    ("so I mailed ines.vidal at brightwater dot com and she", ["ines.vidal at brightwater dot com"]),
    ("Ring me on +44 20 7946 0958 about it.", ["+44 20 7946 0958"]),
    ("The desk, 089/1234567, was empty.", ["089/1234567"]),
    ("It was (555) 010-4477 all along.", ["(555) 010-4477"]),
    ("Her mobile was 555 01 44 by then.", ["555 01 44"]),
    ("Card 4111 1111 1111 1111 was refused.", ["4111 1111 1111 1111"]),
    ("He read out 078-05-1120 aloud.", ["078-05-1120"]),
    ("It held QQ 12 34 56 C, nothing else.", []),
    ("It held AB 12 34 56 C, nothing else.", ["AB 12 34 56 C"]),
    ("We paid DE89 3704 0044 0532 0130 00 twice.", ["DE89 3704 0044 0532 0130 00"]),
    ("The account number was 00412-889913 then.", ["00412-889913"]),
    ("For patient no. 884-120-33 it failed.", ["884-120-33"]),
    ("I found AKIAIOSFODNN7EXAMPLE in the log.", ["AKIAIOSFODNN7EXAMPLE"]),
    ("The password was hunter22! for years.", ["hunter22"]),
    ("The password was 'blue heron' for years.", ["blue heron"]),
    ("The door code was 4471 for years.", ["4471"]),
    ("See https://wiki.brightwater.com/ops/runbook for it.", ["https://wiki.brightwater.com/ops/runbook"]),
    ("It ran on http://billing/admin then.", ["http://billing/admin"]),
    ("It ran on ledger.corp and 10.12.0.7 only.", ["ledger.corp", "10.12.0.7"]),
    ("I restarted pay-prod-db-03 by hand.", ["pay-prod-db-03"]),
    ("I closed PAYX-1182 and INC0048812 then.", ["PAYX-1182", "INC0048812"]),
    ("I took ticket QF-12 home.", ["QF-12"]),
    ("We began Project Nightjar in May.", ["Project Nightjar"]),
    ("The pump, code-named Osprey, leaked.", ["code-named Osprey"]),
    ("it was internally called osprey and it", ["internally called osprey"]),
    ("All of it is under NDA.", ["under NDA"]),
    ("The merger is not public yet.", ["is not public yet"]),
    ("I'm not supposed to say, but it was twelve.", ["I'm not supposed to say"]),
    ("It stood at 14 Larkspur Road in town.", ["14 Larkspur Road"]),
    ("He lives at 14 larkspur road in town.", ["lives at 14 larkspur road"]),
    ("The depot, Lindenstraße 12, was cold.", ["Lindenstraße 12"]),
    ("The depot, 8 rue des Lilas, was cold.", ["8 rue des Lilas"]),
    ("Write to PO Box 1187 or SW1A 2AA.", ["PO Box 1187", "SW1A 2AA"]),
)
HARMLESS = (
    "We cut 310,000 labels a night from 4 hours to 15 minutes, and $2,400,000 by 2021-2022.",
    "From 12.03.2021 to 2021-04-30 it ran 99.9995% of the time, 1 000 000 calls, 3.14159265.",
    "We met ISO-9001, UTF-8, SHA-256, COVID-19, IEC-62304 and RS-485.",
    "The Project Manager, Project Lead and Project Management Office signed. Project Overview:",
    "The password was too short, the pin was bent and the token was used. Passwords are a pain.",
    "I read https://docs.python.org/3/library and https://en.wikipedia.org/wiki/Crane first.",
    "Wall Street fell. The shops at 12 High Street closed. 3 Way Street signs stood there.",
    "We have a project called off. It was code named in a hurry.",
    "It was public. The plan was announced in May. I told her in confidence that I was confident.",
    "An end-to-end, step-by-step, 24-7 and state-of-the-art dev-led top-10 list.",
    "I called 12 customers, 310 in all, and rang 45,000 more.",
    "Our account grew by 40% and patient numbers by 300; order 66 came late.",
    "Between you and me there was a desk... no: between the two of us there was a desk.",
    "He worked at 3M, in the A380 programme, on an F-16 and a WD-40 can.",
    "I can't say it was easy, and I can't share all I felt.",
)
PIECES = (
    "a@b.de",
    "+49 170 1234567",
    "Project Osprey",
    "under NDA",
    "İ",
    "😀",
    "PAYX-1182",
    "\n",
    "https://[x",
)


@pytest.mark.parametrize(("prose", "details"), DETAILS)
def test_details_are_found(prose: str, details: list[str]) -> None:
    """Each kind is found with its exact words."""
    assert [s.of(prose) for s in find_confidential(prose)] == details


@pytest.mark.parametrize("prose", HARMLESS)
def test_look_alikes_are_left_alone(prose: str) -> None:
    """Figures, dates, standards, roles, public pages and plain speech are no confidential details."""
    assert [s.of(prose) for s in find_confidential(prose)] == []


@given(st.lists(st.sampled_from(PIECES)).map(" ".join) | st.text(max_size=200))
def test_spans_lie_in_the_text_in_order_and_apart(prose: str) -> None:
    """Whatever the text, spans are inside it, sorted, not empty and disjoint."""
    lie_apart(find_confidential(prose), prose)


@pytest.mark.parametrize("shape", SHAPES["confidential"], ids=repr)
def test_hostile_repetition_is_read(shape: str) -> None:
    """The details in 64,000 characters of repetition lie in the text, in order and apart."""
    text = repeated(shape, 64_000)
    lie_apart(find_confidential(text), text)
