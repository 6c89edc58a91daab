#!/usr/bin/env python3
"""Cuts the bundled sample out of freely licensed photographs. Seeded: the same bytes at every run.

    pip install scikit-image==0.26.0 scikit-learn numpy pillow
    python3 packaging/sample/make_sample.py

Writes resources/sample/natural (first stage, colour, no labels), resources/sample/surfaces (second
stage, grey, a folder per class under train and test) and resources/sample/PROVENANCE.json.

Train and test of a class come from disjoint strips of the same photograph with a gap between them,
so no pixel is in both. Each surface crop is turned, scaled and re-exposed at random and brought to a
common mean and contrast, so that neither brightness nor orientation nor scale gives its class away.
"""
import importlib.util
import io
import json
import math
import pathlib
import shutil

import numpy as np
import skimage
from PIL import Image

SIDE = 64
ROOT = pathlib.Path(__file__).resolve().parents[2] / "resources" / "sample"
SKIMAGE = pathlib.Path(skimage.__file__).parent / "data"
SKLEARN = pathlib.Path(importlib.util.find_spec("sklearn").origin).parent / "datasets" / "images"

CC0 = "CC0 1.0"
PUBLIC = "public domain"
CC_BY = "CC BY 2.0"

SOURCES = {
    "astronaut": (SKIMAGE / "astronaut.png", PUBLIC, "NASA", "NASA Great Images: portrait of Eileen Collins"),
    "chelsea": (SKIMAGE / "chelsea.png", CC0, "Stefan van der Walt", "Chelsea the cat"),
    "coffee": (SKIMAGE / "coffee.png", CC0, "Rachel Michetti", "coffee cup, Pikolo Espresso Bar"),
    "rocket": (SKIMAGE / "rocket.jpg", PUBLIC, "SpaceX", "launch of DSCOVR on Falcon 9"),
    "china": (SKLEARN / "china.jpg", CC_BY, "danielbuechele", "Flickr 6061409035"),
    "flower": (SKLEARN / "flower.jpg", CC_BY, "vultilion", "Flickr 6056698931"),
    "brick": (SKIMAGE / "brick.png", CC0, "CC0Textures", "Bricks25"),
    "grass": (SKIMAGE / "grass.png", CC0, "linolafett", "DeviantArt: Grass 01"),
    "gravel": (SKIMAGE / "gravel.png", CC0, "CC0Textures", "Gravel04"),
    "tissue": (SKIMAGE / "ihc.png", "no known copyright restrictions",
               "Center for Microscopy and Molecular Imaging",
               "colonic glands, FHL2 by DAB with hematoxylin"),
    "retina": (SKIMAGE / "retina.jpg", CC0, "Mikael Häggström",
               "Wikimedia Commons: fundus photograph of normal left eye"),
    "stars": (SKIMAGE / "hubble_deep_field.jpg", PUBLIC, "NASA", "Hubble eXtreme Deep Field"),
    "coins": (SKIMAGE / "coins.png", "no known copyright restrictions", "Brooklyn Museum",
              "Greek coins from Pompeii"),
}

NATURAL = {"astronaut": 150, "chelsea": 150, "coffee": 150, "rocket": 100, "china": 225, "flower": 225}
# class: (photograph, first and last column of train, of test, rows, scale of the window)
SURFACES = {
    "brick": ("brick", (0, 318), (358, 512), (0, 512), 1.0),
    "grass": ("grass", (0, 318), (358, 512), (0, 512), 1.0),
    "gravel": ("gravel", (0, 318), (358, 512), (0, 512), 1.0),
    "tissue": ("tissue", (0, 318), (358, 512), (0, 512), 1.0),
    "retina": ("retina", (260, 810), (890, 1180), (330, 1080), 1.8),
    "stars": ("stars", (0, 620), (660, 1000), (0, 872), 1.0),
    "coins": ("coins", (0, 240), (262, 384), (0, 303), 0.9),
}
WINDOW = (28, 72)  # side in pixels of the photograph, before the scale; seldom blown up to SIDE
TRAIN, TEST = 100, 50
NOISE = 0.04


def load(name, grey):
    image = Image.open(SOURCES[name][0]).convert("L" if grey else "RGB")
    return np.asarray(image, dtype=np.float64) / 255.0


