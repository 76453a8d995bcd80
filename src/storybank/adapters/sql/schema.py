"""The tables of a bank. `migrations/` makes them; a test holds the two together.

A revision's document stands for itself (number, time, reason, story), so that it can be found again in a damaged
file; the columns beside it are there to be searched.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

METADATA = MetaData()
STORIES = Table(
    "stories",
    METADATA,
    Column("id", String(120), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("title", Text, nullable=False),
    Column("employer", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("level", String(2)),
    Column("category", Integer),
    Column("changed", String(40), nullable=False),
    Column("document", Text, nullable=False),
)
"""Each story as it stands now; of a removed one, as it stood."""
REVISIONS = Table(
    "revisions",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("story_id", String(120), nullable=False),
    Column("number", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("change", Integer, nullable=False, server_default="0"),
    UniqueConstraint("story_id", "number", name="one_of_each_number"),
)
"""Every state of every story; rows are added and never altered."""
Index("revisions_by_change", REVISIONS.c.change)
CHANGES = Table(
    "changes",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("undoes", Integer),
)
"""What one call or one transaction did, and which change it took back, if any."""
META = Table(
    "meta",
    METADATA,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts about the bank. The row `writer` is what writers on PostgreSQL queue for."""
