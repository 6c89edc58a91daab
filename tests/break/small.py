"""Small things that people do: odd words, outputs on devices, a folder that is gone, closed streams, no permission."""

import os
import stat
import subprocess

import study as seen
from calls import WEIGHTS
from revive import same

NAME = "small"
TITLE = "Odd words, devices, closed streams, no permission"
NOBODY = 65534


def run(row):
    sorts = (odd_words, closed_streams, devices, gone_folder, full_output, no_permission, long_paths)
    for sort in row.cases(sorts, least=len(sorts)):
        sort(row)


def expect_code(row, what, words, codes, **how):
    with row.attempt(what) as attempt:
        how = {name: value(attempt) if callable(value) else value for name, value in how.items()}
        words = [word.format(here=attempt.folder) for word in words]
        called = attempt.sane(row.campaign.program.run(words, seconds=30, **how))
        attempt.expect(called.code in codes, f"{called.command()}: {called.ended()}; {' or '.join(map(str, codes))} "
                                             "was expected")
        if called.code != 0:
            one_sentence(attempt, called)


def one_sentence(attempt, called):
    said = called.sentences()
    attempt.expect(len(said) == 1 and said[0].startswith("rekindle-cli: "),
                   f"{called.command()}: one sentence was expected: {said[:3]}")


def odd_words(row):
    study = row.campaign.study
    pretrain = [word for word in study.pretrain("{here}/run") if word != "--json"]
    score = [word for word in study.score("{here}/score") if word != "--json"]
    repair = ["repair", WEIGHTS, "-o", "{here}/o.safetensors"]
    cases = (
        ("no proof images", [*repair, "--images", study.images, "--proof-images", "0"], (2,)),
        ("minus one proof images", [*repair, "--proof-images", "-1"], (2,)),
        ("a seed of -1", [*pretrain, "--seed", "-1"], (2,)),
        ("a seed of -1 to score", [*score, "--seed", "-1"], (2,)),
        ("a seed of -1 to repair", [*repair, "--seed", "-1"], (2,)),
        ("a split seed of -1", [*pretrain, "--split-seed", "-1"], (2,)),
        ("a seed beyond 64 bits", [*pretrain, "--seed", "18446744073709551616"], (2,)),
        ("no threads", [*pretrain, "--threads", "0", "--dry-run"], (0, 2)),
        ("-1 threads", [*pretrain, "--threads", "-1"], (2,)),
        ("a million threads", [*pretrain, "--threads", "1000000", "--dry-run"], (0, 2)),
        ("a device that is not there", [*pretrain, "--device", "cuda:99"], (1, 2, 3)),
        ("a device of no kind", [*pretrain, "--device", "x"], (1, 2)),
        ("info of a folder", ["info", "{here}"], (2, 3)),
        ("info of a folder of images", ["info", study.images], (2, 3)),
        ("inspect of a folder", ["inspect", "{here}"], (2, 3)),
        ("info of nothing", ["info", ""], (2, 3)),
        ("info of a pipe", ["info", "/dev/stdin"], (0, 1, 2, 3)),
        ("info of no file", ["info", "{here}/none"], (3,)),
        ("an empty place", [*pretrain[:-2], "--set", "epochs=1", "--out", ""], (2, 3)),
        ("the root as a place", [*pretrain[:-2], "--out", "/"], (2,)),
        ("this folder as a place", [*pretrain[:-2], "--out", "."], (0, 2)),
        ("a place beneath a file", [*pretrain[:-2], "--out", "/proc/version/run"], (1, 2, 3)),
        ("a place in /proc", [*pretrain[:-2], "--out", "/proc/run"], (1, 2, 3)),
        ("images that are the place", ["pretrain", "--images", "{here}", "--out", "{here}"], (2, 3)),
        ("no such verb", ["nothing"], (2,)), ("no verb", [], (2,)), ("two verbs", ["info", "info"], (2, 3)),
        ("verify of nothing", ["verify", "{here}"], (3,)), ("resume of nothing", ["resume", "{here}"], (3,)),
        ("status of nothing", ["study", "status", "{here}"], (3,)),
        ("run of nothing", ["study", "run", "{here}"], (3,)), ("compare of nothing", ["compare", "{here}"], (2, 3)),
        ("methods", ["methods"], (0,)), ("doctor", ["doctor"], (0,)),
    )
    for what, words, codes in cases:
        expect_code(row, what, words, codes)


