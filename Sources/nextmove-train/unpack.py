"""The state of a reader out of a model file, to train it on.

usage: unpack.py READER.model BASE OUT.pt [STATIC.npz]
BASE is the folder of the model that it was trained from: pieces that the file left out get BASE's vectors. 8-bit weights
come back as the numbers that the program calculates with. STATIC.npz gets the vectors of the cheap likeness.
"""
import os, sys
import numpy as np
import torch
from transformers import AutoModel
from transformers.models.mpnet.modeling_mpnet import MPNetEncoder
import pack


def linear(named, name):
    """Outputs × inputs, and the bias."""
    values, scales = named[name + ".weights"].astype(np.float32), named.get(name + ".scales")
    if scales is not None:
        values = values * np.repeat(scales, values.shape[0] // scales.shape[0], axis=0)
    return values.T, named[name + ".bias"]


def rows(named, name):
    return named[name + ".values"].astype(np.float32) * (named[name + ".scales"][:, None] if name + ".scales" in named else 1)


def places(named, base):
    """For each piece of the file its place in BASE's vocabulary."""
    with open(os.path.join(base, "vocab.txt"), encoding="utf-8") as f:
        place = {line.rstrip("\n"): i for i, line in enumerate(f)}
    text, ends = named["pieces.bytes"].tobytes(), named["pieces.offsets"]
    return [place[text[a:b].decode()] for a, b in zip(ends, ends[1:])]


def state(header, named, base):
    """The PyTorch state that `pack.py` would make the file of."""
    model = AutoModel.from_pretrained(base)
    out = {"enc." + n: p.numpy().copy() for n, p in model.state_dict().items() if not n.startswith("encoder.layer.")}
    words = out["enc.embeddings.word_embeddings.weight"]
    words[places(named, base)] = rows(named, "words")
    longest, first = header["longest"], model.config.pad_token_id + 1
    out["enc.embeddings.position_embeddings.weight"][first:first + longest] = named["positions"]
    away = torch.arange(-(longest - 1), longest)
    bucket = MPNetEncoder.relative_position_bucket(away, num_buckets=model.config.relative_attention_num_buckets, max_distance=128).numpy()
    out["enc.encoder.relative_attention_bias.weight"][bucket] = named["bias"].T

    def norm(name, target):
        out[target + ".weight"], out[target + ".bias"] = named[name + ".gain"], named[name + ".offset"]

    norm("embedding", "enc.embeddings.LayerNorm")
    for k in range(header["layers"]):
        here, target = f"layer.{k}", f"enc.encoder.layer.{k}."
        weights, bias = linear(named, here + ".mixed")
        for part, w, b in zip("qkv", np.split(weights, 3), np.split(bias, 3)):
            out[target + f"attention.attn.{part}.weight"], out[target + f"attention.attn.{part}.bias"] = w, b
        for name, to in ((".attended", "attention.attn.o"), (".inner", "intermediate.dense"), (".outer", "output.dense")):
            out[target + to + ".weight"], out[target + to + ".bias"] = linear(named, here + name)
        norm(here + ".attention", target + "attention.LayerNorm")
        norm(here + ".output", target + "output.LayerNorm")
    out["head.1.weight"], out["head.1.bias"] = named["classes.weights"], named["classes.bias"]
    return {n: torch.tensor(np.ascontiguousarray(v)) for n, v in out.items()}


def main():
    file, base, out = sys.argv[1:4]
    header, named = pack.read(file)
    torch.save(state(header, named, base), out)
    if len(sys.argv) > 4:
        with open(os.path.join(base, "vocab.txt"), encoding="utf-8") as f:
            count = sum(1 for _ in f)
        vectors = np.zeros((count, named["static.values"].shape[1]), np.float32)
        vectors[places(named, base)] = rows(named, "static")
        np.savez(sys.argv[4], vectors=vectors, weights=np.ones(count, np.float32))


if __name__ == "__main__":
    main()
