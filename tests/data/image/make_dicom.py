#!/usr/bin/env python3
"""Makes the DICOM files that tst_dicom reads, and what is in them.

Needs numpy, pydicom, pylibjpeg with pylibjpeg-libjpeg and pylibjpeg-openjpeg, and imagecodecs; the
tests need none of them.
    python3 tests/data/image/make_dicom.py
Frames are compressed by imagecodecs and pydicom, and what is expected is what pydicom reads by
pylibjpeg, rescaled and windowed by pydicom.
"""
import io

import imagecodecs
import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.pixels import apply_modality_lut, apply_voi_lut, convert_color_space
from pydicom.sequence import Sequence
from pydicom import uid

from pictures import HERE, Expected, levels, smooth

RNG = np.random.default_rng(5)
H, W = 16, 20


def dataset(pixels, stored=None, photometric="MONOCHROME2", modality="OT", patient="P-17", **more):
    """pixels: [H, W], [H, W, 3], or with frames in front."""
    samples = 3 if pixels.shape[-1] == 3 else 1
    frames = pixels.shape[0] if pixels.ndim == (4 if samples == 3 else 3) else 1
    ds = Dataset()
    ds.SOPClassUID = uid.SecondaryCaptureImageStorage
    ds.SOPInstanceUID = uid.generate_uid(entropy_srcs=[str(RNG.integers(1 << 60))])
    ds.PatientName = "Doe^Jane"
    ds.PatientID = patient
    ds.Modality = modality
    ds.SamplesPerPixel = samples
    ds.PhotometricInterpretation = photometric
    if samples == 3:
        ds.PlanarConfiguration = 0
    if frames > 1:
        ds.NumberOfFrames = frames
    ds.Rows, ds.Columns = (pixels.shape[-3:-1] if samples == 3 else pixels.shape[-2:])
    ds.BitsAllocated = pixels.dtype.itemsize * 8
    ds.BitsStored = stored or ds.BitsAllocated
    ds.HighBit = ds.BitsStored - 1
    ds.PixelRepresentation = int(pixels.dtype.kind == "i")
    for name, value in more.items():
        setattr(ds, name, value)
    ds.PixelData = pixels.tobytes() + (b"\0" if pixels.nbytes % 2 else b"")
    ds["PixelData"].VR = "OB" if ds.BitsAllocated <= 8 else "OW"
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = uid.ExplicitVRLittleEndian
    ds.file_meta.MediaStorageSOPClassUID = ds.SOPClassUID
    ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
    return ds


def compressed(ds, frames, syntax, photometric=None, per_frame=1, offsets=True):
    ds.PixelData = encapsulate(frames, fragments_per_frame=per_frame, has_bot=offsets)
    ds["PixelData"].is_undefined_length = True
    ds["PixelData"].VR = "OB"
    ds.file_meta.TransferSyntaxUID = syntax
    ds.PhotometricInterpretation = photometric or ds.PhotometricInterpretation
    return ds


def framed(array, ds):
    count = int(ds.get("NumberOfFrames", 1))
    return list(array) if count > 1 else [array]


