"""Checkpoints whose tensors are kept in another way than their network uses them, in the bytes that
torch.save writes, without PyTorch.

    python make_kept_fixtures.py

needs numpy alone. Writes kept/: for each file X that can be read the network that it is, as numpy
computes it in float64, as X.twin.safetensors. What PyTorch's own modules compute from such tensors is
written beside each of them below.
"""

import collections
import io
import json
import pathlib
import pickle
import struct
import sys
import types
import zipfile

import numpy as np

HERE = pathlib.Path(__file__).parent / "kept"
STORAGES = {"float32": "FloatStorage", "float64": "DoubleStorage", "int64": "LongStorage", "bool": "BoolStorage",
            "int8": "QInt8Storage"}


def placeholder(module, name):
    """A name that a pickle can point at; nothing is behind it."""
    for end in range(1, module.count(".") + 2):
        part = ".".join(module.split(".")[:end])
        sys.modules.setdefault(part, types.ModuleType(part))
    owner = sys.modules[module]
    if not hasattr(owner, name):
        if name.endswith("Storage") or name[0].isupper():
            made = type(name, (), {})
        else:
            made = lambda *given: given  # noqa: E731
            made.__name__ = made.__qualname__ = name
        made.__module__ = module
        setattr(owner, name, made)
    return getattr(owner, name)


class Call:
    """What pickles as a call of that name."""

    def __init__(self, module, name, given):
        self.call = (placeholder(module, name), given)

    def __reduce__(self):
        return self.call


class Storage:
    def __init__(self, values):
        self.values = np.ascontiguousarray(values)


class Pickler(pickle.Pickler):
    def __init__(self, file):
        super().__init__(file, protocol=2)
        self.storages = []

    def persistent_id(self, thing):
        if not isinstance(thing, Storage):
            return None
        self.storages.append(thing.values)
        kind = placeholder("torch", STORAGES[thing.values.dtype.name])
        return ("storage", kind, str(len(self.storages) - 1), "cpu", thing.values.size)

    def reducer_override(self, thing):
        if not isinstance(thing, np.ndarray):
            return NotImplemented
        strides = tuple(side // thing.itemsize for side in np.ascontiguousarray(thing).strides)
        given = (Storage(thing), 0, thing.shape, strides if thing.ndim else (), False, collections.OrderedDict())
        return placeholder("torch._utils", "_rebuild_tensor_v2"), given


def save(name, content):
    pickled = io.BytesIO()
    pickler = Pickler(pickled)
    pickler.dump(content)
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_STORED) as file:
        def put(entry, data):
            file.writestr(zipfile.ZipInfo("archive/" + entry, (1980, 1, 1, 0, 0, 0)), data)
        put("data.pkl", pickled.getvalue())
        put("byteorder", "little")
        for number, values in enumerate(pickler.storages):
            put(f"data/{number}", values.tobytes())
        put("version", "3\n")


def save_legacy(name, content):
    """The five pickles and the storages of torch.save before 1.6."""
    pickled = io.BytesIO()
    pickler = Pickler(pickled)
    pickler.dump(content)
    out = pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(1001, 2)
    out += pickle.dumps({"protocol_version": 1001, "little_endian": True,
                         "type_sizes": {"short": 2, "int": 4, "long": 4}}, 2)
    out += pickled.getvalue() + pickle.dumps([str(i) for i in range(len(pickler.storages))], 2)
    for values in pickler.storages:
        out += struct.pack("<q", values.size) + values.tobytes()
    (HERE / name).write_bytes(out)


