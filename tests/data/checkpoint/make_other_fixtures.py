"""Networks that are no ResNets, as torchvision, timm and others build them, in few channels.

    python make_other_fixtures.py

needs torch, torchvision, timm, segmentation-models-pytorch, safetensors. Writes others/ and
others/expected.json: every convolution in the order of the file, its norm as numpy has it in float64,
and the normalisation that ran right behind it when the network did.
"""

import functools
import json
import pathlib

import numpy as np
import torch
import torchvision
from safetensors.torch import save_file
from torch import nn

from nets import randomise

HERE = pathlib.Path(__file__).parent / "others"
EXPECTED = {}
CONVS = (nn.Conv1d, nn.Conv2d, nn.Conv3d, nn.ConvTranspose2d)
NORMS = (nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm, nn.BatchNorm1d)


def pairs(net, image):
    """The normalisation whose forward pass came next after each convolution's, of as many channels."""
    order = []
    for name, module in net.named_modules():
        if isinstance(module, CONVS + NORMS):
            module.register_forward_hook(lambda m, i, o, name=name: order.append((name, m)))
    with torch.no_grad():
        net.eval()(image)
    found = {}
    for (name, module), (after, norm) in zip(order, order[1:]):
        if isinstance(module, CONVS) and isinstance(norm, NORMS):
            if norm.weight.numel() == module.out_channels:
                found[name] = after
    return found


def note(file, net, image, as_safetensors=False):
    randomise(net, len(file))
    found = pairs(net, image)
    state = net.state_dict()
    layers = []
    modules = dict(net.named_modules())
    for name, value in state.items():
        base = name.rsplit(".", 1)[0]
        if name.endswith(".weight") and isinstance(modules[base], CONVS):
            if isinstance(modules[base], nn.ConvTranspose2d):
                value = value.transpose(0, 1)
            norms = np.sqrt(np.square(value.double().flatten(1).numpy()).sum(1))
            layers.append({"name": base, "shape": list(value.shape), "norm": float(np.sqrt(np.square(norms).sum())),
                           "dead": int((norms < 0.1).sum()), "bn": found.get(base, "")})
    if as_safetensors:
        # The file is sorted: what runs behind a dense network's transition is not told by names.
        for layer in layers:
            layer["bn"] = "" if "transition" in layer["name"] else layer["bn"]
        save_file({k: v.contiguous() for k, v in state.items()}, HERE / file)
        layers.sort(key=lambda layer: layer["name"] + ".weight")
    else:
        torch.save(state, HERE / file)
    EXPECTED[file] = layers


class Unet(nn.Module):
    """Down, up with transposed convolutions, group and batch normalisation."""

    def __init__(self, batch):
        super().__init__()
        def double(a, b):
            norm = nn.BatchNorm2d if batch else functools.partial(nn.GroupNorm, 2)
            return nn.Sequential(nn.Conv2d(a, b, 3, padding=1), norm(b), nn.ReLU(), nn.Conv2d(b, b, 3, padding=1),
                                 norm(b), nn.ReLU())
        self.inc = double(1, 4)
        self.down = double(4, 8)
        self.up = nn.ConvTranspose2d(8, 4, 2, 2)
        self.conv = double(8, 4)
        self.outc = nn.Conv2d(4, 2, 1)

    def forward(self, x):
        a = self.inc(x)
        b = self.up(self.down(nn.functional.max_pool2d(a, 2)))
        return self.outc(self.conv(torch.cat([a, b], 1)))


