"""Fit what is open: label order, defect weights, score terms, level and verdict; `python training/fit.py --help`.

Everything here is fitted on answers that the reader had not seen: each fold's reader is run, through the very
code that the program runs, on the stories that were held out from it. The
estimates printed are cross-validated once more by story on top of that.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import lsq_linear, minimize

from prose import own_words
from records import LEVELS, PARTS, PRINCIPLES, VERDICTS, Example, load
from storybank.readings.asked import read_question
from storybank.readings.judgement import BEARS_ON
from storybank.readings.level import BEARS_ON as LEVEL_BEARS_ON
from storybank.readings.principles import stems
from storybank.readings.read import with_request
from storybank.reviewer.scoring import TERMS, counted, term_values
from storybank.reviewer.verdict import BEARS_ON as VERDICT_BEARS_ON
from storybank.signals import read as signals_read
from storybank.signals.encoder.reader import Reader
from storybank.signals.outcomes import WITNESSES, find_outcomes, witnesses
from storybank.signals.parts import Decoding, label
from storybank.text import Document, read
from storybank.text.span import Span
from train import hash_of, kappa, macro_f1

_EQUAL = 0.002  # of F1
FLAT = Decoding(np.zeros(6), np.zeros((6, 6)), 0.0, {}, 0.5)


@dataclass(slots=True)
class Case:
    """An answer that the reader had not seen, and what it made of it."""

    example: Example
    heard: signals_read.Heard
    numbers: dict[str, float]
    shares: tuple[float, float]
    words: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Which reader is to be heard on which answers, none of which it was shown, and what each of them weighs."""

    reader: Path
    weight: float
    examples: tuple[Example, ...]


def hearing(given: list[str]) -> Heard:
    """`READER[@FOLD/FOLDS] WEIGHT FILE...`: with a fold, the stories that a fold reader was not shown."""
    where, _, share = given[0].partition("@")
    fold, _, folds = (int(n) if n.isdigit() else 0 for n in (share or "0/1").partition("/"))
    examples = load(*map(Path, given[2:]))
    unseen = tuple(
        own_words(e) for e in examples if hash_of(e.story) % folds == fold and read(e.text).sentences
    )
    return Heard(Path(where), float(given[1]), unseen)


def hear_all(wanted: list[Heard], cache: Path | None) -> tuple[list[signals_read.Heard], dict[Path, float]]:
    """What the readers make of the answers, and where each of them begins a sentence.

    Kept in `cache`, so that another fit may weigh it differently.
    """
    known = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}
    heards: list[signals_read.Heard] = []
    boundaries: dict[Path, float] = {}
    for w in wanted:
        where, reader = str(w.reader), Reader(w.reader)
        answers = [(e, read(e.text)) for e in w.examples]
        bare = [(e, document) for e, document in answers if not document.punctuated]
        chosen = (where, tuple(e.id for e, _ in bare))
        if chosen not in known:
            known[chosen] = fit_boundary(reader, bare)
        boundary = boundaries[w.reader] = known[chosen]
        for e, document in answers:
            key = (where, e.id, None if document.punctuated else boundary)
            if key not in known:
                known[key] = signals_read.hear(document, reader, FLAT._replace(boundary=boundary))
            heards.append(known[key])
    if cache:
        cache.write_bytes(pickle.dumps(known))
    return heards, boundaries


def fit_boundary(reader: Reader, bare: list[tuple[Example, Document]]) -> float:
    """From which probability on a sentence starts in speech without full stops, so that parts come out best."""
    if not bare:
        return FLAT.boundary
    examples = [e for e, _ in bare]
    heard = [(document, reader.read(document.prose)) for _, document in bare]
    best = (-1.0, FLAT.boundary)
    for boundary in (0.05, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5):
        rows = []
        for document, read_ in heard:
            whole = signals_read.cut(document, read_, boundary)
            spans = [s.span for s in whole.sentences]
            labels = label(reader.tell(read_, spans).part, [None] * len(spans), FLAT)
            rows.append(([whole.locate(s) for s in spans], labels))
        best = max(best, (f1_parts(examples, rows), boundary))
    print(f"sentences of bare speech: start at {best[1]}, macro F1 of parts {best[0]:.3f} over {len(bare)}")
    return best[1]


