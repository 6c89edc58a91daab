"""Killed at a call to the system: from the first one that makes a folder to the last one that ends the run."""

import itertools
import json
import os
import shutil
import subprocess

import study as seen
from preload import Calls
from revive import nothing_left, revive, same
from runner import Broken

NAME = "calls"
TITLE = "Killed at a call that changes the disk, then started or resumed"
WEIGHTS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "checkpoint",
                       "wide.safetensors")


def run(row):
    in_study(row, 0.25)
    in_output(row, 0.06)
    in_run(row, "pretrain", 0.55)
    if row.campaign.brief:
        return
    in_force(row, 0.3)
    in_run(row, "evaluate", 0.8)
    by_strace(row)


def points(row, total, dense=0):
    """Numbers of calls: the first ones, where folders come into being, as often as all others together."""
    first, rest = list(range(1, dense + 1)), list(range(dense + 1, total + 1))
    row.random.shuffle(first)
    row.random.shuffle(rest)
    return [n for pair in itertools.zip_longest(first, rest) for n in pair if n is not None]


def in_run(row, kind, share):
    study, program = row.campaign.study, row.campaign.program
    unbroken = study.unbroken(kind)
    total = creation = 0
    with row.attempt(f"{kind}, counted and not killed") as attempt:
        calls = Calls(row, attempt.folder, attempt.folder + ".state")
        words = study.words(kind, attempt.path("run"))
        attempt.good(program.run(words, env=calls.env(inside="caller")))
        creation = calls.counted()
        shutil.rmtree(attempt.path("run"))
        attempt.good(program.run(words, env=calls.env()))
        total = calls.counted()
        same(attempt, kind, attempt.path("run"), unbroken.mark)
    for number in row.cases(points(row, total, min(creation, total)), least=2, share=share):
        with row.attempt(f"{kind} killed at call {number} of {total}") as attempt:
            calls = Calls(row, attempt.folder, attempt.folder + ".state")
            out = attempt.path("run")
            words = study.words(kind, out)
            cut = program.run(words, env=calls.env("kill", number))
            attempt.what += f" ({calls.what()})"
            after_kill(attempt, cut)
            whole = seen.saves(out)
            with named(attempt):
                revive(attempt, kind, words, out, unbroken.mark, whole[-1] if whole and kind == "pretrain" else None)


def in_force(row, share):
    """A run that replaces another: until the new one stands, the former does."""
    study, program = row.campaign.study, row.campaign.program
    unbroken = study.unbroken("pretrain")
    total = 0
    with row.attempt("--force, counted and not killed") as attempt:
        calls = Calls(row, attempt.folder, attempt.folder + ".state")
        out = study.copy(unbroken.run, attempt.path("run"))
        attempt.good(program.run([*study.pretrain(out), "--force"], env=calls.env(inside="caller")))
        total = calls.counted()
        nothing_left(attempt, attempt.folder)
    for number in row.cases(points(row, total), least=2, share=share):
        with row.attempt(f"--force killed at call {number} of {total}") as attempt:
            calls = Calls(row, attempt.folder, attempt.folder + ".state")
            out = study.copy(unbroken.run, attempt.path("run"))
            words = [*study.pretrain(out), "--force"]
            after_kill(attempt, program.run(words, env=calls.env("kill", number, inside="caller")))
            attempt.what += f" ({calls.what()})"
            with named(attempt):
                attempt.expect(os.path.exists(os.path.join(out, "job.json")),
                               "neither the former nor the new run stands")
                attempt.good(program.run(["verify", out, "--json"]))
                revive(attempt, "pretrain", words, out, unbroken.mark)


def after_kill(attempt, cut):
    """Killed itself, or its worker was and it said so."""
    if cut.signal == 9:
        return
    attempt.sane(cut)
    attempt.expect(cut.code in (0, 1), f"its worker was killed and it ends with {cut.ended()}")


class named:
    """Puts the call that was hit into what is said."""

    def __init__(self, attempt):
        self.attempt = attempt

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is Broken:
            raise Broken(f"[{self.attempt.what}] {value}") from value
        return False


def new_study(row, folder):
    return ["study", "new", folder, "--images", row.campaign.study.images, "--weights", WEIGHTS, "--json"]


def plan(folder):
    words = ["study", "plan", folder, "--pairs", "1", "--threads", "1", "--json"]
    for setting in ("image_size=32", "batch=8", "warmup_epochs=1", "epochs=2"):
        words += ["--set", setting]
    return words


