"""Learns from labels which words to keep: python3 finetune.py FOLDER PRETRAINED OUT SEED {hard|soft} [VALIDATION_FOLD].

`soft` adds the texts on which teachers gave their opinion. Fold 0, the test set, is never used.
"""
import math
import sys
from pathlib import Path

import numpy
import torch
from torch.nn import functional

from label_data import UNKNOWN, pad, read_labels, read_soft_labels, windows
from model import FORM_FEATURES, Encoder, KeepWords

RATE, HEAD_RATE, WARM_UP, DROPOUT, SMOOTHING, FORGET = 2e-3, 4e-3, 20, 0.3, 0.05, 0.05
EPOCHS = {"hard": 10, "soft": 3}
REPEATS = {"hard": 1, "soft": 3}
SIGNS_FROM = 1 + 16384 + 3 * 1024 + 42  # shapes from here on are signs, which are no words


def start(pretrained, seed):
    torch.manual_seed(seed)
    saved = torch.load(pretrained)
    encoder = Encoder(len(saved["encoder"]["table.weight"]), saved["embedding"], saved["hidden"])
    encoder.load_state_dict(saved["encoder"])
    return KeepWords(encoder, dropout=DROPOUT), {"hidden": saved["hidden"], "embedding": saved["embedding"], "features": 8}


def train(model, documents, seed, epochs, report):
    """Adam with a cosine; words now and then hidden so that what stands around them must speak."""
    draw = numpy.random.default_rng(seed)
    groups = [{"params": model.encoder.parameters(), "base": RATE}, {"params": model.head.parameters(), "base": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)
    steps = epochs * (1 + sum(len(document["targets"]) for document in documents) // 3072)
    step = 0
    for epoch in range(epochs):
        model.train()
        losses = []
        for features, targets in windows(documents, draw):
            share = min(1.0, step / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * min(1, (step + 1) / WARM_UP) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
            forget = torch.rand(targets.shape) < FORGET
            features = features.clone()
            features[..., :FORM_FEATURES] *= (~forget).long().unsqueeze(-1)
            known = targets != UNKNOWN
            wanted = targets[known].clamp(SMOOTHING, 1 - SMOOTHING)
            loss = functional.binary_cross_entropy_with_logits(model(features)[known], wanted)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            step += 1
        report(epoch, sum(losses) / len(losses))


@torch.no_grad()
def predict(model, documents):
    model.eval()
    features, lengths = pad(documents)
    found = torch.sigmoid(model(features, lengths))
    return [row[:length] for row, length in zip(found, lengths)]


def score(predictions, documents):
    """Area under the curve and F1 of the dropped, over words without signs."""
    counted = [(document["targets"] != UNKNOWN) & (document["features"][:, 3] < SIGNS_FROM) for document in documents]
    scores = torch.cat([found[words] for found, words in zip(predictions, counted)]).numpy()
    truth = torch.cat([document["targets"][words] for document, words in zip(documents, counted)]).numpy()
    ranks = numpy.empty(len(scores))
    ranks[numpy.argsort(scores, kind="stable")] = numpy.arange(1, len(scores) + 1)
    positives = truth.sum()
    area = (ranks[truth == 1].sum() - positives * (positives + 1) / 2) / (positives * (len(truth) - positives))
    dropped, right = scores < 0.5, truth == 0
    f1 = 2 * (dropped & right).sum() / (dropped.sum() + right.sum())
    return f"AUC {area:.4f}, drop F1 {f1:.4f}, accuracy {(dropped == right).mean():.4f}, keeps {1 - dropped.mean():.3f}"


def main(folder, pretrained, out, seed, kind, validation=None):
    documents = read_labels(folder)
    seen = [document for document in documents if document["fold"] not in (0, validation)] * REPEATS[kind]
    unseen = [document for document in documents if document["fold"] == validation]
    if kind == "soft":
        seen += read_soft_labels(folder)
    model, sizes = start(pretrained, seed)

    def report(epoch, loss):
        print(f"epoch {epoch + 1}: loss {loss:.4f} {score(predict(model, unseen), unseen) if unseen else ''}", flush=True)

    train(model, seen, seed, EPOCHS[kind], report)
    torch.save({"model": model.state_dict(), **sizes}, out)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5], int(sys.argv[6]) if len(sys.argv) > 6 else None)
