"""Too little memory: allocations that fail, and a ceiling on the address space."""

import os
import resource

import study as seen
from disk import make_plan
from preload import Memory
from revive import revive

NAME = "memory"
TITLE = "An allocation that fails, or a ceiling on addresses"
ALLOWED = (0, 3, 4)
MIB = 1 << 20


def run(row):
    study = row.campaign.study
    made = os.path.join(row.campaign.scratch, "unbroken", "memory-study")
    with row.attempt("a study to look at") as attempt:
        make_plan(attempt, row.campaign.program, study, made)
    finished = study.unbroken("pretrain").run
    verbs = {
        "info": ["info", os.path.join(finished, "backbone.safetensors"), "--json"],
        "verify": ["verify", finished, "--json"],
        "digest": ["digest", finished, "--json"],
        "dataset": ["dataset", study.images, "--json"],
        "status": ["study", "status", made, "--json"],
        "inspect": ["inspect", os.path.join(finished, "backbone.safetensors"), "--json"],
        "dry run": [*study.pretrain(os.path.join(row.campaign.scratch, "never")), "--dry-run"],
    }
    failing(row, verbs, 0.4)
    ceilings(row, verbs, 0.4)
    training(row)


def failing(row, verbs, share):
    program = row.campaign.program
    totals = {}
    for name, words in verbs.items():
        with row.attempt(f"{name}, its allocations counted") as attempt:
            memory = Memory(row, attempt.folder + ".state")
            attempt.good(program.run(words, env=memory.env()))
            totals[name] = memory.counted()
    for name in row.cases(turns(row, totals), least=5, share=share):
        number = 1 + int(totals[name] ** row.random.uniform(0.1, 1)) % max(totals[name], 1)
        times = row.random.choice((1, 0))
        often = "once" if times else "for ever"
        with row.attempt(f"{name}: allocation {number} of {totals[name]} fails {often}") as attempt:
            memory = Memory(row, attempt.folder + ".state")
            ends_well(attempt, program.run(verbs[name], env=memory.env(number, times), seconds=20))


def ends_well(attempt, called, sentences=1):
    attempt.sane(called)
    attempt.expect(called.code in ALLOWED, f"{called.command()}: {called.ended()}; 4 was expected")
    said = called.sentences()
    attempt.expect(called.code == 0 or 0 < len(said) <= sentences,
                   f"it ends with {called.code} and one sentence was expected: {said[:3]}")


def turns(row, named):
    while True:
        every = list(named)
        row.random.shuffle(every)
        yield from every


def not_started(called):
    """The system could not load the program: nothing of ours has run."""
    return called.code == 127 and b"loading shared libraries" in called.err


def ceilings(row, verbs, share):
    program = row.campaign.program
    for name in row.cases(turns(row, verbs), least=5, share=share):
        mib = row.random.randrange(40, 700)
        limits = [(resource.RLIMIT_AS, mib * MIB)]
        probe = program.run(["--version"], limits=limits, kept=False)
        if probe.code != 0:
            continue
        with row.attempt(f"{name} under {mib} MiB of addresses") as attempt:
            called = program.run(verbs[name], limits=limits, seconds=20)
            if not_started(called):
                continue
            ends_well(attempt, called)


def training(row):
    """The worker has too little at some moment; without a limit the same run then ends."""
    study, program = row.campaign.study, row.campaign.program
    unbroken = study.unbroken("pretrain")
    for number, _ in enumerate(row.cases(iter(int, 1), least=2)):
        mib = row.random.randrange(150, 2500)
        large = number % 2 == 1
        what = "a large allocation fails" if large else f"under {mib} MiB of addresses"
        with row.attempt(f"pretraining: {what}") as attempt:
            out = attempt.path("run")
            words = study.pretrain(out)
            if large:
                memory = Memory(row, attempt.folder + ".state")
                at = row.random.randrange(1, 400)
                called = program.run(words, env=memory.env(at, row.random.choice((1, 0)), 32 << 10))
                attempt.what += f", number {at}"
            else:
                called = program.run(words, limits=[(resource.RLIMIT_AS, mib * MIB)], seconds=60)
            if not_started(called):
                continue
            ends_well(attempt, called, 2)  # of the worker and of whoever watches over it
            whole = seen.saves(out)
            if seen.status(out).get("state") != "done":
                revive(attempt, "pretrain", words, out, unbroken.mark, whole[-1] if whole else None)
