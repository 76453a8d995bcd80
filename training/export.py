"""Turn a trained network into the two small files that the program ships: `python training/export.py --help`.

The encoder's matrices become 8-bit; the vocabulary loses the pieces that English never needs (other scripts,
unused slots), which a third of the embedding table is. The head stays in 32 bit: it is small.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn

from graph import encoder_graph
from network import HIDDEN, Head, Network
from records import DEFECTS, LEVELS, PARTS, PRINCIPLES, TAGS
from storybank.signals.encoder.windows import FEATURES

_KEEP = re.compile(r"^(\[(PAD|UNK|CLS|SEP)\]|(##)?[\x21-\x7e£€¥\u00a1-\u024f]+)$")


def prune(net: Network, vocabulary: list[str]) -> list[str]:
    """Drop pieces that English text does not produce, in place; returns the vocabulary that is left."""
    kept = [k for k, piece in enumerate(vocabulary) if _KEEP.match(piece)]
    table = net.encoder.bert.embeddings.word_embeddings
    net.encoder.bert.embeddings.word_embeddings = nn.Embedding.from_pretrained(table.weight[kept].clone())
    return [vocabulary[k] for k in kept]


def _encoder(net: Network) -> onnx.ModelProto:
    weights = {name: value.float().numpy() for name, value in net.encoder.state_dict().items()}
    config = net.encoder.bert.config
    return encoder_graph(weights, config.num_attention_heads, config.layer_norm_eps)


def _agreement(net: Network, path: Path, pieces: int) -> float:
    """How the graph's vectors correlate with torch's on random pieces; ValueError below 0.97."""
    ids = torch.randint(5, pieces, (2, 120), generator=torch.Generator().manual_seed(1))
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    ours = session.run(["state"], {"ids": ids.numpy()})[0]
    with torch.no_grad():
        theirs = net.encoder(ids, torch.ones_like(ids))[0].numpy()
    agreement = float(np.corrcoef(ours.ravel(), theirs.ravel())[0, 1])
    if agreement < 0.97:
        raise ValueError(f"the graph does not do what the network does: correlation {agreement:.4f}")
    return agreement


class _HeadOut(nn.Module):
    """The head as the program needs it: probabilities, labels as log-probabilities."""

    def __init__(self, head: Head) -> None:
        super().__init__()
        self.head = head

    def forward(self, vectors: torch.Tensor, features: torch.Tensor) -> tuple[torch.Tensor, ...]:
        part, tags, principles, defects, scores, verdict, level = self.head(vectors, features)
        return (
            part.log_softmax(-1), tags.sigmoid(), principles, defects.sigmoid(),
            scores + 3, verdict + 1.5, level.softmax(-1),
        )  # fmt: skip


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    net = Network(args.base, args.layers).eval()
    net.load_state_dict(torch.load(args.weights))
    vocabulary = prune(net, (args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "vocabulary.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    onnx.save(_encoder(net), str(args.out / "encoder.onnx"))
    agreement = _agreement(net, args.out / "encoder.onnx", len(vocabulary))
    print(f"encoder: vectors correlate with torch's by {agreement:.4f}")
    torch.onnx.export(
        _HeadOut(net.head), (torch.zeros(2, 7, HIDDEN), torch.zeros(2, 7, FEATURES)), str(args.out / "head.onnx"),
        input_names=["vectors", "features"],
        output_names=["part", "tags", "principles", "defects", "scores", "verdict", "level"],
        opset_version=17, dynamo=False,
        dynamic_axes={
            **{n: {0: "b", 1: "s"} for n in ("vectors", "features", "part", "tags", "principles")},
            **{n: {0: "b"} for n in ("defects", "scores", "verdict", "level")},
        },
    )  # fmt: skip
    names = {"parts": PARTS, "tags": TAGS, "principles": PRINCIPLES, "defects": DEFECTS, "levels": LEVELS}
    (args.out / "names.json").write_text(json.dumps(names), encoding="utf-8")
    for path in sorted(args.out.iterdir()):
        print(f"{path.name:16} {path.stat().st_size / 1e6:6.2f} MB")
    onnx.checker.check_model(str(args.out / "head.onnx"))


if __name__ == "__main__":
    main()
