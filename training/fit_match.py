"""Fit how meaning, principles, themes and confirmed tags add up to a fit: `python training/fit_match.py --help`.

Logistic regression over pairs of a question with its own story and with others, on stories that the encoder was not
taught with; each question's own story weighs as much as `--others` strangers together. Prints hit@1, hit@3 and MRR on
the test questions, beside BM25, with and without confirmed tags.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.stats import hypergeom

from meaning import Asked, load_asked, load_stories
from storybank.planning.bm25 import bm25
from storybank.planning.match import features
from storybank.planning.understand import Profiles, outline_of, profiles, understand
from storybank.signals.meaning import Meaning
from storybank.stories.story import Story

NAMES = ("meaning", "passages", "principles", "themes", "confirmed")


def tags_of(files: list[Path]) -> dict[str, tuple[str, ...]]:
    """The principles that the labellers gave each story's best telling."""
    best: dict[str, tuple[int, tuple[str, ...]]] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            name, points = record.get("story") or record["id"], sum(record["scores"].values())
            if name not in best or points > best[name][0]:
                best[name] = (points, tuple(record["principles"]))
    return {name: tags for name, (_, tags) in best.items()}


def bank_of(
    names: list[str], texts: dict[str, list[str]], tags: dict[str, tuple[str, ...]], meaning: Meaning
) -> Profiles:
    """A bank of stories, with confirmed principles where `tags` has them."""
    stories = [Story(n, n, prose=texts[n][0], principles=tags.get(n, ())) for n in names]
    outlines = tuple(outline_of(story, story.prose) for story in stories)
    return profiles(outlines, meaning.senses([texts[n][0] for n in names]), meaning)


def table(asked: list[Asked], bank: Profiles, meaning: Meaning) -> tuple[np.ndarray, np.ndarray]:
    """(questions, stories, features) and the row of each question's own story."""
    names = [story.id for story in bank.stories]
    rows = []
    for a in asked:
        columns = features(understand(a.text, meaning), bank, meaning)
        rows.append(np.stack([columns[name] for name in NAMES], -1))
    return np.array(rows), np.array([names.index(a.story) for a in asked])


def fit(x: np.ndarray, right: np.ndarray, others: float) -> np.ndarray:
    """Weights of the features, then the bias."""
    count, many, _ = x.shape
    y = np.zeros((count, many))
    y[np.arange(count), right] = 1
    weight = np.where(y == 1, 1.0, others / (many - 1))
    flat = np.concatenate([x, np.ones((count, many, 1))], -1)

    def loss(w: np.ndarray) -> float:
        z = flat @ w
        return float((weight * (np.logaddexp(0, z) - y * z)).sum() / count + 1e-4 * (w[:-1] ** 2).sum())

    bounds = [(0, None)] * len(NAMES) + [(None, None)]
    return minimize(loss, np.array([4.0, 4, 1, 1, 1, -3]), bounds=bounds, method="L-BFGS-B").x


def measures(scores: np.ndarray, right: np.ndarray, size: int = 0) -> dict[str, float]:
    """hit@1, hit@3, MRR; ties count against.

    With a `size`, what is to be expected in banks of that many of the stories, drawn by chance: the own story and
    size - 1 others, of which as many stand before it as a draw without putting back has.
    """
    own = scores[np.arange(len(right)), right][:, None]
    before = (scores >= own - 1e-12).sum(1) - 1
    others = scores.shape[1] - 1
    drawn = min(size or others + 1, others + 1) - 1
    places = np.arange(drawn + 1)
    chance = np.array([hypergeom.pmf(places, others, b, drawn) for b in before])
    return {
        "hit@1": float(chance[:, 0].mean()), "hit@3": float(chance[:, :3].sum(1).mean()),
        "mrr": float((chance / (places + 1)).sum(1).mean()),
    }  # fmt: skip


def show(name: str, scores: np.ndarray, right: np.ndarray, sizes: list[int]) -> None:
    """A line for each size of bank."""
    for size in sizes:
        found = measures(scores, right, size)
        print(f"{name:28} {size:4}", "  ".join(f"{k} {v:.3f}" for k, v in found.items()))
        name = ""


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=Path, nargs="+", required=True)
    parser.add_argument("--fit", type=Path, nargs="*", default=[])
    parser.add_argument("--test", type=Path, nargs="*", default=[])
    parser.add_argument("--folder", type=Path, default=Path("src/storybank/signals/meaning_data"))
    parser.add_argument(
        "--vocabulary", type=Path, default=Path("src/storybank/signals/encoder/data/vocabulary.txt")
    )
    parser.add_argument(
        "--held", type=int, default=0, help="fit on every n-th story, as training held them out"
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=[20], help="sizes of bank to say it for")
    parser.add_argument("--others", type=float, default=5.0)
    args = parser.parse_args()
    texts, tags = load_stories(args.answers), tags_of(args.answers)
    meaning = Meaning(args.folder, args.vocabulary)
    if args.fit:
        said = weigh([a for a in load_asked(args.fit) if a.story in texts], args, texts, tags, meaning)
        about = json.loads((args.folder / "about.json").read_text(encoding="utf-8"))
        (args.folder / "about.json").write_text(json.dumps({**about, "match": said}) + "\n", encoding="utf-8")
        meaning = Meaning(args.folder, args.vocabulary)
    if args.test:
        compare(load_asked(args.test), args.sizes, texts, tags, meaning)


def weigh(asked, args, texts, tags, meaning: Meaning) -> dict[str, float]:
    """The weights, fitted on stories that the encoder was not taught with."""
    names = sorted({a.story for a in asked})
    if args.held:
        names = names[:: args.held]
        asked = [a for a in asked if a.story in set(names)]
    # Half of the bank tagged: the weight of a tag is learned where some have one and some have none.
    bank = bank_of(names, texts, {n: tags[n] for n in names[::2]}, meaning)
    x, right = table(asked, bank, meaning)
    weights = fit(x, right, args.others)
    said = dict(zip((*NAMES, "bias"), (round(float(w), 4) for w in weights), strict=True))
    print(said)
    show("fitted on", x @ weights[:-1], right, [len(names)])
    return said


def compare(asked, sizes, texts, tags, meaning: Meaning) -> None:
    """How often the own story is found, beside BM25."""
    names = sorted({a.story for a in asked})
    weights = np.array([meaning.match.get(name, 0.0) for name in NAMES])
    sizes = [size for size in (len(names), *sizes) if size <= len(names)]
    print(f"{len(asked)} questions, {len(names)} stories; in banks of {', '.join(map(str, sizes))}")
    for name, known in (("without tags", {}), ("with confirmed principles", tags)):
        x, right = table(asked, bank_of(names, texts, known, meaning), meaning)
        show(name, x @ weights, right, sizes)
        if not known:
            show("  meaning alone", x[:, :, 0], right, sizes)
    plain = bm25([texts[n][0] for n in names])
    show("BM25", np.array([plain(a.text) for a in asked]), right, sizes)
    tagged = bm25([texts[n][0] + " " + " ".join(tags[n]).replace("-", " ") for n in names])
    show("BM25 with tags", np.array([tagged(a.text) for a in asked]), right, sizes)


if __name__ == "__main__":
    main()
