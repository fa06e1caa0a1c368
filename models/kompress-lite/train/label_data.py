"""The arrays that the Node side wrote of the labelled documents, and of texts on which teachers gave their opinion."""
import json

import numpy
import torch

UNKNOWN = 2


def read_labels(folder, count=8):
    """Labels 1 (kept), 0 (dropped) and UNKNOWN for each word."""
    documents = json.loads((folder / "label-documents.json").read_text())
    return fill(documents, folder / "label-features.u16", numpy.fromfile(folder / "label-targets.u8", numpy.uint8).astype(numpy.float32), count)


def read_soft_labels(folder, count=8):
    """Probabilities instead of labels."""
    documents = json.loads((folder / "soft-documents.json").read_text())
    return fill(documents, folder / "soft-features.u16", numpy.fromfile(folder / "soft-targets.u16", numpy.uint16).astype(numpy.float32) / 1000, count)


def fill(documents, path, targets, count):
    features = numpy.fromfile(path, numpy.uint16).reshape(-1, count)
    at = 0
    for document in documents:
        words = document["words"]
        document["features"] = torch.from_numpy(features[at : at + words].astype(numpy.int64))
        document["targets"] = torch.from_numpy(targets[at : at + words])
        at += words
    return documents


def windows(documents, draw, words=3072):
    """Joins the documents in random order and cuts them into windows of one random length, batches of about `words`."""
    order = draw.permutation(len(documents))
    features = torch.cat([documents[index]["features"] for index in order])
    targets = torch.cat([documents[index]["targets"] for index in order])
    length, skipped = int(draw.choice([64, 96, 128])), int(draw.integers(0, 64))
    count = (len(targets) - skipped) // length
    features = features[skipped : skipped + count * length].reshape(count, length, -1)
    targets = targets[skipped : skipped + count * length].reshape(count, length)
    mixed, size = torch.from_numpy(draw.permutation(count)), words // length
    return [(features[chosen], targets[chosen]) for chosen in mixed.split(size)]


def pad(documents):
    """All documents side by side, the shorter ones filled up with padding."""
    lengths = torch.tensor([len(document["targets"]) for document in documents])
    features = torch.zeros(len(documents), int(lengths.max()), documents[0]["features"].shape[1], dtype=torch.int64)
    for row, document in enumerate(documents):
        features[row, : lengths[row]] = document["features"]
    return features, lengths
