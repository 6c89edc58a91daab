"""Makes the checkpoints that the reader's tests are held against, and what PyTorch sees in them.

    python make_fixtures.py

needs torch and safetensors. Same versions, same bytes. Every network here is a ResNet with a 2-channel
stem, so that a file has some tens of kilobytes; expected.json holds names, shapes, sums and norms
that PyTorch computed in float64.
"""

import collections
import json
import pathlib
import zipfile

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn

HERE = pathlib.Path(__file__).parent
STEM = 2


class Block(nn.Module):
    def __init__(self, inputs, inner, outputs, stride, bottleneck):
        super().__init__()
        if bottleneck:
            kinds = [(inputs, inner, 1, 1), (inner, inner, 3, stride), (inner, outputs, 1, 1)]
        else:
            kinds = [(inputs, inner, 3, stride), (inner, outputs, 3, 1)]
        for number, (a, b, kernel, step) in enumerate(kinds, 1):
            setattr(self, f"conv{number}", nn.Conv2d(a, b, kernel, step, kernel // 2, bias=False))
            setattr(self, f"bn{number}", nn.BatchNorm2d(b))
        if stride != 1 or inputs != outputs:
            self.downsample = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))


class ResNet(nn.Module):
    """Names and shapes of torchvision's; only its state is of interest."""

    def __init__(self, blocks, bottleneck, kernel=7, classes=10, wide=1):
        super().__init__()
        self.conv1 = nn.Conv2d(3, STEM, kernel, bias=False)
        self.bn1 = nn.BatchNorm2d(STEM)
        channels = STEM
        for stage, count in enumerate(blocks):
            inner = STEM * wide << stage
            outputs = (4 * STEM << stage) if bottleneck else inner
            layer = nn.Sequential()
            for index in range(count):
                stride = 2 if stage > 0 and index == 0 else 1
                layer.append(Block(channels, inner, outputs, stride, bottleneck))
                channels = outputs
            setattr(self, f"layer{stage + 1}", layer)
        if classes:
            self.fc = nn.Linear(channels, classes)


def network(seed, blocks=(1, 1, 1, 1), bottleneck=False, **more):
    torch.manual_seed(seed)
    net = ResNet(blocks, bottleneck, **more)
    for name, value in net.state_dict().items():
        if name.endswith("running_mean"):
            value.normal_()
        elif name.endswith("running_var"):
            value.uniform_(0.5, 2.0)
        elif name.endswith("num_batches_tracked"):
            value.fill_(1234)
        elif "bn" in name or "downsample.1" in name:
            value.normal_(1.0, 0.2)
    return net


def backbone_of(state, strip=""):
    kept = {}
    for name, value in state.items():
        if name.startswith(strip):
            short = name[len(strip):]
            if short.startswith(("conv1.", "bn1.", "layer")):
                kept[short] = value
    return kept


def describe(state):
    """Names, shapes, sums and Frobenius norms in float64 of values as float32 holds them."""
    told = {}
    for name, value in state.items():
        wide = value.detach().to(torch.float32).to(torch.float64)
        told[name] = {"shape": list(value.shape), "sum": wide.sum().item(),
                      "norm": wide.square().sum().sqrt().item()}
        if value.dim() == 4:
            told[name]["filter_norms"] = (
                wide.flatten(1).square().sum(1).sqrt().tolist())
    return told


def as_type(state, dtype):
    return collections.OrderedDict(
        (name, value.to(dtype) if value.is_floating_point() else value)
        for name, value in state.items())


def recompress(source, target):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            info = zipfile.ZipInfo(item.filename, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(item))


