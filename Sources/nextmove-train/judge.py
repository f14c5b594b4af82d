"""Fits the judge: from the strongest judgements for and against a statement to what may be said of it.

usage: judge.py FEATURES.jsonl OUT.json [--model DIGEST] [--nearest N]
FEATURES.jsonl, written by features.py: one statement held against one posting a line, {"id", "people" (named,
blind, fitted), "role", "text", "held", "marks": ["+", …], "features": {name: value}}: for postings that the reader was not
trained on (held), and for people that it was not trained on at others' postings, who help to fit. Two logistic regressions (a line supplies it, a line opposes it) are fitted on people who had not seen the posting
(named and blind). Every figure printed is out of fold: for each posting, regressions and thresholds come from the others.
Thresholds: `assert` and `assertMust` are the lowest from which on nine (nineteen) of ten (twenty) are right, `question`
the lowest at which (not: from which on) one of three is right or arguable, so that half of the questions are worth asking.
"""
import argparse, json
import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

FOLDS = 8


def fitted(x, y, c):
    return LogisticRegression(C=c, max_iter=5000).fit(x, y)


def lowest(confidence, right, share, least):
    """The lowest threshold from which on `share` are right, among at least `least`; 0.995 where there is none."""
    order = np.argsort(-confidence)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = [k for k in range(least - 1, len(order)) if precision[k] >= share]
    return float(confidence[order][good[-1]]) if good else 0.995


def fair_from(confidence, fair, share):
    """The lowest confidence at which `share` are fair, by a curve that only rises."""
    curve = IsotonicRegression(out_of_bounds="clip").fit(confidence, fair.astype(float))
    grid = np.arange(0.02, 0.95, 0.005)
    good = grid[curve.predict(grid) >= share]
    return float(good[0]) if len(good) else 0.95


def interval(k, n):
    """Wilson's interval at 95%."""
    if n == 0:
        return 0.0, 1.0
    z, p = 1.96, k / n
    mid, half = (p + z * z / (2 * n)) / (1 + z * z / n), z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return mid - half, mid + half


