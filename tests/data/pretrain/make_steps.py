#!/usr/bin/env python3
"""Writes the numbers that tst_ten_steps holds ten whole training steps of each method against.

    pip install torch==2.11.0
    python3 tests/data/pretrain/make_steps.py

Everything is written anew from the papers' and the originals' formulas (recipes 1), in float64: network, heads,
batch norm, losses, optimisers, schedules, queue, moving average. Weights and pixels come from splitmix64 over the
names of tensors, so that nothing but the answers is stored: steps.json holds for each step the loss, and for each
gradient, parameter and statistic its norm and its product with a fixed vector.
"""
import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).parent
STEPS, BATCH, PER_EPOCH, EPOCHS = 10, 6, 24, 5
MASK = (1 << 64) - 1
torch.set_default_dtype(torch.float64)


def named(name):
    """FNV-1a."""
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = (value ^ byte) * 0x100000001B3 & MASK
    return value


def uniform(name, shape):
    """splitmix64 from the name on, in [0, 1)."""
    count = math.prod(shape)
    with np.errstate(over="ignore"):
        z = np.uint64(named(name)) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return torch.from_numpy((z >> np.uint64(11)).astype(np.float64) / 2.0**53).view(shape)


def told(name, tensor):
    tensor = tensor.detach()
    return [tensor.norm().item(), (tensor * (uniform("dot " + name, tensor.shape) - 0.5)).sum().item()]


def same(x, kernel, stride):
    pads = []
    for size in (x.shape[3], x.shape[2]):
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        pads += [total // 2, total - total // 2]
    return F.pad(x, pads)


class Norm(torch.nn.Module):
    def __init__(self, channels, variance, shift=True):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.ones(channels))
        if shift:
            self.bias = torch.nn.Parameter(torch.zeros(channels))
        self.shift, self.variance, self.count = shift, variance, 0
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))
        self.hidden = [torch.zeros(channels), torch.zeros(channels)]  # Haiku's averages before they are debiased

    def forward(self, x):
        axes = [0] + list(range(2, x.dim()))
        view = [1, -1] + [1] * (x.dim() - 2)
        mean, var = x.mean(axes), x.var(axes, unbiased=False)
        y = (x - mean.view(view)) / torch.sqrt(var.view(view) + 1e-5) * self.weight.view(view)
        if self.shift:
            y = y + self.bias.view(view)
        with torch.no_grad():
            self.count += 1
            rows = x.numel() // x.shape[1]
            if self.variance == "debiased":
                for hidden, value, running in ((self.hidden[0], mean, self.running_mean),
                                               (self.hidden[1], var, self.running_var)):
                    hidden.mul_(0.9).add_(0.1 * value)
                    running.copy_(hidden / (1 - 0.9**self.count))
            else:
                fed = var * rows / (rows - 1) if self.variance == "unbiased" else var
                self.running_mean.mul_(0.9).add_(0.1 * mean)
                self.running_var.mul_(0.9).add_(0.1 * fed)
        return y


class Conv(torch.nn.Module):
    def __init__(self, inputs, outputs, kernel, stride, padding):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(outputs, inputs, kernel, kernel))
        self.kernel, self.stride, self.padding = kernel, stride, padding

    def forward(self, x):
        if self.padding == "same" and self.stride > 1:
            return F.conv2d(same(x, self.kernel, self.stride), self.weight, stride=self.stride)
        return F.conv2d(x, self.weight, stride=self.stride, padding=self.kernel // 2)


class Block(torch.nn.Module):
    def __init__(self, inputs, outputs, stride, padding, variance):
        super().__init__()
        self.conv1, self.bn1 = Conv(inputs, outputs, 3, stride, padding), Norm(outputs, variance)
        self.conv2, self.bn2 = Conv(outputs, outputs, 3, 1, padding), Norm(outputs, variance)
        self.downsample = None
        if stride > 1 or inputs != outputs:
            self.downsample = torch.nn.Sequential(Conv(inputs, outputs, 1, stride, padding), Norm(outputs, variance))

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = self.bn2(self.conv2(y))
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


class ResNet18(torch.nn.Module):
    def __init__(self, stem, padding, variance, mean, deviation):
        super().__init__()
        self.padding = padding
        # The program keeps them in float32.
        self.mean = torch.tensor(mean, dtype=torch.float32).double().view(1, 3, 1, 1)
        self.deviation = torch.tensor(deviation, dtype=torch.float32).double().view(1, 3, 1, 1)
        self.conv1, self.bn1 = Conv(3, stem, 7, 2, padding), Norm(stem, variance)
        channels = stem
        for stage in range(4):
            outputs = stem << stage
            blocks = torch.nn.Sequential(Block(channels, outputs, 2 if stage else 1, padding, variance),
                                         Block(outputs, outputs, 1, padding, variance))
            setattr(self, f"layer{stage + 1}", blocks)
            channels = outputs

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1((x - self.mean) / self.deviation)))
        x = F.max_pool2d(x, 3, 2, 1) if self.padding == "torchvision" else F.max_pool2d(same(x, 3, 2), 3, 2)
        for stage in (self.layer1, self.layer2, self.layer3, self.layer4):
            x = stage(x)
        return x.mean((2, 3))


