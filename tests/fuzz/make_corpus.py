"""Small whole files of each container, for the fuzz targets to begin with.

    python make_corpus.py

needs torch, safetensors, dill, numpy; TensorFlow's comes from the fixtures of tests/data/checkpoint.
"""

import collections
import json
import pathlib
import pickle
import struct

import dill
import numpy as np
import torch
from safetensors.numpy import save
from torch import nn

HERE = pathlib.Path(__file__).parent / "corpus"
WRITERS = pathlib.Path(__file__).parent.parent / "data" / "checkpoint" / "writers"


def put(container, name, content):
    (HERE / container).mkdir(parents=True, exist_ok=True)
    if content is not None:
        (HERE / container / name).write_bytes(content)
    return HERE / container / name


def states():
    conv = nn.Conv2d(3, 2, 3, bias=False)
    yield "plain", collections.OrderedDict(a=torch.rand(2, 3), b=torch.arange(3), h=torch.rand(2).half())
    yield "nested", {"epoch": 3, "state_dict": conv.state_dict(), "x": [torch.rand(2).bfloat16(), (1, 2.5, None)]}
    both = torch.rand(4, 4)
    yield "views", {"t": both.t(), "part": both[1:3, ::2], "empty": torch.zeros(0, 2), "scalar": torch.tensor(1.5)}
    yield "module", conv
    yield "types", {str(t): torch.ones(2).to(t) for t in (torch.float64, torch.int8, torch.bool, torch.complex64,
                                                           torch.uint8, torch.int16)}


def main():
    torch.manual_seed(1)
    State = collections.namedtuple("_ByolExperimentState", ["online_params", "online_state"])
    for name, state in states():
        torch.save(state, put("torch-zip", name, None))
        torch.save(state, put("torch-legacy", name, None), _use_new_zipfile_serialization=False)
    torch.save({"a": torch.rand(2)}, put("torch-legacy", "protocol4", None), _use_new_zipfile_serialization=False,
               pickle_protocol=4)
    arrays = {"b": np.arange(6, dtype=np.float32).reshape(2, 3), "c": np.zeros((1, 1, 1, 2)), "d": np.float16([1])}
    put("safetensors", "plain", save(arrays))
    put("safetensors", "noted", save(arrays, {"format": "np", "rekindle.architecture": "resnet18"}))
    put("safetensors", "empty", save({}))
    for name, index in {"one": {"a": "file"}, "away": {"a": "../x", "b": "y"}, "none": {}}.items():
        put("shard-index", name, json.dumps({"metadata": {"total_size": 4}, "weight_map": index}).encode())
    tree = {"m/~/conv": {"w": np.asfortranarray(np.random.rand(2, 3).astype(np.float32))},
            "n": {"scale": np.array(3, ">f4"), "b": np.array([True])}}
    for protocol in (2, 3, 4, 5):
        put("dill-haiku", f"dill{protocol}", dill.dumps({"experiment_state": State(tree, tree), "step": 5}, protocol))
        put("dill-haiku", f"plain{protocol}", pickle.dumps([tree, "text", 1 << 80], protocol))
    for folder in ("tf1_small", "tf2"):
        index = next((WRITERS / folder).glob("*.index"))
        data = index.with_name(index.stem + ".data-00000-of-00001")
        content = index.read_bytes()
        put("tensorflow-bundle", folder, struct.pack("<H", len(content)) + content + data.read_bytes())
    put("tensorflow-bundle", "short", struct.pack("<H", len(content)) + content + bytes(100))
    for container in ("torch-zip", "torch-legacy", "safetensors", "dill-haiku"):
        for file in sorted((HERE / container).iterdir())[:2]:
            put("all", f"{container}-{file.name}", file.read_bytes())


if __name__ == "__main__":
    main()
