"""Learns to tell thin answers: a logistic regression over the directions of labelled ones.

usage: thinness.py FEATURES.jsonl OUT.json --model IDENTITY [--layers N]
FEATURES.jsonl is what `nextmove-bench thinness --features FILE` writes: {"answer", "thin", "held", "direction"} a line; it
prints the identity of the model too. The third that is held back is not looked at here: the strength of the penalty and the
threshold come from ten folds of the others. The threshold is the lowest from which on 97 of 100 are right.
"""
import argparse, json
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

PENALTY, RIGHT, FOLDS = 0.01, 0.97, 10


def model():
    return make_pipeline(StandardScaler(), LogisticRegression(C=PENALTY, max_iter=5000))


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("features")
    args.add_argument("out")
    args.add_argument("--model", required=True)
    args.add_argument("--layers", type=int, default=5)
    args = args.parse_args()
    with open(args.features, encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if not row["held"]]
    x, y = np.array([row["direction"] for row in rows]), np.array([row["thin"] for row in rows])
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    p = cross_val_predict(model(), x, y, cv=folds, method="predict_proba")[:, 1]
    grid = [t for t in np.arange(0.5, 0.95, 0.01) if y[p >= t].mean() >= RIGHT]
    threshold = round(float(grid[0]), 2)
    said = p >= threshold
    print(f"{len(y)} answers, {y.sum()} thin; by folds from {threshold}: precision {y[said].mean():.3f}, recall {said[y == 1].mean():.3f}")
    scaler, regression = model().fit(x, y).named_steps.values()
    weights = regression.coef_[0] / scaler.scale_
    bias = float(regression.intercept_[0] - (weights * scaler.mean_).sum())
    with open(args.out, "w", encoding="utf-8") as file:
        json.dump({"model": args.model, "layers": args.layers, "threshold": threshold, "bias": round(bias, 4),
                   "weights": [round(float(w), 4) for w in weights]}, file)
        file.write("\n")


if __name__ == "__main__":
    main()
