"""The bank and files: import, export, backup, doctor."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from banked import LATE, done, run, told

pytest_plugins = ("bank_fixtures",)
pytestmark = pytest.mark.usefixtures("bank")


def told_of(*arguments: str, text: str) -> dict[str, Any]:
    """The JSON object of a call that reads standard input."""
    value = json.loads(done(*arguments, "--format", "json", text=text))
    assert isinstance(value, dict)
    return value


def test_import_reports_conflicts(late: Path, tmp_path: Path) -> None:
    """What differs is left alone and named, with exit status 1, until --replace is said."""
    done("export", str(tmp_path / "notes"))
    assert told("import", str(tmp_path / "notes"))["same"] == ["late-trains"]
    done("edit", "late", "--set", "title=Other")
    result = run("import", str(tmp_path / "notes"))
    assert result.exit_code == 1
    assert "Conflict: late-trains" in result.stdout
    assert told("show", "late")["story"]["title"] == "Other"
    assert told("import", str(tmp_path / "notes"), "--replace", "--dry-run")["changed"] == ["late-trains"]
    assert told("show", "late")["story"]["title"] == "Other"
    done("import", str(tmp_path / "notes"), "--replace")
    assert told("show", "late")["story"]["title"] == "Late trains"
    done("rm", "late")
    assert told("import", str(tmp_path / "notes"))["conflicts"][0]["why"] == "was removed"


def test_import_remarks_on_what_nobody_knows(tmp_path: Path) -> None:
    """Each unknown key and tag once, with its files and the nearest name; it is kept, and nothing fails."""
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "a.md").write_text("---\ntitle: A\nprinciples: [Ownershp]\nmood: glad\n---\n\nI did it.\n")
    (notes / "b.md").write_text("---\ntitle: B\nmood: sad\nemployr: Acme\n---\n\nI did it.\n")
    result = run("import", str(notes), "--dry-run")
    assert (result.exit_code, result.stderr.count("\n")) == (0, 3)
    assert f"{notes / 'a.md'}, {notes / 'b.md'}: kept 'mood'" in result.stderr
    assert "did you mean 'employer'?" in result.stderr
    assert "storybank:" not in result.stdout
    value = told("import", str(notes))
    assert [(r["kind"], r["name"], r["nearest"], len(r["files"])) for r in value["remarks"]] == [
        ("key", "employr", "employer", 1), ("key", "mood", None, 2), ("principle", "ownershp", "ownership", 1),
    ]  # fmt: skip
    assert value["new"] == ["a", "b"]
    assert told("show", "b")["story"]["extra"] == {"mood": "sad", "employr": "Acme"}
    assert told("show", "a")["story"]["principles"] == ["ownershp"]
    assert run("import", str(notes)).stderr == "", "what is there already was remarked on before"


def test_an_import_of_known_names_is_silent(late: Path, tmp_path: Path) -> None:
    """No remark where there is nothing to say, and a playbook of one's own that is broken is not even opened."""
    assert told("import", str(late), "--replace")["remarks"] == []
    assert run("import", str(late), "--replace").stderr == ""


