"""Train the reader: `python training/train.py --help`. Seeds are fixed; the data are in the repository."""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812

from augment import guise, inject
from dataset import Tensors, tensors, weight_of
from network import Network
from prose import as_read
from records import DEFECTS, PARTS, PRINCIPLES, TAGS, Banked, Example, load, load_bank
from storybank.signals.encoder.wordpiece import WordPiece


def pos_weights(examples: list[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """Weights of a positive for tags and defects."""
    tagged = [s for e in examples for s in e.sentences if s.tags is not None]
    tag = [weight_of(sum(t in (s.tags or ()) for s in tagged), len(tagged)) for t in TAGS]
    defect = [weight_of(sum(d in e.defects for e in examples), len(examples)) for d in DEFECTS]
    return torch.tensor(tag), torch.tensor(defect)


def loss_of(
    out: tuple[torch.Tensor, ...], item: Tensors, tag_w: torch.Tensor, defect_w: torch.Tensor
) -> torch.Tensor:
    """What one answer costs: parts and tags lead, words and the whole help the encoder to see."""
    words, part, tags, principles, defects, scores, verdict, level = out
    total = F.cross_entropy(part, item.part, label_smoothing=0.03)
    if item.tagged.any():
        raw = F.binary_cross_entropy_with_logits(tags, item.tags, pos_weight=tag_w, reduction="none").sum(-1)
        total = total + 0.7 * (raw * item.tagged).sum() / item.tagged.sum()
    marks = item.word
    weight = torch.tensor([4.0, 4.0, 6.0])
    if item.partial:  # a foreign sentence holds figures and telling words that nobody marked
        return total + 0.5 * F.binary_cross_entropy_with_logits(
            words[:, 0], marks[:, 0], pos_weight=weight[0]
        )
    total = total + 1.5 * F.binary_cross_entropy_with_logits(words, marks, pos_weight=weight)
    # Where a sentence starts is plain where there are full stops; where there are none, all depends on it.
    total = total + 1.0 * F.binary_cross_entropy_with_logits(words[:, 0], marks[:, 0], pos_weight=weight[0])
    # Which words state an outcome rests on these marks alone: nothing else of the answer teaches it.
    total = total + 1.0 * F.binary_cross_entropy_with_logits(words[:, 1], marks[:, 1], pos_weight=weight[1])
    total = total + 0.2 * F.binary_cross_entropy_with_logits(
        defects, item.defects, pos_weight=defect_w, reduction="sum"
    )
    if item.scores[1] > 1:  # a non-answer shows no principle, whatever a rater had to write down
        total = total + 0.35 * F.cross_entropy(principles.logsumexp(0)[None], item.principles[None])
    total = total + 0.25 * F.mse_loss(scores, item.scores - 3)
    total = total + 0.2 * F.mse_loss(verdict[0], torch.tensor(item.verdict - 1.5))
    return total + 0.3 * F.cross_entropy(level[None], torch.tensor([item.level]))


def train(
    examples: list[Example], bank: list[Banked], pieces: WordPiece, args: argparse.Namespace
) -> Network:
    """Fit a network to examples."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    net = Network(args.base, args.layers)
    if args.start:
        net.load_state_dict(torch.load(args.start))
    tag_w, defect_w = pos_weights(examples)
    slow = [p for n, p in net.named_parameters() if n.startswith("encoder.bert") and p.requires_grad]
    fast = [p for n, p in net.named_parameters() if not n.startswith("encoder.bert")]
    optim = torch.optim.AdamW(
        [{"params": slow, "lr": args.lr}, {"params": fast, "lr": args.head_lr}], weight_decay=0.01
    )
    steps = args.epochs * -(-len(examples) // args.batch)
    sched = torch.optim.lr_scheduler.OneCycleLR(
        optim, [args.lr, args.head_lr], total_steps=steps, pct_start=0.1
    )
    for epoch in range(args.epochs):
        order = list(examples)
        rng.shuffle(order)
        net.train()
        began, cost = time.time(), 0.0
        for at in range(0, len(order), args.batch):
            optim.zero_grad()
            group = order[at : at + args.batch]
            for one in group:
                if bank and rng.random() < 0.5:
                    one = inject(one, bank, rng)
                item = tensors(
                    guise(one, rng) if rng.random() < 0.7 else one, pieces, asides=rng.random() < 0.5
                )
                with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
                    out = net(item)
                value = loss_of(tuple(o.float() for o in out), item, tag_w, defect_w) / len(group)
                value.backward()
                cost += float(value.detach())
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optim.step()
            sched.step()
        print(
            f"epoch {epoch + 1} loss {cost / (len(order) / args.batch):.3f} {time.time() - began:.0f}s",
            flush=True,
        )
    return net


@torch.no_grad()
def predict(net: Network, examples: list[Example], pieces: WordPiece) -> list[dict]:
    """Everything the network says of each answer, at the gold sentences."""
    net.eval()
    rows = []
    for one in examples:
        item = tensors(one, pieces)
        words, part, tags, principles, defects, scores, verdict, level = net(item)
        rows.append({
            "id": one.id, "words": torch.sigmoid(words).numpy(), "part": part.log_softmax(-1).numpy(),
            "tags": torch.sigmoid(tags).numpy(), "principles": principles.numpy(), "defects": torch.sigmoid(defects).numpy(),
            "scores": scores.numpy() + 3, "verdict": float(verdict[0]) + 1.5, "level": level.softmax(-1).numpy(),
        })  # fmt: skip
    return rows


def macro_f1(gold: list[int], said: list[int], labels: int) -> float:
    """Macro F1 over labels."""
    g, s = np.array(gold), np.array(said)
    out = []
    for k in range(labels):
        tp = ((g == k) & (s == k)).sum()
        out.append(2 * tp / max(1, (g == k).sum() + (s == k).sum()))
    return float(np.mean(out))


def quick_report(rows: list[dict], examples: list[Example]) -> None:
    """A first look, without rules: labels by argmax, tags and defects at one half."""
    gold = [PARTS.index(s.label) for e in examples for s in e.sentences]
    said = [int(k) for r in rows for k in r["part"].argmax(-1)]
    print(
        f"parts macro F1 {macro_f1(gold, said, len(PARTS)):.3f} accuracy {np.mean(np.array(gold) == said):.3f}"
    )
    for k, name in enumerate(("clarity", "principle", "impact", "growth")):
        a = np.array([e.scores[k] for e in examples])
        b = np.clip(np.rint([r["scores"][k] for r in rows]), 1, 5)
        print(f"  {name} kappa {kappa(a, b, 1, 5):.3f}", end="")
    from records import LEVELS, VERDICTS

    a = np.array([VERDICTS.index(e.verdict) for e in examples])
    b = np.clip(np.rint([r["verdict"] for r in rows]), 0, 3)
    print(f"  verdict {kappa(a, b, 0, 3):.3f}", end="")
    a = np.array([LEVELS.index(e.level) for e in examples])
    b = np.array([r["level"].argmax() for r in rows])
    print(f"  level {kappa(a, b, 0, 2):.3f}")

    def lse(x: np.ndarray) -> np.ndarray:
        return np.log(np.exp(x).sum(0))

    hit = [
        PRINCIPLES.index(e.principles[0]) in np.argsort(-lse(r["principles"]))[:3]
        for e, r in zip(examples, rows)
        if e.scores[1] >= 3
    ]
    print(f"  principle in three {np.mean(hit):.3f}")
    tp = fp = fn = 0
    for e, r in zip(examples, rows):
        for k, d in enumerate(DEFECTS):
            g, s = d in e.defects, r["defects"][k] > 0.5
            tp += g and s
            fp += s and not g
            fn += g and not s
    print(
        f"  defects (head alone) F1 {2 * tp / max(1, 2 * tp + fp + fn):.3f} precision {tp / max(1, tp + fp):.3f}"
    )
    for t in range(len(TAGS)):
        g = np.array([TAGS[t] in s.tags for e in examples for s in e.sentences if s.tags is not None])
        if not len(g):
            continue
        s = np.array(
            [
                r["tags"][i][t] > 0.5
                for e, r in zip(examples, rows)
                for i, x in enumerate(e.sentences)
                if x.tags is not None
            ]
        )
        f = 2 * (g & s).sum() / max(1, g.sum() + s.sum())
        print(f"  {TAGS[t]}:{f:.2f}/{g.sum()}", end="")
    print(flush=True)


def kappa(a: np.ndarray, b: np.ndarray, low: int, high: int) -> float:
    """Quadratic weighted kappa."""
    a, b = a.astype(float), b.astype(float)
    observed = ((a - b) ** 2).mean()
    expected = ((a[:, None] - b[None, :]) ** 2).mean()
    return float(1 - observed / expected) if expected else 0.0


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--bank", type=Path, nargs="*", default=[])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of the bare encoder")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--head-lr", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument(
        "--fold", type=int, default=-1, help="hold this fold out and predict it; -1: train on all"
    )
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    pieces = WordPiece((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    examples = [as_read(example) for example in load(*args.data)]
    held: list[Example] = []
    if args.fold >= 0:
        held = [e for e in examples if hash_of(e.story) % args.folds == args.fold]
        examples = [e for e in examples if hash_of(e.story) % args.folds != args.fold]
    print(f"{len(examples)} answers to learn from, {len(held)} held out", flush=True)
    bank = [b for path in args.bank for b in load_bank(path)]
    net = train(examples, bank, pieces, args)
    args.out.mkdir(parents=True, exist_ok=True)
    name = "all" if args.fold < 0 else f"fold{args.fold}"
    torch.save(net.state_dict(), args.out / f"{name}.pt")
    if held:
        rows = predict(net, held, pieces)
        quick_report(rows, held)
        import pickle

        (args.out / f"{name}.pkl").write_bytes(pickle.dumps(rows))
    (args.out / f"{name}.json").write_text(json.dumps({k: str(v) for k, v in vars(args).items()}))


def hash_of(story: str) -> int:
    """A stable shuffle of stories."""
    import hashlib

    return int(hashlib.sha256(story.encode()).hexdigest(), 16)


if __name__ == "__main__":
    main()
