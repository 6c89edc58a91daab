"""What the makers of fixtures share: drawn arrays, and expected pixels as JSON."""
import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent


def smooth(height, width, channels, most=255):
    """Something that any codec keeps well."""
    y, x = np.mgrid[0:height, 0:width]
    planes = [(x * (3 + c) + y * (5 - c) + 20 * c) % 200 + 20 for c in range(channels)]
    return (np.stack(planes, axis=2) * (most / 255)).astype(np.uint16 if most > 255 else np.uint8)


def over_white(colour, alpha, largest):
    colour, alpha = colour.astype(np.uint64), alpha.astype(np.uint64)
    return (colour * alpha + largest * (largest - alpha) + largest // 2) // largest


def levels(values, black, white, inverted=False):
    """Stored values to 16 bits, computed apart from the program."""
    share = np.clip((np.nan_to_num(values.astype(np.float64), nan=black) - black) / (white - black), 0, 1)
    if inverted:
        share = np.where(np.isnan(values), 0, 1 - share)
    return np.floor(share * 65535 + 0.5).astype(int)


class Expected:
    """Collects what each file's frames hold."""

    def __init__(self):
        self.files = {}

    def add(self, name, frames, bits, tolerance=0, **more):
        entries = []
        for pixels in frames:
            pixels = np.asarray(pixels)
            if pixels.ndim == 2:
                pixels = pixels[:, :, None]
            entries.append({"width": pixels.shape[1], "height": pixels.shape[0],
                            "channels": pixels.shape[2], "pixels": pixels.astype(int).reshape(-1).tolist()})
        self.files[name] = {"bits": bits, "tolerance": tolerance, "frames": entries, **more}

    def save(self, name):
        (HERE / name).write_text(json.dumps(self.files, separators=(",", ":")) + "\n")
