"""Texts that are wrong: settings, tables of labels, and our own files after somebody has written into them."""

import json
import os

import study as seen
from disk import make_plan
from mutate import light, mutated

NAME = "hostile"
TITLE = "Settings, tables of labels and own files that are changed or made up"
KEYS = 100_000


def run(row):
    made_up(row)
    study, program = row.campaign.study, row.campaign.program
    folder = os.path.join(row.campaign.scratch, "hostile-study")
    with row.attempt("a study to write into") as attempt:
        make_plan(attempt, program, study, folder)
    texts = {
        "a.toml": b'epochs = 3\nbatch = 8\nlr = 0.1\nsnapshots = [1, 2]\nmethod = "simclr"\n',
        "a.json": b'{"epochs": 3, "batch": 8, "lr": 0.1, "snapshots": [1, 2], "method": "simclr"}',
        "labels.csv": b"file,label,patient,split\ntrain/across/000.png,a,p1,train\ntest/across/016.png,\"b\",p2,test\n",
    }
    own = ("study.json", "job.json", "status.json", "metrics.jsonl", "request.json", "state.json", "MANIFEST.json",
           "environment.json")
    for number, _ in enumerate(row.cases(iter(int, 1), least=6)):
        if number % 2:
            name = row.random.choice(sorted(texts))
            content, how = mutated(row.random, texts[name])
            with row.attempt(f"{name}, {how}") as attempt:
                given(row, attempt, name, content)
        else:
            own_file(row, folder, row.random.choice(own))


def given(row, attempt, name, content):
    """A file that is named on the command line."""
    study, program = row.campaign.study, row.campaign.program
    seen.write(attempt.path(name), content)
    if name.endswith(".csv"):
        words = ["dataset", study.images, "--labels", attempt.path(name), "--json"]
    else:
        words = [*study.pretrain(attempt.path("run")), "--config", attempt.path(name), "--dry-run"]
    called = program.run(words, seconds=30)
    light(attempt, called, 100 << 10, len(content), (0, 2, 3))


