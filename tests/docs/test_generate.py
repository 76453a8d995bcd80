"""The pages that the generator writes, and the examples on the pages that people write."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from storybank.cli import COMMANDS
from storybank.evaluation.labelled import parse
from storybank.playbook.timing import OWN_PROFILE, profile, profiles
from storybank.reviewer.schema import json_schema
from storybank.reviewer.terms import TERMS
from storybank.rules.model import Rule
from storybank.rules.registry import RULES, page, rule
from storybank.signals.tags import TAGS
from storybank.text import read

DOCS = Path(__file__).parents[2] / "docs"
PACE = 150  # words a minute

every_rule = pytest.mark.parametrize("each", RULES, ids=lambda r: r.name)


def _load() -> ModuleType:
    """The generator is a script beside the pages, and no module of the package."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = _load()


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """All pages, written once."""
    written: dict[str, str] = generate.pages()
    return written


@every_rule
def test_every_rule_has_a_page(each: Rule, pages: dict[str, str]) -> None:
    """A rule's page holds all that the rule says of itself, and the index leads to it."""
    text = pages[f"rules/{each.name}.md"]
    severity = "note, preview" if each.preview else each.severity
    assert f"# {each.name}\n" in text
    assert f"| {each.code} | {each.family} | {severity} |" in text
    for words in (page(each).strip(), each.message, each.advice):
        assert words in text
    assert f"[{each.name}](rules/{each.name}.md) | {each.code} | {severity} |" in pages["rules.md"]


@every_rule
def test_a_rules_page_shows_its_cases(each: Rule, pages: dict[str, str]) -> None:
    """Every case stands on the page with its level and question, the flagged words in bold."""
    plain = re.sub(r"\\(.)", r"\1", pages[f"rules/{each.name}.md"])
    said = plain.replace("**", "").replace("\n> ", "\n").replace("\n>\n", "\n\n")
    for case in (*each.flagged, *each.clean):
        assert case.text in said
        assert case.question is None or case.question in said
        assert all(f"**{words}**" in plain for words in case.flagged)


def test_every_command_has_its_help(pages: dict[str, str]) -> None:
    """Commands are found through the group, and their help fits into 80 columns without styles."""
    text = pages["commands.md"]
    for name in COMMANDS:
        assert f"## `storybank {name}`\n" in text
        assert f"Usage: storybank {name} " in text
    assert "\x1b" not in text
    assert all(len(line) <= generate.WIDTH for block in _blocks(text, "text") for line in block.split("\n"))


def test_help_does_not_depend_on_the_window(monkeypatch: pytest.MonkeyPatch, pages: dict[str, str]) -> None:
    """The same pages come out of a narrow window with colours."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert generate.pages() == pages


def test_every_profile_tag_and_term_is_listed(pages: dict[str, str]) -> None:
    """Nothing that a review goes by is left out."""
    assert all(f"| `{name}` |" in pages["profiles.md"] for name in profiles())
    assert all(f"| `{tag}` | {meaning} |" in pages["tags.md"] for tag, meaning in TAGS.items())
    assert all(f"| {term.says} |" in pages["scores.md"] for terms in TERMS.values() for term in terms)


def test_weights_and_cuts_are_shown() -> None:
    """With fitted weights, the page gives each term's points with its sign, the base and the cuts."""
    scores = {
        name: {"base": 1.25, "weights": [0.5 + k for k in range(len(terms))], "cuts": [1.5, 2.5, 3.5, 4.5]}
        for name, terms in TERMS.items()
    }
    verdict = {"bias": -0.5, "weights": {"points:impact": 0.75}, "cuts": [0.5, 1.0, 2.0]}
    text = generate._scores({"scores": scores, "verdict": verdict})
    for terms in TERMS.values():
        for k, term in enumerate(terms):
            points = re.escape(f"{'+' if term.sign > 0 else '-'}{k}.500")
            assert re.search(rf"\| {re.escape(term.says)} \|[^\n]*\| {points} \|", text)
    assert text.count("Base 1.250. Value 1 below the first cut, 2 from 1.500, 3 from 2.500") == len(TERMS)
    assert "| `points:impact` | +0.750 |" in text
    assert "`strong-no` below the first cut, `no` from 0.500, `yes` from 1.000, `strong-yes` from" in text


def test_without_weights_the_page_says_so() -> None:
    """A checkout that was never fitted gets a page with signs alone, and a remark."""
    assert "holds no fitted weights" in generate._scores(None)


def test_schema_page_is_the_schema(pages: dict[str, str]) -> None:
    """The file is the schema that the package generates."""
    assert json.loads(pages["report.schema.json"]) == json_schema()


def test_written_pages_have_not_drifted(tmp_path: Path) -> None:
    """Writing once is enough: the check then finds nothing, and says nothing."""
    generate.write(tmp_path)
    assert generate.drift(tmp_path) == []
    assert generate.main(["--check", "--folder", str(tmp_path)]) == 0


