"""The tiny images, runs and plans that are broken, and what can be seen of a run from outside."""

import hashlib
import json
import os
import re
import struct
import zlib

from runner import Broken

SIDE = 36
SETTINGS = ("image_size=32", "batch=8", "warmup_epochs=1", "architecture=resnet18/4", "save_every_minutes=0")
METHODS = ("simclr", "swav", "byol", "moco", "supervised")
# What a method needs beside, to be as small.
METHOD_SETTINGS = {
    "swav": ("prototypes=16", "small_crops=2", "small_size=16", "queue=16", "queue_start=2", "freeze_iters=3"),
    "moco": ("queue=16",),
}
SCORE_SETTINGS = ("image_size=32", "batch=4", "architecture=resnet18/4", "save_every_minutes=0")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, packed, depth=8, colour=2, palette=b""):
    """A PNG file; `packed` is what its pixels were compressed to."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + palette + chunk(b"IDAT", packed) + chunk(b"IEND", b""))


def picture(number, kind):
    """A small picture that tells two kinds apart: lines across or upright, in colours of its own."""
    pixels = bytearray()
    for y in range(SIDE):
        pixels.append(0)  # no filter
        for x in range(SIDE):
            along = x if kind else y
            noise = (x * 7919 + y * 104729 + number * 1299709) * 2654435761 >> 16 & 31
            pixels += bytes((along * (3 + number % 4) * 5 + noise & 255, 40 + 20 * (number % 8) + noise & 255,
                             200 - 60 * kind + noise & 255))
    return png(SIDE, SIDE, zlib.compress(bytes(pixels)))


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def read(path):
    with open(path, "rb") as file:
        return file.read()


def make_images(folder, train=8, test=3):
    number = 0
    for part, count in (("train", train), ("test", test)):
        for kind, name in enumerate(("across", "upright")):
            for _ in range(count):
                write(os.path.join(folder, part, name, f"{number:03d}.png"), picture(number, kind))
                number += 1


class Study:
    def __init__(self, campaign):
        self.campaign, self.program = campaign, campaign.program
        self.images = os.path.join(campaign.scratch, "images")
        self._known = {}
        make_images(self.images)

    def pretrain(self, out, epochs=3, more=(), method="simclr"):
        words = ["pretrain", "--method", method, "--images", self.images, "--init", "random", "--out", out,
                 "--threads", "1", "--json"]
        for setting in (*SETTINGS, *METHOD_SETTINGS.get(method, ()), f"epochs={epochs}", "snapshots=1", *more):
            words += ["--set", setting]
        return words

    def score(self, out, epochs=3, more=()):
        words = ["evaluate", "--checkpoint", "random", "--images", self.images, "--repeats", "2", "--out", out,
                 "--threads", "1", "--json"]
        for setting in (*SCORE_SETTINGS, f"epochs={epochs}", *more):
            words += ["--set", setting]
        return words

    def words(self, kind, out, epochs=3, more=()):
        """`kind` is `evaluate`, or `pretrain` with or without a method behind a space."""
        if kind == "evaluate":
            return self.score(out, epochs, more)
        return self.pretrain(out, epochs, more, *kind.split()[1:])

    def unbroken(self, kind, epochs=3):
        """A run of these settings that nothing happened to, and its digest."""
        if (kind, epochs) not in self._known:
            run = os.path.join(self.campaign.scratch, "unbroken", f"{kind}-{epochs}".replace(" ", "-"))
            os.makedirs(os.path.dirname(run), exist_ok=True)
            called = self.program.run(self.words(kind, run, epochs))
            if called.code != 0:
                raise Broken(f"an unbroken run fails: {called.ended()}")
            self._known[kind, epochs] = Unbroken(run, self.mark(kind, run), called.seconds)
        return self._known[kind, epochs]

    def mark(self, kind, run):
        """What two equal runs have in common: the digest of training, the answers of a score."""
        if kind != "evaluate":
            called = self.program.run(["digest", run, "--json"], kept=False)
            if called.code != 0:
                raise Broken(f"digest: {called.ended()}")
            backbone = hashlib.sha256(read(os.path.join(run, "backbone.safetensors"))).hexdigest()
            return called.json()["digest"] + " " + backbone
        return hashlib.sha256(read(os.path.join(run, "result.json"))).hexdigest()

    def copy(self, run, to):
        import shutil
        shutil.copytree(run, to, symlinks=True)
        return to

    def paused(self, to, epochs=6, kind="pretrain"):
        """A run that was paused on request, with whole saves, in the folder `to`."""
        key = ("paused", kind, epochs)
        if key not in self._known:
            import signal
            import time
            run = os.path.join(self.campaign.scratch, "unbroken", f"paused-{kind}-{epochs}")
            started = self.program.start(self.words(kind, run, epochs))
            until = time.monotonic() + 60
            while started.running() and time.monotonic() < until and len(saves(run)) < 2:
                time.sleep(0.01)
            started.signal(signal.SIGINT)
            called = started.wait()
            if called.code != 5:
                raise Broken(f"a run that is to be paused: {called.ended()}")
            self._known[key] = run
        return self.copy(self._known[key], to)


class Unbroken:
    def __init__(self, run, mark, seconds):
        self.run, self.mark, self.seconds = run, mark, seconds


def saves(run):
    """Steps of the saves that are whole, ascending; read without the program."""
    folder = os.path.join(run, "checkpoints")
    found = []
    for name in sorted(names(folder)):
        match = re.fullmatch(r"ckpt-(\d{12})(-\d{3})?", name)
        if match and is_whole(os.path.join(folder, name)):
            found.append(int(match.group(1)))
    return found


def is_whole(save):
    try:
        manifest = json.loads(read(os.path.join(save, "MANIFEST.json")))
        return all(hashlib.sha256(read(os.path.join(save, entry["name"]))).hexdigest() == entry["sha256"]
                   for entry in manifest["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def names(folder):
    try:
        return os.listdir(folder)
    except OSError:
        return []


def went_on_after(run):
    """The steps after which sittings of a run said that they went on."""
    try:
        log = read(os.path.join(run, "log.txt")).decode("utf-8", "replace")
    except OSError:
        return []
    return [int(step) for step in re.findall(r"Continuing after step (\d+)", log)]


def status(run):
    try:
        value = json.loads(read(os.path.join(run, "status.json")))
        return value if isinstance(value, dict) else {}
    except (OSError, ValueError):
        return {}


def leftovers(*folders):
    """What should not outlive a process: scratch files and folders, half-taken requests."""
    found = []
    for folder in folders:
        for root, below, files in os.walk(folder):
            found += [os.path.join(root, name) for name in below + files
                      if name.startswith((".tmp-", ".trash-")) or name == "request.taken"]
    return found


def files_of(run):
    """All files of a folder, relative to it, in order."""
    found = []
    for root, _, files in os.walk(run):
        found += [os.path.relpath(os.path.join(root, name), run) for name in files]
    return sorted(found)


def picture_of(folder):
    """Names, kinds, sizes and contents below a folder, to see whether anything was touched."""
    found = {}
    for root, below, files in os.walk(folder):
        for name in below + files:
            path = os.path.join(root, name)
            about = os.lstat(path)
            content = ""
            if os.path.islink(path):
                content = os.readlink(path)
            elif name in files and os.path.isfile(path):
                content = hashlib.sha256(read(path)).hexdigest()
            found[os.path.relpath(path, folder)] = (about.st_mode, about.st_size if name in files else 0, content)
    return found
