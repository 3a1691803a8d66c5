#!/usr/bin/env python3
"""Learn which words are cues and what belongs to their attributions, from what `actant train attribution` writes.

usage: attribution.py EXAMPLES GOLD MODEL [--epochs N] [--seed N] [--threads N]

EXAMPLES is the file of numbers, beside it the .json of what they are; GOLD holds the documents as JSON Lines, each with its
"attributions". The network is that of src/extract/attribution/scorer/network.rs. It sees kinds (parts of speech, relations,
marks, what the rules found) and the vectors of the accurate engine, those of words in names never; no word, letter or hash of
one is among its inputs.
"""
import argparse
import json
import pathlib
import struct
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from encoder import checksum  # noqa: E402

HIDDEN, PAIR, UPPER = 96, 48, 32
REACHES = (1, 2, 4, 8)
# What a token can be: nothing; first and further words of the source, of the cue, of a content.
TAGS, SOURCE, CUE, CONTENT = 7, 1, 3, 5
# The column of a token's name.
NAME = 7
DOCUMENTS = 4
DROP, DROP_VECTOR, DROP_WHOLE = 0.2, 0.3, 0.1
# Words that the rules passed over are learned from if the first look is at least so sure of them.
GLANCE = 0.15


class Document:
    """A document as the network sees it, and what is right."""

    def __init__(self, told, take, columns, pair_columns, width, gold):
        places = np.array(told["places"], np.int64).reshape(-1, 2)
        count = len(places)
        self.kinds = torch.from_numpy(take(count * columns).reshape(count, columns)).long()
        self.cases = np.array(told["cases"], np.int64).reshape(-1, 4)
        self.pairs = [take((to - first) * pair_columns).reshape(-1, pair_columns) for _, _, first, to in self.cases]
        halves = take(count * width * 2).view("<i2").reshape(count, width)
        self.vectors = torch.from_numpy(halves).view(torch.bfloat16)
        self.sure = None
        self.label(places, gold)

    def label(self, places, gold):
        """For each case whether it is a cue (1), none (0), or unknown (-1), and of cues what each token is."""
        starts, ends = places[:, 0], places[:, 1]

        def run(span):
            return np.searchsorted(ends, span["start"], "right"), np.searchsorted(starts, span["end"], "left")

        # Nothing is marked within contents and within what the annotators set aside.
        unknown = np.zeros(len(places), bool)
        for span in [span for one in gold["attributions"] for span in one["content"]] + gold.get("discard", []):
            first, to = run(span)
            unknown[first:to] = True
        self.right_case = np.array([-1 if unknown[head] else 0 for head, *_ in self.cases], np.int64)
        self.tags = [None] * len(self.cases)
        for one in gold["attributions"]:
            first, to = run(one["cue"])
            near = [place for place, case in enumerate(self.cases) if first <= case[0] < to]
            found = [place for place in near if self.cases[place][1]] or near
            if found:
                self.right_case[found[0]] = 1
                _, _, begin, end = self.cases[found[0]]
                tags = np.zeros(end - begin, np.int64)
                stretches = [(run(span), CONTENT) for span in one["content"]] + [((first, to), CUE)]
                if one["source"]:
                    stretches.append((run(one["source"]), SOURCE))
                for (first, to), tag in stretches:
                    first, to = max(first - begin, 0), min(to, end) - begin
                    tags[first:max(to, 0)] = tag + 1
                    tags[first:first + 1] = tag if first < to else tags[first:first + 1]
                self.tags[found[0]] = tags


class Examples:
    def __init__(self, path, gold):
        told = json.loads(path.with_suffix(".json").read_text())
        self.engine, self.width = told["engine"], told["width"]
        self.kinds, self.pair_kinds = told["kinds"], told["pair_kinds"]
        with open(gold, encoding="utf-8") as lines:
            right = {str(record["id"]): record for record in map(json.loads, lines)}
        numbers, at = np.memmap(path, np.uint8, "r"), 0

        def take(count):
            nonlocal at
            at += count
            return np.array(numbers[at - count:at])

        self.documents = [Document(one, take, len(self.kinds), len(self.pair_kinds), self.width, right[one["id"]])
                          for one in told["documents"]]


