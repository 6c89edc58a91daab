"""Tiny ResNets for the fixtures, with the names and the forward pass of torchvision's.

Shared by the scripts beside it. Widths are a few channels, so that a file has some tens of kilobytes.
"""

import torch
from torch import nn
from torch.nn import functional as F


class Block(nn.Module):
    def __init__(self, inputs, inner, outputs, stride, bottleneck, groups=1, shortcut="downsample", padded=False,
                 project=False):
        super().__init__()
        if bottleneck:
            kinds = [(inputs, inner, 1, 1, 1), (inner, inner, 3, stride, groups), (inner, outputs, 1, 1, 1)]
        else:
            kinds = [(inputs, inner, 3, stride, 1), (inner, outputs, 3, 1, 1)]
        self.count = len(kinds)
        for number, (a, b, kernel, step, parts) in enumerate(kinds, 1):
            setattr(self, f"conv{number}", nn.Conv2d(a, b, kernel, step, kernel // 2, groups=parts, bias=False))
            setattr(self, f"bn{number}", nn.BatchNorm2d(b))
        self.shortcut_name = None
        self.padded = None
        if stride != 1 or inputs != outputs or project:
            if padded:
                self.padded = (stride, outputs - inputs)
            else:
                self.shortcut_name = shortcut
                setattr(self, shortcut, nn.Sequential(
                    nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)))

    def forward(self, x):
        y = x
        for number in range(1, self.count + 1):
            y = getattr(self, f"bn{number}")(getattr(self, f"conv{number}")(y))
            if number < self.count:
                y = F.relu(y)
        if self.padded:
            stride, extra = self.padded
            x = F.pad(x[:, :, ::stride, ::stride], (0, 0, 0, 0, extra // 2, extra // 2))
        elif self.shortcut_name:
            x = getattr(self, self.shortcut_name)(x)
        return F.relu(x + y)


class ResNet(nn.Module):
    def __init__(self, blocks, bottleneck, stem=2, kernel=7, classes=10, inner=None, groups=1, channels=3,
                 shortcut="downsample", padded=False, project_first=False, head="fc"):
        super().__init__()
        self.small = kernel == 3
        self.conv1 = nn.Conv2d(channels, stem, kernel, 1 if self.small else 2, kernel // 2, bias=False)
        self.bn1 = nn.BatchNorm2d(stem)
        inputs = stem
        for stage, count in enumerate(blocks):
            inside = (inner or stem) << stage
            outputs = (4 * stem << stage) if bottleneck else inside
            layer = nn.Sequential()
            for index in range(count):
                stride = 2 if stage > 0 and index == 0 else 1
                layer.append(Block(inputs, inside, outputs, stride, bottleneck, groups, shortcut, padded,
                                   project_first and stage == 0 and index == 0))
                inputs = outputs
            setattr(self, f"layer{stage + 1}", layer)
        self.stages = len(blocks)
        if classes:
            setattr(self, head, nn.Linear(inputs, classes))

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        if not self.small:
            x = F.max_pool2d(x, 3, 2, 1)
        for stage in range(self.stages):
            x = getattr(self, f"layer{stage + 1}")(x)
        return x.mean((2, 3))


def randomise(net, seed):
    """Statistics and scales that a test can see, kernels of which some filters are dead."""
    generator = torch.Generator().manual_seed(seed)
    for name, value in net.state_dict().items():
        if name.endswith("running_mean"):
            value.normal_(0, 0.2, generator=generator)
        elif name.endswith("running_var"):
            value.uniform_(0.5, 2.0, generator=generator)
        elif name.endswith("num_batches_tracked"):
            value.fill_(1234)
        elif value.dim() >= 4:
            value.normal_(0, (2.0 / value[0].numel()) ** 0.5, generator=generator)
            value[0] *= 0.01
        elif value.dim() == 1 and name.endswith("weight"):
            value.uniform_(0.5, 1.5, generator=generator)
        elif value.dim() == 1:
            value.normal_(0, 0.2, generator=generator)
    return net.eval()
