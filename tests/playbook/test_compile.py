"""What is compiled of the playbook is what its files say today."""

from __future__ import annotations

from storybank.playbook.compile import tables
from storybank.playbook.index import COMPILED


def test_tables_are_up_to_date() -> None:
    """Every table in the folder is the one that its files give, and none is left over."""
    assert {path.name: path.read_bytes() for path in COMPILED.iterdir()} == tables()
