"""After a run was cut off in whatever way: it goes on, ends as the unbroken one did, and leaves nothing behind."""

import os

import study as seen


def revive(attempt, kind, words, run, mark, must_continue_from=None):
    """The same command again makes the run or says that there is one; then resume takes it to its end."""
    program = attempt.row.campaign.program
    again = program.run(words)
    attempt.sane(again)
    if again.code == 2:
        attempt.expect(os.path.exists(os.path.join(run, "job.json")),
                       f"a folder that no command accepts: {again.ended()}; it holds {sorted(seen.names(run))}")
        go_on(attempt, run, must_continue_from)
    else:
        attempt.expect(again.code == 0, f"the same command again: {again.ended()}")
        attempt.expect(must_continue_from is None, "a run that had a save was begun anew")
    same(attempt, kind, run, mark)
    nothing_left(attempt, run, os.path.dirname(run))


def go_on(attempt, run, must_continue_from=None):
    """Resumes to the end, from the newest whole save if there is one."""
    program = attempt.row.campaign.program
    if seen.status(run).get("state") == "done":
        must_continue_from = None
    before = seen.went_on_after(run)
    resumed = program.run(["resume", run, "--json"])
    attempt.expect(resumed.code != 3 or seen.saves(run),
                   f"there is no whole save and resume refuses: {resumed.ended()}; it holds {sorted(seen.names(run))}")
    attempt.sane(resumed)
    attempt.expect(resumed.code == 0, f"resume: {resumed.ended()}")
    if must_continue_from is not None:
        after = seen.went_on_after(run)[len(before):]
        attempt.expect(after and after[0] >= must_continue_from,
                       f"it had a whole save of step {must_continue_from} and went on after {after or 'none'}")


def same(attempt, kind, run, mark):
    study = attempt.row.campaign.study
    state = seen.status(run).get("state")
    attempt.expect(state == "done", f"the run has ended and its status says {state}")
    attempt.expect(study.mark(kind, run) == mark, "the run has ended and is not the unbroken one")
    attempt.good(attempt.row.campaign.program.run(["verify", run, "--json"]))


def nothing_left(attempt, *folders):
    left = seen.leftovers(*folders)
    attempt.expect(not left, f"left behind: {', '.join(os.path.relpath(p, attempt.folder) for p in left[:5])}")
