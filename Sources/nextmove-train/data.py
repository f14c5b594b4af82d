"""Labelled pairs as rows: what the reader learns from, and what is held back.

Held back by hash: a tenth of the cards' statements and of the postings (scenes and real ones), and every second minimal
pair of a kind. Arguable marks are left out. A line of a real posting is read with the heading that it stands under,
where one is in force (`contexts`), in half of its rows, so that the reader knows clauses with and without: as `nextmove read --jsonl` prints it (`reading`),
where its output is given.
"""
import glob, hashlib, json, os, random, re

LABEL = {"+": [1, 0, 0], "-": [0, 1, 0], "0": [0, 0, 1]}
LONGEST = 350  # characters; what is longer is cut into its sentences
HEADINGS = re.compile(
    r"^(about|who|what|why|how|your|our|the (role|job|team|company|position)|role|job|dut|respons|tasks?|key|main|require|"
    r"qualif|skills?|experience|education|nice|bonus|plus|must|desir|prefer|benefits?|perks|we offer|compensation|salary|pay|"
    r"location|hours|working|conditions|contact|how to apply|application|contract|start|type of|tour of|summary|profile|you)", re.I)


def is_held(key, percent=10):
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 100 < percent


def parts(line):
    """A long line in its sentences; a short one whole."""
    line = line.strip()
    if len(line) <= LONGEST:
        return [line]
    cut = re.split(r"(?<=[.!?:])\s+(?=[A-Z<(])|\s+[-\u00b7\u2022*]\s+|(?<=;)\s+|\.\.\s+", line)
    return [x.strip() for x in cut if x.strip()]


def units(lines):
    """{(line, part): text} of a posting; the part is 0 where a line is read whole."""
    out = {}
    for n, line in enumerate(lines, 1):
        if line.strip():
            cut = parts(line)
            for k, text in enumerate(cut, 1):
                if len(text) <= LONGEST:
                    out[n, 0 if len(cut) == 1 else k] = text
    return out


def is_heading(line):
    words = line.split()
    if line.endswith(":"):
        return len(words) <= 9
    return len(words) <= 6 and not re.search(r"[.!?;,)\d<]", line) and bool(HEADINGS.match(line))


def contexts(lines):
    """{line: the heading in force}: a short line that ends in a colon or begins as headings do, for the lines after it."""
    out, heading, age = {}, None, 0
    for n, line in enumerate(lines, 1):
        line = line.strip()
        if not line or n == 1:
            continue
        if is_heading(line):
            heading, age = line.rstrip(": -")[:60], 0
            continue
        age += 1
        if heading and age <= 12:
            out[n] = heading
    return out


def in_place(text, heading):
    return f"{heading}: {text}" if heading else text


def jsonl(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def readings(path):
    """{(id, text of a clause): the clause as it is read}, from the output of `nextmove read --jsonl`."""
    return {(r["id"], c["text"].strip()): c["reading"] for r in jsonl(path) for c in r.get("clauses", ()) if not c.get("isHeading")}


def spans(path):
    """{(id, byte at which a clause starts): its text}, from the same output."""
    return {(r["id"], c["start"]): c["text"].strip() for r in jsonl(path) for c in r.get("clauses", ())}


def posting_texts(folder):
    """{id: lines}"""
    return {r["id"]: r["text"].split("\n") for p in sorted(glob.glob(os.path.join(folder, "*-train.jsonl"))) for r in jsonl(p)}


class Corpus:
    """All labelled pairs: `train` and `held`, rows {"a", "b", "y", "source"}."""

    def __init__(self, relations, postings, clauses=None, seed=1):
        self.texts = posting_texts(postings)
        self.headings = {k: contexts(v) for k, v in self.texts.items()}
        self.read = readings(clauses) if clauses else {}
        self.spans = spans(clauses) if clauses else {}
        self.units = {k: units(v) for k, v in self.texts.items()}
        self.train, self.held, self.rnd = [], [], random.Random(seed)
        self.folder = relations
        self._cards()
        self._scenes()
        self._real()
        self._marks()
        self._pairs()

    def _files(self, pattern):
        return [(os.path.basename(p), jsonl(p)) for p in sorted(glob.glob(os.path.join(self.folder, pattern)))]

    def _put(self, held, a, b, mark, source):
        (self.held if held else self.train).append({"a": a, "b": b, "y": LABEL[mark], "source": source})

    def placed(self, id, line, text):
        """The text of a unit as it is read; in half of the cases with its heading."""
        if self.rnd.random() < 0.5:
            return text
        return self.read.get((id, text)) or in_place(text, self.headings[id].get(line))

    def _cards(self):
        for name, rows in self._files("cards-*.jsonl"):
            for card in rows:
                for key, mark in (("plus", "+"), ("minus", "-"), ("zero", "0")):
                    for text in card[key]:
                        self._put(is_held(card["s"]), card["s"], text, mark, "plain" if "plain" in name else "card")

    def _dense(self, held, source, people, lines, place):
        for person in people:
            marks = {(i, j): m for i, j, m in person["marks"]}
            for i, (_, said) in enumerate(person["says"]):
                zeros = []
                for j, text in lines.items():
                    mark = marks.get((i, j), "0")
                    if mark == "0":
                        zeros.append((j, text))
                    elif mark != "?":
                        self._put(held, said, place(j, text), mark, source)
                for j, text in zeros if held else self.rnd.sample(zeros, min(len(zeros), 2)):
                    self._put(held, said, place(j, text), "0", source)

    def _scenes(self):
        for _, rows in self._files("scenes-*.jsonl"):
            for scene in rows:
                self._dense(is_held(scene["lines"][0] + scene["sector"]), "scene", scene["people"],
                            dict(enumerate(scene["lines"])), lambda j, text: text)

    def _real(self):
        for name, rows in self._files("real-*.jsonl"):
            source = next((k for k in ("named", "blind") if k in name), "fitted")
            for posting in rows:
                id = posting["id"]
                lines = {n: t for n, t in enumerate(self.texts[id], 1) if t.strip() and len(t) <= LONGEST}
                self._dense(is_held(id), source, posting["people"], lines, lambda j, text, id=id: self.placed(id, j, text))

    def _marks(self):
        for name, rows in self._files("asserted-*.jsonl") + self._files("marks-*.jsonl") + self._files("lines-*.jsonl"):
            for r in rows:
                if "start" in r:  # a clause that is longer than a unit, by its place
                    text = self.spans.get((r["id"], r["start"]))
                else:
                    text = self.units[r["id"]].get((r["line"], r.get("part", 0)))
                if r["m"] != "?" and text:
                    self._put(is_held(r["id"]), r["s"], self.placed(r["id"], r["line"], text), r["m"], name[:-6])

    def _pairs(self):
        for name, rows in self._files("kinds-*.jsonl"):
            seen = {}
            for r in rows:
                seen[r["kind"]] = seen.get(r["kind"], 0) + 1
                for side in "ab":
                    self._put(name != "kinds-train.jsonl" and seen[r["kind"]] % 2 == 0, r["s"], r[side].replace(" › ", ": "), r["m" + side], "kind-" + r["kind"])


if __name__ == "__main__":
    import collections, sys
    corpus = Corpus(*sys.argv[1:4])
    for name in ("train", "held"):
        rows = getattr(corpus, name)
        print(name, len(rows), sorted(collections.Counter((r["source"], "+-0"[r["y"].index(1)]) for r in rows).items()))
