"""Parts a model that export.py wrote: python3 split.py WHOLE.onnx MODEL.onnx. MODEL.table gets the rows of the features, MODEL.onnx the network over their sums.

The runtime would unfold the whole table each time it loads, and add eight of its rows for each word anew; who runs the network adds those of a word once.
"""
import sys
from pathlib import Path

import onnx
from onnx import TensorProto, helper, numpy_helper


def split(whole):
    """The model from the sums of all windows' first words, second words and so on; windows of one run are of one length, so that it is told no lengths."""
    weights = {constant.name: constant for constant in whole.graph.initializer}
    network = next(node for node in whole.graph.node if node.op_type == "GRU")
    network.input[0] = "sums"
    del network.input[4:]
    nodes = needed(whole.graph, "keep")
    used = {name for node in nodes for name in node.input}
    width = weights["table_q"].dims[1]
    graph = helper.make_graph(
        nodes,
        whole.graph.name,
        [helper.make_tensor_value_info("sums", TensorProto.FLOAT, ["time", "batch", width])],
        list(whole.graph.output),
        [constant for name, constant in weights.items() if name in used],
    )
    model = helper.make_model(graph, opset_imports=list(whole.opset_import), producer_name=whole.producer_name)
    model.ir_version = whole.ir_version
    onnx.checker.check_model(model)
    return model, [numpy_helper.to_array(weights[name]) for name in ("table_s", "table_q")]


def needed(graph, output):
    """The nodes that an output is made by, in their order."""
    makers = {name: node for node in graph.node for name in node.output}
    names, waiting = set(), [output]
    while waiting:
        name = waiting.pop()
        if name in makers and name not in names:
            names.add(name)
            waiting.extend(makers[name].input)
    return [node for node in graph.node if names.intersection(node.output)]


if __name__ == "__main__":
    model, (scales, values) = split(onnx.load(sys.argv[1]))
    Path(sys.argv[2]).write_bytes(model.SerializeToString())
    Path(sys.argv[2]).with_suffix(".table").write_bytes(scales.astype("<f4").tobytes() + values.tobytes())