def main():
    a = argparse.ArgumentParser()
    a.add_argument("features")
    a.add_argument("out")
    a.add_argument("--model", default="")
    a.add_argument("--nearest", type=int, default=10)
    a.add_argument("--c", type=float, default=0.1)
    a = a.parse_args()
    rows = [json.loads(line) for line in open(a.features, encoding="utf-8")]
    # Of all that the program can tell, these carry over to other postings; segments, roles and lengths did not.
    names = ["p1", "p2", "p3", "m1", "m2", "m3", "diff", "plike", "mlike"]
    x = np.array([[r["features"].get(k, 0.0) for k in names] for r in rows])
    marks = [set(r["marks"]) for r in rows]
    supplied, opposed = np.array(["+" in m for m in marks]), np.array(["-" in m for m in marks])
    arguable = np.array([m == {"?"} for m in marks])
    unsure = np.array(["?" in m for m in marks])
    people, ids = np.array([r["people"] for r in rows]), np.array([r["id"] for r in rows])
    must = np.array([r["role"] in ("must_have", "deal_breaker") for r in rows])
    amount = np.array([bool(r.get("amount")) for r in rows])
    held = np.array([r.get("held", True) for r in rows])
    fit_on = ~arguable & ~amount & (people != "fitted")
    mean, scale = x[fit_on].mean(0), x[fit_on].std(0) + 1e-6
    z = (x - mean) / scale

    def threshold(s, o, mask):
        """Thresholds from statements of named and blind people."""
        conf, side = np.maximum(s, o), s >= o
        right = np.where(side, supplied, opposed)
        m = mask & ~arguable & ~amount & (people != "fitted")
        t = lowest(conf[m], right[m], 0.9, 15)
        tm = max(t, lowest(conf[m], right[m], 0.95, 15))
        fair = right | unsure
        q = mask & (people != "fitted")
        return t, tm, min(t, max(fair_from(conf[q & (people == k)], fair[q & (people == k)], 1 / 3) for k in ("named", "blind")))

    postings = sorted(set(ids))
    s, o = np.zeros(len(rows)), np.zeros(len(rows))
    cut = np.zeros((len(rows), 3))
    for k in range(FOLDS):
        out = np.isin(ids, postings[k::FOLDS])
        inner_s, inner_o = np.zeros(len(rows)), np.zeros(len(rows))
        rest = [p for p in postings if p not in postings[k::FOLDS]]
        for j in range(4):  # thresholds from folds within, so that a fold's own never matter
            inner = np.isin(ids, rest[j::4])
            train = fit_on & ~out & ~inner
            inner_s[inner] = fitted(z[train], supplied[train], a.c).predict_proba(z[inner])[:, 1]
            inner_o[inner] = fitted(z[train], opposed[train], a.c).predict_proba(z[inner])[:, 1]
        cut[out] = threshold(inner_s, inner_o, ~out)
        train = fit_on & ~out
        s[out] = fitted(z[train], supplied[train], a.c).predict_proba(z[out])[:, 1]
        o[out] = fitted(z[train], opposed[train], a.c).predict_proba(z[out])[:, 1]

    conf, side = np.maximum(s, o), s >= o
    right, wrong_way = np.where(side, supplied, opposed), np.where(side, opposed & ~supplied, supplied & ~opposed)
    for kind in ("named", "blind", "fitted"):
        m = held & (people == kind) & ~arguable & ~amount
        if not m.any():
            continue
        can = (supplied | opposed)[m].sum()
        order = np.argsort(-conf[m])
        precision = np.cumsum(right[m][order]) / np.arange(1, m.sum() + 1)
        best = max([k for k in range(m.sum()) if precision[k] >= 0.9], default=-1)
        print(f"{kind}: {m.sum()} statements, {can} with an answer; where nine of ten are right: {right[m][order][:best + 1].sum() / max(1, can):.2f} of them said")
        asserted = m & (conf >= np.where(must, cut[:, 1], cut[:, 0])) & (np.minimum(s, o) < cut[:, 2])
        n, k = asserted.sum(), right[asserted].sum()
        low, high = interval(k, n)
        print(f"  with the thresholds of the other folds: asserted {n}, right {k / max(1, n):.2f} ({low:.2f} to {high:.2f}), said {k / max(1, can):.2f}, wrong way round {wrong_way[asserted].sum()}")
        asked = held & (people == kind) & ~asserted & (conf >= cut[:, 2])
        print(f"  questions {asked.sum()}, right or arguable {(right | unsure)[asked].mean() if asked.any() else 0:.2f}")
        for low, high in ((0, .05), (.05, .1), (.1, .2), (.2, .4), (.4, .6), (.6, .8), (.8, .9), (.9, 1.01)):
            b = m & (conf >= low) & (conf < high)
            if b.any():
                i = interval(right[b].sum(), b.sum())
                print(f"    said {low:.2f} to {min(high, 1):.2f}: {b.sum()}, right {right[b].mean():.2f} ({i[0]:.2f} to {i[1]:.2f})")
    final = {}
    for name, y in (("supplied", supplied), ("opposed", opposed)):
        model = fitted(z[fit_on], y[fit_on], a.c)
        w = model.coef_[0] / scale
        final[name] = {"bias": round(float(model.intercept_[0] - (w * mean).sum()), 6), "weights": [round(float(v), 6) for v in w]}
    t, tm, q = threshold(s, o, np.ones(len(rows), bool))
    print(f"thresholds: assert {t:.3f}, must {tm:.3f}, question {q:.3f}")
    json.dump({"features": names, **final, "assert": round(t, 4), "assertMust": round(tm, 4), "question": round(q, 4),
               "nearest": a.nearest, "model": a.model}, open(a.out, "w", encoding="utf-8"), indent=1)


if __name__ == "__main__":
    main()
