"""Power lost: the folder as it may stand on the disk when the last writes, or half of them, never got there.

Every write, fsync, rename and so on of one run is logged. For a cut in that log a folder is built again by these rules:
what was written to a file before its last fsync is there; later writes are there or not, in pieces of 4 KiB, and so is
the length; names are changed in the order in which the program changed them, up to some point that is no earlier than
the last fsync of a folder.
"""

import os
import struct

import study as seen
from calls import new_study, plan, whole_study
from preload import Calls
from revive import nothing_left, revive

NAME = "power"
TITLE = "Power lost with writes not yet synced, then started or resumed"
RECORD = struct.Struct("<II12siqqII")
MAGIC = 0x4B455242
PIECE = 4096
EXCHANGE = 2


def run(row):
    study = row.campaign.study
    histories = {}
    for kind in ("pretrain", "evaluate"):
        with row.attempt(f"{kind}, logged") as attempt:
            folder, log = attempt.path("disk"), attempt.path("log")
            os.makedirs(folder)
            calls = Calls(row, folder, attempt.folder + ".state")
            words = study.words(kind, os.path.join(folder, "run"))
            attempt.good(row.campaign.program.run(words, env=calls.env(log=log)))
            histories[kind] = History(folder, log)
            histories[kind].check(attempt, folder)
    with row.attempt("study new and study plan, logged") as attempt:
        folder, log = attempt.path("disk"), attempt.path("log")
        os.makedirs(folder)
        calls = Calls(row, folder, attempt.folder + ".state")
        for words in (new_study(row, os.path.join(folder, "s")), plan(os.path.join(folder, "s"))):
            attempt.good(row.campaign.program.run(words, env=calls.env(log=log)))
        histories["study"] = History(folder, log)
        histories["study"].check(attempt, folder)
    turn = ("pretrain", "study", "study", "pretrain", "evaluate", "study")
    for number, _ in enumerate(row.cases(iter(int, 1), least=3)):
        kind = turn[number % len(turn)]
        if kind == "study" and kind in histories:
            of_study(row, histories[kind])
        elif kind in histories:
            one(row, kind, histories[kind])


def of_study(row, history):
    """The same commands again, or what stands is whole."""
    program = row.campaign.program
    cut = history.some_cut(row.random)
    with row.attempt(f"a study: power lost after call {cut} of {len(history.events)} ({history.told(cut)})") as attempt:
        history.build(cut, attempt.folder, row.random)
        folder = attempt.path("s")
        again = attempt.sane(program.run(new_study(row, folder)))
        attempt.expect(again.code == 0 or again.code == 2 and os.path.exists(os.path.join(folder, "study.json")),
                       f"study new again: {again.ended()}")
        attempt.good(program.run(plan(folder)))
        whole_study(attempt, folder)
        nothing_left(attempt, attempt.folder)


def one(row, kind, history):
    study = row.campaign.study
    cut = history.some_cut(row.random)
    with row.attempt(f"{kind}: power lost after call {cut} of {len(history.events)} ({history.told(cut)})") as attempt:
        announced = history.announced(cut)
        history.build(cut, attempt.folder, row.random)
        out = attempt.path("run")
        must = max(announced, default=None) if kind == "pretrain" else None
        revive(attempt, kind, study.words(kind, out), out, study.unbroken(kind).mark, must)


class Inode:
    """A file: its changes in order, each with the call that made it; and when it was synced."""

    def __init__(self):
        self.changes = []  # (call, "write", offset, bytes) or (call, "size", length)
        self.synced = []   # calls

    def at(self, cut, chance):
        durable = max((call for call in self.synced if call <= cut), default=-1)
        content = bytearray()
        late = []
        for change in self.changes:
            if change[0] > cut:
                break
            if change[0] <= durable or chance is None:
                apply(content, change)
            else:
                late.append(change)
        if not late:
            return bytes(content)
        whole = bytearray(content)
        for change in late:
            apply(whole, change)
        # Its length got there or not; then each piece did or not.
        size = chance.choice((len(content), len(whole), len(whole)))
        mixed = bytearray(content[:size]) + bytes(max(size - len(content), 0))
        for begin in range(0, size, PIECE):
            if chance.random() < 0.5:
                mixed[begin:begin + PIECE] = whole[begin:begin + PIECE].ljust(min(PIECE, size - begin), b"\0")
        return bytes(mixed[:size])


def apply(content, change):
    if change[1] == "size":
        length = change[2]
        del content[length:]
        content += bytes(length - len(content))
        return
    _, _, offset, data = change
    content += bytes(max(offset + len(data) - len(content), 0))
    content[offset:offset + len(data)] = data