def big_endian(source, target, widths):
    """The archive as a big-endian machine would have written it; storage i has elements of widths[i]."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for item in old.infolist():
            data = old.read(item)
            name = item.filename
            if name.endswith("/byteorder"):
                data = b"big"
            elif "/data/" in name:
                width = widths[int(name.rsplit("/", 1)[1])]
                data = np.frombuffer(data, f"<i{width}").byteswap().tobytes()
            new.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data)


def main():
    expected = {}

    def note(file, state, ignored=(), **more):
        expected[file] = {"tensors": describe(state), "ignored": sorted(ignored), **more}

    fc = ["fc.bias", "fc.weight"]
    net = network(1)
    state = net.state_dict()
    torch.save(state, HERE / "basic.pth")
    note("basic.pth", backbone_of(state), fc, architecture="resnet-basic-1.1.1.1/2", missing=[])
    recompress(HERE / "basic.pth", HERE / "deflated.pth")
    note("deflated.pth", backbone_of(state), fc, architecture="resnet-basic-1.1.1.1/2", missing=[])
    big_endian(HERE / "basic.pth", HERE / "big_endian.pth",
               [value.element_size() for value in state.values()])
    note("big_endian.pth", backbone_of(state), fc, architecture="resnet-basic-1.1.1.1/2", missing=[])

    deep = network(2, (2, 1, 1, 1), True)
    for word, dtype in {"f16": torch.float16, "bf16": torch.bfloat16, "f64": torch.float64}.items():
        typed = as_type(network(3).state_dict(), dtype)
        torch.save(typed, HERE / f"{word}.pth")
        note(f"{word}.pth", backbone_of(typed), fc, missing=[])
        save_file(dict(typed), HERE / f"{word}.safetensors")
        note(f"{word}.safetensors", backbone_of(typed), fc, missing=[])

    # Nested as SwAV's training keeps it: DataParallel's prefix, heads, prototypes, an optimiser.
    nested = collections.OrderedDict(("module." + k, v) for k, v in deep.state_dict().items()
                                     if not k.startswith("fc"))
    nested["module.projection_head.0.weight"] = torch.randn(8, 128)
    nested["module.projection_head.0.bias"] = torch.randn(8)
    nested["module.prototypes.weight"] = torch.randn(6, 8)
    momentum = {"state": {0: {"momentum_buffer": torch.randn(4, 3)}}, "param_groups": [{"lr": 0.6}]}
    torch.save({"epoch": 7, "state_dict": nested, "optimizer": momentum, "amp": None},
               HERE / "nested.pth")
    note("nested.pth", backbone_of(nested, "module."),
         ["module.projection_head.0.weight", "module.projection_head.0.bias",
          "module.prototypes.weight", "optimizer.state.0.momentum_buffer"],
         architecture="resnet-bottleneck-2.1.1.1/2", missing=[], method="swav")

    # A query and a key encoder (MoCo): the query is the network.
    moco = {}
    for name, value in network(4).state_dict().items():
        moco["module.encoder_q." + name] = value
        moco["module.encoder_k." + name] = value + 1
    moco["module.queue"] = torch.randn(4, 8)
    torch.save({"arch": "resnet", "state_dict": moco}, HERE / "moco.pth")
    note("moco.pth", backbone_of(moco, "module.encoder_q."),
         [k for k in moco if not k.startswith("module.encoder_q.") or ".fc." in k], missing=[])

    # torchvision's layers as a Sequential (lightly): 0 conv1, 1 bn1, 4 to 7 the stages.
    rename = {"conv1": "0", "bn1": "1", "layer1": "4", "layer2": "5", "layer3": "6", "layer4": "7"}
    plain = network(5, classes=0).state_dict()
    sequential = {}
    for name, value in plain.items():
        first, rest = name.split(".", 1)
        sequential[f"backbone.{rename[first]}.{rest}"] = value
    torch.save({"state_dict": sequential, "pytorch-lightning_version": "2.1.0", "epoch": 3},
               HERE / "sequential.ckpt")
    note("sequential.ckpt", backbone_of(plain), [], missing=[], writer="PyTorch Lightning 2.1.0")

    # Views: transposed weights, two tensors in one storage, a parameter, counters left out.
    views = collections.OrderedDict()
    for name, value in network(6, kernel=3).state_dict().items():
        if name.endswith("num_batches_tracked"):
            continue
        views[name] = value
    name = "layer1.0.conv1.weight"
    views[name] = views[name].permute(3, 1, 0, 2).contiguous().permute(2, 1, 3, 0)
    shared = torch.randn(2, *views["layer2.0.conv2.weight"].shape)
    views["layer2.0.conv2.weight"] = shared[1]
    views["layer2.0.extra"] = shared[0]
    views.pop("layer2.0.extra")
    both = torch.rand(2 * STEM) + 0.5
    views["bn1.weight"], views["bn1.bias"] = both[:STEM], both[STEM:]
    views["layer3.0.conv1.weight"] = nn.Parameter(views["layer3.0.conv1.weight"])
    torch.save(views, HERE / "views.pth")
    note("views.pth", backbone_of(views), fc, architecture="resnet-basic-1.1.1.1-cifar/2",
         missing=[n.replace("running_mean", "num_batches_tracked") for n in views
                  if n.endswith("running_mean")])

    # A whole module instead of its state.
    torch.save(network(7, classes=0), HERE / "module.pth")
    note("module.pth", network(7, classes=0).state_dict(), [], missing=[])

    wide = network(8, (1, 1, 1, 1), True, wide=2)
    save_file(dict(wide.state_dict()), HERE / "wide.safetensors", metadata={"format": "pt"})
    note("wide.safetensors", backbone_of(wide.state_dict()), fc,
         architecture="resnet-bottleneck-1.1.1.1w2/2", missing=[])

    # Others: refused with a sentence.
    broken = network(9).state_dict()
    broken["layer2.0.conv1.weight"][0, 0, 0, 0] = float("nan")
    broken["layer2.0.conv1.weight"][1, 0, 0, 0] = float("inf")
    torch.save(broken, HERE / "nan.pth")
    torch.save({"cls_token": torch.zeros(1, 1, 8), "pos_embed": torch.zeros(1, 5, 8),
                "blocks.0.attn.qkv.weight": torch.zeros(24, 8)}, HERE / "vit.pth")
    torch.jit.save(torch.jit.script(nn.Linear(2, 2)), HERE / "torchscript.pt")

    (HERE / "expected.json").write_text(json.dumps(expected, indent=0) + "\n")


if __name__ == "__main__":
    main()
