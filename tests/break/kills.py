"""SIGKILL at random moments of training and scoring, again and again, until the run has ended all the same."""

import os
import signal
import time

import study as seen
from preload import Calls
from revive import nothing_left, revive, same

NAME = "kills"
TITLE = "Killed at random moments until the run had ended"
MOST_ROUNDS = 60


def run(row):
    rounds = Rounds()
    kinds = [*(f"pretrain {method}" for method in seen.METHODS), "evaluate"]
    each = dict.fromkeys(kinds, 0)
    for number, _ in enumerate(row.cases(iter(int, 1), least=len(kinds))):
        kind = kinds[number % len(kinds)]
        before = rounds.kills
        with row.attempt(f"{kind} killed until it ends") as attempt:
            one(row, attempt, kind, 6 if kind == "evaluate" else 10, rounds)
        each[kind] += rounds.kills - before
        more = max(rounds.kills - before - 1, 0)
        row.attempted += more
        row.survived += more
    row.note(", ".join(f"{kind}: {count}" for kind, count in each.items()))
    row.note(f"{rounds.kills} kills, {rounds.in_saves} of them at a call of a save, {rounds.went_on} sittings went on "
             "from a save")


class Rounds:
    """All of them together; each kill counts as an attempt."""
    kills = in_saves = went_on = 0


def one(row, attempt, kind, epochs, rounds):
    study = row.campaign.study
    unbroken = study.unbroken(kind, epochs)
    out = attempt.path("run")
    words = study.words(kind, out, epochs)
    for _ in range(MOST_ROUNDS):
        begun = os.path.exists(os.path.join(out, "job.json"))
        whole = seen.saves(out)
        before = len(seen.went_on_after(out))
        now = ["resume", out, "--json"] if begun else words
        if row.random.random() < 0.5:
            cut = at_a_save(row, attempt, now, out)
            rounds.in_saves += cut.signal == signal.SIGKILL or cut.code == 1
        else:
            cut = at_a_moment(row, now, unbroken.seconds)
        if cut.code == 0:
            break
        rounds.kills += 1
        attempt.expect(cut.signal == signal.SIGKILL or cut.code in (1, 2), f"{cut.command()}: {cut.ended()}")
        after = seen.went_on_after(out)[before:]
        rounds.went_on += len(after)
        if kind != "evaluate":
            attempt.expect(not after or after[0] >= (whole[-1] if whole else 0),
                           f"it had a whole save of step {whole[-1:]} and went on after {after}")
            attempt.expect(not whole or bool(seen.saves(out)), "no whole save is left of those that there were")
    whole = seen.saves(out)
    if seen.status(out).get("state") != "done":
        revive(attempt, kind, words, out, unbroken.mark, whole[-1] if whole and kind != "evaluate" else None)
    else:
        same(attempt, kind, out, unbroken.mark)
        nothing_left(attempt, attempt.folder)


def at_a_moment(row, words, longest):
    """The program, its worker, or both."""
    program = row.campaign.program
    started = program.start(words)
    time.sleep(row.random.uniform(0.02, max(longest, 0.5)))
    victim = row.random.choice(("program", "worker", "both"))
    if victim != "program":
        for pid in started.workers():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
    if victim != "worker":
        started.signal(signal.SIGKILL)
    called = started.wait()
    started.wait_for_workers(5)
    return called


def at_a_save(row, attempt, words, out):
    """At some call that the worker makes beneath checkpoints/."""
    calls = Calls(row, os.path.join(out, "checkpoints"), attempt.folder + ".state")
    return row.campaign.program.run(words, env=calls.env("kill", row.random.randrange(1, 200), inside="worker"))
