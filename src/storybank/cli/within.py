"""Options that take a number within limits."""

from __future__ import annotations

import math
from typing import Any

import click

from storybank.usecases.settings import FASTEST, SLOWEST


class Within(click.FloatRange):
    """A number from a least to a most; "nan" is a float to Python and a number to nobody."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; refuses what is none, and what lies outside."""
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail(f"{value!r} is not a number", param, ctx)
        return number


PACE = Within(SLOWEST, FASTEST)
"""Words a minute, within what anybody speaks."""