class Linear(torch.nn.Module):
    def __init__(self, inputs, outputs, bias):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(outputs, inputs))
        self.bias = torch.nn.Parameter(torch.zeros(outputs)) if bias else None

    def forward(self, x):
        return F.linear(x, self.weight, self.bias)


class Perceptron(torch.nn.Module):
    def __init__(self, inputs, hidden, outputs, bias, variance):
        super().__init__()
        self.hidden, self.norm = Linear(inputs, hidden, True), Norm(hidden, variance)
        self.output = Linear(hidden, outputs, bias)

    def forward(self, x):
        return self.output(F.relu(self.norm(self.hidden(x))))


def fill(module):
    with torch.no_grad():
        for name, tensor in module.named_parameters():
            value = 2 * uniform(name, tensor.shape) - 1
            if tensor.dim() > 1:
                tensor.copy_(value * math.sqrt(3 * tensor.shape[0] / tensor.numel()))
            else:
                tensor.copy_(0.1 * value if name.endswith("bias") else 1 + 0.2 * value)


def pixels(step, sizes):
    return [uniform(f"pixels {step} {view}", (BATCH, 3, size, size)) for view, size in enumerate(sizes)]


class Optimizer:
    """LARS in both forms and LARC, by name."""

    def __init__(self, kind, decay):
        self.kind, self.decay, self.velocity = kind, decay, {}

    def step(self, parameters, lr):
        with torch.no_grad():
            for name, w in parameters.items():
                if w.grad is None:
                    continue
                g, ratio = w.grad.clone(), 1.0
                wn, gn = w.norm(), g.norm()
                if self.kind == "larc":
                    if wn != 0 and gn != 0:
                        g = (g + self.decay * w) * (0.001 * wn / (gn + self.decay * wn + 1e-8))
                elif self.kind == "sgd":
                    g = g + self.decay * w
                elif w.dim() > 1:
                    g = g + self.decay * w
                    if wn > 0 and g.norm() > 0:
                        ratio = 0.001 * wn / g.norm()
                v = self.velocity.get(name, torch.zeros_like(w))
                if self.kind == "simclr":
                    v = 0.9 * v + lr * ratio * g
                    w.sub_(v)
                else:
                    v = 0.9 * v + ratio * g
                    w.sub_(lr * v)
                self.velocity[name] = v


def cosine(step, warmup, total, start, peak, final, both_ends):
    if step < warmup:
        return start + (peak - start) * step / (warmup - 1 if both_ends else warmup)
    return final + 0.5 * (peak - final) * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)))


COMMON = {"batch": BATCH, "images_per_epoch": PER_EPOCH, "epochs": EPOCHS, "image_size": 32, "lr": 0.05,
          "warmup_epochs": 1.0, "weight_decay": 1e-3, "architecture": "resnet18/4"}


def unit(x):
    return x / torch.sqrt(torch.clamp((x * x).sum(1, keepdim=True), min=1e-12))


