"""A masked employer is named by no command that prints a story, in none of its formats."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from banked import done, run

NAME = re.compile(r"(?i)north\W*wind|\bNP\b|NPay|\bN\.P\.")
"""The employer however it is called: whole, joined, in small letters, by its telling word, by its initials."""
STORY = """---
title: The night NorthwindPay stopped paying out
employer: Northwind Pay
masked: yes
period: spring 2021, my second year at northwind
principles: [ownership, northwind-first]
themes: [failure-and-learning]
category: 6
level: L6
status: ready
links: [https://wiki.northwindpay.example/outage]
northwind-team: payments at NP
---

## Situation

Every Friday Northwind Pay paid out 40,000 couriers. At NP nobody watched the queue, and northwind's batch stood still
for six hours before a courier rang the NorthwindPayOps desk.

## Task

I owned the release. My manager at Northwind
Pay had asked me to freeze it, and I told her that I would bring Northwind-Pay back before noon.

## Action

- I stopped the batch and rang the three banks of NORTHWIND PAY myself.
- I wrote the check that northwind_pay had lacked, and I had it reviewed by two people the same day.
- I drew up a list of 40 checks in three weeks, and every release has passed them since.

## Result

Late payouts at N.P. fell from 9% to 0.2% in four weeks. The northwinders still call it the quiet Friday.

## Learning

I learned to say no early. Northwind Pay’s release rule asks for that now.

## Figures

- 9% to 0.2% (measured: the Northwind Pay payout log)

## Follow-ups

- Why did Northwind Pay not freeze?
  Because NP had promised the couriers 50,000 payouts.

## Notes

Ask ex-Northwind people before telling this.
"""
OTHER = "I rang the banks of Northwind Pay. Late payouts at NP fell from 9% to 0.1% in two weeks, and 60,000 were paid."
ID = "the-night-masked-stopped-paying-out"
QUESTION = "Tell me about a time you made a mistake"
ASKED = ("--interviewer", "Ada: ownership")
BOTH = [
    ("list",), ("list", "couriers"), ("show", ID), ("show", ID, "--revision", "1"), ("tag", ID), ("history", ID),
    ("tag", ID, "--remove", "masked-first"), ("diff", ID), ("diff", ID, "1", "3"), ("diff", ID, "1", "2"),
    ("restore", ID, "1"), ("rm", ID), ("undo",), ("edit", ID, "--set", "level=L5"),
    ("edit", ID, "--told", "2024-02-03; Northwind Pay; onsite; Ada"), ("match", QUESTION), ("questions-for", ID),
    ("coverage",), ("coverage", "--review"), ("plan-loop", *ASKED, "--prices"), ("adapt", ID, "--seconds", "30"),
    ("plan-loop", *ASKED, "--set", f"Ada={ID}"), ("plan-loop", *ASKED, "--without", ID), ("compare", ID),
    ("compare", ID, "OTHER"), ("compare", "OTHER", ID), ("check-facts", ID, "OTHER"), ("check-facts", "OTHER", ID),
    ("review", "--story", ID), ("review", "--story", ID, "--story", "late-trains"), ("mine", "PLAIN"),
    ("import", "CHANGED"), ("import", "CHANGED", "--replace"), ("import", "STORY", "--dry-run"),
    ("new", "--from", "STORY"),
]  # fmt: skip
"""Commands that print a story, or name one, as text and as JSON."""
OTHERWISE = [
    ("show", ID, "--format", "markdown"), ("coverage", "--format", "csv"), ("coverage", "--format", "svg"),
    ("review", "--story", ID, "--format", "markdown"), ("review", "--story", ID, "--format", "sarif"),
    ("export", "-", "--mask"), ("export", "-", "--mask", "--as", "csv"),
]  # fmt: skip
TEXTS = {
    "STORY": STORY,
    "CHANGED": STORY.replace("six hours", "seven hours"),
    "OTHER": OTHER,
    "PLAIN": "- I drew up a list of 40 checks in three weeks, and every release has passed them since.\n",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a bank, in it a masked story that had several states."""
    folder = tmp_path_factory.mktemp("kept")
    origin = folder / "northwind.md"
    origin.write_text(STORY, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STORYBANK_DB", str(folder / "bank.sqlite"))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        (folder / "data" / "storybank").mkdir(parents=True)
        done("new", "--from", str(origin))
        done("edit", ID, "--set", "employer=Northwind Pay Ltd")
        done("edit", ID, "--set", "title=How Northwind stopped and NP went on")
        for day in ("2024-01-02", "2024-03-04"):
            done(
                "edit", ID, "--told", f"{day}; Northwind Pay; panel at NP; Northwind's Ada; Why NorthwindPay?"
            )
        done(
            "new",
            "--from",
            "-",
            text="---\ntitle: Late trains\n---\nI moved the timetable. It was 40% faster.",
        )
        done("edit", ID, "--set", "level=L7")
        done("coverage", "--review")
        done("questions-for", ID)  # what the playbook's questions mean is kept for the tests to come
    return folder


@pytest.fixture
def place(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that bank, and texts that name the employer."""
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("STORYBANK_DB", str(tmp_path / "bank.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name, text in TEXTS.items():
        (tmp_path / f"{name.lower()}.md").write_text(text, encoding="utf-8")
    return tmp_path


def shown(place: Path, *arguments: str) -> str:
    """All that a call prints, what it complains of included; a name in capitals is one of the texts."""
    words = (str(place / f"{word.lower()}.md") if word in TEXTS else word for word in arguments)
    result = run(*words, columns=100)
    assert result.exit_code in (0, 1), result.stderr
    return result.stdout + result.stderr


def found_in(place: Path, *arguments: str) -> dict[str, Any]:
    """The JSON object of a call."""
    value = json.loads(shown(place, *arguments, "--format", "json"))
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("arguments", BOTH, ids=" ".join)
def test_no_command_names_it(place: Path, arguments: tuple[str, ...], form: str) -> None:
    """Titles, ids, tags, notes, questions, companies, reasons of revisions, quotes of files held against it: all."""
    said = shown(place, *arguments, "--format", form)
    assert said
    assert NAME.findall(said) == []


@pytest.mark.parametrize("arguments", OTHERWISE, ids=" ".join)
def test_no_other_format_names_it(place: Path, arguments: tuple[str, ...]) -> None:
    """Markdown, tables, pictures and what other programs read hold to it too."""
    assert NAME.findall(shown(place, *arguments)) == []


@pytest.mark.parametrize(
    "arguments",
    [("show", "the-nite"), ("show", "late-trians"), ("diff", ID, "1", "99"), ("adapt", "the-nihgt")],
    ids=" ".join,
)
def test_messages_name_it_neither(place: Path, arguments: tuple[str, ...]) -> None:
    """What went wrong is told with the ids that are shown."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert NAME.findall(result.stderr) == []


@pytest.mark.parametrize(
    "arguments",
    [("show", ID), ("adapt", ID), ("list",), ("diff", ID, "1", "3"), ("match", QUESTION), ("tag", ID),
     ("review", "--story", ID), ("compare", ID, "OTHER"), ("check-facts", "OTHER", ID)],
    ids=" ".join,
)  # fmt: skip
def test_its_owner_may_look(place: Path, arguments: tuple[str, ...]) -> None:
    """--reveal shows the words as they are."""
    assert NAME.findall(shown(place, *arguments, "--reveal"))


def test_what_holds_the_real_words(place: Path) -> None:
    """A backup and an export without --mask are the owner's own copies."""
    assert NAME.findall(shown(place, "export", "-"))
    shown(place, "backup", str(place / "copy.sqlite"))
    assert NAME.findall(shown(place, "show", ID, "--reveal", "--bank", str(place / "copy.sqlite")))


@pytest.mark.parametrize("wishes", [(), ("--seconds", "20"), ("--principle", "ownership")], ids=" ".join)
def test_an_adapted_telling_stays_made_of_its_source(place: Path, wishes: tuple[str, ...]) -> None:
    """Offsets lead to the words in the masked source, and the choices are those made of the real words."""
    seen, real = (found_in(place, "adapt", ID, *wishes, *more) for more in ((), ("--reveal",)))
    assert all(s["text"] == seen["source"][s["start"] : s["end"]] for s in seen["sentences"])
    assert "".join("".join(s["text"] for s in seen["sentences"]).split()) == "".join(seen["text"].split())
    assert [c["change"] for c in seen["choices"]] == [c["change"] for c in real["choices"]]
    assert (seen["words"], seen["value"], seen["proven_best"]) == (
        real["words"],
        real["value"],
        real["proven_best"],
    )
    assert "[Organisation 1]" in seen["source"]


def test_a_review_judges_the_real_words(place: Path) -> None:
    """Scores, findings and verdict are those of the words as they are told; only quotes are masked."""
    seen, real = (found_in(place, "review", "--story", ID, *more) for more in ((), ("--reveal",)))
    assert {k: v["value"] for k, v in seen["scores"].items()} == {
        k: v["value"] for k, v in real["scores"].items()
    }
    assert [f["rule"] for f in seen["findings"]] == [f["rule"] for f in real["findings"]]
    assert (seen["verdict"], seen["answer"]) == (real["verdict"], real["answer"])


def test_a_plan_and_a_match_rank_as_ever(place: Path) -> None:
    """What fits is worked out on the real words: with and without the mask the same story, as good."""
    seen, real = (found_in(place, "match", QUESTION, *more)["matches"] for more in ((), ("--reveal",)))
    assert [m["score"] for m in seen] == [m["score"] for m in real]
    assert [m["story"] for m in seen] == [ID, "late-trains"]
    assert real[0]["story"] == "the-night-northwindpay-stopped-paying-out"


def test_a_difference_in_the_name_alone(place: Path) -> None:
    """How the employer is called is no difference that is shown, and that there is one is said."""
    assert "Only what is masked differs" in shown(place, "diff", ID, "1", "2")
    done(
        "new", "--from", "-", text="---\ntitle: Quiet night\nemployer: Acmetron\nmasked: yes\n---\nAll slept."
    )
    done("edit", "quiet-night", "--set", "employer=Zorbix")
    (change,) = found_in(place, "diff", "quiet-night")["changes"]
    assert change["field"] == "employer"
    assert [piece["text"] for piece in change["pieces"]] == ["[Organisation 2]", "[Organisation 1]"]


def test_its_id_goes_on_to_lead_to_it(place: Path) -> None:
    """What is printed may be typed, or the beginning of it; also for a story that was removed meanwhile."""
    assert found_in(place, "show", "the-night-mask")["story"]["id"] == ID
    assert found_in(place, "rm", ID)["removed"] == [ID]
    assert f"storybank restore {ID}" in run("show", ID).stderr
    assert found_in(place, "restore", ID)["story"]["id"] == ID


def test_no_two_stories_are_shown_under_one_id(place: Path) -> None:
    """Ids that differ in the employer alone get numbers, and keep off the ids of other stories."""
    for name, employer in (("On call at Acmetron", "Acmetron"), ("On call at Zorbix", "Zorbix")):
        done(
            "new",
            "--from",
            "-",
            text=f"---\ntitle: {name}\nemployer: {employer}\nmasked: yes\n---\nI was on call.",
        )
    ids = [story["id"] for story in found_in(place, "list")["stories"]]
    assert ids[1:3] == ["on-call-at-masked", "on-call-at-masked-2"]
    done("rm", "on-call-at-masked")
    assert found_in(place, "show", "on-call-at-masked-2")["story"]["title"] == "On call at [Organisation 1]"
    assert "restore on-call-at-masked`" in run("show", "on-call-at-masked").stderr