class History:
    def __init__(self, root, log):
        self.root = root
        self.events = list(parse(seen.read(log)))
        self.moves = []          # (call, function on the names)
        self.folder_syncs = []   # calls
        self.finished = []       # (call, step): a save and its name are on the disk
        self._names = {"": None}  # of the whole history: folder (None) or Inode
        self._open = {}
        self._follow()

    def _relative(self, path):
        return os.path.relpath(path, self.root) if path != self.root else ""

    def _move(self, call, change):
        change(self._names)
        self.moves.append((call, change))

    def _follow(self):
        waiting = {}
        for call, (process, name, fd, number, offset, first, second) in enumerate(self.events):
            if name == "open":
                self._opened(call, process, fd, number, self._relative(first))
            elif name == "close":
                self._open.pop((process, fd), None)
            elif name in ("write", "ftruncate"):
                inode = self._open.get((process, fd))
                if isinstance(inode, Inode):
                    inode.changes.append((call, "write", offset, first) if name == "write" else (call, "size", number))
            elif name == "fsync":
                self._synced(call, self._open.get((process, fd)), waiting)
            elif name == "mkdir":
                path = self._relative(first)
                self._move(call, lambda names, path=path: names.__setitem__(path, None))
            elif name == "unlink":
                path = self._relative(first)
                self._move(call, lambda names, path=path: names.pop(path, None))
            elif name == "rename":
                old, new = self._relative(first), self._relative(second)
                self._move(call, lambda names, old=old, new=new, flags=number: rename(names, old, new, flags))
                base = os.path.basename(new)
                if base.startswith("ckpt-"):
                    waiting[os.path.dirname(new)] = int(base[5:17])

    def _opened(self, call, process, fd, flags, path):
        found = self._names.get(path, "absent")
        if found == "absent":
            if not flags & os.O_CREAT:
                return
            found = Inode()
            self._move(call, lambda names, path=path, inode=found: names.__setitem__(path, inode))
        elif isinstance(found, Inode) and flags & os.O_TRUNC and flags & os.O_ACCMODE:
            found.changes.append((call, "size", 0))
        self._open[process, fd] = found if isinstance(found, Inode) else path

    def _synced(self, call, what, waiting):
        if isinstance(what, Inode):
            what.synced.append(call)
        elif what is not None:
            self.folder_syncs.append(call)
            if what in waiting:
                self.finished.append((call, waiting.pop(what)))

    def announced(self, cut):
        return [step for call, step in self.finished if call <= cut]

    def some_cut(self, chance):
        """Near a change of names more often than not: there is what can go wrong."""
        if chance.random() < 0.4:
            return chance.randrange(len(self.events))
        call, _ = chance.choice(self.moves)
        return min(max(call + chance.randrange(-2, 4), 0), len(self.events) - 1)

    def told(self, cut):
        _, name, _, _, _, first, _ = self.events[cut]
        return name if name in ("write", "fsync", "close", "ftruncate") else f"{name} {self._relative(first)}"

    def names_at(self, cut, chance):
        done = [change for call, change in self.moves if call <= cut]
        sure = max((call for call in self.folder_syncs if call <= cut), default=-1)
        least = sum(call <= sure for call, _ in self.moves)
        names = {"": None}
        for change in done[:chance.randint(least, len(done)) if chance else len(done)]:
            change(names)
        return names

    def build(self, cut, to, chance):
        names = self.names_at(cut, chance)
        for path in sorted(names):
            target = os.path.join(to, path) if path else to
            if names[path] is None:
                os.makedirs(target, exist_ok=True)
            else:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                seen.write(target, names[path].at(cut, chance))

    def check(self, attempt, folder):
        """The last moment, built from the log, is the folder as it is."""
        again = attempt.path("again")
        self.build(len(self.events) - 1, again, None)
        for name in seen.files_of(folder):
            if name.endswith("log.txt"):
                continue
            attempt.expect(os.path.exists(os.path.join(again, name)), f"the log knows nothing of {name}")
            attempt.expect(seen.read(os.path.join(folder, name)) == seen.read(os.path.join(again, name)),
                           f"built from the log, {name} is another one")


def rename(names, old, new, flags):
    if old not in names:
        return
    if flags & EXCHANGE:
        moved, other = taken(names, old), taken(names, new)
        put(names, new, moved)
        put(names, old, other)
        return
    taken(names, new)
    put(names, new, taken(names, old))


def taken(names, path):
    """What lies under a name and beneath it, taken out."""
    return {name[len(path):]: names.pop(name) for name in list(names) if name == path or name.startswith(path + "/")}


def put(names, path, what):
    for rest, inode in what.items():
        names[path + rest] = inode


def parse(log):
    at = 0
    while at + RECORD.size <= len(log):
        magic, process, name, fd, number, offset, first, second = RECORD.unpack_from(log, at)
        if magic != MAGIC:
            raise ValueError(f"the log of calls is broken at byte {at}")
        at += RECORD.size
        texts = log[at:at + first], log[at + first:at + first + second]
        at += first + second
        name = name.rstrip(b"\0").decode()
        if name != "write":
            texts = tuple(os.fsdecode(text) for text in texts)
        yield process, name, fd, number, offset, *texts
