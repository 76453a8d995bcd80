"""Settings: what a person or a project wants of every review, read from TOML files.

Three places are looked at, each beating the one before, key by key: `storybank.toml` in the user's
configuration folder, the table `[tool.storybank]` of `./pyproject.toml`, and `./storybank.toml`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storybank.errors import BadConfiguration, UnknownName
from storybank.playbook.names import LEVELS, Level

SLOWEST, FASTEST = 50, 400
"""Words a minute: nobody who is understood speaks slower or faster."""

_NO_TABLE = 'this is a table, and settings stand without one of their own, as in level = "L6"'


@dataclass(frozen=True, slots=True)
class Settings:
    """What a review uses where neither the command line nor the front matter says anything.

    None: the default. `off` holds names of rules and families that are switched off.
    """

    level: Level | None = None
    profile: str | None = None
    wpm: float | None = None
    off: frozenset[str] = frozenset()
    playbook: tuple[str, ...] = ()
    """Folders of playbook entries of one's own, in front of ours."""


def load_settings(isolated: bool = False, folder: Path | None = None) -> Settings:
    """The settings that hold in `folder` (the current one); none at all when `isolated`.

    Raises `BadConfiguration` with file and key for a file that does not parse, an unknown key, or a value
    that no review could follow.
    """
    values: dict[str, Any] = {}
    if not isolated:
        for path, table in _tables(folder or Path()):
            values |= _checked(path, table)
    return Settings(**values)


def user_folder() -> Path:
    """Where the user's own configuration lives."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "storybank"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "storybank"


def _tables(folder: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every table of settings there is, the one that beats the others last."""
    try:
        places = [user_folder() / "storybank.toml"]
    except RuntimeError:  # no home folder: nobody is logged in
        places = []
    for path in (*places, folder / "pyproject.toml", folder / "storybank.toml"):
        text = _text(path)
        shared = path.name == "pyproject.toml"
        if not text or (shared and "storybank" not in text):
            continue  # the parser costs milliseconds, and most projects say nothing of us
        table = _parse(path, text)
        if shared:
            tool = table.get("tool", {})
            table = tool.get("storybank", {}) if isinstance(tool, dict) else {}
        if not isinstance(table, dict):
            raise BadConfiguration(f"{path}: tool.storybank must be a table, [tool.storybank]")
        yield path, table


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except UnicodeDecodeError as fault:
        raise BadConfiguration(f"{path}: byte {fault.start} is not UTF-8; save the file as UTF-8") from None
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        raise BadConfiguration(f"{path}: {why}; mend that, or use --isolated") from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadConfiguration(f"{path}: not valid TOML: {fault}") from None


def _checked(path: Path, table: Mapping[str, Any]) -> dict[str, Any]:
    """The values of one table, each known and of the right kind."""
    values = {}
    for key, value in table.items():
        check = _CHECKS.get(key)
        try:
            if isinstance(value, dict):
                raise ValueError(_NO_TABLE)
            if check is None:
                raise UnknownName("setting", key, tuple(_CHECKS))
            values[key] = check(value)
        except (UnknownName, ValueError) as fault:
            raise BadConfiguration(f"{path}: {key}: {fault}") from None
    return values


def _level(value: object) -> Level:
    for level in LEVELS:
        if isinstance(value, str) and value.strip().upper() == level:
            return level
    raise UnknownName("level", str(value), LEVELS)


def _profile(value: object) -> str:
    from storybank.playbook.timing import profile

    if not isinstance(value, str):
        raise ValueError(f'must be the name of a timing profile, such as "l6", not {value!r}')
    return profile(value).name


def _wpm(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not SLOWEST <= value <= FASTEST:
        raise ValueError(f"words a minute must be a number from {SLOWEST} to {FASTEST}, not {value!r}")
    return float(value)


def _off(value: object) -> frozenset[str]:
    from storybank.rules.model import FAMILIES
    from storybank.rules.registry import RULES

    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError('must be a list of rules or families, such as ["hedged", "privacy"]')
    by_code = {rule.code.lower(): rule.name for rule in RULES}
    known = (*(rule.name for rule in RULES), *FAMILIES)
    names = [by_code.get(item.strip().lower(), item.strip().lower()) for item in value]
    for name in names:
        if name not in known:
            raise UnknownName("rule or family", name, known)
    return frozenset(names)


def _playbook(value: object) -> tuple[str, ...]:
    named = [value] if isinstance(value, str) else value
    if not isinstance(named, list) or not all(isinstance(item, str) and item for item in named):
        raise ValueError('must be a folder or a list of folders, such as ["~/our-values"]')
    return tuple(named)


_CHECKS: dict[str, Callable[[object], object]] = {
    "level": _level,
    "profile": _profile,
    "wpm": _wpm,
    "off": _off,
    "playbook": _playbook,
}
