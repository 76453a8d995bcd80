"""A disk without any room: told apart from damage, with what to do, on a real small disk and by simulated errors."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from storybank.adapters.sql import doctor, faults
from storybank.adapters.sql.faults import is_full, told
from storybank.cli import group
from storybank.errors import BankUnusable, DiskFull
from storybank.stories.story import Story
from storybank.wiring import examine, open_store

NOW = datetime(2026, 5, 1, tzinfo=UTC)
IN_ITS_OWN_MOUNTS = ("unshare", "--mount", "--map-root-user")
ON_A_FULL_DISK = """
import json, os, sys
from contextlib import closing
from pathlib import Path
from click.testing import CliRunner
from storybank.cli import group
from storybank.stories.story import Story
from storybank.wiring import open_store
from datetime import UTC, datetime

folder, crashed = Path(sys.argv[1]), sys.argv[2] == "crashed"
bank = folder / "bank.sqlite"
os.environ["XDG_DATA_HOME"] = str(folder / "none")
child = os.fork()
if not child:
    store = open_store(str(bank))
    store.add(Story("a", "T", prose="x" * 3_000), datetime(2026, 1, 1, tzinfo=UTC))
    if crashed:
        os._exit(0)
    store.close()
    os._exit(0)
os.waitpid(child, 0)
(folder / "bank.sqlite-shm").unlink(missing_ok=True)
before = {p.name: p.read_bytes() for p in folder.iterdir()}
try:
    with (folder / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(b"x" * 4096)
except OSError:
    pass

def call(*arguments):
    result = CliRunner().invoke(group, [*arguments, "--bank", str(bank)])
    return [result.exit_code, result.stdout, result.stderr]

full = {"doctor": call("doctor"), "json": call("doctor", "--format", "json"), "list": call("list"),
        "new": call("new", "--title", "B"), "same": before == {n: (folder / n).read_bytes() for n in before}}
(folder / "filler").unlink()
print(json.dumps({**full, "after": call("doctor"), "listed": call("list", "--format", "json")}))
"""


def failure(code: int) -> sqlite3.OperationalError:
    """What SQLite raises with that extended code."""
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorcode = code
    return fault


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A bank with a story."""
    path = tmp_path / "bank.sqlite"
    with closing(open_store(str(path))) as store:
        store.add(Story("a", "T"), NOW)
    return path


def _raises(fault: Exception) -> Callable[..., Any]:
    def raising(*_: object, **__: object) -> None:
        raise fault

    return raising


@pytest.mark.parametrize("how", ["closed", "crashed"])
def test_on_a_disk_that_is_full(how: str, tmp_path: Path) -> None:
    """`doctor` says that the disk is full, offers no rescue, changes nothing; with room again all is well."""
    if shutil.which("unshare") is None:
        pytest.skip("no unshare here, so no small disk can be made")
    (tmp_path / "disk").mkdir()
    (tmp_path / "task.py").write_text(ON_A_FULL_DISK)
    script = 'mount -t tmpfs -o size=1m tmpfs disk || exit 77; exec "$0" task.py disk "$1"'
    command = [*IN_ITS_OWN_MOUNTS, "sh", "-c", script, sys.executable, how]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    if done.returncode in (1, 77) and "Traceback" not in done.stderr:
        pytest.skip("this user may not mount a small disk")
    said = json.loads(done.stdout)
    code, out, _ = said["doctor"]
    assert code == 1
    assert "cannot be read now, because the disk is full" in " ".join(out.split())
    assert "damaged" not in out
    assert "rescue" not in out
    value = json.loads(said["json"][1])
    assert (value["well"], value["can_be_saved"]) == (False, None)
    assert [c["name"] for c in value["checks"] if c["verdict"] == "bad"] == ["space"]
    for name in ("list", "new"):
        code, _, err = said[name]
        assert (code, err.count("\n")) == (2, 1)
        assert "the disk is full; nothing was changed" in err
    assert said["same"]
    assert said["after"][0] == 0
    assert json.loads(said["listed"][1])["of"] == 1


@pytest.mark.parametrize("code", [4874, 4618, 778, 14, 13])
def test_what_may_come_from_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """A failed read, or a file that cannot be made, is damage only where the disk has room; a full one is said."""
    monkeypatch.setattr(doctor, "open_file", _raises(failure(code)))
    monkeypatch.setattr(faults, "_no_room", lambda folder: True)
    assert [c.name for c in examine(str(path)) if c.verdict == "bad"] == ["space"]
    monkeypatch.setattr(faults, "_no_room", lambda folder: False)
    expected = ["space"] if code == 13 else ["pages"]
    assert [c.name for c in examine(str(path)) if c.verdict == "bad"] == expected


def test_damage_stays_damage_on_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A malformed file is called so, however full the disk is."""
    monkeypatch.setattr(faults, "_no_room", lambda folder: True)
    monkeypatch.setattr(doctor, "open_file", _raises(failure(11)))
    assert any(c.words.startswith("damaged") for c in examine(str(path)))


def test_the_disk_fills_while_it_is_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the pages could still be read and the tables not: the same word, and no rescue is advised."""
    monkeypatch.setattr(doctor, "_tables", _raises(DiskFull("x: the disk is full")))
    result = CliRunner().invoke(group, ["doctor", "--bank", str(path)])
    assert result.exit_code == 1
    assert "disk is full" in " ".join(result.stdout.split())
    assert "rescue" not in result.stdout


@pytest.mark.parametrize(
    ("fault", "full"),
    [(OSError(errno.ENOSPC, "x"), True), (OSError(errno.EDQUOT, "x"), True), (OSError(errno.EACCES, "x"), False),
     (failure(13), True), (failure(4874), False), (failure(11), False),
     (Exception("could not extend file: No space left on device"), True)],
)  # fmt: skip
def test_which_failures_come_from_a_full_disk(fault: Exception, full: bool, tmp_path: Path) -> None:
    """By what was raised, and where that leaves it open, by whether a small file fits: here one does."""
    assert is_full(fault, str(tmp_path / "bank.sqlite")) is full


def test_commands_say_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command says of a full disk differs from what it says of a failing one."""
    place = str(tmp_path / "bank.sqlite")
    with pytest.raises(BankUnusable, match=r"the disk failed.*doctor"), told(place):
        raise failure(4874)
    monkeypatch.setattr(faults, "_no_room", lambda folder: True)
    with pytest.raises(DiskFull, match="the disk is full; nothing was changed; make room"), told(place):
        raise failure(4874)
    with pytest.raises(DiskFull), told(place):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_looking_for_room_leaves_nothing(tmp_path: Path) -> None:
    """The file that is tried is gone at once; a folder that cannot be written to is not called full."""
    assert not faults._no_room(tmp_path)
    assert not faults._no_room(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []
