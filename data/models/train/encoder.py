#!/usr/bin/env python3
"""Trains the network of the accurate engine: a small pretrained encoder with heads for tags, trees and names.

usage: encoder.py train  --config encoder.json --data DIR --encoder DIR --checkpoint FILE [--epochs N] [--start accurate.model]
       encoder.py export --checkpoint FILE --encoder DIR --output accurate.model [--reference FILE]
       encoder.py eval   --checkpoint FILE --encoder DIR --data DIR [--float | --bits pieces=4,layers=4,heads=6]

--encoder is the folder with vocab.txt and model.safetensors of all-MiniLM-L6-v2 (BERT, six layers of 384, uncased).
--data holds the files that the configuration names: treebanks (CoNLL-U), names (IOB2 with `# types =` and
`# merge =` lines), raw texts (they only say which word pieces are kept). A run that was stopped goes on from its
checkpoint; the same seed gives the same run. What is measured and exported is the moving average of the weights.
The configuration may name files of `teacher.py silver`: from these the network learns what a bigger one thinks. Needs PyTorch 2 and NumPy; a CPU with bfloat16 arithmetic trains
four times faster than one without.

What the network is, and the form of the file: see README.md beside the weights. The weights are trained as they
will be stored: from `quantise_from` on, every product sees them rounded to the bits of the file (quantisation-aware
training; the gradient passes through the rounding).
"""
import argparse
import json
import math
import pathlib
import random
import struct
import sys
import time
import unicodedata

import numpy as np
import torch
from torch import nn
from torch.nn import functional

KIND = "accurate parser 1"
GROUP = 32  # neighbouring weights with one multiplier
WIDEST = 63  # integer weights stay within seven bits
NEVER = -1e9
KEPT = 5  # likeliest answers of a teacher to each question
IGNORED = -100


# ---- words to pieces -------------------------------------------------------------------------------------------

class Pieces:
    """The vocabulary: lower-cased words without accents, split greedily into the longest pieces."""

    def __init__(self, pieces, most):
        self.pieces, self.most = pieces, most
        self.ids = {piece: number for number, piece in enumerate(pieces)}
        self.known = {}

    def __call__(self, word):
        if word not in self.known:
            self.known[word] = self.split(word)
        return self.known[word]

    def split(self, word):
        parts, current = [], ""
        for char in unicodedata.normalize("NFD", word.lower()):
            if unicodedata.category(char) == "Mn":
                continue
            if char.isalnum():
                current += char
                continue
            parts += [current] if current else []
            parts += [] if char.isspace() else [char]
            current = ""
        parts += [current] if current else []
        pieces = [piece for part in parts for piece in self.longest(part)]
        return (pieces or [self.ids["[UNK]"]])[:self.most]

    def longest(self, part):
        start, found = 0, []
        while start < len(part):
            end = len(part)
            while end > start and ("##" if start else "") + part[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.ids["[UNK]"]]
            found.append(self.ids[("##" if start else "") + part[start:end]])
            start = end
        return found


def shape(word, joined):
    """What capitals, digits and white space tell of a word that the lower-cased pieces don't."""
    if word.isupper():
        kind = 1 if len(word) > 1 else 2
    elif word[:1].isupper():
        kind = 3
    elif word.islower():
        kind = 4
    elif any(c.isdigit() for c in word):
        kind = 5
    else:
        kind = 6 if any(c.isupper() for c in word) else 0
    return kind + 8 * joined


# ---- data --------------------------------------------------------------------------------------------------------

class Sentence:
    """Words with what is known of them; `tree` and `names` are None where the file does not say."""

    def __init__(self, words, joined):
        self.words, self.joined = words, joined
        self.tree = self.names = self.soft = None
        self.weight = 1.0  # of its names


def conllu(path):
    sentences, rows, joined, ends, glued = [], [], [], 0, False
    for line in [*open(path, encoding="utf-8"), "\n"]:
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            number = int(columns[0])
            joined.append(glued)
            rows.append(columns)
            glued = number < ends or "SpaceAfter=No" in (after if number == ends else columns[9])
        elif len(columns) == 10 and "-" in columns[0]:
            ends, after = int(columns[0].split("-")[1]), columns[9]
        elif not line.strip() and rows:
            sentence = Sentence([row[1] for row in rows], joined)
            sentence.tree = [(row[3], row[4], int(row[6]), row[7]) for row in rows]
            sentences.append(sentence)
            rows, joined, ends, glued = [], [], 0, False
    return sentences


def iob2(path):
    """Sentences with names as (types that the file marks, how its types are read, IOB2 tags)."""
    sentences, rows, types, merge, text = [], [], set(), {}, None
    for line in [*open(path, encoding="utf-8"), "\n"]:
        line = line.rstrip("\n")
        if line.startswith("# types ="):
            types = set(line.split("=", 1)[1].split())
        elif line.startswith("# merge ="):
            merge = dict(pair.split("=") for pair in line.split("=", 1)[1].split())
        elif line.startswith("# text ="):
            text = line.split("=", 1)[1].strip()
        elif "\t" in line:
            rows.append(line.split("\t")[:2])
        elif not line and rows:
            words = [row[0] for row in rows]
            sentence = Sentence(words, spacing(words, text))
            sentence.names = types, merge, [row[1] for row in rows]
            sentences.append(sentence)
            rows, text = [], None
    return sentences


class Soft:
    """What a teacher thinks of the words of a sentence: for each of `SOFT` the likeliest answers and their chances in
    255ths (words × 5), and the head by which it judged the relation."""

    def __init__(self, answers, chances, taken):
        self.answers, self.chances, self.taken = answers, chances, taken

    def shorter(self):
        """Without the last word."""
        chances = {name: values[:-1].copy() for name, values in self.chances.items()}
        answers = {name: values[:-1] for name, values in self.answers.items()}
        last = len(self.taken)
        chances["arcs"][answers["arcs"] == last] = 0
        taken = self.taken[:-1].copy()
        chances["relations"][taken == last] = 0
        taken[taken == last] = 0
        return Soft(answers, chances, taken)