def main():
    expected = Expected()

    def save(name, ds, **options):
        ds.save_as(HERE / name, enforce_file_format=True, **options)
        return pydicom.dcmread(HERE / name)

    def grey(name, ds, tolerance=1, window=None, **more):
        """By the file's own window, or by one of ours."""
        read = save(name, ds) if ds is not None else pydicom.dcmread(HERE / name)
        values = apply_modality_lut(read.pixel_array, read)
        inverted = read.PhotometricInterpretation == "MONOCHROME1"
        if window:
            shown = levels(values, *window, inverted=inverted)
            more["window"] = window
        else:
            seen = apply_voi_lut(values, read).astype(np.float64)
            if "VOILUTSequence" in read:
                least, most = 0, 2.0 ** read.VOILUTSequence[0].LUTDescriptor[2] - 1
            else:
                count = 2.0 ** read.BitsStored
                least = -count / 2 if read.PixelRepresentation else 0
                most = least + count - 1
                slope, intercept = float(read.get("RescaleSlope", 1)), float(read.get("RescaleIntercept", 0))
                least, most = least * slope + intercept, most * slope + intercept
            share = (seen - least) / (most - least)
            shown = np.floor((1 - share if inverted else share) * 65535 + 0.5)
        expected.add(name, framed(shown, read), int(read.BitsStored), tolerance, **more)

    def colour(name, ds, tolerance=0, bits=8, shown=None):
        read = save(name, ds)
        array = read.pixel_array if shown is None else shown(read)
        expected.add(name, framed(array, read), bits, tolerance)

    ct = RNG.integers(0, 4096, (H, W)).astype(np.int16) - 1024
    tissue = {"RescaleSlope": "1", "RescaleIntercept": "-1024", "WindowCenter": "40", "WindowWidth": "400"}
    grey("ct.dcm", dataset(ct + 1024, modality="CT", **tissue))
    film = RNG.integers(0, 4096, (H, W)).astype(np.uint16)
    ds = dataset(film, stored=12, photometric="MONOCHROME1", modality="CR", WindowCenter="2000", WindowWidth="2500")
    grey("film.dcm", ds)
    # Numbers in the bits that nobody uses.
    dirty = dataset(film | (RNG.integers(0, 2, (H, W)).astype(np.uint16) << 13), stored=12, modality="MR")
    save("dirty.dcm", dirty)
    expected.add("dirty.dcm", [levels(film, 0, 4095)], 12, 1, window=(0, 4095))
    grey("exact.dcm", dataset(film, stored=12, VOILUTFunction="LINEAR_EXACT", WindowCenter=["1000", "5"],
                              WindowWidth=["800", "7"]))
    grey("bare.dcm", dataset(film, stored=12, modality="MR"), window=(100, 3000))
    grey("slope.dcm", dataset(film, stored=12, modality="PT", RescaleSlope="0.37", RescaleIntercept="-5.5"),
         window=(0, 1200))
    colour("ultrasound.dcm", dataset(RNG.integers(0, 256, (H, W)).astype(np.uint8), modality="US"))
    inverse = RNG.integers(0, 256, (H, W)).astype(np.uint8)
    colour("xray8.dcm", dataset(inverse, photometric="MONOCHROME1"), shown=lambda read: 255 - read.pixel_array)

    # How files are written.
    ds = dataset(ct + 1024, modality="CT", **tissue)
    ds.file_meta.TransferSyntaxUID = uid.ImplicitVRLittleEndian
    grey("implicit.dcm", ds)
    ds = dataset((ct + 1024).astype(">i2"), modality="CT", **tissue)
    ds.file_meta.TransferSyntaxUID = uid.ExplicitVRBigEndian
    grey("big_endian.dcm", ds)
    ds = dataset(ct + 1024, modality="CT", **tissue)
    ds.file_meta.TransferSyntaxUID = uid.DeflatedExplicitVRLittleEndian
    grey("deflated.dcm", ds)
    ds = dataset(ct + 1024, modality="CT", **tissue)
    grey("IM000001", ds)
    for name, little in (("bare_explicit", False), ("bare_implicit", True)):
        buffer = io.BytesIO()
        pydicom.dcmwrite(buffer, Dataset(dataset(ct + 1024, modality="CT", **tissue)), enforce_file_format=False,
                         implicit_vr=little, little_endian=True)
        (HERE / name).write_bytes(buffer.getvalue())
        expected.files[name] = expected.files["ct.dcm"]

    # For viewers that know TIFF alone; and one that says of its elements what they are not.
    both = bytearray((HERE / "ct.dcm").read_bytes())
    both[0:8] = b"II*\0\x10\0\0\0"
    (HERE / "tiff_in_front.dcm").write_bytes(both)
    expected.files["tiff_in_front.dcm"] = expected.files["ct.dcm"]
    head = (HERE / "ct.dcm").read_bytes()
    body = (HERE / "bare_implicit").read_bytes()
    start = head.index(b"\x08\0\x16\0UI")
    (HERE / "false_kinds.dcm").write_bytes(head[:start] + body)
    expected.files["false_kinds.dcm"] = expected.files["ct.dcm"]

    # Tables.
    curve = Dataset()
    curve.LUTDescriptor = [4096, 0, 12]
    curve.LUTData = list((np.sqrt(np.arange(4096) / 4095) * 4095).astype(int))
    curve["LUTDescriptor"].VR, curve["LUTData"].VR = "US", "US"
    curve.LUTExplanation = "curve"
    grey("voi_lut.dcm", dataset(film, stored=12, modality="CR", VOILUTSequence=Sequence([curve])))
    optical = Dataset()
    optical.LUTDescriptor = [256, 0, 16]
    optical.LUTData = list((np.arange(256) ** 2).astype(int))
    optical["LUTDescriptor"].VR, optical["LUTData"].VR = "US", "US"
    optical.ModalityLUTType = "OD"
    grey("modality_lut.dcm", dataset((film >> 4).astype(np.uint8), ModalityLUTSequence=Sequence([optical])),
         window=(100, 60000))
    padded = ct + 1024
    padded[0:3] = -2000
    grey("padding.dcm", dataset(padded, modality="CT", PixelPaddingValue=-2000, **tissue))

    # Colours.
    rgb = smooth(H, W, 3)
    colour("rgb.dcm", dataset(rgb, photometric="RGB"))
    ds = dataset(rgb, photometric="RGB", PlanarConfiguration=1)
    ds.PixelData = np.ascontiguousarray(np.moveaxis(rgb, 2, 0)).tobytes()
    colour("planes.dcm", ds)
    ybr = convert_color_space(rgb, "RGB", "YBR_FULL")
    colour("luma.dcm", dataset(ybr, photometric="YBR_FULL"), tolerance=1)  # pydicom turns it into RGB
    pairs = ybr.reshape(H, W // 2, 2, 3)
    half = np.stack([pairs[:, :, 0, 0], pairs[:, :, 1, 0], pairs[:, :, 0, 1], pairs[:, :, 0, 2]], axis=2)
    ds = dataset(ybr, photometric="YBR_FULL_422")
    ds.PixelData = half.tobytes()
    colour("half_width.dcm", ds, tolerance=1)
    ds = dataset(rgb, photometric="RGB")
    ds.file_meta.TransferSyntaxUID = uid.ExplicitVRBigEndian
    ds.PixelData = np.frombuffer(rgb.tobytes(), "<u2").astype(">u2").tobytes()
    ds["PixelData"].VR = "OW"
    save("swapped_words.dcm", ds)
    expected.add("swapped_words.dcm", [rgb], 8)
    table = RNG.integers(0, 256, (3, 256)).astype(np.uint16) * 257
    ds = dataset(inverse, photometric="PALETTE COLOR")
    for index, name in enumerate(("Red", "Green", "Blue")):
        setattr(ds, name + "PaletteColorLookupTableDescriptor", [256, 0, 16])
        setattr(ds, name + "PaletteColorLookupTableData", table[index].tobytes())
    colour("palette.dcm", ds, shown=lambda read: np.moveaxis(table[:, read.pixel_array] >> 8, 0, 2))
    mask = (RNG.integers(0, 2, (2, H, W))).astype(np.uint8)
    ds = dataset(mask, stored=8)
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = 1, 1, 0
    ds.PixelData = np.packbits(mask.reshape(-1), bitorder="little").tobytes()
    grey("mask.dcm", ds, window=(0, 1))
    dose = RNG.integers(0, 1 << 24, (H, W)).astype(np.uint32)
    grey("dose.dcm", dataset(dose, modality="RTDOSE"), window=(0, 1 << 24))

    # Frames.
    movie = RNG.integers(0, 4096, (3, H, W)).astype(np.uint16)
    grey("movie.dcm", dataset(movie, stored=12, modality="XA", WindowCenter="2048", WindowWidth="4096"))
    groups = []
    for index in range(3):
        group, values, window = Dataset(), Dataset(), Dataset()
        values.RescaleSlope, values.RescaleIntercept, values.RescaleType = str(index + 1), str(-10 * index), "US"
        window.WindowCenter, window.WindowWidth = str(1000 * (index + 1)), str(1500)
        group.PixelValueTransformationSequence = Sequence([values])
        group.FrameVOILUTSequence = Sequence([window])
        groups.append(group)
    save("enhanced.dcm", dataset(movie, stored=12, modality="MR",
                                 PerFrameFunctionalGroupsSequence=Sequence(groups)))
    shown = []
    for index in range(3):
        values = movie[index].astype(np.float64) * (index + 1) - 10 * index
        centre, width = 1000.0 * (index + 1), 1500.0
        shown.append(levels(values, centre - 0.5 - (width - 1) / 2, centre - 0.5 + (width - 1) / 2))
    expected.add("enhanced.dcm", shown, 12, 1)

    # Compressed.
    calm = smooth(32, 40, 1, 4095)[:, :, 0]
    calm8 = smooth(32, 40, 1)[:, :, 0]
    colour8 = smooth(32, 40, 3)
    window = {"WindowCenter": "2000", "WindowWidth": "3000"}
    # GDCM and pydicom unpack what pydicom packed.
    ds = dataset(calm, stored=12, modality="MR", **window)
    ds.compress(uid.RLELossless, generate_instance_uid=False)
    grey("rle.dcm", ds)
    ds = dataset(colour8, photometric="RGB")
    ds.compress(uid.RLELossless, generate_instance_uid=False)
    colour("rle_rgb.dcm", ds)
    deep = smooth(32, 40, 3, 65535)
    ds = dataset(deep, photometric="RGB")
    ds.compress(uid.RLELossless, generate_instance_uid=False)
    colour("rle_rgb16.dcm", ds, bits=16)
    grey("lossless.dcm", compressed(dataset(calm, stored=12, modality="MR", **window),
                                    [imagecodecs.ljpeg_encode(calm, bitspersample=12)], uid.JPEGLosslessSV1))
    grey("jpegls.dcm", compressed(dataset(calm, stored=12, modality="MR", **window),
                                  [imagecodecs.jpegls_encode(calm)], uid.JPEGLSLossless))
    j2k = [imagecodecs.jpeg2k_encode(calm, codecformat="j2k", reversible=True, bitspersample=12)]
    grey("jpeg2000.dcm", compressed(dataset(calm, stored=12, modality="MR", **window), j2k, uid.JPEG2000Lossless))
    # Nothing on five million pixels: a few bytes that take long to unpack.
    slow = imagecodecs.jpeg2k_encode(np.zeros((2048, 2560), np.uint8), codecformat="j2k", reversible=True)
    (HERE / "slow.j2k").write_bytes(slow)
    colour("jpeg2000_rgb.dcm",
           compressed(dataset(colour8, photometric="RGB"),
                      [imagecodecs.jpeg2k_encode(colour8, codecformat="j2k", reversible=True, mct=True)],
                      uid.JPEG2000Lossless, "YBR_RCT"))
    colour("jpeg.dcm", compressed(dataset(calm8), [imagecodecs.jpeg8_encode(calm8, level=90)], uid.JPEGBaseline8Bit),
           tolerance=2)
    packed = imagecodecs.jpeg8_encode(colour8, level=90)
    colour("jpeg_rgb.dcm", compressed(dataset(colour8, photometric="RGB"), [packed], uid.JPEGBaseline8Bit,
                                      "YBR_FULL_422"), tolerance=4,
           shown=lambda read: imagecodecs.jpeg8_decode(packed))
    frames = [imagecodecs.jpegls_encode(frame) for frame in movie]
    grey("movie_packed.dcm", compressed(dataset(movie, stored=12, modality="MR", **window), frames,
                                        uid.JPEGLSLossless, offsets=False))
    grey("movie_pieces.dcm", compressed(dataset(movie, stored=12, modality="MR", **window), frames,
                                        uid.JPEGLSLossless, per_frame=2))

    # Whose they are.
    for name, patient in (("patient_a1", "A-1"), ("patient_a2", "A-1"), ("patient_b", "B-2")):
        save(name + ".dcm", dataset(RNG.integers(0, 256, (H, W)).astype(np.uint8), modality="US", patient=patient))
    report = dataset(inverse)
    del report.PixelData
    save("report.dcm", report)

    expected.save("expected_dicom.json")


if __name__ == "__main__":
    main()
