"""Turn a trained network into the two small files that the program ships: `python training/export.py --help`.

The encoder's matrices become 8-bit; the vocabulary loses the pieces that English never needs (other scripts,
unused slots), which a third of the embedding table is. The head stays in 32 bit: it is small.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from pathlib import Path

import onnx
import torch
from network import HIDDEN, Head, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from records import DEFECTS, LEVELS, PARTS, PRINCIPLES, TAGS
from torch import nn

from storybank.signals.encoder.windows import FEATURES

_KEEP = re.compile(r"^(\[(PAD|UNK|CLS|SEP)\]|(##)?[\x21-\x7e£€¥\u00a1-\u024f]+)$")


def prune(net: Network, vocabulary: list[str]) -> list[str]:
    """Drop pieces that English text does not produce, in place; returns the vocabulary that is left."""
    kept = [k for k, piece in enumerate(vocabulary) if _KEEP.match(piece)]
    table = net.encoder.bert.embeddings.word_embeddings
    net.encoder.bert.embeddings.word_embeddings = nn.Embedding.from_pretrained(table.weight[kept].clone())
    return [vocabulary[k] for k in kept]


class _HeadOut(nn.Module):
    """The head as the program needs it: probabilities, labels as log-probabilities."""

    def __init__(self, head: Head) -> None:
        super().__init__()
        self.head = head

    def forward(self, vectors: torch.Tensor, features: torch.Tensor) -> tuple[torch.Tensor, ...]:
        part, tags, principles, defects, scores, verdict, level = self.head(vectors, features)
        return (
            part.log_softmax(-1), tags.sigmoid(), principles, defects.sigmoid(), scores + 3, verdict + 1.5, level.softmax(-1)
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
    ids = torch.ones(2, 40, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            net.encoder, (ids, torch.ones_like(ids)), str(full), input_names=["ids", "mask"],
            output_names=["state", "word"], opset_version=17, dynamo=False,
            dynamic_axes={n: {0: "w", 1: "t"} for n in ("ids", "mask", "state", "word")},
        )  # fmt: skip
        quantize_dynamic(str(full), str(args.out / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    torch.onnx.export(
        _HeadOut(net.head), (torch.zeros(7, HIDDEN), torch.zeros(7, FEATURES)), str(args.out / "head.onnx"),
        input_names=["vectors", "features"], output_names=["part", "tags", "principles", "defects", "scores", "verdict", "level"],
        opset_version=17, dynamo=False, dynamic_axes={n: {0: "s"} for n in ("vectors", "features", "part", "tags", "principles")},
    )  # fmt: skip
    names = {"parts": PARTS, "tags": TAGS, "principles": PRINCIPLES, "defects": DEFECTS, "levels": LEVELS}
    (args.out / "names.json").write_text(json.dumps(names), encoding="utf-8")
    for path in sorted(args.out.iterdir()):
        print(f"{path.name:16} {path.stat().st_size / 1e6:6.2f} MB")
    onnx.checker.check_model(str(args.out / "head.onnx"))


if __name__ == "__main__":
    main()
