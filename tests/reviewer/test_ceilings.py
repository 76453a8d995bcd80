"""What the rubric allows no more of."""

from __future__ import annotations

import pytest

import storybank
from storybank.reviewer.ceilings import CEILINGS, out_of_place
from storybank.text.document import PartKind

STORY = (
    "Our depot sent out the wrong tyres twice a week, and the garages had begun to charge us for it. I had to find out "
    "why before the winter rush. I stood at the rack for two nights and saw that two labels looked alike. I could have "
    "asked for scanners, but they would have come in spring, so I printed one label in red and taught both shifts. "
    "{end}"
)
ENDS = {
    "none": "I also put the red label on the plan of the rack.",
    "vague": "It went really well and everybody was happy with it.",
    "measured": "Since May not one wrong tyre has left us, and the garages stopped charging us 4,000 euros a month.",
}


def test_less_of_an_outcome_is_never_worth_more() -> None:
    """Without an outcome impact is 1; a feeling is worth no less than nothing, and no more than a measure."""
    told = [storybank.review(STORY.format(end=ENDS[kind])).scores["impact"].value for kind in ENDS]
    assert told == sorted(told)
    assert told[0] == 1


@pytest.mark.parametrize("end", ENDS.values(), ids=list(ENDS))
def test_no_score_stands_above_its_ceiling(end: str) -> None:
    """What is found and what is scored agree, and a score that is held down says by what."""
    report = storybank.review(STORY.format(end=end), question="Tell me about a mistake.", level="L6")
    found = {finding.rule for finding in report.findings}
    for name, ceilings in CEILINGS.items():
        for ceiling in ceilings:
            assert ceiling.defect not in found or report.scores[name].value <= ceiling.most, ceiling


ORDERED: list[PartKind] = [
    "situation",
    "situation",
    "task",
    "action",
    "action",
    "action",
    "result",
    "learning",
]


def test_parts_in_order_are_in_place() -> None:
    """In their order nothing has to move; an outcome told first, and asides, stand where they like."""
    assert out_of_place(ORDERED) == 0
    assert out_of_place(["result", *ORDERED]) == 0
    assert out_of_place([kind for one in ORDERED for kind in (one, "other")]) == 0


def test_what_would_have_to_move_is_counted() -> None:
    """Each sentence that leads back is one; a few sentences are too little to be jumbled."""
    assert out_of_place([*ORDERED, "situation"]) == pytest.approx(1 / 9)
    assert out_of_place(ORDERED[::-1]) == pytest.approx(5 / 8)
    assert out_of_place(["learning", "action", "situation"]) == 0
