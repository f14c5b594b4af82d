"""Writes what the tests of Sources/Encoder are held against, with PyTorch and Hugging Face's tokenizers.

usage: reference.py tokens BASE TOKENS.json             how the reference cuts the file's texts and pairs into pieces
       reference.py tiny BASE OUT-FOLDER                tiny.model, tiny-8bit.model, tiny-14bit.model (seeded), tiny.json with each layer
       reference.py pairs FILE.model PAIRS.jsonl OUT.json   a model's probabilities; needs its file alone

When a model is released, its fixture is made anew with the last of these:
    reference.py pairs READER.model Tests/EncoderTests/Fixtures/pairs.jsonl Tests/EncoderTests/Fixtures/pairs.json
PAIRS.jsonl has a list of two texts a line. Weights are those of the file, dequantised, products in 32 bits.
"""
import json
import os
import sys

import numpy as np
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from transformers import MPNetConfig, MPNetModel

import pack

TINY = {"hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64,
        "layer_norm_eps": 1e-5, "max_position_embeddings": 34, "relative_attention_num_buckets": 32}


class Reference:
    """A model file read by PyTorch."""

    def __init__(self, path):
        self.header, t = pack.read(path)
        h = self.header
        with open(path, "rb") as file:
            self.identity = file.read(48)[16:].hex()  # the checksum, by which the program knows a model
        offsets, letters = t["pieces.offsets"], t["pieces.bytes"].tobytes()
        self.pieces = [letters[a:b].decode() for a, b in zip(offsets, offsets[1:])]
        places = {p: i for i, p in enumerate(self.pieces)}
        self.tokens = Tokenizer(WordPiece(places, unk_token="[UNK]", max_input_chars_per_word=100))
        self.tokens.normalizer, self.tokens.pre_tokenizer = BertNormalizer(lowercase=True), BertPreTokenizer()
        self.model = MPNetModel(MPNetConfig(
            vocab_size=h["vocabulary"], hidden_size=h["width"], num_hidden_layers=h["layers"],
            num_attention_heads=h["heads"], intermediate_size=h["inner"], layer_norm_eps=h["epsilon"],
            max_position_embeddings=h["longest"] + 2), add_pooling_layer=False).eval()
        self.model.embeddings.padding_idx = -1  # every piece here is one; places are given below
        state, width = {}, h["width"]

        def linear(to, name, rows=slice(None)):
            w = t[name + ".weights"].astype(np.float32)
            if h["group"]:
                w = w * np.repeat(t[name + ".scales"], h["group"], 0)
            state[to + ".weight"], state[to + ".bias"] = w.T[rows], t[name + ".bias"][rows]

        def norm(to, name):
            state[to + ".weight"], state[to + ".bias"] = t[name + ".gain"], t[name + ".offset"]

        words = t["words.values"].astype(np.float32)
        state["embeddings.word_embeddings.weight"] = words * t["words.scales"][:, None] if h["group"] else words
        state["embeddings.position_embeddings.weight"] = np.pad(t["positions"], ((2, 0), (0, 0)))
        norm("embeddings.LayerNorm", "embedding")
        for i in range(h["layers"]):
            to, name = f"encoder.layer.{i}.", f"layer.{i}."
            for k, part in enumerate("qkv"):
                linear(to + "attention.attn." + part, name + "mixed", slice(k * width, (k + 1) * width))
            linear(to + "attention.attn.o", name + "attended")
            norm(to + "attention.LayerNorm", name + "attention")
            linear(to + "intermediate.dense", name + "inner")
            linear(to + "output.dense", name + "outer")
            norm(to + "output.LayerNorm", name + "output")
        left = self.model.load_state_dict({n: torch.from_numpy(np.array(v)) for n, v in state.items()}, strict=False)
        assert set(left.missing_keys) <= {"encoder.relative_attention_bias.weight", "embeddings.position_ids"}, left
        assert not left.unexpected_keys, left
        bias = torch.from_numpy(np.array(t["bias"]))

        def by_distance(x, *_, **__):
            n = torch.arange(x.size(1))
            return bias[:, n[None, :] - n[:, None] + h["longest"] - 1][None].expand(len(x), -1, -1, -1)

        self.model.encoder.compute_position_bias = by_distance
        self.head = torch.from_numpy(np.array(t["classes.weights"])), torch.from_numpy(np.array(t["classes.bias"]))

    def encoded(self, first, second):
        """The pieces of a pair, cut as Hugging Face's tokenizers cut the longest first."""
        a, b = (self.tokens.encode(text).ids for text in (first, second))
        most = self.header["longest"] - 4
        if len(a) + len(b) > most:
            short, long = sorted((len(a), len(b)))
            long = short if short > most else max(short, most - short)
            if short + long > most:
                short, long = most // 2, most - most // 2
            x, y = (long, short) if len(a) > len(b) else (short, long)
            a, b = a[:x], b[:y]
        s = self.header["special"]
        return [s["begin"], *a, s["end"], s["end"], *b, s["end"]]

    @torch.inference_mode()
    def read(self, first, second):
        """(pieces, hidden states before and after each layer, probabilities) of a pair."""
        ids = self.encoded(first, second)
        places = torch.arange(len(ids))[None] + 2
        out = self.model(input_ids=torch.tensor([ids]), position_ids=places,
                         attention_mask=torch.ones(1, len(ids)), output_hidden_states=True)
        scores = out.hidden_states[-1][0].mean(0) @ self.head[0].T + self.head[1]
        return ids, [x[0].numpy() for x in out.hidden_states], torch.softmax(scores, -1).tolist()


