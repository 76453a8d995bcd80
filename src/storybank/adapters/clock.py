"""What time it is, from the computer."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """The computer's clock, in UTC."""

    def now(self) -> datetime:
        """The time now."""
        return datetime.now(UTC)