def test_a_broken_playbook_stops_no_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is remarked on too; the stories are kept."""
    monkeypatch.setenv("STORYBANK_PLAYBOOK", str(tmp_path / "none"))
    (tmp_path / "a.md").write_text("---\ntitle: A\nprinciples: Care\n---\n")
    result = run("import", str(tmp_path / "a.md"))
    assert result.exit_code == 0
    assert "there is no such folder" in result.stderr
    assert "no principle 'care'" in result.stderr
    assert told("list")["of"] == 1


@pytest.mark.parametrize("name", ["notes", "all.json", "all.csv"])
def test_out_and_in_again(name: str, tmp_path: Path) -> None:
    """All examples come back the same from each format, and a second export changes nothing."""
    demo, target = str(tmp_path / "demo.sqlite"), str(tmp_path / name)
    run("demo-bank", demo)
    assert told("export", target, "--bank", demo)["stories"] == 14
    assert told("export", target, "--bank", demo)["files"] == 0
    assert len(told("import", target)["new"]) == 14
    assert told("list")["stories"] == told("list", "--bank", demo)["stories"]
    assert len(told("import", target)["same"]) == 14


@pytest.mark.parametrize("name", ["notes", "all.json"])
def test_masked_and_back(name: str, tmp_path: Path) -> None:
    """What leaves the machine names neither employer nor people; with the key it comes back exactly."""
    demo, target, key = str(tmp_path / "demo.sqlite"), tmp_path / name, str(tmp_path / "key.json")
    run("demo-bank", demo)
    assert "cannot be undone" in run("export", "-", "--bank", demo, "--anonymise").stderr
    done("export", str(target), "--bank", demo, "--anonymise", "--key", key)
    files = list(target.iterdir()) if target.is_dir() else [target]
    text = "".join(file.read_text() for file in files)
    assert not [
        word for word in ("Quillfinder", "quillfinder", "Dorian", "Ilse", "Orrin", "Stanmere") if word in text
    ]
    done("import", str(target), "--key", key)
    assert told("list")["stories"] == told("list", "--bank", demo)["stories"]
    assert len(told("import", demo_export(demo, tmp_path))["same"]) == 14
    assert run("export", "x", "--key", key).exit_code == 2


def demo_export(demo: str, folder: Path) -> str:
    """The examples as they are, in a file."""
    done("export", str(folder / "plain.json"), "--bank", demo)
    return str(folder / "plain.json")


def test_masking_the_employer_only(tmp_path: Path) -> None:
    """With --mask the employer is left out where the owner marked it, in the words too, and nothing else."""
    demo = str(tmp_path / "demo.sqlite")
    run("demo-bank", demo)
    listed = json.loads(done("export", "-", "--bank", demo, "--mask"))["stories"]
    assert {s["id"] for s in listed if not s["employer"]} == {
        "no-rewrite",
        "payroll-cutover",
        "crane-standard",
    }
    assert not [name for name in ("Quillfinder", "Birchwell", "Transmarine") if name in json.dumps(listed)]


def test_an_export_of_what_is_masked_says_that_it_holds_the_real_words(late: Path, tmp_path: Path) -> None:
    """One who masks an employer may send the folder on: the word of warning names the option."""
    assert run("export", str(tmp_path / "a")).stderr == ""
    done("edit", "late", "--set", "employer=Norrey", "--set", "masked=yes")
    assert "1 story masks its employer or period" in run("export", str(tmp_path / "b")).stderr
    assert run("export", str(tmp_path / "c"), "--mask").stderr == ""
    assert "--mask" not in run("export", str(tmp_path / "d"), "--anonymise").stderr


def test_export_overwrites_nothing_unasked(late: Path, tmp_path: Path) -> None:
    """A file that somebody changed is not touched without --replace."""
    done("export", str(tmp_path / "notes"))
    file = tmp_path / "notes" / "late-trains.md"
    file.write_text("mine")
    assert "is there and differs" in run("export", str(tmp_path / "notes")).stderr
    assert file.read_text() == "mine"
    done("export", str(tmp_path / "notes"), "--replace")
    assert file.read_text() != "mine"
    assert [p.name for p in (tmp_path / "notes").iterdir()] == ["late-trains.md"]


def test_standard_input_can_be_imported(late: Path) -> None:
    """What export writes there comes back, and so does Markdown; a fault names where it stands."""
    out = done("export", "-")
    done("edit", "late", "--set", "title=Other")
    assert told_of("import", "-", "--replace", text=out)["changed"] == ["late-trains"]
    assert told_of("import", "-", text="# A pump\n\nI mended it.\n")["new"] == ["a-pump"]
    assert "standard input: line 2" in run("import", "-", text="---\nlevel: L9\n---\n").stderr
    assert "standard input" in run("import", "-", text="").stderr


def test_files_that_hold_no_stories_say_what_they_are_for(late: Path, bank: Path, tmp_path: Path) -> None:
    """A document is for `mine`, a bank for --bank: the message names the command."""
    (tmp_path / "cv.docx").write_bytes(b"PK")
    assert "`storybank mine" in run("import", str(tmp_path / "cv.docx")).stderr
    assert f"--bank {bank}`" in run("import", str(bank)).stderr


def test_titles_without_a_word_take_the_name_of_their_file(tmp_path: Path) -> None:
    """Two stories whose titles are signs alone come in together, each under its own id."""
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "pump trouble.md").write_text("---\ntitle: 🚀\n---\n\nI mended it.\n")
    (notes / "late_trains.md").write_text("---\ntitle: ✨\n---\n\nI moved it.\n")
    assert told("import", str(notes))["new"] == ["late-trains", "pump-trouble"]
    assert told("show", "pump-trouble")["story"]["title"] == "🚀"


def test_a_page_about_the_folder_is_no_story(tmp_path: Path) -> None:
    """README is passed over among the files of a folder, and taken where it is named."""
    (tmp_path / "late.md").write_text(LATE)
    (tmp_path / "README.md").write_text("My stories for the spring.")
    done("import", str(tmp_path))
    assert told("list")["of"] == 1
    done("import", str(tmp_path / "README.md"))
    assert told("list")["of"] == 2
    (tmp_path / "license.md").write_text("---\ntitle: License\n---\nI read the small print.")
    done("import", str(tmp_path))
    assert told("list")["of"] == 3


def test_one_bad_file_and_nothing_comes_in(tmp_path: Path) -> None:
    """The message names the file and the line."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.md").write_text(LATE)
    (folder / "b.md").write_text("---\ntitle: B\nlevel: L9\n---\n")
    result = run("import", str(folder))
    assert result.exit_code == 2
    assert f"{folder / 'b.md'}: line 3: `level`" in result.stderr
    assert told("list")["of"] == 0


