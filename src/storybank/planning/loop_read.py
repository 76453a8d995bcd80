"""A loop read from TOML text, or from words such as `Ada (bar raiser): ownership, dive-deep`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from difflib import get_close_matches
from typing import Any

from storybank.errors import BadLoop, UnknownName
from storybank.planning.fit_table import Wish
from storybank.planning.loop import USUAL_STORIES, Interviewer, Loop, Weights, no_wishes
from storybank.playbook.names import LEVELS, PRINCIPLES, THEMES

_TOP = ("company", "level", "stories", "interviewer", "limits", "weights", "pin", "without")
_PERSON = ("name", "round", "wishes", "principles", "themes", "stories")
_LIMITS = ("repeats", "told_again", "failures", "least_fit")
_PIN = ("interviewer", "story")
_LOOKS = (
    'a loop file is TOML: company = "Zeta" at the top, then for each interviewer the line [[interviewer]] and below it '
    'name = "Ada" and wishes = ["ownership", "dive deep"]'
)
_MANY = 6  # names that share the part that was given: more are not worth listing
_SLUG = re.compile(r"[^a-z0-9]+")
_WORDS = re.compile(r"\s*([^:(]*?)\s*(?:\(([^)]*)\)\s*)?:(.*)", re.DOTALL)


def wish_of(words: str, principles: Sequence[str] = PRINCIPLES) -> Wish:
    """The principle or theme that is meant: its name in any spelling, or a part that only one name has.

    `principles` may hold those of other companies too. Raises `UnknownName` with the nearest names.
    """
    wanted = _SLUG.sub("-", words.lower().replace("'", "").replace("’", "")).strip("-")
    known = {**dict.fromkeys(THEMES, "theme"), **dict.fromkeys(principles, "principle")}
    if wanted not in known:
        near = [name for name in known if wanted and f"-{wanted}" in f"-{name}"]
        near = near or [name for name in known if wanted and wanted in name]
        if len(near) != 1:
            near = near or _misspelt(wanted, tuple(known))
            raise UnknownName(
                "principle or theme", words.strip(), tuple(near if len(near) <= _MANY else ()) or tuple(known)
            )
        wanted = near[0]
    return Wish(wanted, "principle" if known[wanted] == "principle" else "theme")


def _misspelt(part: str, names: Sequence[str]) -> list[str]:
    """The names with a word that is spelt nearly as the part that was given."""
    words = {word for name in names for word in name.split("-") if len(word) > 3}
    close = set(get_close_matches(part, sorted(words), n=3, cutoff=0.75))
    return [name for name in names if close & set(name.split("-"))]


def interviewer_of(
    words: str, stories: int = USUAL_STORIES, principles: Sequence[str] = PRINCIPLES
) -> Interviewer:
    """`NAME: WISH, WISH` or `NAME (ROUND): WISH, WISH`; raises `BadLoop` or `UnknownName`."""
    if words.strip() and ":" not in words:
        raise BadLoop(no_wishes(words.strip()))
    found = _WORDS.fullmatch(words)
    if not found or not found[1]:
        raise BadLoop(f'cannot read the interviewer {words!r}; write it as "Ada: ownership, dive-deep"')
    wishes = [wish_of(one, principles) for one in found[3].split(",") if one.strip()]
    return Interviewer(found[1], tuple(dict.fromkeys(wishes)), (found[2] or "").strip(), stories)


def loop_of(text: str, principles: Sequence[str] = PRINCIPLES, name: str = "the loop") -> Loop:
    """The loop that a TOML text describes; raises `BadLoop` with the key and the remedy, or `UnknownName`."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadLoop(f"{name}: not valid TOML: {fault}; {_LOOKS}") from None
    return Reader(name, principles).loop(table)


