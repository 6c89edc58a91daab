"""A call to the system fails, once or for ever: said and survived, never swallowed."""

import os

import study as seen
from preload import Calls
from revive import go_on, nothing_left, same
from runner import Broken, remove

NAME = "faults"
TITLE = "A call to the system that fails, once or for ever, then on"
FAULTS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT")
# What a program has to bear without a word, and the calls that it may come from.
INVISIBLE = {"EINTR": "write,fsync", "short": "write"}
# Calls that are not among the others, since they change nothing.
OTHERS = ("read", "close")


def run(row):
    totals = {}  # of calls, by what is done and by the names of the calls
    sorts = ("",) if row.campaign.brief else ("", *INVISIBLE.values(), *OTHERS)
    for what in ("resume", "study") if row.campaign.brief else ("pretrain", "resume", "evaluate", "study"):
        with row.attempt(f"{what}, counted and not failed") as attempt:
            for names in sorts:
                calls, words, out = prepare(row, attempt, what)
                attempt.good(row.campaign.program.run(words, env=calls.env(calls=names)))
                totals[what, names] = calls.counted()
                remove(out)
    for what, fault, names, times, number in row.cases(endless(row.random, totals), least=4):
        often = "once" if times else "for ever"
        with row.attempt(f"{what}: {fault} {often} from call {number} {names}") as attempt:
            one(row, attempt, what, fault, names, times, number)


def endless(chance, totals):
    while True:
        for what in ("pretrain", "resume", "evaluate", "study", "resume"):
            fault = chance.choice(FAULTS + tuple(INVISIBLE))
            names = INVISIBLE.get(fault, "")
            if not names and chance.random() < 0.2:
                fault, names = "EIO", chance.choice(OTHERS)
            times = 1 if fault in INVISIBLE or chance.random() < 0.5 else 0
            total = totals.get((what, names))
            if total:
                yield what, fault, names, times, chance.randrange(1, total + 1)


def prepare(row, attempt, what):
    study = row.campaign.study
    out = attempt.path("run")
    calls = Calls(row, attempt.folder, attempt.folder + ".state")
    if what == "resume":
        study.paused(out)
        return calls, ["resume", out, "--json"], out
    if what == "study":
        return calls, ["study", "new", out, "--images", study.images, "--json"], out
    return calls, study.words(what, out), out


def one(row, attempt, what, fault, names, times, number):
    program = row.campaign.program
    calls, words, out = prepare(row, attempt, what)
    before = seen.saves(out)
    called = program.run(words, env=calls.env(fault, number, times, names))
    attempt.what += f" ({calls.what()})"
    try:
        judge(row, attempt, what, fault, called, before, out)
        recover(row, attempt, what, words, out)
    except Broken as broken:
        raise Broken(f"[{attempt.what}] {broken}") from broken


def judge(row, attempt, what, fault, called, before, out):
    attempt.sane(called)
    if fault in INVISIBLE:
        attempt.expect(called.code == 0, f"it should not matter, and it ends with {called.ended()}")
    attempt.expect(called.code in (0, 1, 4), f"an unexpected end: {called.ended()}")
    if fault in ("ENOSPC", "EDQUOT") and called.code != 0:
        attempt.expect(called.code == 4, f"a full disk should end with 4: {called.ended()}")
    if called.code != 0:
        attempt.expect(bool(called.err.strip()), f"it ends with {called.code} and says nothing")
    attempt.expect(not before or bool(seen.saves(out)), f"the whole save of step {before[-1:]} is gone")
    for step in before[-1:]:
        attempt.expect(max(seen.saves(out)) >= step, f"the whole save of step {step} is gone")
    if called.code == 0 and what != "study":
        same(attempt, what if what == "evaluate" else "pretrain", out, mark(row, what))


def mark(row, what):
    study = row.campaign.study
    if what == "resume":
        return study.unbroken("pretrain", 6).mark
    return study.unbroken(what).mark


def recover(row, attempt, what, words, out):
    """The disk is well again."""
    program = row.campaign.program
    if what == "study":
        again = attempt.sane(program.run(words))
        attempt.expect(again.code == 0 or os.path.exists(os.path.join(out, "study.json")),
                       f"the same command again: {again.ended()}")
        attempt.good(program.run(["study", "status", out, "--json"]))
    elif seen.status(out).get("state") != "done":
        kind = "evaluate" if what == "evaluate" else "pretrain"
        whole = seen.saves(out)
        if not os.path.exists(os.path.join(out, "job.json")):
            again = attempt.sane(program.run(words))
            attempt.expect(again.code == 0, f"the same command again: {again.ended()}")
        else:
            go_on(attempt, out, whole[-1] if whole and kind == "pretrain" else None)
        same(attempt, kind, out, mark(row, what))
    nothing_left(attempt, attempt.folder)
