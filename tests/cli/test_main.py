"""The `storybank` command itself: help without loading anything, rules, schema, pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from storybank import __version__
from storybank.cli import COMMANDS, MEANT, group, main
from storybank.rules.model import Rule
from storybank.rules.registry import RULES

CALL = [sys.executable, "-c", "from storybank.cli import main; main()"]


def run(*arguments: str) -> Result:
    """The command line, as somebody would type it."""
    return CliRunner().invoke(group, arguments)


def test_help_imports_nothing_heavy() -> None:
    """`storybank --help` loads neither rich nor numpy nor any rule."""
    code = (
        "import sys\nfrom storybank.cli import main\nsys.argv = ['storybank', '--help']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'rich', 'numpy', 'onnxruntime', 'pydantic', 'storybank.rules', 'storybank.cli.review'}\n"
        "print(heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"
    assert all(name in done.stdout for name in COMMANDS)


@pytest.mark.parametrize(("before", "after"), [(None, "1"), ("4", "4")])
def test_numpy_starts_no_threads(
    before: str | None, after: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """None that would only wait; who wants some has them."""
    name = "OPENBLAS_NUM_THREADS"
    monkeypatch.setenv(name, before or "")
    if before is None:
        monkeypatch.delenv(name)
    monkeypatch.setattr(sys, "argv", ["storybank", "--version"])
    with pytest.raises(SystemExit):
        main()
    assert os.environ[name] == after
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help(name: str) -> None:
    """Every command that is listed exists under its name."""
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f" {name} [OPTIONS]" in result.stdout.split("\n")[0]


def test_version() -> None:
    """The version of the package."""
    assert run("--version").stdout == f"storybank {__version__}\n"


def test_python_dash_m() -> None:
    """`python -m storybank` is the command, under its own name."""
    done = subprocess.run(
        [sys.executable, "-m", "storybank", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"storybank {__version__}\n"


def test_unknown_command() -> None:
    """A slip of the finger is answered with the nearest name, in one line."""
    result = run("reveiw", "a.md")
    assert result.exit_code == 2
    assert result.stderr == "storybank: there is no command 'reveiw'; did you mean 'review'?\n"


@pytest.mark.parametrize(
    ("typed", "meant"), [("delete", "rm"), ("help", "--help"), ("ls", "list"), ("status", "coverage")]
)
def test_a_name_that_other_programs_use(typed: str, meant: str) -> None:
    """What people bring along from elsewhere leads to what does the same here, not to what is spelt alike."""
    result = run(typed, "a")
    assert result.exit_code == 2
    assert f"did you mean `storybank {meant}`?" in result.stderr


def test_the_other_names_lead_somewhere() -> None:
    """None of them hides a command, and each names one or an option."""
    assert not MEANT.keys() & COMMANDS.keys()
    assert all(meant in COMMANDS or meant.startswith("--") for meant in MEANT.values())


def test_an_option_before_the_command() -> None:
    """Where an option of a command belongs is said."""
    result = run("--bank", "ada.sqlite", "list")
    assert result.exit_code == 2
    assert "--bank is no option of storybank itself" in result.stderr
    assert "`storybank list --bank FILE`" in result.stderr


def test_schema() -> None:
    """The schema is valid JSON and names itself."""
    assert json.loads(run("schema").stdout)["$id"] == "urn:storybank:report:1"


def test_rules() -> None:
    """Every rule is listed, in text and JSON; a family narrows the list."""
    text = run("rules").stdout
    listed = json.loads(run("rules", "--format", "json").stdout)["rules"]
    assert [rule["name"] for rule in listed] == [rule.name for rule in RULES]
    assert all(rule.name in text and rule.code in text for rule in RULES)
    privacy = json.loads(run("rules", "--family", "Privacy", "--format", "json").stdout)["rules"]
    assert {rule["family"] for rule in privacy} == {"privacy"}
    assert run("rules", "--family", "x").exit_code == 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_explain(rule: Rule) -> None:
    """Each rule's page is shown by name and by code."""
    name, code = rule.name, rule.code
    shown = run("explain", name)
    assert shown.exit_code == 0
    assert shown.stdout == run("explain", code).stdout
    assert name in shown.stdout.splitlines()[1]
    assert len(shown.stdout.splitlines()) > 6


def test_explain_unknown() -> None:
    """The nearest rule is offered."""
    result = run("explain", "we-without-me")
    assert result.exit_code == 2
    assert "did you mean 'we-without-i'?" in result.stderr


@pytest.mark.parametrize("arguments", [["schema"], ["rules"], ["explain", "hedged"]])
def test_a_closed_pipe_is_quiet(arguments: list[str]) -> None:
    """Whoever reads may stop reading: no traceback, no complaint."""
    process = subprocess.Popen([*CALL, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=30), complaints) == (0, b"")
