"""Every line of the source documents is carried by entries that exist."""

from __future__ import annotations

import tomllib
from itertools import pairwise

from playbook_pages import COVERAGE, coverage_rows, known_entries


def test_the_table_has_no_hole() -> None:
    """The sections of a document follow each other from its first line to its last."""
    for document in tomllib.loads(COVERAGE.read_text(encoding="utf-8"))["document"]:
        ends = [(s["lines"][0], s["lines"][1]) for s in document["sections"]]
        assert ends[0][0] == 1
        assert ends[-1][1] == document["lines"]
        assert all(b[0] == a[1] + 1 for a, b in pairwise(ends))


def test_every_section_is_carried_by_an_entry_that_exists() -> None:
    """No section without an entry, no entry that is not there."""
    known = known_entries()
    holes = [(number, first, about) for number, first, _, about, entries in coverage_rows() if not entries]
    lost = sorted({e for *_, entries in coverage_rows() for e in entries if e not in known})
    assert holes == []
    assert lost == []
