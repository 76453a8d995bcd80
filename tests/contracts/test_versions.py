"""Banks of other versions: older ones are migrated after a backup, newer ones are refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.pool import NullPool

from storybank.adapters.sql.migrate import migrate
from storybank.adapters.sql.schema import METADATA
from storybank.adapters.sql.versions import KNOWN, VERSION
from storybank.errors import BankUnusable
from storybank.stories.codec import revision_to_json, story_to_json
from storybank.stories.story import Revision, Story
from storybank.wiring import back_up, examine, open_store

pytest_plugins = ("banks",)
NOW = datetime(2025, 1, 1, tzinfo=UTC)
HISTORY = [
    Revision(1, NOW, "new", Story("a", "First")),
    Revision(1, NOW, "new", Story("b", "Second")),
    Revision(2, NOW, "edit", Story("a", "First, better")),
]


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection as the bank itself has them."""
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection


def as_it_was(connection: Connection, version: str) -> None:
    """Make the bank of an older version, with three revisions of two stories in it."""
    connection.exec_driver_sql("BEGIN")
    migrate(connection, version)
    for revision in HISTORY:
        connection.execute(
            text("INSERT INTO revisions (story_id, number, document) VALUES (:id, :number, :document)"),
            {"id": revision.story.id, "number": revision.number, "document": revision_to_json(revision)},
        )
    for revision in HISTORY[1:]:
        connection.execute(
            text(
                "INSERT INTO stories (id, number, deleted, title, employer, status, changed, document) "
                "VALUES (:id, :number, :no, :title, '', 'draft', '', :document)"
            ),
            {"id": revision.story.id, "number": revision.number, "no": False, "title": revision.story.title,
             "document": story_to_json(revision.story)},
        )  # fmt: skip
    if version != KNOWN[0]:  # from the second on, each revision belongs to a change
        connection.exec_driver_sql("UPDATE revisions SET change = seq")
        connection.exec_driver_sql("INSERT INTO changes (number, undoes) SELECT seq, NULL FROM revisions")
    connection.exec_driver_sql("COMMIT")


def holds_history(where: str) -> None:
    """The bank works, with everything that was in the older one."""
    with closing(open_store(where)) as store:
        assert [story.title for story in store.every()] == ["First, better", "Second"]
        assert list(store.revisions("a")) == [HISTORY[0], HISTORY[2]]
        store.undo(NOW)
        assert store.get("a").title == "First"
        store.add(Story("c", "Third"), NOW)
    assert all(check.verdict != "bad" for check in examine(where))


def test_the_scripts_make_the_tables() -> None:
    """The version that this program knows is that of the last script, and the tables are those it works with."""
    config = Config()
    config.set_main_option("script_location", "storybank.adapters.sql:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == VERSION
    assert tuple(sorted(s.revision for s in scripts.walk_revisions())) == KNOWN
    with connected("sqlite://") as connection:
        migrate(connection)
        made = inspect(connection)
        assert set(made.get_table_names()) == {*METADATA.tables, "alembic_version"}
        for name, table in METADATA.tables.items():
            columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in made.get_columns(name)}
            assert columns == {c.name: (str(c.type), bool(c.nullable)) for c in table.columns}
            assert {i["name"] for i in made.get_indexes(name)} == {i.name for i in table.indexes}


@pytest.mark.parametrize("version", KNOWN[:-1])
def test_an_older_file_is_migrated_after_a_backup(tmp_path: Path, version: str) -> None:
    """Everything is there afterwards, and the file as it was stands beside it."""
    path = tmp_path / "bank.sqlite"
    with connected(f"sqlite:///{path}") as connection:
        as_it_was(connection, version)
    holds_history(str(path))
    copy = tmp_path / f"bank.before-{VERSION}.sqlite"
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (version,)
        assert raw.execute("SELECT count(*) FROM revisions").fetchone() == (3,)


@pytest.fixture
def schema(server: str) -> Iterator[Callable[[str], str]]:
    """Makes a schema of that name for a bank, and gives the bank's URL; all that begin so are dropped in the end."""
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        with connected(server.replace("postgresql:", "postgresql+psycopg:")) as connection:
            connection.execute(text(f"CREATE SCHEMA {quoted(name)}"))
        path = quote(f"-csearch_path={quoted(name)}".replace(" ", "\\ "), safe="")
        return f"{server}{'&' if '?' in server else '?'}options={path}"

    yield make
    with connected(server.replace("postgresql:", "postgresql+psycopg:")) as connection:
        for name in inspect(connection).get_schema_names():
            if any(name.startswith(one[:20]) for one in made):
                connection.execute(text(f"DROP SCHEMA {quoted(name)} CASCADE"))


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def older(url: str, version: str = KNOWN[0], story: str = "") -> None:
    """Make the bank of an older version at a URL; `story`: the id of one more in it."""
    with connected(url.replace("postgresql:", "postgresql+psycopg:")) as connection:
        as_it_was(connection, version)
        if story:
            extra = Revision(1, NOW, "new", Story(story, "One more"))
            connection.execute(
                text("INSERT INTO revisions (story_id, number, document) VALUES (:id, 1, :document)"),
                {"id": story, "document": revision_to_json(extra)},
            )