def f1_parts(examples: list[Example], said: list[tuple[list[Span], Sequence[str]]]) -> float:
    """Macro F1 over the gold sentences, each with the label that covers most of it."""
    gold, ours = [], []
    for e, (spans, labels) in zip(examples, said, strict=True):
        for g in e.sentences:
            cover: Counter[str] = Counter()
            for span, kind in zip(spans, labels, strict=True):
                if span.start < g.end and g.start < span.end:
                    cover[kind] += min(span.end, g.end) - max(span.start, g.start)
            gold.append(PARTS.index(g.label))
            ours.append(PARTS.index(cover.most_common(1)[0][0]) if cover else -1)
    return macro_f1(gold, ours, len(PARTS))


def fit_decoding(examples, heards) -> Decoding:
    """Transition counts from gold labels; the weight of order by search on unseen answers."""
    first, follow = np.ones(6), np.ones((6, 6))
    for e in examples:
        seq = [PARTS.index(s.label) for s in e.sentences]
        first[seq[0]] += 1
        for a, b in pairwise(seq):
            follow[a, b] += 1
    first, follow = np.log(first / first.sum()), np.log(follow / follow.sum(1, keepdims=True))
    spans = [[h.document.locate(s.span) for s in h.document.sentences] for h in heards]
    heads = [[s.heading for s in h.document.sentences] for h in heards]

    def quality(fitted: Decoding) -> float:
        labels = [label(h.told.part, head, fitted) for h, head in zip(heards, heads, strict=True)]
        return f1_parts(examples, list(zip(spans, labels, strict=True)))

    best = (-1.0, 0.0)
    for weight in (0.0, 0.1, 0.2, 0.3, 0.4, 0.6):
        best = max(best, (quality(FLAT._replace(first=first, follow=follow, weight=weight)), weight))
    print(f"parts: macro F1 {best[0]:.3f} with order weight {best[1]}; without {quality(FLAT):.3f}")
    return FLAT._replace(first=first, follow=follow, weight=best[1])


def figure_f1(examples, heards, figure) -> tuple[float, float, float]:
    tp = fn = fp = 0
    fitted = FLAT._replace(figure=figure)
    for e, h in zip(examples, heards, strict=True):
        said = [
            h.document.locate(f.figure.span)
            for f in find_outcomes(h.document, h.read, h.told, fitted)
            if f.outcome
        ]
        for a, b in e.figures:
            if any(s.start < b and a < s.end for s in said):
                tp += 1
            else:
                fn += 1
        fp += sum(not any(s.start < b and a < s.end for a, b in e.figures) for s in said)
    return 2 * tp / max(1, 2 * tp + fn + fp), tp / max(1, tp + fp), tp / max(1, tp + fn)


def fit_figures(examples, heards) -> dict[str, float]:
    """Weigh the witnesses; the estimate is cross-validated by story."""
    groups, rows, gold = [], [], []
    for e, h in zip(examples, heards, strict=True):
        for figure, said in witnesses(h.document, h.read, h.told):
            span = h.document.locate(figure.span)
            rows.append([said[w] for w in WITNESSES])
            gold.append(any(span.start < b and a < span.end for a, b in e.figures))
            groups.append(hash_of("fit" + e.story) % 6)
    x, y, groups = np.array(rows), np.array(gold, float), np.array(groups)

    def weigh(fit):
        b = logistic(x[fit], y[fit], np.ones(int(fit.sum())), 0.5)
        p = 1 / (1 + np.exp(-(x[fit] @ b[:-1] + b[-1])))
        cut = best_threshold(p, y[fit] > 0.5, np.ones(len(p)), 1.0)
        b[-1] -= np.log(cut / (1 - cut))
        return {
            **dict(zip(WITNESSES, np.round(b[:-1], 3).tolist(), strict=True)),
            "bias": round(float(b[-1]), 3),
        }

    best = (-1.0, 0.0, {})
    for alone in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0):
        tally = []
        for g in range(6):
            held = [k for k, e in enumerate(examples) if hash_of("fit" + e.story) % 6 == g]
            weights = {**weigh(groups != g), "alone": alone}
            tally.append(
                (len(held), figure_f1([examples[k] for k in held], [heards[k] for k in held], weights))
            )
        value = np.average([t[1] for t in tally], axis=0, weights=[t[0] for t in tally])
        if value[0] > best[0]:
            best = (float(value[0]), alone, value)
    weights = {**weigh(np.ones(len(x), bool)), "alone": best[1]}
    shifts = [round(weights["bias"] - step / 10, 3) for step in range(16)]
    tried = [(figure_f1(examples, heards, {**weights, "bias": bias}), bias) for bias in shifts]
    most = max(value[0] for value, _ in tried)
    # What is no outcome and is called one misleads more than an outcome that is passed over: of about equals the surest.
    value, weights["bias"] = max((t for t in tried if t[0][0] >= most - _EQUAL), key=lambda t: t[0][1])
    print(
        f"figures: F1 {best[2][0]:.3f}, alone {best[1]}; as chosen, not held out: "
        + "{:.3f} {:.3f} {:.3f}".format(*value)
    )
    return weights


