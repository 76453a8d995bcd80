"""What is known to fall short: `known_gaps.txt` lists tests of judgement that are expected to fail, one a line.

A test that is not listed must pass. The expectation is not strict, since another processor may round a close call
the other way; `python tests/list_gaps.py` writes the list after the reader was trained again: read its diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# How busy the machine is says nothing about the code, and the same code passes or fails every time: the examples are
# drawn from the tests themselves. `make fuzz` draws fresh ones, to look for what these do not show.
settings.register_profile("storybank", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None)
settings.load_profile("storybank")

GAPS = Path(__file__).parent / "known_gaps.txt"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the listed tests to fail."""
    listed = {
        line for line in GAPS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    }
    for item in items:
        if item.nodeid in listed:
            item.add_marker(pytest.mark.xfail(strict=False, reason="listed in tests/known_gaps.txt"))
