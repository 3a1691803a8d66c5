#!/usr/bin/env python3
"""Learn how sure statements are, from sentences whose facts people have written down.

usage: confidence.py EXPLAINED… --weights FILE [--carb GOLD] [--benchie GOLD] [--judged FILE]

EXPLAINED is what `actant explain --format json --input-format lines SENTENCES` prints; several files (of several engines)
are learned from together. CARB and BENCHIE are gold files of these benchmarks for the same sentences. A statement of a clause
is right if one gold fact has its relation's head in the relation, its subject's head in the subject, and its object's head (or
else that of one of its arguments) in the object or relation. Only BenchIE means to list every fact: sentences with CaRB's gold
alone get a constant of their own, which is left out afterwards.
Statements that the text leaves unsaid (titles, appositions, belonging, places) and nouns of acts are in neither gold: --judged
has a person's judgements of them.

The weights are those of a logistic regression with a penalty on their squares. They are written into FILE, whose third column
tells what each feature is and stays. The tables of reliability are of ten parts by sentence, each weighed by what was learned
from the other nine, for statements of sentences with full gold and those judged.
"""
import argparse
import json
import re
import sys

import numpy as np

PENALTY = 2.0
PARTS = 10
ALONE = "gold alone"
DOUBTS = ("relation doubt", "subject doubt", "object doubt", "argument doubt", "inner doubt", "sentence doubt")


def words(text):
    """The words of a slot, hyphenated ones also in their parts."""
    found = set()
    for word in text.split():
        found.add(word)
        found.update(part for part in re.split(r"[-–/.,']", word) if part)
    return found


def key(text):
    text = re.sub(r"-[LR][RSC]B-", "", text)
    return re.sub(r"\W", "", text)


def read_carb(path):
    facts = {}
    for line in open(path, encoding="utf-8"):
        fields = [field.strip() for field in line.rstrip("\n").split("\t")]
        if len(fields) > 2:
            slots = [words(field) for field in fields[1:] if "C: " not in field]
            relation, subject, rest = slots[0], slots[1] if slots[1:] else set(), set().union(*slots[2:])
            facts.setdefault(key(fields[0]), []).append((subject, relation, rest))
    return facts


def read_benchie(path):
    facts, of = {}, None
    for line in open(path, encoding="utf-8"):
        if line.startswith("sent_id:"):
            of = facts.setdefault(key(line.split("\t")[1]), [])
        elif " --> " in line:
            subject, relation, rest = (words(re.sub(r"[\[\]]", "", slot)) for slot in line.split(" --> ")[:3])
            of.append((subject, relation, rest))
    return facts


def depth(tokens, index):
    steps = 0
    while tokens[index]["head"] and steps < len(tokens):
        index = tokens[index]["head"] - 1
        steps += 1
    return steps


def head(sentence, slot):
    """The word of a slot on which the others depend."""
    tokens = sentence["tokens"]
    inside = [i for i, token in enumerate(tokens) if slot["start"] <= token["start"] and token["end"] <= slot["end"]]
    said = words(slot["text"])
    inside = [i for i in inside if tokens[i]["text"] in said] or inside
    return tokens[min(inside, key=lambda i: depth(tokens, i))]["text"] if inside else ""


def is_right(sentence, statement, facts):
    subject, relation = (head(sentence, statement[slot]) for slot in ("subject", "relation"))
    said = [fact for fact in facts if subject in fact[0] and relation in fact[1]]
    others = [statement["object"]] if statement["object"] else statement["arguments"]
    if not others:
        return bool(said)
    heads = [head(sentence, other) for other in others]
    return any(word in fact[1] or word in fact[2] for fact in said for word in heads)


class Rows:
    """Statements as rows of features, with whether they are right, and the sentence of each."""

    def __init__(self, names):
        self.names, self.places = names, {name: place for place, name in enumerate(names)}
        self.rows, self.right, self.sentence, self.full = [], [], [], []

    def add(self, features, right, sentence, full):
        row = np.zeros(len(self.names))
        for name, value in features.items():
            row[self.places[name]] = value
        row[self.places[ALONE]] = 0.0 if full else 1.0
        self.rows.append(row)
        self.right.append(float(right))
        self.sentence.append(sentence)
        self.full.append(full)

    def arrays(self):
        return tuple(map(np.array, (self.rows, self.right, self.sentence, self.full)))


def without_doubts(features):
    kept = {name: value for name, value in features.items() if name not in DOUBTS}
    return {**kept, "unknown doubt": 1.0}


def read_judged(path):
    judged = {}
    for line in open(path, encoding="utf-8") if path else []:
        if not line.startswith("#"):
            document, extractor, token, right = line.split("\t")
            judged[document, extractor, int(token)] = right.strip() == "1"
    return judged