class Network(nn.Module):
    def __init__(self, examples):
        super().__init__()
        self.width = examples.width
        self.starts = torch.tensor(np.cumsum([0] + examples.kinds[:-1]))
        self.pair_starts = torch.tensor(np.cumsum([0] + examples.pair_kinds[:-1]))
        self.kinds = nn.EmbeddingBag(sum(examples.kinds), HIDDEN, mode="sum")
        self.pair_kinds = nn.EmbeddingBag(sum(examples.pair_kinds), PAIR, mode="sum")
        for table in (self.kinds, self.pair_kinds):
            nn.init.normal_(table.weight, std=0.1)
        self.vectors = nn.Linear(self.width, HIDDEN)
        self.glance = nn.ModuleList([nn.Linear(HIDDEN, UPPER), nn.Linear(UPPER, 1)])
        self.key = nn.Linear(HIDDEN, PAIR)
        self.query = nn.Linear(HIDDEN, PAIR)
        self.around = nn.ModuleList(nn.Linear(3 * PAIR, PAIR) for _ in REACHES)
        self.tags = nn.Linear(PAIR, TAGS)
        self.keep = nn.ModuleList([nn.Linear(3 * PAIR + HIDDEN, UPPER), nn.Linear(UPPER, 1)])
        self.drop = nn.Dropout(DROP)

    def words(self, documents):
        """What is known of each token."""
        kinds = torch.cat([document.kinds for document in documents])
        vectors = torch.cat([document.vectors for document in documents]).float()
        vectors = vectors * (kinds[:, NAME] == 0).unsqueeze(1)
        if self.training:
            vectors = functional.dropout(vectors, DROP_VECTOR) * (torch.rand(len(vectors), 1) > DROP_WHOLE)
        return self.drop(torch.relu(self.vectors(vectors) + self.kinds(kinds + self.starts)))

    def first_look(self, words):
        return self.glance[1](torch.relu(self.glance[0](words))).squeeze(1)

    def judge(self, words, heads, rows, owner, pairs):
        """Scores of what each row is, and of each case. A row is a token (`rows`) beside a case (`owner`, ascending)."""
        known = functional.embedding(rows, self.key(words)) + functional.embedding(owner, self.query(words[heads]))
        known = torch.relu(known + self.pair_kinds(pairs + self.pair_starts))
        count = len(heads)
        for layer, reach in zip(self.around, REACHES):
            nothing = torch.zeros(reach, PAIR)
            same = (owner[reach:] == owner[:-reach]).float().unsqueeze(1)
            left = torch.cat([nothing, known[:-reach] * same])
            right = torch.cat([known[reach:] * same, nothing])
            known = known + self.drop(torch.relu(layer(torch.cat([left, known, right], 1))))
        own = torch.nonzero(rows == heads[owner]).squeeze(1)
        most = torch.full((count, PAIR), -1e4).scatter_reduce(0, owner.unsqueeze(1).expand(-1, PAIR), known, "amax")
        mean = torch.zeros(count, PAIR).index_add(0, owner, known) / torch.bincount(owner, minlength=count).unsqueeze(1)
        summed = self.drop(torch.cat([known[own], most, mean, words[heads]], 1))
        return self.tags(known), self.keep[1](torch.relu(self.keep[0](summed))).squeeze(1)


def rows_of(documents, chosen):
    """The rows of the chosen cases, and what is right of them."""
    heads, rows, owner, pairs, right, tags, start = [], [], [], [], [], [], 0
    for document, cases in zip(documents, chosen):
        for case in cases:
            head, _, first, to = document.cases[case]
            rows.append(np.arange(first, to) + start)
            owner.append(np.full(to - first, len(heads)))
            heads.append(head + start)
            pairs.append(document.pairs[case])
            right.append(float(document.right_case[case]))
            known = document.tags[case]
            tags.append(np.full(to - first, -1) if known is None else known)
        start += len(document.kinds)

    def joined(parts):
        return torch.from_numpy(np.concatenate(parts))

    return (torch.tensor(heads), joined(rows), joined(owner), joined(pairs).long()), torch.tensor(right), joined(tags)


