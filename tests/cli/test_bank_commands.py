"""Commands on the bank: what they say, and that they say it everywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from banked import LATE, NAMES, done, run, told

pytest_plugins = ("bank_fixtures",)
pytestmark = pytest.mark.usefixtures("bank")


@pytest.mark.parametrize("name", NAMES)
def test_each_command_has_help_without_loading_anything(name: str) -> None:
    """Help comes without the database, numbers or the terminal library."""
    module = f"{name}_" if name in ("import", "list") else name.replace("-", "_")
    code = (
        "import sys\n"
        f"from storybank.cli.{module} import command\n"
        "try: command(['--help'], prog_name='storybank')\nexcept SystemExit: pass\n"
        "print({'sqlalchemy', 'rich', 'numpy', 'onnxruntime', 'pydantic', 'alembic', 'msgspec'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.splitlines()[-1] == "set()"
    assert "storybank [OPTIONS]" in shown.splitlines()[0]


@pytest.mark.parametrize("columns", [40, 80])
def test_an_empty_bank_has_a_helpful_word(columns: int, bank: Path) -> None:
    """Each command says what to do next, fits the window, and makes no file by looking."""
    assert "storybank new" in run("list", columns=columns).stdout
    assert "nothing to undo" in run("undo", columns=columns).stdout
    assert "storybank new" in run("show", "x", columns=columns).stderr
    assert "bank is empty" in run("backup", columns=columns).stderr.lower()
    assert "storybank new" in " ".join(run("export", "out", columns=columns).stdout.split())
    assert "All is well" in run("doctor", columns=columns).stdout
    assert all(len(line) <= columns for line in run("list", columns=columns).stdout.splitlines())
    assert not bank.exists()
    assert not Path("out").exists()


def test_a_bank_never_used_has_nothing_to_back_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """That it is empty is said, and not that a folder is missing which storybank itself would make."""
    monkeypatch.delenv("STORYBANK_DB")
    assert "the bank is empty" in run("backup").stderr


def test_json_on_an_empty_bank() -> None:
    """Programs get an object too."""
    assert told("list") == {"version": 1, "stories": [], "of": 0}
    assert told("undo") == {"version": 1, "undone": None, "stories": []}
    assert told("export", "out")["stories"] == 0
    assert told("doctor")["well"] is True


def test_show_prints_points_within_points(place: Path) -> None:
    """A point below another stands on a line of its own, deeper, in the list of actions and in prose alike."""
    file = "---\ntitle: Nested\n---\n\n{}## Action\n\n- I moved the school.\n  - It was not popular.\n- I went on.\n"
    done("new", "--from", "-", text=file.format("## Situation\n\nThree things:\n- late\n- dear\n\n"))
    lines = done("show", "nested").splitlines()
    assert [line for line in lines if line.startswith("  ")] == [
        "  • late", "  • dear", "  • I moved the school.", "    • It was not popular.", "  • I went on.",
    ]  # fmt: skip


def test_show_prints_headings_on_lines_of_their_own(place: Path) -> None:
    """Headings that are no parts of ours stay in the prose, and are shown as headings, however they are written."""
    done(
        "new",
        "--title",
        "Scale",
        "--from",
        "-",
        text="## Where\nIn a shop.\n\nWhat came of it\n-----\nTrust.\n- Two\n",
    )
    lines = [line.strip() for line in done("show", "scale").splitlines()]
    assert [line for line in lines if line][3:] == [
        "Where",
        "In a shop.",
        "What came of it",
        "Trust.",
        "• Two",
    ]


def test_new_list_show(late: Path) -> None:
    """From a file into the bank and out again, tags written as the playbook writes them."""
    assert "late-trains" in done("list")
    assert told("list")["stories"][0]["principles"] == ["dive-deep"]
    assert "I moved the timetable." in done("show", "late")
    assert told("show", "late-trains")["story"]["prose"] == "I moved the timetable. It was 40% faster."
    assert done("show", "Late Trains", "--format", "markdown").startswith("---\nid: late-trains\n")
    assert "late-trains-2" in done("new", "--from", "-", text=LATE)


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_pages_fit_the_window(columns: int, tmp_path: Path) -> None:
    """No line is wider than the window; in a pipe there is no escape sequence."""
    demo = str(tmp_path / "demo.sqlite")
    run("demo-bank", demo)
    calls = (
        ("list",),
        ("show", "payroll-cutover"),
        ("history", "payroll-cutover"),
        ("list", "--status", "draft"),
    )
    for call in calls:
        lines = run(*call, "--bank", demo, columns=columns).stdout.splitlines()
        assert lines
        assert max(map(len, lines)) <= columns
        assert not any("\x1b" in line for line in lines)


def test_text_of_a_story_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Escape sequences in a title are shown, not obeyed."""
    done(
        "new",
        "--from",
        "-",
        text='---\ntitle: "a\\u001b[31mred\\u001b]0;x\\u0007"\nemployer: "\\u001b[2J"\n---\n\nx\u202ey',
    )
    for call in (("list",), ("show", "a"), ("history", "a"), ("list", "--format", "json"), ("export", "-")):
        shown = run(*call).stdout
        assert not set(shown) & {"\x1b", "\x07", "\u202e"}, call


