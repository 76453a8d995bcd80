"""From commits to efforts."""

from __future__ import annotations

from datetime import date, timedelta

from deaf import Deaf

from storybank.stories.mining.efforts import efforts, is_chore, sentences, telling
from storybank.stories.mining.mine import mine
from storybank.stories.mining.model import Commit, Source

DAY = date(2025, 3, 1)


def commit(number: int, message: str, path: str, days: int = 0, lines: int = 40) -> Commit:
    """A commit to one file."""
    return Commit(f"c{number}", DAY + timedelta(days), message, ((path, lines),))


def test_commits_of_one_corner_without_a_long_break_are_one_effort() -> None:
    """Place and time group commits; a pause of months begins another effort."""
    cache = [commit(k, f"Rework cache eviction {k}", f"cache/part{k}.py", k) for k in range(4)]
    later = [commit(10 + k, f"Shrink cache memory {k}", "cache/a.py", 120 + k) for k in range(3)]
    mail = [commit(20 + k, f"Retry mail delivery {k}", "mail/send.py", k) for k in range(3)]
    found = efforts([*later, *mail, *cache])
    assert [(e.area, len(e.commits)) for e in found] == [("cache", 4), ("mail", 3), ("cache", 3)]


def test_chores_and_lone_commits_are_no_efforts() -> None:
    """Version bumps, formatting and a single small fix tell nothing."""
    assert is_chore("Bump lodash to 4.17.21")
    assert is_chore("chore(deps): update all")
    assert not is_chore("Fix race that lost writes")
    assert efforts([commit(1, "Bump version", "a/b.py"), commit(2, "Fix typo in label", "a/b.py")]) == []


def test_a_commit_that_is_explained_at_length_is_an_effort_alone() -> None:
    """One commit with its reasons written out tells more than ten without."""
    body = "Orders were lost when two workers took the same row. " * 4
    (found,) = efforts([commit(1, f"Lock rows while orders are taken\n\n{body}", "shop/orders.py")])
    assert len(found.commits) == 1


def test_a_small_history_is_searched_more_closely() -> None:
    """Where few efforts stand out, a commit with a sentence below its subject is one; in a large history it is not."""
    lone = commit(1, "Rewrite the nightly load\n\nIt failed twice a week because of a lock.", "load.py")
    assert [e.commits[0].id for e in efforts([lone, commit(2, "Rename a field", "api/x.py", 50)])] == ["c1"]
    large = [
        commit(100 * area + k, f"Rework part {k}", f"area{area}/x.py", k)
        for area in range(1, 6)
        for k in range(3)
    ]
    assert "c1" not in [c.id for e in efforts([lone, *large]) for c in e.commits]


def test_prefixes_trailers_and_numbers_of_issues_are_not_told() -> None:
    """What a tool or a convention wrote is left out of the quotes."""
    told = sentences(
        commit(
            1,
            "fix(auth): stop double login (#412)\n\nIt locked people out.\n\nSigned-off-by: A <a@x.org>",
            "a.py",
        )
    )
    assert [t.text for t in told] == ["stop double login", "It locked people out."]


def test_the_telling_sentences_hold_figures_and_trouble() -> None:
    """Of many messages those with a figure, a reason or trouble are quoted."""
    listed = [commit(k, f"Move helper {k}", "api/x.py", k) for k in range(8)]
    listed.append(commit(9, "Cut startup from 4 s to 0.3 s because imports blocked it", "api/x.py", 9))
    (effort,) = efforts(listed)
    assert any("4 s to 0.3 s" in t.text for t in telling(effort, 3))


def test_an_effort_becomes_a_candidate_that_names_its_commits() -> None:
    """A candidate of a history says which commits its quotes come from, and asks about the code."""
    listed = [commit(k, f"Fix race in queue that lost {k + 20} orders", "queue/x.py", k) for k in range(6)]
    (found,) = mine([Source("repo", commits=tuple(listed))], Deaf(), date(2025, 6, 1))
    assert found.genre == "history"
    assert found.quotes[0].place.commit is not None
    assert "6 commits in queue" in found.context
