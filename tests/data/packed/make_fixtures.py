#!/usr/bin/env python3
"""Makes the pictures and expected numbers that the tests of core/packed and of the policies in core/views read.

Needs numpy, scipy, pillow, torch and torchvision; the tests themselves need none of them.
    python3 tests/data/packed/make_fixtures.py
Reduced pictures are Pillow's LANCZOS in its float mode, turned ones torchvision's, stains follow the
published matrix in numpy alone, looks are signs of scipy's cosine transform.
"""
import json
import pathlib
import struct
import zlib

import numpy as np
import torch
from PIL import Image
from scipy.fft import dctn
from torchvision.transforms import InterpolationMode
from torchvision.transforms.v2 import functional as F

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parents[2] / "resources" / "sample" / "natural" / "natural-0000.jpg"
RUIFROK = np.array([[0.65, 0.70, 0.29], [0.07, 0.99, 0.11], [0.27, 0.57, 0.78]])


def write_png16(path, grey):
    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    height, width = grey.shape
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in grey)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, 0, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def fine(picture, size, largest):
    return np.clip(np.rint(np.asarray(picture.resize(size, Image.LANCZOS))), 0, largest).astype(int)


def reduced(rng):
    photo = Image.open(SAMPLE).convert("RGB").crop((3, 5, 3 + 61, 5 + 47))
    photo.save(HERE / "photo.png", optimize=True)
    # Each channel in floats: at 8 bits Pillow rounds between its two passes.
    small = np.stack([fine(channel.convert("F"), (32, 25), 255) for channel in photo.split()], axis=-1)
    tilted = np.add.outer(np.arange(40) * 1500.0, np.arange(52) * 90.0)
    grey = np.clip(tilted + rng.normal(0, 900, tilted.shape), 0, 65535).astype(np.uint16)
    write_png16(HERE / "grey16.png", grey)
    deep = fine(Image.fromarray(grey.astype(np.float32)), (26, 20), 65535)
    return {"photo": {"width": 32, "height": 25, "pixels": small.reshape(-1).tolist()},
            "grey16": {"width": 26, "height": 20,
                       "pixels": deep.reshape(-1).tolist()}}


def stains(rng):
    planes = rng.uniform(0.02, 1.0, (3, 12))
    factor, shift = [1.15, 0.85, 1.05], [0.04, -0.03, 0.02]
    amounts = -np.log10(planes).T @ np.linalg.inv(RUIFROK)
    after = 10.0 ** -((amounts * factor + shift) @ RUIFROK)
    return {"planes": planes.reshape(-1).tolist(), "factor": factor, "shift": shift,
            "expected": after.T.reshape(-1).tolist()}


def turned(rng):
    side = 9
    planes = rng.uniform(0, 1, (2, side, side)).astype(np.float32)
    cases = []
    for degrees in (7.5, -10.0, 90.0):
        out = F.rotate(torch.from_numpy(planes), degrees, interpolation=InterpolationMode.BILINEAR, fill=None)
        cases.append({"degrees": degrees, "expected": out.numpy().reshape(-1).astype(float).tolist()})
    return {"side": side, "planes": planes.reshape(-1).astype(float).tolist(), "cases": cases}


def shares(pixels):
    """[64, pixels]: how much of each pixel lies in each of 64 equal stretches; rows add up to 1."""
    ends = np.arange(65) * pixels / 64
    weights = np.array([[max(0.0, min(end, at + 1) - max(begin, at)) for at in range(pixels)]
                        for begin, end in zip(ends, ends[1:])])
    return weights / weights.sum(1, keepdims=True)


def look(path):
    grey = np.asarray(Image.open(path).convert("RGB")).astype(float).mean(2)
    waves = dctn(shares(grey.shape[0]) @ grey @ shares(grey.shape[1]).T)[1:17, 1:17]
    # What is nearly 0 may have either sign.
    sure = np.abs(waves) > 1e-3 * np.abs(waves).max()
    return {"bits": (waves > 0).reshape(-1).astype(int).tolist(), "sure": sure.reshape(-1).astype(int).tolist()}


def looks():
    """One photograph saved anew in several ways, and others that are not it."""
    photos = sorted(SAMPLE.parent.glob("*.jpg"))[:5]
    for number, path in enumerate(photos):
        (HERE / f"other{number}.jpg").write_bytes(path.read_bytes())
    photo = Image.open(photos[0]).convert("RGB")
    photo.save(HERE / "again.jpg", quality=40)
    photo.resize((51, 51), Image.BILINEAR).save(HERE / "smaller.png", optimize=True)
    photo.resize((150, 150), Image.BICUBIC).save(HERE / "larger.jpg", quality=90)
    photo.point(lambda value: min(255, int(value * 1.2))).save(HERE / "brighter.png", optimize=True)
    return {name: look(HERE / name) for name in ("other0.jpg", "smaller.png", "larger.jpg")}


def main():
    rng = np.random.default_rng(20260107)
    expected = {"reduced": reduced(rng), "stains": stains(rng), "turned": turned(rng), "looks": looks()}
    (HERE / "expected.json").write_text(json.dumps(expected) + "\n")


if __name__ == "__main__":
    main()
