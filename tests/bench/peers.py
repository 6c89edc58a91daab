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
packages go into a folder of their own in the per-user cache, once; where they cannot be fetched it says `absent` and
why, and the benchmark goes on without.
"""
import os
import pathlib
import subprocess
import sys
import time
import venv

PACKAGES = ["torch==2.11.0", "torchvision==0.26.0", "numpy"]
BARE = ["lightly==1.6.0"]  # what else it asks for is not needed for its losses
CPU_INDEX = "https://download.pytorch.org/whl/cpu"


def absent(why):
    print("absent " + " ".join(why.split()), flush=True)
    sys.exit(0)


def cache():
    chosen = os.environ.get("REKINDLE_CACHE")
    if chosen:
        return pathlib.Path(chosen)
    return pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "rekindle"


def pip(python, *words):
    return subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-cache-dir", "--disable-pip-version-check",
                           "--retries", "1", "--timeout", "30", *words], capture_output=True, text=True)


def install(folder):
    print(f"Fetching PyTorch, torchvision and lightly into {folder}, once.", file=sys.stderr, flush=True)
    venv.create(folder, with_pip=True, clear=True)
    python = str(folder / "bin" / "python")
    # Without CUDA these are a tenth of the size; not every network reaches that index.
    done = pip(python, "--index-url", CPU_INDEX, *PACKAGES)
    if done.returncode != 0:
        done = pip(python, *PACKAGES)
    if done.returncode == 0:
        done = pip(python, "--no-deps", *BARE)
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines()
        absent("the peers cannot be fetched: " + (lines[-1] if lines else "pip says nothing"))


def enter():
    """Goes on inside the folder of the peers."""
    folder = cache() / "bench-peers"
    stamp, wanted = folder / ".stamp", " ".join(PACKAGES + BARE)
    try:
        if not stamp.exists() or stamp.read_text() != wanted:
            install(folder)
            stamp.write_text(wanted)
    except OSError as error:
        absent(f"the peers cannot be installed: {error}")
    os.environ["REKINDLE_PEERS"] = str(folder)
    python = str(folder / "bin" / "python")
    os.execv(python, [python, *sys.argv])


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
        enter()
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
