"""Writes a trained model as ONNX with 8-bit weights: python3 export.py CHECKPOINT MODEL.onnx. The runtime unfolds the weights when it loads."""
import sys
from pathlib import Path

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper


class Graph:
    """Nodes and constants under way to a model."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, values):
        self.constants.append(numpy_helper.from_array(values, name))
        return name

    def apply(self, operator, inputs, name, **attributes):
        self.nodes.append(helper.make_node(operator, inputs, [name], **attributes))
        return name

    def quantised(self, name, values):
        """A matrix in 8 bits with one scale for each row; `dequantise` gives the same numbers."""
        whole, scale = quantise(values)
        cast = self.apply("Cast", [self.constant(f"{name}_q", whole)], f"{name}_f", to=TensorProto.FLOAT)
        return self.apply("Mul", [cast, self.constant(f"{name}_s", scale)], name)


def quantise(values):
    scale = numpy.maximum(numpy.abs(values).max(axis=-1, keepdims=True), 1e-8).astype(numpy.float32) / 127
    return numpy.round(values / scale).astype(numpy.int8), scale.astype(numpy.float32)


def dequantise(values):
    whole, scale = quantise(values)
    return whole.astype(numpy.float32) * scale


def build(state, hidden):
    """From the names of PyTorch to the operators of ONNX; its GRU wants the update gate before the reset gate."""
    get = lambda name: state[name].numpy().astype(numpy.float32)
    gates = lambda matrix: numpy.concatenate([matrix[hidden : 2 * hidden], matrix[:hidden], matrix[2 * hidden :]])
    both = lambda name: numpy.stack([gates(get(f"encoder.gru.{name}{side}")) for side in ("", "_reverse")])
    graph = Graph()
    one, two = graph.constant("axis_one", numpy.array([1], numpy.int64)), graph.constant("axis_two", numpy.array([2], numpy.int64))
    table = graph.quantised("table", get("encoder.table.weight"))
    embedded = graph.apply("ReduceSum", [graph.apply("Gather", [table, "feats"], "rows"), two], "embedded", keepdims=0)
    first = graph.apply("Gather", ["feats", graph.constant("zero", numpy.array(0, numpy.int64))], "words", axis=2)
    present = graph.apply("Cast", [graph.apply("Greater", [first, graph.constant("padding", numpy.array(0, numpy.int32))], "is_word")], "present", to=TensorProto.INT32)
    lengths = graph.apply("ReduceSum", [present, one], "lengths", keepdims=0)
    bias = numpy.concatenate([both("bias_ih_l0"), both("bias_hh_l0")], axis=1)
    inputs = [
        graph.apply("Transpose", [embedded], "by_time", perm=[1, 0, 2]),
        graph.quantised("input_weights", both("weight_ih_l0")),
        graph.quantised("state_weights", both("weight_hh_l0")),
        graph.constant("state_bias", bias),
        lengths,
    ]
    states = graph.apply("GRU", inputs, "states", hidden_size=hidden, direction="bidirectional", linear_before_reset=1)
    joined = graph.apply("Transpose", [states], "by_batch", perm=[2, 0, 1, 3])
    joined = graph.apply("Reshape", [joined, graph.constant("shape", numpy.array([0, 0, 2 * hidden], numpy.int64))], "joined")
    inner = graph.apply("MatMul", [joined, graph.constant("head_in", dequantise(get("head.0.weight")).T.copy())], "inner_sum")
    inner = graph.apply("Relu", [graph.apply("Add", [inner, graph.constant("head_in_bias", get("head.0.bias"))], "inner_biased")], "inner")
    outer = graph.apply("MatMul", [inner, graph.constant("head_out", get("head.2.weight").T.copy())], "outer_sum")
    logit = graph.apply("Add", [outer, graph.constant("head_out_bias", get("head.2.bias"))], "logit")
    graph.apply("Squeeze", [graph.apply("Sigmoid", [logit], "probability"), two], "keep")
    return graph


def write(checkpoint, path):
    saved = torch.load(checkpoint)
    graph = build(saved["model"], saved["hidden"])
    count = saved["features"]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "kompress-lite",
            [helper.make_tensor_value_info("feats", TensorProto.INT32, ["batch", "time", count])],
            [helper.make_tensor_value_info("keep", TensorProto.FLOAT, ["batch", "time"])],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", 17)],
        producer_name="kompress-lite",
    )
    model.ir_version = 8
    onnx.checker.check_model(model)
    Path(path).write_bytes(model.SerializeToString())


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
