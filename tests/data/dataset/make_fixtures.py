#!/usr/bin/env python3
"""Makes the pictures and expected numbers that the tests of core/dataset read.

Needs numpy, pillow, torch and torchvision; the tests themselves need none of them.
    python3 tests/data/dataset/make_fixtures.py
Pixels come from known arrays and are checked against Pillow's own decoding wherever Pillow reads
the kind; JPEG's expected pixels are Pillow's. Resized values are torchvision's, colours colorsys's.
"""
import colorsys
import io
import json
import pathlib
import struct
import zlib

import numpy as np
import torch
from PIL import Image, ImageOps
from torchvision.transforms import InterpolationMode
from torchvision.transforms.v2 import functional as F

HERE = pathlib.Path(__file__).resolve().parent
RNG = np.random.default_rng(20240131)
WIDTH, HEIGHT = 13, 9
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(name, data):
    body = name + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def packed(samples, depth):
    """[rows, columns, channels] -> filter-0 rows of bytes."""
    out = b""
    for row in samples:
        flat = row.reshape(-1)
        if depth == 16:
            data = flat.astype(">u2").tobytes()
        elif depth == 8:
            data = flat.astype(np.uint8).tobytes()
        else:
            bits = "".join(format(int(v), f"0{depth}b") for v in flat)
            bits += "0" * (-len(bits) % 8)
            data = bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))
        out += b"\0" + data
    return out


