"""Writes the model file that the program reads (Sources/Encoder) from the state of a trained reader.

usage: pack.py STATE.pt BASE OUT.model [--classes supplies,opposes,neither] [--longest 96] [--group 64]
               [--bits 14] [--pieces FILE] [--static FILE.npz] [--name TEXT]

STATE.pt   a PyTorch state: MPNet's layers under `enc.`, the classifier's last linear layer under `head.1.`
BASE       the folder of the model that it was trained from (config.json, vocab.txt)
--group    weights that share a scale, along the input, in 8 bits; 0 writes 32-bit floats
--bits     to which the program rounds what goes through the layers beside 8-bit weights: 14, or 8 in half the time
--pieces   the pieces of the vocabulary to keep, one a line; special pieces are kept in any case
--static   `vectors` (a row a piece of BASE's vocabulary) and `weights` (one a piece) for cheap likeness
--name     what the model calls itself

The file: `nextmove`, version and header length (32 bits each), SHA-256 of all that follows it, a header in JSON,
then tensors, each at a multiple of 64 bytes; little-endian throughout. The same state gives the same bytes.
"""
import argparse
import hashlib
import json
import os
import struct

import numpy as np

MAGIC, VERSION, ALIGNMENT = b"nextmove", 1, 64
SPECIAL = {"begin": "<s>", "end": "</s>", "padding": "<pad>", "unknown": "[UNK]"}
TYPES = {"i8": np.int8, "u8": np.uint8, "u32": np.uint32, "f32": np.float32}