@torch.no_grad()
def look(network, documents):
    """How sure the first look is of each case."""
    network.eval()
    for document in documents:
        words = network.words([document])
        document.sure = torch.sigmoid(network.first_look(words[torch.from_numpy(document.cases[:, 0])])).numpy()
    network.train()


def learn(examples, given):
    torch.manual_seed(given.seed)
    random = np.random.default_rng(given.seed)
    network, documents = Network(examples), examples.documents
    optimizer = torch.optim.AdamW(network.parameters(), given.rate, weight_decay=0.01)
    steps, step = given.epochs * -(-len(documents) // DOCUMENTS), 0

    def wanted(document, case):
        if document.right_case[case] < 0:
            return False
        if document.cases[case][1] or document.right_case[case] > 0:
            return True
        return random.random() < 0.15 if document.sure is None else document.sure[case] > GLANCE

    for epoch in range(given.epochs):
        network.train()
        began, total, order = time.time(), 0.0, random.permutation(len(documents))
        for start in range(0, len(order), DOCUMENTS):
            part = [documents[place] for place in order[start:start + DOCUMENTS]]
            chosen = [[case for case in range(len(document.cases)) if wanted(document, case)] for document in part]
            if not any(chosen):
                continue
            words = network.words(part)
            sizes = np.cumsum([0] + [len(document.kinds) for document in part[:-1]])
            known = [document.right_case >= 0 for document in part]
            looked = np.concatenate([document.cases[mask, 0] + size for document, mask, size in zip(part, known, sizes)])
            cues = np.concatenate([document.right_case[mask] for document, mask in zip(part, known)])
            glance = functional.binary_cross_entropy_with_logits(
                network.first_look(words[torch.from_numpy(looked)]), torch.from_numpy(cues).float())
            rows, right, tags = rows_of(part, chosen)
            scores, sure = network.judge(words, *rows)
            keep = functional.binary_cross_entropy_with_logits(sure, right)
            mask = tags >= 0
            loss = 0.5 * glance + keep + 3 * functional.cross_entropy(scores[mask], tags[mask])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = given.rate * min(1, step / 50) * (1 - step / (steps + 1))
            optimizer.step()
            total += loss.item() * len(part)
        print(f"epoch {epoch + 1}: loss {total / len(documents):.4f}, {time.time() - began:.0f} s", flush=True)
        if epoch == 1:
            look(network, documents)
    return network


def write(network, examples, path):
    def halves(numbers):
        """The upper two bytes of each number, rounded."""
        bits = numbers.detach().contiguous().numpy().astype("<f4").view("<u4").astype(np.uint64)
        return ((bits + 0x8000) >> 16).astype("<u2").tobytes()

    def matrix(layer):
        return halves(torch.cat([layer.bias.unsqueeze(0), layer.weight.t()]))

    parts = {"kind": b"attribution 1", "engine": examples.engine.encode(),
             "shape": struct.pack("<4I", network.width, HIDDEN, PAIR, UPPER),
             "kinds": halves(network.kinds.weight), "pair kinds": halves(network.pair_kinds.weight)}
    for name in ("vectors", "key", "query", "tags"):
        parts[name] = matrix(getattr(network, name))
    for name in ("glance", "around", "keep"):
        for number, layer in enumerate(getattr(network, name)):
            parts[f"{name} {number}"] = matrix(layer)
    body = b"".join(struct.pack("<I", len(name)) + name.encode() + struct.pack("<Q", len(content)) + content
                    for name, content in parts.items())
    path.write_bytes(b"ACTANTMW" + struct.pack("<IQ", 1, checksum(body)) + body)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("examples", type=pathlib.Path)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    examples = Examples(given.examples, given.gold)
    write(learn(examples, given), examples, given.model)


if __name__ == "__main__":
    main()
