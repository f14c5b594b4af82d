"""Fits the judge: from the strongest judgement for and against a statement to what may be said of it.

usage: judge.py FEATURES.jsonl OUT.json [--model DIGEST] [--nearest N]
FEATURES.jsonl, written by features.py: one statement held against one posting a line, {"id", "people" (named,
blind, fitted), "role", "text", "held", "marks": ["+", …], "features": {name: value}}: for postings that the reader was not
trained on (held), and for people that it was not trained on at others' postings, who help to fit. One curve, fitted on
people who had not seen the posting (named and blind), makes a probability of the strongest line's logit, for both sides
alike: two regressions over nine features put the same lines in a worse order, since opposed statements are few.
Every figure printed is out of fold: for each posting, curve and thresholds come from the others. As thresholds depend on
how the postings fall into folds, counts of assertions are means over several ways to deal them out.
Thresholds: `assert` and `assertMust` are the lowest from which on nine (nineteen) of ten (twenty) are right, `question`
the lowest at which (not: from which on) FAIR are right or arguable, so that half of the questions are worth asking.
"""
import argparse, json
import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

FOLDS = 8
DEALS = 5
FAIR = 0.37
SIDES = {"supplied": "p1", "opposed": "m1"}  # what the curve goes by, as the program names it


class Curve:
    """A probability that only rises with the logit of the strongest line, the same for both sides."""

    def __init__(self, x, y, c):
        """x: statements × sides, logits; y: whether a line of the posting does that."""
        model = LogisticRegression(C=c, max_iter=5000).fit(x.reshape(-1, 1), y.reshape(-1))
        self.bias, self.weight = float(model.intercept_[0]), float(model.coef_[0, 0])

    def __call__(self, x):
        return 1 / (1 + np.exp(-self.bias - self.weight * x))


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


class People:
    """The statements as columns."""

    def __init__(self, rows):
        marks = [set(r["marks"]) for r in rows]
        self.x = np.array([[r["features"][name] for name in SIDES.values()] for r in rows])
        self.y = np.array([["+" in m, "-" in m] for m in marks])
        self.ids, self.kind = np.array([r["id"] for r in rows]), np.array([r["people"] for r in rows])
        self.must = np.array([r["role"] in ("must_have", "deal_breaker") for r in rows])
        self.held = np.array([r.get("held", True) for r in rows])
        self.unsure = np.array(["?" in m for m in marks])
        amount = np.array([bool(r.get("amount")) for r in rows])
        self.clear = np.array([m != {"?"} for m in marks]) & ~amount
        self.fit_on = self.clear & (self.kind != "fitted")

    def curve(self, mask, c):
        return Curve(self.x[mask], self.y[mask], c)

    def right(self, p):
        """Whether the likelier side is what a line does; and whether it is the other side alone."""
        side = np.argmax(p, 1)
        is_right, other = self.y[np.arange(len(p)), side], self.y[np.arange(len(p)), 1 - side]
        return is_right, other & ~is_right

    def thresholds(self, p, mask):
        """Assert, assert of a must, question; from statements of named and blind people."""
        sure, right = p.max(1), self.right(p)[0]
        m = mask & self.fit_on
        t = lowest(sure[m], right[m], 0.9, 15)
        tm = max(t, lowest(sure[m], right[m], 0.95, 15))
        fair = [fair_from(sure[q], (right | self.unsure)[q], FAIR) for q in (mask & (self.kind == k) for k in ("named", "blind")) if q.any()]
        return t, tm, min([t, *[max(fair)] * bool(fair)])

    def out_of_fold(self, postings, c):
        """Probabilities and thresholds of each statement, from the postings of other folds, dealt out in their order."""
        p, cut = np.zeros_like(self.x), np.zeros((len(self.x), 3))
        for k in range(FOLDS):
            out, rest = np.isin(self.ids, postings[k::FOLDS]), [q for n, q in enumerate(postings) if n % FOLDS != k]
            within = np.zeros_like(self.x)
            for j in range(4):  # thresholds from folds within, so that a fold's own never matter
                inner = np.isin(self.ids, rest[j::4])
                within[inner] = self.curve(self.fit_on & ~out & ~inner, c)(self.x[inner])
            cut[out] = self.thresholds(within, ~out)
            p[out] = self.curve(self.fit_on & ~out, c)(self.x[out])
        return p, cut


