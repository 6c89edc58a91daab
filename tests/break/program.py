"""Calls the program under test and says how each call ended."""

import ctypes
import json
import os
import resource
import select
import signal
import subprocess
import tempfile
import time

EXIT_CODES = (0, 1, 2, 3, 4, 5, 6)
MOST_OUTPUT = 4 << 20
PR_SET_CHILD_SUBREAPER = 36
_ours = set()  # that somebody still waits for


def processes_of(session):
    """Living processes of a session (zombies have ended)."""
    found = []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] not in (b"Z", b"X"):
            found.append(int(name))
    return found


def collect_orphans():
    """Takes in those that ended and whose parent is gone: whoever asks after them would find them alive."""
    for name in os.listdir("/proc"):
        if not name.isdigit() or int(name) in _ours:
            continue
        try:
            with open(f"/proc/{name}/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
            if fields[0] == b"Z" and int(fields[1]) == os.getpid():
                os.waitpid(int(name), 0)  # its last threads may be about to end
        except (OSError, ChildProcessError):
            continue


class Called:
    """What one call left behind."""

    def __init__(self, words):
        self.words = words
        self.code = None  # None: died by a signal, or was ended since it took too long
        self.signal = None
        self.late = None  # the seconds that it was given and that were not enough
        self.out = self.err = b""
        self.seconds = self.cpu = 0.0
        self.rss = 0  # KiB

    def json(self):
        try:
            value = json.loads(self.out)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def kind(self):
        error = self.json().get("error")
        return error.get("kind", "") if isinstance(error, dict) else ""

    def sentences(self):
        """What it says on standard error, without notes."""
        lines = self.err.decode("utf-8", "replace").strip().splitlines()
        return [line for line in lines if not line.startswith("rekindle-cli: note: ")]

    def says(self):
        """The last of it, for a report."""
        return (self.sentences() or [""])[-1][:400]

    def ended(self):
        if self.late is not None:
            return f"did not end within {self.late:g} s"
        if self.signal is not None:
            return f"died by signal {self.signal} ({signal.Signals(self.signal).name})"
        kind = self.kind()
        return f"exit {self.code}" + (f" ({kind})" if kind else "") + (f": {self.says()}" if self.says() else "")

    def defect(self, allowed=EXIT_CODES):
        """What is wrong with how it ended, whatever it was asked; None if nothing is."""
        if self.late is not None or self.signal is not None:
            return self.ended()
        if self.code not in allowed:
            return f"{self.ended()}; one of {', '.join(map(str, allowed))} was expected"
        if self.kind() == "internal" or b"Please report this" in self.err:
            return f"it blames itself: {self.ended()}"
        for word in (b"terminate called", b"Assertion", b"what():", b"Sanitizer"):
            if word in self.err:
                return f"it says '{word.decode()}': {self.says()}"
        return None

    def command(self):
        return " ".join(quoted(word) for word in self.words)


def quoted(word):
    shown = "".join(c if " " <= c < "\x7f" else f"\\x{ord(c) & 0xff:02x}" for c in word)
    return f"'{shown}'" if shown != word or not shown or any(c in " '\"$;&|*?<>()\\" for c in shown) else shown


class Started:
    """A call that goes on."""

    def __init__(self, program, words, popen, files):
        self.program, self.popen, self.files = program, popen, files
        self.called = Called(words)
        self.pid = popen.pid
        _ours.add(self.pid)
        self._begun = time.monotonic()
        self._waits = os.pidfd_open(self.pid)
        self._done = False

    def running(self):
        return not self._done and not select.select([self._waits], [], [], 0)[0]

    def wait(self, seconds=120.0):
        """How it ended; it is killed when that takes longer than so many seconds."""
        if self._done:
            return self.called
        if not select.select([self._waits], [], [], seconds)[0]:
            self.called.late = seconds
            self.kill_all()
        _, status, usage = os.wait4(self.pid, 0)
        self._done = True
        _ours.discard(self.pid)
        collect_orphans()
        os.close(self._waits)
        self.popen.returncode = status
        called = self.called
        called.seconds = time.monotonic() - self._begun
        called.cpu = usage.ru_utime + usage.ru_stime
        called.rss = usage.ru_maxrss
        if called.late is None:
            if os.WIFEXITED(status):
                called.code = os.WEXITSTATUS(status)
            else:
                called.signal = os.WTERMSIG(status)
        for name, file in zip(("out", "err"), self.files):
            file.seek(0)
            setattr(called, name, file.read(MOST_OUTPUT))
            file.close()
        if called.signal is not None:
            # Its worker dies with it, a moment later; what comes next is to find it dead.
            self.wait_for_workers(5)
        return called

    def signal(self, number):
        if self.running():
            os.kill(self.pid, number)

    def workers(self):
        """Processes that it started."""
        return [pid for pid in processes_of(self.pid) if pid != self.pid]

    def kill_all(self):
        for pid in processes_of(self.pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def wait_for_workers(self, seconds):
        """Whether the processes that it started have ended, after at most so many seconds."""
        until = time.monotonic() + seconds
        while self.workers():
            if time.monotonic() > until:
                return False
            time.sleep(0.02)
        collect_orphans()
        return True


class Program:
    """One program of the build, called in an environment of its own."""

    def __init__(self, file, scratch):
        self.file = file
        self.scratch = scratch
        self.history = []  # what was called since the last attempt began
        self.sessions = []
        home = os.path.join(scratch, "home")
        os.makedirs(os.path.join(home, "tmp"), exist_ok=True)
        self.environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "TMPDIR": os.path.join(home, "tmp"),
            "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1",
        }
        # Orphans come to us, so that none is left when we end, and none stays a zombie.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)

    def start(self, words, *, env=None, cwd=None, limits=(), user=None, stdout=None, stderr=None, pre=(), kept=True):
        files = [tempfile.TemporaryFile(dir=self.scratch) for _ in range(2)]
        line = [*pre, self.file, *words]
        if user is not None:
            line = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *line]

        def prepare():
            os.setsid()
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            for which, value in limits:
                resource.setrlimit(which, (value, value))

        popen = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=files[0] if stdout is None else stdout,
                                 stderr=files[1] if stderr is None else stderr, cwd=cwd or self.scratch,
                                 env={**self.environment, **(env or {})}, preexec_fn=prepare)
        started = Started(self, [str(word) for word in words], popen, files)
        self.sessions.append(popen.pid)
        if kept:
            extra = " ".join(f"{name}={quoted(value)}" for name, value in (env or {}).items())
            self.history.append((extra + " " if extra else "") + "rekindle-cli " + started.called.command())
        return started

    def run(self, words, *, seconds=120.0, **how):
        return self.start(words, **how).wait(seconds)

    def end_all(self):
        """Kills whatever is left of all that was started, and collects orphans."""
        for session in self.sessions:
            for pid in processes_of(session):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
        self.sessions = []
        collect_orphans()
