"""A bank of the test's own, and a story in it.

Fixtures for the modules here, which name this one in `pytest_plugins`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from banked import LATE, done


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank, and a data folder, of the test's own."""
    monkeypatch.setenv("STORYBANK_DB", str(tmp_path / "bank.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path / "bank.sqlite"


@pytest.fixture
def late(bank: Path, tmp_path: Path) -> Path:
    """A story in a file and in the bank."""
    path = tmp_path / "late.md"
    path.write_text(LATE)
    done("new", "--from", str(path))
    return path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank, and a data folder, of the test's own."""
    monkeypatch.setenv("STORYBANK_DB", str(tmp_path / "bank.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("VISUAL", raising=False)
    return tmp_path
