"""Turn the trained meaning into the files that the program ships: `python training/export_meaning.py --help`.

The matrices become 8-bit like the reader's; the weights of `match` (how meaning, principles and themes add up) are
fitted by `fit_match.py` afterwards and kept when they are there.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import onnx
import torch

from export import _KEEP
from graph import encoder_graph
from meaning import Meaning
from records import PRINCIPLES
from storybank.playbook.names import THEMES


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    net = Meaning(args.base).eval()
    net.load_state_dict(torch.load(args.weights))
    vocabulary = (args.base / "vocab.txt").read_text(encoding="utf-8").splitlines()
    kept = [k for k, piece in enumerate(vocabulary) if _KEEP.match(piece)]
    weights = {
        name: value.float().numpy() for name, value in net.state_dict().items() if name.startswith("bert.")
    }
    table = "bert.embeddings.word_embeddings.weight"
    weights[table] = weights[table][kept]
    args.out.mkdir(parents=True, exist_ok=True)
    config = net.bert.config
    onnx.save(
        encoder_graph(weights, config.num_attention_heads, config.layer_norm_eps),
        str(args.out / "meaning.onnx"),
    )
    about = args.out / "about.json"
    before = json.loads(about.read_text(encoding="utf-8")) if about.exists() else {}
    heads = [net.principles, net.themes]
    said = {
        "principles": list(PRINCIPLES),
        "themes": list(THEMES),
        "weights": [[round(x, 4) for x in row] for head in heads for row in head.weight.tolist()],
        "bias": [round(x, 4) for head in heads for x in head.bias.tolist()],
        "match": before.get("match", {"meaning": 1.0, "principles": 0.0, "themes": 0.0}),
    }
    about.write_text(json.dumps(said) + "\n", encoding="utf-8")
    for path in sorted(args.out.iterdir()):
        print(f"{path.name:16} {path.stat().st_size / 1e6:6.2f} MB")


if __name__ == "__main__":
    main()
