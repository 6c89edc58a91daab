"""The disk fills up while a run, a score, or the queue of a study works; then room is made."""

import contextlib
import json
import os
import subprocess

import study as seen
from revive import go_on, nothing_left, same
from runner import Skip

NAME = "disk"
TITLE = "A disk that is full at some size, then has room again"


def run(row):
    if os.geteuid() != 0:
        raise Skip("small disks are mounted by root alone")
    for what in row.cases(sizes(row), least=3):
        {"pretrain": in_run, "evaluate": in_run, "resume": in_resume, "study": in_study}[what[0]](row, *what)


def sizes(row):
    """Each kind in turn, at sizes from nothing to more than enough."""
    while True:
        for what in ("pretrain", "study", "resume", "evaluate"):
            kind, parts = ("evaluate", 1) if what == "evaluate" else ("pretrain", 3 if what == "resume" else 1)
            whole = size_of(row.campaign.study.unbroken(kind).run)
            yield what, row.random.randrange(8, whole // parts)


def size_of(folder):
    return sum(os.path.getsize(os.path.join(folder, name)) // 1024 + 4 for name in seen.files_of(folder))


@contextlib.contextmanager
def small_disk(folder, kib):
    os.makedirs(folder)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kib}k,mode=700", "break", folder],
                             capture_output=True)
    if mounted.returncode != 0:
        raise Skip("this machine lets root mount no tmpfs")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


def make_room(folder):
    subprocess.run(["mount", "-o", "remount,size=200m", folder], check=True)


def used(folder):
    about = os.statvfs(folder)
    return (about.f_blocks - about.f_bfree) * about.f_frsize // 1024


def full(attempt, called):
    """0, or 4 with a sentence."""
    attempt.sane(called)
    attempt.expect(called.code in (0, 4), f"a full disk should end with 4: {called.ended()}")
    attempt.expect(called.code == 0 or bool(called.err.strip()), "it says nothing about the full disk")


def in_run(row, kind, kib):
    study, program = row.campaign.study, row.campaign.program
    unbroken = study.unbroken(kind)
    with row.attempt(f"{kind} on a disk of {kib} KiB") as attempt, small_disk(attempt.path("disk"), kib):
        out = attempt.path("disk", "run")
        words = study.words(kind, out)
        full(attempt, program.run(words))
        whole = seen.saves(out)
        make_room(attempt.path("disk"))
        if not os.path.exists(os.path.join(out, "job.json")):
            attempt.good(program.run(words))
        elif seen.status(out).get("state") != "done":
            go_on(attempt, out, whole[-1] if whole and kind == "pretrain" else None)
        same(attempt, kind, out, unbroken.mark)
        nothing_left(attempt, attempt.path("disk"))


def in_resume(row, _, kib):
    """A paused run, with so much room on its disk."""
    study, program = row.campaign.study, row.campaign.program
    mark = study.unbroken("pretrain", 6).mark
    with row.attempt(f"resume with {kib} KiB left") as attempt, small_disk(attempt.path("disk"), 200 << 10):
        out = study.paused(attempt.path("disk", "run"))
        before = seen.saves(out)[-1]
        room = used(attempt.path("disk")) + kib
        subprocess.run(["mount", "-o", f"remount,size={room}k", attempt.path("disk")], check=True)
        full(attempt, program.run(["resume", out, "--json"]))
        whole = seen.saves(out)
        attempt.expect(whole and whole[-1] >= before, f"the save of step {before} is gone; there are {whole}")
        make_room(attempt.path("disk"))
        if seen.status(out).get("state") != "done":
            go_on(attempt, out, whole[-1])
        same(attempt, "pretrain", out, mark)
        nothing_left(attempt, attempt.path("disk"))


def in_study(row, _, kib):
    study, program = row.campaign.study, row.campaign.program
    with row.attempt(f"study run with {kib} KiB left") as attempt, small_disk(attempt.path("disk"), 200 << 10):
        folder = attempt.path("disk", "study")
        make_plan(attempt, program, study, folder)
        room = used(attempt.path("disk")) + kib
        subprocess.run(["mount", "-o", f"remount,size={room}k", attempt.path("disk")], check=True)
        full(attempt, program.run(["study", "run", folder, "--json"]))
        make_room(attempt.path("disk"))
        again = program.run(["study", "run", folder, "--json"])
        attempt.sane(again)
        states = {entry["run"] if isinstance(entry["run"], str) else json.dumps(entry["run"]): entry["state"]
                  for entry in attempt.good(program.run(["study", "status", folder, "--json"])).json()["runs"]}
        left = {name: state for name, state in states.items() if state != "done"}
        attempt.expect(not left, f"there is room again, study run ended with {again.code}, and of {len(states)} runs "
                                 f"these were not worked off: {left}")
        attempt.expect(again.code == 0, f"study run with room: {again.ended()}")
        nothing_left(attempt, attempt.path("disk"))


def make_plan(attempt, program, study, folder, pairs=1):
    """A study with the least that a plan can hold."""
    weights = os.path.join(study.unbroken("pretrain").run, "backbone.safetensors")
    attempt.good(program.run(["study", "new", folder, "--images", study.images, "--weights", weights, "--json"]))
    words = ["study", "plan", folder, "--pairs", str(pairs), "--no-baseline", "--threads", "1", "--at", "1",
             "--protocol", "knn", "--repeats", "1", "--score", "neighbours=3", "--score", "image_size=32", "--json"]
    for setting in ("image_size=32", "batch=8", "warmup_epochs=1", "epochs=1", "save_every_minutes=0"):
        words += ["--set", setting]
    attempt.good(program.run(words))
