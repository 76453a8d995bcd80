"""What the rubric allows no more of."""

from __future__ import annotations

import pytest

import storybank
from storybank.reviewer.ceilings import CEILINGS

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
