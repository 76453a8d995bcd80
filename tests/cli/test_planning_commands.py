"""`plan-loop` and `coverage` as somebody would type them, on the example bank and on an empty one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import click
import pytest
from click.testing import CliRunner, Result

from storybank.cli import LazyGroup

NAMES = ("plan-loop", "coverage", "demo-bank")
ADA, BO = (
    ("--interviewer", "Ada (bar raiser): ownership, dive-deep"),
    ("--interviewer", "Bo: earn trust, conflict"),
)
Run = Callable[..., Result]


class PlanningGroup(LazyGroup):
    """A group of these commands, whether or not they are registered."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a module."""
        command = import_module(f"storybank.cli.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it."""
        return click.Group.resolve_command(self, ctx, args)


GROUP = PlanningGroup("storybank", context_settings={"help_option_names": ["-h", "--help"]})


@pytest.fixture(autouse=True)
def _words_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tags alone decide: how words are read changes whenever that model is taught again."""
    for module in ("plan_loop", "coverage"):
        monkeypatch.setattr(f"storybank.cli.{module}.words_show", lambda bank, where: {})


def _runner(bank: Path) -> Run:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(GROUP, [*arguments], env={"STORYBANK_DB": str(bank), "COLUMNS": "80"})

    return run


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example bank."""
    path = tmp_path_factory.mktemp("bank") / "demo.sqlite"
    assert CliRunner().invoke(GROUP, ["demo-bank", str(path)]).exit_code == 0
    return path


@pytest.fixture
def run(demo: Path) -> Run:
    """Commands on the example bank."""
    return _runner(demo)


@pytest.fixture
def empty(tmp_path: Path) -> Run:
    """Commands on a bank that does not exist yet."""
    return _runner(tmp_path / "none.sqlite")


def told(result: Result) -> dict[str, Any]:
    """The one object on standard output."""
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    assert found["version"] == 1
    return found


def test_a_plan_from_flags(run: Run) -> None:
    """Two interviewers in words get two stories each, proven."""
    plan = told(run("plan-loop", *ADA, *BO, "--company", "Zeta", "--format", "json"))
    assert [i["name"] for i in plan["interviewers"]] == ["Ada", "Bo"]
    assert [w["name"] for w in plan["interviewers"][1]["wishes"]] == ["earn-trust", "conflict-resolution"]
    assert len(plan["assignments"]) == 4
    assert plan["optimal"]
    assert plan["company"] == "Zeta"


def test_a_plan_from_a_file_and_flags(run: Run, tmp_path: Path) -> None:
    """Flags add interviewers to those of the file, and beat its other values."""
    text = 'level = "L5"\n[[interviewer]]\nname = "Cy"\nwishes = ["frugality"]\nstories = 1'
    (tmp_path / "loop.toml").write_text(text)
    plan = told(run("plan-loop", str(tmp_path / "loop.toml"), *ADA, "--level", "l7", "--stories", "1",
                    "--format", "json"))  # fmt: skip
    assert plan["level"] == "L7"
    assert [(i["name"], i["stories"]) for i in plan["interviewers"]] == [("Cy", 1), ("Ada", 1)]


def test_prices_on_demand(run: Run) -> None:
    """Prices are there when asked for: of stories, limits, terms, and of one story more."""
    assert told(run("plan-loop", *ADA, "--format", "json"))["prices"] == []
    prices = told(run("plan-loop", *ADA, "--prices", "--format", "json"))["prices"]
    assert {p["kind"] for p in prices} == {"story", "limit", "term", "one-more"}


def test_stories_can_be_set_and_left_out(run: Run) -> None:
    """A story that is set is told there; one that is left out is not told."""
    first = told(run("plan-loop", *ADA, "--format", "json"))["assignments"][0]["story"]
    plan = told(run("plan-loop", *ADA, "--without", first, "--set", "Ada=surplus", "--format", "json"))
    stories = [a["story"] for a in plan["assignments"]]
    assert "surplus-bread" in stories
    assert first not in stories


def test_a_wish_too_many_is_told_apart_from_one_that_no_story_serves(run: Run) -> None:
    """Three wishes and two stories: the third finds no room, which is no gap in the bank."""
    page = run("plan-loop", "--interviewer", "Eve: ownership, frugality, dive-deep", "--short").stdout
    assert "2 stories leave no room for:" in page
    assert "no story for" not in page


def test_a_plan_to_read(run: Run) -> None:
    """The page names interviewers, stories and the proof; --short leaves the reasons out."""
    long, short = run("plan-loop", *ADA).stdout, run("plan-loop", *ADA, "--short").stdout
    assert "Ada  bar raiser" in long
    assert "proven best" in short
    assert len(short) < len(long)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "no interviewers"),
        (("none.toml",), "no such file"),
        (
            ("--interviewer", "Ada"),
            "Ada: no principle or theme, so no story can be chosen; name two or three",
        ),
        (
            ("--interviewer", "Ada:"),
            "Ada: no principle or theme, so no story can be chosen; name two or three",
        ),
        (("--interviewer", ": ownership"), "cannot read the interviewer"),
        ((*ADA, "--least-fit", "nan"), "least_fit: must be a number from 0 to 1, not nan"),
        (("--interviewer", "Ada: ownershipp"), "did you mean 'ownership'"),
        ((*ADA, "--set", "surplus-bread"), "write it as NAME=STORY"),
        ((*ADA, "--set", "Ada=surplus-bred"), "nearest: surplus-bread"),
        ((*ADA, "--without", "surplus-bred"), "nearest: surplus-bread"),
        ((*ADA, *ADA), "two interviewers are called 'Ada'"),
        ((*ADA, "--least-fit", "2"), "range"),
    ],
)
def test_wrong_use_is_answered_in_one_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    """What cannot be followed is refused on one line that says what to do, with status 2."""
    result = run("plan-loop", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_plan_on_an_empty_bank(empty: Run) -> None:
    """Without stories there is a helpful word, or an empty plan that says what is missing."""
    assert "storybank new" in empty("plan-loop", *ADA).stdout
    plan = told(empty("plan-loop", *ADA, "--format", "json"))
    assert plan["assignments"] == []
    assert plan["shortfalls"]


def test_coverage_in_every_format(run: Run) -> None:
    """Heat map, JSON, CSV and SVG speak of the same bank."""
    found = told(run("coverage", "--format", "json"))
    assert len(found["stories"]) == 14
    assert found["next"]["reasons"]
    assert "The story to write next" in run("coverage").stdout
    rows = run("coverage", "--format", "csv").stdout.splitlines()
    assert len(rows) == 1 + len(found["matters"])
    assert ElementTree.fromstring(run("coverage", "--format", "svg").stdout).tag.endswith("svg")


def test_coverage_for_a_loop(run: Run, tmp_path: Path) -> None:
    """With a loop file the next story is one that this loop asks for."""
    (tmp_path / "loop.toml").write_text('[[interviewer]]\nname = "Cy"\nwishes = ["frugality", "shipping"]')
    found = told(run("coverage", "--loop", str(tmp_path / "loop.toml"), "--format", "json"))
    assert found["next"]["wish"] in ("frugality", "shipping-under-pressure")


@pytest.mark.parametrize("arguments", [("coverage", "--review"), ("plan-loop", *ADA, "--review")])
def test_reviews_are_kept(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """The second time no story is read again, and the answer is the same; a damaged file is not noticed."""
    bank, read = tmp_path / "bank.sqlite", []
    shutil.copy(demo, bank)

    def review_text(text: str, *, question: str | None, level: str) -> SimpleNamespace:
        read.append(text)
        return SimpleNamespace(scores={n: SimpleNamespace(value=1 + len(text) % 5) for n in "cpig"})

    monkeypatch.setattr("storybank.usecases.review_answer.review_text", review_text)
    first = _runner(bank)(*arguments, "--format", "json")
    assert len(read) == 14
    assert _runner(bank)(*arguments, "--format", "json").stdout == first.stdout
    assert len(read) == 14
    (tmp_path / "bank.sqlite.reviews").write_text("damaged")
    assert _runner(bank)(*arguments, "--format", "json").stdout == first.stdout
    assert len(read) == 28


def test_coverage_of_an_empty_bank(empty: Run) -> None:
    """Without stories: advice where to begin, in words and in JSON; table and picture are still whole."""
    assert "storybank new" in empty("coverage").stdout
    found = told(empty("coverage", "--format", "json"))
    assert found["advice"]
    assert found["cross_functional"]["share"] is None
    assert len(empty("coverage", "--format", "csv").stdout.splitlines()) == 44
    assert "no story yet" in empty("coverage", "--format", "svg").stdout


@pytest.mark.parametrize("module", ["plan_loop", "coverage"])
def test_commands_start_light(module: str) -> None:
    """Importing the command loads nothing heavy."""
    code = (
        f"import sys, storybank.cli.{module}\n"
        "print({'rich', 'numpy', 'highspy', 'sqlalchemy', 'pydantic', 'onnxruntime'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