def tokens(base, path):
    from transformers import AutoTokenizer

    reference = AutoTokenizer.from_pretrained(base)
    alone = Tokenizer.from_str(reference.backend_tokenizer.to_str())
    alone.no_padding()
    alone.no_truncation()
    given = json.load(open(path, encoding="utf-8"))
    single = [{"text": row["text"], "pieces": alone.encode(row["text"], add_special_tokens=False).tokens}
              for row in given["texts"]]
    pairs = []
    for row in given["pairs"]:
        # As a list, since of a single pair an empty second text would be taken for none.
        ids = reference([row["first"]], [row["second"]], truncation=True, max_length=given["longest"])["input_ids"][0]
        pairs.append({**row, "pieces": reference.convert_ids_to_tokens(ids)})
    # The vocabulary that a test needs: every piece that stands anywhere in a word.
    letters = alone.normalizer.normalize_str(
        " ".join([row["text"] for row in single] + [row[side] for row in pairs for side in ("first", "second")]))
    kept = sorted((p for p in reference.get_vocab() if p in pack.SPECIAL.values() or p.removeprefix("##") in letters),
                  key=str.encode)
    check = Tokenizer(WordPiece({p: i for i, p in enumerate(kept)}, unk_token="[UNK]", max_input_chars_per_word=100))
    check.normalizer, check.pre_tokenizer = BertNormalizer(lowercase=True), BertPreTokenizer()
    for row in single:
        assert check.encode(row["text"]).tokens == row["pieces"], ("the smaller vocabulary cuts otherwise", row)
    write(path, {"longest": given["longest"], "pieces": kept, "texts": single, "pairs": pairs})


def tiny(base, folder):
    pieces = [line.rstrip("\n") for line in open(os.path.join(base, "vocab.txt"), encoding="utf-8")]
    text = [["Quiet mornings", "You will answer the phone all day."], ["", "x"], ["teaching", ""],
            ["the phone " * 20, "never stops ringing in here " * 20], ["Café, naïve!", "日本 and 7"]]
    common = [p for p in pieces if len(p.removeprefix("##")) == 1 and p.isascii()]
    whole = "the you will all day phone answer quiet morning ##s teach ##ing never stop in here and cafe".split()
    vocab = [*pack.SPECIAL.values(), *dict.fromkeys(common + whole)]
    torch.manual_seed(20)
    model = MPNetModel(MPNetConfig(vocab_size=len(vocab), initializer_range=0.2, **TINY), add_pooling_layer=False)
    state = {"enc." + n: p.detach().numpy() for n, p in model.state_dict().items()}
    for name in state:  # no weight at rest at 0 or 1, or a test could not see it
        if "LayerNorm" in name or name.endswith("bias"):
            state[name] = state[name] + 0.1 * torch.randn(state[name].shape).numpy()
    state["head.1.weight"], state["head.1.bias"] = 0.2 * torch.randn(3, 64).numpy(), torch.randn(3).numpy()
    static = {"vectors": torch.randn(len(vocab), 16).numpy(), "weights": torch.rand(len(vocab)).numpy()}
    config = dict(TINY, pad_token_id=1)
    for name, group, bits in (("tiny.model", 0, 14), ("tiny-8bit.model", 64, 8), ("tiny-14bit.model", 64, 14)):
        pack.pack(state, config, vocab, os.path.join(folder, name), ["yes", "no", "neither"], 32, group, bits, static=static,
                  name="tiny")
    read = Reference(os.path.join(folder, "tiny.model"))
    rows = []
    for a, b in text:
        ids, hidden, probabilities = read.read(a, b)
        rows.append({"first": a, "second": b, "pieces": ids, "probabilities": probabilities,
                     # Of each layer the first, a middle and the last row.
                     "hidden": [[layer[i].tolist() for i in (0, len(ids) // 2, -1)] for layer in hidden]})
    write(os.path.join(folder, "tiny.json"), rows)


def pairs(model, given, out):
    reference = Reference(model)
    rows = [json.loads(line) for line in open(given, encoding="utf-8")]
    write(out, {"model": reference.identity, "pairs": [
        {"first": a, "second": b, "probabilities": reference.read(a, b)[2]} for a, b in rows]})


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.7g}")
    if isinstance(value, list):
        return [rounded(v) for v in value]
    return {k: rounded(v) for k, v in value.items()} if isinstance(value, dict) else value


def write(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(rounded(value), file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")


COMMANDS = {"tokens": tokens, "tiny": tiny, "pairs": pairs}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        raise SystemExit(__doc__)
    torch.set_num_threads(2)
    COMMANDS[sys.argv[1]](*sys.argv[2:])
