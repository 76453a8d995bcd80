"""The encoder as an ONNX graph, written operator by operator.

A traced graph keeps what torch needs and the program does not (a mask that is all ones, shape arithmetic),
and the runtime then picks slower operators for it. This one names the fast ones: attention in one operator,
matrices that quantise their input and multiply in 8 bit, and an embedding table that stays in 8 bit (only the
rows that a text uses are turned into floats).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

_BERT = "bert."
_FUSED = "com.microsoft"  # the runtime's own operators, on every processor it is built for
# Processors without a 16-bit-safe 8-bit product add two products of an unsigned and a signed byte in 16 bits:
# 2 * 255 * 64 still fits, so every processor gives the same answer. Costs no accuracy that we can measure.
_WEIGHT_TOP = 64
_TABLE_TOP = 127


def encoder_graph(weights: Mapping[str, NDArray[np.float32]], heads: int, epsilon: float) -> onnx.ModelProto:
    """The graph of `network.Encoder` from its weights: `ids` (w, t) to `state` (w, t, h), `word` (w, t, 3).

    Without weights for words there is no `word`.

    The windows of one call have the same width and no padding; `heads` and `epsilon` are the base model's.
    """
    return _Graph(weights, heads, epsilon).model()


def _quantised(rows: NDArray[np.float32], top: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Each row as whole numbers from -top to top, and the step of each row."""
    steps = np.maximum(np.abs(rows).max(1), 1e-12) / top
    return np.rint(rows / steps[:, None]).astype(np.int8), steps.astype(np.float32)


class _Graph:
    def __init__(self, weights: Mapping[str, NDArray[np.float32]], heads: int, epsilon: float) -> None:
        self._weights = weights
        self._heads = heads
        self._epsilon = epsilon
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        x = self._embed()
        number = 0
        while f"{_BERT}encoder.layer.{number}.output.dense.bias" in self._weights:
            x = self._layer(x, f"{_BERT}encoder.layer.{number}.")
            number += 1
        hidden = len(self._weights[_BERT + "embeddings.LayerNorm.bias"])
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["w", "t"])
        outputs = [helper.make_tensor_value_info("state", TensorProto.FLOAT, ["w", "t", hidden])]
        if "word.weight" in self._weights:
            word = self._op("MatMul", x, self._constant(self._weights["word.weight"].T))
            outputs.append(helper.make_tensor_value_info("word", TensorProto.FLOAT, ["w", "t", 3]))
            self._op("Identity", x, out="state")
            self._op("Add", word, self._weight("word.bias"), out="word")
        else:
            self._op("Identity", x, out="state")
        graph = helper.make_graph(self._nodes, "encoder", [ids], outputs, self._constants)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(_FUSED, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
        onnx.checker.check_model(model)
        return model

    def _embed(self) -> str:
        at = _BERT + "embeddings."
        table, steps = _quantised(self._weights[at + "word_embeddings.weight"], _TABLE_TOP)
        rows = self._op("Cast", self._op("Gather", self._constant(table), "ids"), to=TensorProto.FLOAT)
        words = self._op("Mul", rows, self._op("Gather", self._constant(steps[:, None]), "ids"))
        # Every piece is of the first kind, so its vector is part of each place's.
        kind = self._weights[at + "token_type_embeddings.weight"][0]
        places = self._constant(self._weights[at + "position_embeddings.weight"] + kind)
        zero = self._constant(np.array([0], dtype=np.int64))
        width = self._op("Shape", "ids", start=1, end=2)
        return self._norm(words, self._op("Slice", places, zero, width, zero), at + "LayerNorm")

    def _layer(self, x: str, at: str) -> str:
        views = [self._multiply(x, f"{at}attention.self.{name}") for name in ("query", "key", "value")]
        seen = self._op("MultiHeadAttention", *views, domain=_FUSED, num_heads=self._heads)
        mixed = self._multiply(seen, at + "attention.output.dense")
        x = self._norm(mixed, x, at + "attention.output.LayerNorm")
        inner = self._op("Gelu", self._multiply(x, at + "intermediate.dense"), domain=_FUSED)
        return self._norm(self._multiply(inner, at + "output.dense"), x, at + "output.LayerNorm")

    def _multiply(self, x: str, name: str) -> str:
        matrix, steps = _quantised(self._weights[name + ".weight"], _WEIGHT_TOP)
        inputs = (self._constant(matrix.T), self._constant(steps), "", self._weight(name + ".bias"))
        return self._op("DynamicQuantizeMatMul", x, *inputs, domain=_FUSED)

    def _norm(self, x: str, y: str, name: str) -> str:
        # Two operators: the one that does both at once (SkipLayerNormalization) takes ten times as long.
        both = self._op("Add", x, y)
        parts = (self._weight(name + ".weight"), self._weight(name + ".bias"))
        return self._op("LayerNormalization", both, *parts, epsilon=self._epsilon)

    def _op(self, kind: str, *inputs: str, domain: str = "", out: str = "", **attributes: object) -> str:
        name = out or f"x{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def _weight(self, name: str) -> str:
        return self._constant(self._weights[name])

    def _constant(self, value: NDArray[np.generic]) -> str:
        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name
