"""Fits how findings add up: how a job leans for somebody as a whole, from what a careful friend held for and against.

usage: lean.py [--relations DIR]
Prints the numbers for `energy` and `verdict` in Lexicon/weights.yaml; they are put there by hand, with their reasons. Energy
is (for - against) / (for + against + shrinkage), so that another finding against never raises it. A weight is that of a
role's good or bad finding times 2 / (1 + rank); a first energizer that is denied weighs more. Nothing weighs more than
a broken deal-breaker or a first energizer that is denied: a must-have's weight is kept below both. The three leans count
alike. A third of the postings, by hash, is held back; figures are by folds of the others, `nextmove-bench shine` prints
those of the part that is held back.
"""
import argparse, collections, os
import numpy as np
from scipy.optimize import minimize
import data

HELD, FOLDS = 33, 6
LEANS = ("draining", "mixed", "energizing")
GOOD = {"energizer": 0, "must_have": 1, "deal_breaker": 2, "strength": 3}
BAD = {"energizer": 4, "drain": 5, "must_have": 6, "deal_breaker": 7}
NAMES = ("fed", "must_have_met", "deal_breaker_absent", "strength_used", "conflict", "drain", "must_have_broken", "deal_breaker",
         "first_energizer_denied")
START = np.r_[np.log([1, .5, .6, .4, .9, .65]), 1., np.log(1.4), -2, -1.5, 2.5, -.3, -.5]
STIFFNESS = 0.004


def people(folder):
    """(id, how much of each kind of finding, place of the lean) for everybody whose lean is one of the three."""
    said = collections.defaultdict(list)
    for name in ("real-0", "real-1", "real-2", "real-federal"):
        for row in data.jsonl(os.path.join(folder, name + ".jsonl")):
            said[row["id"]] += row["people"]
    for name in ("scenes-office", "scenes-plain"):
        for k, row in enumerate(data.jsonl(os.path.join(folder, name + ".jsonl"))):
            said[f"{name}:{k}"] = row["people"]
    out = []
    for row in data.jsonl(os.path.join(folder, "outlook.jsonl")):
        for person, held in zip(said[row["id"]], row["people"], strict=True):
            if held["lean"] in LEANS:
                out.append((row["id"], sums(person["says"], held), LEANS.index(held["lean"])))
    return out


def sums(says, held):
    x, ranks = np.zeros(9), collections.Counter()
    for k, (role, _) in enumerate(says):
        ranks[role] += 1
        kind = GOOD.get(role) if k in held["for"] else BAD.get(role) if k in held["against"] else None
        if kind is not None:
            x[kind] += 2 / (1 + ranks[role])
            x[8] += kind == BAD["energizer"] and ranks[role] == 1
    return x


def meaning(p):
    """(weights in the order of NAMES, shrinkage, steepness, draining up to, energizing from)"""
    good, conflict, drain, breaker, first = np.exp(p[:4]), np.exp(p[4]), np.exp(p[5]), np.exp(p[7]), np.exp(p[8])
    must = min(breaker, conflict + first) / (1 + np.exp(-p[6]))
    return np.r_[good, conflict, drain, must, breaker, first], np.exp(p[9]), np.exp(p[10]), p[11], p[11] + np.exp(p[12])


def energy(x, weights, shrinkage):
    good, bad = x[:, :4] @ weights[:4], x[:, 4:] @ weights[4:]
    return (good - bad) / (good + bad + shrinkage)


def fitted(x, y):
    share = len(y) / 3 / np.bincount(y, minlength=3)

    def loss(p):
        weights, shrinkage, steep, low, high = meaning(p)
        e = energy(x, weights, shrinkage)
        down, up = 1 / (1 + np.exp(steep * (e - low))), 1 / (1 + np.exp(-steep * (e - high)))
        q = np.stack([down, np.clip(1 - down - up, 1e-6, 1), up], 1)[np.arange(len(y)), y]
        return -(share[y] * np.log(q + 1e-9)).mean() + STIFFNESS * ((p[:9] - START[:9]) ** 2).sum() + 0.001 * p[9] ** 2

    return minimize(loss, START, method="L-BFGS-B").x


def lean(x, p):
    weights, shrinkage, _, low, high = meaning(p)
    e = energy(x, weights, shrinkage)
    return np.where(e <= low, 0, np.where(e >= high, 2, 1))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--relations", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "relations"))
    rows = [r for r in people(a.parse_args().relations) if not data.is_held(r[0], HELD)]
    ids, x, y = np.array([r[0] for r in rows]), np.array([r[1] for r in rows]), np.array([r[2] for r in rows])
    found, postings = np.zeros(len(y), int), sorted(set(ids))
    for k in range(FOLDS):
        out = np.isin(ids, postings[k::FOLDS])
        found[out] = lean(x[out], fitted(x[~out], y[~out]))
    right = [np.mean(found[y == k] == k) for k in range(3)]
    print(f"{len(y)} people; by {FOLDS} folds: right " + ", ".join(f"{n} {r:.2f}" for n, r in zip(LEANS, right)) +
          f"; balanced accuracy {np.mean(right):.2f}, exchanged {np.mean(np.abs(found - y) == 2):.3f}")
    weights, shrinkage, _, low, high = meaning(fitted(x, y))
    for name, weight in zip(NAMES, weights):
        print(f"  {name}: {weight:.2f}")
    print(f"  shrinkage: {shrinkage:.3f}\n  draining_to: {low:.3f}\n  energizing_from: {high:.3f}")


if __name__ == "__main__":
    main()
