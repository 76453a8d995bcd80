"""The playbook as pages of the documentation, and the table of what carries which part of the sources."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from storybank.playbook import model
from storybank.playbook.index import cards, questions
from storybank.playbook.names import PRINCIPLES
from storybank.playbook.pages import Block, Page, page_of
from storybank.playbook.shelf import FOLDERS, KINDS, shipped
from storybank.playbook.timing import profiles

COVERAGE = Path(__file__).parent / "coverage.toml"
_TITLES = {
    "principle": "Principles", "company": "Companies", "level": "Levels", "theme": "Themes", "question": "Questions",
    "scenario": "Scenarios", "pitfall": "Pitfalls", "walkthrough": "Walkthroughs", "checklist": "Checklists",
    "guide": "Guides",
}  # fmt: skip


def playbook_pages() -> dict[str, str]:
    """Every page, by its path below `docs/`."""
    written = {
        "playbook/index.md": _index(),
        "coverage.md": coverage_page(),
        "playbook/principle-map.md": _map(),
    }
    shelf = shipped()
    for kind, wanted in KINDS.items():
        if kind == "question":
            written["playbook/questions.md"] = _questions()
        elif kind == "scenario":
            for entry in shelf.every(kind, model.Scenario):
                written[f"playbook/scenarios/{entry.id}.md"] = _page(page_of(entry))
        else:
            pages = [_page(page_of(entry), deeper=1) for entry in shelf.every(kind, wanted)]
            written[f"playbook/{FOLDERS[kind]}.md"] = "\n\n".join([f"# {_TITLES[kind]}", *pages])
    return written


def _index() -> str:
    lines = [
        "# The playbook",
        "Everything that `storybank learn` and its sister commands show, to read in a browser.",
    ]
    for kind, title in _TITLES.items():
        here = cards(shipped(), kind)
        if kind == "scenario":
            rows = [f"- [{c.name}](scenarios/{c.name}.md) {c.title}" for c in here]
            lines += [f"## {title} ({len(here)})", "\n".join(rows)]
        else:
            file = "questions" if kind == "question" else FOLDERS[kind]
            lines.append(f"- [{title}]({file}.md) ({len(here)})")
    lines.append("- [From principles to scenarios](principle-map.md)")
    return "\n\n".join(lines)


def _map() -> str:
    """Every principle with the scenarios that show it; the map of the sources stops at L6 scenario 20."""
    shelf = shipped()
    shown: dict[str, list[str]] = {name: [] for name in PRINCIPLES}
    for entry in shelf.every("scenario", model.Scenario):
        for principle in entry.principles:
            shown.setdefault(principle.name, []).append(
                f"- [{entry.id}](scenarios/{entry.id}.md) {principle.how}"
            )
    titles = {card.name: card.title for card in cards(shelf, "principle")}
    parts = ["# From principles to scenarios"]
    for name, rows in shown.items():
        parts += [f"## {titles.get(name, name)}", "\n".join(rows)]
    return "\n\n".join(parts)


def _questions() -> str:
    parts = ["# Questions"]
    for question in questions(shipped()):
        facts = ", ".join([*question.principles, *question.themes, *question.levels, *question.companies])
        probes = "\n".join(f"- {probe}" for probe in question.probes)
        parts.append(f"**{question.text}** `{question.id}`\n\n{question.tests} ({facts})\n\n{probes}")
    return "\n\n".join(parts)


def _page(page: Page, deeper: int = 0) -> str:
    mark = "#" * (deeper + 1)
    return "\n\n".join(
        [f"{mark} {page.title}", f"*{page.aside}*", *(_block(b, mark + "#") for b in page.blocks)]
    )


def _block(block: Block, mark: str) -> str:
    if block.kind == "heading":
        return f"{mark} {block.words}"
    if block.kind == "items":
        marks = (f"{n}." if block.ordered else "- [ ]" if block.boxes else "-" for n in range(1, 1000))
        return "\n".join(f"{m} {item}" for m, item in zip(marks, block.items, strict=False))
    if block.kind == "say":
        return f"> **{block.label}** {block.words}" if block.label else f"> {block.words}"
    return block.words


def coverage_rows() -> Iterator[tuple[str, int, int, str, list[str]]]:
    """Document, first and last line, what the lines are about, and the entries that carry it."""
    for document in tomllib.loads(COVERAGE.read_text(encoding="utf-8"))["document"]:
        for section in document["sections"]:
            yield document["number"], *section["lines"], section["about"], section["entries"]


def known_entries() -> set[str]:
    """Every address that a row may name: entries, files of questions, timing profiles, generated pages."""
    shelf = shipped()
    names = {f"{kind}:{name}" for kind in KINDS for name in shelf.names(kind)}
    return names | {f"profile:{name}" for name in profiles()} | {"docs:principle-map"}


def coverage_page() -> str:
    """The table as a page."""
    documents = tomllib.loads(COVERAGE.read_text(encoding="utf-8"))["document"]
    parts = [
        "# Coverage of the source documents",
        "Which entries of the playbook carry which lines of the documents that storybank was built from. The documents "
        "themselves are not part of the project. Written from `docs/coverage.toml`; a test fails on a hole.",
    ]
    for document in documents:
        rows = [
            f"| {first} to {last} | {about} | {', '.join(f'`{entry}`' for entry in entries)} |"
            for number, first, last, about, entries in coverage_rows()
            if number == document["number"]
        ]
        head = "| lines | about | entries |\n| --- | --- | --- |"
        parts += [f"## {document['number']}: {document['title']}", "\n".join([head, *rows])]
    return "\n\n".join(parts)