def devices(row):
    """An output on something that is no file: refused, also with --force, and it stays what it was."""
    finished = row.campaign.study.unbroken("pretrain").run
    weights = os.path.join(finished, "backbone.safetensors")
    images = row.campaign.study.images
    verbs = (["convert", weights, "-o", "{node}"], ["repair", weights, "-o", "{node}", "--anyway"],
             ["inspect", weights, "--csv", "{node}"], ["features", weights, "--images", images, "-o", "{node}"],
             ["dataset", images, "--pack", "{node}"], ["inspect", weights, "--figure", "{node}"])
    endings = (".safetensors", ".safetensors", ".csv", ".csv", ".h5", ".png")
    for words, ending in zip(verbs, endings):
        for kind in ("device", "pipe"):
            if kind == "device" and os.geteuid() != 0:
                row.skip("devices are made by root alone")
                continue
            with row.attempt(f"{words[0]} onto a {kind}") as attempt:
                node = attempt.path("node" + ending)
                try:
                    os.mkfifo(node) if kind == "pipe" else os.mknod(node, stat.S_IFCHR | 0o600, os.makedev(1, 3))
                except PermissionError:
                    row.skip("no device can be made here")
                    continue
                before = os.lstat(node)
                for force in ([], ["--force"]):
                    called = row.campaign.program.run([w.replace("{node}", node) for w in words] + force, seconds=30)
                    if b"not expected" in called.err or b"--pack" in called.err:
                        break
                    attempt.sane(called, (1, 2, 3))
                    after = os.lstat(node)
                    attempt.expect((before.st_mode, before.st_ino) == (after.st_mode, after.st_ino),
                                   f"{called.command()}: the {kind} is another thing now")


def gone_folder(row):
    study = row.campaign.study
    gone = ["/bin/sh", "-c", 'mkdir gone && cd gone && rmdir ../gone && exec "$@"', "sh"]
    for what, words, codes in (
            ("info", ["info", WEIGHTS], (0,)),
            ("a relative place", ["pretrain", "--images", study.images, "--out", "run"], (1, 2, 3)),
            ("a relative output", ["convert", WEIGHTS, "-o", "o.safetensors"], (1, 2, 3)),
            ("methods", ["methods"], (0,)), ("a study of no name", ["study", "new", "s"], (1, 2, 3)),
            ("verify", ["verify", "run"], (1, 2, 3)), ("an absolute place", study.pretrain("{here}/run"), (0,))):
        expect_code(row, f"{what} from a working folder that is gone", words, codes, pre=gone,
                    cwd=lambda attempt: attempt.folder)


def closed_streams(row):
    """No text may get into a file that took the number of a closed stream."""
    study, program = row.campaign.study, row.campaign.program
    for closed in ("2>&-", ">&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"):
        with row.attempt(f"pretraining with {closed}") as attempt:
            out = attempt.path("run")
            pre = ["/bin/sh", "-c", f'exec "$@" {closed}', "sh"]
            called = attempt.sane(program.run(study.pretrain(out), pre=pre))
            attempt.expect(called.code == 0 or " >&-" in " " + closed, f"{called.ended()}")
            same(attempt, "pretrain", out, study.unbroken("pretrain").mark)
        with row.attempt(f"a refusal with {closed}") as attempt:
            seen.write(attempt.path("x.pth"), b"damaged")
            called = attempt.sane(program.run(["info", attempt.path("x.pth")],
                                              pre=["/bin/sh", "-c", f'exec "$@" {closed}', "sh"]))
            attempt.expect(called.code == 3, f"3 was expected: {called.ended()}")
            attempt.expect(seen.read(attempt.path("x.pth")) == b"damaged", "the file was written to")


def full_output(row):
    if not os.path.exists("/dev/full"):
        return
    for words in (["methods"], ["methods", "--json"], ["doctor"], ["info", WEIGHTS], ["--help"],
                  ["pretrain", "--help"]):
        with row.attempt(f"{' '.join(words[:1])} into a full standard output") as attempt:
            with open("/dev/full", "wb") as full:
                called = attempt.sane(row.campaign.program.run(words, stdout=full))
            attempt.expect(called.code in (1, 4), f"nothing was printed, and it ends with {called.ended()}")


