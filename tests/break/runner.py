"""Rows, attempts, and the counting of what survived."""

import contextlib
import os
import random
import shutil
import sys
import time
import traceback

SHOWN_FAILURES = 12


class Broken(Exception):
    """A promise that was not kept; the text says what was expected and what came."""


class Skip(Exception):
    """A row, or a part of one, that cannot be run here."""


class Failure:
    def __init__(self, what, said, commands):
        self.what, self.said, self.commands = what, said, commands


class Attempt:
    """One try, in a folder of its own."""

    def __init__(self, row, what, folder):
        self.row, self.what, self.folder = row, what, folder

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def expect(self, holds, said):
        if not holds:
            raise Broken(said)

    def sane(self, called, allowed=None):
        """Whatever it was asked: it ended as a program of ours ends."""
        wrong = called.defect(*([allowed] if allowed is not None else []))
        if wrong:
            raise Broken(f"{called.command()}: {wrong}")
        return called

    def good(self, called):
        return self.sane(called, (0,))


class Row:
    """One row of the table."""

    def __init__(self, campaign, name, title, seconds):
        self.campaign, self.name, self.title, self.seconds = campaign, name, title, seconds
        self.attempted = self.survived = self.planned = 0
        self.failures, self.skipped, self.notes = [], [], []
        self.random = random.Random(f"{campaign.seed}/{name}")
        self.used = 0.0
        self._begun = time.monotonic()

    def left(self):
        return self.seconds - (time.monotonic() - self._begun)

    def cases(self, planned, least=1, share=1.0):
        """The planned cases in their order, until this share of what is left of the row's time is used."""
        until = time.monotonic() + max(self.left(), 0) * share
        try:
            self.planned += len(planned)
        except TypeError:
            pass
        for number, case in enumerate(planned):
            if number >= least and time.monotonic() > until:
                return
            yield case

    @contextlib.contextmanager
    def attempt(self, what):
        program = self.campaign.program
        program.history.clear()
        self.attempted += 1
        folder = os.path.join(self.campaign.scratch, self.name, f"{self.attempted:05d}")
        os.makedirs(folder)
        failed = True
        try:
            yield Attempt(self, what, folder)
            failed = False
            self.survived += 1
        except Broken as broken:
            self.fail(what, str(broken))
        except Skip as skip:
            failed = False
            self.attempted -= 1
            self.skip(str(skip))
            os.rename(folder, folder + "-skipped")
            folder += "-skipped"
        except Exception:  # a fault of the campaign is shown as one, and the rest goes on
            self.fail(what, "the campaign itself: " + traceback.format_exc().strip())
        finally:
            program.end_all()
            if failed and self.campaign.keep:
                print(f"    kept in {folder}")
            else:
                remove(folder)

    def fail(self, what, said):
        self.failures.append(Failure(what, said, list(self.campaign.program.history)))
        if len(self.failures) <= SHOWN_FAILURES:
            print(f"  FAILED {self.name}: {what}\n    {said}", flush=True)
        elif len(self.failures) == SHOWN_FAILURES + 1:
            print("  further failures of this row are in the report alone", flush=True)

    def skip(self, why):
        if why not in self.skipped:
            self.skipped.append(why)
            print(f"  not tried: {why}", flush=True)

    def note(self, text):
        self.notes.append(text)
        print(f"  {text}", flush=True)


def remove(path):
    """A folder with all that is in it, also what somebody has taken the rights from."""
    def again(function, name, _):
        with contextlib.suppress(OSError):
            os.chmod(os.path.dirname(name), 0o700)
            os.chmod(name, 0o700)
            function(name)
    shutil.rmtree(path, onerror=again)


class Campaign:
    def __init__(self, program, scratch, seed, keep, seconds):
        self.program, self.scratch, self.seed, self.keep = program, scratch, seed, keep
        self.brief = seconds < 100       # one of each kind, and not all kinds
        self.thorough = seconds >= 1000  # as many as there is time for
        self.rows = []
        self.study = None

    def run(self, module, seconds):
        row = Row(self, module.NAME, module.TITLE, seconds)
        print(f"{row.name}: {row.title} ({seconds:.0f} s)", flush=True)
        begun = time.monotonic()
        try:
            module.run(row)
        except Skip as skip:
            row.skip(str(skip))
        except Exception:
            row.fail("the row", "the campaign itself: " + traceback.format_exc().strip())
        finally:
            self.program.end_all()
            remove(os.path.join(self.scratch, row.name)) if not self.keep else None
        row.used = time.monotonic() - begun
        self.rows.append(row)
        print(f"  {row.survived} of {row.attempted} survived in {row.used:.0f} s", flush=True)
        sys.stdout.flush()
