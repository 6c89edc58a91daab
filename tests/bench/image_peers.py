#!/usr/bin/env python3
"""Views of the same files by torchvision with PIL, lightly and albumentations, for bench_images.

    python3 tests/bench/image_peers.py FOLDER

FOLDER holds a folder of files for each kind. Prints "kind views peer images-per-second-of-one-core", a line each. The
packages are those of peer_packages.py and some beside them; where they cannot be fetched it says so in a sentence and
the benchmark goes on without.
"""
import os
import pathlib
import sys
import time

sys.dont_write_bytecode = True  # the source tree stays as it is
import peer_packages

# Beside PyTorch and lightly, without their own wishes for other versions of numpy.
MORE = ["albumentations==2.0.8", "albucore==0.0.24", "opencv-python-headless==4.11.0.86", "pydantic", "pydantic-core",
        "annotated-types", "typing-inspection", "stringzilla", "simsimd", "scipy", "pyyaml", "lightning_utilities",
        "packaging"]
SECONDS = 3.0


def enter():
    """Goes on inside the folder of the peers."""
    try:
        more = peer_packages.beside("bench-image-peers", MORE)
        peer_packages.enter(REKINDLE_IMAGE_PEERS=str(more), NO_ALBUMENTATIONS_UPDATE="1")
    except peer_packages.Missing as why:
        print("The peers are left out: they " + " ".join(str(why).split()), flush=True)
        sys.exit(0)


def rate(files, make):
    """Images in a second of the processor, over whole rounds of the files."""
    make(files[0])
    images, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        for file in files:
            make(file)
        images += len(files)
    return images / (time.process_time() - start)


SIMCLR = {"scale": (0.08, 1.0), "jitter": (0.8, 0.8, 0.8, 0.2)}


def torchvision_views():
    from PIL import Image
    from torchvision import transforms as T

    def view(size, scale):
        return T.Compose([T.RandomResizedCrop(size, scale=scale), T.RandomHorizontalFlip(),
                          T.RandomApply([T.ColorJitter(*SIMCLR["jitter"])], p=0.8), T.RandomGrayscale(p=0.2),
                          T.RandomApply([T.GaussianBlur(size // 10 // 2 * 2 + 1, (0.1, 2.0))], p=0.5), T.ToTensor()])

    def several(views):
        def make(file):
            picture = Image.open(file).convert("RGB")
            return [one(picture) for one in views]
        return make

    return {"simclr-224": several([view(224, (0.08, 1.0))] * 2), "simclr-96": several([view(96, (0.08, 1.0))] * 2),
            "swav-2x224+6x96": several([view(224, (0.14, 1.0))] * 2 + [view(96, (0.05, 0.14))] * 6)}


def lightly_views():
    from PIL import Image
    from lightly.transforms import SimCLRTransform, SwaVTransform

    def of(transform):
        return lambda file: transform(Image.open(file).convert("RGB"))

    return {"simclr-224": of(SimCLRTransform(input_size=224, normalize=None)),
            "simclr-96": of(SimCLRTransform(input_size=96, normalize=None)),
            "swav-2x224+6x96": of(SwaVTransform(crop_sizes=(224, 96), crop_counts=(2, 6), normalize=None))}


def albumentations_views():
    import albumentations as A
    import cv2
    import numpy as np
    import torch

    cv2.setNumThreads(0)

    def view(size, scale):
        odd = size // 10 // 2 * 2 + 1
        return A.Compose([A.RandomResizedCrop((size, size), scale=scale), A.HorizontalFlip(p=0.5),
                          A.ColorJitter((0.2, 1.8), (0.2, 1.8), (0.2, 1.8), (-0.2, 0.2), p=0.8), A.ToGray(p=0.2),
                          A.GaussianBlur((odd, odd), (0.1, 2.0), p=0.5)])

    def several(views):
        def make(file):
            picture = cv2.imread(str(file), cv2.IMREAD_COLOR_RGB)
            return [torch.from_numpy(one(image=picture)["image"].transpose(2, 0, 1).astype(np.float32) / 255)
                    for one in views]
        return make

    return {"simclr-224": several([view(224, (0.08, 1.0))] * 2), "simclr-96": several([view(96, (0.08, 1.0))] * 2),
            "swav-2x224+6x96": several([view(224, (0.14, 1.0))] * 2 + [view(96, (0.05, 0.14))] * 6)}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    more = os.environ.get("REKINDLE_IMAGE_PEERS")
    if not more:
        enter()
    sys.path.append(more)
    import torch

    torch.set_num_threads(1)
    for name, views in (("torchvision", torchvision_views), ("lightly", lightly_views),
                        ("albumentations", albumentations_views)):
        try:
            made = views()
        except ImportError as error:
            print(f"{name} is left out: it does not load ({error})", flush=True)
            continue
        for kind in sorted(path for path in pathlib.Path(sys.argv[1]).iterdir() if path.is_dir()):
            files = sorted(kind.iterdir())
            for recipe, make in made.items():
                try:
                    print(kind.name, recipe, name, f"{rate(files, make):.2f}", flush=True)
                except Exception as error:  # a picture that a peer cannot read is no reason to stop
                    print(f"{name} cannot make {recipe} of {kind.name}: {' '.join(str(error).split())}", flush=True)


if __name__ == "__main__":
    main()
