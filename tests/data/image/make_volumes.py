#!/usr/bin/env python3
"""Makes the NIfTI volumes that tst_volumes reads, and the slices that are in them.

Needs numpy and nibabel; the tests need neither.
    python3 tests/data/image/make_volumes.py
Volumes are written by nibabel, and what is expected is what nibabel reads, turned to the patient's
axes by nibabel.
"""
import gzip

import nibabel
import numpy as np

from pictures import HERE, Expected, levels

RNG = np.random.default_rng(9)


def slices(canonical, axis):
    """[R, A, S(, t)] -> pictures, seen as radiologists see them."""
    volumes = canonical[..., None] if canonical.ndim == 3 else canonical
    for t in range(volumes.shape[3]):
        volume = volumes[..., t]
        if axis == "axial":
            yield from (volume[::-1, ::-1, k].T for k in range(volume.shape[2]))
        elif axis == "coronal":
            yield from (volume[::-1, j, ::-1].T for j in range(volume.shape[1]))
        else:
            yield from (volume[i, ::-1, ::-1].T for i in range(volume.shape[0]))


def main():
    expected = Expected()

    def volume(name, image, axis="axial", window=(0, 1000), bits=16, write=True):
        if write:
            nibabel.save(image, HERE / name)
        canonical = nibabel.as_closest_canonical(nibabel.load(HERE / name)).get_fdata()
        entry = [levels(picture, *window) for picture in slices(canonical, axis)]
        expected.add(name, entry, bits, 1, window=window, axis=axis)

    def affine(code, sizes=(2.0, 1.0, 3.0)):
        matrix = np.eye(4)
        matrix[:3, :3] = 0
        for voxel, letter in enumerate(code):
            world = next(i for i, pair in enumerate(("RL", "AP", "SI")) if letter in pair)
            matrix[world, voxel] = sizes[voxel] * (1 if letter in "RAS" else -1)
        return matrix

    data = RNG.integers(0, 1000, (5, 6, 7)).astype(np.int16)
    for code in ("RAS", "LPS", "LAS", "PIR", "ASL"):
        image = nibabel.Nifti1Image(data, affine(code))
        assert "".join(nibabel.aff2axcodes(image.affine)) == code
        volume(f"{code.lower()}.nii", image, "sagittal" if code == "PIR" else "coronal" if code == "ASL" else "axial")
    # An oblique one by its quaternion alone.
    turn = np.eye(4)
    angle = 0.4
    turn[:3, :3] = [[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]]
    image = nibabel.Nifti1Image(data, turn @ affine("LAS"))
    image.set_sform(None, 0)
    image.set_qform(turn @ affine("LAS"), 1)
    volume("quaternion.nii", image)
    image = nibabel.Nifti1Image(data, None)
    image.header.set_zooms((1, 1, 1))
    image.set_sform(None, 0)
    image.set_qform(None, 0)
    volume("no_orientation.nii", image)
    volume("packed.nii.gz", nibabel.Nifti1Image(data, affine("RAS")))
    movie = RNG.integers(0, 1000, (5, 4, 3, 2)).astype(np.uint16)
    volume("movie.nii", nibabel.Nifti1Image(movie, affine("RAS")))
    nibabel.save(nibabel.Nifti1Image(data, affine("RAS")), HERE / "rescaled.nii")
    head = bytearray((HERE / "rescaled.nii").read_bytes())
    head[112:120] = np.array([0.25, -100], "<f4").tobytes()
    (HERE / "rescaled.nii").write_bytes(head)
    volume("rescaled.nii", None, window=(-100, 400), write=False)
    volume("second.nii", nibabel.Nifti2Image(data, affine("LPS")))
    volume("second_packed.nii.gz", nibabel.Nifti2Image(data, affine("LPS")))
    big = nibabel.Nifti1Image(data, affine("LAS"), nibabel.Nifti1Header(endianness=">"))
    volume("big_endian.nii", big, bits=32)  # as the header that it was made with
    heat = RNG.normal(0, 300, (5, 6, 7))
    volume("float32.nii", nibabel.Nifti1Image(heat.astype(np.float32), affine("RAS")), window=(-500, 500), bits=32)
    volume("float64.nii", nibabel.Nifti1Image(heat, affine("RAS")), window=(-500, 500), bits=64)
    volume("int8.nii", nibabel.Nifti1Image(RNG.integers(-128, 128, (5, 6, 3)).astype(np.int8), affine("RAS")),
           window=(-100, 100), bits=8)
    volume("int32.nii", nibabel.Nifti1Image(data.astype(np.int32) * 1000, affine("RAS")), window=(0, 10**6), bits=32)
    # Bytes are levels as they are; so are colours.
    small = RNG.integers(0, 256, (5, 6, 3)).astype(np.uint8)
    nibabel.save(nibabel.Nifti1Image(small, affine("RAS")), HERE / "uint8.nii")
    expected.add("uint8.nii", list(slices(small, "axial")), 8)
    colour = np.zeros((5, 6, 3), dtype=[("R", "u1"), ("G", "u1"), ("B", "u1")])
    planes = [RNG.integers(0, 256, (5, 6, 3)).astype(np.uint8) for _ in range(3)]
    for name, plane in zip("RGB", planes):
        colour[name] = plane
    nibabel.save(nibabel.Nifti1Image(colour, affine("RAS")), HERE / "rgb.nii")
    expected.add("rgb.nii", [np.stack(picture, axis=2) for picture in zip(*(slices(p, "axial") for p in planes))], 8)
    # The range that a file asks for.
    image = nibabel.Nifti1Image(data, affine("RAS"))
    image.header["cal_min"], image.header["cal_max"] = 200, 700
    nibabel.save(image, HERE / "range.nii")
    expected.add("range.nii", [levels(p, 200, 700) for p in slices(data, "axial")], 16, 1)

    # Ten kilobytes that say they are a gigabyte.
    head = bytearray((HERE / "ras.nii").read_bytes()[:352])
    head[42:48] = np.array([1024, 1024, 512], "<i2").tobytes()
    (HERE / "bomb.nii.gz").write_bytes(gzip.compress(bytes(head) + bytes(10_000_000), mtime=0))

    expected.save("expected_volumes.json")


if __name__ == "__main__":
    main()
