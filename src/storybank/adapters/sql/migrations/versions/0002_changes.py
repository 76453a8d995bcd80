"""Which revisions were made together, so that undo takes back the whole of what was done."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Each revision that is there already was a change of its own."""
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("undoes", sa.Integer),
    )
    op.add_column("revisions", sa.Column("change", sa.Integer, nullable=False, server_default="0"))
    op.execute("UPDATE revisions SET change = seq")
    op.execute("INSERT INTO changes (number, undoes) SELECT seq, NULL FROM revisions")
    op.create_index("revisions_by_change", "revisions", ["change"])
