"""The reference pages, written from the code that they are about.

    python docs/generate.py            write them (`make docs-write`)
    python docs/generate.py --check    write nothing; fail when a page differs from what would be written

Pages that people write stand beside these in `docs/` and are left alone. `docs/rules/` belongs to this
script: the page of a rule that is gone is removed.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from playbook_pages import playbook_pages

from storybank.cli import group
from storybank.playbook.timing import OWN_PROFILE, Seconds, profiles
from storybank.readings.judgement import SHOWN_BY
from storybank.reviewer.ceilings import CEILINGS, JUMBLED, OUT_OF_PLACE
from storybank.reviewer.render_json import dumps
from storybank.reviewer.report import VERDICTS, Dimension
from storybank.reviewer.schema import json_schema
from storybank.reviewer.terms import TERMS, Term
from storybank.reviewer.verdict import EMPTY, TOO_SMALL
from storybank.rules.model import Case, Rule
from storybank.rules.registry import RULES, by_family, page
from storybank.signals.fitted import shipped
from storybank.signals.tags import TAGS
from storybank.text.document import PART_KINDS

FOLDER = Path(__file__).parent
REMEDY = "run `make docs-write` and commit what it writes"
WIDTH = 80  # columns of `--help`, whatever the window
_MARK = "<!-- Written by docs/generate.py from the code; change that, then run `make docs-write`. -->"
_DASH = "-"
_ROUND = 3  # digits of a fitted weight: more than any reader can follow

Pages = dict[str, str]


def pages() -> Pages:
    """Every generated page: its path below `docs/`, with `/`, and its text."""
    written = {
        "rules.md": _rules(),
        "commands.md": _commands(),
        "profiles.md": _profiles(),
        "scores.md": _scores(_fitted()),
        "tags.md": _tags(),
    }
    written |= {f"rules/{rule.name}.md": _rule(rule) for rule in RULES}
    written |= playbook_pages()
    marked = {name: f"{_MARK}\n\n{text.strip()}\n" for name, text in written.items()}
    return marked | {"report.schema.json": dumps(json_schema(), indent=2) + "\n"}


def write(folder: Path = FOLDER) -> None:
    """Write every page into `folder`, and remove pages of rules that are gone."""
    wanted = pages()
    for name, text in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    for name in _left_over(folder, wanted):
        (folder / name).unlink()


def drift(folder: Path = FOLDER) -> list[str]:
    """What in `folder` differs from what would be written: one line a file, `NAME: how`."""
    wanted = pages()
    found = []
    for name, text in wanted.items():
        path = folder / name
        if not path.is_file():
            found.append(f"{name}: missing")
        elif (there := path.read_text(encoding="utf-8")) != text:
            found.append(f"{name}: differs from line {_first_difference(there, text)} on")
    return sorted(found + [f"{name}: its rule is gone" for name in _left_over(folder, wanted)])


def _left_over(folder: Path, wanted: Pages) -> list[str]:
    there = [path for part in ("rules", "playbook") for path in (folder / part).rglob("*.md")]
    return [name for path in there if (name := path.relative_to(folder).as_posix()) not in wanted]


def _first_difference(old: str, new: str) -> int:
    """The line, counted from 1, at which two texts part."""
    pairs = zip(old.split("\n"), new.split("\n"), strict=False)
    same = next((k for k, (a, b) in enumerate(pairs) if a != b), min(old.count("\n"), new.count("\n")))
    return same + 1


# Rules


def _rules() -> str:
    preview = sum(rule.preview for rule in RULES)
    lines = [
        "# Rules",
        f"A review goes by {len(RULES)} rules. {preview} of them are previews: they have yet to show their "
        "precision on labelled answers, report as notes, and are no part of any measure. "
        "[Configuration](configuration.md) says how to switch a rule or a family off.",
    ]
    for family, rules in by_family().items():
        rows = [(f"[{r.name}](rules/{r.name}.md)", r.code, _severity(r), _finds(r)) for r in rules]
        lines += [f"## {family.capitalize()}", _table(("rule", "code", "severity", "it finds"), rows)]
    return "\n\n".join(lines)


def _rule(rule: Rule) -> str:
    filled = "{" in rule.message + rule.advice
    lines = [
        f"# {rule.name}",
        _table(("code", "family", "severity"), [(rule.code, rule.family, _severity(rule))]),
        page(rule).strip(),
        "## What the report says",
        *(["What stands in braces is filled in from the answer."] if filled else []),
        f"> {rule.message}\n>\n> {rule.advice}",
        "## Flagged cases",
        "Tests hold the rule to these answers. It must point at what is in bold, or at the whole answer.",
        *(_case(number, case) for number, case in enumerate(rule.flagged, 1)),
        "## Clean cases",
        "On these it must stay silent.",
        *(_case(number, case) for number, case in enumerate(rule.clean, 1)),
        "[All rules](../rules.md)",
    ]
    return "\n\n".join(lines)


def _finds(rule: Rule) -> str:
    return page(rule).split("\n\n")[0].replace("\n", " ")


def _severity(rule: Rule) -> str:
    return "note, preview" if rule.preview else rule.severity


def _case(number: int, case: Case) -> str:
    asked = f', asked "{case.question}"' if case.question else ""
    text = _escaped(case.text)
    for words in map(_escaped, case.flagged):
        text = text.replace(words, f"**{words}**", 1)
    quoted = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    return f"Case {number}, at {case.level}{asked}:\n\n{quoted}"


def _escaped(text: str) -> str:
    """`text` with what Markdown would take for a mark made plain."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)