def gold_defect(name: str, e: Example) -> bool | None:
    """Whether an answer has a defect; None where the labels leave it open."""
    if name == "missing-learning":  # raised only at some levels, true or false at all
        if {"generic-lesson", "nothing-to-change"} & set(e.defects):
            return False
        return not any(s.label == "learning" for s in e.sentences)
    if name == "is-story":
        return not (
            e.verdict == "strong-no"
            and set(e.scores) == {1}
            and {"missing-result", "missing-situation"} <= set(e.defects)
        )
    if name == "assigned-not-initiated" and not read_question(e.question).initiative:
        return None
    return name in e.defects


def logistic(x: np.ndarray, y: np.ndarray, w: np.ndarray, l2: float) -> np.ndarray:
    """Weighted logistic regression on standardised columns, the bias last and free."""

    def loss(b):
        z = x @ b[:-1] + b[-1]
        p = 1 / (1 + np.exp(-z))
        value = (w * (np.logaddexp(0, z) - y * z)).sum() + l2 * (b[:-1] ** 2).sum()
        d = w * (p - y)
        return value, np.append(x.T @ d + 2 * l2 * b[:-1], d.sum())

    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B").x


def best_threshold(p: np.ndarray, y: np.ndarray, w: np.ndarray, beta2: float) -> float:
    """The threshold with the best F-beta, precision leading."""
    best, at = -1.0, 0.5
    for t in np.unique(np.clip(np.round(p, 2), 0.42, 0.9)):
        s = p >= t
        tp, fp, fn = (w * (s & y)).sum(), (w * (s & ~y)).sum(), (w * (~s & y)).sum()
        f = (1 + beta2) * tp / max(1e-9, (1 + beta2) * tp + beta2 * fn + fp)
        if f > best + 1e-9:
            best, at = f, float(t)
    return at


def fit_defects(cases: list[Case], weight: np.ndarray) -> tuple[dict, dict]:
    """Weights and thresholds of every judged defect; also out-of-fold probabilities for the scores' terms."""
    groups = np.array([hash_of("fit" + c.example.story) % 8 for c in cases])
    out, oof = {}, {}
    total = Counter()
    for name, keys in BEARS_ON.items():
        gold = [gold_defect(name, c.example) for c in cases]
        known = np.array([g is not None for g in gold])
        y = np.array([bool(g) for g in gold])
        x = np.array([[c.numbers[k] for k in keys] for c in cases])
        mean, std = x[known].mean(0), x[known].std(0) + 1e-6
        z = (x - mean) / std
        p = np.zeros(len(cases))
        weighs, l2 = weight, 1.5
        if name == "is-story":  # one in sixty tells none, and none of these may pass for a story
            weighs, l2 = weight * np.where(y, 1, 20), 15.0
        for g in range(8):
            fit, test = known & (groups != g), groups == g
            b = logistic(z[fit], y[fit].astype(float), weighs[fit], l2)
            p[test] = 1 / (1 + np.exp(-(z[test] @ b[:-1] + b[-1])))
        said = np.zeros(len(cases), bool)
        for g in range(8):  # the threshold too is chosen without the answers it is judged on
            fit, test = known & (groups != g), groups == g
            said[test] = p[test] >= best_threshold(p[fit], y[fit], weight[fit], 0.6)
        oof[name] = p
        b = logistic(z[known], y[known].astype(float), weighs[known], l2)
        cut = best_threshold(p[known], y[known], weight[known], 0.6)
        if name == "is-story":
            cut = 0.5
        raw = b[:-1] / std
        bias = b[-1] - (raw * mean).sum()
        out[name] = {
            "weights": {k: round(float(v), 4) for k, v in zip(keys, raw, strict=True)},
            "bias": round(float(bias), 4), "threshold": round(cut, 3),
        }  # fmt: skip
        m = known
        tp, fp, fn = (said & y & m).sum(), (said & ~y & m).sum(), (~said & y & m).sum()
        print(f"  {name:24} n {int((y & m).sum()):3} tp {tp:3} fp {fp:3} fn {fn:3}  threshold {cut:.2f}")
        if name not in ("is-story", "missing-learning"):
            total.update(tp=int(tp), fp=int(fp), fn=int(fn))
    t = total
    print(
        f"defects judged: F1 {2 * t['tp'] / (2 * t['tp'] + t['fp'] + t['fn']):.3f} "
        f"precision {t['tp'] / (t['tp'] + t['fp']):.3f}"
    )
    return out, oof