SOFT = {"upos": "upos", "xpos": "xpos", "arcs": "heads", "relations": "relations", "names": "names"}


def silver(path):
    """Sentences of a file of `teacher.py silver`, and the labels that its numbers mean."""
    stored = np.load(path)
    columns = {name: stored[name] for name in stored.files}
    texts = json.loads(columns["words"].tobytes().decode())
    sentences, start = [], 0
    for words, joined in texts:
        end = start + len(words)
        sentence = Sentence(words, [bool(j) for j in joined])
        sentence.soft = Soft({name: columns[column][start:end] for name, column in SOFT.items()},
                             {name: columns[column + ".chances"][start:end] for name, column in SOFT.items()},
                             columns["taken"][start:end])
        sentences.append(sentence)
        start = end
    return sentences, json.loads(columns["labels"].tobytes().decode())


def spacing(words, text):
    joined, place = [], 0
    for word in words:
        found = text.find(word, place) if text else -1
        joined.append(found >= 0 and found == place and place > 0)
        place = found + len(word) if found >= 0 else place
    return joined


def load(config, folder):
    """Training sentences: the treebanks' with the names that a file gives to the same words, then the other names'."""
    sentences = [s for name in config["treebanks"] for s in conllu(folder / name)]
    by_words = {}
    for sentence in sentences:
        by_words.setdefault(tuple(sentence.words), []).append(sentence)
    for name, weight in config["names"].items():
        for sentence in iob2(folder / name):
            sentence.weight = weight
            same = by_words.get(tuple(sentence.words), [])
            free = next((s for s in same if s.names is None), None)
            if free:
                free.names, free.weight = sentence.names, weight
            elif not same:
                sentences.append(sentence)
    return sentences


def taught(config, folder, sentences, labels):
    """Gives the sentences what the teacher thinks of them, and adds those that nobody has annotated."""
    waiting = {}
    for sentence in sentences:
        waiting.setdefault(tuple(sentence.words), []).append(sentence)
    for name in config.get("silver", []):
        given, own = silver(folder / name)
        assert own == vars(labels), f"{name}: other labels than those of the treebanks"
        for sentence in given:
            same = waiting.get(tuple(sentence.words))
            for other in same or []:
                other.soft = sentence.soft
            if not same:
                sentences.append(sentence)
    return sentences


def name_tags(types):
    return ["O"] + [f"{part}-{kind}" for kind in types for part in "BIES"]


def allowed(names, tags):
    """For each word which tags the file allows: words × tags. A type that the file does not mark may be anywhere."""
    types, merge, given = names
    types = {merge.get(kind, kind) for kind in types}
    kinds = [merge.get(tag[2:], tag[2:]) for tag in tags]
    unmarked = np.array([tag == "O" or kind not in types for tag, kind in zip(tags, kinds)])
    rows = np.zeros((len(given), len(tags)), dtype=bool)
    for n, tag in enumerate(given):
        if tag == "O":
            rows[n] = unmarked
            continue
        last = n + 1 == len(given) or not given[n + 1].startswith("I-")
        part = ("S" if last else "B") if tag[0] == "B" else ("E" if last else "I")
        kind = merge.get(tag[2:], tag[2:])
        rows[n] = [other[0] == part and own == kind for other, own in zip(tags, kinds)]
        if not rows[n].any():
            rows[n] = unmarked
    return rows


class Labels:
    def __init__(self, upos, xpos, deprel, names):
        self.upos, self.xpos, self.deprel, self.names = upos, xpos, deprel, names

    @classmethod
    def of(cls, sentences, types):
        columns = [sorted({word[c] for s in sentences if s.tree for word in s.tree}) for c in (0, 1, 3)]
        return cls(*columns, name_tags(types))


class Example:
    """A sentence as numbers."""

    def __init__(self, sentence, pieces, labels, longest):
        self.size = len(sentence.words)
        self.shapes = [0] + [shape(w, j) for w, j in zip(sentence.words, sentence.joined)]
        self.ids, self.owner, self.first = [pieces.ids["[CLS]"]], [0], [0]
        for n, word in enumerate(sentence.words, 1):
            self.first.append(len(self.ids))
            found = pieces(word)
            self.ids += found
            self.owner += [n] * len(found)
        self.ids.append(pieces.ids["[SEP]"])
        self.owner.append(0)
        self.fits = len(self.ids) <= longest
        self.gold, self.names, self.weight, self.soft = None, None, sentence.weight, sentence.soft
        if sentence.tree:
            index = [{label: n for n, label in enumerate(names)} for names in (labels.upos, labels.xpos, labels.deprel)]
            self.gold = [[IGNORED] + column for column in (
                [index[0].get(w[0], IGNORED) for w in sentence.tree], [index[1].get(w[1], IGNORED) for w in sentence.tree],
                [w[2] for w in sentence.tree], [index[2].get(w[3], IGNORED) for w in sentence.tree])]
        if sentence.names:
            self.names = allowed(sentence.names, labels.names)


def batches(examples, most, shuffle):
    order = [e for e in examples if e.fits]
    if shuffle:
        random.shuffle(order)
        order = [e for k in range(0, len(order), 3000) for e in sorted(order[k:k + 3000], key=lambda e: len(e.ids))]
    else:
        order.sort(key=lambda e: len(e.ids))
    groups, group, longest = [], [], 0
    for example in order:
        longest = max(longest, len(example.ids))
        if group and longest * (len(group) + 1) > most:
            groups.append(group)
            group, longest = [], len(example.ids)
        group.append(example)
    groups += [group] if group else []
    if shuffle:
        random.shuffle(groups)
    return groups


