"""The network: an encoder that reads the answer, a head that reads its sentences in order."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

from dataset import Tensors
from records import DEFECTS, LEVELS, PARTS, PRINCIPLES, TAGS
from storybank.signals.encoder.windows import FEATURES

HIDDEN = 384
STATE = 96


class Encoder(nn.Module):
    """Pieces to vectors, and three judgements about each word."""

    def __init__(self, base: Path, layers: int) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(base, attn_implementation="sdpa")
        self.bert.encoder.layer = self.bert.encoder.layer[:layers]
        self.bert.pooler = None
        # What a word means is known already; a few hundred answers would only teach it their own words.
        self.bert.embeddings.requires_grad_(False)
        self.word = nn.Linear(HIDDEN, 3)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(w, t) pieces to (w, t, hidden) vectors and (w, t, 3) word logits."""
        state = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        return state, self.word(state)


class Head(nn.Module):
    """Sentence vectors, read in order, to labels, tags and judgements of the whole."""

    def __init__(self) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.2)
        self.squeeze = nn.Sequential(nn.Linear(HIDDEN + FEATURES, 192), nn.GELU())
        self.order = nn.GRU(192, STATE, batch_first=True, bidirectional=True)
        wide = 192 + 2 * STATE
        self.part = nn.Linear(wide, len(PARTS))
        self.tags = nn.Linear(wide, len(TAGS))
        self.principles = nn.Linear(wide, len(PRINCIPLES))
        self.look = nn.Linear(wide, 4)
        whole = 4 * wide + len(PARTS) + len(TAGS)
        self.whole = nn.Sequential(nn.Linear(whole, 128), nn.GELU(), nn.Dropout(0.2))
        self.defects = nn.Linear(128, len(DEFECTS))
        self.scores = nn.Linear(128, 4)
        self.verdict = nn.Linear(128, 1)
        self.level = nn.Linear(128, len(LEVELS))

    def forward(self, vectors: torch.Tensor, features: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """(b, s, hidden) and (b, s, f), b answers of as many sentences, to the logits of sentences and of wholes."""
        x = self.squeeze(self.drop(torch.cat([vectors, features], -1)))
        y, _ = self.order(x)
        z = self.drop(torch.cat([x, y], -1))
        part, tags = self.part(z), self.tags(z)
        weights = self.look(z).softmax(1)
        pooled = (weights.transpose(1, 2) @ z).flatten(1)
        shares = torch.cat([part.softmax(-1).mean(1), tags.sigmoid().max(1).values], -1)
        h = self.whole(torch.cat([pooled, shares], -1))
        return (
            part, tags, self.principles(z), self.defects(h), self.scores(h), self.verdict(h), self.level(h)
        )  # fmt: skip


class Network(nn.Module):
    """Both, end to end."""

    def __init__(self, base: Path, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(base, layers)
        self.head = Head()

    def forward(self, item: Tensors) -> tuple[torch.Tensor, ...]:
        """Logits for one answer: words, parts, tags, principles, defects, scores, verdict, level."""
        state, word = self.encoder(item.ids, item.mask)
        flat = state.float().reshape(-1, HIDDEN)[item.gather]
        words = word.float().reshape(-1, 3)[item.gather]
        told = self.head((item.pool @ flat)[None], item.features[None])
        return (words, *(each[0] for each in told))
