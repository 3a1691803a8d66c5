#!/usr/bin/env python3
"""Learn whom pronouns mean, from the choices that `actant train coreference` writes.

usage: coreference.py CHOICES MODEL [--check CHOICES] [--seed N] [--epochs N]

CHOICES is the file of numbers, beside it the .json of what they are. The network is that of
src/annotate/coreference/scorer.rs. In half of the choices the vectors are left out, so that the network also serves
engines that give none. Several networks learn from the choices; the one that is written learns from them and from the
mean of what those say, which is better than any of them.
"""
import argparse
import json
import pathlib
import struct
import sys

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from encoder import checksum  # noqa: E402

NARROW, HIDDEN, UPPER = 32, 64, 32
DROP = 0.4
TEACHERS = 6


class Scorer(nn.Module):
    def __init__(self, own, pair, width):
        super().__init__()
        self.own, self.pair, self.width = own, pair, width
        self.pronouns = nn.Linear(width, NARROW)
        self.candidates = nn.Linear(width, NARROW)
        self.first = nn.Linear(own + pair + 3 * NARROW, HIDDEN)
        self.second = nn.Linear(HIDDEN, UPPER)
        self.last = nn.Linear(UPPER, 1)
        self.drop = nn.Dropout(DROP)

    def forward(self, answers, pronouns, candidates, vectors):
        """Scores of rows; `vectors` says in which rows vectors count."""
        this = self.drop(self.pronouns(pronouns)) * vectors
        other = self.drop(self.candidates(candidates)) * vectors
        # The row of nobody has no candidate.
        other = other * (1 - answers[:, self.own]).unsqueeze(1)
        rows = torch.cat([answers, this, other, this * other], 1)
        hidden = self.drop(torch.relu(self.first(rows)))
        return self.last(torch.relu(self.second(hidden))).squeeze(1)


class Choices:
    def __init__(self, path):
        told = json.loads(path.with_suffix(".json").read_text())
        self.engine, own, pair, width = told["engine"], told["own"], told["pair"], told["width"]
        self.own, self.pair, self.width = own, pair, width
        numbers = np.fromfile(path, "<f4")
        answers, pronouns, candidates, owner, right, actors, files = [], [], [], [], [], [], []
        at = 0
        for index, (file, nobody, rows) in enumerate(told["choices"]):
            mine, vector = numbers[at:at + own], numbers[at + own:at + own + width]
            at += own + width
            count = len(rows)
            body = numbers[at:at + count * (pair + width)].reshape(count, pair + width)
            at += count * (pair + width)
            none = np.zeros(pair, "<f4")
            none[0] = 1
            answers.append(np.concatenate([np.tile(mine, (count + 1, 1)), np.vstack([none[None], body[:, :pair]])], 1))
            pronouns.append(vector)
            candidates.append(np.vstack([np.zeros((1, width), "<f4"), body[:, pair:]]))
            owner += [index] * (count + 1)
            right += [nobody] + [row[1] for row in rows]
            actors += [-1] + [1000000 + place if row[0] is None else row[0] for place, row in enumerate(rows)]
            files.append(file)
        self.answers = torch.from_numpy(np.concatenate(answers).astype(np.float32))
        self.pronouns = torch.from_numpy(np.stack(pronouns).astype(np.float32))
        self.candidates = torch.from_numpy(np.concatenate(candidates).astype(np.float32))
        self.owner = torch.tensor(owner)
        self.right = torch.tensor(right, dtype=torch.float32)
        self.actors = actors
        self.files = torch.tensor(files)
        counts = torch.bincount(self.owner, minlength=len(files))
        self.starts = torch.cat([torch.zeros(1, dtype=torch.long), counts.cumsum(0)])

    def batch(self, indices):
        rows = torch.cat([torch.arange(int(self.starts[i]), int(self.starts[i + 1])) for i in indices])
        place = torch.repeat_interleave(torch.arange(len(indices)),
                                        torch.tensor([int(self.starts[i + 1] - self.starts[i]) for i in indices]))
        return rows, place


def loss_of(network, choices, indices, vectors, taught=None):
    """The loss of choices: that no right answer is given, and how far the answers are from the `taught` shares."""
    rows, place = choices.batch(indices)
    scores = network(choices.answers[rows], choices.pronouns[choices.owner[rows]], choices.candidates[rows],
                     vectors[place].unsqueeze(1))
    count = len(indices)

    def log_sum(values):
        most = torch.full((count,), -1e9).scatter_reduce(0, place, values, "amax")
        return most + torch.zeros(count).index_add(0, place, torch.exp(values - most[place])).clamp_min(1e-20).log()

    wrong = (1 - choices.right[rows]) * -1e4
    total = log_sum(scores)
    loss = total - log_sum(scores + wrong)
    if taught is not None:
        apart = taught[rows] * (total[place] - scores)
        loss = 0.3 * loss + 0.7 * torch.zeros(count).index_add(0, place, apart)
    return loss, scores, rows, place


