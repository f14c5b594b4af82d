"""What the program reads of held-out people, as features for the judge.

usage: features.py NEXTMOVE MODEL RELATIONS POSTINGS OUT.jsonl
NEXTMOVE is the built program: selection of clauses, their form and the judgements are its own, taken from
`fit --json --explain`. All people of a posting are read in one run, a profile of all their statements. Lines of over 350
characters were not held against the statements by those who marked them, so what is read there counts for nothing here.
"""
import json, math, os, subprocess, sys, tempfile
import data

ROLES = {"energizer": "energizers", "drain": "drains", "strength": "strengths", "must_have": "must_haves", "deal_breaker": "deal_breakers"}
SEGMENTS = ("title", "duties", "requirements", "conditions", "benefits", "about", "other")


def logit(p):
    return math.log((p + 1e-4) / (1 - p + 1e-4))


def words(text):
    return math.log(max(1, len(text.split())))


def features(role, explanation):
    """The judge's features by name (Sources/WorkFit/Judging), from the lines read for a statement."""
    lines = explanation["lines"]
    if not lines:
        return None
    plus = sorted((r["supplies"] for r in lines), reverse=True)
    minus = sorted((r["opposes"] for r in lines), reverse=True)
    a = max(lines, key=lambda r: r["supplies"])
    b = max(lines, key=lambda r: r["opposes"])
    out = {f"p{k + 1}": logit(plus[k] if k < len(plus) else 0) for k in range(3)}
    out |= {f"m{k + 1}": logit(minus[k] if k < len(minus) else 0) for k in range(3)}
    out |= {"psum": math.log1p(sum(plus)), "msum": math.log1p(sum(minus)), "diff": out["p1"] - out["m1"],
            "plike": a["likeness"], "mlike": b["likeness"], "like": max(r["likeness"] for r in lines)}
    out |= {f"role_{r}": float(r == role) for r in ROLES}
    out |= {"swords": words(explanation["statement"]), "pwords": words(a["reading"]), "mwords": words(b["reading"])}
    for name, line in (("pseg", a), ("mseg", b)):
        segment = {"responsibilities": "duties"}.get(line["segment"], line["segment"])
        out |= {f"{name}_{s}": float(s == segment) for s in SEGMENTS}
    return out


def people(relations):
    """{posting: [(kind, says, marks)]} of the held-out postings, and of people that only the judge learns from."""
    out = {}
    for name in sorted(os.listdir(relations)):
        if name.startswith(("real-", "judge-")):
            kind = "named" if "named" in name else "blind" if "blind" in name else "fitted"
            for posting in data.jsonl(os.path.join(relations, name)):
                if data.is_held(posting["id"]) or name.startswith("judge-"):
                    out.setdefault(posting["id"], []).extend((kind, p["says"], p["marks"]) for p in posting["people"])
    return out


def read_again(relations):
    """{(id, statement, line): marks} of a second reader of what the reader of the day asserted, or nearly."""
    out = {}
    for r in data.jsonl(os.path.join(relations, "again.jsonl")):
        out.setdefault((r["id"], r["s"], r["line"]), set()).add(r["m"])
    return out


def agreed(marks, again, id, text):
    """[[line, mark]] of a statement; where the second reader marks a line otherwise, it is arguable."""
    out = {}
    for line, mark in marks:
        out.setdefault(line, set()).add(mark)
    for (other, said, line), second in again.items():
        if (other, said) == (id, text) and not second & out.get(line, {"0"}):
            out[line] = {"?"}
    return [[line, mark] for line, of in sorted(out.items()) for mark in sorted(of)]


def main():
    program, model, relations, postings, target = sys.argv[1:6]
    wanted = sys.argv[6:]  # ids, all without
    texts = {k: "\n".join(v) for k, v in data.posting_texts(postings).items()}
    again = read_again(relations)
    with open(target, "w", encoding="utf-8") as out, tempfile.TemporaryDirectory() as folder:
        for id, of in sorted(people(relations).items()):
            if wanted and id not in wanted:
                continue
            said = {}
            for _, says, _ in of:
                for role, text in says:
                    said.setdefault(ROLES[role], set()).add(text)
            profile, posting = os.path.join(folder, "profile.yaml"), os.path.join(folder, "posting.txt")
            with open(profile, "w", encoding="utf-8") as f:
                json.dump({k: sorted(v) for k, v in said.items()}, f, ensure_ascii=False)  # JSON is YAML
            with open(posting, "w", encoding="utf-8") as f:
                f.write(texts[id])
            run = subprocess.run([program, "fit", "--profile", profile, "--json", "--explain", "--model", model, posting],
                                 capture_output=True, text=True, env=os.environ | {"NEXTMOVE_HOME": folder})
            if run.returncode not in (0, 1):
                print(f"{id}: {run.stderr.strip()[:200]}", flush=True)
                continue
            result = json.loads(run.stdout)
            found = {(f["answer"]["role"], f["answer"]["text"]): (f, e) for f, e in zip(result["findings"], result["explanations"])}
            count, marked = 0, {n for n, line in enumerate(texts[id].split("\n"), 1) if len(line) <= data.LONGEST}
            for kind, says, marks in of:
                for i, (role, text) in enumerate(says):
                    finding, explanation = found.get((role, text), (None, None))
                    if explanation:
                        explanation["lines"] = [r for r in explanation["lines"] if r["line"] in marked]
                    values = features(role, explanation) if explanation else None
                    if values is None:
                        continue
                    # an answer that stands in a line that counts for nothing can be neither found nor missed
                    marked_lines = agreed([[j, m if j in marked else "?"] for k, j, m in marks if k == i], again, id, text)
                    mine = sorted({m for _, m in marked_lines})
                    row = {"id": id, "people": kind, "role": role, "text": text, "held": data.is_held(id), "marks": mine, "amount": explanation.get("restsOnAmount", False),
                           "marked": marked_lines,
                           "first": [[r["line"], r["supplies"], r["opposes"]] for r in sorted(explanation["lines"], key=lambda r: -max(r["supplies"], r["opposes"]))[:2]],
                           "features": values}
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
                    count += 1
            out.flush()
            print(f"{id}: {count} statements", flush=True)


if __name__ == "__main__":
    main()
