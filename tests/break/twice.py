"""Two of everything at the same instant: one does the work, the other says that it is busy, and nothing is lost."""

import json
import os
import time

import study as seen
from disk import make_plan
from revive import nothing_left, same

NAME = "twice"
TITLE = "Two or three of the same at one instant"


def run(row):
    sorts = (resumes, starts, plans, new_studies, workers, scores, queues, forced, start_and_resume)
    for number, _ in enumerate(row.cases(iter(int, 1), least=4 if row.campaign.brief else len(sorts))):
        sort = sorts[number % len(sorts)]
        with row.attempt(f"{sort.__name__.replace('_', ' ')} at once") as attempt:
            sort(row, attempt)


def at_once(row, *lines):
    """Starts all of them, a few milliseconds apart at most."""
    started = []
    for words in lines:
        started.append(row.campaign.program.start(words))
        time.sleep(row.random.choice((0, 0, 0.001, 0.01, 0.05, 0.2)))
    return [one.wait() for one in started]


def one_wins(attempt, ended, losers, at_most=1):
    for called in ended:
        attempt.sane(called)
    won = [called for called in ended if called.code == 0]
    attempt.expect(1 <= len(won) <= at_most, f"{len(won)} of {len(ended)} won: " + "; ".join(c.ended() for c in ended))
    for called in ended:
        attempt.expect(called.code == 0 or (called.code, called.kind()) in losers,
                       f"the one that came too late: {called.ended()}")


def some_win(attempt, ended):
    """Where whoever comes when the other has ended finds nothing left to do."""
    one_wins(attempt, ended, BUSY, len(ended))


BUSY = ((1, "busy"),)
TAKEN = ((1, "busy"), (2, "usage"))


def resumes(row, attempt):
    study = row.campaign.study
    out = study.paused(attempt.path("run"))
    some_win(attempt, at_once(row, *[["resume", out, "--json"]] * 2))
    same(attempt, "pretrain", out, study.unbroken("pretrain", 6).mark)
    nothing_left(attempt, attempt.folder)


def workers(row, attempt):
    study = row.campaign.study
    out = study.paused(attempt.path("run"))
    some_win(attempt, at_once(row, *[["work", out, "--quiet"]] * 3))
    same(attempt, "pretrain", out, study.unbroken("pretrain", 6).mark)


def starts(row, attempt):
    study = row.campaign.study
    out = attempt.path("run")
    one_wins(attempt, at_once(row, *[study.pretrain(out)] * 2), TAKEN)
    same(attempt, "pretrain", out, study.unbroken("pretrain").mark)
    nothing_left(attempt, attempt.folder)


def scores(row, attempt):
    study = row.campaign.study
    out = attempt.path("score")
    one_wins(attempt, at_once(row, *[study.score(out)] * 2), TAKEN)
    same(attempt, "evaluate", out, study.unbroken("evaluate").mark)
    nothing_left(attempt, attempt.folder)


def forced(row, attempt):
    """Two that both may replace: whoever comes last may win, and one whole run stands."""
    study = row.campaign.study
    out = attempt.path("run")
    study.copy(study.unbroken("pretrain").run, out)
    ended = at_once(row, *[[*study.pretrain(out), "--force"]] * 2)
    for called in ended:
        attempt.sane(called)
    attempt.expect(any(called.code == 0 for called in ended), "none won: " + "; ".join(c.ended() for c in ended))
    same(attempt, "pretrain", out, study.unbroken("pretrain").mark)
    nothing_left(attempt, attempt.folder)


def start_and_resume(row, attempt):
    study = row.campaign.study
    out = attempt.path("run")
    first = row.campaign.program.start(study.pretrain(out))
    until = time.monotonic() + 30
    while first.running() and not os.path.exists(os.path.join(out, "job.json")) and time.monotonic() < until:
        time.sleep(0.002)
    second = row.campaign.program.run(["resume", out, "--json"])
    one = first.wait()
    attempt.sane(one)
    attempt.sane(second)
    attempt.expect(0 in (one.code, second.code), f"none won: {one.ended()}; {second.ended()}")
    for called in (one, second):
        attempt.expect(called.code == 0 or (called.code, called.kind()) in BUSY, f"too late: {called.ended()}")
    same(attempt, "pretrain", out, study.unbroken("pretrain").mark)


def new_studies(row, attempt):
    study = row.campaign.study
    words = ["study", "new", attempt.path("s"), "--images", study.images, "--json"]
    one_wins(attempt, at_once(row, words, words, words), TAKEN)
    attempt.good(row.campaign.program.run(["study", "status", attempt.path("s"), "--json"]))
    nothing_left(attempt, attempt.folder)


def plans(row, attempt):
    """Plans add up: every one that says that it is done is there."""
    program, study = row.campaign.program, row.campaign.study
    folder = attempt.path("s")
    make_plan(attempt, program, study, folder)
    before = len(queue_of(folder))
    words = ["study", "plan", folder, "--pairs", "1", "--no-baseline", "--at", "1", "--protocol", "knn", "--threads",
             "1", "--json"]
    for setting in ("image_size=32", "batch=8", "epochs=1", "warmup_epochs=1"):
        words += ["--set", setting]
    ended = at_once(row, *[words] * 3)
    done = 0
    for called in ended:
        attempt.sane(called)
        attempt.expect(called.code == 0 or (called.code, called.kind()) in TAKEN, f"a plan: {called.ended()}")
        done += called.code == 0
    queue = queue_of(folder)
    attempt.expect(len(queue) == before * (1 + done),
                   f"{done} of 3 plans say that they are done, and the queue grew from {before} to {len(queue)} runs")
    attempt.expect(len(set(queue)) == len(queue), "a run is in the queue twice")
    there = {os.path.relpath(root, folder) for root, _, files in os.walk(folder) if "job.json" in files}
    attempt.expect(set(queue) == there, f"only in the queue: {sorted(set(queue) - there)}; only on the disk: "
                                        f"{sorted(there - set(queue))}")
    nothing_left(attempt, attempt.folder)


def queue_of(folder):
    return json.loads(seen.read(os.path.join(folder, "study.json")))["queue"]


def queues(row, attempt):
    program, study = row.campaign.program, row.campaign.study
    folder = attempt.path("s")
    make_plan(attempt, program, study, folder)
    some_win(attempt, at_once(row, *[["study", "run", folder, "--json"]] * 2))
    told = attempt.good(program.run(["study", "status", folder, "--json"])).json()
    left = [entry["run"] for entry in told["runs"] if entry["state"] != "done"]
    attempt.expect(not left, f"not worked off: {left}")
    nothing_left(attempt, attempt.folder)