class Reader:
    """Tables of a loop file turned into values, each checked."""

    def __init__(self, name: str, principles: Sequence[str]) -> None:
        self.name, self.principles = name, principles

    def loop(self, table: Mapping[str, Any]) -> Loop:
        """The whole file."""
        self._known(table, _TOP, "")
        limits = self._table(table, "limits", _LIMITS)
        weights = self._table(table, "weights", tuple(f.name for f in fields(Weights)))
        stories = self._number(table, "stories", 2, 1, 10)
        people = self._list(table, "interviewer")
        return Loop(
            tuple(self._person(one, stories, number) for number, one in enumerate(people, 1)),
            stories=stories,
            company=self._text(table, "company"),
            level=self._level(table),
            repeats=self._number(limits, "repeats", 1, 1, 10),
            told_again=self._flag(limits, "told_again"),
            failures=self._number(limits, "failures", 1, 0, 10),
            least_fit=self._share(limits, "least_fit"),
            weights=Weights(**{key: self._points(weights, key) for key in weights}),
            pins=tuple(self._pin(pin, number) for number, pin in enumerate(self._list(table, "pin"), 1)),
            without=tuple(self._texts(table, "without")),
        )

    def _person(self, table: Mapping[str, Any], stories: int, number: int) -> Interviewer:
        name = self._within(f"interviewer {number}")._text(table, "name").strip() or f"Interviewer {number}"
        here = self._within(f"interviewer {number}" if name == f"Interviewer {number}" else name)
        here._known(table, _PERSON, "")
        wishes = [w for key in ("wishes", "principles", "themes") for w in here._texts(table, key)]
        return Interviewer(
            name, tuple(dict.fromkeys(map(here._wish, wishes))), here._text(table, "round"),
            here._number(table, "stories", stories, 1, 10),
        )  # fmt: skip

    def _wish(self, words: str) -> Wish:
        try:
            return wish_of(words, self.principles)
        except UnknownName as fault:
            raise BadLoop(f"{self.name}: {fault}") from None

    def _pin(self, table: Mapping[str, Any], number: int) -> tuple[str, str]:
        here = self._within(f"pin {number}")
        here._known(table, _PIN, "")
        who, story = (here._text(table, key).strip() for key in _PIN)
        if not who or not story:
            raise here._bad(
                "story" if who else "interviewer",
                'must be there: interviewer = "Ada" and story = "late-train"',
            )
        return who, story

    def _within(self, place: str) -> Reader:
        """A reader of a table of the file, which says where it stands."""
        return Reader(f"{self.name}: {place}", self.principles)

    def _bad(self, key: str, remedy: str) -> BadLoop:
        return BadLoop(f"{self.name}: {key}: {remedy}")

    def _known(self, table: Mapping[str, Any], names: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in names:
                near = get_close_matches(key.lower(), names, n=1)
                hint = f"did you mean {near[0]!r}? " if near else ""
                raise self._bad(f"{where}{key}", f"no such key; {hint}there are {', '.join(names)}")

    def _table(self, table: Mapping[str, Any], key: str, names: tuple[str, ...]) -> dict[str, Any]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self._bad(key, f"write it as a table, [{key}]")
        self._known(value, names, f"{key}.")
        return value

    def _list(self, table: Mapping[str, Any], key: str) -> list[Any]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self._bad(key, f"write each as a table under [[{key}]]")
        return value

    def _text(self, table: Mapping[str, Any], key: str) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            raise self._bad(key, f"must be text in quotes, not {value!r}")
        return value

    def _texts(self, table: Mapping[str, Any], key: str) -> list[str]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._bad(key, 'must be a list of names in quotes, such as ["ownership"]')
        return value

    def _number(self, table: Mapping[str, Any], key: str, default: int, low: int, high: int) -> int:
        value = table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self._bad(key, f"must be a whole number from {low} to {high}, not {value!r}")
        return value

    def _points(self, table: Mapping[str, Any], key: str) -> int:
        value = self._number(table, key, 0, 0, 1000)
        if value % 10:
            raise self._bad(f"weights.{key}", f"must be a multiple of 10, not {value}")
        return value

    def _flag(self, table: Mapping[str, Any], key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self._bad(key, f"must be true or false, not {value!r}")
        return value

    def _share(self, table: Mapping[str, Any], key: str) -> float:
        value = table.get(key, 0.0)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self._bad(key, f"must be a number from 0 to 1, not {value!r}")
        return float(value)

    def _level(self, table: Mapping[str, Any]) -> str:
        value = self._text(table, "level").strip().upper() or "L6"
        if value not in LEVELS:
            raise UnknownName("level", value, LEVELS)
        return value
