"""Where the bank is: `--bank`, else the environment, else the platform's folder for data."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "STORYBANK_DB"
FILE = "bank.sqlite"


def data_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where the platform keeps what a program's user made."""
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "storybank"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "storybank"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "storybank"


def bank_place(where: str | None, environment: Mapping[str, str] = os.environ) -> tuple[str, bool]:
    """The path or URL of the bank, and True when nobody named it: then its folder may be made."""
    named = where or environment.get(VARIABLE)
    if named:
        return os.path.expanduser(named) if "://" not in named else named, False
    return str(data_folder(environment) / FILE), True
