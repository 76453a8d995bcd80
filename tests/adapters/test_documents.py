"""Reading documents and histories: what is in them comes out with its place, what is wrong is one clear line."""

from __future__ import annotations

import io
import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import docx, odt, pdf, zipped

from storybank.adapters.documents import Gathered, gather, read_document
from storybank.errors import UnreadableInput
from storybank.signals.fitted import shipped
from storybank.stories.mining.mine import mine
from storybank.stories.mining.model import Source

TODAY = date(2025, 6, 1)


def read(folder: Path, data: bytes | str, name: str = "file.txt") -> Source:
    """A document with these bytes."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_document(path)


def outcome(folder: Path, data: bytes) -> str:
    """The name of what was read, or why it was not; anything else that is raised goes through."""
    try:
        return read(folder, data).name
    except UnreadableInput as fault:
        return str(fault)


def shown(source: Source) -> list[tuple[str, str | None]]:
    """Text and style of each line."""
    return [(line.text, line.style) for line in source.lines]


def test_a_word_file_gives_paragraphs_with_their_styles(tmp_path: Path) -> None:
    """Headings are known by the style's name, points by their numbering; runs of one paragraph are one text."""
    found = read(
        tmp_path, docx([("H1", "Experience"), ("list", "Cut errors & waste by 35%"), ("", "Plain words")])
    )
    assert shown(found) == [
        ("Experience", "heading"),
        ("Cut errors & waste by 35%", "item"),
        ("Plain words", None),
    ]
    assert [line.number for line in found.lines] == [1, 2, 3]


def test_deleted_words_of_a_word_file_are_not_read(tmp_path: Path) -> None:
    """Tracked deletions are no longer the author's words."""
    gone = "<w:del><w:r><w:delText>old</w:delText><w:t>gone</w:t></w:r></w:del>"
    body = f"<w:p>{gone}<w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    assert shown(read(tmp_path, zipped({"word/document.xml": xml}))) == [("kept", None)]


def test_an_opendocument_file_gives_headings_and_points(tmp_path: Path) -> None:
    """LibreOffice's own format is read too."""
    assert shown(read(tmp_path, odt("Wins", ["Led it"]))) == [("Wins", "heading"), ("Led it", "item")]


def test_a_pdf_gives_lines_with_their_pages(tmp_path: Path) -> None:
    """Lines are counted on their page; a page without text is said."""
    pytest.importorskip("pypdf")
    found = read(tmp_path, pdf([["First line", "Second line"], [], ["On page three"]]))
    places = [(line.text.strip(), line.page, line.number) for line in found.lines if line.text.strip()]
    assert places == [("First line", 1, 1), ("Second line", 1, 2), ("On page three", 3, 1)]
    assert "page 2" in found.notices[0]