def tensors(group):
    longest, words = max(len(e.ids) for e in group), max(e.size for e in group) + 1
    ids, piece_shapes = np.zeros((2, len(group), longest), dtype=np.int64)
    first, shapes = np.zeros((2, len(group), words), dtype=np.int64)
    real = np.zeros((len(group), words), dtype=bool)
    for k, e in enumerate(group):
        ids[k, :len(e.ids)], first[k, :e.size + 1], shapes[k, :e.size + 1] = e.ids, e.first, e.shapes
        piece_shapes[k, :len(e.ids)] = np.array(e.shapes)[e.owner]
        real[k, :e.size + 1] = True
    return [torch.from_numpy(array) for array in (ids, piece_shapes, first, shapes, real)]


# ---- the network -------------------------------------------------------------------------------------------------

def quantised(weights, bits):
    """Integer codes, multipliers of groups and scales of rows for a matrix, and the rounded matrix itself."""
    rows, columns = weights.shape
    level = 2 ** (bits - 1) - 1
    most = WIDEST // level
    groups = weights.view(rows, columns // GROUP, GROUP)
    highest = groups.abs().amax(-1)
    scale = (highest.amax(-1) / (most * level)).clamp_min(1e-12)
    multiplier = (highest / (level * scale[:, None])).ceil().clamp(1, most)
    step = (scale[:, None] * multiplier)[..., None]
    codes = (groups / step).round().clamp(-level, level)
    return codes, multiplier, scale, (codes * step).view(rows, columns)


def rounded_rows(x):
    """What a row of activations is after it was rounded to eight bits."""
    scale = x.detach().abs().amax(-1, keepdim=True).clamp_min(1e-12) / 127
    return x + ((x / scale).round() * scale - x).detach()


class Numbers:
    """How the network computes: weights rounded to so many bits (None: not at all), rows of activations to eight bits,
    and the type of the products."""
    bits = None
    activations = False
    kind = torch.float32
    judged = torch.float32  # outside training


class Weights(nn.Module):
    """A matrix that is stored in few bits."""

    def __init__(self, outputs, inputs, part, values=None, learned=True):
        super().__init__()
        self.part = part
        self.weight = nn.Parameter(torch.empty(outputs, inputs) if values is None else values.clone(), learned)
        if values is None:
            nn.init.xavier_uniform_(self.weight)

    def forward(self):
        weight = self.weight.to(Numbers.kind)
        if not Numbers.bits:
            return weight
        with torch.no_grad():
            change = quantised(self.weight, Numbers.bits[self.part])[3].to(Numbers.kind) - weight
        return weight + change


class Linear(nn.Module):
    def __init__(self, inputs, outputs, part, bias=True, values=None, bias_values=None):
        super().__init__()
        self.matrix = Weights(outputs, inputs, part, values)
        self.bias = nn.Parameter(torch.zeros(outputs) if bias_values is None else bias_values.clone()) if bias else None

    def forward(self, x):
        if Numbers.activations:
            x = rounded_rows(x)
        return functional.linear(x, self.matrix(), None if self.bias is None else self.bias.to(Numbers.kind))


class Dropout(nn.Module):
    """Dropout whose random bits are drawn once for many steps and read from random places: the system's own took a
    tenth of the time."""
    pools = {}

    def __init__(self, part):
        super().__init__()
        self.part = part

    def forward(self, x):
        if not self.training:
            return x
        size = x.numel()
        pool, uses = self.pools.get(self.part, (None, 0))
        if pool is None or uses > 500 or len(pool) < 2 * size:
            pool, uses = (torch.rand(max(4 * size, 1 << 22)) >= self.part).to(x.dtype) / (1 - self.part), 0
        self.pools[self.part] = pool, uses + 1
        start = random.randrange(len(pool) - size)
        return x * pool[start:start + size].view(x.shape)


class Norm(nn.Module):
    def __init__(self, given, name):
        super().__init__()
        self.weight, self.bias = (nn.Parameter(given[f"{name}.{kind}"].clone()) for kind in ("weight", "bias"))

    def forward(self, x):
        weight, bias = self.weight.to(Numbers.kind), self.bias.to(Numbers.kind)
        return functional.layer_norm(x, weight.shape, weight, bias, 1e-12)


class Layer(nn.Module):
    def __init__(self, config, given):
        super().__init__()
        width, inner, self.heads = config["width"], config["inner"], config["heads"]

        def linear(inputs, outputs, *names):
            values = [torch.cat([given[f"{name}.{kind}"] for name in names]) for kind in ("weight", "bias")]
            return Linear(inputs, outputs, "layers", True, *values)
        self.qkv = linear(width, 3 * width, *(f"attention.self.{name}" for name in ("query", "key", "value")))
        self.output = linear(width, width, "attention.output.dense")
        self.inner, self.outer = linear(width, inner, "intermediate.dense"), linear(inner, width, "output.dense")
        self.norm1, self.norm2 = Norm(given, "attention.output.LayerNorm"), Norm(given, "output.LayerNorm")
        self.drop = Dropout(config["layer_dropout"])

    def forward(self, x, mask):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = (q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + mask).softmax(-1) @ v
        x = self.norm1(x + self.drop(self.output(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.drop(self.outer(functional.gelu(self.inner(x), approximate="tanh"))))


class Network(nn.Module):
    def __init__(self, config, labels, kept, given):
        super().__init__()
        width = config["width"]
        position = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][:1]
        table = given["embeddings.word_embeddings.weight"]
        self.pieces = Weights(0, 0, "pieces", table[kept], learned=False)
        self.positions = Weights(0, 0, "positions", position[:config["positions"]])
        self.shapes = Weights(0, 0, "positions", torch.randn(config["shapes"], width) * 0.02)
        self.norm = Norm(given, "embeddings.LayerNorm")
        self.layers = nn.ModuleList()
        for number in range(config["layers"]):
            start = f"encoder.layer.{number}."
            self.layers.append(Layer(config, {n[len(start):]: v for n, v in given.items() if n.startswith(start)}))
        self.add_heads(config, labels)

    def add_heads(self, config, labels):
        word = config["width"] + config["shape_width"]
        self.mix = nn.Parameter(torch.zeros(config["layers"] + 1))
        self.word_shapes = nn.Embedding(config["shapes"], config["shape_width"])
        self.drop, self.hidden_drop = Dropout(config["dropout"]), Dropout(config["dropout"])

        def head(inputs, outputs, bias=True):
            return Linear(inputs, outputs, "heads", bias)
        self.tag, self.name = head(word, config["tag"]), head(word, config["name"])
        self.upos, self.xpos = head(config["tag"], len(labels.upos)), head(config["tag"], len(labels.xpos))
        self.names = head(config["name"], len(labels.names))
        self.dependent, self.head = head(word, config["arc"]), head(word, config["arc"])
        self.arc = head(config["arc"], config["arc"])
        self.relation_dependent, self.relation_head = head(word, config["relation"]), head(word, config["relation"], False)
        self.relation = head(config["relation"], len(labels.deprel))

    def looked_up(self, ids):
        """The vectors of pieces, which are not learned: only those that the batch needs are rounded."""
        rows, places = ids.unique(return_inverse=True)
        rows = self.pieces.weight[rows]
        rows = quantised(rows, Numbers.bits["pieces"])[3] if Numbers.bits else rows
        return rows.to(Numbers.kind)[places]

    def hidden(self, layer, x):
        return self.hidden_drop(functional.leaky_relu(layer(x), 0.1))

    def forward(self, ids, piece_shapes, first, shapes):
        """The vectors of words: batch × (1 + words) × 416, the root first."""
        x = self.looked_up(ids) + self.positions()[:ids.shape[1]]
        x = self.norm(x + functional.embedding(piece_shapes, self.shapes()))
        mask = ((ids == 0) * NEVER).to(Numbers.kind)[:, None, None, :]
        place = first[..., None].expand(-1, -1, x.shape[-1])
        mix = self.mix.softmax(0).to(Numbers.kind)
        mixed = mix[0] * x
        for weight, layer in zip(mix[1:], self.layers):
            x = layer(x, mask)
            mixed = mixed + weight * x
        shapes = functional.embedding(shapes, self.word_shapes.weight.to(Numbers.kind))
        return self.drop(torch.cat([mixed.gather(1, place), shapes], -1))

    def tags(self, words):
        hidden = self.hidden(self.tag, words)
        return self.upos(hidden), self.xpos(hidden)

    def arcs(self, words):
        """Scores: batch × dependent × head."""
        return self.arc(self.hidden(self.dependent, words)) @ self.hidden(self.head, words).transpose(1, 2)

    def relations(self, dependents, heads):
        both = functional.leaky_relu(self.relation_dependent(dependents) + self.relation_head(heads), 0.1)
        return self.relation(self.hidden_drop(both))

    def entities(self, words):
        return self.names(self.hidden(self.name, words))


def losses(network, group, labels):
    *inputs, real = tensors(group)
    words = network(*inputs)
    total = {}
    gold = torch.full((4, *real.shape), IGNORED)
    for k, e in enumerate(group):
        if e.gold:
            gold[:, k, :e.size + 1] = torch.tensor(e.gold)
    known = gold[2] >= 0
    if known.any():
        up, xp = network.tags(words)
        arcs = network.arcs(words).float().masked_fill(~real[:, None, :], NEVER)
        rows = known.nonzero()[:, 0]
        relations = network.relations(words[known], words[rows, gold[2][known]])
        total["arcs"] = functional.cross_entropy(arcs[known], gold[2][known])
        total["relations"] = functional.cross_entropy(relations.float(), gold[3][known], ignore_index=IGNORED)
        total["upos"] = functional.cross_entropy(up[known].float(), gold[0][known], ignore_index=IGNORED)
        total["xpos"] = functional.cross_entropy(xp[known].float(), gold[1][known], ignore_index=IGNORED)
    if any(e.names is not None for e in group):
        mask = torch.zeros(*real.shape, len(labels.names), dtype=torch.bool)
        for k, e in enumerate(group):
            if e.names is not None:
                mask[k, 1:e.size + 1] = torch.from_numpy(e.names)
        given = mask.any(-1)
        weights = torch.tensor([e.weight for e in group])[given.nonzero()[:, 0]]
        scores = network.entities(words[given]).float()
        missed = scores.logsumexp(-1) - scores.masked_fill(~mask[given], NEVER).logsumexp(-1)
        total["names"] = (missed * weights).mean()
    if any(e.soft for e in group):
        total |= soft_losses(network, group, words, real)
    return total


def soft_losses(network, group, words, real):
    """How far the network is from what the teacher thinks (cross entropy)."""
    answers = {name: np.zeros((*real.shape, KEPT), dtype=np.int64) for name in SOFT}
    chances = {name: np.zeros((*real.shape, KEPT), dtype=np.float32) for name in SOFT}
    taken = np.zeros(real.shape, dtype=np.int64)
    known = np.zeros(real.shape, dtype=bool)
    for k, e in enumerate(group):
        if e.soft:
            place = k, slice(1, e.size + 1)
            known[place], taken[place] = True, e.soft.taken
            for name in SOFT:
                answers[name][place], chances[name][place] = e.soft.answers[name], e.soft.chances[name]
    known, taken = torch.from_numpy(known), torch.from_numpy(taken)
    rows = known.nonzero()[:, 0]
    up, xp = network.tags(words)
    arcs = network.arcs(words).float().masked_fill(~real[:, None, :], NEVER)
    scores = {"upos": up[known], "xpos": xp[known], "arcs": arcs[known], "names": network.entities(words)[known],
              "relations": network.relations(words[known], words[rows, taken[known]])}
    total = {}
    for name, values in scores.items():
        share = torch.from_numpy(chances[name])[known]
        share = share / share.sum(-1, keepdim=True).clamp_min(1)
        logs = values.float().log_softmax(-1).gather(1, torch.from_numpy(answers[name])[known])
        total["soft " + name] = -(share * logs).sum(-1).mean()
    return total


# ---- training ----------------------------------------------------------------------------------------------------

def altered(sentence, config):
    """Now and then a sentence in capitals, in small letters, without its last mark, or without known spacing."""
    chance = random.random()
    words = sentence.words
    if chance < config["upper"]:
        words = [word.upper() for word in words]
    elif chance < config["upper"] + config["lower"]:
        words = [word.lower() for word in words]
    elif chance < config["upper"] + config["lower"] + config.get("headline", 0):
        words = [word if word in SMALL else word[:1].upper() + word[1:] for word in words]
    if random.random() < config.get("curly", 0):
        words = curly(words)
    joined = sentence.joined if random.random() > config["spaces_unknown"] else [False] * len(words)
    shorter = random.random() < config.get("unstopped", 0) and ends_in_a_stop(sentence)
    if words is sentence.words and joined is sentence.joined and not shorter:
        return sentence
    copy = Sentence(words, joined)
    copy.tree, copy.names, copy.weight, copy.soft = sentence.tree, sentence.names, sentence.weight, sentence.soft
    if shorter:
        copy.words, copy.joined = words[:-1], joined[:-1]
        copy.tree = copy.tree and copy.tree[:-1]
        copy.names = copy.names and (*copy.names[:2], copy.names[2][:-1])
        copy.soft = copy.soft and copy.soft.shorter()
    return copy


SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "and", "or", "as", "with", "from", "'s", "n't"}


def curly(words):
    opened, found = False, []
    for word in words:
        if word == '"':
            word, opened = "”" if opened else "“", not opened
        found.append(word.replace("'", "’").replace("``", "“"))
    return found


def ends_in_a_stop(sentence):
    last = len(sentence.words)
    return last > 3 and sentence.words[-1] in ".!?" and all(row[2] != last for row in sentence.tree or [])


def vocabulary(config, folder, encoder, sentences):
    """The pieces that are kept: the frequent ones of the encoder's list, those that the texts use, single letters."""
    lines = (encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    lines = lines[:-1] if not lines[-1] else lines
    full, seen = Pieces(lines, 99), {}
    words = [word for s in sentences for word in s.words]
    for name in config["raw"]:
        words += (folder / name).read_text(encoding="utf-8").split()
    for word in words:
        for piece in full(word):
            seen[piece] = seen.get(piece, 0) + 1
    kept = []
    for number, piece in enumerate(lines):
        plain = piece.removeprefix("##")
        latin = all(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in plain)
        special = piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
        single = len(plain) == 1 and (plain.isascii() or not plain.isalnum())
        unused = piece.startswith("[") and len(piece) > 1
        if special or single or not unused and latin and (
                number < config["frequent"] or seen.get(number, 0) >= config["least"]):
            kept.append(number)
    return kept, [lines[number] for number in kept]


def safetensors(path):
    data = path.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    found = {}
    for name, about in json.loads(data[8:8 + size]).items():
        if name != "__metadata__" and about["dtype"] == "F32":
            start, end = (8 + size + offset for offset in about["data_offsets"])
            values = np.frombuffer(data[start:end], dtype=np.float32).reshape(about["shape"])
            found[name.removeprefix("bert.")] = torch.from_numpy(values.copy())
    return found


def train(given):
    config = json.loads(given.config.read_text())
    random.seed(config["seed"])
    torch.manual_seed(config["seed"])
    sentences = load(config, given.data)
    weights = safetensors(given.encoder / "model.safetensors")
    if given.start:
        labels, kept, lines, begun = engine(given.start, given.encoder)
        network = Network(config, labels, kept, weights)
        network.load_state_dict(begun, strict=False)
    else:
        kept, lines = vocabulary(config, given.data, given.encoder, sentences)
        labels = Labels.of(sentences, config["types"])
        network = Network(config, labels, kept, weights)
    pieces = Pieces(lines, config["pieces_per_word"])
    sentences = taught(config, given.data, sentences, labels)
    print(f"{len(sentences)} sentences, {sum(s.names is not None for s in sentences)} with names, "
          f"{sum(s.soft is not None for s in sentences)} taught, {len(lines)} pieces", flush=True)
    groups = {"slow": [], "fast": []}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        slow = name.startswith(("layers", "norm", "positions"))
        groups["slow" if slow else "fast"].append(parameter)
    rates = [config["rate"], config["head_rate"]]
    optimizer = torch.optim.AdamW([{"params": p} for p in groups.values()], weight_decay=0.01, betas=(0.9, 0.98),
                                  fused=True)
    average = Average(network, config["average"])
    step, total, begun = 0, None, 0
    if given.checkpoint.exists():
        state = torch.load(given.checkpoint, weights_only=False)
        network.load_state_dict(state["learned"])
        average.values = {name: state["network"][name] for name in average.values}
        optimizer.load_state_dict(state["optimizer"])
        step, total = state["step"], state["total"]
        print(f"goes on from step {step} of {total}", flush=True)

    def keep():
        given.checkpoint.parent.mkdir(parents=True, exist_ok=True)
        part = given.checkpoint.with_suffix(".part")
        learned = network.state_dict()
        torch.save({"network": learned | average.values, "learned": learned, "optimizer": optimizer.state_dict(),
                    "step": step, "total": total, "config": config, "labels": vars(labels), "pieces": lines,
                    "kept": kept}, part)
        part.replace(given.checkpoint)
    epochs = given.epochs or config["epochs"]
    start, saved, done, sums = time.time(), time.time(), 0, {}
    for epoch in range(1, epochs + 1):
        random.seed(config["seed"] + epoch)  # the same order after a stop
        torch.manual_seed(config["seed"] + epoch)
        examples = [Example(altered(s, config), pieces, labels, config["positions"]) for s in sentences]
        parcels = batches(examples, config["batch"], True)
        total = total or epochs * len(parcels)
        before, begun = begun, begun + len(parcels)
        if begun <= step:
            continue
        network.train()
        for group in parcels[max(0, step - before):]:
            Numbers.bits = config["bits"] if step >= config["quantise_from"] * total else None
            part = min(step / config["warmup"], max(0.01, (total - step) / max(1, total - config["warmup"])))
            for place, rate in zip(optimizer.param_groups, rates):
                place["lr"] = rate * part
            Numbers.kind = torch.bfloat16
            parts = losses(network, group, labels)
            loss = sum(config["weights"][name] * value for name, value in parts.items())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), config["clip"])
            optimizer.step()
            average.step(network, step)
            step, done = step + 1, done + 1
            for name, value in parts.items():
                sums[name] = 0.98 * sums.get(name, value.item()) + 0.02 * value.item()
            if done % 100 == 0:
                shown = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
                each = (time.time() - start) / done
                print(f"step {step} of {total}, {shown}, {each * (total - step) / 60:.0f} min to go", flush=True)
            if time.time() - saved > 300:
                keep()
                saved = time.time()
        keep()
        saved = time.time()
        if epoch % config["judge"] == 0 or epoch == epochs:
            average.swap(network)
            evaluate(network, labels, pieces, config, given.data, f"epoch {epoch}")
            average.swap(network)