@torch.no_grad()
def shares(networks, choices, with_vectors):
    """The mean share of each answer."""
    mean = torch.zeros(len(choices.owner))
    for network in networks:
        network.eval()
        for start in range(0, len(choices.files), 512):
            indices = list(range(start, min(start + 512, len(choices.files))))
            vectors = torch.full((len(indices),), float(with_vectors))
            _, scores, rows, place = loss_of(network, choices, indices, vectors)
            most = torch.full((len(indices),), -1e9).scatter_reduce(0, place, scores, "amax")
            parts = torch.exp(scores - most[place])
            sums = torch.zeros(len(indices)).index_add(0, place, parts)
            mean[rows] += parts / sums[place] / len(networks)
    return mean


def measure(networks, choices, with_vectors):
    """How often the right one is chosen, by file."""
    mean = shares(networks, choices, with_vectors)
    result = {}
    for index, file in enumerate(choices.files.tolist()):
        sums, right = {}, {}
        for row in range(int(choices.starts[index]), int(choices.starts[index + 1])):
            actor = choices.actors[row]
            sums[actor] = sums.get(actor, 0.0) + mean[row].item()
            right[actor] = right.get(actor, False) or choices.right[row].item() > 0
        counts = result.setdefault(file, [0, 0])
        counts[0] += right[max(sums, key=sums.get)]
        counts[1] += 1
    return " ".join(f"{100 * good / of:.2f} of {of}" for _, (good, of) in sorted(result.items()))


def write(network, choices, path):
    def matrix(layer):
        return np.vstack([layer.bias.detach().numpy()[None], layer.weight.detach().numpy().T]).astype("<f4").tobytes()

    parts = {"kind": b"coreference 1", "engine": choices.engine.encode(),
             "shape": struct.pack("<6I", choices.own, choices.pair, choices.width, NARROW, HIDDEN, UPPER)}
    for name in ("pronouns", "candidates", "first", "second", "last"):
        parts[name] = matrix(getattr(network, name))
    body = b"".join(struct.pack("<I", len(name)) + name.encode() + struct.pack("<Q", len(content)) + content
                    for name, content in parts.items())
    path.write_bytes(b"ACTANTMW" + struct.pack("<IQ", 1, checksum(body)) + body)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("choices", type=pathlib.Path)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("--check", type=pathlib.Path, help="choices to measure on")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(1)
    choices = Choices(given.choices)
    check = Choices(given.check) if given.check else None
    teachers = [learn(choices, given, given.seed + number) for number in range(TEACHERS)]
    report(teachers, check, "teachers")
    taught = torch.stack([shares(teachers, choices, with_vectors) for with_vectors in (0, 1)])
    network = learn(choices, given, given.seed + TEACHERS, taught)
    report([network], check, "network")
    write(network, choices, given.model)


def report(networks, check, name):
    if check:
        print(f"{name}: with vectors {measure(networks, check, 1)}, without {measure(networks, check, 0)}", flush=True)


def learn(choices, given, seed, taught=None):
    """A network that learned from the choices, and from the shares that `taught` gives without and with vectors."""
    torch.manual_seed(seed)
    network = Scorer(choices.own, choices.pair, choices.width)
    if taught is not None:
        network.drop.p = DROP / 2
    optimizer = torch.optim.AdamW(network.parameters(), given.rate, weight_decay=0.01)
    count = len(choices.files)
    epochs = given.epochs * (1 if taught is None else 2)
    steps, step = epochs * (count // 64 + 1), 0
    for epoch in range(epochs):
        network.train()
        order = torch.randperm(count).tolist()
        total = 0.0
        for start in range(0, count, 64):
            indices = order[start:start + 64]
            vectors = (torch.rand(len(indices)) < 0.5).float()
            soft = None
            if taught is not None:
                rows, place = choices.batch(indices)
                soft = torch.zeros(len(choices.owner))
                soft[rows] = torch.where(vectors[place] > 0, taught[1][rows], taught[0][rows])
            loss = loss_of(network, choices, indices, vectors, soft)[0].mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            for group in optimizer.param_groups:
                group["lr"] = given.rate * (1 - step / steps)
            optimizer.step()
            step += 1
            total += loss.item() * len(indices)
    print(f"seed {seed}: loss {total / count:.4f}", flush=True)
    return network


if __name__ == "__main__":
    main()
