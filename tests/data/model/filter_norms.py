#!/usr/bin/env python3
"""Writes the norm of every filter of basic.safetensors, which tst_inspect_figures holds the bins of
drawn histograms against.

Run with Python 3.11 and numpy 2:
    python3 tests/data/model/filter_norms.py
The file is read by hand, so that neither our reader nor anybody else's stands between it and numpy.
"""
import json
import pathlib
import struct

import numpy


def main():
    folder = pathlib.Path(__file__).parent
    data = (folder / "basic.safetensors").read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    norms = []
    for name, about in json.loads(data[8 : 8 + length]).items():
        if name == "__metadata__" or len(about["shape"]) != 4 or not name.endswith(".weight"):
            continue
        begin, end = about["data_offsets"]
        values = numpy.frombuffer(data[8 + length + begin : 8 + length + end], "<f4")
        filters = values.astype("f8").reshape(about["shape"][0], -1)
        norms += numpy.sqrt((filters**2).sum(axis=1)).tolist()
    (folder / "filter_norms.json").write_text(json.dumps(sorted(norms)) + "\n")


main()
