"""Static vectors of word pieces: the cheap likeness that chooses which clauses a statement is read against.

Begins with what all-MiniLM-L6-v2 says of each piece alone, brought to fewer dimensions, and learns so that the cosine of
two texts' weighted means comes near the model's own. usage: static.py MINILM_FOLDER BASE_FOLDER TEXTS.json KEEP.txt OUT.npz
OUT.npz has a row for each piece of BASE's vocabulary; those that are not kept are zero.
TEXTS.json: {"statements": […], "clauses": […], "held_statements": […]}
"""
import json, sys
import numpy as np, torch
from transformers import AutoModel, AutoTokenizer

D = 128


def embed(tokens, model, texts, size=128):
    out = np.zeros((len(texts), model.config.hidden_size), np.float32)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    with torch.inference_mode():
        for k in range(0, len(texts), size):
            part = order[k:k + size]
            b = tokens([texts[i] for i in part], padding=True, truncation=True, max_length=96, return_tensors="pt")
            x, mask = model(**b).last_hidden_state, b["attention_mask"][..., None].float()
            out[part] = torch.nn.functional.normalize((x * mask).sum(1) / mask.sum(1), dim=1).numpy()
    return out


def main():
    folder, base, texts, keep, out = sys.argv[1:6]
    torch.manual_seed(1)
    tokens, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    keep = [line.rstrip("\n") for line in open(keep, encoding="utf-8")]
    index = {p: i for i, p in enumerate(keep)}
    t = json.load(open(texts, encoding="utf-8"))
    s, c, h = (sorted(set(t[k])) for k in ("statements", "clauses", "held_statements"))
    es, ec, eh = embed(tokens, model, s), embed(tokens, model, c), embed(tokens, model, h)
    alone = []
    ids = tokens.convert_tokens_to_ids(keep)
    with torch.inference_mode():
        for k in range(0, len(ids), 512):
            b = torch.tensor([[tokens.cls_token_id, i, tokens.sep_token_id] for i in ids[k:k + 512]])
            alone.append(model(input_ids=b, attention_mask=torch.ones_like(b)).last_hidden_state[:, 1].numpy())
    alone = np.concatenate(alone)
    alone -= alone.mean(0)
    _, _, v = np.linalg.svd(alone[np.random.default_rng(1).permutation(len(alone))[:6000]], full_matrices=False)
    start = alone @ v[:D].T
    start /= np.linalg.norm(start, axis=1).mean()

    def bag(text):
        return [index[p] for p in tokens.tokenize(text)[:128] if p in index] or [0]

    bags = {k: [torch.tensor(bag(x)) for x in v] for k, v in (("s", s), ("c", c), ("h", h))}
    count = np.bincount(np.concatenate([b.numpy() for b in bags["c"] + bags["s"]]), minlength=len(keep)).astype(np.float32)
    weight = 1e-3 / (1e-3 + (count + 1) / (count.sum() + len(keep)))
    vec = torch.nn.Parameter(torch.tensor(start, dtype=torch.float32))
    logw = torch.nn.Parameter(torch.log(torch.tensor(weight)))

    def means(items):
        flat = torch.cat(items)
        off = torch.tensor([0] + [len(x) for x in items[:-1]]).cumsum(0)
        m = torch.nn.functional.embedding_bag(flat, vec, off, mode="sum", per_sample_weights=torch.exp(logw)[flat])
        return torch.nn.functional.normalize(m, dim=1)

    def recall(e, items):
        with torch.no_grad():
            mine = (means(items) @ means(bags["c"]).T).numpy()
        ref, hit = e @ ec.T, 0
        rng = np.random.default_rng(2)
        for i in range(len(e)):  # among 50 clauses at a time, as many as a posting has
            pick = rng.permutation(len(c))[:50]
            hit += len(set(np.argsort(-ref[i, pick])[:5]) & set(np.argsort(-mine[i, pick])[:10]))
        return hit / (5 * len(e))

    print(f"before: of the model's 5 nearest among 50, {recall(eh, bags['h']):.3f} among our 10", flush=True)
    optimizer = torch.optim.Adam([{"params": [vec], "lr": 3e-3}, {"params": [logw], "lr": 1e-2}])
    rng = np.random.default_rng(3)
    ts, tc = torch.tensor(es), torch.tensor(ec)
    for step in range(2500):
        i, j = rng.choice(len(s), 256, replace=False), rng.choice(len(c), 512, replace=False)
        target = ts[i] @ tc[j].T
        got = means([bags["s"][k] for k in i]) @ means([bags["c"][k] for k in j]).T
        w = 1 + 20 * torch.relu(target)
        loss = (w * (got - target) ** 2).mean()
        # what is near in a batch is to stay near
        loss = loss + 0.05 * torch.nn.functional.kl_div(torch.log_softmax(12 * got, 1), torch.softmax(12 * target, 1), reduction="batchmean")
        optimizer.zero_grad(); loss.backward(); optimizer.step()
        if (step + 1) % 500 == 0:
            print(f"{step + 1}: loss {loss.item():.4f}, held-out statements {recall(eh, bags['h']):.3f}", flush=True)
    place = AutoTokenizer.from_pretrained(base).get_vocab()
    vectors, weights = np.zeros((len(place), D), np.float32), np.zeros(len(place), np.float32)
    at = [place[p] for p in keep]
    vectors[at], weights[at] = vec.detach().numpy(), torch.exp(logw).detach().numpy()
    np.savez(out, vectors=vectors, weights=weights)


if __name__ == "__main__":
    main()
