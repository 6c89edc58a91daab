#!/usr/bin/env python3
"""Makes the TIFF, WebP and BMP pictures that tst_more_formats reads, and what is in them.

Needs numpy, tifffile, imagecodecs and pillow; the tests need none of them.
    python3 tests/data/image/make_tiff.py
Files are written by tifffile or Pillow, and what is expected is what the same libraries read.
"""
import io
import struct

import numpy as np
import tifffile
from PIL import Image, ImageOps

from pictures import HERE, Expected, levels, over_white, smooth

RNG = np.random.default_rng(7)
H, W = 17, 23


def draw(channels=1, most=255, dtype=np.uint8):
    shape = (H, W) if channels == 1 else (H, W, channels)
    return RNG.integers(0, most + 1, shape).astype(dtype)


def main():
    expected = Expected()

    def tiff(name, data, pixels=None, bits=8, tolerance=0, window=None, **options):
        metadata = options.pop("metadata", None)
        tifffile.imwrite(HERE / name, data, metadata=metadata, software=False, **options)
        read = tifffile.imread(HERE / name)
        assert np.array_equal(read, data, equal_nan=data.dtype.kind == "f") or "jpeg" in name
        pixels = data if pixels is None else pixels
        if window:
            pixels = levels(pixels, *window)
            expected.add(name, [pixels], bits, 1, window=window)
        else:
            expected.add(name, [pixels], bits, tolerance)

    tiff("grey8.tif", draw(), photometric="minisblack", rowsperstrip=4)
    tiff("grey16_big.tif", draw(most=65535, dtype=np.uint16), bits=16, byteorder=">",
         photometric="minisblack", compression="deflate", predictor=True)
    tiff("rgb8_tiles.tif", smooth(H, W, 3), photometric="rgb", tile=(16, 16), compression="lzw", predictor=True)
    tiff("rgb16_planes.tif", np.moveaxis(draw(3, 65535, np.uint16), 2, 0), bits=16, photometric="rgb",
         planarconfig="separate", rowsperstrip=8)
    rgb16 = tifffile.imread(HERE / "rgb16_planes.tif")
    expected.add("rgb16_planes.tif", [np.moveaxis(rgb16, 0, 2)], 16)
    tiff("packbits.tif", (smooth(H, W, 1)[:, :, 0] // 32).astype(np.uint8), photometric="minisblack",
         compression="packbits")
    tiff("zstd.tif", draw(), photometric="minisblack", compression="zstd")
    tiff("bigtiff.tif", draw(), photometric="minisblack", bigtiff=True)
    white8 = draw()
    tiff("white8.tif", white8, 255 - white8.astype(int), photometric="miniswhite")
    rgba = draw(4)
    tiff("rgba8.tif", rgba, over_white(rgba[:, :, :3], rgba[:, :, 3:], 255), photometric="rgb",
         extrasamples=["unassalpha"])
    cover = draw(4)
    cover[:, :, :3] = (cover[:, :, :3].astype(int) * cover[:, :, 3:] // 255).astype(np.uint8)
    tiff("rgba8_multiplied.tif", cover, cover[:, :, :3].astype(int) + 255 - cover[:, :, 3:],
         photometric="rgb", extrasamples=["assocalpha"])
    small = draw(1, 15)
    tiff("grey4.tif", small, bits=4, photometric="minisblack", bitspersample=4)
    few = draw(1, 4095, np.uint16)
    tiff("grey12.tif", few, bits=12, photometric="minisblack", bitspersample=12)

    # Values that are no levels, by a window of our own.
    heat = (RNG.normal(0, 300, (H, W))).astype(np.float32)
    heat[3, 5] = np.nan
    tiff("float32.tif", heat, bits=32, window=(-500, 700), photometric="minisblack", tile=(16, 16),
         compression="deflate", predictor=True)
    tiff("float16.tif", heat.astype(np.float16), bits=16, window=(-500, 700), photometric="minisblack")
    tiff("float64.tif", heat.astype(np.float64), bits=64, window=(-500, 700), photometric="minisblack")
    tiff("int16.tif", RNG.integers(-1024, 3072, (H, W)).astype(np.int16), bits=16, window=(-160, 240),
         photometric="minisblack")
    tiff("int8.tif", RNG.integers(-128, 128, (H, W)).astype(np.int8), bits=8, window=(-100, 100),
         photometric="minisblack")
    tiff("uint32.tif", RNG.integers(0, 1 << 20, (H, W)).astype(np.uint32), bits=32, window=(0, 1 << 20),
         photometric="minisblack")
    white16 = draw(1, 4095, np.uint16)
    tifffile.imwrite(HERE / "white16.tif", white16, photometric="miniswhite", metadata=None, software=False)
    expected.add("white16.tif", [levels(white16, 0, 4095, inverted=True)], 16, 1, window=(0, 4095))

    # A satellite's bands.
    bands = RNG.integers(0, 10000, (12, 14, 13)).astype(np.uint16)
    tifffile.imwrite(HERE / "bands13.tif", bands, photometric="minisblack", planarconfig="contig",
                     metadata=None, software=False)
    assert np.array_equal(tifffile.imread(HERE / "bands13.tif"), bands)
    expected.add("bands13.tif", [bands[:, :, [3, 2, 1]]], 16, bands=[4, 3, 2])

    # Pages, and levels that are none.
    pages = [draw() for _ in range(3)]
    with tifffile.TiffWriter(HERE / "pages.tif") as writer:
        for page in pages:
            writer.write(page, photometric="minisblack", metadata=None, software=False)
    expected.add("pages.tif", pages, 8)
    big = smooth(32, 48, 3)
    with tifffile.TiffWriter(HERE / "pyramid_below.tif") as writer:
        options = {"photometric": "rgb", "tile": (16, 16), "compression": "deflate", "metadata": None}
        writer.write(big, subifds=1, software=False, **options)
        writer.write(big[::2, ::2], subfiletype=1, **options)
    with tifffile.TiffWriter(HERE / "pyramid_beside.tif") as writer:
        writer.write(big, software=False, **options)
        writer.write(big[::2, ::2], subfiletype=1, **options)
    with tifffile.TiffWriter(HERE / "pyramid_plain.tif") as writer:
        writer.write(big, software=False, **options)
        writer.write(big[::2, ::2], **options)
        writer.write(big[::4, ::4], **options)
    for kind in ("below", "beside", "plain"):
        expected.add(f"pyramid_{kind}.tif", [big], 8)

    # What Pillow writes, and reads.
    image = Image.fromarray(smooth(H, W, 3))

    def pillow(name, picture, shown, bits, tolerance=0, **options):
        picture.save(HERE / name, **options)
        read = ImageOps.exif_transpose(Image.open(HERE / name))
        expected.add(name, [np.asarray(shown(read)).astype(int)], bits, tolerance)

    pillow("bits1.tif", Image.fromarray(draw() > 100), lambda read: read, 1)
    pillow("palette8.tif", image.quantize(40), lambda read: read.convert("RGB"), 8)
    inks = Image.fromarray(draw(4), "CMYK")
    pillow("inks8.tif", inks, lambda read: read.convert("RGB"), 8, 1)
    lying = draw()
    Image.fromarray(lying).save(HERE / "turned6.tif", tiffinfo={274: 6}, compression="tiff_lzw")
    upright = Image.open(HERE / "turned6.tif")
    upright.load()  # turns it by itself
    assert np.array_equal(np.asarray(upright), np.rot90(lying, -1))
    expected.add("turned6.tif", [np.rot90(lying, -1)], 8)
    tifffile.imwrite(HERE / "jpeg.tif", smooth(32, 48, 3), photometric="ycbcr", compression="jpeg",
                     tile=(16, 16), metadata=None, software=False)
    expected.add("jpeg.tif", [np.asarray(Image.open(HERE / "jpeg.tif").convert("RGB"))], 8, 3)

    # WebP and BMP.
    pillow("lossy.webp", image, lambda read: read, 8, 1, quality=90)
    pillow("lossless.webp", Image.fromarray(draw(3)), lambda read: read, 8, lossless=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    pillow("turned6.webp", Image.fromarray(draw(3)), lambda read: read, 8, lossless=True, exif=exif)
    four = draw(4)
    Image.fromarray(four).save(HERE / "alpha.webp", lossless=True, exact=True)
    assert np.array_equal(np.asarray(Image.open(HERE / "alpha.webp")), four)
    expected.add("alpha.webp", [over_white(four[:, :, :3], four[:, :, 3:], 255)], 8)
    frames = [Image.fromarray(draw(3)) for _ in range(3)]
    frames[0].save(HERE / "animated.webp", save_all=True, append_images=frames[1:], duration=100)

    pillow("rgb.bmp", image, lambda read: read, 8)
    pillow("grey.bmp", Image.fromarray(draw()), lambda read: read, 8)
    pillow("palette.bmp", image.quantize(40), lambda read: read.convert("RGB"), 8)
    pillow("bits1.bmp", Image.fromarray(draw() > 100), lambda read: read.convert("L"), 8)

    def bmp(name, data, tolerance=0, shown=lambda read: read.convert("RGB")):
        (HERE / name).write_bytes(data)
        expected.add(name, [np.asarray(shown(Image.open(io.BytesIO(data))))], 8, tolerance)

    def bmp_file(width, height, bits, compression, pixels, masks=b"", palette=b"", size=40, rest=b""):
        info = struct.pack("<IiiHHIIiiII", size, width, height, 1, bits, compression, len(pixels), 2835, 2835,
                           len(palette) // 4, 0) + rest
        at = 14 + len(info) + len(masks) + len(palette)
        return struct.pack("<2sIHHI", b"BM", at + len(pixels), 0, 0, at) + info + masks + palette + pixels

    words = RNG.integers(0, 65536, (6, 8)).astype("<u2")
    bmp("rgb565.bmp", bmp_file(8, -6, 16, 3, words.tobytes(), masks=struct.pack("<III", 0xf800, 0x7e0, 0x1f)), 1)
    bmp("rgb555.bmp", bmp_file(8, 6, 16, 0, (words & 0x7fff).tobytes()), 1)
    # Runs: Pillow reads them since 9.1.
    runs = bytes([3, 1, 0, 3, 2, 3, 4, 0, 2, 5, 0, 0, 8, 6, 0, 0, 0, 4, 7, 7, 8, 8, 4, 2, 0, 1])
    colours = b"".join(struct.pack("<BBBB", 20 * i, 255 - 20 * i, 5 * i, 0) for i in range(10))
    bmp("runs8.bmp", bmp_file(8, 3, 8, 1, runs, palette=colours))
    four = RNG.integers(0, 256, (6, 8, 4)).astype(np.uint8)
    masks = struct.pack("<IIII", 0xff0000, 0xff00, 0xff, 0xff000000)
    data = bmp_file(8, -6, 32, 3, four.tobytes(), size=124, rest=masks + struct.pack("<I", 0x73524742) + b"\0" * 64)
    (HERE / "alpha.bmp").write_bytes(data)
    read = np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))
    assert np.array_equal(read, four[:, :, [2, 1, 0, 3]])
    expected.add("alpha.bmp", [over_white(read[:, :, :3], read[:, :, 3:], 255)], 8)
    nothing = four.copy()
    nothing[:, :, 3] = 0
    (HERE / "clear.bmp").write_bytes(
        bmp_file(8, -6, 32, 3, nothing.tobytes(), size=124, rest=masks + struct.pack("<I", 0x73524742) + b"\0" * 64))
    expected.add("clear.bmp", [nothing[:, :, [2, 1, 0]]], 8)

    expected.save("expected_pictures.json")


if __name__ == "__main__":
    main()
