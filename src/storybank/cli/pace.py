"""The option for a speaking pace."""

from __future__ import annotations

import math
from typing import Any

import click

from storybank.usecases.settings import FASTEST, SLOWEST


class Pace(click.FloatRange):
    """Words a minute within what anybody speaks; "nan" is a float to Python and a pace to nobody."""

    def __init__(self) -> None:
        super().__init__(SLOWEST, FASTEST)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The pace as a number; refuses what no person could speak at."""
        pace = float(super().convert(value, param, ctx))
        if math.isnan(pace):
            self.fail(f"{value!r} is not a number", param, ctx)
        return pace
