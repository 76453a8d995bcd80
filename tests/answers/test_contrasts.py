"""The weak and strong wordings that the source documents set against each other are told apart."""

from __future__ import annotations

import pytest
from bases import marks, raised, reviewed
from contrasts import CONTRASTS, Contrast

from storybank.reviewer.report import DIMENSIONS
from storybank.rules.registry import RULES

_each = pytest.mark.parametrize("contrast", CONTRASTS, ids=lambda contrast: contrast.id)


@_each
def test_weak_telling_is_noticed(contrast: Contrast) -> None:
    """The weak words raise the defect they are known for, or cost a point where it belongs."""
    weak = reviewed(contrast.weak, contrast.question, contrast.level)
    strong = reviewed(contrast.strong, contrast.question, contrast.level)
    lower = marks(weak)[contrast.dimension] < marks(strong)[contrast.dimension]
    noticed = lower or contrast.defect in raised(weak)
    assert noticed, (contrast.defect, contrast.dimension, raised(weak), marks(weak), marks(strong))


@_each
def test_strong_telling_is_spared(contrast: Contrast) -> None:
    """The strong words do not raise that defect."""
    strong = reviewed(contrast.strong, contrast.question, contrast.level)
    quotes = [finding.quote for finding in strong.findings if finding.rule == contrast.defect]
    assert quotes == []


@_each
def test_strong_telling_is_worth_no_less(contrast: Contrast) -> None:
    """The score at stake is never lower for the strong words than for the weak ones."""
    weak = reviewed(contrast.weak, contrast.question, contrast.level)
    strong = reviewed(contrast.strong, contrast.question, contrast.level)
    assert marks(strong)[contrast.dimension] >= marks(weak)[contrast.dimension]


@_each
def test_contrast_is_well_formed(contrast: Contrast) -> None:
    """Names are those of the product, the source is named, and the two tellings differ."""
    assert contrast.defect in {rule.name for rule in RULES}
    assert contrast.dimension in DIMENSIONS
    assert contrast.source[:3] in ("000", "001", "002")
    assert contrast.id.startswith(contrast.source[:3])
    assert contrast.weak != contrast.strong
