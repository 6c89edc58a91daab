"""A long run: memory, open files and threads of its worker must not grow."""

import os
import time

import study as seen

NAME = "growth"
TITLE = "A long run: memory, open files, threads"
MOST_MIB_PER_1000 = 1.0
LEAST_STEPS = 400


def run(row):
    study, program = row.campaign.study, row.campaign.program
    steps = 30_000 if row.seconds > 1800 else 5_000
    with row.attempt(f"up to {steps} steps") as attempt:
        out = attempt.path("run")
        # Two steps a pass; a save now and then, and no snapshots.
        started = program.start(study.pretrain(out, steps // 2, ("save_every_minutes=0.05", "snapshots=")))
        until = time.monotonic() + max(row.left(), 15)
        points = []
        while started.running() and time.monotonic() < until:
            point = look(started, out)
            if point:
                points.append(point)
            time.sleep(0.25)
        started.kill_all()
        called = started.wait()
        attempt.expect(called.signal == 9 or called.code == 0, f"{called.ended()}")
        judge(row, attempt, points)


def look(started, out):
    """Step, RSS in MiB, open files, threads of the worker."""
    workers = started.workers()
    step = seen.status(out).get("step", 0)
    if not workers or not step:
        return None
    try:
        about = dict(line.split(":", 1) for line in open(f"/proc/{workers[0]}/status", encoding="utf-8"))
        files = len(os.listdir(f"/proc/{workers[0]}/fd"))
        return step, int(about["VmRSS"].split()[0]) / 1024, files, int(about["Threads"])
    except (OSError, KeyError):
        return None


def judge(row, attempt, points):
    attempt.expect(len(points) > 8, f"it was looked at {len(points)} times only")
    last = points[-1][0]
    warm = [point for point in points if point[0] > min(2000, last * 0.3)]
    growth = slope(warm) * 1000
    files, threads = ({point[which] for point in warm} for which in (2, 3))
    row.note(f"{last} steps: {warm[-1][1]:.0f} MiB, {growth:+.2f} MiB in 1,000 steps, {max(files)} open files, "
             f"{max(threads)} threads")
    attempt.expect(max(files) - min(files) <= 8, f"open files went from {min(files)} to {max(files)}")
    attempt.expect(max(threads) - min(threads) <= 2, f"threads went from {min(threads)} to {max(threads)}")
    if last < LEAST_STEPS:
        row.skip(f"{last} steps are too few to say how memory grows")
        return
    # What one save takes and gives back is no growth in a short run.
    swing = warm[-1][1] - warm[0][1]
    attempt.expect(growth <= MOST_MIB_PER_1000 or swing < 8, f"memory grows by {growth:.2f} MiB in 1,000 steps")


def slope(points):
    steps, sizes = [p[0] for p in points], [p[1] for p in points]
    middle, level = sum(steps) / len(steps), sum(sizes) / len(sizes)
    spread = sum((x - middle) ** 2 for x in steps)
    return sum((x - middle) * (y - level) for x, y in zip(steps, sizes)) / spread if spread else 0.0
