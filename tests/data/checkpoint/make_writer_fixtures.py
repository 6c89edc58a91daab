"""Checkpoints as PyTorch's libraries write them, and what numpy and PyTorch see in them.

    python make_writer_fixtures.py

needs torch, safetensors, numpy, lightly, transformers. Writes writers/*.p*, writers/hf/ and
writers/expected_torch.json: for each file the norms of all convolutions in float64 and pooled features
in float64 of the images in pixels.py.
"""

import collections
import json
import pathlib
import pickle

import numpy as np
import torch
from torch import nn

from nets import ResNet, randomise
from pixels import SWAV_DEVIATION, normalised

HERE = pathlib.Path(__file__).parent / "writers"
EXPECTED = {}


def norms(state):
    """Frobenius norms of kernels as numpy has them, in float64, of the values as stored."""
    told = {}
    for name, value in state.items():
        if value.dim() == 4:
            told[name[:-len(".weight")]] = float(np.sqrt(np.square(value.double().numpy()).sum()))
    return told


def features(net, images):
    with torch.no_grad():
        return net.double().eval()(torch.from_numpy(images)).flatten(1).numpy().round(12).tolist()


def backbone(net):
    return collections.OrderedDict((k, v) for k, v in net.state_dict().items()
                                   if k.startswith(("conv1.", "bn1.", "layer")))


def prefixed(state, prefix):
    return collections.OrderedDict((prefix + k, v) for k, v in state.items())


def rename(state, old, new):
    return collections.OrderedDict((k.replace(old, new), v) for k, v in state.items())


def note(file, net, images=None, state=None, **more):
    state = state if state is not None else backbone(net)
    state = rename(state, ".shortcut.", ".downsample.")
    EXPECTED[file] = {"norms": norms(state),
                      "features": features(net, normalised() if images is None else images), **more}


def old(content, file, **more):
    torch.save(content, HERE / file, _use_new_zipfile_serialization=False, **more)


def as_type(state, dtype):
    return collections.OrderedDict((k, v.to(dtype) if v.is_floating_point() else v) for k, v in state.items())


def legacy():
    """The format before PyTorch 1.6, in which SwAV was released."""
    net = randomise(ResNet((2, 1, 1, 1), True, classes=0), 1)
    state = prefixed(backbone(net), "module.")
    state["module.projection_head.0.weight"] = torch.randn(8, 128)
    state["module.projection_head.0.bias"] = torch.randn(8)
    state["module.projection_head.1.running_mean"] = torch.randn(8)
    state["module.prototypes.weight"] = torch.randn(6, 8)
    old(state, "swav.pth.tar")
    note("swav.pth.tar", net, normalised(SWAV_DEVIATION), format="torch-legacy", method="swav",
         normalisation="swav", architecture="resnet-bottleneck-2.1.1.1/2",
         ignored=["module.projection_head.0.bias", "module.projection_head.0.weight",
                  "module.projection_head.1.running_mean", "module.prototypes.weight"])
    old({"epoch": 7, "state_dict": state, "optimizer": {"state": {0: {"momentum_buffer": torch.randn(4)}}},
         "amp": None}, "swav_training.pth.tar", pickle_protocol=4)
    note("swav_training.pth.tar", net, normalised(SWAV_DEVIATION), format="torch-legacy", method="swav")
    for word, dtype in {"f16": torch.float16, "bf16": torch.bfloat16, "f64": torch.float64}.items():
        net = randomise(ResNet((1, 1, 1, 1), False, classes=0), 2).double()
        with torch.no_grad():
            for value in net.parameters():
                value.mul_(1 + 1e-9)
        typed = as_type(backbone(net), dtype)
        old(typed, f"legacy_{word}.pth")
        net.load_state_dict(typed, strict=False)
        note(f"legacy_{word}.pth", net, state=typed, format="torch-legacy")

    net = randomise(ResNet((1, 1, 1, 1), False, kernel=3, classes=0), 3)
    views = backbone(net)
    name = "layer1.0.conv1.weight"
    views[name] = views[name].permute(3, 1, 0, 2).contiguous().permute(2, 1, 3, 0)
    shared = torch.randn(2, *views["layer2.0.conv2.weight"].shape)
    shared[1] = views["layer2.0.conv2.weight"]
    views["layer2.0.conv2.weight"] = shared[1]
    views["other"] = shared[0]
    views["empty"] = torch.zeros(0, 3)
    views["layer3.0.conv1.weight"] = nn.Parameter(views["layer3.0.conv1.weight"])
    old(views, "legacy_views.pth")
    note("legacy_views.pth", net, format="torch-legacy", architecture="resnet-basic-1.1.1.1-cifar/2",
         ignored=["empty", "other"])

    net = randomise(ResNet((1, 1, 1, 1), False, classes=0), 4)
    old(net, "legacy_module.pth")
    note("legacy_module.pth", net, format="torch-legacy")