def report(people, kind, deals):
    """What is printed of one kind of people: ranking and bins of the first deal, assertions as means over all."""
    p = deals[0][0]
    m = people.held & people.clear & (people.kind == kind)
    if not m.any():
        return
    can, (right, _) = people.y[m].any(1).sum(), people.right(p)
    order = np.argsort(-p[m].max(1), kind="stable")
    precision = np.cumsum(right[m][order]) / np.arange(1, m.sum() + 1)
    best = max([k for k in range(m.sum()) if precision[k] >= 0.9], default=-1)
    print(f"{kind}: {m.sum()} statements, {can} with an answer; where nine of ten are right: {right[m][order][:best + 1].sum() / max(1, can):.2f} of them said; average precision {(precision * right[m][order]).sum() / max(1, can):.3f}")
    counts = []
    for p, cut in deals:
        right, wrong_way = people.right(p)
        asserted = (p.max(1) >= np.where(people.must, cut[:, 1], cut[:, 0])) & (p.min(1) < cut[:, 2])
        asked = people.held & (people.kind == kind) & ~asserted & (p.max(1) >= cut[:, 2])
        said = m & asserted
        counts.append([said.sum(), right[said].sum(), wrong_way[said].sum(), asked.sum(), (right | people.unsure)[asked].sum()])
    n, k, wrong, asked, fair = np.mean(counts, 0)
    low, high = interval(k, n)
    print(f"  with the thresholds of the other folds: asserted {n:.0f}, right {k / max(1, n):.2f} ({low:.2f} to {high:.2f}), said {k / max(1, can):.2f}, wrong way round {wrong:.1f}")
    print(f"  questions {asked:.0f}, right or arguable {fair / max(1, asked):.2f}")
    sure, right = deals[0][0].max(1), people.right(deals[0][0])[0]
    for low, high in ((0, .05), (.05, .1), (.1, .2), (.2, .4), (.4, .6), (.6, .7), (.7, .8), (.8, .9), (.9, 1.01)):
        b = m & (sure >= low) & (sure < high)
        if b.any():
            i = interval(right[b].sum(), b.sum())
            print(f"    said {low:.2f} to {min(high, 1):.2f}: {b.sum()}, right {right[b].mean():.2f} ({i[0]:.2f} to {i[1]:.2f})")


def main():
    a = argparse.ArgumentParser()
    a.add_argument("features")
    a.add_argument("out")
    a.add_argument("--model", default="")
    a.add_argument("--nearest", type=int, default=10)
    a.add_argument("--c", type=float, default=0.1)
    a = a.parse_args()
    with open(a.features, encoding="utf-8") as f:
        people = People([json.loads(line) for line in f])
    postings = sorted(set(people.ids))
    dealt = [postings] + [list(np.random.default_rng(k).permutation(postings)) for k in range(1, DEALS)]
    deals = [people.out_of_fold(order, a.c) for order in dealt]
    for kind in ("named", "blind", "fitted"):
        report(people, kind, deals)
    t, tm, q = np.median([people.thresholds(p, np.ones(len(p), bool)) for p, _ in deals], 0)
    print(f"thresholds: assert {t:.3f}, must {tm:.3f}, question {q:.3f}")
    curve = people.curve(people.fit_on, a.c)
    final = {name: {"bias": round(curve.bias, 6), "weights": [round(curve.weight, 6) if k == j else 0.0 for k in range(len(SIDES))]}
             for j, name in enumerate(SIDES)}
    with open(a.out, "w", encoding="utf-8") as f:
        json.dump({"features": list(SIDES.values()), **final, "assert": round(t, 4), "assertMust": round(tm, 4), "question": round(q, 4),
                   "nearest": a.nearest, "model": a.model}, f, indent=1)


if __name__ == "__main__":
    main()
