"""An answer in some hundred plain numbers, each with a name: what the fitted readings weigh.

- `max:TAG` the clearest sentence, `sum:TAG` how many sentences, `share:TAG` how much of the words show a tag
  (expected values, from the reader's probabilities);
- `say:TAG` whether a wording says it outright; `shown:TAG` the clearest sentence or a wording, whichever speaks up;
- `part:KIND` the share of words, `none:KIND` the probability that no sentence is of that kind;
- `principle:NAME` the share of the evidence for each principle;
- `whole:DEFECT` the reader's impression of the whole, in logits; and counts with plain names, `telling` being the
  words of all sentences but asides.

The training script fits on exactly these, so there is one home for them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import numpy as np

from storybank.signals.encoder.reader import Reader, Told
from storybank.text.document import PART_KINDS, PartKind

SCORES = ("clarity", "principle", "impact", "growth")
"""What the reader forms an impression of, in the order of its output."""
_I = re.compile(r"\b(?:I|i|me|my|mine|myself|I'm|I'd|I've)\b")
_WE = re.compile(r"\b(?:we|us|our|ours|ourselves|the team)\b", re.I)


def logit(p: float) -> float:
    """Log odds, kept within plus or minus 7."""
    p = min(max(p, 0.0009), 0.9991)
    return math.log(p / (1 - p))


def describe(
    reader: Reader,
    told: Told,
    prose: str,
    sentence_words: list[int],
    labels: tuple[PartKind, ...],
    counts: Mapping[str, float],
) -> dict[str, float]:
    """All numbers of one answer, by name."""
    words = np.asarray(sentence_words, dtype=np.float64)
    total = max(float(words.sum()), 1.0)
    out: dict[str, float] = {"words": total / 400, "log-words": math.log(total + 1)}
    for k, tag in enumerate(reader.tags):
        column = told.tags[:, k].astype(np.float64)
        out[f"max:{tag}"] = float(column.max())
        out[f"sum:{tag}"] = float(column.sum())
        out[f"share:{tag}"] = float((column * words).sum() / total)
    part = np.exp(told.part.astype(np.float64))
    for k, kind in enumerate(PART_KINDS):
        out[f"part:{kind}"] = float(
            sum(w for w, label in zip(words, labels, strict=True) if label == kind) / total
        )
        out[f"soft:{kind}"] = float((part[:, k] * words).sum() / total)
        out[f"none:{kind}"] = float(np.prod(1 - part[:, k]))
    for k, name in enumerate(reader.defects):
        out[f"whole:{name}"] = logit(float(told.defects[k]))
    for k, name in enumerate(SCORES):
        out[f"score:{name}"] = float(told.scores[k])
    out["verdict"] = told.verdict
    for k, name in enumerate(reader.levels):
        out[f"level:{name}"] = float(told.level[k])
    pooled = np.log(np.exp(told.principles.astype(np.float64)).sum(0))
    weight = np.exp(pooled - pooled.max())
    for name, share in zip(reader.principles, weight / weight.sum(), strict=True):
        out[f"principle:{name}"] = float(share)
    speaker, group = len(_I.findall(prose)), len(_WE.findall(prose))
    out["i-rate"], out["we-rate"] = 100 * speaker / total, 100 * group / total
    out["we-share"] = group / max(1, speaker + group)
    out["filler-rate"] = 100 * counts["fillers"] / total
    out.update(counts)
    for tag in reader.tags:  # two witnesses, either of whom may be right
        out[f"shown:{tag}"] = 1 - (1 - out[f"max:{tag}"]) * (1 - 0.4 * out[f"say:{tag}"])
    return out