def no_permission(row):
    study, program = row.campaign.study, row.campaign.program
    user, trains = None, True
    if os.geteuid() == 0:
        user = NOBODY
        as_user = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", program.file]
        if subprocess.run([*as_user, "--version"], capture_output=True).returncode != 0:
            row.skip("an ordinary user may not run the programs where they lie")
            return
        probe = subprocess.run([*as_user, "doctor"], capture_output=True, cwd="/")
        trains = b"could not be loaded" not in probe.stdout + probe.stderr
        if not trains:
            row.skip("an ordinary user may not load LibTorch where it lies: nothing is trained without permission")
    with row.attempt("folders without permission") as attempt:
        open_way(attempt)
        home = attempt.path("home")
        os.makedirs(home)
        seen.make_images(os.path.join(home, "images"), 3, 1)
        locked = study.copy(study.unbroken("pretrain").run, os.path.join(home, "locked"))
        paused = study.paused(os.path.join(home, "paused"))
        give(home, user)
        for path, mode in ((locked, 0), (os.path.join(home, "images", "train", "across", "000.png"), 0)):
            os.chmod(path, mode)
        sealed = os.path.join(home, "sealed")
        os.makedirs(sealed)
        give(sealed, user)
        os.chmod(sealed, 0o500)
        env = {"HOME": home, "TMPDIR": home}
        cases = (
            (["verify", locked], (1, 3)), (["resume", locked], (1, 3)), (["digest", locked], (1, 3)),
            (["pause", locked], (1, 3)), (["evaluate", "--checkpoint", locked], (1, 2, 3)),
            (["dataset", os.path.join(home, "images"), "--json"], (0,)), (["dataset", locked], (1, 3)),
            (["info", os.path.join(locked, "backbone.safetensors")], (1, 3)),
            (["study", "new", os.path.join(sealed, "s")], (1,)), (["study", "status", locked], (1, 3)),
            (["convert", WEIGHTS, "-o", os.path.join(sealed, "o.safetensors")], (1,)),
            (study.pretrain(os.path.join(sealed, "run")), (1,)),
        )
        for words, codes in cases:
            called = attempt.sane(program.run(words, user=user, env=env, cwd="/", seconds=30))
            if called.code == 0 and words[0] == "dataset":
                problems = called.json().get("problems", [])
                attempt.expect(len(problems) == 1, f"the image without permission is not listed: {problems}")
            attempt.expect(called.code in codes, f"{called.command()}: {called.ended()}; {codes} was expected")
            if called.code != 0:
                one_sentence(attempt, called)
        if not trains:
            return
        os.chmod(paused, 0o500)
        os.chmod(os.path.join(paused, "checkpoints"), 0o500)
        called = attempt.sane(program.run(["resume", paused, "--json"], user=user, env=env, cwd="/", seconds=60))
        attempt.expect(called.code == 1, f"a run that may not be written to: {called.ended()}")
        for folder in (paused, os.path.join(paused, "checkpoints")):
            os.chmod(folder, 0o700)
        called = attempt.sane(program.run(["resume", paused, "--json"], user=user, env=env, cwd="/"))
        attempt.expect(called.code == 0, f"with permission again: {called.ended()}")


def open_way(attempt):
    """An ordinary user may pass through, and read the images."""
    folder = attempt.folder
    while folder != "/tmp" and os.path.dirname(folder) != folder and os.stat(folder).st_uid == os.geteuid():
        os.chmod(folder, os.stat(folder).st_mode | 0o055 if "images" in folder else os.stat(folder).st_mode | 0o011)
        if folder == attempt.row.campaign.scratch:
            break
        folder = os.path.dirname(folder)
    for root, _, files in os.walk(attempt.row.campaign.study.images):
        os.chmod(root, 0o755)
        for name in files:
            os.chmod(os.path.join(root, name), 0o644)


def give(folder, user):
    if user is None:
        return
    for root, _, files in os.walk(folder):
        os.chown(root, user, user)
        for name in files:
            os.chown(os.path.join(root, name), user, user)


def long_paths(row):
    """Names and paths that are too long, and one that is nearly."""
    study = row.campaign.study
    with row.attempt("long names") as attempt:
        for name, codes in (("x" * 255, (0, 1, 2, 3)), ("x" * 256, (1, 2, 3)), ("/".join(["y" * 200] * 25), (1, 2, 3)),
                            ("x" * 4000, (1, 2, 3))):
            words = study.pretrain(attempt.path(name), 1)
            called = attempt.sane(row.campaign.program.run(words, seconds=60))
            attempt.expect(called.code in codes, f"a place with a name of {len(name)} bytes: {called.ended()[:300]}")
            for verb in (["info", attempt.path(name)], ["verify", attempt.path(name)],
                         ["study", "new", attempt.path("s" + name)]):
                attempt.sane(row.campaign.program.run(verb, seconds=30))