def test_filters(tmp_path: Path) -> None:
    """Each filter takes away what does not fit it."""
    demo = str(tmp_path / "demo.sqlite")
    run("demo-bank", demo)

    def ids(*options: str) -> set[str]:
        return {story["id"] for story in told("list", "--bank", demo, *options)["stories"]}

    assert len(ids()) == 14
    assert ids("--status", "draft") == {"quiet-support-desk"}
    assert ids("--level", "l7") == {"crane-standard", "library-of-2030"}
    assert ids("--principle", "Think Big") == {"crane-standard", "library-of-2030"}
    assert ids("--theme", "conflict-resolution") == {"two-surgeries"}
    assert ids("--category", "9") == {"crane-standard"}
    assert ids("--employer", "quillf") == {"no-rewrite"}
    assert ids("--told") == {"winter-ferry", "press-operator", "unused-claims-tool"}
    assert ids("tamil", "celery") == {"allergen-cards"}
    assert "Take a filter away" in run("list", "--bank", demo, "nowhere").stdout


def test_a_masked_employer_is_not_shown(tmp_path: Path) -> None:
    """Only who asks for it sees it."""
    demo = str(tmp_path / "demo.sqlite")
    run("demo-bank", demo)
    for form in ("text", "markdown", "json"):
        assert "Quillfinder" not in done("show", "no-rewrite", "--bank", demo, "--format", form)
    assert "employer    Quillfinder" in done("show", "no-rewrite", "--bank", demo, "--reveal")
    for command in ("tag", "adapt"):
        assert "Transmarine" not in done(command, "crane-standard", "--bank", demo)
    assert "Transmarine ran" in done("adapt", "crane-standard", "--bank", demo, "--reveal")
    assert told("show", "no-rewrite", "--bank", demo)["story"]["employer"] == ""
    assert told("show", "no-rewrite", "--bank", demo, "--reveal")["story"]["employer"] == "Quillfinder"
    assert "Quillfinder" not in {s["employer"] for s in told("list", "--bank", demo)["stories"]}


def test_history_diff_restore(late: Path) -> None:
    """Every state can be seen, compared and brought back."""
    done("edit", "late", "--set", "status=ready", "--set", "level=l6", "--set", "mood=good")
    done("edit", "late", "--from", "-", text=LATE.replace("faster", "quicker"))
    assert "[-faster.-]{+quicker.+}" in done("diff", "late")
    assert [r["revision"] for r in told("history", "late")["revisions"]] == [1, 2, 3]
    assert {c["field"] for c in told("diff", "late", "1", "2")["changes"]} == {"status", "level", "extra"}
    assert "revision 4" in done("restore", "late", "2")
    assert told("show", "late")["story"]["extra"] == {"mood": "good"}
    assert run("diff", "late", "1", "9").exit_code == 2
    assert "has revisions 1 to 4, not 9" in run("restore", "late", "9").stderr


def test_rm_undo_restore(late: Path) -> None:
    """What was removed is out of sight, and comes back in either way."""
    assert "storybank undo" in done("rm", "late")
    assert told("list")["stories"] == []
    assert "Taken back: rm (late-trains)" in done("undo")
    for given in ("late", "LATE-TRAINS", "late trains"):
        done("rm", "late")
        done("restore", given)
        assert len(told("list")["stories"]) == 1
    assert run("rm", "late", "nope").exit_code == 2
    assert len(told("list")["stories"]) == 1