class Simclr:
    settings = {"method": "simclr", "temperature": 0.3, **COMMON,
                "conventions": {"padding": "simclr", "normalisation": "none", "bn_eps": 1e-5}}
    sizes = [32, 32]
    optimizer = Optimizer("simclr", 1e-3)

    class Head(torch.nn.Module):
        def __init__(self, features):
            super().__init__()
            self.hidden = torch.nn.Parameter(torch.zeros(features, features))
            self.hidden_bn = Norm(features, "biased")
            self.output = torch.nn.Parameter(torch.zeros(128, features))
            self.output_bn = Norm(128, "biased", shift=False)

        def forward(self, x):
            return self.output_bn(F.linear(F.relu(self.hidden_bn(F.linear(x, self.hidden))), self.output))

    def __init__(self):
        self.module = torch.nn.Module()
        self.module.backbone = ResNet18(4, "simclr", "biased", (0, 0, 0), (1, 1, 1))
        self.module.head = self.Head(32)
        fill(self.module)

    def loss(self, views, step):
        z = unit(self.module.head(self.module.backbone(torch.cat(views))))
        logits = z @ z.T / 0.3
        logits.fill_diagonal_(-math.inf)
        labels = torch.cat([torch.arange(BATCH, 2 * BATCH), torch.arange(BATCH)])
        return 2 * F.cross_entropy(logits, labels)

    def rate(self, step):
        return cosine(step, 4, EPOCHS * PER_EPOCH // BATCH + 1, 0, 0.05, 0, False)

    def before(self, step):
        pass

    def after(self, step):
        pass

    def trained(self):
        return dict(self.module.named_parameters())


class Swav(Simclr):
    settings = {"method": "swav", **COMMON, "lr": 20.0, "crops": "multi", "small_crops": 2, "small_size": 24, "prototypes": 11,
                "temperature": 0.2, "queue": 12, "queue_start": 1.0, "freeze_iters": 3, "start_lr": 1.0,
                "final_lr": 0.5, "conventions": {"padding": "torchvision", "normalisation": "swav", "bn_eps": 1e-5}}
    sizes = [32, 32, 24, 24]
    optimizer = Optimizer("larc", 1e-3)

    def __init__(self):
        self.module = torch.nn.Module()
        self.module.backbone = ResNet18(4, "torchvision", "unbiased", (0.485, 0.456, 0.406), (0.228, 0.224, 0.225))
        self.module.head = Perceptron(32, 2048, 128, True, "unbiased")
        self.module.prototypes = Linear(128, 11, False)
        fill(self.module)
        self.module.register_buffer("queue", torch.zeros(2, 12, 128))

    def assign(self, scores):
        q = torch.exp(scores / 0.05)
        q = q / q.sum()
        for _ in range(3):
            q = q / q.sum(0, keepdim=True) / q.shape[1]
            q = q / q.sum(1, keepdim=True) / q.shape[0]
        return q * q.shape[0]

    def loss(self, views, step):
        module = self.module
        with torch.no_grad():
            module.prototypes.weight.copy_(F.normalize(module.prototypes.weight))
        features = torch.cat([module.backbone(torch.cat(views[:2])), module.backbone(torch.cat(views[2:]))])
        z = F.normalize(module.head(features))
        scores = module.prototypes(z).view(4, BATCH, 11)
        z = z.detach().view(4, BATCH, 128)
        loss = 0
        for crop in (0, 1):
            with torch.no_grad():
                out, queue = scores[crop].detach(), module.queue[crop]
                if step >= 4:
                    if (queue[-1] != 0).any():
                        out = torch.cat([module.prototypes(queue), out])
                    module.queue[crop] = torch.cat([z[crop], queue[:-BATCH]]).clone()
                q = self.assign(out)[-BATCH:]
            others = [v for v in range(4) if v != crop]
            loss = loss - sum((q * F.log_softmax(scores[v] / 0.2, 1)).sum(1).mean() for v in others) / 3
        return loss / 2

    def rate(self, step):
        return cosine(step, 4, EPOCHS * (PER_EPOCH // BATCH), 1.0, 20, 0.5, True)

    def before(self, step):
        if step < 3:
            self.module.prototypes.weight.grad = None


class Byol(Simclr):
    settings = {"method": "byol", **COMMON, "target_momentum": 0.9,
                "conventions": {"padding": "same", "normalisation": "imagenet", "bn_eps": 1e-5}}
    sizes = [32, 32]
    optimizer = Optimizer("byol", 1e-3)

    def __init__(self):
        def encoder():
            part = torch.nn.Module()
            part.backbone = ResNet18(4, "same", "debiased", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
            part.projector = Perceptron(32, 4096, 256, False, "debiased")
            return part

        self.module = torch.nn.Module()
        self.module.online, self.module.target = encoder(), encoder()
        self.module.predictor = Perceptron(256, 4096, 256, False, "debiased")
        fill(self.module)

    def loss(self, views, step):
        online, target = self.module.online, self.module.target
        p1, p2 = (unit(self.module.predictor(online.projector(online.backbone(view)))) for view in views)
        with torch.no_grad():
            t1, t2 = (unit(target.projector(target.backbone(view))) for view in views)
        return (((p1 - t2) ** 2).sum(1) + ((p2 - t1) ** 2).sum(1)).mean()

    def rate(self, step):
        return cosine(step, 4, EPOCHS * PER_EPOCH // BATCH, 0, 0.05, 0, False)

    def after(self, step):
        total = EPOCHS * PER_EPOCH // BATCH
        tau = 1 - (1 - 0.9) * (math.cos(math.pi * step / total) + 1) / 2
        with torch.no_grad():
            for mine, theirs in zip(self.module.target.parameters(), self.module.online.parameters()):
                mine.add_((1 - tau) * (theirs - mine))

    def trained(self):
        return {name: tensor for name, tensor in self.module.named_parameters() if not name.startswith("target.")}


class Moco(Simclr):
    settings = {"method": "moco", **COMMON, "temperature": 0.3, "queue": 13, "key_momentum": 0.8, "warmup_epochs": 0.0,
                "conventions": {"padding": "torchvision", "normalisation": "imagenet", "bn_eps": 1e-5}}
    sizes = [32, 32]
    optimizer = Optimizer("sgd", 1e-3)

    def __init__(self):
        def encoder():
            part = torch.nn.Module()
            part.backbone = ResNet18(4, "torchvision", "unbiased", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
            part.hidden, part.output = Linear(32, 32, True), Linear(32, 128, True)
            return part

        self.module = torch.nn.Module()
        self.module.query, self.module.key = encoder(), encoder()
        fill(self.module)
        # 13 rows are two batches of 6 and one row over.
        self.module.register_buffer("queue", unit(uniform("queue", (12, 128)) - 0.5))

    def embed(self, part, view):
        return unit(part.output(F.relu(part.hidden(part.backbone(view)))))

    def loss(self, views, step):
        module = self.module
        queries = self.embed(module.query, views[0])
        with torch.no_grad():
            keys = self.embed(module.key, views[1])
        logits = torch.cat([(queries * keys).sum(1, keepdim=True), queries @ module.queue.T], 1) / 0.3
        with torch.no_grad():
            module.queue = torch.cat([keys, module.queue[:-BATCH]])
        return F.cross_entropy(logits, torch.zeros(BATCH, dtype=torch.long))

    def rate(self, step):
        return 0.05 * 0.5 * (1 + math.cos(math.pi * (step // 4) / EPOCHS))

    def after(self, step):
        with torch.no_grad():
            for mine, theirs in zip(self.module.key.parameters(), self.module.query.parameters()):
                mine.mul_(0.8).add_(0.2 * theirs)

    def trained(self):
        return {name: tensor for name, tensor in self.module.named_parameters() if name.startswith("query.")}


class Supervised(Simclr):
    settings = {"method": "supervised", **COMMON, "warmup_epochs": 0.5,
                "conventions": {"padding": "torchvision", "normalisation": "imagenet", "bn_eps": 1e-5}}
    sizes = [32]
    classes = 3
    optimizer = Optimizer("sgd", 1e-3)

    def __init__(self):
        self.module = torch.nn.Module()
        self.module.backbone = ResNet18(4, "torchvision", "unbiased", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
        self.module.classifier = Linear(32, self.classes, True)
        fill(self.module)

    def loss(self, views, step):
        logits = self.module.classifier(self.module.backbone(views[0]))
        labels = (torch.arange(BATCH) + step) % self.classes
        return -F.log_softmax(logits, 1)[torch.arange(BATCH), labels].mean()

    def rate(self, step):
        if step < 2:
            return 0.05 * step / 2
        return 0.05 * 0.1 ** (3 * (step // 4) // EPOCHS)


def main():
    methods = []
    for kind in (Simclr, Swav, Byol, Moco, Supervised):
        method, steps = kind(), []
        trained = method.trained()
        for step in range(STEPS):
            for parameter in trained.values():
                parameter.grad = None
            loss = method.loss(pixels(step, method.sizes), step)
            loss.backward()
            entry = {"loss": loss.item(), "rate": method.rate(step),
                     "gradients": {name: told(name, p.grad) for name, p in trained.items()}}
            method.before(step)
            method.optimizer.step(trained, method.rate(step))
            method.after(step)
            entry["state"] = {name: told(name, tensor) for name, tensor in
                              [*method.module.named_parameters(), *method.module.named_buffers()]}
            steps.append(entry)
        print(kind.__name__, [round(entry["loss"], 4) for entry in steps])
        methods.append({"settings": kind.settings, "sizes": kind.sizes, "classes": getattr(kind, "classes", 0),
                        "steps": steps})
    (HERE / "steps.json").write_text(",\n".join(json.dumps(m) for m in methods).join(("[\n", "\n]\n")))


main()
