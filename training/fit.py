"""Fit what is open: label order, defect weights, score terms, level and verdict; `python training/fit.py --help`.

Everything here is fitted on answers that the reader had not seen: each fold's reader is run, through the very
code that the program runs, on the stories that were held out from it. The
estimates printed are cross-validated once more by story on top of that.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np

from fit_asked import fit_asked
from fit_defects import fit_defects
from fit_figures import fit_figures
from hearing import Case, fit_decoding, hear_all, hearing
from records import LEVELS, VERDICTS, load
from regression import cuts_for, nonneg
from storybank.readings.asked import read_question
from storybank.readings.level import BEARS_ON as LEVEL_BEARS_ON
from storybank.readings.read import with_request
from storybank.reviewer.scoring import counted, term_values
from storybank.reviewer.terms import TERMS
from storybank.reviewer.verdict import BEARS_ON as VERDICT_BEARS_ON
from storybank.signals import read as signals_read
from storybank.signals.encoder.reader import Reader
from storybank.signals.parts import label
from train import hash_of, kappa


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--hear", nargs="+", action="append", required=True, metavar="READER[@FOLD/FOLDS] WEIGHT FILE",
        help="a reader's folder, what its answers weigh, and files of answers that it was not shown",
    )  # fmt: skip
    parser.add_argument("--given", type=Path, nargs="*", default=[], help="files whose labels are not ours")
    parser.add_argument("--out", type=Path, default=Path("src/storybank/signals/encoder/data"))
    parser.add_argument("--cache", type=Path, help="keep what the readers said in this file")
    args = parser.parse_args()
    wanted = [hearing(words) for words in args.hear]
    examples = [e for w in wanted for e in w.examples]
    weight = np.array([w.weight for w in wanted for _ in w.examples])
    given = {e.id for e in load(*args.given)}
    official = np.array([e.id in given for e in examples])
    print(f"{len(examples)} answers, {int(official.sum())} of them with given labels")
    heards, boundaries = hear_all(wanted, args.cache)
    # The reader named last is the one that ships; how sure it is of a word or a sentence is its own.
    ships = len(wanted[-1].examples)
    fitted = fit_decoding(examples[-ships:], heards[-ships:])._replace(
        figure=fit_figures(examples[-ships:], heards[-ships:]), boundary=boundaries[wanted[-1].reader]
    )
    names = Reader(wanted[0].reader)
    cases = []
    for e, h in zip(examples, heards, strict=True):
        labels = label(h.told.part, [s.heading for s in h.document.sentences], fitted)
        h = replace(h, labels=labels)
        found = signals_read.extract(h, fitted)
        numbers = with_request(signals_read.numbers_of(h, found, names), read_question(e.question), e.target)
        words = h.document.words
        shares = defaultdict(float)
        for s, k in zip(h.document.sentences, labels, strict=True):
            shares[k] += s.words / max(1, words)
        cases.append(Case(e, h, numbers, (shares["situation"], shares["action"])))
    defects, oof = fit_defects(cases, weight)
    scores, stacked = fit_scores(cases, oof, weight, official)
    level, verdict = fit_rest(cases, oof, stacked, weight, official)
    args.out.mkdir(parents=True, exist_ok=True)
    write(args.out / "judgement.json", {"defects": defects, "level": level})
    write(args.out / "scoring.json", {"scores": scores, "verdict": verdict})
    write(args.out / "asked.json", fit_asked())
    decoding = {
        "first": np.round(fitted.first, 3).tolist(),
        "follow": np.round(fitted.follow, 3).tolist(),
        "weight": fitted.weight,
        "figure": fitted.figure,
        "boundary": fitted.boundary,
    }
    write(args.out / "decoding.json", decoding)


def fit_scores(cases, oof, weight, official) -> tuple[dict, np.ndarray]:
    """Sizes of the score terms and the cuts; returns also unseen points for each dimension."""
    groups = np.array([hash_of("fit" + c.example.story) % 8 for c in cases])
    values = [
        term_values(
            c.numbers,
            {**{n: float(p[k]) for n, p in oof.items()}, **counted(c.numbers["telling"], *c.shares)},
        )
        for k, c in enumerate(cases)
    ]
    story = np.array([oof["is-story"][k] >= 0.5 for k in range(len(cases))])
    out, stacked, said = {}, np.zeros((len(cases), 4)), np.zeros((len(cases), 4))
    for d, name in enumerate(TERMS):
        sign = np.array([t.sign for t in TERMS[name]])
        x = np.array([v[name] for v in values]) * sign
        y = np.array([c.example.scores[d] for c in cases], float)
        # lsq works on signed columns with non-negative sizes
        for g in range(8):
            fit, test = (groups != g) & story, groups == g
            b = nonneg(x[fit], y[fit], weight[fit], 1.0)
            stacked[test, d] = x[test] @ b[:-1] + b[-1]
        for g in range(8):
            fit, test = (groups != g) & story, groups == g
            cuts = cuts_for(stacked[fit, d], y[fit], weight[fit], 1, 5)
            said[test, d] = 1 + sum((stacked[test, d] >= c).astype(int) for c in cuts)
        said[~story, d] = 1
        b = nonneg(x[story], y[story], weight[story], 1.0)
        cuts = cuts_for(stacked[story, d], y[story], weight[story], 1, 5)
        out[name] = {
            "base": round(float(b[-1]), 4),
            "weights": [round(float(v), 4) for v in b[:-1]],
            "cuts": cuts,
        }
        print(
            f"{name}: kappa {kappa(said[official, d], y[official], 1, 5):.3f} (all {kappa(said[:, d], y, 1, 5):.3f}) cuts {cuts}"
        )
        print(
            "   ", {t.name: round(float(v), 2) for t, v in zip(TERMS[name], b[:-1], strict=True) if v > 0.01}
        )
    order(cases, said, stacked)
    return out, stacked


def order(cases, said, stacked) -> None:
    groups = defaultdict(dict)
    for k, c in enumerate(cases):
        if c.example.telling:
            groups[c.example.story][c.example.telling] = (said[k].sum(), stacked[k].sum())
    good = soft = n = 0
    for g in groups.values():
        for a, b in (("strong", "middling"), ("middling", "weak"), ("strong", "weak")):
            if a in g and b in g:
                n += 1
                good += g[a][0] > g[b][0]
                soft += g[a][1] > g[b][1]
    print(f"order: {good} of {n} pairs by scores, {soft} by points")


def fit_rest(cases, oof, stacked, weight, official) -> tuple[dict, dict]:
    """Level and verdict, each one scale with cuts."""
    groups = np.array([hash_of("fit" + c.example.story) % 8 for c in cases])
    results = []
    for title, keys, gold, high in (
        ("level", LEVEL_BEARS_ON, [LEVELS.index(c.example.level) for c in cases], 2),
        ("verdict", VERDICT_BEARS_ON, [VERDICTS.index(c.example.verdict) for c in cases], 3),
    ):
        rows = []
        for k, c in enumerate(cases):
            extra = {f"points:{n}": stacked[k, d] for d, n in enumerate(TERMS)}
            extra |= {f"judged:{n}": float(p[k]) for n, p in oof.items()}
            extra |= {f"judged:{n}": v for n, v in counted(c.numbers["telling"], *c.shares).items()}
            rows.append([({**c.numbers, **extra})[key] for key in keys])
        x, y = np.array(rows), np.array(gold, float)
        mean, std = x.mean(0), x.std(0) + 1e-6
        z = np.column_stack([(x - mean) / std, np.ones(len(x))])
        pts = np.zeros(len(cases))

        def ridge(fit):
            a = z[fit] * weight[fit][:, None]
            reg = np.eye(z.shape[1]) * 4
            reg[-1, -1] = 0
            return np.linalg.solve(a.T @ z[fit] + reg, a.T @ y[fit])

        for g in range(8):
            pts[groups == g] = z[groups == g] @ ridge(groups != g)
        said = np.zeros(len(cases))
        for g in range(8):
            fit, test = groups != g, groups == g
            cuts = cuts_for(pts[fit], y[fit], weight[fit], 0, high)
            said[test] = sum((pts[test] >= c).astype(int) for c in cuts)
        b = ridge(np.ones(len(x), bool))
        cuts = cuts_for(pts, y, weight, 0, high)
        raw = b[:-1] / std
        print(
            f"{title}: kappa {kappa(said[official], y[official], 0, high):.3f} (all {kappa(said, y, 0, high):.3f}) cuts {cuts}"
        )
        results.append(
            {
                "weights": {k: round(float(v), 4) for k, v in zip(keys, raw, strict=True)},
                "bias": round(float(b[-1] - (raw * mean).sum()), 4),
                "cuts": cuts,
            }
        )
    return results[0], results[1]


def write(path: Path, value: object) -> None:
    """One JSON file, stable to the byte."""
    path.write_text(json.dumps(value, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print("wrote", path)


if __name__ == "__main__":
    main()