def cuts_for(points: np.ndarray, gold: np.ndarray, w: np.ndarray, low: int, high: int) -> list[float]:
    """Cut points that maximise weighted kappa, by coordinate search from the quantiles."""
    values = range(low, high)
    cuts = [float(k) + 0.5 for k in values]
    grid = np.linspace(points.min(), points.max(), 80)

    def quality(c):
        s = low + sum((points >= k).astype(int) for k in c)
        return -(w * (s - gold) ** 2).sum() / w.sum() + 1.0 * wkappa(s, gold, w)

    for _ in range(6):
        for k in range(len(cuts)):
            lo = cuts[k - 1] + 0.05 if k else -9
            hi = cuts[k + 1] - 0.05 if k + 1 < len(cuts) else 99
            options = [g for g in grid if lo < g < hi] + [cuts[k]]
            cuts[k] = float(max(options, key=lambda g: quality([*cuts[:k], g, *cuts[k + 1 :]])))
    return [round(c, 3) for c in cuts]


def wkappa(a, b, w) -> float:
    """Weighted quadratic kappa."""
    a, b = a.astype(float), b.astype(float)
    o = (w * (a - b) ** 2).sum() / w.sum()
    e = (w[:, None] * w[None, :] * (a[:, None] - b[None, :]) ** 2).sum() / w.sum() ** 2
    return 1 - o / e


def nonneg(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float) -> np.ndarray:
    """Least squares with non-negative weights and a free base, a little ridge towards small weights."""
    n = x.shape[1]
    a = np.vstack(
        [
            np.column_stack([x, np.ones(len(x))]) * np.sqrt(w)[:, None],
            np.column_stack([np.sqrt(ridge) * np.eye(n), np.zeros(n)]),
        ]
    )
    b = np.concatenate([y * np.sqrt(w), np.zeros(n)])
    return lsq_linear(a, b, bounds=([0] * n + [-np.inf], np.inf)).x


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
        cases.append(Case(e, h, numbers, (shares["situation"], shares["action"]), words))
    defects, oof = fit_defects(cases, weight)
    scores, stacked = fit_scores(cases, oof, weight, official)
    level, verdict = fit_rest(cases, oof, stacked, weight, official)
    args.out.mkdir(parents=True, exist_ok=True)
    write(args.out / "judgement.json", {"defects": defects, "level": level})
    write(args.out / "scoring.json", {"scores": scores, "verdict": verdict})
    write(args.out / "principles.json", fit_principles())
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
        term_values(c.numbers, {**{n: float(p[k]) for n, p in oof.items()}, **counted(c.words, *c.shares)})
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
            extra |= {f"judged:{n}": v for n, v in counted(c.words, *c.shares).items()}
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


def asked() -> list[tuple[str, list[str]]]:
    """Questions with the principles that they ask for, whatever readers saw of the answers; no test's are among them."""
    from storybank.playbook.index import questions
    from storybank.playbook.shelf import shipped

    files = [
        *sorted(Path("training/answers").glob("[gw]*.jsonl")),
        *sorted(Path("training/questions").glob("written-*.jsonl")),
    ]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    written = [(row["question"], row["principles"]) for row in map(json.loads, lines)]
    ours = [(q.text, [name for name in q.principles if name in PRINCIPLES]) for q in questions(shipped())]
    return written + ours


def fit_principles() -> dict:
    """What the stems of a question say about the principles that an answer to it shows.

    Each count is smoothed towards what chance would give the principle, so that a stem which says nothing does not
    speak for the rare ones.
    """
    counts: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(16))
    mass = np.full(16, 2.0)
    said: Counter[str] = Counter()
    for question, names in asked():
        for rank, name in enumerate(names):
            weight, k = (1, 0.5, 0.3)[rank], PRINCIPLES.index(name)
            mass[k] += weight
            for stem in stems(question):
                counts[stem][k] += weight
        said.update(stems(question))
    words = {}
    for stem in sorted(s for s in said if said[s] >= 2):
        chance = counts[stem].sum() / mass.sum()
        words[stem] = np.round(np.log((counts[stem] + 10 * chance) / ((mass + 10) * chance)), 2).tolist()
    return {
        "names": PRINCIPLES,
        "prior": np.round(0.5 * np.log(mass / mass.sum()), 3).tolist(),
        "words": words,
        "question": 0.7,
        "reader": 1.0,
    }


def write(path: Path, value: object) -> None:
    """One JSON file, stable to the byte."""
    path.write_text(json.dumps(value, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print("wrote", path)


if __name__ == "__main__":
    main()
