"""Fine-tunes the reader on rows of a file, resumable from a checkpoint every few hundred steps.

usage: train.py --model FOLDER --rows ROWS.jsonl --out NAME [--init FILE] [--layers 0,1,3,…] [--epochs N] [--rate R]
A row is {"a": statement, "b": clause, "y": [supplies, opposes, neither], "w": weight}; y is a mark (one of it 1) or
the teacher's probabilities. Everything is kept under $NEXTMOVE_TRAINING (default ./training): NAME.checkpoint while it
runs, NAME.pt at the end. Run the same command again to go on where it stopped.
"""
import argparse, json, math, os, random, time
import torch
from reader import Reader, load


def batches(rows, size, seed):
    """The rows in batches of like length, in an order that depends on nothing but the seed."""
    rnd = random.Random(seed)
    rows = rows[:]
    rnd.shuffle(rows)
    out = []
    for k in range(0, len(rows), size * 20):
        part = sorted(rows[k:k + size * 20], key=lambda r: len(r["a"]) + len(r["b"]))
        part = [part[j:j + size] for j in range(0, len(part), size)]
        rnd.shuffle(part)
        out += part
    return out


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--model", required=True)
    a.add_argument("--rows", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--init", default="")
    a.add_argument("--layers", default="")
    a.add_argument("--frozen", type=int, default=0)
    a.add_argument("--epochs", type=int, default=1)
    a.add_argument("--rate", type=float, default=3e-5)
    a.add_argument("--size", type=int, default=32)
    a.add_argument("--smoothing", type=float, default=0.05)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--every", type=int, default=200, help="steps between checkpoints")
    a = a.parse_args()
    home = os.environ.get("NEXTMOVE_TRAINING", "training")
    os.makedirs(home, exist_ok=True)
    checkpoint, final = os.path.join(home, a.out + ".checkpoint"), os.path.join(home, a.out + ".pt")
    torch.manual_seed(a.seed)
    rows = [json.loads(line) for line in open(a.rows, encoding="utf-8")]
    reader = load(a.model, a.init) if a.init else Reader(a.model)
    if a.layers:
        reader.keep([int(k) for k in a.layers.split(",")])
    reader.freeze(a.frozen)
    learned = [p for p in reader.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=a.rate, weight_decay=0.01)
    plan = [b for e in range(a.epochs) for b in batches(rows, a.size, a.seed + e)]
    step, begun = 0, time.time()
    if os.path.exists(checkpoint):
        kept = torch.load(checkpoint, map_location="cpu", weights_only=True)
        reader.load_state_dict(kept["reader"])
        optimizer.load_state_dict(kept["optimizer"])
        torch.set_rng_state(kept["random"])
        step = kept["step"]
        print(f"going on at step {step}", flush=True)
    first, sum_loss = step, 0.0
    reader.train()
    for batch in plan[step:]:
        rate = a.rate * min(1, (step + 1) / (0.06 * len(plan))) * max(0.0, 1 - step / len(plan))
        for g in optimizer.param_groups:
            g["lr"] = rate
        y, w = torch.tensor([r["y"] for r in batch]), torch.tensor([r.get("w", 1.0) for r in batch])
        y = y * (1 - a.smoothing) + a.smoothing / y.shape[1]
        loss = -(y * torch.log_softmax(reader([(r["a"], r["b"]) for r in batch]), -1)).sum(1)
        loss = (loss * w).sum() / w.sum()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        step += 1
        sum_loss += loss.item()
        if step % 50 == 0:
            print(f"{step}/{len(plan)} loss {sum_loss / 50:.3f}, {(time.time() - begun) / (step - first):.2f} s a step", flush=True)
            sum_loss = 0.0
        if step % a.every == 0:
            torch.save({"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "random": torch.get_rng_state(), "step": step}, checkpoint + ".new")
            os.replace(checkpoint + ".new", checkpoint)
    torch.save(reader.state_dict(), final + ".new")
    os.replace(final + ".new", final)
    if os.path.exists(checkpoint):
        os.remove(checkpoint)
    print(final)


if __name__ == "__main__":
    main()
