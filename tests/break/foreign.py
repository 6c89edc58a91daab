"""Folders that somebody else made: links and pipes where files are looked for, names full of control characters."""

import json
import os
import pty
import select
import shutil
import time

import study as seen
from disk import make_plan

NAME = "foreign"
TITLE = "Foreign folders and names"
NASTY = "a\x1b[31mred\x1b]0;title\x07\nrekindle-cli: fake\r\x7f\u009b2J\u202eback"
RUN_FILES = ("log.txt", "metrics.jsonl", "metrics.torn", "run.lock", "status.json", "job.json", "request.json",
             "request.taken", "environment.json", "backbone.safetensors", "result.json")
RUN_FOLDERS = ("checkpoints", "snapshots", "scores", "images")
STUDY_FILES = ("study.json", "study.lock", "queue.lock")
STUDY_FOLDERS = ("runs", "weights", "images")
SECONDS = 20


def run(row):
    cases = [(in_run, name, how) for name in RUN_FILES for how in ("link", "dangling", "pipe", "folder")]
    cases += [(in_run, name, how) for name in RUN_FOLDERS for how in ("link", "dangling", "pipe", "file")]
    cases += [(in_run, name, how) for name, how in (
        ("newest", "link"), ("newest/state.safetensors", "link"), ("newest/state.safetensors", "pipe"),
        ("newest/MANIFEST.json", "pipe"), ("newest/MANIFEST.json", "link"), ("newest/state.json", "pipe"),
        ("scratch", "link"), ("checkpoints/scratch", "link"), ("snapshots/epoch-000001.safetensors", "pipe"),
        ("snapshots/epoch-000001.safetensors", "link"), ("torn", "link"))]
    cases += [(in_study, name, how) for name in STUDY_FILES for how in ("link", "dangling", "pipe", "folder")]
    cases += [(in_study, name, how) for name in STUDY_FOLDERS for how in ("link", "pipe", "file")]
    cases += [(in_study, name, how) for name, how in (("a run", "link"), ("a run/status.json", "pipe"),
                                                      ("a run/job.json", "pipe"))]
    row.random.shuffle(cases)
    names = [(in_words, what, None) for what in WORDS]
    for sort, name, how in row.cases(names + [(on_terminal, "", "")] + cases, least=len(names) + 4):
        sort(row, name, how)


def outside_of(attempt):
    """What must stay as it is."""
    outside = attempt.path("outside")
    for name in ("file", "folder/inner", "folder/.tmp-1-0000/inner", "folder/.trash-1-0000/inner",
                 "folder/epoch-000001.safetensors"):
        seen.write(os.path.join(outside, name), "canary\n" * 5)
    return outside


def plant(path, how, outside):
    if os.path.lexists(path):
        # What was there comes to lie outside, so that a link leads to something good.
        if how == "link":
            shutil.move(path, os.path.join(outside, "moved"))
        elif os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if how == "link":
        moved = os.path.join(outside, "moved")
        folder = os.path.basename(path) in RUN_FOLDERS + STUDY_FOLDERS or "scratch" in path
        os.symlink(moved if os.path.exists(moved) else os.path.join(outside, "folder" if folder else "file"), path)
    elif how == "dangling":
        os.symlink(os.path.join(outside, "nothing"), path)
    elif how == "pipe":
        os.mkfifo(path)
    elif how == "folder":
        seen.write(os.path.join(path, "inner"), "inner")
    else:
        seen.write(path, "a file\n")


def in_run(row, name, how):
    with row.attempt(f"a run whose {name} is a {how}") as attempt:
        out = row.campaign.study.paused(attempt.path("run"))
        outside = outside_of(attempt)
        newest = f"checkpoints/ckpt-{seen.saves(out)[-1]:012d}"
        path = name.replace("newest", newest).replace("scratch", ".tmp-1-0123456789abcdef")
        if name == "torn":
            path = "metrics.torn"
            with open(os.path.join(out, "metrics.jsonl"), "ab") as file:
                file.write(b'{"seq":')
        plant(os.path.join(out, path), how, outside)
        verbs = [["verify", out], ["digest", out], ["pause", out], ["resume", out], ["verify", out],
                 ["evaluate", "--checkpoint", out, "--protocol", "knn", "--set", "neighbours=3", "--set",
                  "image_size=32", "--repeats", "1"], ["cancel", out], ["info", out]]
        all_hold(row, attempt, verbs, outside)


