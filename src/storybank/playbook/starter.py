"""A playbook to start from: a company with one value and one question, valid as it is."""

from __future__ import annotations

import re
from pathlib import Path

from storybank.errors import BadPlaybook

_COMPANY = """# How {title} interviews. `values` names the files in principles/ that are its values.
name = "{name}"
title = "{title}"
style = "How the interviews go: who asks, how many rounds, what they press on."
angle = ["Which stories to bring, and which side of them to show."]
values = ["{name}-care"]
rounds = []
notes = []
"""
_VALUE = """name = "{name}-care"
title = "Care"
company = "{name}"
essence = "What this value is about, in a sentence."
interviewers = "What they listen for, and how they test it."
angle = "The story to bring."
shown = ["A sign that it is there."]
missing = ["A sign that it is not."]
depth = []
tensions = []
# Other values of ours that it lies near, and the themes of questions about it; matching uses both.
themes = ["conflict-resolution"]

[weak]
line = "How a weak answer sounds."
why = "What it lacks."

[strong]
line = "How a strong answer sounds."
why = "What it has."

[emphasis]
bring_forward = ["What to tell first and longest."]
trim = ["What can go."]
results = ["Which results lead."]
# `storybank adapt` goes by these words, unless you say it in numbers, by what a sentence shows (docs/tags.md):
# weights = {{ influence = 0.7, choice = 0.4 }}
"""
_QUESTION = """[[question]]
id = "{name}-01"
text = "When did you last change a plan for the sake of one person?"
principles = ["{name}-care"]
themes = []
levels = ["L5", "L6", "L7"]
tests = "What the question is really after."
probes = ["A follow-up that presses where answers are thin."]
companies = ["{name}"]
"""


def write_starter(folder: Path, company: str) -> list[Path]:
    """Write the files of a new playbook; raises `BadPlaybook` rather than write over anything."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", company):
        raise BadPlaybook(company, "a company's name here is lower case with hyphens, such as `blue-river`")
    words = {"name": company, "title": company.replace("-", " ").capitalize()}
    files = {
        folder / "companies" / f"{company}.toml": _COMPANY,
        folder / "principles" / f"{company}-care.toml": _VALUE,
        folder / "questions" / f"{company}.toml": _QUESTION,
    }
    for path in files:
        if path.exists():
            raise BadPlaybook(str(path), "is there already; nothing was written")
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.format(**words), encoding="utf-8")
        except OSError as fault:
            raise BadPlaybook(str(path), (fault.strerror or str(fault)).lower()) from None
    return list(files)
