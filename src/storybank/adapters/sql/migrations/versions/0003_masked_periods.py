"""A story may mask its period, too. The tables stay as they are; what changes is who may open them.

A document that lacks the field has its default, so nothing of an older bank needs to be written anew. But a program
that does not know the field would show a period that is masked, and would drop the mask with the next edit: the
number keeps it out.
"""

from __future__ import annotations

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Nothing but the number."""
