"""A technical figure beside what it meant to people or in money."""

from __future__ import annotations

import pytest

import storybank

STORY = (
    "I maintain the search service of an online archive, and it ran out of memory every few days. I was on call for "
    "it and wanted the restarts gone. I took heap dumps on three mornings, compared them, and found a cache without "
    "a limit that somebody had added for a demo. I set a limit, wrote a load test which replays a day of queries, and "
    "let it run over a weekend before the release. A colleague reviewed it with me. {} I look for the limit in every "
    "cache that I review now."
)


def technical(result: str) -> bool:
    """Whether the result is found to be technical only."""
    report = storybank.review(STORY.format(result), level="L5")
    return any(finding.rule == "technical-only-result" for finding in report.findings)


@pytest.mark.parametrize(
    "result",
    [
        "Memory use went down by 61%, and the readers wait two seconds instead of nine.",
        "Memory use went down by 61% and the p99 latency is 140 milliseconds. Customers stopped ringing us about it.",
        "Latency went from 900 to 140 milliseconds, and the archive kept its biggest client, a newspaper.",
        "The p99 fell to 140 milliseconds, and complaints from readers went from twenty a month to two.",
        "Restarts went from nine a week to none. My colleagues no longer get up at night for it.",
    ],
)
def test_people_beside_the_figure_count(result: str) -> None:
    """What readers, customers or colleagues do now, in the same sentence or the next, is what it meant."""
    assert not technical(result)


@pytest.mark.parametrize(
    "result",
    [
        "The rating rose from 3.9 to 4.7 stars.",
        "The queue shrank from 45 minutes to under 10.",
        "Waiting times fell from 12 days to 2.",
        "Satisfaction rose from 61% to 88%.",
    ],
)
def test_a_figure_may_be_of_people(result: str) -> None:
    """How people rate a thing and how long they wait is what it meant to them."""
    assert not technical(result)


@pytest.mark.parametrize(
    "result",
    [
        "The job queue shrank from 45 minutes to under 10.",
        "Memory use went down by 61% and the p99 latency is 140 milliseconds. There were no restarts since.",
        "The p99 fell from 900 to 140 milliseconds, truly a result for the customer.",
        "Restarts went from nine a week to none, and alerts from that customer's shard fell by 70%.",
    ],
)
def test_people_who_are_only_named_do_not(result: str) -> None:
    """A boast, or whose machine it was, leaves the figures technical."""
    assert technical(result)
