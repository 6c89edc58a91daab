"""Checkpoints and images that are cut short, changed and made up: refused quickly, in little memory."""

import os
import shutil
import struct
import zlib

import study as seen

NAME = "mutate"
TITLE = "Checkpoints and images that are cut, changed or made up"
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CORPUS = os.path.join(ROOT, "fuzz", "corpus")
FIXTURES = os.path.join(ROOT, "data", "checkpoint")
MOST_CPU = 1.0
MOST_ABOVE = 64 << 10  # KiB
LARGEST = 400 << 10


def run(row):
    least = least_memory(row)
    made_up(row, least)
    checkpoints(row, least, 0.55)
    images(row)
    bombs(row)


def least_memory(row):
    """What a call of the smallest whole checkpoint takes."""
    with row.attempt("a whole checkpoint") as attempt:
        called = attempt.good(row.campaign.program.run(["info", os.path.join(FIXTURES, "wide.safetensors"), "--json"]))
        row.note(f"a whole checkpoint takes {called.rss // 1024} MiB and {called.cpu:.2f} s of work")
        return called.rss
    return 64 << 10


def sources():
    """Single files of each format, and folders of those that come in several."""
    found = []
    for root in (CORPUS, FIXTURES):
        for folder, _, files in os.walk(root):
            for name in files:
                path = os.path.join(folder, name)
                if not name.endswith((".py", "expected.json", ".md")) and os.path.getsize(path) <= LARGEST:
                    found.append(path)
    return sorted(found)


def mutated(chance, content):
    """The content with something wrong, and what."""
    how = chance.choice(("cut", "bits", "bits", "bytes", "numbers", "doubled", "hole", "tail"))
    if not content:
        return b"", "empty"
    data = bytearray(content)
    place = chance.randrange(len(data))
    # Headers and the ends of files hold what decides.
    if chance.random() < 0.5:
        place = chance.choice((place % 512, max(len(data) - 1 - place % 512, 0))) % len(data)
    if how == "cut":
        return bytes(data[:place]), f"cut at {place}"
    if how == "bits":
        count = chance.choice((1, 2, 8, 64))
        for _ in range(count):
            data[(place + chance.randrange(256)) % len(data)] ^= 1 << chance.randrange(8)
        return bytes(data), f"{count} bits near {place}"
    if how == "bytes":
        length = chance.randrange(1, 16)
        data[place:place + length] = bytes(chance.randrange(256) for _ in range(length))
        return bytes(data), f"{length} bytes at {place}"
    if how == "numbers":
        number = chance.choice((0, 1, 2**31 - 1, 2**31, 2**32 - 1, 2**63 - 1, 2**63, 2**64 - 1))
        data[place:place + 8] = struct.pack(chance.choice("<>") + "Q", number)
        return bytes(data), f"{number} at {place}"
    if how == "doubled":
        end = place + chance.randrange(1, 200)
        return bytes(data[:end] + data[place:]), f"bytes {place} to {end} twice"
    if how == "hole":
        end = place + chance.randrange(1, 200)
        return bytes(data[:place] + data[end:]), f"bytes {place} to {end} taken out"
    return bytes(data) + bytes(chance.randrange(256) for _ in range(chance.randrange(1, 100))), "a tail"


def light(attempt, called, least, size=0, allowed=(0, 3)):
    """Read, or refused in a sentence at little cost. The proof of a repair that is made may cost more."""
    attempt.sane(called)
    attempt.expect(called.code in allowed, f"{called.command()}: {called.ended()}")
    attempt.expect(called.code == 0 or bool(called.err.strip()), "it is refused without a word")
    most = least + MOST_ABOVE + 2 * size // 1024
    proved = called.words[0] == "repair" and called.code == 0
    attempt.expect(proved or called.rss <= most,
                   f"{called.command()}: {called.rss // 1024} MiB, {most // 1024} are allowed")
    if called.code != 0:
        attempt.expect(called.cpu <= MOST_CPU, f"{called.command()}: {called.cpu:.1f} s of work to refuse it")


def checkpoints(row, least, share):
    program = row.campaign.program
    files = sources()
    output = ["-o", "out.safetensors"]
    verbs = (["info"], ["info"], ["info"], ["inspect"], ["convert", *output], ["repair", *output])
    for _ in row.cases(iter(int, 1), least=5, share=share):
        source = row.random.choice(files)
        content, how = mutated(row.random, seen.read(source))
        with row.attempt(f"{os.path.relpath(source, ROOT)}, {how}") as attempt:
            # Formats of several files look for the others.
            if any(part in source for part in (".index", ".data-", "-of-")):
                for name in os.listdir(os.path.dirname(source)):
                    shutil.copy(os.path.join(os.path.dirname(source), name), attempt.folder)
            target = attempt.path(os.path.basename(source))
            seen.write(target, content)
            if target.count(".data-"):
                target = target.split(".data-")[0] + ".index"
            verb, *rest = row.random.choice(verbs)
            called = program.run([verb, target, *rest, "--json"], cwd=attempt.folder, seconds=30)
            light(attempt, called, least, len(content), (0, 2, 3))
            attempt.expect(called.code == 0 or not os.path.exists(attempt.path("out.safetensors")),
                           "it fails and leaves an output")


def header(text, data=b""):
    return len(text).to_bytes(8, "little") + text + data


def tensor(shape, offsets=b"0,4"):
    return b'{"dtype":"F32","shape":[' + shape + b'],"data_offsets":[' + offsets + b"]}"