def in_study(row, name, how):
    with row.attempt(f"a study whose {name} is a {how}") as attempt:
        program = row.campaign.program
        folder = attempt.path("study")
        make_plan(attempt, program, row.campaign.study, folder)
        outside = outside_of(attempt)
        first = json.loads(seen.read(os.path.join(folder, "study.json")))["queue"][0]
        plant(os.path.join(folder, name.replace("a run", first)), how, outside)
        plan = ["study", "plan", folder, "--pairs", "1", "--set", "epochs=1", "--set", "batch=8"]
        verbs = [["study", "status", folder], plan, ["study", "run", folder], ["compare", folder],
                 ["study", "status", folder]]
        all_hold(row, attempt, verbs, outside)


def all_hold(row, attempt, verbs, outside):
    before = seen.picture_of(outside)
    for words in verbs:
        called = attempt.sane(row.campaign.program.run(words, seconds=SECONDS))
        plain(attempt, called)
        after = seen.picture_of(outside)
        changed = sorted(set(before.items()) ^ set(after.items()))
        attempt.expect(not changed, f"{called.command()}: {called.ended()}; it touched what lies outside: "
                                    f"{sorted({name for name, _ in changed})}")


def plain(attempt, called, allowed=""):
    """No character that does something to a terminal."""
    for stream, content in (("standard output", called.out), ("standard error", called.err)):
        for place, letter in enumerate(content.decode("utf-8", "surrogateescape")):
            code = ord(letter)
            bad = (code < 0x20 and letter not in "\n\t" + allowed) or 0x7f <= code < 0xa0 or \
                0x202a <= code <= 0x202e or 0x2066 <= code <= 0x2069 or 0xdc80 <= code <= 0xdc9f
            attempt.expect(not bad, f"{called.command()}: {stream} has the character {code:#x} at {place}: "
                                    f"{content[max(0, place - 30):place + 10]!r}")
        fake = [line for line in content.split(b"\n") if line.startswith(b"rekindle-cli: fake")]
        attempt.expect(not fake, f"{called.command()}: a name wrote a line of its own on {stream}")


def change_json(path, change):
    value = json.loads(seen.read(path))
    change(value)
    seen.write(path, json.dumps(value))


def in_words(row, what, _):
    """Texts of others that are shown."""
    with row.attempt(f"control characters in {what}") as attempt:
        for words in WORDS[what](row, attempt):
            called = attempt.sane(row.campaign.program.run(words, seconds=SECONDS))
            plain(attempt, called)


def study_with(row, attempt, change):
    folder = attempt.path("study")
    make_plan(attempt, row.campaign.program, row.campaign.study, folder)
    change(folder)
    return [["study", "status", folder], ["study", "run", folder], ["study", "status", folder], ["compare", folder]]


def title(row, attempt):
    return study_with(row, attempt, lambda folder: change_json(os.path.join(folder, "study.json"),
                                                               lambda j: j.update(title=NASTY, question=NASTY)))


def label(row, attempt):
    def change(folder):
        change_json(os.path.join(folder, "study.json"),
                    lambda j: (j["weights"][0].update(label=NASTY, id="x" + NASTY),
                               j.update(chosen_weights="x" + NASTY)))
    return study_with(row, attempt, change)


def queue(row, attempt):
    def change(folder):
        path = os.path.join(folder, "study.json")
        first = json.loads(seen.read(path))["queue"][0]
        os.rename(os.path.join(folder, first), os.path.join(folder, "runs", NASTY.replace("/", "")))
        change_json(path, lambda j: j.update(queue=["runs/" + NASTY] + j["queue"][1:]))
    return study_with(row, attempt, change)


def state(row, attempt):
    out = row.campaign.study.paused(attempt.path("run"))

    def change(value):
        value.update(state="failed", activity=NASTY, device=NASTY, host=NASTY,
                     error={"kind": "io", "message": NASTY, "subject": NASTY, "hint": NASTY},
                     warnings=[{"kind": "x", "sentence": NASTY, "subject": NASTY, "count": 2}])
    change_json(os.path.join(out, "status.json"), change)
    return [["verify", out], ["pause", out], ["resume", out], ["cancel", out], ["finish", out]]


