"""Which principles a theme or a category often shows: what is assumed of a story while nothing better is known."""

from __future__ import annotations

THEME_SHOWS: dict[str, tuple[str, ...]] = {
    "conflict-resolution": ("have-backbone-disagree-and-commit", "earn-trust", "are-right-a-lot"),
    "technical-leadership": ("are-right-a-lot", "think-big", "insist-on-the-highest-standards"),
    "failure-and-learning": ("ownership", "learn-and-be-curious", "earn-trust"),
    "shipping-under-pressure": ("deliver-results", "bias-for-action"),
    "leading-without-authority": ("earn-trust", "ownership", "have-backbone-disagree-and-commit"),
    "mentorship-and-growth": ("hire-and-develop-the-best", "strive-to-be-earths-best-employer"),
    "handling-ambiguity": ("bias-for-action", "are-right-a-lot", "dive-deep"),
    "cross-functional-collaboration": ("earn-trust", "customer-obsession", "deliver-results"),
    "quality-and-technical-debt": ("insist-on-the-highest-standards", "dive-deep", "ownership"),
    "innovation-and-initiative": ("invent-and-simplify", "ownership", "think-big"),
    "diversity-and-inclusion": ("strive-to-be-earths-best-employer", "hire-and-develop-the-best"),
    "scope-management": ("deliver-results", "customer-obsession", "frugality"),
}
"""Likeliest first."""
CATEGORY_SHOWS: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {
    1: (("hire-and-develop-the-best", "insist-on-the-highest-standards"), ("mentorship-and-growth",)),
    2: (("strive-to-be-earths-best-employer", "earn-trust"), ("diversity-and-inclusion",)),
    3: (("have-backbone-disagree-and-commit", "earn-trust"), ("conflict-resolution",)),
    4: (("hire-and-develop-the-best", "strive-to-be-earths-best-employer"), ("mentorship-and-growth",)),
    5: (("are-right-a-lot", "think-big"), ("technical-leadership",)),
    6: (
        ("ownership", "dive-deep", "bias-for-action"),
        ("shipping-under-pressure", "quality-and-technical-debt"),
    ),
    7: (("invent-and-simplify", "think-big"), ("innovation-and-initiative",)),
    8: (("earn-trust", "have-backbone-disagree-and-commit"), ("leading-without-authority",)),
    9: (("think-big", "deliver-results"), ("leading-without-authority", "cross-functional-collaboration")),
    10: (("customer-obsession", "have-backbone-disagree-and-commit"), ("scope-management",)),
    11: (("think-big", "success-and-scale-bring-broad-responsibility"), ("technical-leadership",)),
    12: (("are-right-a-lot", "dive-deep"), ("handling-ambiguity",)),
}
"""By category: principles, and themes."""