def namings():
    def save(file, content, net, **more):
        torch.save(content, HERE / file)
        note(file, net, **more)

    def pair(seed, **more):
        return randomise(ResNet((1, 1, 1, 1), **more), seed), randomise(ResNet((1, 1, 1, 1), **more), seed + 100)

    net, slow = pair(10, bottleneck=True, classes=0)
    state = prefixed(backbone(net), "module.base_encoder.")
    state.update(prefixed(backbone(slow), "module.momentum_encoder."))
    state["module.base_encoder.fc.0.weight"] = torch.randn(8, 128)
    state["module.predictor.0.weight"] = torch.randn(8, 8)
    save("moco_v3.pth", {"epoch": 3, "arch": "resnet50", "state_dict": state}, net, method="moco")

    net, slow = pair(11, bottleneck=False)
    state = prefixed(net.state_dict(), "module.encoder_q.")
    state.update(prefixed(slow.state_dict(), "module.encoder_k."))
    state["module.queue"] = torch.randn(4, 8)
    state["module.queue_ptr"] = torch.zeros(1, dtype=torch.long)
    save("moco_v2.pth", {"epoch": 3, "arch": "resnet50", "state_dict": state}, net, method="moco")

    net, slow = pair(12, bottleneck=False, classes=0)
    dino = {"student": prefixed(backbone(net), "module.backbone."),
            "teacher": prefixed(backbone(slow), "backbone."), "epoch": 1}
    dino["student"]["module.head.mlp.0.weight"] = torch.randn(8, 32)
    dino["teacher"]["head.mlp.0.weight"] = torch.randn(8, 32)
    save("dino.pth", dino, net, method="dino")
    save("dino_teacher.pth", {"teacher": dino["teacher"]}, slow, warning="slow_copy")

    net, _ = pair(13, bottleneck=True, classes=0)
    state = prefixed(backbone(net), "module.encoder.")
    state["module.encoder.fc.0.weight"] = torch.randn(8, 128)
    state["module.predictor.0.weight"] = torch.randn(8, 8)
    save("simsiam.pth", {"epoch": 1, "state_dict": state}, net, method="simsiam")

    net, _ = pair(14, bottleneck=True, classes=0)
    trunk = prefixed(backbone(net), "_feature_blocks.")
    vissl = {"phase_idx": 1, "classy_state_dict": {"base_model": {"model": {
        "trunk": trunk, "heads": {"0.clf.0.weight": torch.randn(8, 128)}}}}}
    save("vissl.torch", vissl, net)
    state = prefixed(backbone(net), "trunk.base_model._feature_blocks.")
    save("vissl_extracted.torch", {"model_state_dict": state}, net)

    net, slow = pair(15, bottleneck=False, kernel=3, classes=0)
    state = prefixed(backbone(net), "backbone.")
    state.update(prefixed(backbone(slow), "momentum_backbone."))
    state["projector.0.weight"] = torch.randn(8, 32)
    state["momentum_projector.0.weight"] = torch.randn(8, 32)
    state["predictor.0.weight"] = torch.randn(8, 8)
    state["classifier.weight"] = torch.randn(10, 32)
    save("solo_byol.ckpt", {"epoch": 9, "state_dict": state, "pytorch-lightning_version": "1.6.4",
                            "hyper_parameters": {"method": "byol"}}, net, method="byol",
         writer="PyTorch Lightning 1.6.4")

    net, slow = pair(16, bottleneck=False, classes=0)
    state = prefixed(backbone(net), "online_encoder.net.")
    state.update(prefixed(backbone(slow), "target_encoder.net."))
    state["online_predictor.net.0.weight"] = torch.randn(8, 8)
    save("byol_pytorch.pth", state, net, method="byol")

    net, _ = pair(17, bottleneck=False)
    save("compiled_ema.pth", {"epoch": 1, "state_dict_ema": net.state_dict(),
                              "arch": "resnet18"}, net)
    save("orig_mod.pth", prefixed(net.state_dict(), "module._orig_mod."), net)

    from lightly.models import ResNetGenerator
    from lightly.models.resnet import BasicBlock, ResNet as Lightly
    lightly = randomise(Lightly(BasicBlock, [1, 1, 1, 1], width=0.03125), 18)
    parts = nn.Sequential(*list(lightly.children())[:-1], nn.AdaptiveAvgPool2d(1))
    plain = {"conv1.weight": lightly.conv1.weight.detach()}
    for index in range(1, 5):
        plain.update(prefixed(getattr(lightly, f"layer{index}").state_dict(), f"layer{index}."))
    save("lightly.ckpt", {"state_dict": prefixed(parts.state_dict(), "backbone."),
                          "pytorch-lightning_version": "2.1.0"}, parts, state=plain,
         architecture="resnet-basic-1.1.1.1-cifar-linstem/2")


