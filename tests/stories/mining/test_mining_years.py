"""When something was."""

from __future__ import annotations

import pytest

from storybank.stories.mining.weigh import recency
from storybank.stories.mining.when import age, years_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Jan 2019 – Present", (2019, 2025)),
        ("2012-2018", (2012, 2018)),
        ("2014/15", (2014, 2015)),
        ("06/2019 - present", (2019, 2025)),
        ("2023-09-11", (2023, 2023)),
        ("FY22", (2022, 2022)),
        ("since 2020", (2020, 2025)),
        ("served 2000 people", None),
        ("cost $2,015", None),
        ("no year at all", None),
        ("from 2040 on", None),
    ],
)
def test_years_are_read_as_people_write_them(text: str, years: tuple[int, int] | None) -> None:
    """Ranges, slashes, dates and "present" are years; counts, money and the future are not."""
    assert years_in(text, 2025) == years


def test_what_is_older_counts_less_and_never_nothing() -> None:
    """The last five years count in full, then less and less."""
    values = [recency(age((2025 - n, 2025 - n), 2025)) for n in range(30)]
    assert values[:6] == [1.0] * 6
    assert values == sorted(values, reverse=True)
    assert values[-1] > 0