def test_a_locked_pdf_is_named_as_such(tmp_path: Path) -> None:
    """A password is asked for by no command; the message says what to do."""
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([["Secret"]])))
    writer.encrypt("open sesame", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(UnreadableInput, match="password"):
        read(tmp_path, out.getvalue())


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (pdf([[], []]), "pictures"),
        (pdf([["Text"]])[:60], "damaged"),
        (docx([("", "Text that is long enough")])[:90], "damaged"),
        (zipped({"word/document.xml": "<w:document"}), "damaged"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entities"),
        (zipped({"xl/workbook.xml": "<a/>"}), "spreadsheet"),
        (zipped({"photo.jpg": "x"}), "zip file"),
        (docx([]), "no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, "old Word"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        (b"", "empty"),
        (b"  \n", "white space"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_clear_word(tmp_path: Path, data: bytes, word: str) -> None:
    """Scans, damage, locks and formats that we do not read each have their own message."""
    if data.startswith(b"%PDF"):
        pytest.importorskip("pypdf")
    with pytest.raises(UnreadableInput, match=word):
        read(tmp_path, data)


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe"]))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise_anything_but_a_clear_fault(tmp_path: Path, data: bytes, head: bytes) -> None:
    """Rubbish is read as text or refused, never a traceback."""
    said = outcome(tmp_path, head + data)
    assert said


@given(st.integers(0, 10_000), st.integers(0, 255))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_byte_of_a_document_never_makes_a_traceback(tmp_path: Path, place: int, value: int) -> None:
    """A damaged Word or PDF file is read as far as it goes, or refused in a clear word."""
    for whole in (docx([("H1", "Head"), ("", "Some words of text")]), pdf([["Some words of text"]])):
        data = bytearray(whole)
        data[place % len(data)] = value
        assert outcome(tmp_path, bytes(data))


def test_a_web_page_gives_its_blocks(tmp_path: Path) -> None:
    """Headings, points and paragraphs of an exported page are read with the lines of the file; scripts are not."""
    head = "<html><title>x</title><script>var a;</script>"
    page = f"{head}\n<h2>May</h2>\n<ul><li>I <b>cut</b> it</li></ul><p>And so on</p></html>"
    found = read(tmp_path, page, "notes.html")
    assert shown(found) == [("May", "heading"), ("I cut it", "item"), ("And so on", "text")]
    assert [line.number for line in found.lines] == [2, 3, 3]


RESUME = [
    "EXPERIENCE",
    "Ward Manager, Elmet General, 2021 - present",
    "- Cut falls on a 26-bed ward from 14 to 5 a quarter, although two inspections had",
    "warned that it would be closed",
    "- Responsible for rotas",
    "- Persuaded the night staff, who had refused twice, to try bedside handover",
    "EDUCATION",
]


def test_one_resume_gives_the_same_candidates_in_every_format(tmp_path: Path) -> None:
    """Text, Word, web page and PDF differ in places and in nothing else."""
    pytest.importorskip("pypdf")
    joined = [*RESUME[:2], f"{RESUME[2]} {RESUME[3]}", *RESUME[4:]]
    points = "".join(f"<li>{x[2:]}</li>" if x.startswith("- ") else f"<p>{x}</p>" for x in joined)
    sources = [
        read(tmp_path, "\n".join(RESUME), "a.txt"),
        read(tmp_path, docx([("list", x[2:]) if x.startswith("- ") else ("", x) for x in joined]), "a.docx"),
        read(tmp_path, pdf([RESUME]), "a.pdf"),
        read(tmp_path, docx([("", x) for x in joined]), "b.docx"),
        read(tmp_path, f"<body>{points}</body>", "a.html"),
    ]
    found = [[(c.lead, c.years, c.score) for c in mine([s], shipped().reader, TODAY)] for s in sources]
    assert len(found[0]) == 2
    assert found == [found[0]] * len(sources)


# Folders and histories


def git(folder: Path, *arguments: str, when: str = "2025-01-05T12:00:00") -> None:
    """Git in a folder, for set-up."""
    environment = {
        **os.environ,
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits of ann@x.org and one of joanne@x.org.uk."""
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "config", "user.name", "Ann")
    git(folder, "config", "user.email", "ann@x.org")
    for number, author in enumerate(("Ann <ann@x.org>", "Jo <joann@x.org.uk>", "Ann <Ann@x.org>")):
        (folder / f"part {number}.py").write_text("x = 1\n" * (number + 1))
        git(folder, "add", ".")
        git(folder, "commit", "-q", "--author", author, "-m", f"Change {number}\n\nWhy, in \x1f odd words")
    return folder


def all_of(*names: Path | str, emails: tuple[str, ...] = ()) -> Gathered:
    """What is gathered there."""
    return gather([str(n) for n in names], TODAY, emails)


def test_a_repository_gives_the_commits_of_its_owner_alone(repository: Path) -> None:
    """The address that git is set up with counts, whole and whatever its case; files come with changed lines."""
    (source,) = all_of(repository).sources
    assert [c.message.split("\n")[0] for c in source.commits] == ["Change 2", "Change 0"]
    assert source.commits[0].files == (("part 2.py", 3),)
    assert source.commits[0].on == date(2025, 1, 5)


def test_another_address_can_be_named(repository: Path) -> None:
    """With an address its commits are read instead; one without commits is said."""
    (other,) = all_of(repository, emails=("joann@x.org.uk",)).sources
    assert len(other.commits) == 1
    (nobody,) = all_of(repository, emails=("zoe@x.org",)).sources
    assert "no commits by zoe@x.org" in nobody.notices[0]


def test_nothing_of_a_strangers_repository_is_run(repository: Path, tmp_path: Path) -> None:
    """Programs named in its configuration and attributes are not started by reading its history."""
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\ncat \"$1\" 2>/dev/null\n")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "diff.external",
        "diff.t.textconv",
        "diff.t.command",
        "gpg.program",
    ):
        git(repository, "config", key, str(trap))
    git(repository, "config", "log.showSignature", "true")
    (repository / ".gitattributes").write_text("* diff=t\n")
    assert all_of(repository).sources
    assert not (tmp_path / "sprung").exists()


def test_an_address_that_looks_like_an_option_or_a_pattern_is_an_address(repository: Path) -> None:
    """Nothing in an address is read as an option, a pattern or a command."""
    for odd in ("--output=x@y", ".*@x.org", "$(touch x)@y"):
        (source,) = all_of(repository, emails=(odd,)).sources
        assert source.commits == ()


def test_a_folder_gives_its_documents_and_the_repositories_in_it(repository: Path) -> None:
    """Folders are walked; hidden files and what a build left are not read; a repository below gives its history."""
    folder = repository.parent
    (folder / "a.md").write_text("I cut waste")
    (folder / ".hidden.md").write_text("no")
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "readme.md").write_text("no")
    found = all_of(folder)
    assert sorted(Path(s.name).name for s in found.sources) == ["a.md", "repo"]
    assert found.faults == ()


def test_a_repository_of_notes_is_read_as_notes(tmp_path: Path) -> None:
    """Whoever keeps a diary in git wants the diary read, not its commits."""
    git(tmp_path, "init", "-q")
    (tmp_path / "2024.md").write_text("I cut waste")
    (found,) = all_of(tmp_path).sources
    assert found.lines
    assert not found.commits


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """What cannot be read is listed with its name; the rest is read; a file named twice is read once."""
    (tmp_path / "a.txt").write_text("I cut waste")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    found = all_of(tmp_path / "a.txt", tmp_path / "b.pdf", tmp_path / "none.txt", tmp_path / "a.txt")
    assert len(found.sources) == 1
    assert [Path(name).name for name, _ in found.faults] == ["b.pdf", "none.txt"]
    assert found.named == (str(tmp_path / "b.pdf"), str(tmp_path / "none.txt"))


def test_an_empty_folder_and_an_empty_repository_are_said(tmp_path: Path) -> None:
    """Nothing to read is a fault with a clear word."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "fresh").mkdir()
    git(tmp_path / "fresh", "init", "-q")
    found = all_of(tmp_path / "empty", tmp_path / "fresh", emails=("a@b.c",))
    assert "no document" in found.faults[0][1]
    assert "no commits yet" in found.faults[1][1]
