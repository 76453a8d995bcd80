"""What is kept beside the bank between runs: remembered, private, and never in the way."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pytest

from storybank.adapters.profile_cache import ProfileCache
from storybank.adapters.review_cache import ReviewCache
from storybank.adapters.side_file import SideFile

VALUES: dict[str, dict[str, Any]] = {
    "senses": {"one": np.arange(8, dtype=np.int8), "two": np.zeros(4, np.int8)},
    "reviews": {"one": (1, 5, 3, 2), "two": (4, 4, 4, 4)},
}


class Cache(Protocol):
    """What both caches do."""

    def load(self, keys: Iterable[str] | None = None) -> dict[str, Any]:
        """What is known."""
        ...

    def keep(self, values: Mapping[str, Any], current: Iterable[str], /) -> None:
        """Keep some."""
        ...


@pytest.fixture(params=["senses", "reviews"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which cache."""
    return str(request.param)


@pytest.fixture
def made(kind: str) -> Callable[[Path | None], Cache]:
    """How to open the cache at a place."""
    return ProfileCache if kind == "senses" else ReviewCache


def plain(values: Mapping[str, Any]) -> dict[str, list[float]]:
    """Values that can be compared."""
    return {key: [float(x) for x in value] for key, value in values.items()}


def test_what_is_kept_is_there_again(kind: str, made: Callable[[Path | None], Cache], tmp_path: Path) -> None:
    """Also in the next run; what was never kept is not known, and nobody else may read the file."""
    path = tmp_path / "bank #1%?.sqlite.side"
    made(path).keep(VALUES[kind], ["one", "two"])
    assert plain(made(path).load(["one", "two", "three"])) == plain(VALUES[kind])
    assert list(made(path).load(["two"])) == ["two"]
    assert made(path).load([]) == {}
    assert plain(made(path).load()) == plain(VALUES[kind])
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_what_left_the_bank_is_dropped(
    kind: str, made: Callable[[Path | None], Cache], tmp_path: Path
) -> None:
    """A value that is not current goes when others are kept, and only then."""
    one, two = ({key: VALUES[kind][key]} for key in ("one", "two"))
    cache = made(tmp_path / "side")
    cache.keep(one, ["one"])
    cache.keep({}, [])
    assert list(cache.load(["one", "two"])) == ["one"]
    cache.keep(two, ["two"])
    assert list(cache.load(["one", "two"])) == ["two"]


def test_reviews_of_current_tellings_stay(tmp_path: Path) -> None:
    """The same telling reviewed in another way is another review; both stay while the telling is in the bank."""
    cache = ReviewCache(tmp_path / "side")
    cache.keep({"v1-told-L6": (1, 1, 1, 1), "v1-gone-L6": (2, 2, 2, 2)}, ["v1-told-", "v1-gone-"])
    cache.keep({"v1-told-L7": (3, 3, 3, 3)}, ["v1-told-"])
    assert set(cache.load(["v1-told-L6", "v1-told-L7", "v1-gone-L6"])) == {"v1-told-L6", "v1-told-L7"}


def test_senses_take_little_more_room_than_their_bytes(tmp_path: Path) -> None:
    """A large bank reads the whole file whenever it is asked, so the file wastes no pages."""
    path, senses = tmp_path / "side", np.random.default_rng(1).integers(-128, 128, (2000, 384 * 9), np.int8)
    ProfileCache(path).keep({f"{n:032}": sense for n, sense in enumerate(senses)}, ())
    assert path.stat().st_size < 1.3 * senses.nbytes


def test_nowhere_to_keep_it(kind: str, made: Callable[[Path | None], Cache]) -> None:
    """Without a place nothing is remembered."""
    made(None).keep(VALUES[kind], ["one"])
    assert made(None).load(["one"]) == made(None).load() == {}


@pytest.mark.parametrize("what", ["folder", "no folder", "text", "empty", "other table", "read-only table"])
def test_a_place_that_is_no_cache(
    what: str, kind: str, made: Callable[[Path | None], Cache], tmp_path: Path
) -> None:
    """Whatever stands there: nothing is raised, and a file that is none of ours is made anew."""
    path = tmp_path / "side"
    if what == "folder":
        path.mkdir()
    elif what == "no folder":
        path = tmp_path / "none" / "side"
    elif what in ("text", "empty"):
        path.write_bytes(b"no database, but long enough to have a head " * 30 if what == "text" else b"")
    else:
        with closing(sqlite3.connect(path)) as raw:
            raw.execute(
                "create table kept (name)" if what == "other table" else "create view kept as select 1"
            )
    made(path).load(["one"])
    made(path).keep(VALUES[kind], ["one", "two"])
    expected = {} if "folder" in what else plain(VALUES[kind])
    assert plain(made(path).load(["one", "two"])) == expected


def test_any_damage_costs_time_only(kind: str, made: Callable[[Path | None], Cache], tmp_path: Path) -> None:
    """Random bytes anywhere: what comes back is what was kept, or nothing; and keeping it again mends the file."""
    path, chance = tmp_path / "side", random.Random(7)
    many = {f"{key}-{n}": value for key, value in VALUES[kind].items() for n in range(150)}
    made(path).keep(many, many)
    whole, lost = path.read_bytes(), 0
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.randint(1, 400)] = chance.randbytes(chance.randint(1, 400))
        path.write_bytes(damaged[: chance.randrange(len(damaged)) if chance.random() < 0.2 else None])
        found = plain(made(path).load(many))
        assert found.items() <= plain(many).items()
        lost += len(found) < len(many)
        missing = {key: value for key, value in many.items() if key not in found}
        made(path).keep(missing, many)
        made(path).keep(many, many)
        assert plain(made(path).load(many)) == plain(many)
    assert lost > 50


def test_a_bit_that_flipped_is_noticed(tmp_path: Path) -> None:
    """A value whose bytes are not those that were written is not believed, though SQLite sees nothing wrong."""
    path = tmp_path / "side"
    SideFile(path).keep({"key": b"value"}, lambda _: False)
    path.write_bytes(path.read_bytes().replace(b"value", b"vaLue"))
    assert SideFile(path).load(["key"]) == {}


def test_somebody_else_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is locked is left as it is, and nobody fails."""
    monkeypatch.setattr("storybank.adapters.side_file._PATIENCE_SECONDS", 0.01)
    path = tmp_path / "side"
    SideFile(path).keep({"one": b"1"}, lambda _: False)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("begin exclusive")
        SideFile(path).keep({"two": b"2"}, lambda _: False)
        assert SideFile(path).load(["one"]) == {}
    assert SideFile(path).load(["one", "two"]) == {"one": b"1"}
