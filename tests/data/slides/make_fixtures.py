#!/usr/bin/env python3
"""Makes small whole slides that the tests of core/slides read: pyramids of tiled TIFF as Aperio writes them.

Needs numpy, tifffile and imagecodecs or none: tiles are stored uncompressed.
    python3 tests/data/slides/make_fixtures.py
Glass is nearly white; tissue, violet with some structure, fills a known rectangle, so that the share of tissue of
every tile is known.
"""
import pathlib

import numpy as np
import tifffile

HERE = pathlib.Path(__file__).resolve().parent
WIDTH, HEIGHT, TILE = 512, 384, 64
TISSUE = (128, 64, 384, 320)  # left, top, right, bottom


def picture():
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    pixels = np.full((HEIGHT, WIDTH, 3), 243, np.uint8)
    left, top, right, bottom = TISSUE
    inside = (columns >= left) & (columns < right) & (rows >= top) & (rows < bottom)
    stripes = ((columns // 8 + rows // 8) % 2 * 20).astype(np.uint8)
    for channel, level in enumerate((170, 90, 160)):
        pixels[..., channel][inside] = (level + stripes)[inside]
    return pixels


def halved(pixels):
    height, width = pixels.shape[0] // 2, pixels.shape[1] // 2
    return pixels.reshape(height, 2, width, 2, 3).mean((1, 3)).round().astype(np.uint8)


def write(path, scale):
    base = picture()
    small = halved(base)
    about = f"Aperio Image Library v11.2.1\n{WIDTH}x{HEIGHT} [0,0 {WIDTH}x{HEIGHT}] ({TILE}x{TILE}) Raw|AppMag = 20"
    if scale:
        about += f"|MPP = {scale}"
    options = {"photometric": "rgb", "tile": (TILE, TILE), "compression": "adobe_deflate", "metadata": None}
    with tifffile.TiffWriter(path) as slide:
        slide.write(base, description=about, subfiletype=0, **options)
        slide.write(small, description=about, subfiletype=0, **options)


def main():
    write(HERE / "half.svs", 0.5)
    write(HERE / "quarter.svs", 0.25)
    write(HERE / "no_scale.svs", None)


if __name__ == "__main__":
    main()