def test_check_lists_all_drift_and_the_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed, a missing and a left-over page are each named, with what to do; nothing is written."""
    generate.write(tmp_path)
    tags, hedged = tmp_path / "tags.md", tmp_path / "rules" / "hedged.md"
    tags.write_text(tags.read_text(encoding="utf-8").replace("# Tags", "# Tag"), encoding="utf-8")
    hedged.unlink()
    (tmp_path / "rules" / "long-gone.md").write_text("# long-gone\n", encoding="utf-8")
    assert generate.main(["--check", "--folder", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "3 generated pages" in told.err
    assert "  rules/hedged.md: missing\n" in told.err
    assert "  rules/long-gone.md: its rule is gone\n" in told.err
    assert "  tags.md: differs from line 3 on\n" in told.err
    assert "make docs-write" in told.err
    assert not hedged.exists()


def test_writing_mends_drift_and_leaves_other_pages_alone(tmp_path: Path) -> None:
    """Generated pages come back, pages of rules that are gone go, and pages that people wrote stay."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "long-gone.md").write_text("# long-gone\n", encoding="utf-8")
    (tmp_path / "privacy.md").write_text("by hand\n", encoding="utf-8")
    assert generate.main(["--folder", str(tmp_path)]) == 0
    assert generate.drift(tmp_path) == []
    assert not (tmp_path / "rules" / "long-gone.md").exists()
    assert (tmp_path / "privacy.md").read_text(encoding="utf-8") == "by hand\n"


def test_links_between_pages_lead_somewhere(pages: dict[str, str]) -> None:
    """Every relative link of a page, generated or written by hand, names a file that is there."""
    written = {DOCS / name for name in pages}
    texts = {DOCS / name: text for name, text in pages.items() if name.endswith(".md")}
    byhand = [path for path in DOCS.rglob("*.md") if path not in texts]
    texts |= {path: path.read_text(encoding="utf-8") for path in byhand}
    for path, text in texts.items():
        for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text):
            target = (path.parent / link).resolve()
            assert target in written or target.is_file(), (path, link)


def test_report_example_is_true() -> None:
    """The example of the JSON report has every field, and offsets, lengths, targets and finding hold."""
    text = (DOCS / "report.md").read_text(encoding="utf-8")
    answer, report = _blocks(text, "text")[0], json.loads(_blocks(text, "json")[0])
    _conforms(report, json_schema(), json_schema()["$defs"])
    for quoted in _quoting(report):
        assert answer[quoted["start"] : quoted["end"]] == quoted["quote"]
    document, target = read(answer), profile(OWN_PROFILE[report["answer"]["target_level"]])
    assert report["answer"]["profile"] == target.name
    assert report["answer"]["words"] == document.words
    assert report["answer"]["seconds"] == pytest.approx(document.words * 60 / PACE)
    for part, sentence in zip(report["parts"], document.sentences, strict=True):
        where = document.locate(sentence.span)
        assert (part["start"], part["end"], part["words"]) == (where.start, where.end, sentence.words)
        assert part["seconds"] == pytest.approx(sentence.words * 60 / PACE)
        wanted = target.parts.get(part["kind"])
        assert part["target_seconds"] == (list(wanted) if wanted else None)
    (found,) = report["findings"]
    known = rule(found["rule"])
    assert (found["code"], found["severity"]) == (known.code, known.severity)
    assert found["message"] == known.message.format(words=f"{document.words} words")
    assert found["advice"] == known.advice


def test_labelled_example_can_be_read() -> None:
    """The example of a labelled answer is one, and its tags are there."""
    (block,) = _blocks((DOCS / "labelled-answers.md").read_text(encoding="utf-8"), "json")
    (answer,) = parse([("labelled-answers.md", json.dumps(json.loads(block)))])
    assert all(part.tags for part in answer.parts)


def test_configuration_example_is_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example of a configuration file holds, and uses every key."""
    from dataclasses import fields

    from storybank.usecases.settings import Settings, load_settings

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "none"))
    (block,) = _blocks((DOCS / "configuration.md").read_text(encoding="utf-8"), "toml")
    (tmp_path / "storybank.toml").write_text(block, encoding="utf-8")
    settings = load_settings(folder=tmp_path)
    assert all(getattr(settings, field.name) for field in fields(Settings))


def test_the_script_runs_by_itself(tmp_path: Path) -> None:
    """`python docs/generate.py` needs nothing but the package."""
    import subprocess

    command = [sys.executable, str(DOCS / "generate.py"), "--folder", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert (tmp_path / "rules.md").is_file()


def _blocks(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)


def _quoting(value: Any) -> list[dict[str, Any]]:
    """Every object with a quote, however deep."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    here = [value] if isinstance(value, dict) and "quote" in value else []
    return here + [found for item in inner for found in _quoting(item)]


def _conforms(value: Any, schema: dict[str, Any], known: dict[str, Any]) -> None:
    """What the schema says of keys and choices; the types follow from the tests of the schema itself."""
    if "$ref" in schema:
        schema = known[schema["$ref"].rsplit("/", 1)[1]]
    if "enum" in schema:
        assert value in schema["enum"]
    if isinstance(value, dict):
        assert set(schema["required"]) <= set(value) <= set(schema["properties"])
        for key, item in value.items():
            _conforms(item, schema["properties"][key], known)
    if isinstance(value, list) and "items" in schema:
        for item in value:
            _conforms(item, schema["items"], known)
