"""The pieces of the base model's vocabulary that English needs: those of ASCII, Latin letters and common marks.
usage: vocabulary.py MODEL_FOLDER OUT.txt"""
import re, sys
from transformers import AutoTokenizer

tokens = AutoTokenizer.from_pretrained(sys.argv[1])
pieces = sorted(tokens.get_vocab().items(), key=lambda p: p[1])
kept = [p for p, _ in pieces if p in tokens.all_special_tokens or re.fullmatch(r"[\x21-\x7e\u00a1-\u017f\u2010-\u2027\u2030-\u203a\u20ac\u2122\u00b0-\u00bf]+", p) and not p.startswith("[unused")]
open(sys.argv[2], "w", encoding="utf-8").write("\n".join(kept) + "\n")
print(len(kept), "of", len(pieces))
