#!/usr/bin/env python3
"""Trains the teacher of the accurate engine: a pretrained encoder eight times as big as the engine's, with the same heads.

usage: teacher.py check  --encoder DIR
       teacher.py train  --config teacher.json --data DIR --encoder DIR --checkpoint FILE
       teacher.py eval   --checkpoint FILE --encoder DIR --data DIR
       teacher.py silver --checkpoint FILE --encoder DIR --output FILE.npz SENTENCES.conllu ... [--without DEVELOPMENT.conllu ...]

--encoder is the folder with vocab.txt and model.safetensors of all-mpnet-base-v2 (MPNet, twelve layers of 768, uncased).
`check` shows that its weights are read right: sentences that say the same must be nearer than others. `train` learns
from the treebanks and names of the configuration, as `encoder.py` does, and can be stopped at any time: it goes on from
its checkpoint. `silver` writes what the teacher thinks of the words of CoNLL-U or IOB2 files, for `encoder.py` to learn from: for
every word the likeliest heads, relations, tags and names with their probabilities. Sentences that share six words
running with a text of `--without` are left out.
"""
import argparse
import json
import math
import pathlib
import random
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional

import encoder
from encoder import NEVER, Dropout, Example, Labels, Linear, Numbers, Pieces, Weights, batches, safetensors, tensors

BUCKETS, FAR = 32, 128  # of relative positions
FIRST_POSITION = 2  # behind that of padding
KEPT = 5  # likeliest answers to each question
UNLIKELY = 0.003


class Norm(nn.Module):
    def __init__(self, given, name):
        super().__init__()
        self.weight, self.bias = (nn.Parameter(given[f"{name}.{kind}"].clone()) for kind in ("weight", "bias"))

    def forward(self, x):
        weight, bias = self.weight.to(Numbers.kind), self.bias.to(Numbers.kind)
        return functional.layer_norm(x, weight.shape, weight, bias, 1e-5)