def turned_crop(image, centre, window, angle, mirror):
    """Bilinear SIDE x SIDE sampling of a turned square with side `window`, averaged over 3 x 3."""
    fine = SIDE * 3
    step = (np.arange(fine) + 0.5) / fine - 0.5
    u, v = np.meshgrid(step * window * (-1 if mirror else 1), step * window)
    x = centre[0] + u * math.cos(angle) - v * math.sin(angle)
    y = centre[1] + u * math.sin(angle) + v * math.cos(angle)
    x0, y0 = np.floor(x).astype(int), np.floor(y).astype(int)
    fx, fy = x - x0, y - y0
    top = image[y0, x0] * (1 - fx) + image[y0, x0 + 1] * fx
    bottom = image[y0 + 1, x0] * (1 - fx) + image[y0 + 1, x0 + 1] * fx
    values = top * (1 - fy) + bottom * fy
    return values.reshape(SIDE, 3, SIDE, 3).mean(axis=(1, 3))


def expose(crop, random):
    """A common contrast with a random exposure: what a camera's settings would change."""
    deviation = crop.std()
    crop = (crop - crop.mean()) / max(deviation, 0.02)
    crop = crop * random.uniform(0.10, 0.20) + random.uniform(0.38, 0.62)
    crop = np.clip(crop, 0, 1) ** random.uniform(0.8, 1.25)
    return crop + random.normal(0, NOISE, crop.shape)


def encode(pixels, suffix):
    image = Image.fromarray(np.uint8(np.clip(pixels * 255.0 + 0.5, 0, 255)))
    data = io.BytesIO()
    if suffix == ".png":
        image.save(data, "PNG", optimize=True)
    else:
        image.save(data, "JPEG", quality=86, optimize=True)
    return data.getvalue()


def provenance(file, source, **details):
    path, licence, author, title = SOURCES[source]
    return {"file": file, "source": path.name, "title": title, "author": author, "licence": licence, **details}


def make_natural(records):
    random = np.random.default_rng(2109)
    folder = ROOT / "natural"
    folder.mkdir(parents=True)
    number = 0
    for source, count in NATURAL.items():
        image = load(source, grey=False)
        height, width = image.shape[:2]
        for _ in range(count):
            side = int(random.integers(72, min(height, width, 220)))
            x, y = int(random.integers(0, width - side)), int(random.integers(0, height - side))
            crop = Image.fromarray(np.uint8(image[y:y + side, x:x + side] * 255 + 0.5))
            crop = np.asarray(crop.resize((SIDE, SIDE), Image.Resampling.LANCZOS)) / 255.0
            name = f"natural/natural-{number:04d}.jpg"
            (ROOT / name).write_bytes(encode(crop, ".jpg"))
            records.append(provenance(name, source, x=x, y=y, side=side))
            number += 1


def make_surfaces(records):
    random = np.random.default_rng(1721)
    for label, (source, train, test, rows, scale) in SURFACES.items():
        image = load(source, grey=True)
        number = 0
        for part, columns, count in (("train", train, TRAIN), ("test", test, TEST)):
            folder = ROOT / "surfaces" / part / label
            folder.mkdir(parents=True)
            for index in range(count):
                window = scale * math.exp(random.uniform(math.log(WINDOW[0]), math.log(WINDOW[1])))
                reach = window / math.sqrt(2) + 2
                x = random.uniform(columns[0] + reach, columns[1] - reach)
                y = random.uniform(rows[0] + reach, rows[1] - reach)
                angle, mirror = random.uniform(0, 2 * math.pi), bool(random.integers(2))
                crop = expose(turned_crop(image, (x, y), window, angle, mirror), random)
                suffix = ".png" if index % 5 == 0 else ".jpg"
                name = f"surfaces/{part}/{label}/{label}-{number:03d}{suffix}"
                (ROOT / name).write_bytes(encode(crop, suffix))
                records.append(provenance(name, source, part=part, x=round(x, 2), y=round(y, 2),
                                          side=round(window, 2), turn=round(math.degrees(angle), 2),
                                          mirrored=mirror))
                number += 1


def main():
    for folder in ("natural", "surfaces"):
        shutil.rmtree(ROOT / folder, ignore_errors=True)
    records = []
    make_natural(records)
    make_surfaces(records)
    text = json.dumps({"made_by": "packaging/sample/make_sample.py",
                       "packages": "scikit-image 0.26.0 (skimage/data), scikit-learn (sklearn/datasets/images)",
                       "changes": "cropped, turned, scaled, re-exposed, converted to grey (surfaces)",
                       "files": records}, ensure_ascii=False)
    (ROOT / "PROVENANCE.json").write_text(text.replace('{"file"', '\n{"file"') + "\n", encoding="utf-8")


main()
