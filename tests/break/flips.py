"""Single bits flipped, and files taken away, in a finished run, a finished score and a paused run."""

import os
import time

import study as seen
from runner import Broken

NAME = "flips"
TITLE = "A bit flipped, or a file deleted, and verify; then resume"
REFUSED = (1, 3)


def exempt(name):
    """What nobody reads back: the log, and locks."""
    return os.path.basename(name) == "log.txt" or name.endswith(".lock")


def run(row):
    no_alarm(row, 0.25)
    victims = {}
    for kind in ("paused", "pretrain", "evaluate"):
        victims[kind] = prepare(row, kind)
    deleted(row, victims, 0.4)
    missed = {}
    for kind, name in row.cases(rounds(row, victims), least=10, share=0.75):
        flip(row, kind, victims[kind], name, missed)
    if missed:
        row.note("missed by verify: " + ", ".join(f"{name} {count}×" for name, count in sorted(missed.items())))
    resumed(row, victims["paused"])


def prepare(row, kind):
    study = row.campaign.study
    folder = os.path.join(row.campaign.scratch, f"{row.name}-{kind}")
    if kind == "paused":
        return study.paused(folder)
    return study.copy(study.unbroken(kind).run, folder)


def rounds(row, victims):
    """Every file of every run in turn; in files of many bytes the places are drawn."""
    while True:
        every = [(kind, name) for kind, run in victims.items() for name in seen.files_of(run) if not exempt(name)]
        row.random.shuffle(every)
        yield from every


def flipped(row, path):
    """Flips one bit of a file; what it held, and where."""
    content = seen.read(path)
    if not content:
        return None, ""
    place = row.random.randrange(len(content))
    bit = row.random.randrange(8)
    changed = bytearray(content)
    changed[place] ^= 1 << bit
    rewrite(path, bytes(changed))
    return content, f"bit {bit} of byte {place} of {len(content)}"


def rewrite(path, content):
    with open(path, "r+b") as file:
        file.write(content)
        file.truncate()


def flip(row, kind, run, name, missed):
    path = os.path.join(run, name)
    with row.attempt(f"{kind}: a bit of {name}") as attempt:
        content, where = flipped(row, path)
        if content is None:
            return
        try:
            called = row.campaign.program.run(["verify", run, "--json"])
        finally:
            rewrite(path, content)
        attempt.what += f" ({where}, {content[max(0, place_of(where) - 12):place_of(where) + 12]!r})"
        if called.code == 0:
            missed[shape(name)] = missed.get(shape(name), 0) + 1
        noticed(attempt, called)


def place_of(where):
    return int(where.split(" of byte ")[1].split()[0])


def shape(name):
    """The name of a file without numbers, so that misses add up."""
    return "".join("#" if c.isdigit() else c for c in name)


def noticed(attempt, called):
    try:
        attempt.sane(called)
        attempt.expect(called.code in REFUSED, f"verify does not notice: {called.ended()}")
    except Broken as broken:
        raise Broken(f"[{attempt.what}] {broken}") from broken


def deleted(row, victims, share):
    every = [(kind, name) for kind, run in victims.items() for name in seen.files_of(run) if not exempt(name)]
    row.random.shuffle(every)
    for kind, name in row.cases(every, least=5, share=share):
        run = victims[kind]
        with row.attempt(f"{kind}: {name} deleted") as attempt:
            away = attempt.path("away")
            os.rename(os.path.join(run, name), away)
            try:
                called = row.campaign.program.run(["verify", run, "--json"])
            finally:
                os.rename(away, os.path.join(run, name))
            noticed(attempt, called)


def resumed(row, run):
    """What verify noticed does not stop resume from falling back, and never crashes it."""
    study, program = row.campaign.study, row.campaign.program
    mark = study.unbroken("pretrain", 6).mark
    for name in row.cases(choices(row, run), least=2):
        how = row.random.choice(("flipped", "deleted", "cut short"))
        with row.attempt(f"resume after {name} was {how}") as attempt:
            copy = study.copy(run, attempt.path("run"))
            path = os.path.join(copy, name)
            if how == "deleted":
                os.remove(path)
            elif how == "cut short":
                os.truncate(path, row.random.randrange(max(os.path.getsize(path), 1)))
            else:
                flipped(row, path)
            called = attempt.sane(program.run(["resume", copy, "--json"]))
            attempt.expect(called.code in (0, 1, 2, 3), f"an unexpected end: {called.ended()}")
            if called.code == 0:
                # An earlier save and a snapshot that stays damaged are told of; the weights are the same.
                attempt.expect(seen.status(copy).get("state") == "done", "it ended and its status says otherwise")
                attempt.expect(study.mark("pretrain", copy).split()[1] == mark.split()[1],
                               "it ended and its weights are not those of the unbroken run")
            else:
                attempt.expect(bool(called.err.strip()), f"it ends with {called.code} and says nothing")
                attempt.expect(name in ("job.json", "status.json") or name.startswith("images"),
                               f"there is a save before this one, and resume refuses: {called.ended()}")


def choices(row, run):
    while True:
        every = [name for name in seen.files_of(run) if not exempt(name)]
        row.random.shuffle(every)
        yield from every


def no_alarm(row, share):
    """verify again and again while a run works, saves and prunes."""
    study, program = row.campaign.study, row.campaign.program
    with row.attempt("verify during a run") as attempt:
        out = attempt.path("run")
        started = program.start(study.pretrain(out, 400))
        until = time.monotonic() + max(row.left() * share, 4)
        while started.running() and not os.path.exists(os.path.join(out, "job.json")):
            time.sleep(0.01)
        looks = 0
        try:
            while started.running() and time.monotonic() < until:
                called = program.run(["verify", out, "--json"], kept=False)
                looks += 1
                attempt.expect(called.code == 0, f"an alarm at look {looks}: {called.ended()}; {bad(called)}")
        finally:
            started.kill_all()
            started.wait()
        attempt.expect(looks > 3, f"verify was called {looks} times only")
        row.note(f"verify looked {looks} times at a run that saved at each step")


def bad(called):
    return [check["message"] for check in called.json().get("checks", []) if not check.get("ok")]