def save_safetensors(name, state):
    names = {"float32": "F32", "float64": "F64", "int64": "I64"}
    header, data = {}, b""
    for key, value in state.items():
        raw = np.ascontiguousarray(value).tobytes()
        header[key] = {"dtype": names[value.dtype.name], "shape": list(value.shape),
                       "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    (HERE / name).write_bytes(struct.pack("<Q", len(text)) + text + data)


def layers(stem=2, kernel=7):
    """Convolutions with their norms of resnet-basic-1.1.1.1: name, norm, shape of the kernel."""
    yield "conv1", "bn1", (stem, 3, kernel, kernel)
    inputs = stem
    for stage in range(4):
        at, outputs = f"layer{stage + 1}.0.", stem << stage
        yield at + "conv1", at + "bn1", (outputs, inputs, 3, 3)
        yield at + "conv2", at + "bn2", (outputs, outputs, 3, 3)
        if stage > 0:
            yield at + "downsample.0", at + "downsample.1", (outputs, inputs, 1, 1)
        inputs = outputs


def network(seed, kernel=7):
    random = np.random.default_rng(seed)
    state = collections.OrderedDict()
    for conv, norm, shape in layers(kernel=kernel):
        state[conv + ".weight"] = random.normal(0, 0.3, shape).astype(np.float32)
        state[norm + ".weight"] = random.uniform(0.5, 1.5, shape[0]).astype(np.float32)
        state[norm + ".bias"] = random.normal(0, 0.2, shape[0]).astype(np.float32)
        state[norm + ".running_mean"] = random.normal(0, 0.2, shape[0]).astype(np.float32)
        state[norm + ".running_var"] = random.uniform(0.5, 2, shape[0]).astype(np.float32)
        state[norm + ".num_batches_tracked"] = np.array(7, np.int64)
    return state


def is_kernel(value):
    return value.ndim == 4


def keep(name, change, seed, kernel=7, prefix=""):
    """Writes `name` with each tensor as `change` keeps it: (what is kept, what it is) by full name."""
    random = np.random.default_rng(seed + 1000)
    kept, twin = collections.OrderedDict(), collections.OrderedDict()
    for key, value in network(seed, kernel).items():
        parts, whole = change(key, value, random)
        kept.update((prefix + part, one) for part, one in parts.items())
        twin[key] = np.asarray(whole).astype(value.dtype)
    save(name + ".pth", kept)
    save_safetensors(name + ".twin.safetensors", twin)


def same(key, value):
    return {key: value}, value


def pruned_everywhere(key, value, random):
    """torch.nn.utils.prune on every parameter, masks as it writes them: weight = weight_orig * weight_mask."""
    if not key.endswith((".weight", ".bias")):
        return same(key, value)
    mask = (random.uniform(size=value.shape) > 0.3).astype(np.float32)
    return {key + "_orig": value, key + "_mask": mask}, value.astype(np.float64) * mask


def pruned_by_bool(key, value, random):
    if not is_kernel(value):
        return same(key, value)
    mask = random.uniform(size=value.shape) > 0.5
    return {key + "_mask": mask, key + "_orig": value}, value * mask


def length_and_direction(value, axes, random):
    g = random.uniform(0.5, 2, [1 if axis in axes else side for axis, side in enumerate(value.shape)])
    g = g.astype(np.float32)
    v = value.astype(np.float64)
    return g, g * v / np.sqrt((v * v).sum(axis=tuple(axes), keepdims=True))


def weight_norm(key, value, random):
    """torch.nn.utils.weight_norm: g * v / |v|, a norm over all axes but the first."""
    if not is_kernel(value):
        return same(key, value)
    g, whole = length_and_direction(value, (1, 2, 3), random)
    return {key + "_g": g, key + "_v": value}, whole


def weight_norm_today(key, value, random):
    """torch.nn.utils.parametrizations.weight_norm with dim=1."""
    if not is_kernel(value):
        return same(key, value)
    g, whole = length_and_direction(value, (0, 2, 3), random)
    at = key[:-len("weight")] + "parametrizations.weight.original"
    return {at + "0": g, at + "1": value}, whole


def weight_norm_of_all(key, value, random):
    """torch.nn.utils.weight_norm with dim=None: one length for the whole tensor."""
    if not is_kernel(value):
        return same(key, value)
    v = value.astype(np.float64)
    g = np.float32(random.uniform(0.5, 2))
    return {key + "_g": np.array(g), key + "_v": value}, g * v / np.sqrt((v * v).sum())


def singular(value, random):
    left = random.normal(size=value.shape[0])
    right = random.normal(size=value[0].size)
    left, right = ((x / np.linalg.norm(x)).astype(np.float32) for x in (left, right))
    sigma = left.astype(np.float64) @ (value.reshape(value.shape[0], -1).astype(np.float64) @ right)
    return left, right, value / sigma


def spectral_norm(key, value, random):
    """torch.nn.utils.spectral_norm in use: weight_orig / (u . W v)."""
    if not is_kernel(value):
        return same(key, value)
    left, right, whole = singular(value, random)
    return {key + "_orig": value, key + "_u": left, key + "_v": right}, whole


def spectral_norm_today(key, value, random):
    if not is_kernel(value):
        return same(key, value)
    left, right, whole = singular(value, random)
    at = key[:-len("weight")] + "parametrizations.weight."
    return {at + "original": value, at + "0._u": left, at + "0._v": right}, whole


def split_norm(key, value, random):
    """lightly's SplitBatchNorm, saved while it trains: two splits' statistics one behind the other."""
    if not key.endswith(("running_mean", "running_var")):
        return same(key, value)
    splits = np.stack([value, value * random.uniform(0.5, 1.5, value.shape).astype(np.float32)])
    return {key: splits.reshape(-1)}, splits.astype(np.float64).mean(0)


def biased(key, value, random):
    """A bias of a convolution b before a batch norm of mean m: (x + b) - m = x - (m - b)."""
    if key.endswith("running_mean"):
        return {key: value}, value.astype(np.float64) - biased.last[key.replace("running_mean", "")]
    if not is_kernel(value):
        return same(key, value)
    bias = random.normal(0, 0.5, value.shape[0]).astype(np.float32)
    conv = key[:-len("weight")]
    norm = conv.replace("downsample.0", "downsample.1") if "downsample" in conv else conv.replace("conv", "bn")
    biased.last[norm] = bias
    return {key: value, conv + "bias": bias}, value


biased.last = {}


def biased_under_other_names():
    """The biases above under the names of Hugging Face."""
    twin = collections.OrderedDict()
    kept = collections.OrderedDict()
    random = np.random.default_rng(1070)
    for key, value in network(70).items():
        parts, whole = biased(key, value, random)
        kept.update(parts)
        twin[key] = np.asarray(whole).astype(value.dtype)
    save_safetensors("biased_under_other_names.twin.safetensors", twin)
    named = collections.OrderedDict()
    for key, value in kept.items():
        module, leaf = key.rsplit(".", 1)
        if not module.startswith("layer"):
            at = "embedder.embedder." + ("convolution" if module == "conv1" else "normalization")
        else:
            stage, block, part = module.split(".", 2)
            at = f"encoder.stages.{int(stage[5:]) - 1}.layers.{block}."
            if part.startswith("downsample"):
                at += "shortcut." + ("convolution" if part.endswith("0") else "normalization")
            else:
                at += f"layer.{int(part[-1]) - 1}." + ("convolution" if part.startswith("conv") else "normalization")
        named["resnet." + at + "." + leaf] = value
    save("biased_hugging_face.pth", named)


def sequence(state, first, stages, inside=""):
    """Names as nn.Sequential of the children gives them, conv1 at `first` and layer1 `stages` behind it."""
    named = collections.OrderedDict()
    for key, value in state.items():
        part, rest = key.split(".", 1)
        number = {"conv1": 0, "bn1": 1}.get(part, stages + int(part[-1]) - 1 if part.startswith("layer") else 0)
        named[f"{inside}{first + number}.{rest}"] = value
    return named


def sequences():
    for name, first, stages, kernel in (("sequence_1_2", 1, 2, 3), ("sequence_0_3", 0, 3, 3),
                                        ("sequence_1_4", 1, 4, 7)):
        state = network(20, kernel)
        save(name + ".pth", {"state_dict": sequence(state, first, stages, "model.backbone.")})
        save_safetensors(name + ".twin.safetensors", state)
    state = sequence(network(21, 3), 1, 2)
    for part, value in (("weight", 1), ("bias", 0), ("running_mean", 0.1), ("running_var", 1)):
        state[f"0.{part}"] = np.full(3, value, np.float32)
    save("input_norm.pth", state)
    save("no_pool.pth", sequence(network(22, 7), 0, 3))


def wrapped():
    state = network(30)
    named = collections.OrderedDict()
    for key, value in state.items():
        part, rest = key.split(".", 1)
        inner = rest.split(".", 1)
        if part.startswith("layer"):
            rest = inner[0] + "._checkpoint_wrapped_module." + inner[1]
        named[f"module._orig_mod.{part}._fsdp_wrapped_module.{rest}"] = value
    save("wrapped.pth", {"model": named})
    save_safetensors("wrapped.twin.safetensors", state)


def shards():
    state = network(40)
    keys = list(state)
    (HERE / "shards").mkdir(exist_ok=True)
    places = {}
    # The second part in the old format: each part's bytes say what it is.
    for number, part in enumerate((keys[:30], keys[30:50], keys[50:]), 1):
        file = f"pytorch_model-{number:05d}-of-00003.bin"
        write = save_legacy if number == 2 else save
        write("shards/" + file, collections.OrderedDict((key, state[key]) for key in part))
        places.update((key, file) for key in part)
    (HERE / "shards" / "pytorch_model.bin.index.json").write_text(
        json.dumps({"metadata": {"total_size": sum(v.nbytes for v in state.values())}, "weight_map": places}))
    save_safetensors("shards.twin.safetensors", state)


def unreadable():
    def each(name, change):
        save(name + ".pth", collections.OrderedDict(
            (key, change(value) if is_kernel(value) else value) for key, value in network(50).items()))

    def sides(value):
        return value.shape, tuple(side // 4 for side in value.strides)

    each("meta", lambda value: Call("torch._utils", "_rebuild_meta_tensor_no_storage",
                                    ("float32", *sides(value), False)))
    each("quantised", lambda value: Call("torch._utils", "_rebuild_qtensor", (
        Storage(np.zeros(value.shape, np.int8)), 0, *sides(value), ("per_tensor_affine", 0.1, 0), False,
        collections.OrderedDict())))
    each("sparse", lambda value: Call("torch._utils", "_rebuild_sparse_tensor", (
        "torch.sparse_coo", (np.zeros((4, 1), np.int64), np.ones(1, np.float32), value.shape))))
    save("zero3.pth", {"module": collections.OrderedDict(
        (key, value if value.ndim == 0 or "running" in key else np.zeros(0, np.float32))
        for key, value in network(51).items())})
    save("orthogonal.pth", collections.OrderedDict(
        (key.replace(".weight", ".parametrizations.weight.original") if is_kernel(value) else key, value)
        for key, value in network(52).items()))


def relatives():
    plain = network(60)
    save("group_norm.pth", collections.OrderedDict(
        (key, value) for key, value in plain.items() if "running" not in key and "tracked" not in key))
    folded = collections.OrderedDict()
    for key, value in plain.items():
        if is_kernel(value):
            folded[key] = value
            folded[key.replace(".weight", ".bias")] = np.zeros(value.shape[0], np.float32)
    save("folded.pth", folded)
    deep = network(61, 3)
    deep["conv2.weight"] = np.ones((2, 2, 3, 3), np.float32)
    deep["bn2.weight"] = np.ones(2, np.float32)
    save("deep_stem.pth", deep)
    res2net = network(62)
    res2net["layer1.0.convs.0.weight"] = np.ones((2, 2, 3, 3), np.float32)
    save("res2net.pth", res2net)
    save("volume.pth", collections.OrderedDict(
        (key, value[..., None] if is_kernel(value) else value) for key, value in plain.items()))
    named = {}
    for conv, norm, _ in layers():
        theirs = conv.replace("downsample.0", "shortcut").replace("layer", "res")
        theirs = f"res{int(theirs[3]) + 1}{theirs[4:]}" if theirs.startswith("res") else "stem.conv1"
        named[theirs + ".weight"] = plain[conv + ".weight"]
        for part in ("weight", "bias", "running_mean", "running_var"):
            named[f"{theirs}.norm.{part}"] = plain[f"{norm}.{part}"]
    save_safetensors("detectron_sorted.safetensors", dict(sorted(named.items())))
    clip = collections.OrderedDict(("visual." + key, value) for key, value in deep.items())
    clip["visual.attnpool.positional_embedding"] = np.ones((5, 16), np.float32)
    clip["transformer.resblocks.0.attn.in_proj_weight"] = np.ones((6, 2), np.float32)
    clip["token_embedding.weight"] = np.ones((7, 2), np.float32)
    save("clip.pth", clip)


def main():
    HERE.mkdir(exist_ok=True)
    for number, change in enumerate((pruned_everywhere, pruned_by_bool, weight_norm, weight_norm_today,
                                     weight_norm_of_all, spectral_norm, spectral_norm_today, split_norm, biased), 1):
        keep(change.__name__, change, number)
    biased_under_other_names()
    sequences()
    wrapped()
    shards()
    unreadable()
    relatives()


if __name__ == "__main__":
    main()
