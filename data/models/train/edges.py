#!/usr/bin/env python3
"""Learn how sure edges are, from news articles whose edges a careful reader has written down.

usage: edges.py --weights FILE GOLD EXPLAINED GRAPH [GOLD EXPLAINED GRAPH …]

GOLD holds a reader's articles (docs/evaluation.md#edges). EXPLAINED is what `actant explain --format json --input-format jsonl`
prints for them, GRAPH the graph.json that `actant build` makes of them. An edge is right if one edge of the reader's for the
same sentence has its ends, its label, its polarity, its modality and its speakers, as `actant eval` counts it.

The weights are those of a logistic regression with a penalty on their squares. They are written into FILE, whose third column
tells what each feature is and stays. The table of reliability is of parts by article, each weighed by what was learned from
the others.
"""
import argparse
import json
import re
import sys

import numpy as np

from confidence import auc, fit

PENALTY = 4.0
PARTS = 9
SMALL = set("the a an of to in on at for with by and 's its their his her be is are was were".split())
BOUNDS = [0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]


class Stems:
    """Words without endings, by the table that `actant eval` reads."""

    def __init__(self, path):
        self.irregular = {}
        for line in open(path, encoding="utf-8"):
            fields = line.rstrip("\n").split("\t")
            if fields[0] == "base":
                self.irregular[fields[1]] = fields[2]

    def stem(self, word):
        word = re.sub(r"'s?$", "", word)
        if word in self.irregular:
            word = self.irregular[word]
        else:
            for ending, back in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
                if word.endswith(ending) and len(word) - len(ending) >= 3:
                    word = word[:-len(ending)] + back
                    break
        if len(word) > 3 and word[-1] == word[-2]:
            word = word[:-1]
        return word.rstrip("e")

    def all(self, text):
        return [self.stem(word) for word in re.findall(r"[\w$%£€'.-]*\w[%]?|[$£€]", (text or "").lower().replace("’", "'"))]

    def content(self, text):
        plain = re.findall(r"[\w$%£€'.-]*\w[%]?|[$£€]", (text or "").lower().replace("’", "'"))
        return [self.stem(word) for word in plain if word not in SMALL]

    def named(self, wanted, given):
        """Whether one of the names given holds one of those wanted whole, with at most six words more."""
        for inner in map(self.content, wanted):
            for outer in map(self.content, given):
                places = range(len(outer) - len(inner) + 1)
                if inner and len(outer) <= len(inner) + 6 and any(outer[at:at + len(inner)] == inner for at in places):
                    return True
        return False


def squeeze(text):
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("“", '"').replace("”", '"')).strip().lower()


def is_right(stems, gold, edge):
    label = stems.all(edge["label"])
    wanted = gold.get("said_by") or []
    if wanted:
        last = wanted[-1] if isinstance(wanted[-1], list) else [wanted[-1]]
        speakers = any(stems.named(last, names) for names in edge["said_by"]) or (last == ["-"] and bool(edge["said_by"]))
    else:
        speakers = not edge["said_by"]
    return (speakers and stems.named(gold["source"], edge["source"]) and stems.named(gold["target"], edge["target"])
            and any(all(word in label for word in stems.all(one)) for one in gold["label"])
            and edge["polarity"] == gold.get("polarity", "positive")
            and edge["modality"] in gold.get("modality", "asserted").split("|"))


