"""Takes from a trained network the states that matter least: python3 narrow.py CHECKPOINT OUT HIDDEN. What is left is where a faster network begins to learn."""
import sys

import torch


def narrow(saved, hidden):
    """Keeps in each direction the states that the head and the network itself listen to most."""
    state, before = saved["model"], saved["hidden"]
    encoder = {name.removeprefix("encoder."): values for name, values in state.items() if name.startswith("encoder.")}
    for direction, suffix in enumerate(("", "_reverse")):
        heard = state["head.0.weight"][:, direction * before : (direction + 1) * before].norm(dim=0)
        heard = heard / heard.mean() + encoder[f"gru.weight_hh_l0{suffix}"].norm(dim=0) / encoder[f"gru.weight_hh_l0{suffix}"].norm(dim=0).mean()
        chosen = heard.topk(hidden).indices.sort().values
        gates = torch.cat([chosen + gate * before for gate in range(3)])
        for name in ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"):
            encoder[f"gru.{name}{suffix}"] = encoder[f"gru.{name}{suffix}"][gates]
        encoder[f"gru.weight_hh_l0{suffix}"] = encoder[f"gru.weight_hh_l0{suffix}"][:, chosen]
    return {"hidden": hidden, "embedding": saved["embedding"], "encoder": encoder}


if __name__ == "__main__":
    torch.save(narrow(torch.load(sys.argv[1]), int(sys.argv[3])), sys.argv[2])
