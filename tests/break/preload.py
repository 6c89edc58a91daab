"""Builds the libraries that are preloaded into the program, and sets them up for one call."""

import os
import struct
import subprocess

from runner import Skip

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "preload")
_built = {}


def library(row, name):
    scratch = row.campaign.scratch
    if name not in _built:
        target = os.path.join(scratch, f"{name}.so")
        try:
            subprocess.run(["gcc", "-std=gnu11", "-O2", "-fPIC", "-shared", "-w", "-o", target,
                            os.path.join(HERE, f"{name}.c"), "-ldl"], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Skip(f"gcc cannot build preload/{name}.c ({error})") from error
        _built[name] = target
    return _built[name]


class Calls:
    """The calls of one program and its worker below a folder: counted, and perhaps one of them hit."""

    def __init__(self, row, root, state):
        self.library = library(row, "calls")
        self.root, self.state = root, state
        self.reset()

    def reset(self):
        with open(self.state, "wb") as file:
            file.write(bytes(4096))

    def env(self, fault="", at=0, times=1, calls="", inside="", log=""):
        self.reset()
        made = {"LD_PRELOAD": self.library, "BREAK_ROOT": self.root, "BREAK_STATE": self.state}
        if fault:
            made |= {"BREAK_FAULT": fault, "BREAK_AT": str(at), "BREAK_TIMES": str(times)}
        for name, value in (("BREAK_CALLS", calls), ("BREAK_IN", inside), ("BREAK_LOG", log)):
            if value:
                made[name] = value
        return made

    def _page(self):
        with open(self.state, "rb") as file:
            return file.read(4096)

    def counted(self):
        return struct.unpack_from("q", self._page())[0]

    def hits(self):
        return struct.unpack_from("q", self._page(), 8)[0]

    def what(self):
        return self._page()[20:].split(b"\0")[0].decode("utf-8", "replace")


class Memory:
    """The allocations of a program."""

    def __init__(self, row, state):
        self.library = library(row, "memory")
        self.state = state

    def env(self, at=0, times=1, least=0):
        with open(self.state, "wb") as file:
            file.write(bytes(4096))
        return {"LD_PRELOAD": self.library, "BREAK_MEMORY_STATE": self.state, "BREAK_MEMORY_AT": str(at),
                "BREAK_MEMORY_TIMES": str(times), "BREAK_MEMORY_LEAST": str(least)}

    def counted(self):
        with open(self.state, "rb") as file:
            return struct.unpack_from("q", file.read(8))[0]
