"""Pair by pair, on what is held back: readers beside each other, by source and by kind.
usage: pairs.py MODEL RELATIONS POSTINGS CLAUSES READER.pt… [--most N]"""
import argparse, random
import numpy as np
import data
from reader import load


def main():
    a = argparse.ArgumentParser()
    for name in ("model", "relations", "postings", "clauses"):
        a.add_argument(name)
    a.add_argument("readers", nargs="+")
    a.add_argument("--most", type=int, default=700, help="lines that do neither, of each source")
    a = a.parse_args()
    rnd, by = random.Random(5), {}
    for r in data.Corpus(a.relations, a.postings, a.clauses).held:
        by.setdefault(r["source"], []).append(r)
    rows = []
    for source, of in sorted(by.items()):
        zeros = [r for r in of if r["y"][2] == 1]
        rows += [r for r in of if r["y"][2] == 0] + rnd.sample(zeros, min(len(zeros), a.most))
    truth = np.array([r["y"].index(1) for r in rows])
    source = np.array([r["source"] for r in rows])
    for path in a.readers:
        found = load(a.model, path).predict([(r["a"], r["b"]) for r in rows]).argmax(1)
        print(path)
        kinds = source.astype("U4") == "kind"
        for s in sorted(set(source)) + ["kinds"]:
            m = kinds if s == "kinds" else source == s
            f1 = [2 * ((found == c) & (truth == c) & m).sum() / max(1, ((found == c) & m).sum() + ((truth == c) & m).sum()) for c in (0, 1)]
            reversed_ = ((found + truth == 1) & (found != truth) & m).sum()
            print(f"  {s}: {m.sum()} pairs, right {(found == truth)[m].mean():.3f}, F1 supplies {f1[0]:.3f} opposes {f1[1]:.3f}, reversed {reversed_}", flush=True)


if __name__ == "__main__":
    main()
