"""Labels in a frame, alone on their lines."""

from __future__ import annotations

import pytest

from storybank.text import read

SAID = ("Late doses were common on the ward.", "I walked with the porters.", "It fell from 40 to 3 a week.")
PARTS = ("Situation", "Action", "Result")


@pytest.mark.parametrize(
    "frame",
    ["[[{}]]", "“{}”", '"{}"', "{}…", "{}...", "<h2>{}</h2>", "<p><b>{}</b></p>", "Part: {}", "«{}»", "① {}",
     "② {}:", "1️⃣ {}"],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_framed_label_is_no_speech(frame: str, gap: str) -> None:
    """Whatever stands around the name of a part, the line opens that part and is not said."""
    document = read(
        gap.join(f"{frame.format(name)}{gap}{said}" for name, said in zip(PARTS, SAID, strict=True))
    )
    assert [s.span.of(document.prose) for s in document.sentences] == list(SAID)
    assert [s.heading for s in document.sentences] == ["situation", "action", "result"]


@pytest.mark.parametrize("line", ["The result?", "“Result!” he said.", "result...", "“Nobody came.”"])
def test_what_is_said_stays_said(line: str) -> None:
    """A question, a quotation within a sentence and a trailing thought open no part."""
    document = read(f"{SAID[0]}\n{line}\n{SAID[1]}")
    assert line.strip("“”") in document.prose
    assert not any(s.heading for s in document.sentences)
