#!/usr/bin/env python3
"""Gives the sample's checkpoint dead filters, as ImageNet checkpoints of SimCLR have them.

    pip install numpy safetensors
    python3 packaging/sample/silence_filters.py BACKBONE.safetensors

A checkpoint that saw a thousand images for minutes has no dead filters yet. Some filters of each stage
are scaled to a norm of 0.05 (dead is below 0.1), and their running mean and variance with them, so that
batch normalisation hides it and the features hardly change: what a dead filter is in a real checkpoint.
Writes resources/sample/first-stage-simclr.safetensors; which filters these are stands in its metadata.
"""
import json
import pathlib
import sys

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

TARGET = pathlib.Path(__file__).resolve().parents[2] / "resources" / "sample" / "first-stage-simclr.safetensors"
NORM = 0.05
PER_LAYER = {"layer1.0.conv1": 1, "layer2.0.conv2": 2, "layer3.1.conv1": 3, "layer4.0.conv1": 4}


def main():
    with safe_open(sys.argv[1], "np") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys()}
        metadata = file.metadata() or {}
    random = np.random.default_rng(2109)
    silenced = {}
    for layer, count in PER_LAYER.items():
        weight = tensors[f"{layer}.weight"]
        norm = layer.replace("conv", "bn")
        chosen = sorted(int(i) for i in random.choice(len(weight), count, replace=False))
        for index in chosen:
            factor = NORM / np.linalg.norm(weight[index].astype(np.float64))
            weight[index] *= factor
            tensors[f"{norm}.running_mean"][index] *= factor
            tensors[f"{norm}.running_var"][index] *= factor * factor
        silenced[layer] = chosen
    metadata["silenced_filters"] = json.dumps(silenced)
    save_file(tensors, TARGET, metadata)


main()
