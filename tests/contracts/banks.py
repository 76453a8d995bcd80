"""Banks to hold to the contract: in memory, in an SQLite file, on a PostgreSQL server.

Fixtures for the modules here, which name this one in `pytest_plugins`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import pytest

from storybank.adapters.memory import MemoryStore
from storybank.ports import Store
from storybank.wiring import open_store

VARIABLE = "STORYBANK_TEST_POSTGRES"
NOBODY = 65534  # a server refuses to run as root
Opener = Callable[[], Store]


def _tool(name: str) -> str | None:
    for folder in (None, *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)):
        found = shutil.which(name, path=str(folder) if folder else None)
        if found:
            return found
    return None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server: the one that is named, else one that lives as long as the tests."""
    named = os.environ.get(VARIABLE)
    if named:
        yield named
        return
    initdb, control = _tool("initdb"), _tool("pg_ctl")
    if not initdb or not control:
        pytest.skip(f"no PostgreSQL here: {VARIABLE} is not set, and initdb and pg_ctl are not installed")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    user = NOBODY if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="storybank-pg-", dir="/tmp") as folder:
        if user:
            os.chown(folder, user, user)
        data = f"{folder}/data"

        def run(*command: str) -> None:
            subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)

        run(initdb, "-D", data, "-A", "trust", "-U", "storybank", "--no-sync", "-E", "UTF8")
        settings = f"-k {folder} -c listen_addresses='' -c fsync=off"
        run(control, "-D", data, "-l", f"{folder}/log", "-o", settings, "-w", "start")
        try:
            yield f"postgresql://storybank@/postgres?host={quote(folder, safe='')}"
        finally:
            run(control, "-D", data, "-m", "immediate", "-w", "stop")


@pytest.fixture
def postgres(server: str) -> Iterator[str]:
    """The URL of an empty schema of its own, so that nobody's tables are touched."""
    import psycopg

    schema = f"storybank_test_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """How to open the same bank once more; in memory there is only the one."""
    opened: list[Store] = []
    memory = MemoryStore()

    def again() -> Store:
        if request.param == "memory":
            return memory
        where = (
            str(tmp_path / "bank.sqlite")
            if request.param == "sqlite"
            else request.getfixturevalue("postgres")
        )
        opened.append(open_store(where))
        return opened[-1]

    if request.param == "postgres":
        request.getfixturevalue("postgres")
    yield again
    for store in opened:
        store.close()


@pytest.fixture
def store(opener: Opener) -> Store:
    """An empty bank."""
    return opener()