class ClipBlock(nn.Module):
    def __init__(self, inputs, inner, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, inner, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(inner)
        self.conv2 = nn.Conv2d(inner, inner, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(inner)
        self.conv3 = nn.Conv2d(inner, 4 * inner, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(4 * inner)
        self.pool = nn.AvgPool2d(stride) if stride > 1 else nn.Identity()
        self.downsample = None
        if stride > 1 or inputs != 4 * inner:
            parts = {"-1": nn.AvgPool2d(stride), "0": nn.Conv2d(inputs, 4 * inner, 1, bias=False),
                     "1": nn.BatchNorm2d(4 * inner)}
            self.downsample = nn.Sequential()
            for name, part in parts.items():
                self.downsample.add_module(name, part)

    def forward(self, x):
        y = self.bn1(self.conv1(x)).relu()
        y = self.bn2(self.conv2(y)).relu()
        y = self.bn3(self.conv3(self.pool(y)))
        return (y + (self.downsample(x) if self.downsample is not None else x)).relu()


class ClipResNet(nn.Module):
    """CLIP's ResNet: a stem of three convolutions and pooling in place of strides."""

    def __init__(self, stem=4):
        super().__init__()
        self.visual = nn.Module()
        v = self.visual
        v.conv1, v.bn1 = nn.Conv2d(3, stem // 2, 3, 2, 1, bias=False), nn.BatchNorm2d(stem // 2)
        v.conv2, v.bn2 = nn.Conv2d(stem // 2, stem // 2, 3, 1, 1, bias=False), nn.BatchNorm2d(stem // 2)
        v.conv3, v.bn3 = nn.Conv2d(stem // 2, stem, 3, 1, 1, bias=False), nn.BatchNorm2d(stem)
        inputs = stem
        for stage in range(4):
            inner = stem << stage
            setattr(v, f"layer{stage + 1}", nn.Sequential(ClipBlock(inputs, inner, 1 if stage == 0 else 2)))
            inputs = 4 * inner

    def forward(self, x):
        v = self.visual
        for index in (1, 2, 3):
            x = getattr(v, f"bn{index}")(getattr(v, f"conv{index}")(x)).relu()
        for stage in range(4):
            x = getattr(v, f"layer{stage + 1}")(nn.functional.interpolate(x, size=8) if stage == 0 else x)
        return x


def main():
    HERE.mkdir(exist_ok=True)
    torch.manual_seed(0)
    image = torch.rand(1, 3, 32, 32)
    vgg = torchvision.models.vgg
    note("vgg_bn.pth", vgg.make_layers([4, "M", 8, 8, "M"], batch_norm=True), image)
    note("vgg.pth", vgg.make_layers([4, "M", 8, 8, "M"], batch_norm=False), image)
    dense = torchvision.models.DenseNet(growth_rate=4, block_config=(3, 2), num_init_features=8, bn_size=2,
                                        num_classes=3)
    note("densenet.pth", dense, image)
    dense = torchvision.models.DenseNet(growth_rate=4, block_config=(3, 2), num_init_features=8, bn_size=2,
                                        num_classes=3)
    note("densenet.safetensors", dense, image, as_safetensors=True)
    config = torchvision.models.efficientnet.MBConvConfig
    efficient = torchvision.models.EfficientNet([config(1, 3, 1, 8, 8, 1, 1.0, 1.0), config(4, 3, 2, 8, 16, 2, 1.0, 1.0)],
                                                dropout=0.0, last_channel=16, num_classes=3)
    note("efficientnet.pth", efficient, image)
    block = torchvision.models.convnext.CNBlockConfig
    note("convnext.pth", torchvision.models.ConvNeXt([block(8, 16, 1), block(16, None, 1)], num_classes=3), image)
    note("unet_batch.pth", Unet(True), torch.rand(1, 1, 16, 16))
    note("unet_group.pth", Unet(False), torch.rand(1, 1, 16, 16))
    note("clip.pth", ClipResNet(), image)
    note("clip.safetensors", ClipResNet(), image, as_safetensors=True)
    volume = nn.Sequential(nn.Conv3d(1, 4, 3, padding=1, bias=False), nn.BatchNorm3d(4), nn.ReLU(),
                           nn.Conv3d(4, 8, (1, 3, 3), bias=False), nn.BatchNorm3d(8))
    note("volume.pth", volume, torch.rand(1, 1, 8, 8, 8))
    from timm.models._efficientnet_builder import decode_arch_def
    from timm.models.efficientnet import EfficientNet
    blocks = decode_arch_def([["ds_r1_k3_s1_e1_c8"], ["ir_r2_k3_s2_e4_c16_se0.25"]])
    note("timm_efficientnet.safetensors",
         EfficientNet(blocks, stem_size=8, num_features=16, num_classes=3), image, as_safetensors=True)
    (HERE / "expected.json").write_text(json.dumps(EXPECTED) + "\n")


if __name__ == "__main__":
    main()