def copies(server: str, begin: str) -> dict[str, list[str]]:
    """Ids in the revisions of each copy, by the name of its schema."""
    with connected(server.replace("postgresql:", "postgresql+psycopg:")) as connection:
        names = [n for n in inspect(connection).get_schema_names() if n.startswith(begin) and "_before_" in n]
        found = {}
        for name in names:
            rows = connection.execute(text(f"SELECT story_id FROM {quoted(name)}.revisions ORDER BY 1"))
            found[name] = [row[0] for row in rows]
        return found


@pytest.mark.parametrize("version", KNOWN[:-1])
def test_an_older_server_is_migrated_after_a_backup(
    server: str, schema: Callable[[str], str], version: str
) -> None:
    """On PostgreSQL the tables as they were stand in a schema of their own, named after the bank's."""
    name = f"bank_{uuid4().hex}"
    where = schema(name)
    older(where, version)
    holds_history(where)
    assert copies(server, name) == {f"{name}_before_{VERSION}": ["a", "a", "b"]}


def test_two_banks_on_one_server_each_have_their_copy(server: str, schema: Callable[[str], str]) -> None:
    """The copy of one bank is not taken for that of another."""
    shared = uuid4().hex
    for name in ("one", "two"):
        where = schema(f"bank_{shared}_{name}")
        older(where, story=name)
        with closing(open_store(where)) as store:
            store.every()
    assert copies(server, f"bank_{shared}") == {
        f"bank_{shared}_one_before_{VERSION}": ["a", "a", "b", "one"],
        f"bank_{shared}_two_before_{VERSION}": ["a", "a", "b", "two"],
    }


def test_an_older_copy_is_never_replaced(server: str, schema: Callable[[str], str]) -> None:
    """A bank that is put back and migrated again gets a second copy, and a third."""
    name = f"bank_{uuid4().hex}"
    where = schema(name)
    for story in ("one", "two", "three"):
        older(where, story=story)
        with closing(open_store(where)) as store:
            store.every()
        with connected(where.replace("postgresql:", "postgresql+psycopg:")) as connection:
            for table in (*METADATA.tables, "alembic_version"):
                connection.exec_driver_sql(f"DROP TABLE {table}")
    held = copies(server, name)
    assert [held[f"{name}_before_{VERSION}{end}"][-1] for end in ("", "_2", "_3")] == ["one", "two", "three"]


@pytest.mark.parametrize("name", ["b" * 63, 'Bank 100% "mine" ', "bänk-" + "é" * 29])
def test_a_copy_of_a_bank_with_an_odd_name(server: str, schema: Callable[[str], str], name: str) -> None:
    """Names that are as long as a server allows, or need quotation marks, are no hindrance."""
    where = schema(name)
    older(where)
    holds_history(where)
    (copy,) = copies(server, name[:20])
    assert copy.endswith(f"_before_{VERSION}")
    assert len(copy.encode()) <= 63


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong half way, the older bank is as it was and can be migrated later."""
    path = tmp_path / "bank.sqlite"
    with connected(f"sqlite:///{path}") as connection:
        as_it_was(connection, KNOWN[0])

    def broken(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE changes (number INTEGER)")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("storybank.adapters.sql.migrate.migrate", broken)
        with pytest.raises(KeyboardInterrupt):
            open_store(str(path)).every()
    holds_history(str(path))


def test_a_newer_bank_is_refused(tmp_path: Path) -> None:
    """With a line that says what to do, and without touching it."""
    path = tmp_path / "bank.sqlite"
    with closing(open_store(str(path))) as store:
        store.add(Story("a", "First"), NOW)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0999'")
        raw.commit()
    before = path.read_bytes()
    with pytest.raises(BankUnusable, match=r"newer storybank \(tables 0999.*update storybank"):
        open_store(str(path)).every()
    with pytest.raises(BankUnusable, match="newer storybank"):
        open_store(str(path)).add(Story("b", "Second"), NOW)
    assert path.read_bytes() == before
    assert any("newer storybank" in check.words for check in examine(str(path)))


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    """A database with other tables is refused, whoever marked it."""
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE songs (name)")
    with pytest.raises(BankUnusable, match="another program"):
        open_store(str(path)).add(Story("a", "First"), NOW)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA application_id = 7")
    with pytest.raises(BankUnusable, match="another program"):
        open_store(str(path)).every()


def test_a_backup_is_a_bank(tmp_path: Path, postgres: str) -> None:
    """Of a file and of a server alike: with all revisions, and with what undo would do next."""
    for name, where in (("file", str(tmp_path / "bank.sqlite")), ("server", postgres)):
        with closing(open_store(where)) as store:
            store.add(Story("a", "First"), NOW)
            store.put_all([Story("a", "Changed"), Story("b", "Second")], NOW, "import")
            expected = [store.revisions("a"), store.revisions("b")]
        target = tmp_path / f"{name}-copy.sqlite"
        assert back_up(where, target) == (target, 2)
        with closing(open_store(str(target))) as copy:
            assert [copy.revisions("a"), copy.revisions("b")] == expected
            copy.undo(NOW)
            assert copy.rows("PRAGMA journal_mode")[0][0] == "wal"  # type: ignore[attr-defined]
            assert [story.title for story in copy.every()] == ["First"]
        with pytest.raises(BankUnusable, match="exists already"):
            back_up(where, target)