def quantized(weights, group):
    """Inputs × outputs as 8-bit numbers, and a scale for each `group` of inputs of each output."""
    inputs, outputs = weights.shape
    if inputs % group:
        raise SystemExit(f"pack.py: {inputs} inputs cannot be cut into groups of {group}; choose another --group")
    groups = weights.reshape(inputs // group, group, outputs)
    scales = (np.abs(groups).max(1) / 127).astype(np.float32)
    values = np.round(groups / np.maximum(scales, 1e-30)[:, None]).clip(-127, 127).astype(np.int8)
    return values.reshape(inputs, outputs), scales


def quantized_rows(rows):
    """Rows as 8-bit numbers with a scale each."""
    values, scales = quantized(np.ascontiguousarray(rows.T, dtype=np.float32), rows.shape[1])
    return np.ascontiguousarray(values.T), scales[0]


def bias_by_distance(weights, longest, buckets, distance):
    """MPNet's relative position bias, heads × (2 · longest − 1): by key's place minus query's."""
    import torch
    from transformers.models.mpnet.modeling_mpnet import MPNetEncoder

    away = torch.arange(-(longest - 1), longest)
    bucket = MPNetEncoder.relative_position_bucket(away, num_buckets=buckets, max_distance=distance)
    return weights[bucket.numpy()].T


def tensors(state, config, longest, group, kept, static):
    """The tensors of a model by name; `kept` is the order of BASE's pieces in the file."""
    out = {}

    def linear(name, weights, bias):
        weights = np.ascontiguousarray(weights.T)  # PyTorch has outputs × inputs
        if group:
            out[name + ".weights"], out[name + ".scales"] = quantized(weights, group)
        else:
            out[name + ".weights"] = weights
        out[name + ".bias"] = bias

    def norm(name, source):
        out[name + ".gain"], out[name + ".offset"] = state[source + ".weight"], state[source + ".bias"]

    words = state["enc.embeddings.word_embeddings.weight"][kept]
    if group:
        out["words.values"], out["words.scales"] = quantized_rows(words)
    else:
        out["words.values"] = words
    first = config.get("pad_token_id", 1) + 1  # places are counted from behind the padding's
    out["positions"] = state["enc.embeddings.position_embeddings.weight"][first:first + longest]
    norm("embedding", "enc.embeddings.LayerNorm")
    out["bias"] = bias_by_distance(
        state["enc.encoder.relative_attention_bias.weight"], longest,
        config.get("relative_attention_num_buckets", 32), 128)
    layers = 0
    while f"enc.encoder.layer.{layers}.output.dense.weight" in state:
        here, source = f"layer.{layers}", f"enc.encoder.layer.{layers}."
        parts = [source + "attention.attn." + part for part in "qkv"]
        linear(here + ".mixed", np.concatenate([state[p + ".weight"] for p in parts]),
               np.concatenate([state[p + ".bias"] for p in parts]))
        linear(here + ".attended", state[source + "attention.attn.o.weight"], state[source + "attention.attn.o.bias"])
        norm(here + ".attention", source + "attention.LayerNorm")
        linear(here + ".inner", state[source + "intermediate.dense.weight"], state[source + "intermediate.dense.bias"])
        linear(here + ".outer", state[source + "output.dense.weight"], state[source + "output.dense.bias"])
        norm(here + ".output", source + "output.LayerNorm")
        layers += 1
    out["classes.weights"], out["classes.bias"] = state["head.1.weight"], state["head.1.bias"]
    if static:
        out["static.values"], scales = quantized_rows(static["vectors"][kept])
        out["static.scales"] = scales * static["weights"][kept]
    return layers, {n: t if t.dtype in (np.int8, np.uint8, np.uint32) else t.astype(np.float32) for n, t in out.items()}


def vocabulary(pieces, keep):
    """(the pieces sorted by their bytes, the place in `pieces` of each)"""
    kept = [i for i, p in enumerate(pieces) if keep is None or p in keep or p in SPECIAL.values()]
    kept.sort(key=lambda i: pieces[i].encode())
    return [pieces[i] for i in kept], kept


def write(path, header, named):
    """Writes the file; `header` gets the tensors' places."""
    blob, header = bytearray(), dict(header, tensors={})
    for name, tensor in named.items():
        blob += bytes(-len(blob) % ALIGNMENT)
        kind = next(k for k, t in TYPES.items() if t == tensor.dtype)
        header["tensors"][name] = {"type": kind, "shape": list(tensor.shape), "offset": len(blob)}
        blob += np.ascontiguousarray(tensor).astype(tensor.dtype.newbyteorder("<")).tobytes()
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    start = len(MAGIC) + 8 + 32
    text += b" " * (-(start + len(text)) % ALIGNMENT)
    rest = text + bytes(blob)
    with open(path + ".part", "wb") as file:
        file.write(MAGIC + struct.pack("<II", VERSION, len(text)) + hashlib.sha256(rest).digest() + rest)
    os.replace(path + ".part", path)


def read(path):
    """(header, tensors by name) of a model file."""
    data = open(path, "rb").read()
    _, length = struct.unpack("<II", data[8:16])
    header = json.loads(data[48:48 + length])
    named = {}
    for name, tensor in header["tensors"].items():
        count = int(np.prod(tensor["shape"]))
        values = np.frombuffer(data, TYPES[tensor["type"]], count, 48 + length + tensor["offset"])
        named[name] = values.reshape(tensor["shape"])
    return header, named


def pack(state, config, pieces, out, classes, longest=96, group=64, bits=14, keep=None, static=None, name="reader"):
    """Writes the model file of a state (arrays by name) with the vocabulary `pieces`."""
    sorted_pieces, kept = vocabulary(pieces, keep)
    layers, named = tensors(state, config, longest, group, kept, static)
    encoded = [p.encode() for p in sorted_pieces]
    offsets = np.cumsum([0] + [len(e) for e in encoded]).astype(np.uint32)
    named = {"pieces.offsets": offsets, "pieces.bytes": np.frombuffer(b"".join(encoded), np.uint8), **named}
    write(out, {
        "name": name, "layers": layers, "width": config["hidden_size"], "heads": config["num_attention_heads"],
        "inner": config["intermediate_size"], "vocabulary": len(sorted_pieces), "longest": longest,
        "epsilon": config["layer_norm_eps"], "group": group, "bits": bits, "classes": classes,
        "special": {role: sorted_pieces.index(piece) for role, piece in SPECIAL.items()},
    }, named)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("state", "base", "out"):
        parser.add_argument(name)
    parser.add_argument("--classes", default="supplies,opposes,neither")
    parser.add_argument("--longest", type=int, default=96)
    parser.add_argument("--group", type=int, default=64)
    parser.add_argument("--bits", type=int, choices=(8, 14), default=14)
    parser.add_argument("--pieces")
    parser.add_argument("--static")
    parser.add_argument("--name", default="reader")
    a = parser.parse_args()

    import torch

    state = {n: t.float().numpy() for n, t in torch.load(a.state, map_location="cpu").items()}
    with open(os.path.join(a.base, "config.json"), encoding="utf-8") as file:
        config = json.load(file)
    with open(os.path.join(a.base, "vocab.txt"), encoding="utf-8") as file:
        pieces = [line.rstrip("\n") for line in file]
    keep = None
    if a.pieces:
        with open(a.pieces, encoding="utf-8") as file:
            keep = {line.rstrip("\n") for line in file}
    static = np.load(a.static) if a.static else None
    pack(state, config, pieces, a.out, a.classes.split(","), a.longest, a.group, a.bits, keep, static, a.name)
    print(f"{a.out}: {os.path.getsize(a.out) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