def made_up(row, least):
    """Small files that promise much."""
    deep = 100_000
    files = {
        "a header of 2^64-1 bytes": b"\xff" * 8 + b"{}",
        "a header of 100 MB that is not there": (10**8).to_bytes(8, "little") + b"{",
        "JSON nested 100,000 deep": header(b'{"a":' * deep + b"1" + b"}" * deep),
        "lists nested 100,000 deep": header(b'{"a":' + b"[" * deep + b"]" * deep + b"}"),
        "a shape whose product wraps": header(b'{"a":' + tensor(b"4294967296,4294967296") + b"}", bytes(4)),
        "offsets that go back": header(b'{"a":' + tensor(b"1", b"4,0") + b"}", bytes(4)),
        "one key twice": header(b'{"a":' + tensor(b"1") + b',"a":' + tensor(b"1") + b"}", bytes(4)),
        "100,000 empty tensors": header(
            b"{" + b",".join(b'"%d":' % n + tensor(b"0", b"0,0") for n in range(100_000)) + b"}"),
        "a pickle of nested tuples": b"\x80\x02" + b"(" * deep + b"t" * deep + b".",
        "a pickle that doubles 60 times": b"\x80\x02]" + b"(2e" * 60 + b".",
        "a pickle with a text of 2^63 bytes": b"\x80\x04\x8d" + b"\xff" * 7 + b"\x7f" + b"x.",
        "a pickle with a number of 2 GB": b"\x80\x02\x8b" + b"\xff\xff\xff\x7f" + b"\0.",
        "a pickle that puts far away": b"\x80\x02]r\xff\xff\xff\xff.",
        "a pickle that would run a program": b"cos\nsystem\n(S'touch canary'\ntR.",
        "a zip that says 65,535 entries": b"PK\x05\x06" + b"\0\0\0\0" + b"\xff\xff\xff\xff" + b"\xff" * 8 + b"\0\0",
        "a million brackets": b"[" * 10**6,
        "a megabyte of zeros": bytes(1 << 20),
        "nothing": b"",
    }
    for what, content in row.cases(list(files.items()), least=len(files)):
        with row.attempt(f"made up: {what}") as attempt:
            target = attempt.path("made-up.pth")
            seen.write(target, content)
            called = row.campaign.program.run(["info", target, "--json"], cwd=attempt.folder, seconds=30)
            light(attempt, called, least, len(content))
            attempt.expect(called.code == 3 or what == "100,000 empty tensors",
                           f"it is accepted: {called.out[:200]!r}")
            attempt.expect(not os.path.exists(attempt.path("canary")), "a program in the file was run")


def some_images():
    """Whole pictures of each kind that there is one of."""
    found = [("png", seen.picture(1, 0)), ("png", seen.picture(2, 1))]
    folder = os.path.join(ROOT, "data", "dataset")
    for name in sorted(os.listdir(folder)):
        # Printing inks are refused whole.
        if name.endswith((".png", ".jpg")) and name != "inks.jpg":
            found.append((name[-3:], seen.read(os.path.join(folder, name))))
    return found


def picture_end(ending, content):
    """Where the picture ends: a JPEG that lacks its end mark alone is all there."""
    return content.rfind(b"\xff\xd9") if ending == "jpg" else len(content) - 1


def images(row):
    """Twenty at a time in one folder; what is cut short has to be listed."""
    program = row.campaign.program
    whole = some_images()
    with row.attempt("whole images") as attempt:
        for number, (ending, content) in enumerate(whole):
            seen.write(attempt.path("i", f"{number}.{ending}"), content)
        called = attempt.good(program.run(["dataset", attempt.path("i"), "--json"]))
        least = called.rss
        attempt.expect(not called.json().get("problems"), f"whole images are listed: {called.json().get('problems')}")
    for _ in row.cases(iter(int, 1), least=2, share=0.9):
        with row.attempt("twenty images, changed or cut short") as attempt:
            cut = set()
            seen.write(attempt.path("i", "whole.png"), seen.picture(3, 1))
            for number in range(20):
                ending, content = row.random.choice(whole)
                name = f"{number:02d}.{ending}"
                if number % 2:
                    content = content[:row.random.randrange(1, picture_end(ending, content))]
                    cut.add(name)
                else:
                    content, _ = mutated(row.random, content)
                seen.write(attempt.path("i", name), content)
            called = program.run(["dataset", attempt.path("i"), "--json"], seconds=30)
            light(attempt, called, least, 0, (0,))
            listed = {os.path.basename(str(problem.get("file"))) for problem in called.json().get("problems", [])}
            attempt.expect(cut <= listed, f"cut short and not listed: {sorted(cut - listed)}")


def bombs(row):
    """Small files that would be large pictures."""
    def bomb(width, height, depth, colour, size):
        palette = seen.chunk(b"PLTE", bytes(6)) if colour == 3 else b""
        return seen.png(width, height, zlib.compress(bytes(size), 9), depth, colour, palette)
    sizes = ((20000, 20000, 1, 3, 1 << 24), (30000, 30000, 16, 2, 1 << 24), (2**31 - 1, 1, 8, 2, 100),
             (1, 2**31 - 1, 8, 2, 100), (9999, 9999, 8, 6, 1 << 24), (0, 0, 8, 2, 0))
    with row.attempt("images that would be large") as attempt:
        for number, size in enumerate(sizes):
            seen.write(attempt.path("i", f"{number}.png"), bomb(*size))
        seen.write(attempt.path("i", "good.png"), seen.picture(1, 0))
        called = row.campaign.program.run(["dataset", attempt.path("i"), "--json"], seconds=30)
        attempt.good(called)
        attempt.expect(called.rss < 300 << 10, f"it took {called.rss // 1024} MiB")
        listed = len(called.json().get("problems", []))
        attempt.expect(listed == len(sizes), f"{listed} of {len(sizes)} are listed")
