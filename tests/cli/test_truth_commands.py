"""`adapt`, `check-facts`, `compare`, `anonymise`: what they say, to people and to programs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from banked import run

NAMES = ("adapt", "check-facts", "compare", "anonymise")
STORY = (
    "Our depot printed labels on a server that froze nine times a month at Daventry. Nobody owned it, so I "
    "told my director that I would find the cause. I watched the queue for three nights with Ada Smith. I put a small "
    "proxy in front of it. Freezes fell from nine a month to none by March. I learned "
    "to ask who pays for my side work before I begin it.\n"
)


@pytest.fixture(autouse=True)
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bank of the test's own, with one story in two revisions, and no colours asked for."""
    monkeypatch.setenv("STORYBANK_DB", str(tmp_path / "bank.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "grown.md").write_text(STORY.replace("nine a month", "19 a month"), encoding="utf-8")


@pytest.fixture
def kept() -> str:
    """The id of a story in the bank."""
    Path("new.md").write_text(f"---\ntitle: Labels\nemployer: acme\n---\n\n{STORY}", encoding="utf-8")
    assert run("new", "--from", "new.md").exit_code == 0
    return "labels"


def told(*arguments: str) -> dict[str, Any]:
    """The JSON object of a call, and nothing else on standard output."""
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    value = json.loads(result.stdout)
    assert value["version"] == 1
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("name", NAMES)
def test_help_loads_nothing_heavy(name: str) -> None:
    """Help comes without numbers, the terminal library or the database."""
    module = name.replace("-", "_")
    code = (
        f"import sys\nfrom storybank.cli.{module} import command\nheavy = {{'rich', 'numpy', "
        "'onnxruntime', 'sqlalchemy', 'msgspec', 'pydantic'}\nprint(heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
    assert run(name, "--help").exit_code == 0


def test_adapt_gives_spans_of_the_source() -> None:
    """For each sentence of the new text: where it stood; and the text is made of them alone."""
    value = told("adapt", "story.md", "--principle", "dive-deep", "--seconds", "25")
    source = Path("story.md").read_text(encoding="utf-8")
    assert value["source"] == source
    assert all(source[s["start"] : s["end"]] == s["text"] for s in value["sentences"])
    rest = value["text"]
    for sentence in value["sentences"]:
        rest = rest.replace(sentence["text"], "", 1)
    assert not rest.strip()
    assert value["seconds"] <= 25
    assert value["proven_best"] is True
    assert {c["change"] for c in value["choices"]} <= {"kept", "moved", "trimmed", "dropped"}


def test_the_contract_names_every_field_of_adapt() -> None:
    """Whoever writes a program against `adapt --format json` finds each of its fields in docs/contracts.md."""
    contracts = (Path(__file__).parents[2] / "docs" / "contracts.md").read_text(encoding="utf-8")
    section = contracts.partition("## `adapt")[2].partition("\n## ")[0]
    found = told("adapt", "story.md", "--principle", "frugality", "--seconds", "20")
    parts = [found, found["for"], *(found[name][0] for name in ("sentences", "prompts", "choices"))]
    assert [key for part in parts for key in part if f'"{key}"' not in section] == []


@pytest.mark.parametrize("columns", [40, 80])
def test_adapt_shows_what_changed(columns: int) -> None:
    """Telling, questions and reasons fit the window, without an escape sequence in a pipe."""
    shown = run("adapt", "story.md", "--seconds", "25", columns=columns).stdout
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= columns
    assert "worth less" in " ".join(shown.split())


def test_adapt_tells_a_story_of_the_bank(kept: str) -> None:
    """An id is looked up in the bank."""
    assert told("adapt", kept, "--round", "executive")["sentences"][0]["change"] == "moved"
    assert told("adapt", kept[:-1])["source"] == told("adapt", kept)["source"]


@pytest.mark.parametrize("words", ["", "\n\nLate again.\n"])
def test_adapt_asks_where_a_story_is_hardly_begun(words: str) -> None:
    """A title in the bank, or a few words: questions only, in the same shape and with status 0."""
    Path("new.md").write_text(f"---\ntitle: Scrap\n---\n{words}", encoding="utf-8")
    assert run("new", "--from", "new.md").exit_code == 0
    value, whole = told("adapt", "scrap"), told("adapt", "story.md")
    assert value.keys() == whole.keys()
    assert (value["text"], value["sentences"], value["choices"], value["words"]) == ("", [], [], 0)
    assert [p["part"] for p in value["prompts"]] == ["situation", "task", "action", "result", "learning"]
    shown = run("adapt", "scrap", columns=40)
    assert shown.exit_code == 0
    assert "What the story lacks" in shown.stdout
    assert "The telling" not in shown.stdout
    assert "What came of it?" in " ".join(shown.stdout.split())
    assert max(map(len, shown.stdout.splitlines())) <= 40


def test_adapt_reads_standard_input() -> None:
    """- is what comes down the pipe."""
    assert run("adapt", "-", text=STORY).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("adapt", "nobody"), "no story 'nobody'"),
        (("adapt", "missing.md"), "no such file"),
        (("adapt", "story.md", "--principle", "dive-dep"), "dive-deep"),
        (("adapt", "story.md", "--round", "lunch"), "round"),
        (("adapt", "story.md", "--wpm", "nan"), "not a number"),
        (("adapt", "story.md", "--seconds", "nan"), "not a number"),
        (("compare", "missing.md"), "no such file"),
        (("check-facts", "-", "-"), "once only"),
        (("anonymise", "story.md", "--restore"), "--key"),
        (("anonymise", "story.md", "grown.md"), "--out"),
        (("anonymise", "story.md", "--key", "story.md"), "no key file"),
    ],
)
def test_wrong_use_is_answered_in_one_line(arguments: tuple[str, ...], says: str) -> None:
    """What went wrong and what to do, on standard error, with status 2."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_check_facts_finds_what_grew() -> None:
    """Each finding with its place, why, and what the source says; status 1 when asked for."""
    value = told("check-facts", "story.md", "grown.md")
    assert [(i["kind"], i["quote"], i["nearest"]["quote"]) for i in value["inventions"]] == [
        ("figure", "19", "nine")
    ]
    assert "19" in run("check-facts", "story.md", "grown.md", columns=40).stdout
    assert run("check-facts", "story.md", "grown.md", "--fail").exit_code == 1
    assert run("check-facts", "story.md", "story.md", "--fail").exit_code == 0


def test_check_facts_says_how_sure_it_is() -> None:
    """Each finding bears its word, the summary counts both, and in a sentence what is sure comes first."""
    Path("both.md").write_text(
        STORY.replace("I put a small proxy in front of it.", "Nobody put 14 proxies in front of it."),
        encoding="utf-8",
    )
    found = told("check-facts", "story.md", "both.md")["inventions"]
    sure = sum(one["certainty"] == "sure" for one in found)
    said = run("check-facts", "story.md", "both.md", columns=200).stdout
    assert 0 < sure < len(found)
    assert f"{len(found)}: {sure} sure, {len(found) - sure} doubtful" in said
    words = [line.split()[1] for line in said.splitlines() if "“" in line and not line.startswith("  ")]
    assert words == ["sure"] * sure + ["doubtful"] * (len(found) - sure)


def test_compare_says_when_two_tell_different_events() -> None:
    """Nothing found between them is no agreement: what it means is said, and what to do next."""
    Path("apart.md").write_text(
        "My orchestra lost its hall in a flood. I rang two churches and moved the concert within a day.\n"
        "The choir sang by candlelight, and four hundred listeners came.\n",
        encoding="utf-8",
    )
    (found,) = told("compare", "story.md", "apart.md")["comparisons"]
    said = " ".join(run("compare", "story.md", "apart.md").stdout.split())
    assert not found["whole"]
    assert "Nothing drifted" not in said
    assert "seem to tell different events" in said
    assert "storybank check-facts" in said
    assert "Nothing drifted and nothing grew" in run("compare", "story.md", "story.md").stdout


def test_compare_finds_drift_in_files() -> None:
    """A figure that grew, located in both."""
    value = told("compare", "story.md", "grown.md")
    (difference,) = value["comparisons"][0]["differences"]
    assert (difference["change"], difference["here"]["quote"], difference["there"]["quote"]) == (
        "grew",
        "19",
        "nine",
    )
    shown = run("compare", "story.md", "grown.md", columns=40).stdout
    assert max(map(len, shown.splitlines())) <= 40


def test_compare_holds_a_story_against_its_own_past(kept: str) -> None:
    """Revisions in the bank are tellings too; a story without any is told so."""
    assert "nothing to compare" in run("compare", kept).stdout
    Path("second.md").write_text(
        f"---\ntitle: Labels\nid: {kept}\n---\n\n" + STORY.replace("nine", "19"),
        encoding="utf-8",
    )
    from storybank.wiring import clock, open_store

    store = open_store(None)
    from dataclasses import replace

    store.save(replace(store.get(kept), prose=STORY.replace("nine", "19")), clock().now())
    store.close()
    value = told("compare", kept)
    assert [c["name"] for c in value["comparisons"]] == ["revision 1"]
    assert value["comparisons"][0]["differences"][0]["change"] == "shrank"


def test_anonymise_and_back() -> None:
    """Masked, nothing of the names is left; with the key the file comes back to the last byte."""
    masked = run("anonymise", "story.md", "--key", "key.json")
    assert "Smith" not in masked.stdout
    assert "Daventry" not in masked.stdout
    Path("masked.md").write_text(masked.stdout, encoding="utf-8")
    assert run("anonymise", "masked.md", "--key", "key.json", "--restore").stdout == STORY


def test_anonymise_hides_the_employer_of_a_story(kept: str) -> None:
    """An employer that the bank knows is hidden in any case of letters."""
    assert told("anonymise", kept)["texts"][0]["name"] == kept


def test_anonymise_several_into_a_folder() -> None:
    """Several texts go to files, and files that are there are not overwritten."""
    assert run("anonymise", "story.md", "grown.md", "--out", "out", "--key", "k.json").exit_code == 0
    assert sorted(p.name for p in Path("out").iterdir()) == ["grown.md", "story.md"]
    again = run("anonymise", "story.md", "grown.md", "--out", "out", "--key", "k.json")
    assert again.exit_code == 2
    assert "already" in again.stderr


def test_texts_of_one_name_are_written_beside_each_other() -> None:
    """Files of two folders may bear the same name; each gets a file of its own, and none is lost."""
    for folder, words in (("old", "I called Jane Smith."), ("new", "I called John Brown.")):
        Path(folder).mkdir()
        Path(folder, "story.md").write_text(words, encoding="utf-8")
    run("anonymise", "old/story.md", "new/story.md", "--out", "masked", "--key", "key.json")
    assert sorted(path.name for path in Path("masked").iterdir()) == ["story-2.md", "story.md"]
    assert all("I called" in path.read_text(encoding="utf-8") for path in Path("masked").iterdir())
