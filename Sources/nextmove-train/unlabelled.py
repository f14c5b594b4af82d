"""What the teacher says of pairs that nobody has marked: rows for the student, and candidates for marks.

usage: unlabelled.py TEACHER.pt MPNET MINILM RELATIONS POSTINGS OUT.jsonl [--nearest N] [--postings-each N] [--seed N] [--shard I/N]
Every person of the training part is held against postings of a kindred field (the eight nearest to what they said, some
of them at random); each statement against its nearest lines and the title. A row is {"s", "id", "line", "part", "who",
"role", "p"}: p are the teacher's probabilities. Rows are appended as they are read; run several shards side by side.
"""
import argparse, glob, json, os
import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer
import data
from reader import load
from static import embed


def people(relations):
    """Everybody whose statements may be learned from: the people files, and those of the real postings' training part."""
    out = [p for f in sorted(glob.glob(os.path.join(relations, "people-*.jsonl"))) for p in data.jsonl(f)]
    for f in sorted(glob.glob(os.path.join(relations, "real-*.jsonl"))):
        for posting in data.jsonl(f):
            if not data.is_held(posting["id"]):
                out += posting["people"]
    return out


def main():
    a = argparse.ArgumentParser()
    for name in ("teacher", "model", "minilm", "relations", "postings", "out"):
        a.add_argument(name)
    a.add_argument("--nearest", type=int, default=6)
    a.add_argument("--postings-each", type=int, default=2)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--shard", default="0/1")
    a.add_argument("--most", type=int, default=0, help="people at most, to try it out")
    a = a.parse_args()
    texts = {k: v for k, v in data.posting_texts(a.postings).items() if not data.is_held(k)}
    units, headings, ids = {k: data.units(v) for k, v in texts.items()}, {k: data.contexts(v) for k, v in texts.items()}, sorted(texts)
    tokens, encoder = AutoTokenizer.from_pretrained(a.minilm), AutoModel.from_pretrained(a.minilm).eval()
    whole = embed(tokens, encoder, [" ".join(list(units[k].values())[:6])[:400] for k in ids])
    rng, all_people = np.random.default_rng(a.seed), people(a.relations)
    if a.most:
        all_people = all_people[:a.most]
    about = embed(tokens, encoder, [p["who"] + ". " + "; ".join(s for _, s in p["says"]) for p in all_people])
    rows = []
    said = sorted({s for p in all_people for _, s in p["says"]})
    vector = dict(zip(said, embed(tokens, encoder, said)))
    lines = sorted({t for u in units.values() for t in u.values()})
    vector_of_line = dict(zip(lines, embed(tokens, encoder, lines)))
    for p, v in zip(all_people, about):
        near = [ids[i] for i in np.argsort(-(whole @ v))[:8]]
        for id in rng.choice(near, size=min(a.postings_each, len(near)), replace=False):
            keys = list(units[id])
            matrix = np.stack([vector_of_line[units[id][k]] for k in keys])
            for role, s in p["says"]:
                order = list(np.argsort(-(matrix @ vector[s]))[:a.nearest])
                for k in order + ([] if 0 in order else [0]):
                    rows.append((s, str(id), keys[k], p["who"], role))
    index, count = (int(x) for x in a.shard.split("/"))
    rows = [rows[i] for i in np.random.default_rng(7).permutation(len(rows))[index::count]]
    torch.set_num_threads(max(1, torch.get_num_threads() // count))
    reader = load(a.model, a.teacher)
    with open(a.out, "w", encoding="utf-8") as f:
        for k in range(0, len(rows), 1024):
            part = rows[k:k + 1024]
            found = reader.predict([(r[0], data.in_place(units[r[1]][r[2]], headings[r[1]].get(r[2][0]))) for r in part])
            for (s, id, (line, cut), who, role), p in zip(part, found):
                row = {"s": s, "id": id, "line": line, "part": cut, "who": who, "role": role, "p": [round(float(x), 4) for x in p]}
                f.write(json.dumps(row, ensure_ascii=False) + "\n")
            f.flush()
            print(f"{min(k + 1024, len(rows))}/{len(rows)}", flush=True)


if __name__ == "__main__":
    main()
