"""The README's tour, "Ten minutes: from nothing to a plan for the day", taken as a new user takes it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TITLE = "Ten minutes: from nothing to a plan for the day"
SECONDS = 300  # so that a command that hangs ends; nobody's speed is judged by it
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RESUME = (
    "Jo Fenn",
    "Harbour planner, Kelm Ferries, 2021 to 2024",
    "I cut the queue at the north quay from 40 to 12 minutes by moving two sailings.",
    "I led the change from paper tickets to cards in three ports against the captains' doubts.",
)
NOTES = "# 2023\n\nI stopped the launch of the card readers myself when 14 of them failed in the rain.\n"
SAYS = {
    "demo-bank": ["14 fictional stories", "demo.sqlite"],
    "new": ["Kept the-lift-that-waited"],
    "mine": ["north quay", "card readers"],
    "tag": ["What winter-ferry shows", "“"],
    "match": ["It asks for", "\n  1 ", "\n      + "],
    "coverage": ["customer-obsession", "cross-functional"],
    "plan-loop": ["proven best", "1 Ada", "2 Ben"],
    "adapt": ["The telling", "Norrey Island Ferries"],
    "export": ["Exported 15 stories to out"],
}
"""What each command of the tour is expected to say, by its name."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command that was run: how it ended and what it said."""

    line: str
    status: int
    said: str
    complained: str


def tour() -> list[str]:
    """The lines to type, without their remarks."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {re.escape(TITLE)}\n(.*?)(?=^## |\Z)", readme, re.MULTILINE | re.DOTALL)
    assert section, f"README.md has no section {TITLE!r}"
    return [line.strip() for line in section[1].splitlines() if line.startswith("    ")]


LINES = tour()
COMMANDS = [shlex.split(line, comments=True)[1] for line in LINES if line.startswith("storybank ")]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder to work in, with a résumé and notes; `home` in it is the user's."""
    folder = tmp_path_factory.mktemp("tour")
    (folder / "home").mkdir()
    (folder / "notes").mkdir()
    (folder / "notes" / "2023.md").write_text(NOTES, encoding="utf-8")
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in RESUME)
    with zipfile.ZipFile(folder / "resume.docx", "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
    return folder


@pytest.fixture(scope="module")
def steps(place: Path) -> dict[str, Step]:
    """The whole tour, taken once from top to bottom in a home without anything in it; by command."""
    program = shutil.which("storybank", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("storybank is not installed beside this Python")
    if not hasattr(os, "openpty"):
        pytest.skip("needs a terminal as POSIX has them")
    ours = ("STORYBANK_", "XDG_", "PYTHON")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment |= {"HOME": str(place / "home"), "COLUMNS": "80", "LINES": "200", "NO_COLOR": "1"}
    taken = {}
    for line in LINES:
        words = shlex.split(line, comments=True)
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            environment[name] = value
            continue
        assert words[0] == "storybank", f"the tour asks for {line!r}; teach this test to take that step"
        asked = "The lift that waited\nI ran the goods lift.\n" + "\n" * 30 if words[1] == "new" else None
        taken[words[1]] = run(line, [program, *words[1:]], place, environment, asked)
    return taken


def run(line: str, command: list[str], place: Path, environment: dict[str, str], typed: str | None) -> Step:
    """One command in a pipe or, with something `typed`, at a terminal."""
    if typed is None:
        done = subprocess.run(
            command,
            cwd=place,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
        )
        return Step(line, done.returncode, done.stdout.decode(), done.stderr.decode())
    ours, theirs = os.openpty()
    with subprocess.Popen(
        command, cwd=place, env=environment, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE
    ) as child:
        os.close(theirs)
        os.write(ours, typed.encode())
        said = b""
        try:
            while chunk := os.read(ours, 65_536):
                said += chunk
        except OSError:  # how Linux says that the other end of a terminal is closed
            pass
        complained = child.communicate(timeout=SECONDS)[1]
    os.close(ours)
    return Step(line, child.returncode, said.decode(), complained.decode())


def test_every_step_is_known() -> None:
    """The README's tour and what this module expects of it name the same commands, each once."""
    assert sorted(COMMANDS) == sorted(SAYS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_step_of_the_tour(steps: dict[str, Step], name: str) -> None:
    """As it stands in the README, the command works and says what the tour promises."""
    if name == "match" and not files("storybank.signals").joinpath("meaning_data").is_dir():
        pytest.skip("the model of meanings (signals/meaning_data) is not here")
    step = steps[name]
    assert (step.status, step.complained) == (0, ""), f"{step.line}\n{step.said}\n{step.complained}"
    missing = [words for words in SAYS[name] if words not in step.said]
    assert not missing, f"{step.line}\nlacks {missing}:\n{step.said}"


def test_the_plan_serves_everybody(steps: dict[str, Step]) -> None:
    """The tour ends in a plan with two stories for each of the two interviewers, and no gap."""
    said = steps["plan-loop"].said
    assert len(re.findall(r"^   • ", said, re.MULTILINE)) == 4
    assert "missing" not in said


def test_what_was_exported_is_masked(steps: dict[str, Step], place: Path) -> None:
    """No employer of the examples stands in the folder that the tour's last command made."""
    assert steps["export"].status == 0
    texts = [path.read_text(encoding="utf-8") for path in (place / "out").glob("*.md")]
    assert len(texts) == 15
    assert not [text for text in texts if "Norrey Island Ferries" in text]
    assert any("[Organisation" in text for text in texts)


def test_the_users_own_bank_is_untouched(steps: dict[str, Step], place: Path) -> None:
    """With STORYBANK_DB set to the examples, no bank comes into being in the user's home."""
    assert steps["plan-loop"].status == 0
    assert not list((place / "home").rglob("bank.sqlite*"))
