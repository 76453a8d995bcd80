"""Bringing the tables of a bank up to date, with alembic; its scripts are part of the package."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from storybank.adapters.sql.versions import KNOWN, VERSION
from storybank.errors import BankUnusable

if TYPE_CHECKING:
    from sqlalchemy import Connection


def version_of(connection: Connection) -> str | None:
    """The version of the tables; None for a database without any table.

    Raises `BankUnusable` for tables of another program and for those of a newer storybank.
    """
    from sqlalchemy import inspect, text

    names = set(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        if names:
            raise BankUnusable("this database belongs to another program; name another one with --bank")
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is None and not names - {"alembic_version"}:
        return None
    if "revisions" not in names:
        raise BankUnusable("this database belongs to another program; name another one with --bank")
    if found not in KNOWN:
        raise BankUnusable(
            f"this bank was written by a newer storybank (tables {found}, this one knows {VERSION}); "
            "update storybank, or name another bank with --bank"
        )
    return str(found)


def migrate(connection: Connection, to: str = VERSION) -> None:
    """Bring the tables to a version, within the transaction that is open."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(files("storybank.adapters.sql") / "migrations").replace("%", "%%")
    )
    config.attributes["connection"] = connection
    command.upgrade(config, to)
