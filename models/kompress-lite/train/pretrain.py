"""Learns words from text by masking: python3 pretrain.py FOLDER ROUND STEPS HIDDEN EMBEDDING. Writes FOLDER/pretrained-ROUND.pt.

Each round draws by its own number and begins where the round before it ended, with the rate high again.
"""
import json
import math
import sys
import time
from pathlib import Path

import numpy
import torch
from torch.nn import functional

from model import Encoder, MaskedWords

LENGTH, BATCH, SHARE, RATE, WARM_UP = 128, 48, 0.25, 2e-3, 200


def main(folder, number, steps, hidden, embedding):
    torch.manual_seed(number)
    draw = numpy.random.default_rng(number)
    description = json.loads((folder / "text-features.json").read_text())
    features = numpy.memmap(folder / "text-features.u16", dtype=numpy.uint16, mode="r").reshape(-1, description["featureCount"])
    model = MaskedWords(Encoder(description["featureTableSize"], embedding, hidden), description["vocabulary"])
    if number > 1:
        model.encoder.load_state_dict(torch.load(folder / f"pretrained-{number - 1}.pt")["encoder"])
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE, betas=(0.9, 0.98))
    began, losses = time.time(), []
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = RATE * rate_at(step, steps)
        starts = draw.integers(0, len(features) - LENGTH, BATCH)
        batch = torch.from_numpy(numpy.stack([features[start : start + LENGTH] for start in starts]).astype(numpy.int64))
        logits, targets = model(batch, torch.rand(batch.shape[:2]) < SHARE)
        loss = functional.cross_entropy(logits, targets)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.item())
        if step % 50 == 49:
            speed = (step + 1) * LENGTH * BATCH / (time.time() - began)
            print(f"step {step + 1} of {steps}: loss {sum(losses[-50:]) / 50:.3f}, {speed:.0f} words/s", flush=True)
        if step % 500 == 499 or step + 1 == steps:
            torch.save({"hidden": hidden, "embedding": embedding, "encoder": model.encoder.state_dict()}, folder / f"pretrained-{number}.pt")


def rate_at(step, steps):
    """Rises in a line, then falls along a cosine."""
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - WARM_UP) / max(1, steps - WARM_UP)))


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(Path(sys.argv[1]), *map(int, sys.argv[2:6]))