def made_up(row):
    deep = KEYS
    cases = {
        "nested.json": b'{"a":' * deep + b"1" + b"}" * deep,
        "lists.json": b'{"a":' + b"[" * deep + b"]" * deep + b"}",
        "keys.json": json.dumps({f"k{n}": n for n in range(KEYS)}).encode()[:1 << 20],
        "many-keys.json": json.dumps({f"k{n}": n for n in range(KEYS // 2)}).encode(),
        "numbers.json": b'{"epochs": ' + b"9" * 100_000 + b"}",
        "small-numbers.json": b'{"lr": 0.' + b"0" * 100_000 + b"1}",
        "exponent.json": b'{"lr": 1e999999999999, "epochs": -1e308, "batch": 1e19}',
        "huge.json": b'{"epochs": 9223372036854775807, "batch": 9223372036854775807, "image_size": 2147483647}',
        "twice.json": b'{"epochs": 1, "epochs": 2}',
        "zero.json": b'{"epochs": 0, "batch": 0, "image_size": 0, "threads": 0}',
        "minus.json": b'{"epochs": -1, "batch": -8, "image_size": -32, "seed": -1}',
        "nan.json": b'{"lr": NaN, "temperature": Infinity}',
        "words.json": b'{"epochs": "many", "batch": [8], "lr": {"a": 1}, "snapshots": "x"}',
        "text.json": b'{"method": "' + b"x" * 500_000 + b'"}',
        "bytes.json": b'{"method": "\xff\xfe\x00"}',
        "empty.json": b"", "space.toml": b" \n", "zeros.toml": bytes(10_000),
        "nested.toml": b"a = " + b"[" * deep + b"]" * deep,
        "tables.toml": b"[" + b"a." * 50_000 + b"a]\nb = 1\n",
        "dotted.toml": b"a." * 50_000 + b"a = 1\n",
        "inline.toml": b"a = " + b"{b = " * 20_000 + b"1" + b"}" * 20_000,
        "keys.toml": b"\n".join(b"k%d = %d" % (n, n) for n in range(60_000)),
        "numbers.toml": b"epochs = " + b"9" * 100_000,
        "dates.toml": b"epochs = 9999-99-99T99:99:99Z\nlr = 1e400\n",
        "arrays.toml": b"snapshots = [" + b"1," * 200_000 + b"]\n",
        "large.toml": b"#" * (2 << 20),
        "quotes.csv": b'file,label\n"' + b"x" * 1_000_000,
        "columns.csv": b"file,label," + b",".join(b"c%d" % n for n in range(KEYS)) + b"\n" + b"," * KEYS + b"\n",
        "rows.csv": b"file,label\n" + b"".join(b"no%d.png,a\n" % n for n in range(KEYS)),
        "same.csv": b"file,label\n" + b"train/across/000.png,a\n" * 1000,
        "up.csv": b"file,label\n../../../etc/passwd,a\n/etc/passwd,b\n",
        "bytes.csv": b"file,label\n\xff\xfe\x00,\x00\n", "empty.csv": b"", "header.csv": b"file,label\n",
        "none.csv": b"a,b\n1,2\n",
    }
    for name, content in row.cases(list(cases.items()), least=len(cases)):
        with row.attempt(f"made up: {name}") as attempt:
            given(row, attempt, name, content)


# Values that no reader expects.
VALUES = (None, True, -1, 0, 2**31, 2**63 - 1, -2**63, 1e308, "", "x", "\0", "../../x", "/etc/passwd", "x" * 100_000,
          [], {}, [[]], {"a": {"a": {}}}, [1] * 1000, {"bytes": "ff", "shown": "x"}, {"bytes": "zz"})


def own_file(row, study_folder, name):
    """One of our files, changed byte by byte or as JSON, and every verb that reads it."""
    study, program = row.campaign.study, row.campaign.program
    with row.attempt(f"{name} written into") as attempt:
        if name == "study.json":
            folder = study.copy(study_folder, attempt.path("s"))
            path = os.path.join(folder, name)
            verbs = [["study", "status", folder, "--json"], ["compare", folder, "--json"],
                     ["study", "plan", folder, "--pairs", "1", "--json"]]
        else:
            folder = study.paused(attempt.path("run"))
            save = os.path.join(folder, "checkpoints", f"ckpt-{seen.saves(folder)[-1]:012d}")
            path = os.path.join(save if name in ("state.json", "MANIFEST.json") else folder, name)
            verbs = [["verify", folder, "--json"], ["digest", folder, "--json"], ["pause", folder, "--json"],
                     ["resume", folder, "--json"], ["verify", folder, "--json"]]
        if not os.path.exists(path):
            seen.write(path, '{"request": "pause"}')
        content = seen.read(path)
        try:
            changed, how = in_json(row.random, content) if row.random.random() < 0.6 else mutated(row.random, content)
        except ValueError:
            changed, how = mutated(row.random, content)
        seen.write(path, changed)
        attempt.what += f" ({how})"
        for words in verbs:
            called = program.run(words, seconds=60)
            wrong = called.defect((0, 1, 2, 3, 5))
            attempt.expect(not wrong, f"[{name}, {how}] {called.command()}: {wrong}")
            if words[0] in ("resume", "compare"):
                continue
            attempt.expect(called.cpu <= 2, f"[{name}, {how}] {called.command()}: {called.cpu:.1f} s of work")


def in_json(chance, content):
    """One value of it is another one."""
    value = json.loads(content)
    places = list(walk(value))
    holder, key = chance.choice(places)
    new = chance.choice(VALUES)
    if chance.random() < 0.15 and isinstance(holder, dict):
        del holder[key]
        return json.dumps(value).encode(), f"without {key}"
    holder[key] = new
    return json.dumps(value).encode(), f"{key} = {json.dumps(new)[:40]}"


def walk(value):
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(items):
        yield value, key
        yield from walk(inner)
