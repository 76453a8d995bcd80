"""The names that code refers to: principles, themes and levels, in the order of the sources."""

from __future__ import annotations

from typing import Literal

Level = Literal["L5", "L6", "L7"]
LEVELS: tuple[Level, ...] = ("L5", "L6", "L7")
"""The levels that an answer is judged at, lowest first."""

PRINCIPLES = (
    "customer-obsession", "ownership", "invent-and-simplify", "are-right-a-lot", "learn-and-be-curious",
    "hire-and-develop-the-best", "insist-on-the-highest-standards", "think-big", "bias-for-action", "frugality",
    "earn-trust", "dive-deep", "have-backbone-disagree-and-commit", "deliver-results",
    "strive-to-be-earths-best-employer", "success-and-scale-bring-broad-responsibility",
)  # fmt: skip
"""Amazon's 16, as the reviewer names them."""

THEMES = (
    "conflict-resolution", "technical-leadership", "failure-and-learning", "shipping-under-pressure",
    "leading-without-authority", "mentorship-and-growth", "handling-ambiguity", "cross-functional-collaboration",
    "quality-and-technical-debt", "innovation-and-initiative", "diversity-and-inclusion", "scope-management",
)  # fmt: skip
"""The twelve of the coverage table."""