@pytest.mark.parametrize("what", ["missing.md", ".", "x.pdf"])
def test_what_cannot_be_imported(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not there, a folder without stories, a kind that is not known: one line each."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4")
    result = run("import", what)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"storybank: {what}")
    assert result.stderr.count("\n") == 1


def test_nothing_to_export_to_standard_output(bank: Path) -> None:
    """An empty bank is said to be empty, and not to hold several stories."""
    assert "The bank is empty" in done("export", "-", "--as", "markdown")


@pytest.mark.parametrize("kind", ["csv", "markdown"])
def test_json_is_no_table_and_no_page(kind: str, late: Path) -> None:
    """`--format json` promises one object on standard output, so another kind there is refused."""
    result = run("export", "-", "--as", kind, "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "one object" in result.stderr


def test_a_rescue_of_nothing_says_so(tmp_path: Path, bank: Path) -> None:
    """Where there is no bank, nobody is left to believe that its stories were saved."""
    said = done("doctor", "--rescue", str(tmp_path / "saved.sqlite"))
    assert "was not made" in " ".join(said.split())
    assert not (tmp_path / "saved.sqlite").exists()


def test_the_name_says_what_is_written(late: Path, tmp_path: Path) -> None:
    """One story goes to a file that is named like one; several need a folder; an unknown ending is asked about."""
    done("export", str(tmp_path / "one.md"), "late")
    assert (tmp_path / "one.md").read_text().startswith("---")
    done("new", "--title", "Boats")
    assert "need a folder" in run("export", str(tmp_path / "two.md")).stderr
    assert "--as" in run("export", str(tmp_path / "x.xyz")).stderr
    done("export", str(tmp_path / "v1.2") + "/")
    assert len(list((tmp_path / "v1.2").iterdir())) == 2


def test_backup_and_doctor(late: Path, tmp_path: Path, bank: Path) -> None:
    """The copy is a bank; a damaged one is found out and saved from."""
    copy = told("backup", str(tmp_path / "copy.sqlite"))
    assert copy["stories"] == 1
    assert told("list", "--bank", copy["file"]) == told("list")
    if os.name == "posix":
        assert Path(copy["file"]).stat().st_mode & 0o077 == 0
    assert "exists already" in run("backup", copy["file"]).stderr
    assert told("backup")["file"].startswith(str(tmp_path / "bank-"))
    with bank.open("r+b") as file:
        file.seek(16_384)
        file.write(b"\xff" * 5_000)
    result = run("doctor")
    assert result.exit_code == 1
    assert "1 story with 1 revision can be read" in " ".join(result.stdout.split())
    assert run("doctor", "--rescue", str(tmp_path / "saved.sqlite")).exit_code == 1
    assert told("list", "--bank", str(tmp_path / "saved.sqlite"))["stories"][0]["id"] == "late-trains"


def test_a_refused_bank_is_one_line(tmp_path: Path, bank: Path) -> None:
    """No traceback for a place where no bank can be, nor for one of a newer version."""
    (tmp_path / "text").write_text(
        "no database at all, but long enough to have a head of a hundred bytes " * 3
    )
    for place in (
        str(tmp_path),
        str(tmp_path / "text"),
        "mysql://x/y",
        "postgresql://u:secret@localhost:1/x",
    ):
        result = run("list", "--bank", place)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert result.stderr.startswith("storybank: ")
        assert "secret" not in result.stderr
    done("new", "--title", "A")
    with closing(sqlite3.connect(bank)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0999'")
        raw.commit()
    assert "newer storybank" in run("list").stderr


@pytest.mark.parametrize(("name", "text"), [("a.json", "[]"), ("a.csv", "title,period\n")])
def test_a_file_without_stories(name: str, text: str, tmp_path: Path) -> None:
    """Nothing came in, and that is said."""
    (tmp_path / name).write_text(text)
    assert "No story stands in there" in done("import", str(tmp_path / name))


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    """It is read all the same, and how is said."""
    (tmp_path / "a.md").write_bytes("# Café\n\nI did it.\n".encode("cp1252"))
    assert "a.md: read as Windows-1252" in run("import", str(tmp_path / "a.md")).stderr
    assert told("show", "café")["story"]["title"] == "Café"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_export_to_a_device(late: Path) -> None:
    """Only a file or a folder can be kept whole or not at all."""
    result = run("export", "/dev/full", "--as", "json", "--replace")
    assert result.exit_code == 2
    assert "/dev/full is no file; export to another place" in result.stderr