def edges(path):
    """The edges of a graph, one for each piece of evidence, by document, places and label."""
    graph = json.load(open(path, encoding="utf-8"))
    documents = {one["id"]: one["name"] for one in graph["documents"]}
    sentences = {one["id"]: one for one in graph["sentences"]}
    names = {one["id"]: one["name"] for one in graph["actors"]}
    attributions = {one["id"]: one for one in graph["attributions"]}

    def words(sentence, ranges):
        start, text = sentences[sentence]["start"], sentences[sentence]["text"]
        return " ".join(text[a - start:b - start] for a, b in ranges or [])

    def speakers(attribution):
        speaker = attribution.get("speaker")
        ids = [speaker.get("actor"), *(speaker.get("others") or [])] if speaker else []
        return [names[one] for one in ids if one] + ([words(speaker["sentence"], speaker.get("words"))] if speaker else [])

    for claim in graph["claims"]:
        for proof in claim["evidence"]:
            place = tuple(at for end in ("source", "target") for at in (proof[end][0][0], proof[end][-1][1]))
            yield (documents[proof["document"]], *place, proof["label"]), {
                "sentence": sentences[proof["sentence"]]["text"], "label": proof["label"],
                "source": [names[claim["source"]], words(proof["sentence"], proof["source"])],
                "target": [names[claim["target"]], words(proof["sentence"], proof["target"])],
                "polarity": claim["polarity"], "modality": claim["modality"],
                "said_by": [speakers(attributions[one]) for one in proof["attribution"]],
            }


def collect(stems, gold, explained, graph):
    """Features, whether the edge is right, and the article, for each edge of a graph."""
    articles = {one["id"]: one for one in map(json.loads, open(gold, encoding="utf-8"))}
    features = {}
    for sentence in map(json.loads, open(explained, encoding="utf-8")):
        for statement in sentence["statements"]:
            for edge, known in zip(statement["edges"], statement["edge_features"]):
                ends = [edge[end][at] for end in ("source", "target") for at in ("start", "end")]
                features[sentence["document"], *ends, edge["label"]] = known
    for key, edge in edges(graph):
        if key in features:
            near = [one for one in articles[key[0]]["edges"]
                    if squeeze(one["sentence"]) in squeeze(edge["sentence"]) or squeeze(edge["sentence"]) in squeeze(one["sentence"])]
            yield features[key], any(is_right(stems, one, edge) for one in near), key[0]


def table(p, right):
    print(f"{len(p)} edges, {right.mean():.3f} right, rank {auc(p, right):.3f}, squared error {((p - right) ** 2).mean():.4f}")
    print("| confidence | edges | mean | right |\n|---|---:|---:|---:|")
    for low, high in zip(BOUNDS, BOUNDS[1:]):
        inside = (p >= low) & (p < high)
        if inside.any():
            print(f"| {low:.2f} to {min(high, 1):.2f} | {inside.sum()} | {p[inside].mean():.2f} | {right[inside].mean():.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--weights", required=True)
    parser.add_argument("--words", default="data/evaluation/words.tsv", help="irregular forms")
    options = parser.parse_args()
    lines = open(options.weights, encoding="utf-8").read().splitlines()
    header = [line for line in lines if line.startswith("#")]
    meaning = dict(line.split("\t")[::2] for line in lines if line and not line.startswith("#"))
    names = ["always"] + sorted(set(meaning) - {"always"})
    stems, found = Stems(options.words), []
    for at in range(0, len(options.files), 3):
        found += collect(stems, *options.files[at:at + 3])
    rows = np.array([[known.get(name, 0.0) for name in names] for known, _, _ in found])
    right = np.array([float(one) for _, one, _ in found])
    order = {article: place for place, article in enumerate(sorted({article for _, _, article in found}))}
    part = np.array([order[article] % PARTS for _, _, article in found])
    weight, p = np.ones(len(right)), np.zeros(len(right))
    for each in range(PARTS):
        learned = fit(rows[part != each], right[part != each], weight[part != each], PENALTY)
        p[part == each] = 1 / (1 + np.exp(-rows[part == each] @ learned))
    table(p, right)
    learned = fit(rows, right, weight, PENALTY)
    with open(options.weights, "w", encoding="utf-8") as out:
        out.write("\n".join(header) + "\n")
        for name in sorted(meaning):
            out.write(f"{name}\t{learned[names.index(name)]:.3f}\t{meaning[name]}\n")


if __name__ == "__main__":
    sys.exit(main())