def png(samples, kind, depth, interlaced=False, palette=None, transparency=None, extra=b""):
    height, width = samples.shape[:2]
    if interlaced:
        raw = b""
        for x, y, dx, dy in ADAM7:
            part = samples[y::dy, x::dx]
            if part.size:
                raw += packed(part, depth)
    else:
        raw = packed(samples, depth)
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, int(interlaced))
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra
    if palette is not None:
        out += chunk(b"PLTE", palette.astype(np.uint8).tobytes())
    if transparency is not None:
        out += chunk(b"tRNS", transparency)
    return out + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def over_white(colour, alpha, largest):
    colour, alpha = colour.astype(np.uint64), alpha.astype(np.uint64)
    return (colour * alpha + largest * (largest - alpha) + largest // 2) // largest


def main():
    expected = {}

    def add(name, data, pixels, bits, tolerance=0):
        (HERE / name).write_bytes(data)
        pixels = np.asarray(pixels)
        if pixels.ndim == 2:
            pixels = pixels[:, :, None]
        expected[name] = {"width": pixels.shape[1], "height": pixels.shape[0],
                          "channels": pixels.shape[2], "bits": bits, "tolerance": tolerance,
                          "pixels": pixels.astype(int).reshape(-1).tolist()}

    def draw(depth, channels):
        return RNG.integers(0, 1 << depth, (HEIGHT, WIDTH, channels))

    for depth in (1, 2, 4, 8, 16):
        grey = draw(depth, 1)
        data = png(grey, GREY, depth)
        add(f"grey{depth}.png", data, grey, depth)
        if depth in (8, 16):
            assert (np.asarray(Image.open(io.BytesIO(data))) == grey[:, :, 0]).all()
    for depth in (8, 16):
        colour = draw(depth, 3)
        add(f"rgb{depth}.png", png(colour, RGB, depth), colour, depth)
        both = draw(depth, 2)
        add(f"grey_alpha{depth}.png", png(both, GREY_ALPHA, depth),
            over_white(both[:, :, :1], both[:, :, 1:], (1 << depth) - 1), depth)
        four = draw(depth, 4)
        add(f"rgba{depth}.png", png(four, RGBA, depth),
            over_white(four[:, :, :3], four[:, :, 3:], (1 << depth) - 1), depth)
        if depth == 8:
            image = Image.open(io.BytesIO(png(four, RGBA, 8)))
            white = Image.new("RGBA", image.size, "white")
            mixed = np.asarray(Image.alpha_composite(white, image).convert("RGB")).astype(int)
            assert np.abs(mixed.reshape(-1) - expected["rgba8.png"]["pixels"]).max() <= 1
    for depth in (1, 2, 4, 8):
        palette = RNG.integers(0, 256, (1 << depth, 3))
        index = draw(depth, 1)
        data = png(index, PALETTE, depth, palette=palette)
        add(f"palette{depth}.png", data, palette[index[:, :, 0]], 8)
        seen = np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))
        assert (seen == palette[index[:, :, 0]]).all()
    palette = RNG.integers(0, 256, (16, 3))
    alphas = RNG.integers(0, 256, 16)
    index = draw(4, 1)
    add("palette_alpha.png",
        png(index, PALETTE, 4, palette=palette, transparency=bytes(int(a) for a in alphas)),
        over_white(palette[index[:, :, 0]], alphas[index[:, :, 0]][:, :, None], 255), 8)
    grey = draw(2, 1)
    shown = grey * 85
    add("grey2_key.png", png(grey, GREY, 2, transparency=struct.pack(">H", 1)),
        np.where(grey == 1, 255, shown), 8)
    for name, kind, depth in (("grey1", GREY, 1), ("rgb8", RGB, 8), ("grey16", GREY, 16)):
        samples = draw(depth, CHANNELS[kind])
        data = png(samples, kind, depth, interlaced=True)
        add(f"interlaced_{name}.png", data, samples, depth)
        if name == "rgb8":
            assert (np.asarray(Image.open(io.BytesIO(data))) == samples).all()
    text = chunk(b"tEXt", b"Comment\0patient name")
    add("text_chunk.png", png(draw(8, 1) * 0 + 7, GREY, 8, extra=text), np.full((HEIGHT, WIDTH), 7), 8)

    y, x = np.mgrid[0:HEIGHT * 3, 0:WIDTH * 3]
    smooth = np.stack([x * 6, y * 9, 255 - x * 3 - y * 4], axis=2).clip(0, 255).astype(np.uint8)

    def jpeg(name, image, **options):
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", **options)
        data = buffer.getvalue()
        upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
        add(name, data, np.asarray(upright), 8, tolerance=2)

    jpeg("colour.jpg", Image.fromarray(smooth), quality=90)
    jpeg("colour444.jpg", Image.fromarray(smooth), quality=95, subsampling=0)
    jpeg("progressive.jpg", Image.fromarray(smooth), quality=85, progressive=True)
    jpeg("grey.jpg", Image.fromarray(smooth[:, :, 0]), quality=90)
    small = Image.fromarray(smooth[:16, :24])
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        jpeg(f"turned{orientation}.jpg", small, quality=90, exif=exif)
    Image.fromarray(smooth).convert("CMYK").save(HERE / "inks.jpg", quality=80)

    (HERE / "expected_pixels.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")

    resized = []
    for width, height, side in ((37, 29, 16), (7, 5, 16), (64, 64, 24), (50, 8, 11), (16, 16, 16)):
        source = RNG.integers(0, 256, (3, height, width)).astype(np.uint8)
        tensor = torch.from_numpy(source).to(torch.float64) / 255
        out = F.resize(tensor, [side, side], InterpolationMode.BILINEAR, antialias=True)
        resized.append({"width": width, "height": height, "size": side,
                        "source": source.transpose(1, 2, 0).reshape(-1).tolist(),
                        "planes": [round(float(v), 8) for v in out.reshape(-1)]})
    (HERE / "expected_triangle.json").write_text(json.dumps(resized, separators=(",", ":")) + "\n")

    colours = []
    fixed = [(0, 0, 0), (1, 1, 1), (.5, .5, .5), (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0),
             (0, 1, 1), (1, 0, 1), (.2, .2, .7), (.7, .2, .2), (.2, .7, .2), (.7, .7, .2)]
    drawn = [tuple(float(v) for v in RNG.random(3)) for _ in range(120)]
    for rgb in fixed + drawn:
        factor = float(RNG.uniform(0.2, 1.8))
        turn = float(RNG.uniform(-0.2, 0.2))
        h, s, v = colorsys.rgb_to_hsv(*rgb)
        colours.append({"rgb": rgb, "factor": factor, "turn": turn,
                        "saturated": colorsys.hsv_to_rgb(h, min(1.0, s * factor), v),
                        "turned": colorsys.hsv_to_rgb((h + turn) % 1.0, s, v)})
    (HERE / "expected_colours.json").write_text(json.dumps(colours, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