def test_a_wrong_value_is_refused(late: Path) -> None:
    """In one line, with what to write instead, and without a change."""
    result = run("edit", "late", "--set", "level=L9")
    assert (result.exit_code, result.stderr) == (2, "storybank: `level` is 'L9'; write one of L5, L6, L7\n")
    assert len(told("history", "late")["revisions"]) == 1
    assert "'abc' is not a whole number" in run("restore", "late", "abc").stderr


def test_tags_are_confirmed_by_hand(late: Path) -> None:
    """Suggestions come with quotes and change nothing; adding and removing does, by names that exist."""
    suggested = told("tag", "late")
    assert suggested["principles"] == ["dive-deep"]
    text = told("show", "late")["story"]["prose"]
    assert all(quote in text for s in suggested["suggestions"] for quote in s["quotes"])
    done("tag", "late", "--add", "Earn Trust", "--add", "handling-ambiguity", "--remove", "dive-deep")
    story = told("show", "late")["story"]
    assert (story["principles"], story["themes"]) == (["earn-trust"], ["handling-ambiguity"])
    assert "did you mean 'earn-trust'" in run("tag", "late", "--add", "erntrust").stderr
    accepted = told("tag", "late", "--accept")
    names = {
        f: [s["name"] for s in suggested["suggestions"] if s["field"] == f] for f in ("principles", "themes")
    }
    assert accepted["principles"] == ["earn-trust", *names["principles"][:2]]
    assert accepted["themes"] == ["handling-ambiguity", *names["themes"][:1]]


def test_tags_by_name_are_told_as_they_are(late: Path) -> None:
    """A story left with a theme alone, or with nothing, is not said to lack what nobody looked for."""
    assert "Confirmed for late-trains: none yet" in done("tag", "late", "--remove", "dive-deep")
    assert "Confirmed for late-trains: handling-ambiguity" in done(
        "tag", "late", "--add", "handling-ambiguity"
    )


def test_a_tag_that_nobody_knows_is_answered_with_where_to_look(late: Path) -> None:
    """Dozens of names help nobody: the command that lists them does."""
    assert "see `storybank principles` and `storybank themes`" in run("tag", "late", "--add", "zzz").stderr


def test_a_tag_to_take_off_is_held_to_the_same(late: Path) -> None:
    """A name that nobody knows is refused; one that the story does not bear gets a word."""
    result = run("tag", "late", "--remove", "dive-dep")
    assert (result.exit_code, "did you mean 'dive-deep'?" in result.stderr) == (2, True)
    result = run("tag", "late", "--remove", "frugality", "--remove", "Dive Deep")
    assert (result.exit_code, result.stderr) == (
        0,
        "storybank: late-trains was not tagged with 'frugality'\n",
    )
    assert told("show", "late")["story"]["principles"] == []


@pytest.mark.parametrize("name", ["show", "history", "rm", "tag", "adapt"])
def test_no_story_in_an_empty_bank(name: str) -> None:
    """Who asks for a story there is told how to begin."""
    result = run(name, "late")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "`storybank new` keeps a first one" in result.stderr


def test_a_story_named_like_a_file(late: Path) -> None:
    """`review` takes files; a name that only the bank knows comes with the option."""
    result = run("review", "late-trains", "--isolated")
    assert result.exit_code == 2
    assert "`storybank review --story late-trains`" in result.stderr
    assert "--story" not in run("review", "nothing", "--isolated").stderr


def test_a_filter_that_nobody_knows_is_a_slip(late: Path) -> None:
    """A name of neither the bank nor the playbook is answered with the nearest; one that is not used, by none."""
    assert "did you mean 'ownership'" in run("list", "--principle", "ownershp").stderr
    assert told("list", "--principle", "ownership")["stories"] == []


def test_what_was_removed_says_how_it_comes_back(late: Path) -> None:
    """A story that is gone is not called unknown; names that begin alike are offered."""
    done("new", "--title", "Late boats")
    assert "nearest: late-boats, late-trains" in run("show", "late").stderr
    done("rm", "late-trains")
    assert "`storybank restore late-trains`" in run("show", "late-trains").stderr


def test_restoring_what_stands_changes_nothing(late: Path) -> None:
    """One revision is nothing to go back to, and the latest is what there is."""
    assert "only one revision" in run("restore", "late").stderr
    assert "nothing was changed" in done("restore", "late", "1")
    assert told("restore", "late", "1")["changed"] is False