class Average:
    """The moving average of the weights; a young one looks less far back."""

    def __init__(self, network, decay):
        self.decay = decay
        self.values = {name: p.detach().clone() for name, p in network.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def step(self, network, number):
        own = [p for p in network.parameters() if p.requires_grad]
        torch._foreach_lerp_(list(self.values.values()), own, 1 - min(self.decay, (number + 1) / (number + 10)))

    @torch.no_grad()
    def swap(self, network):
        for name, p in network.named_parameters():
            if name in self.values:
                mine = self.values[name].clone()
                self.values[name].copy_(p)
                p.copy_(mine)


# ---- evaluation --------------------------------------------------------------------------------------------------

@torch.no_grad()
def predict(network, examples, most=8000):
    """For each example UPOS, XPOS, heads, relations and name tags."""
    network.eval()
    Numbers.kind = Numbers.judged
    for group in batches(examples, most, False):
        *inputs, real = tensors(group)
        words = network(*inputs)
        up, xp = network.tags(words)
        arcs = network.arcs(words).float().masked_fill(~real[:, None, :], NEVER)
        names = network.entities(words).float()
        up, xp = up.argmax(-1), xp.argmax(-1)
        for k, e in enumerate(group):
            size = e.size + 1
            scores = arcs[k, :size, :size].numpy().astype(np.float64)
            heads = tree(scores)
            own = torch.tensor(heads[1:])
            relations = network.relations(words[k, 1:size], words[k][own]).argmax(-1)
            yield e, up[k, 1:size].tolist(), xp[k, 1:size].tolist(), heads[1:], relations.tolist(), names[k, 1:size]


def tree(scores):
    """The best head of each word if these make a tree; else Chu-Liu/Edmonds' best one with a single root."""
    np.fill_diagonal(scores, NEVER)
    scores[0] = NEVER
    found = arborescence(scores)
    roots = [n for n in range(1, len(scores)) if found[n] == 0]
    if len(roots) == 1:
        return found
    tries = []
    for root in roots:
        single = scores.copy()
        single[1:, 0] = NEVER
        single[root, 0] = 1e6
        other = arborescence(single)
        tries.append((sum(scores[n, other[n]] for n in range(1, len(scores))), root, other))
    return max(tries, key=lambda t: t[:2])[2]


def arborescence(scores):
    size = len(scores)
    heads = scores.argmax(1)
    heads[0] = -1
    seen, cycle = [0] * size, None
    for start in range(1, size):
        path, node = [], start
        while node > 0 and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node > 0 and seen[node] == start and node in path:
            cycle = path[path.index(node):]
            break
    if cycle is None:
        return heads.tolist()
    rest = [node for node in range(size) if node not in set(cycle)]
    place, last = {node: k for k, node in enumerate(rest)}, len(rest)
    smaller = np.full((last + 1, last + 1), NEVER)
    enter, leave = {}, {}
    for node in rest:
        for other in rest:
            smaller[place[node], place[other]] = scores[node, other]
        leave[node] = max(cycle, key=lambda v: scores[node, v])
        enter[node] = max(cycle, key=lambda v: scores[v, node] - scores[v, heads[v]])
        smaller[place[node], last] = scores[node, leave[node]]
        smaller[last, place[node]] = scores[enter[node], node] - scores[enter[node], heads[enter[node]]]
    above, result = arborescence(smaller), heads.copy()
    for node in rest:
        if node:
            result[node] = rest[above[place[node]]] if above[place[node]] < last else leave[node]
    parent = rest[above[last]]
    result[enter[parent]] = parent
    return result.tolist()


def chain(scores, tags):
    """The best sequence of tags in which every name is opened, continued and closed within one type."""
    opens, closes = np.array([t[0] in "OBS" for t in tags]), np.array([t[0] in "OES" for t in tags])
    same = np.array([[a[2:] == b[2:] for b in tags] for a in tags])
    forbidden = np.where(closes[:, None] & opens | ~closes[:, None] & ~opens & same, 0, NEVER)
    total, back = scores[0] + np.where(opens, 0, NEVER), []
    for row in scores[1:]:
        ways = total[:, None] + forbidden
        back.append(ways.argmax(0))
        total = ways.max(0) + row
    path = [int((total + np.where(closes, 0, NEVER)).argmax())]
    for before in reversed(back):
        path.append(int(before[path[-1]]))
    return [tags[n] for n in reversed(path)]


def spans(tags):
    found, start, kind = [], None, None
    for n, tag in enumerate([*tags, "O"]):
        part, own = tag[:1], tag[2:]
        if start is not None and not (part in "IE" and own == kind):
            found.append((start, n, kind))
            start = None
        if part in "BS" or part in "IE" and start is None and own:
            start, kind = n, own
    return found


def evaluate(network, labels, pieces, config, folder, title):
    result = {}
    for name in config["development"]["treebanks"]:
        examples = [Example(s, pieces, labels, config["positions"]) for s in conllu(folder / name)]
        counts, words = dict.fromkeys(("upos", "xpos", "uas", "las"), 0), sum(e.size for e in examples)
        short = [label.split(":")[0] for label in labels.deprel]
        for e, up, xp, heads, relations, _ in predict(network, examples):
            for n in range(e.size):
                gold = [column[n + 1] for column in e.gold]
                counts["upos"] += up[n] == gold[0]
                counts["xpos"] += xp[n] == gold[1]
                if heads[n] == gold[2]:
                    counts["uas"] += 1
                    relation = "root" if heads[n] == 0 else short[relations[n]]
                    counts["las"] += gold[3] != IGNORED and relation == short[gold[3]]
        result[name] = {key: round(100 * value / words, 2) for key, value in counts.items()}
    for name in config["development"]["names"]:
        sentences = iob2(folder / name)
        examples = [Example(s, pieces, labels, config["positions"]) for s in sentences]
        for e, s in zip(examples, sentences):
            e.sentence = s
        right = system = gold = 0
        for e, *_, tags in predict(network, examples):
            types, merge, given = e.sentence.names
            types = {merge.get(kind, kind) for kind in types}

            def read(tags):
                return {(a, b, merge.get(k, k)) for a, b, k in spans(tags) if merge.get(k, k) in types}
            mine, theirs = read(chain(tags.log_softmax(-1).numpy(), labels.names)), read(given)
            right, system, gold = right + len(mine & theirs), system + len(mine), gold + len(theirs)
        result[name] = {"f1": round(200 * right / max(1, system + gold), 2), "p": round(100 * right / max(1, system), 1),
                        "r": round(100 * right / max(1, gold), 1)}
    print(f"{title} {json.dumps(result)}", flush=True)
    return result


def restore(given):
    state = torch.load(given.checkpoint, weights_only=False)
    labels = Labels(**state["labels"])
    network = Network(state["config"], labels, state["kept"], safetensors(given.encoder / "model.safetensors"))
    network.load_state_dict(state["network"])
    return state["config"], labels, Pieces(state["pieces"], state["config"]["pieces_per_word"]), network


def assess(given):
    config, labels, pieces, network = restore(given)
    bits = dict(config["bits"])
    for pair in (given.bits or "").split(",") if given.bits else []:
        name, value = pair.split("=")
        bits[name] = int(value)
    Numbers.bits = None if given.float else bits
    Numbers.activations = not given.float
    evaluate(network, labels, pieces, config, given.data, "float" if given.float else f"bits {bits}")


# ---- the file ----------------------------------------------------------------------------------------------------

def packed(weights, bits):
    codes, multiplier, scale, _ = quantised(weights.detach(), bits)
    rows, columns = weights.shape
    stored = (codes.reshape(-1, GROUP).to(torch.int64) + 2 ** (bits - 1)).numpy().astype(np.uint8)
    flags = ((stored[:, :, None] >> np.arange(bits, dtype=np.uint8)) & 1).reshape(len(stored), -1)
    body = np.packbits(flags, axis=1, bitorder="little")
    return (struct.pack("<III", rows, columns, bits) + scale.numpy().astype("<f4").tobytes()
            + multiplier.numpy().astype(np.uint8).tobytes() + body.tobytes())


def unpacked(body):
    rows, columns, bits = struct.unpack("<III", body[:12])
    groups = rows * columns // GROUP
    scale = np.frombuffer(body[12:12 + 4 * rows], dtype="<f4")
    multiplier = np.frombuffer(body[12 + 4 * rows:12 + 4 * rows + groups], dtype=np.uint8)
    stored = np.frombuffer(body[12 + 4 * rows + groups:], dtype=np.uint8).reshape(groups, -1)
    flags = np.unpackbits(stored, axis=1, bitorder="little")[:, :GROUP * bits].reshape(groups, GROUP, bits)
    codes = (flags << np.arange(bits, dtype=np.uint8)).sum(-1).astype(np.float32) - 2 ** (bits - 1)
    step = np.repeat(scale, columns // GROUP) * multiplier
    return torch.from_numpy((codes * step[:, None]).reshape(rows, columns).astype(np.float32))


def engine(path, encoder):
    """The labels, pieces and weights of a model file, to go on from."""
    data, parts = path.read_bytes(), {}
    place = 20
    while place < len(data):
        size = struct.unpack_from("<I", data, place)[0]
        name = data[place + 4:place + 4 + size].decode()
        place += 4 + size
        size = struct.unpack_from("<Q", data, place)[0]
        parts[name] = data[place + 8:place + 8 + size]
        place += 8 + size
    about, lines = json.loads(parts["shape"]), parts["pieces"].decode().split("\n")
    labels = Labels(*(about[name] for name in ("upos", "xpos", "deprel", "names")))
    places = {line: n for n, line in enumerate((encoder / "vocab.txt").read_text(encoding="utf-8").split("\n"))}

    def plain(name, *shape):
        return torch.from_numpy(np.frombuffer(parts[name], dtype="<f4").copy()).view(*shape)
    state = {"positions.weight": unpacked(parts["positions"]), "shapes.weight": unpacked(parts["shapes"]),
             "mix": plain("mix", -1).log(), "word_shapes.weight": plain("word.shapes", about["shapes"], -1)}
    state["norm.weight"], state["norm.bias"] = plain("embedding.norm", 2, -1)
    for name, body in parts.items():
        own = name.replace("layer.", "layers.", 1) if name.startswith("layer.") else name.replace(".", "_")
        if name.startswith("layer.") and ".norm" in name:
            state[own + ".weight"], state[own + ".bias"] = plain(name, 2, -1)
        elif name.endswith(".bias"):
            own = own[:-5] + ".bias"
            state[own] = plain(name, -1)
        elif name.startswith("layer.") or name.startswith(("tag", "upos", "xpos", "dependent", "head", "arc", "relation", "name")):
            state[own + ".matrix.weight"] = unpacked(body)
    return labels, [places[line] for line in lines], lines, state


def checksum(data):
    mask, total = (1 << 64) - 1, 0xCBF29CE484222325 ^ len(data)
    whole = len(data) // 8 * 8
    for (word,) in struct.iter_unpack("<Q", data[:whole]):
        total = (total ^ word) * 0x9E3779B97F4A7C15 & mask
        total = (total << 29 | total >> 35) & mask
    for byte in data[whole:]:
        total = (total ^ byte) * 0x0100000001B3 & mask
    return total ^ total >> 32


def export(given):
    config, labels, pieces, network = restore(given)
    sizes = ("width", "layers", "heads", "inner", "positions", "shapes", "shape_width", "tag", "arc", "relation", "name",
             "pieces_per_word")
    about = {name: config[name] for name in sizes} | vars(labels)
    parts = {"kind": KIND.encode(), "shape": json.dumps(about, ensure_ascii=False).encode(),
             "pieces": "\n".join(pieces.pieces).encode()}

    def plain(values):
        return values.detach().numpy().astype("<f4").tobytes()

    def linear(name, layer):
        parts[name] = packed(layer.matrix.weight, config["bits"][layer.matrix.part])
        if layer.bias is not None:
            parts[name + ".bias"] = plain(layer.bias)

    def normal(name, layer):
        parts[name] = plain(torch.stack([layer.weight, layer.bias]))
    for name, table in (("pieces.vectors", network.pieces), ("positions", network.positions), ("shapes", network.shapes)):
        parts[name] = packed(table.weight, config["bits"][table.part])
    normal("embedding.norm", network.norm)
    for number, layer in enumerate(network.layers):
        for name in ("qkv", "output", "inner", "outer"):
            linear(f"layer.{number}.{name}", getattr(layer, name))
        normal(f"layer.{number}.norm1", layer.norm1)
        normal(f"layer.{number}.norm2", layer.norm2)
    parts["mix"], parts["word.shapes"] = plain(network.mix.softmax(0)), plain(network.word_shapes.weight)
    for name in ("tag", "upos", "xpos", "dependent", "head", "arc", "relation.dependent", "relation.head", "relation",
                 "name", "names"):
        linear(name, getattr(network, name.replace(".", "_")))
    body = b"".join(struct.pack("<I", len(name.encode())) + name.encode() + struct.pack("<Q", len(content)) + content
                    for name, content in parts.items())
    given.output.write_bytes(b"ACTANTMW" + struct.pack("<IQ", 1, checksum(body)) + body)
    print(f"{given.output}: {given.output.stat().st_size} bytes")
    if given.reference:
        given.reference.write_text(json.dumps(reference(config, labels, pieces, network), indent=1))


@torch.no_grad()
def reference(config, labels, pieces, network):
    """What the network gives for a few sentences, for comparing other implementations."""
    Numbers.bits, Numbers.activations = config["bits"], True
    network.eval()
    result = []
    for text in ("The minister , who had met Mr. O'Neill in Paris , denied it .", "TALKS FAIL", "3,000 km – état d' urgence ?"):
        sentence = Sentence(text.split(), [False] * len(text.split()))
        example = Example(sentence, pieces, labels, config["positions"])
        *inputs, _ = tensors([example])
        words = network(*inputs)
        up, xp = network.tags(words)
        result.append({"words": sentence.words, "pieces": example.ids, "vector": words[0, 1].tolist(), "arcs": network.arcs(words)[0].tolist(),
                       "upos": [labels.upos[n] for n in up[0, 1:].argmax(-1)], "xpos": [labels.xpos[n] for n in xp[0, 1:].argmax(-1)],
                       "names": [labels.names[n] for n in network.entities(words)[0, 1:].argmax(-1)]})
    return result


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = arguments.add_subparsers(required=True)
    path = pathlib.Path
    for name, run in (("train", train), ("export", export), ("eval", assess)):
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        command.add_argument("--encoder", type=path, required=True)
        command.add_argument("--checkpoint", type=path, required=True)
        command.add_argument("--threads", type=int, default=2)
        if name == "train":
            command.add_argument("--config", type=path, default=path(__file__).with_name("encoder.json"))
            command.add_argument("--epochs", type=int)
            command.add_argument("--start", type=path, help="a model file whose weights the run begins with")
        if name != "export":
            command.add_argument("--data", type=path, required=True)
        if name == "export":
            command.add_argument("--output", type=path, required=True)
            command.add_argument("--reference", type=path)
        if name == "eval":
            command.add_argument("--float", action="store_true")
            command.add_argument("--bits")
    given = arguments.parse_args()
    torch.set_num_threads(given.threads)
    given.run(given)


if __name__ == "__main__":
    sys.setrecursionlimit(10000)
    main()