def collect(path, names, options):
    """The statements of a file, as they are and as they would be without the engine's doubts."""
    carb = read_carb(options.carb) if options.carb else {}
    benchie = read_benchie(options.benchie) if options.benchie else {}
    judged = read_judged(options.judged)
    known, blind = Rows(names), Rows(names)
    for line in open(path, encoding="utf-8"):
        sentence = json.loads(line)
        place = key(sentence["text"])
        facts = carb.get(place, []) + benchie.get(place, [])
        for statement in sentence["statements"]:
            features = statement["features"]
            if not features:
                continue
            clause = not any(name.startswith("from ") for name in features)
            full = place in benchie or not clause
            if clause and facts:
                right = is_right(sentence, statement, facts)
            else:
                right = judged.get((sentence["document"], statement["extractor"], statement["token"]))
            if right is not None:
                of = int(sentence["document"]) % PARTS
                known.add(features, right, of, full)
                blind.add(without_doubts(features), right, of, full)
    return known, blind


def fit(rows, right, weight, penalty=PENALTY):
    """Newton's method; the constant is not penalised."""
    weights = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], penalty)
    penalty[0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ ((right - p) * weight) - penalty * weights
        curve = (rows * (p * (1 - p) * weight)[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, gradient)
        weights += step
        if np.abs(step).max() < 1e-7:
            break
    return weights


def steepness(scores, right, weight):
    """How much steeper or flatter scores must be, and what must be added, to be probabilities."""
    return fit(np.stack([np.ones(len(scores)), scores], 1), right, weight, 0.0)


def learn(rows, right, full, weight):
    """The weights: from all statements, made to fit those whose sentences have all facts in the gold."""
    weights = fit(rows, right, weight)
    weights[-1] = 0
    added, slope = steepness(rows[full] @ weights, right[full], weight[full])
    weights *= slope
    weights[0] += added
    return weights


def auc(scores, right):
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    values = scores[order]
    start = 0
    for end in range(1, len(values) + 1):
        if end == len(values) or values[end] != values[start]:
            ranks[order[start:end]] = (start + end - 1) / 2 + 1
            start = end
    positive = right > 0.5
    count = positive.sum()
    return (ranks[positive].sum() - count * (count + 1) / 2) / (count * (len(right) - count))


def table(name, p, right):
    print(f"\n{name}: {len(p)} statements, {right.mean():.3f} right, mean confidence {p.mean():.3f}, "
          f"rank {auc(p, right):.3f}, squared error {((p - right) ** 2).mean():.4f}")
    print("| confidence | statements | mean | right |\n|---|---:|---:|---:|")
    bounds = [0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01]
    for low, high in zip(bounds, bounds[1:]):
        inside = (p >= low) & (p < high)
        if inside.any():
            print(f"| {low:.2f} to {min(high, 1):.2f} | {inside.sum()} | {p[inside].mean():.2f} | {right[inside].mean():.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("explained", nargs="+")
    parser.add_argument("--weights", required=True)
    parser.add_argument("--carb")
    parser.add_argument("--benchie")
    parser.add_argument("--judged")
    options = parser.parse_args()
    lines = open(options.weights, encoding="utf-8").read().splitlines()
    header = [line for line in lines if line.startswith("#")]
    meaning = dict(line.split("\t")[::2] for line in lines if line and not line.startswith("#"))
    names = ["always"] + sorted(set(meaning) - {"always"}) + [ALONE]
    told, sets = [], []
    for path in options.explained:
        for kind, each in zip(("", ", without the engine's doubts"), collect(path, names, options)):
            told.append(path + kind)
            sets.append(each.arrays())
    rows, right, part, full = (np.concatenate(arrays) for arrays in zip(*sets))
    of_set = np.repeat(np.arange(len(sets)), [len(each[1]) for each in sets])
    # A statement counts once, in however many forms it is there.
    weight = np.full(len(right), 1.0 / len(sets))
    found = np.zeros(len(right))
    for each in range(PARTS):
        others = part != each
        weights = learn(rows[others], right[others], full[others], weight[others])
        found[~others] = 1 / (1 + np.exp(-rows[~others] @ weights))
    for place, name in enumerate(told):
        chosen = (of_set == place) & full
        table(name, found[chosen], right[chosen])
        chosen = of_set == place
        print(f"rank with the sentences whose gold is CaRB's alone: {auc(found[chosen], right[chosen]):.3f} of {chosen.sum()}")
    weights = learn(rows, right, full, weight)
    with open(options.weights, "w", encoding="utf-8") as out:
        out.write("\n".join(header) + "\n")
        for name in sorted(meaning):
            out.write(f"{name}\t{weights[names.index(name)]:.3f}\t{meaning[name]}\n")


if __name__ == "__main__":
    sys.exit(main())