def hugging_face():
    from transformers import ResNetConfig, ResNetForImageClassification
    config = ResNetConfig(embedding_size=4, hidden_sizes=[16, 32, 64, 128], depths=[1, 2, 1, 1], num_labels=10)
    model = randomise(ResNetForImageClassification(config), 20)
    model.save_pretrained(HERE / "hf", max_shard_size="20KB")
    for extra in ("config.json",):
        (HERE / "hf" / extra).unlink()
    state = {}
    for name, value in model.state_dict().items():
        name = name.removeprefix("resnet.")
        if value.dim() == 4:
            name = name.replace("embedder.embedder.convolution", "conv1").replace("encoder.stages.", "layer")
            for index in range(4):
                name = name.replace(f"layer{index}.layers", f"stage{index + 1}") if f"layer{index}.layers" in name else name
            name = name.replace("stage", "layer").replace("shortcut.convolution", "downsample.0")
            for index in range(3):
                name = name.replace(f"layer.{index}.convolution", f"conv{index + 1}")
            state[name] = value

    class Pooled(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = model.resnet

        def forward(self, x):
            return self.net(x).pooler_output

    note("hf/model.safetensors.index.json", Pooled(), state=state, format="safetensors",
         writer="Hugging Face transformers", architecture="resnet-bottleneck-1.2.1.1/4")


def networks():
    def save(file, net, **more):
        torch.save(net.state_dict(), HERE / file)
        note(file, net, **more)

    save("resnext.pth", randomise(ResNet((1, 2, 1, 1), True, inner=8, groups=4, classes=0), 30),
         architecture="resnet-bottleneck-1.2.1.1w4x4/2")
    save("wide.pth", randomise(ResNet((1, 1, 1, 1), True, stem=4, inner=6, classes=0), 31),
         architecture="resnet-bottleneck-1.1.1.1i6/4")
    save("cifar20.pth", randomise(ResNet((3, 3, 3), False, kernel=3, classes=10, head="linear",
                                         shortcut="shortcut"), 32),
         architecture="resnet-basic-3.3.3-cifar/2")
    save("cifar_padded.pth", randomise(ResNet((1, 1, 1), False, kernel=3, classes=10, head="linear",
                                              padded=True), 33),
         architecture="resnet-basic-1.1.1-cifar-padded/2")
    save("cifar_bottleneck.pth", randomise(ResNet((1, 1, 1), True, kernel=3, classes=0), 34),
         architecture="resnet-bottleneck-1.1.1-cifar/2")
    grey = (normalised() * np.array([0.299, 0.587, 0.114])[:, None, None]).sum(1, keepdims=True)
    save("grey.pth", randomise(ResNet((1, 1, 1, 1), False, channels=1, classes=0), 35), images=grey,
         architecture="resnet-basic-1.1.1.1-1ch/2")
    four = np.concatenate([normalised(), np.ones_like(normalised()[:, :1])], 1)
    save("four.pth", randomise(ResNet((1, 1, 1, 1), False, channels=4, classes=0), 36), images=four,
         architecture="resnet-basic-1.1.1.1-4ch/2")


def main():
    HERE.mkdir(exist_ok=True)
    torch.manual_seed(0)
    legacy()
    namings()
    hugging_face()
    networks()
    (HERE / "expected_torch.json").write_text(json.dumps(EXPECTED) + "\n")


if __name__ == "__main__":
    main()
