#!/usr/bin/env python3
"""Views of the same files by torchvision with PIL, lightly and albumentations, for bench_images.

    python3 tests/bench/image_peers.py FOLDER

FOLDER holds a folder of files for each kind. Prints "kind views peer images-per-second-of-one-core", a line each. The
packages go into folders of their own in the per-user cache, once; where they cannot be fetched it says so in a
sentence and the benchmark goes on without. PyTorch with what goes with it is shared with the other benchmarks' peers.
"""
import os
import pathlib
import subprocess
import sys
import time
import venv

PACKAGES = ["torch==2.11.0", "torchvision==0.26.0", "numpy"]
BARE = ["lightly==1.6.0"]
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
# Beside those, without their own wishes for other versions of numpy.
MORE = ["albumentations==2.0.8", "albucore==0.0.24", "opencv-python-headless==4.11.0.86", "pydantic", "pydantic-core",
        "annotated-types", "typing-inspection", "stringzilla", "simsimd", "scipy", "pyyaml", "lightning_utilities",
        "packaging"]
SECONDS = 3.0


def skip(why):
    print("The peers are left out: " + " ".join(why.split()), flush=True)
    sys.exit(0)


def cache():
    chosen = os.environ.get("REKINDLE_CACHE")
    if chosen:
        return pathlib.Path(chosen)
    return pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "rekindle"


def pip(python, *words):
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-cache-dir", "--disable-pip-version-check",
                           "--retries", "1", "--timeout", "30", *words], capture_output=True, text=True)
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["pip says nothing"])[-1]


def ensure(folder, wanted, install):
    """A folder that carries its list of packages is whole."""
    stamp = folder / ".stamp"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Fetching what is compared with into {folder}, once.", file=sys.stderr, flush=True)
    why = install()
    if why:
        skip("they cannot be fetched: " + why)
    stamp.write_text(wanted)


def enter():
    """Goes on inside the folder of the peers."""
    try:
        base, more = cache() / "bench-peers", cache() / "bench-image-peers"
        python = str(base / "bin" / "python")

        def install_base():
            venv.create(base, with_pip=True, clear=True)
            why = pip(python, "--index-url", CPU_INDEX, *PACKAGES) and pip(python, *PACKAGES)
            return why or pip(python, "--no-deps", *BARE)

        ensure(base, " ".join(PACKAGES + BARE), install_base)
        ensure(more, " ".join(MORE), lambda: pip(python, "--no-deps", "--upgrade", "--target", str(more), *MORE))
    except OSError as error:
        skip(f"they cannot be installed: {error}")
    os.environ["REKINDLE_IMAGE_PEERS"] = str(more)
    os.environ["NO_ALBUMENTATIONS_UPDATE"] = "1"
    os.execv(python, [python, *sys.argv])


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