def job(row, attempt):
    out = row.campaign.study.paused(attempt.path("run"))
    change_json(os.path.join(out, "job.json"), lambda j: j["settings"].update(
        device=NASTY, architecture=NASTY, method=NASTY, images=os.path.join(attempt.folder, NASTY), arm=NASTY))
    return [["verify", out], ["resume", out], ["digest", out]]


def run_name(row, attempt):
    out = row.campaign.study.paused(attempt.path(NASTY))
    return [["verify", out], ["digest", out], ["pause", out], ["resume", out], ["info", out], ["resume", out + "no"],
            ["evaluate", "--checkpoint", out, "--protocol", "knn", "--set", "neighbours=3", "--repeats", "1"]]


def image_names(row, attempt):
    folder = attempt.path("pictures")
    for part in ("train", "test"):
        for kind, name in enumerate((NASTY, "plain")):
            for number in range(6):
                seen.write(os.path.join(folder, part, name, f"{number}{NASTY}.png"),
                           seen.picture(number + 6 * kind, kind))
    seen.write(os.path.join(folder, "train", "plain", "broken" + NASTY + ".png"), b"\x89PNG\r\n\x1a\n broken")
    return [["dataset", folder],
            ["evaluate", "--checkpoint", "random", "--images", folder, "--protocol", "knn", "--set", "neighbours=3",
             "--set", "image_size=32", "--set", "architecture=resnet18/4", "--repeats", "1", "--out",
             attempt.path("score")],
            ["verify", attempt.path("score")]]


def labels(row, attempt):
    folder, table = attempt.path("pictures"), attempt.path("labels.csv")
    lines = ["file,label,patient,split"]
    for number in range(8):
        seen.write(os.path.join(folder, f"{number}.png"), seen.picture(number, number % 2))
        lines.append(f'{number}.png,"{NASTY}{number % 2}","{NASTY}","{"train" if number < 5 else "test"}"')
    seen.write(table, "\n".join([*lines, f'missing{NASTY}.png,x,y,train', f'"0.png","{NASTY}",,"{NASTY}"']))
    return [["dataset", folder, "--labels", table]]


def settings(row, attempt):
    toml, other = attempt.path("a.toml"), attempt.path(NASTY + ".json")
    seen.write(toml, f'"{json.dumps(NASTY)[1:-1]}" = 3\n')
    seen.write(other, json.dumps({NASTY: NASTY}))
    base = row.campaign.study.pretrain(attempt.path("run"))[:-1]  # the last --set waits for its value
    base = [word for word in base if word != "--json"]
    return [[*base, "epochs=2", "--config", toml], [*base, "epochs=2", "--config", other],
            [*base, NASTY + "=3"], [*base, "method=" + NASTY], [NASTY], ["info", NASTY], ["study", "status", NASTY],
            ["info", attempt.path(NASTY), "--" + NASTY]]


def tensor_names(row, attempt):
    content = bytes(4)
    header = json.dumps({NASTY: {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},
                         "__metadata__": {NASTY: NASTY, "rekindle.architecture": NASTY}}).encode()
    file = attempt.path("names.safetensors")
    seen.write(file, len(header).to_bytes(8, "little") + header + content)
    return [["info", file], ["inspect", file], ["repair", file, "-o", attempt.path("out.safetensors")],
            ["convert", file, "-o", attempt.path("out2.safetensors")]]


WORDS = {"a study's title": title, "a label of weights": label, "a run's name in the queue": queue,
         "a status": state, "a job": job, "the name of a run folder": run_name,
         "names of images and classes": image_names, "a table of labels": labels,
         "settings and words of the command line": settings, "names of tensors": tensor_names}


def on_terminal(row, _, __):
    """The live line of progress knows no other escape sequence than its own."""
    study, program = row.campaign.study, row.campaign.program
    with row.attempt("a live line of progress of a run with such a name") as attempt:
        out = study.paused(attempt.path(NASTY))
        ours, theirs = pty.openpty()
        started = program.start(["resume", out], stderr=theirs)
        os.close(theirs)
        shown = b""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    shown += os.read(ours, 65536)
                except OSError:
                    break
            elif not started.running():
                break
        os.close(ours)
        called = started.wait()
        attempt.sane(called)
        called.err = shown.replace(b"\r\x1b[K", b"").replace(b"\r\n", b"\n")
        plain(attempt, called)
