#!/usr/bin/env python3
"""What Rekindle's training is timed against: PyTorch, torchvision and lightly as their users run them.

    python3 tests/bench/peers.py TASK [ARGUMENTS]

    ntxent BATCH WIDTH TEMPERATURE    lightly's NTXentLoss, forward and backward
    sinkhorn BATCH PROTOTYPES         lightly's sinkhorn: SwAV's published form
    inspect FILE                      the norms of all filters of a ResNet-50, by a Python of its own from its start
    step SIZE VIEWS default|last|bf16 a SimCLR step of ResNet-50: fp32 and contiguous, as by default; channels last;
                                      channels last in bf16

A benchmark starts it and talks to it by lines: `go` runs the task once and answers its seconds, `memory` runs it once
and answers the MiB that it needed beyond what lay there before and in all, and the end of the input ends it. The
packages are those of peer_packages.py; where they cannot be fetched it says `absent` and why, and the benchmark goes
on without.
"""
import os
import pathlib
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # the source tree stays as it is
import peer_packages


def absent(why):
    print("absent " + " ".join(why.split()), flush=True)
    sys.exit(0)


def status(field):
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    return 0.0


def ntxent(batch, width, temperature):
    import torch
    from lightly.loss import NTXentLoss

    torch.manual_seed(1)
    loss = NTXentLoss(temperature=float(temperature))
    views = [torch.randn(int(batch), int(width), requires_grad=True) for _ in range(2)]

    def once():
        for view in views:
            view.grad = None
        loss(*views).backward()

    return once


def sinkhorn(batch, prototypes):
    import torch
    from lightly.loss.swav_loss import sinkhorn as assign

    torch.manual_seed(1)
    scores = torch.randn(int(batch), int(prototypes)).clamp(-1, 1)
    return lambda: assign(scores, iterations=3, epsilon=0.05)


INSPECT = """
import sys, torch, torchvision
network = torchvision.models.resnet50()
network.load_state_dict(torch.load(sys.argv[1], weights_only=True), strict=False)
norms = {name: weight.detach().double().flatten(1).norm(dim=1) for name, weight in network.named_parameters()
         if weight.dim() == 4}
print(sum(int((row < 0.1).sum()) for row in norms.values()), sum(int((row > 1).sum()) for row in norms.values()))
"""


def inspect(file):
    return lambda: subprocess.run([sys.executable, "-c", INSPECT, file], check=True, stdout=subprocess.DEVNULL)


def step(size, views, mode):
    import torch
    import torchvision
    from lightly.loss import NTXentLoss
    from lightly.models.modules import SimCLRProjectionHead

    torch.manual_seed(1)
    backbone = torchvision.models.resnet50()
    backbone.fc = torch.nn.Identity()
    head = SimCLRProjectionHead(2048, 2048, 128)
    pixels = torch.rand(int(views), 3, int(size), int(size))
    if mode != "default":
        backbone = backbone.to(memory_format=torch.channels_last)
        pixels = pixels.to(memory_format=torch.channels_last)
    loss = NTXentLoss(temperature=0.1)
    optimizer = torch.optim.SGD([*backbone.parameters(), *head.parameters()], lr=0.06, momentum=0.9,
                                weight_decay=5e-4)

    def once():
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=mode == "bf16"):
            rows = head(backbone(pixels))
        loss(*rows.float().chunk(2)).backward()
        optimizer.step()

    return once


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in TASKS:
        sys.exit(__doc__)
    if not os.environ.get("REKINDLE_PEERS"):
        try:
            peer_packages.enter(REKINDLE_PEERS="1")
        except peer_packages.Missing as why:
            absent(f"the peers {why}")
    try:
        once = TASKS[sys.argv[1]](*sys.argv[2:])
    except ImportError as error:
        absent(f"the peers do not load: {error}")
    once()
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() == "go":
            start = time.perf_counter()
            once()
            print(time.perf_counter() - start, flush=True)
        else:
            before = status("VmRSS")
            pathlib.Path("/proc/self/clear_refs").write_text("5")
            once()
            peak = status("VmHWM")
            print(peak - before, peak, flush=True)


TASKS = {"inspect": inspect, "ntxent": ntxent, "sinkhorn": sinkhorn, "step": step}

if __name__ == "__main__":
    main()
