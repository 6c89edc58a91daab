#!/usr/bin/env python3
"""Draws the pictures that the guide's dialogs are shown with: packaging/shots.sh asks for them.

    packaging/shots_images.py FOLDER

FOLDER/radiographs  grey pictures of 12 bits: slices of the Shepp-Logan phantom, with noise
FOLDER/volumes      the same phantom as NIfTI volumes
FOLDER/satellite    TIFFs of Sentinel-2's 13 bands: drawn fields, with spectra as such have them
FOLDER/photographs  pictures that are much larger than a network's views

Nobody's pictures: all are computed here, the same each time. Python alone is needed.
"""
import array
import gzip
import math
import random
import struct
import sys
import zlib
from pathlib import Path

# Shepp and Logan's head in three dimensions: value, half axes, centre, turn about z in degrees.
HEAD = [(1, .69, .92, .81, 0, 0, 0, 0), (-.8, .6624, .874, .78, 0, -.0184, 0, 0),
        (-.2, .11, .31, .22, .22, 0, 0, -18), (-.2, .16, .41, .28, -.22, 0, 0, 18),
        (.1, .21, .25, .41, 0, .35, -.15, 0), (.1, .046, .046, .05, 0, .1, .25, 0),
        (.1, .046, .046, .05, 0, -.1, .25, 0), (.1, .046, .023, .05, -.08, -.605, 0, 0),
        (.1, .023, .023, .02, 0, -.606, 0, 0), (.1, .023, .046, .02, .06, -.605, 0, 0)]

# Reflectance times 10,000 in the order of EuroSAT's files: B1 to B12 without B8A, then B8A.
SPECTRA = {
    "water": (1200, 900, 700, 450, 400, 350, 330, 300, 200, 15, 150, 100, 280),
    "forest": (1100, 800, 700, 450, 800, 2200, 2700, 2800, 900, 12, 1500, 700, 3000),
    "meadow": (1150, 900, 1000, 700, 1300, 3000, 3700, 3900, 1200, 14, 2000, 1000, 4100),
    "soil": (1400, 1300, 1500, 1900, 2200, 2400, 2500, 2600, 900, 20, 3200, 2600, 2800),
    "town": (1700, 1700, 1800, 1900, 2000, 2200, 2300, 2400, 900, 30, 2500, 2200, 2500),
}


def head_row(width, y, z):
    """One row of the head, x from -1 to 1."""
    row = [0.0] * width
    for value, a, b, c, x0, y0, z0, turn in HEAD:
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        dy = y - y0
        # Within the ellipsoid where p x² + q x + r < 0, x from its centre.
        p = cos * cos / (a * a) + sin * sin / (b * b)
        q = 2 * dy * cos * sin * (1 / (a * a) - 1 / (b * b))
        r = dy * dy * (sin * sin / (a * a) + cos * cos / (b * b)) + ((z - z0) / c)**2 - 1
        inside = q * q - 4 * p * r
        if inside <= 0:
            continue
        first, last = ((-q + sign * math.sqrt(inside)) / (2 * p) + x0 for sign in (-1, 1))
        for i in range(max(0, math.ceil((first + 1) / 2 * width - .5)),
                       min(width, math.ceil((last + 1) / 2 * width - .5))):
            row[i] += value
    return row


def head(width, height, z):
    """Rows from the front down."""
    return [head_row(width, 1 - 2 * (y + .5) / height, z) for y in range(height)]


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def write_png(file, width, height, bits, colours, rows):
    header = struct.pack(">IIBBBBB", width, height, bits, 2 if colours == 3 else 0, 0, 0, 0)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) +
                     chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 1)) +
                     chunk(b"IEND", b""))


def radiographs(folder):
    side, most = 256, 4095
    for i in range(12):
        dice = random.Random(i)
        rows = []
        for row in head(side, side, -.4 + .07 * i):
            values = [min(most, max(0, round(300 + 1500 * v + dice.gauss(0, 12)))) for v in row]
            rows.append(struct.pack(f">{side}H", *values))
        write_png(folder / ("upper" if i > 5 else "lower") / f"{i + 1:02}.png", side, side, 16, 1, rows)


