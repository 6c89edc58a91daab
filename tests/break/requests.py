"""Storms of pause, finish, cancel, resume and signals at a run."""

import os
import signal
import time

import study as seen
from revive import nothing_left, same

NAME = "requests"
TITLE = "Storms of requests and signals"
ALLOWED = (0, 1, 2, 5, 130)


def run(row):
    for number, _ in enumerate(row.cases(iter(int, 1), least=3)):
        if number % 3 == 1:
            with row.attempt("two SIGINTs, one after the other") as attempt:
                two_signals(row, attempt)
        elif number % 3 == 2:
            with row.attempt("one SIGINT or SIGTERM at a random moment") as attempt:
                one_signal(row, attempt)
        else:
            with row.attempt("a storm of requests") as attempt:
                storm(row, attempt)


def begun(row, attempt, epochs):
    """A run that has come to some random place."""
    study, program = row.campaign.study, row.campaign.program
    out = attempt.path("run")
    started = program.start(study.pretrain(out, epochs))
    wait_for(started, lambda: os.path.exists(os.path.join(out, "job.json")))
    time.sleep(row.random.uniform(0, 1.5))
    return out, started


def wait_for(started, what, seconds=30):
    until = time.monotonic() + seconds
    while started.running() and not what() and time.monotonic() < until:
        time.sleep(0.005)


def one_signal(row, attempt):
    out, started = begun(row, attempt, 6)
    started.signal(row.random.choice((signal.SIGINT, signal.SIGTERM)))
    called = attempt.sane(started.wait(30))
    attempt.expect(called.code in (0, 5), f"it should be paused: {called.ended()}")
    attempt.expect(started.wait_for_workers(1), "a worker is left behind")
    finish(row, attempt, out, 6)


def two_signals(row, attempt):
    out, started = begun(row, attempt, 200)
    first = time.monotonic()
    started.signal(signal.SIGINT)
    time.sleep(row.random.choice((0.001, 0.01, 0.05, 0.1)))
    started.signal(signal.SIGINT)
    called = started.wait(10)
    attempt.sane(called, (5, 130))
    attempt.expect(time.monotonic() - first < 5, "it took more than 5 s to end at once")
    attempt.expect(started.wait_for_workers(1), "a worker is left behind")
    attempt.good(row.campaign.program.run(["verify", out, "--json"]))
    request = row.campaign.program.run(["finish", out, "--json"])
    attempt.good(request)
    resumed = row.campaign.program.run(["resume", out, "--json"])
    attempt.expect(attempt.sane(resumed).code == 0, f"finished early after the interrupt: {resumed.ended()}")
    nothing_left(attempt, attempt.folder)


def storm(row, attempt):
    program = row.campaign.program
    epochs = 6
    out, started = begun(row, attempt, epochs)
    going, finished = [started], False
    for _ in range(row.random.randrange(3, 12)):
        time.sleep(row.random.uniform(0, 0.05))
        what = row.random.choice(("pause", "finish", "cancel", "resume", "resume", "signal"))
        if what == "signal":
            row.random.choice(going).signal(signal.SIGINT)
        elif what == "resume":
            going.append(program.start(["resume", out, "--json"]))
        else:
            asked = program.run([what, out, "--json"])
            attempt.sane(asked, (0, 2))
            finished = finished or what == "finish"
    for one in going:
        called = one.wait(40)
        # A signal may come before the program has begun to listen to it.
        if called.signal != signal.SIGINT:
            attempt.sane(called, ALLOWED)
        attempt.expect(one.wait_for_workers(2), f"a worker of '{one.called.command()}' is left behind")
    finish(row, attempt, out, epochs, finished)


def finish(row, attempt, out, epochs, early=False):
    """Resumed until it ends; whole and equal, unless it was told to end early."""
    program, study = row.campaign.program, row.campaign.study
    attempt.good(program.run(["verify", out, "--json"]))
    resumed = attempt.sane(program.run(["resume", out, "--json"]))
    if resumed.code == 5:
        # A request that came too late for its worker is met by the next one.
        resumed = attempt.sane(program.run(["resume", out, "--json"]))
    attempt.expect(resumed.code == 0, f"resume: {resumed.ended()}")
    attempt.expect(seen.status(out).get("state") == "done", f"its status says {seen.status(out).get('state')}")
    if not early:
        same(attempt, "pretrain", out, study.unbroken("pretrain", epochs).mark)
    attempt.good(program.run(["verify", out, "--json"]))
    nothing_left(attempt, attempt.folder)