class Layer(nn.Module):
    def __init__(self, config, given):
        super().__init__()
        width, inner, self.heads = config["width"], config["inner"], config["heads"]

        def linear(inputs, outputs, *names):
            values = [torch.cat([given[f"{name}.{kind}"] for name in names]) for kind in ("weight", "bias")]
            return Linear(inputs, outputs, "layers", True, *values)
        self.qkv = linear(width, 3 * width, *(f"attention.attn.{name}" for name in "qkv"))
        self.output = linear(width, width, "attention.attn.o")
        self.inner, self.outer = linear(width, inner, "intermediate.dense"), linear(inner, width, "output.dense")
        self.norm1, self.norm2 = Norm(given, "attention.LayerNorm"), Norm(given, "output.LayerNorm")
        self.drop = Dropout(config["layer_dropout"])

    def forward(self, x, bias):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = (q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias).softmax(-1) @ v
        x = self.norm1(x + self.drop(self.output(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.drop(self.outer(functional.gelu(self.inner(x)))))


def buckets(length):
    """The bucket of each pair of positions: near ones by their distance, far ones by its logarithm, either side."""
    places = torch.arange(length)
    distance = places[:, None] - places[None, :]
    half, near = BUCKETS // 2, BUCKETS // 4
    size = distance.abs()
    far = near + ((size.clamp_min(1).float() / near).log() / math.log(FAR / near) * (half - near)).long()
    return (distance < 0) * half + torch.where(size < near, size, far.clamp_max(half - 1))


class Teacher(encoder.Network):
    """Its vectors of pieces and of positions and its lowest layers stay as they were pretrained."""

    def __init__(self, config, labels, given):
        nn.Module.__init__(self)
        self.frozen = config["frozen"]
        self.pieces = Weights(0, 0, "pieces", given["embeddings.word_embeddings.weight"], learned=False)
        self.positions = Weights(0, 0, "positions", given["embeddings.position_embeddings.weight"], learned=False)
        self.near = Weights(0, 0, "positions", given["encoder.relative_attention_bias.weight"], learned=False)
        self.shapes = Weights(0, 0, "positions", torch.randn(config["shapes"], config["width"]) * 0.02)
        self.norm = Norm(given, "embeddings.LayerNorm")
        self.layers = nn.ModuleList()
        for number in range(config["layers"]):
            start = f"encoder.layer.{number}."
            layer = Layer(config, {n[len(start):]: v for n, v in given.items() if n.startswith(start)})
            self.layers.append(layer)
        for layer in self.layers[:self.frozen]:
            layer.requires_grad_(False)
        if self.frozen:
            self.norm.requires_grad_(False)
            self.shapes.requires_grad_(False)
            self.shapes.weight.data.zero_()
        self.add_heads(config, labels)

    def encoded(self, ids, piece_shapes):
        """The output of each layer."""
        length = ids.shape[1]
        x = self.pieces.weight[ids].to(Numbers.kind) + self.positions()[FIRST_POSITION:FIRST_POSITION + length]
        x = self.norm(x + functional.embedding(piece_shapes, self.shapes()))
        padding = ids == 0
        padding[:, 0] = False
        near = self.near()[buckets(length)].permute(2, 0, 1)[None]
        bias = near + (padding * NEVER).to(Numbers.kind)[:, None, None, :]
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states

    def forward(self, ids, piece_shapes, first, shapes):
        states = self.encoded(ids, piece_shapes)
        mix = self.mix.softmax(0).to(Numbers.kind)
        mixed = sum(weight * state for weight, state in zip(mix, states))
        shapes = functional.embedding(shapes, self.word_shapes.weight.to(Numbers.kind))
        place = first[..., None].expand(-1, -1, mixed.shape[-1])
        return self.drop(torch.cat([mixed.gather(1, place), shapes], -1))


def vocabulary(folder, most):
    """Its list of pieces, in which the sentence is opened and closed by other marks than in BERT's."""
    pieces = Pieces((folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"), most)
    pieces.ids["[CLS]"], pieces.ids["[SEP]"] = pieces.ids["<s>"], pieces.ids["</s>"]
    return pieces


def restore(given):
    state = torch.load(given.checkpoint, weights_only=False, mmap=True)
    config, labels = state["config"], Labels(**state["labels"])
    network = Teacher(config, labels, safetensors(given.encoder / "model.safetensors"))
    missing, unknown = network.load_state_dict(state["network"], strict=False)
    assert not unknown and all(name.split(".")[0] in ("pieces", "positions", "near") for name in missing)
    return config, labels, vocabulary(given.encoder, config["pieces_per_word"]), network


# ---- training ----------------------------------------------------------------------------------------------------

def rates(network, config):
    """Parameters with their rates: the lower the layer the lower."""
    groups = []
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            if name.startswith("layers."):
                below = config["layers"] - 1 - int(name.split(".")[1])
                rate = config["rate"] * config["layer_rate"] ** below
            elif name.startswith(("norm", "shapes")):
                rate = config["rate"] * config["layer_rate"] ** config["layers"]
            else:
                rate = config["head_rate"]
            groups.append({"params": [parameter], "full": rate})
    return groups


def saved(path, **state):
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def train(given):
    config = json.loads(given.config.read_text())
    torch.manual_seed(config["seed"])
    sentences = encoder.load(config, given.data)
    pieces = vocabulary(given.encoder, config["pieces_per_word"])
    labels = Labels.of(sentences, config["types"])
    network = Teacher(config, labels, safetensors(given.encoder / "model.safetensors"))
    optimizer = torch.optim.AdamW(rates(network, config), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    step, total = 0, None
    if given.checkpoint.exists():
        state = torch.load(given.checkpoint, weights_only=False)
        network.load_state_dict(state["network"], strict=False)
        optimizer.load_state_dict(state["optimizer"])
        step, total = state["step"], state["total"]
        print(f"goes on from step {step}", flush=True)

    def learned():
        return {n: v for n, v in network.state_dict().items() if n.split(".")[0] not in ("pieces", "positions", "near")}

    def keep(path, whole):
        state = {"network": learned(), "step": step, "total": total, "config": config, "labels": vars(labels)}
        saved(path, **state, **({"optimizer": optimizer.state_dict()} if whole else {}))

    kept, start, done = time.time(), time.time(), 0
    sums, begun = {}, 0
    for epoch in range(1, config["epochs"] + 1):
        random.seed(config["seed"] + epoch)  # so the order is the same after a stop
        examples = [Example(encoder.altered(s, config), pieces, labels, config["positions"]) for s in sentences]
        groups = batches(examples, config["batch"], True)
        total = total or len(groups) * config["epochs"]
        if begun + len(groups) <= step:
            begun += len(groups)
            continue
        network.train()
        for group in groups[max(0, step - begun):]:
            Numbers.kind = torch.bfloat16
            part = min(step / config["warmup"], max(0.01, (total - step) / max(1, total - config["warmup"])))
            for place in optimizer.param_groups:
                place["lr"] = place["full"] * part
            parts = encoder.losses(network, group, labels)
            loss = sum(config["weights"][name] * value for name, value in parts.items())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], config["clip"])
            optimizer.step()
            step, done = step + 1, done + 1
            for name, value in parts.items():
                sums[name] = 0.97 * sums.get(name, value.item()) + 0.03 * value.item()
            if done % 20 == 0:
                shown = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
                each = (time.time() - start) / done
                print(f"step {step} of {total}, {shown}, {each:.2f} s a step, {each * (total - step) / 60:.0f} min to go",
                      flush=True)
            if time.time() - kept > config["keep_after"]:
                keep(given.checkpoint, True)
                kept = time.time()
        begun += len(groups)
        keep(given.checkpoint, epoch < config["epochs"])
        kept = time.time()
        Numbers.judged = torch.bfloat16
        encoder.evaluate(network, labels, pieces, config, given.data, f"epoch {epoch}")


def assess(given):
    config, labels, pieces, network = restore(given)
    Numbers.judged = torch.bfloat16
    encoder.evaluate(network, labels, pieces, config, given.data, "teacher")


# ---- what it thinks ----------------------------------------------------------------------------------------------

def likeliest(scores):
    """Of each row the likeliest columns and their probabilities in 255ths; unlikely ones are nought."""
    chances, places = scores.float().softmax(-1).topk(min(KEPT, scores.shape[-1]), -1)
    chances = (chances * (chances > UNLIKELY) * 255).round()
    lack = KEPT - chances.shape[-1]
    return (functional.pad(places, (0, lack)).numpy().astype(np.uint16),
            functional.pad(chances, (0, lack)).numpy().astype(np.uint8))


def runs(words):
    """Its stretches of six words, by which quotations of texts are found that the network is measured on."""
    plain = [word.lower() for word in words]
    return {tuple(plain[n:n + 6]) for n in range(max(1, len(plain) - 5)) if len(plain) > 3}


@torch.no_grad()
def silver(given):
    config, labels, pieces, network = restore(given)
    network.eval()
    Numbers.kind = torch.bfloat16
    secret = {run for path in given.without for s in encoder.conllu(path) for run in runs(s.words)}
    sentences = [s for path in given.sentences for s in (encoder.iob2 if path.suffix == ".iob2" else encoder.conllu)(path)
                 if secret.isdisjoint(runs(s.words))]
    examples = []
    for number, sentence in enumerate(sentences):
        sentence.tree = sentence.names = None
        example = Example(sentence, pieces, labels, config["positions"])
        example.number = number
        examples.append(example)
    found, start, words = {}, time.time(), 0
    for n, group in enumerate(batches(examples, 6000, False)):
        *inputs, real = tensors(group)
        vectors = network(*inputs)
        up, xp = network.tags(vectors)
        arcs = network.arcs(vectors).float().masked_fill(~real[:, None, :], NEVER)
        arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool)[None], NEVER)
        names = network.entities(vectors)
        heads = arcs.argmax(-1)
        rows = torch.arange(len(group))[:, None].expand_as(heads)
        relations = network.relations(vectors, vectors[rows, heads])
        for k, e in enumerate(group):
            found[e.number] = [part for scores in (up, xp, arcs, relations, names)
                               for part in likeliest(scores[k, 1:e.size + 1])] + [heads[k, 1:e.size + 1].numpy().astype(np.uint16)]
            words += e.size
        if n % 20 == 0:
            print(f"{words} words, {time.time() - start:.0f} s", flush=True)
    order = sorted(found)
    columns = ("upos", "upos.chances", "xpos", "xpos.chances", "heads", "heads.chances", "relations", "relations.chances",
               "names", "names.chances", "taken")
    arrays = {name: np.concatenate([found[n][c] for n in order]) for c, name in enumerate(columns)}
    texts = json.dumps([[sentences[n].words, [int(j) for j in sentences[n].joined]] for n in order], ensure_ascii=False)
    np.savez_compressed(given.output, words=np.frombuffer(texts.encode(), dtype=np.uint8),
                        labels=np.frombuffer(json.dumps(vars(labels)).encode(), dtype=np.uint8), **arrays)
    print(f"{given.output}: {len(order)} sentences, {len(arrays['taken'])} words")


# ---- a check -----------------------------------------------------------------------------------------------------

@torch.no_grad()
def check(given):
    pieces = vocabulary(given.encoder, 99)
    config = json.loads(pathlib.Path(__file__).with_name("teacher.json").read_text())
    network = Teacher(config | {"frozen": 0}, Labels(["X"], ["X"], ["x"], ["O"]), safetensors(given.encoder / "model.safetensors"))
    network.shapes.weight.data.zero_()
    network.eval()

    def vector(text):
        example = Example(encoder.Sentence(text.split(), [False] * len(text.split())), pieces, Labels([], [], [], []), 500)
        ids, shapes, *_ = tensors([example])
        return functional.normalize(network.encoded(ids, shapes)[-1].mean(1)[0], dim=0)
    texts = ["The minister resigned after the scandal .", "Following the affair , the secretary stepped down .",
             "A cat sleeps on the warm roof .", "Bananas are grown in Ecuador ."]
    vectors = [vector(text) for text in texts]
    for a in range(len(texts)):
        print(" ".join(f"{float(vectors[a] @ other):6.3f}" for other in vectors), texts[a])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = arguments.add_subparsers(required=True)
    path = pathlib.Path
    for name, run in (("check", check), ("train", train), ("eval", assess), ("silver", silver)):
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        command.add_argument("--encoder", type=path, required=True)
        command.add_argument("--threads", type=int, default=2)
        if name != "check":
            command.add_argument("--checkpoint", type=path, required=True)
        if name == "train":
            command.add_argument("--config", type=path, default=path(__file__).with_name("teacher.json"))
        if name in ("train", "eval"):
            command.add_argument("--data", type=path, required=True)
        if name == "silver":
            command.add_argument("--output", type=path, required=True)
            command.add_argument("--without", type=path, nargs="*", default=[], help="leave out what quotes these texts")
            command.add_argument("sentences", type=path, nargs="+")
    given = arguments.parse_args()
    torch.set_num_threads(given.threads)
    given.run(given)


if __name__ == "__main__":
    sys.setrecursionlimit(10000)
    main()