def volumes(folder):
    width, height, slices = 96, 112, 80
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(2):
        dice = random.Random(100 + i)
        voxels = array.array("h")
        for z in range(slices):
            # Rows run towards the front, as the header says.
            for row in reversed(head(width, height, -1 + 2 * (z + .5) / slices)):
                voxels.extend(round(1000 * v + dice.gauss(0, 15)) for v in row)
        header = bytearray(352)
        struct.pack_into("<i", header, 0, 348)
        struct.pack_into("<8h", header, 40, 3, width, height, slices, 1, 1, 1, 1)
        struct.pack_into("<2h", header, 70, 4, 16)  # signed, of 16 bits
        struct.pack_into("<8f", header, 76, 1, 2, 2, 2, 0, 0, 0, 0)
        struct.pack_into("<3f", header, 108, 352, 1, 0)
        struct.pack_into("<2h", header, 252, 0, 1)  # a matrix: right, anterior, superior
        for row in range(3):
            matrix = [0.0] * 4
            matrix[row] = 2
            struct.pack_into("<4f", header, 280 + 16 * row, *matrix)
        header[344:348] = b"n+1\0"
        if sys.byteorder == "big":
            voxels.byteswap()
        (folder / f"head-{i + 1}.nii.gz").write_bytes(
            gzip.compress(bytes(header) + voxels.tobytes(), 6, mtime=0))


def write_tiff(file, side, bands, values):
    """Of 16 bits, one strip, pixel by pixel."""
    pixels = struct.pack(f"<{len(values)}H", *values)
    depths = 8 + len(pixels)
    extras = depths + 2 * bands
    short, long = 3, 4
    entries = [(256, long, 1, side), (257, long, 1, side), (258, short, bands, depths), (259, short, 1, 1),
               (262, short, 1, 1), (273, long, 1, 8), (277, short, 1, bands), (278, long, 1, side),
               (279, long, 1, len(pixels)), (284, short, 1, 1), (338, short, bands - 1, extras)]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(struct.pack("<2sHI", b"II", 42, extras + 2 * (bands - 1)) + pixels +
                     struct.pack(f"<{bands}H", *[16] * bands) + bytes(2 * (bands - 1)) +
                     struct.pack("<H", len(entries)) +
                     b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4))


def satellite(folder):
    side = 96
    for i in range(12):
        dice = random.Random(200 + i)
        kinds = ["meadow", "soil", "forest", "meadow", "soil", "town" if i % 2 else "water"]
        fields = [(dice.uniform(0, side), dice.uniform(0, side), dice.choice(kinds), dice.uniform(.8, 1.2))
                  for _ in range(16)]
        values = []
        for y in range(side):
            for x in range(side):
                # Fields have straight edges, a river bends.
                _, _, kind, light = min(fields, key=lambda f: abs(f[0] - x + .3 * (f[1] - y)) + abs(f[1] - y))
                if abs(x - side / 2 - side / 5 * math.sin(y / 15 + i)) < 4:
                    kind, light = "water", 1
                light *= dice.gauss(1, .04)
                values += [round(light * value) for value in SPECTRA[kind]]
        write_tiff(folder / ("farmland" if i % 2 else "lakes") / f"{i + 1:02}.tif", side, 13, values)


def photographs(folder):
    side = 1600
    for i in range(24):
        dice = random.Random(300 + i)
        # Soft grain: sums of a few waves, one row of them shifted from line to line.
        waves = [(dice.uniform(.004, .08), dice.uniform(0, 6.28), dice.uniform(5, 25)) for _ in range(6)]
        line = bytes(min(255, max(0, round(128 + sum(a * math.sin(f * x + p) for f, p, a in waves) +
                                           dice.gauss(0, 6)))) for x in range(3 * side + 4 * side))
        rows = [line[4 * int(side / 2 + side / 2 * math.sin(y / 300 + i)):][:3 * side] for y in range(side)]
        write_png(folder / ("smooth" if i % 2 else "rough") / f"{i + 1:02}.png", side, side, 8, 3, rows)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for draw in (radiographs, volumes, satellite, photographs):
        draw(Path(sys.argv[1]) / draw.__name__)


if __name__ == "__main__":
    main()
