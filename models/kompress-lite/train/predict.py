"""Says of all labelled words what a checkpoint says in 32 bits, to compare what ships with it: python3 predict.py FOLDER CHECKPOINT."""
import sys
from pathlib import Path

import torch

from finetune import predict
from label_data import read_labels
from model import Encoder, KeepWords

if __name__ == "__main__":
    torch.set_num_threads(1)
    folder, saved = Path(sys.argv[1]), torch.load(sys.argv[2])
    model = KeepWords(Encoder(len(saved["model"]["encoder.table.weight"]), saved["embedding"], saved["hidden"]))
    model.load_state_dict(saved["model"])
    (folder / "torch-keep.f32").write_bytes(torch.cat(predict(model, read_labels(folder))).numpy().tobytes())
