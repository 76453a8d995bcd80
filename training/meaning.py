"""Teach the encoder which question asks for which story: `python training/meaning.py --help`.

Questions and stories are read by one encoder (the same base as the reader's, its word vectors left as they are) and
pooled to one vector each. A question is drawn to its own story and away from the other stories of the batch; two
small heads say which principles and themes a text is about, so that a match can be explained.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

from records import PRINCIPLES
from storybank.playbook.names import THEMES

HIDDEN = 384
FROZEN = 2
"""Layers that stay as they are: what they know of words serves any purpose."""
_TOP_STORY, _TOP_QUESTION = 288, 64


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its story, and what it asks for."""

    text: str
    story: str
    principles: tuple[str, ...]
    themes: tuple[str, ...]


class Meaning(nn.Module):
    """One encoder for both sides, and what each vector is about."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(base, attn_implementation="sdpa")
        self.bert.pooler = None
        self.bert.embeddings.requires_grad_(False)
        for layer in self.bert.encoder.layer[:FROZEN]:
            layer.requires_grad_(False)
        self.principles = nn.Linear(HIDDEN, len(PRINCIPLES))
        self.themes = nn.Linear(HIDDEN, len(THEMES))
        self.warmth = nn.Parameter(torch.tensor(3.0))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """(n, t) pieces to (n, hidden) unit vectors."""
        state = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        share = mask.unsqueeze(-1).float()
        pooled = (state.float() * share).sum(1) / share.sum(1)
        return nn.functional.normalize(pooled, dim=-1)


def load_stories(files: list[Path]) -> dict[str, list[str]]:
    """Story id to the texts of its tellings, best first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            name = record.get("story") or record["id"]
            found.setdefault(name, []).append((-sum(record["scores"].values()), record["text"]))
    return {name: [text for _, text in sorted(texts)][:2] for name, texts in found.items()}


def load_asked(files: list[Path]) -> list[Asked]:
    """All questions of the files."""
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [Asked(r["question"], r["story"], tuple(r["principles"]), tuple(r["themes"])) for r in rows]


def shortened(text: str, rng: random.Random) -> str:
    """A telling with a few of its sentences left out, as another day would tell it."""
    sentences = text.replace("\n", " ").split(". ")
    kept = [s for s in sentences if rng.random() > 0.1]
    return ". ".join(kept or sentences)


class Words:
    """Texts to padded pieces."""

    def __init__(self, base: Path) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(base)

    def __call__(self, texts: list[str], top: int) -> tuple[torch.Tensor, torch.Tensor]:
        """(n, t) pieces and mask."""
        out = self.tokenizer(texts, truncation=True, max_length=top, padding=True, return_tensors="pt")
        return out["input_ids"], out["attention_mask"]


def encode(net: Meaning, words: Words, texts: list[str], top: int) -> torch.Tensor:
    """Vectors of many texts, without gradients."""
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        return torch.cat([net(*words(texts[at : at + 32], top)) for at in range(0, len(texts), 32)])


def rank(net: Meaning, words: Words, asked: list[Asked], stories: dict[str, list[str]]) -> dict[str, float]:
    """hit@1, hit@3 and MRR of questions among all their stories."""
    names = sorted({a.story for a in asked})
    theirs = encode(net, words, [stories[n][0] for n in names], _TOP_STORY)
    ours = encode(net, words, [a.text for a in asked], _TOP_QUESTION)
    scores = (ours @ theirs.T).float().numpy()
    right = scores[np.arange(len(asked)), [names.index(a.story) for a in asked]]
    places = (scores > right[:, None]).sum(1) + 1
    return {
        "stories": len(names), "questions": len(asked), "hit@1": float((places == 1).mean()),
        "hit@3": float((places <= 3).mean()), "mrr": float((1 / places).mean()),
    }  # fmt: skip


def marks(names: list[tuple[str, ...]], known: list[str]) -> torch.Tensor:
    """(n, known) ones where a name is meant."""
    return torch.tensor([[float(k in row) for k in known] for row in names])


def train(args: argparse.Namespace) -> None:
    """Fit, printing what the stories held out say after each epoch."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    stories, asked = load_stories(args.answers), load_asked(args.questions)
    asked = [a for a in asked if a.story in stories]
    held = set(sorted({a.story for a in asked})[:: args.hold]) if args.hold else set()
    learn = [a for a in asked if a.story not in held]
    by_story: dict[str, list[Asked]] = {}
    for a in learn:
        by_story.setdefault(a.story, []).append(a)
    kept = [a for a in asked if a.story in held]
    test = [a for a in load_asked(args.test) if a.story in stories] if args.test else []
    net, words = Meaning(args.base), Words(args.base)
    if args.start:
        net.load_state_dict(torch.load(args.start))
    groups = [
        {"params": [p for p in net.bert.parameters() if p.requires_grad], "lr": args.lr},
        {"params": [*net.principles.parameters(), *net.themes.parameters(), net.warmth], "lr": 3e-3},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = args.epochs * (len(by_story) // args.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [g["lr"] for g in groups], total_steps=steps + 1, pct_start=0.1
    )
    for epoch in range(args.epochs):
        net.train()
        total = 0.0
        order = rng.sample(sorted(by_story), len(by_story))
        for at in range(0, len(order) - args.batch + 1, args.batch):
            names = list(dict.fromkeys(order[at : at + args.batch]))
            # A story costs more to read than all of its questions, so all of them are put to it at once.
            batch = [a for n in names for a in rng.sample(by_story[n], min(args.rounds, len(by_story[n])))]
            aim = torch.tensor([names.index(a.story) for a in batch])
            texts = [shortened(rng.choice(stories[n]), rng) for n in names]
            with torch.autocast("cpu", torch.bfloat16):
                q, s = net(*words([a.text for a in batch], _TOP_QUESTION)), net(*words(texts, _TOP_STORY))
            near = (q.float() @ s.float().T) * net.warmth.exp()
            loss = nn.functional.cross_entropy(near, aim) + args.about * about_loss(
                net, q.float(), s.float()[aim], batch
            )
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += loss.item()
        net.eval()
        said = {k: round(v, 3) for k, v in (rank(net, words, kept, stories) if kept else {}).items()}
        print(
            f"epoch {epoch + 1} loss {total / max(1, len(order) // args.batch):.3f} held {said}", flush=True
        )
    if test:
        print("test", {k: round(v, 3) for k, v in rank(net, words, test, stories).items()}, flush=True)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), args.out)


def about_loss(net: Meaning, q: torch.Tensor, s: torch.Tensor, batch: list[Asked]) -> torch.Tensor:
    """How badly both sides say which principles and themes are meant."""
    principles, themes = (
        marks([a.principles for a in batch], PRINCIPLES),
        marks([a.themes for a in batch], list(THEMES)),
    )
    lossy = nn.functional.binary_cross_entropy_with_logits
    scale = HIDDEN**0.5  # unit vectors are small
    return (
        lossy(net.principles(q * scale), principles) + lossy(net.themes(q * scale), themes)
        + 0.5 * lossy(net.principles(s * scale), principles) + 0.5 * lossy(net.themes(s * scale), themes)
    )  # fmt: skip


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=Path, nargs="+", required=True)
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--test", type=Path, nargs="*")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=5, help="questions of each story an epoch")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--about", type=float, default=1.0)
    parser.add_argument("--hold", type=int, default=0, help="hold every n-th story out")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--out", type=Path, required=True)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