def test_a_page_heads_bullets_without_prose(tmp_path: Path) -> None:
    """Actions that are bullets alone stand under their heading, and occasions are kept apart from their words."""
    path = tmp_path / "s.md"
    path.write_text("---\ntitle: S\n---\n\n## Actions\n\n- I rang them.\n")
    done("new", "--from", str(path))
    done("edit", "s", "--told", "2024-05-01; Acme; onsite; Ada; Why?")
    shown = done("show", "s")
    assert shown.index("Action") < shown.index("I rang them")
    assert "Why?" in shown
    assert "?," not in shown


def test_a_diff_of_tags_names_whole_tags(late: Path) -> None:
    """A tag that goes takes no neighbour with it."""
    done("tag", "late", "--add", "ownership")
    done("tag", "late", "--remove", "dive-deep")
    assert "[-dive-deep, -]ownership" in done("diff", "late")


def test_demo_bank_twice(tmp_path: Path) -> None:
    """Filling again does no harm, but never over an example that somebody changed."""
    demo = str(tmp_path / "demo.sqlite")
    assert told("demo-bank", demo)["stories"] == 14
    assert told("demo-bank", demo)["stories"] == 0
    done("edit", "no-rewrite", "--bank", demo, "--set", "title=Mine")
    assert run("demo-bank", demo).exit_code == 2
    assert told("show", "no-rewrite", "--bank", demo)["story"]["title"] == "Mine"


def test_a_closed_pipe_is_quiet(late: Path) -> None:
    """Whoever reads may stop reading."""
    code = "from banked import GROUP; GROUP(['list'], prog_name='storybank')"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), complaints) == (0, b"")


def test_json_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    """What programs read does not depend on where it was written."""
    done("new", "--from", "-", text="---\ntitle: Ünï “x”\n---\n\nä".encode())
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    code = "from banked import GROUP; GROUP(['list', '--format', 'json'], prog_name='storybank')"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env).stdout
    assert json.loads(shown.decode("utf-8"))["stories"][0]["title"] == "Ünï “x”"


def test_a_bank_that_is_not_where_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In another folder the same name is another file: that no bank is there is said, and where it was looked for."""
    monkeypatch.setenv("STORYBANK_DB", "demo.sqlite")
    monkeypatch.chdir(tmp_path)
    said = run("list")
    assert said.exit_code == 0
    assert f"there is no bank at {tmp_path / 'demo.sqlite'} yet" in said.stderr
    assert "STORYBANK_DB" in said.stderr
    assert "check --bank" in run("list", "--bank", "ada.sqlite").stderr
    assert run("demo-bank").stderr == run("list").stderr == ""
    monkeypatch.delenv("STORYBANK_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert run("list").stderr == ""


def test_fiction_does_not_come_to_stand_among_ones_own(late: Path, bank: Path) -> None:
    """A bank that holds other stories takes no examples, and says what to do instead."""
    refused = run("demo-bank", str(bank))
    assert refused.exit_code == 2
    assert "name another file" in refused.stderr
    assert len(told("list")["stories"]) == 1


def test_what_is_suggested_names_the_bank_that_was_named(tmp_path: Path) -> None:
    """Who keeps several banks can type what a message says: a command on the bank comes with --bank."""
    ada = str(tmp_path / "ada bank.sqlite")

    def said(*arguments: str) -> str:
        result = run(*arguments, "--bank", ada)
        return " ".join((result.stdout + result.stderr).split())

    assert f"`storybank tag late-trains --bank '{ada}'`" in said("new", "--title", "Late trains")
    assert f"`storybank undo --bank '{ada}'`" in said("rm", "late")
    assert f"`storybank restore late-trains --bank '{ada}'`" in said("show", "late"), (
        "the beginning of an id, too"
    )
    assert "Taken back" in said("undo")
    assert f"storybank show ID --bank '{ada}' shows" in said("list")
    done("new", "--title", "Late trains")
    assert "--bank" not in done("rm", "late")


def test_a_title_as_long_as_a_page_is_cut_in_a_list() -> None:
    """The list stays one; the story has its whole title."""
    title = "long " * 300
    done("new", "--title", title)
    assert len(done("list")) < 700
    assert "…" in done("list")
    assert told("list")["stories"][0]["title"] == title.strip()


def test_suggestions_that_nobody_was_asked_about_say_how_they_are_confirmed(late: Path) -> None:
    """In a pipe, a story that has tags already is told how to get more."""
    said = " ".join(done("tag", "late").split())
    assert ("--accept the best" in said) == (" ? " in said.split("Confirmed")[0])
