"""The packages that Rekindle is timed against, in folders of their own in the per-user cache, each made once.

Who is timed in them calls `base()` and, where that is not enough, `beside()`, and goes on in their Python by `enter()`.
Where they cannot be had, `Missing` says why.
"""
import os
import pathlib
import subprocess
import sys
import venv

# PyTorch with what goes with it, for all benchmarks.
PACKAGES = ["torch==2.11.0", "torchvision==0.26.0", "numpy"]
BARE = ["lightly==1.6.0"]  # what else it asks for is not needed for its losses and views
CPU_INDEX = "https://download.pytorch.org/whl/cpu"


class Missing(Exception):
    """Packages that are not there: "cannot be fetched: …", after whatever they are called."""


def cache():
    chosen = os.environ.get("REKINDLE_CACHE")
    if chosen:
        return pathlib.Path(chosen)
    return pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "rekindle"


def python_of(folder):
    return str(folder / "bin" / "python")


def pip(python, *words):
    """Installs. Answers why not, or nothing."""
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-cache-dir", "--disable-pip-version-check",
                           "--retries", "1", "--timeout", "30", *words], capture_output=True, text=True)
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["pip says nothing"])[-1]


def ensure(folder, packages, install):
    """A folder that carries its list of packages is whole; else `install` makes it so, or answers why not."""
    stamp, wanted = folder / ".stamp", " ".join(packages)
    try:
        if not stamp.exists() or stamp.read_text() != wanted:
            print(f"Fetching what is compared with into {folder}, once.", file=sys.stderr, flush=True)
            why = install()
            if why:
                raise Missing("cannot be fetched: " + why)
            stamp.write_text(wanted)
    except OSError as error:
        raise Missing(f"cannot be installed: {error}") from error
    return folder


def base():
    """The folder with a Python that has PyTorch, torchvision and lightly."""
    folder = cache() / "bench-peers"

    def install():
        venv.create(folder, with_pip=True, clear=True)
        python = python_of(folder)
        # Without CUDA these are a tenth of the size; not every network reaches that index.
        why = pip(python, "--index-url", CPU_INDEX, *PACKAGES) and pip(python, *PACKAGES)
        return why or pip(python, "--no-deps", *BARE)

    return ensure(folder, PACKAGES + BARE, install)


def beside(name, packages):
    """A folder of further packages for that Python, as they stand here: without what they ask for themselves."""
    python, folder = python_of(base()), cache() / name
    return ensure(folder, packages,
                  lambda: pip(python, "--no-deps", "--upgrade", "--target", str(folder), *packages))


def enter(**environment):
    """Runs the program anew in the Python of `base()`, with these variables set."""
    python = python_of(base())
    os.environ.update(environment)
    os.execv(python, [python, *sys.argv])