def in_study(row, share):
    program = row.campaign.program

    def new(folder):
        return new_study(row, folder)

    with row.attempt("study new and study plan, counted and not killed") as attempt:
        calls = Calls(row, attempt.folder, attempt.folder + ".state")
        attempt.good(program.run(new(attempt.path("s")), env=calls.env()))
        to_make = calls.counted()
        attempt.good(program.run(plan(attempt.path("s")), env=calls.env()))
        to_plan = calls.counted()
    cases = [("new", n) for n in points(row, to_make)] + [("plan", n) for n in points(row, to_plan)]
    row.random.shuffle(cases)
    for verb, number in row.cases(cases, least=4, share=share):
        with row.attempt(f"study {verb} killed at call {number}") as attempt:
            calls = Calls(row, attempt.folder, attempt.folder + ".state")
            folder = attempt.path("s")
            if verb == "plan":
                attempt.good(program.run(new(folder)))
            words = (new if verb == "new" else plan)(folder)
            cut = program.run(words, env=calls.env("kill", number))
            attempt.what += f" ({calls.what()})"
            after_kill(attempt, cut)
            with named(attempt):
                again = attempt.sane(program.run(words))
                stands = verb == "new" and again.code == 2 and os.path.exists(os.path.join(folder, "study.json"))
                attempt.expect(again.code == 0 or stands, f"the same command again: {again.ended()}")
                if verb == "new":
                    attempt.good(program.run(plan(folder)))
                whole_study(attempt, folder)
                nothing_left(attempt, attempt.folder)


def whole_study(attempt, folder):
    """Every run on the disk is in the queue, and every one of the queue is there."""
    told = attempt.good(attempt.row.campaign.program.run(["study", "status", folder, "--json"])).json()
    queue = set(json.loads(seen.read(os.path.join(folder, "study.json")))["queue"])
    there = {os.path.relpath(root, folder) for root, _, files in os.walk(folder) if "job.json" in files}
    attempt.expect(queue == there, f"in the queue alone: {sorted(queue - there)}, on the disk alone: "
                                   f"{sorted(there - queue)}")
    damaged = [entry["run"] for entry in told["runs"] if entry.get("state") == "damaged"]
    attempt.expect(not damaged, f"damaged runs: {damaged}")


def in_output(row, share):
    """Verbs that write one file."""
    program = row.campaign.program
    verbs = {
        "convert": ["convert", WEIGHTS, "-o", "out.safetensors", "--json"],
        "repair": ["repair", WEIGHTS, "-o", "out.safetensors", "--anyway", "--json"],
        "inspect": ["inspect", WEIGHTS, "--csv", "out.csv", "--json"],
    }
    for name, words in list(verbs.items())[:1 if row.campaign.brief else None]:
        total, made = 0, {}
        with row.attempt(f"{name}, counted and not killed") as attempt:
            calls = Calls(row, attempt.folder, attempt.folder + ".state")
            attempt.good(program.run(words, env=calls.env(), cwd=attempt.folder))
            total = calls.counted()
            made = seen.picture_of(attempt.folder)
        for number in row.cases(points(row, total), least=1, share=share / 2):
            with row.attempt(f"{name} killed at call {number} of {total}") as attempt:
                calls = Calls(row, attempt.folder, attempt.folder + ".state")
                after_kill(attempt, program.run(words, env=calls.env("kill", number), cwd=attempt.folder))
                attempt.what += f" ({calls.what()})"
                with named(attempt):
                    again = attempt.sane(program.run(words, cwd=attempt.folder))
                    if again.code == 2:
                        again = attempt.sane(program.run([*words, "--force"], cwd=attempt.folder))
                    attempt.expect(again.code == 0, f"the same command again: {again.ended()}")
                    nothing_left(attempt, attempt.folder)
                    attempt.expect(seen.picture_of(attempt.folder).keys() == made.keys(),
                                   f"it left {sorted(seen.names(attempt.folder))}")


def by_strace(row):
    """The same by the kernel's own count, which sees calls that the C library makes by itself."""
    study, program = row.campaign.study, row.campaign.program
    strace = shutil.which("strace")
    if strace is None:
        row.skip("strace is not installed, so the kernel's own count is not used")
        return
    probe = subprocess.run([strace, "-f", "-o", "/dev/null", "true"], capture_output=True)
    if probe.returncode != 0:
        row.skip("strace may not trace here")
        return
    unbroken = study.unbroken("pretrain")
    names = ("openat", "write", "fsync", "fdatasync", "rename", "renameat2", "mkdir", "unlink", "ftruncate", "close")
    for _ in row.cases(iter(int, 1) if row.campaign.thorough else range(4), least=1):
        call, number = row.random.choice(names), row.random.randrange(1, 60)
        with row.attempt(f"strace: pretrain killed at {call} number {number} of one process") as attempt:
            out = attempt.path("run")
            words = study.pretrain(out)
            cut = program.run(words, pre=[strace, "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                                          f"inject={call}:signal=KILL:when={number}"])
            after_kill(attempt, cut)
            revive(attempt, "pretrain", words, out, unbroken.mark) if not seen.saves(out) else revive(
                attempt, "pretrain", words, out, unbroken.mark, seen.saves(out)[-1])
