#!/usr/bin/env python3
"""Writes the numbers that tst_model holds our ResNets against: torchvision's blocks in tiny networks.

Run with Python 3.11, torch 2.11, torchvision 0.26, safetensors 0.8:
    python3 tests/data/model/make_fixtures.py
Each file holds the weights under torchvision names, the input `pixels` [4, 3, 32, 40] and the pooled
features in evaluation and in training mode, computed in float64 and stored as float32.
"""
import pathlib

import torch
from safetensors.torch import save_file
from torchvision.models.resnet import BasicBlock, Bottleneck, ResNet


class Narrow(ResNet):
    """torchvision's ResNet with 4 instead of 64 channels in the stem."""

    def __init__(self, block):
        super().__init__(block, [1, 1, 1, 1])
        self.inplanes = 4
        self.conv1 = torch.nn.Conv2d(3, 4, 7, 2, 3, bias=False)
        self.bn1 = torch.nn.BatchNorm2d(4)
        self.layer1 = self._make_layer(block, 4, 1)
        self.layer2 = self._make_layer(block, 8, 1, stride=2)
        self.layer3 = self._make_layer(block, 16, 1, stride=2)
        self.layer4 = self._make_layer(block, 32, 1, stride=2)
        self.fc = torch.nn.Identity()


def randomise(network):
    for name, tensor in network.state_dict().items():
        if name.endswith("running_var"):
            tensor.uniform_(0.5, 2.0)
        elif name.endswith("running_mean") or name.endswith("bias"):
            tensor.normal_(0, 0.2)
        elif tensor.dim() == 1:
            tensor.uniform_(0.5, 1.5)
        elif tensor.dim() == 4:
            tensor.normal_(0, (2.0 / tensor[0].numel()) ** 0.5)


def main():
    folder = pathlib.Path(__file__).parent
    for name, block in (("basic", BasicBlock), ("bottleneck", Bottleneck)):
        torch.manual_seed(17)
        network = Narrow(block).double()
        randomise(network)
        state = {k: v.clone() for k, v in network.state_dict().items()}
        pixels = torch.rand(4, 3, 32, 40, dtype=torch.float64)
        with torch.no_grad():
            evaluation = network.eval()(pixels)
            training = network.train()(pixels)
        tensors = {k: v.float() if v.is_floating_point() else v for k, v in state.items()}
        tensors.update(pixels=pixels.float(), evaluation=evaluation.float(), training=training.float())
        tensors["after.bn1.running_mean"] = network.bn1.running_mean.float()
        tensors["after.bn1.running_var"] = network.bn1.running_var.float()
        save_file({k: v.contiguous() for k, v in tensors.items()}, folder / f"{name}.safetensors")


main()