# Commands


def _commands() -> str:
    lines = ["# Commands", "What each command says of itself. [Configuration](configuration.md) has more."]
    for path, text in _helps(group, _context(group, "storybank")):
        lines += [f"## `{path}`", f"```text\n{text}\n```"]
    return "\n\n".join(lines)


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return click.Context(command, parent, name, terminal_width=WIDTH, color=False)


def _helps(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    """Path and help of a command and of all below it, as they list themselves."""
    yield context.command_path, click.unstyle(command.get_help(context)).strip()
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(context):
        below = command.get_command(context, name)
        if below is not None and not below.hidden:
            yield from _helps(below, _context(below, name, context))


# Timing profiles


def _profiles() -> str:
    parts = [kind for kind in PART_KINDS if kind != "other"]
    rows = []
    for profile in profiles().values():
        users = ", ".join(level for level, own in OWN_PROFILE.items() if own == profile.name)
        targets = [_seconds(profile.parts[kind]) if kind in profile.parts else _DASH for kind in parts]
        rows.append((f"`{profile.name}`", profile.title, users or _DASH, _seconds(profile.total), *targets))
    lines = [
        "# Timing profiles",
        "How long an answer and each of its parts should take, in seconds of speech. `--profile NAME`, "
        "`profile:` in the front matter or `profile =` in a configuration file chooses one; else the target "
        "level uses its own. A part without a target is measured against none. A profile changes no finding, "
        "no score and no verdict.",
        _table(("profile", "what it is", "own profile of", "total", *parts), rows),
        "## Where they come from",
        "\n".join(f"- `{profile.name}`: {profile.source}" for profile in profiles().values()),
    ]
    return "\n\n".join(lines)


def _seconds(span: Seconds) -> str:
    low, high = (f"{value:g}" for value in span)
    return low if low == high else f"{low}-{high}"


# Scores


_ABOUT_SCORES = """\
Each score is a sum that can be followed by hand. A term is a number read from the answer, divided by what
counts as full and kept within 0 and 1, times its points. Terms with + lift, terms with - lower: the signs
were fixed by what the rubric says, the sizes were fitted on answers that the reader had not seen
(`training/fit.py`). The sum begins at the base, and four cuts turn it into 1 to 5. An answer that tells
no event at all gets 1 throughout, and with some defects a score can be no more than so much.

`storybank review` gives the weightiest terms of each score as its reasons, if they are likelier than not, each
with the words behind it; for the reader's first impression that is the sentence without which it would fall most.
What is set in `code` is a [tag](tags.md) or a [rule](rules.md)."""


def _fitted() -> Mapping[str, Any] | None:
    """The weights that ship; None in a checkout that has not been fitted."""
    try:
        return shipped().scoring
    except FileNotFoundError:
        return None


def _scores(fitted: Mapping[str, Any] | None) -> str:
    lines = [
        "# Scores",
        _ABOUT_SCORES,
    ]
    if fitted is None:
        lines.append("This checkout holds no fitted weights: only signs are shown. `make train` fits them.")
    for name, terms in TERMS.items():
        lines += [f"## {name.capitalize()}", *_dimension(name, terms, fitted)]
    if fitted is not None:
        lines += _verdict(fitted["verdict"])
    return "\n\n".join(lines)


def _dimension(name: Dimension, terms: Sequence[Term], fitted: Mapping[str, Any] | None) -> Iterator[str]:
    sizes = fitted["scores"][name] if fitted else None
    shown = [f"{w:.{_ROUND}f}" for w in sizes["weights"]] if sizes else [""] * len(terms)
    rows = [
        (t.says, _in_words(t), f"{t.cap:g}", ("+" if t.sign > 0 else "-") + size, t.lack or _DASH)
        for t, size in zip(terms, shown, strict=True)
    ]
    yield _table(("what is said of it", "the number", "full at", "points", "advice"), rows)
    if sizes:
        cuts = ", ".join(f"{value} from {cut:.{_ROUND}f}" for value, cut in enumerate(sizes["cuts"], 2))
        yield f"Base {sizes['base']:.{_ROUND}f}. Value 1 below the first cut, {cuts}."
    if CEILINGS[name]:
        yield f"At most {', '.join(f'{c.most} with `{c.defect}`' for c in CEILINGS[name])}."
    if name == "clarity":
        yield (
            f"At most {JUMBLED.most} where more than {OUT_OF_PLACE:.0%} of the sentences would have to move for the "
            "parts to follow each other."
        )


_NUMBERS = {
    "score": "the reader's first impression of it, from 1 to 5 brought to 0 to 1",
    "some": "how likely some sentence is {kind}",
    "judged": "how likely `{kind}` is",
    "max": "how clearly the best sentence shows `{kind}`",
    "shown": "how clearly the best sentence, or a wording, shows `{kind}`",
    "sum": "how many sentences show `{kind}`",
    "share": "the share of the words that show `{kind}`",
    "filler-rate": "spoken fillers in 100 words",
    "figures": "outcome figures",
}
_COUNTED = {
    "overlong-situation": "the share of the words that set the scene: 0 at 25%, 1 at 45%",
    "thin-action": "the share of the words that tell deeds: 1 at 20%, 0 at 40%",
    "length": "1 outside 150 to 750 words, else 0",
}


def _in_words(term: Term) -> str:
    head, _, kind = term.number.partition(":")
    if head == "judged" and kind in _COUNTED:
        return _COUNTED[kind]
    if head not in _NUMBERS:
        raise LookupError(f"_NUMBERS has no words for {term.number!r}; add them in docs/generate.py")
    return _NUMBERS[head].format(kind=kind)


def _verdict(fitted: Mapping[str, Any]) -> list[str]:
    cuts = zip(VERDICTS[1:], fitted["cuts"], strict=True)
    rows = [(f"`{number}`", f"{weight:+.{_ROUND}f}") for number, weight in fitted["weights"].items()]
    return [
        "## Verdict",
        "The verdict weighs the sums above before they are cut (`points:`), the reader's first impression "
        "(`verdict`, 0 to 3) and how likely some faults are (`judged:`).",
        _table(("number", "times"), rows),
        f"Base {fitted['bias']:.{_ROUND}f}. `{VERDICTS[0]}` below the first cut, "
        + ", ".join(f"`{verdict}` from {cut:.{_ROUND}f}" for verdict, cut in cuts)
        + ".",
        "The verdict is held down, however well the story is told: `no` at most without an outcome, or where "
        + ", ".join(f"[{name}](rules/{name}.md)" for name in EMPTY)
        + " is found, since then no deed is the speaker's own; where "
        "[scope-below-level](rules/scope-below-level.md) is, "
        + ", ".join(f"`{most}` at most at {level}" for level, most in TOO_SMALL.items())
        + ".",
    ]


# Tags


def _tags() -> str:
    rows = []
    for tag, meaning in TAGS.items():
        rules = ", ".join(f"[{name}](rules/{name}.md)" for name, tags in SHOWN_BY.items() if tag in tags)
        scores = ", ".join(name for name, terms in TERMS.items() if any(_weighs(t, tag) for t in terms))
        rows.append((f"`{tag}`", meaning, rules or _DASH, scores or _DASH))
    lines = [
        "# Tags",
        f"The reader says of each sentence how likely it shows each of these {len(TAGS)} things. A tag is a "
        "fact about a sentence and no judgement; rules and scores weigh many of them together. Labelled "
        "answers carry the same tags: see [labelled answers](labelled-answers.md).",
        _table(("tag", "what the sentence shows", "quoted by rules", "quoted or weighed by scores"), rows),
    ]
    return "\n\n".join(lines)


def _weighs(term: Term, tag: str) -> bool:
    return term.tag == tag or term.number.partition(":")[2] == tag


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit status."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 on drift")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the pages are (default: here)")
    chosen = parser.parse_args(arguments)
    if not chosen.check:
        write(chosen.folder)
        return 0
    drifted = drift(chosen.folder)
    if drifted:
        lines = [f"{chosen.folder}: {len(drifted)} generated pages differ from the code", *drifted]
        print("\n  ".join(lines), f"To mend it, {REMEDY}.", sep="\n", file=sys.stderr)
    return 1 if drifted else 0


if __name__ == "__main__":
    sys.exit(main())
