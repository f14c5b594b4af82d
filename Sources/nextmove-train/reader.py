"""The reader: a sentence encoder that reads a statement and a clause together and says what the clause does to it.

One text "statement [SEP] clause", mean-pooled over its tokens, three classes: supplies, opposes, neither.
"""
import math
import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

CLASSES = ("supplies", "opposes", "neither")
LONGEST = 96  # tokens of a pair; what is longer is cut at the longer of the two
BF16 = "avx512_bf16" in open("/proc/cpuinfo", encoding="ascii").read()


class Reader(torch.nn.Module):
    """`layers` names the layers of the model in the folder that are kept, from the lowest; None keeps all."""

    def __init__(self, folder, layers=None):
        super().__init__()
        self.tokens = AutoTokenizer.from_pretrained(folder)
        self.enc = AutoModel.from_pretrained(folder)
        self.head = torch.nn.Sequential(torch.nn.Dropout(0.1), torch.nn.Linear(self.enc.config.hidden_size, len(CLASSES)))
        if layers is not None:
            self.keep(layers)

    def keep(self, layers):
        """Drops all layers but these."""
        kept = [self.enc.encoder.layer[k] for k in layers]
        self.enc.encoder.layer = torch.nn.ModuleList(kept)
        self.enc.config.num_hidden_layers = len(kept)

    def freeze(self, lowest):
        """Leaves the word embeddings and the lowest layers as they are."""
        for name, p in self.enc.embeddings.named_parameters():
            p.requires_grad = "word" not in name
        for layer in self.enc.encoder.layer[:lowest]:
            for p in layer.parameters():
                p.requires_grad = False

    def forward(self, pairs):
        b = self.tokens([p[0] for p in pairs], [p[1] for p in pairs], padding=True, truncation=True,
                        max_length=LONGEST, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=BF16):
            x, mask = self.enc(**b).last_hidden_state, b["attention_mask"][..., None].float()
            return self.head((x * mask).sum(1) / mask.sum(1)).float()

    def predict(self, pairs, size=64):
        """n×3 probabilities."""
        self.eval()
        order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]) + len(pairs[i][1]))
        out = np.zeros((len(pairs), len(CLASSES)), np.float32)
        with torch.inference_mode():
            for k in range(0, len(pairs), size):
                part = order[k:k + size]
                out[part] = torch.softmax(self([pairs[i] for i in part]), -1).numpy()
        return out


def load(folder, weights):
    """A reader with the weights of a file; how many layers it has is found from them."""
    state = torch.load(weights, map_location="cpu", weights_only=True)
    state = state.get("reader", state)
    count = 1 + max(int(n.split(".")[3]) for n in state if n.startswith("enc.encoder.layer."))
    reader = Reader(folder, range(count))
    reader.load_state_dict(state)
    return reader
