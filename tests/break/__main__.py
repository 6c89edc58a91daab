"""Breaks Rekindle on purpose, from outside, and counts what survives.

    ./dev break [--short | --hours H] [--only ROW,ROW] [--seed N]

It works on the built programs and on a tiny study that it makes itself, in a temporary folder that it removes. Exit
code 1 when anything failed; docs/reliability.md says what each row means.
"""

import argparse
import os
import secrets
import signal
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

import calls
import disk
import faults
import flips
import foreign
import growth
import hostile
import kills
import memory
import mutate
import power
import report
import requests
import small
import twice
from program import Program
from runner import Campaign, remove
from study import Study

# In the order of what is lost when time runs out, with the share of the time that each gets.
ROWS = ((calls, 14), (kills, 10), (faults, 12), (flips, 12), (disk, 8), (power, 10), (foreign, 7), (twice, 6),
        (requests, 6), (memory, 7), (mutate, 8), (hostile, 5), (small, 3), (growth, 6))
SHORT, LONG = 180, 1200


def words():
    parser = argparse.ArgumentParser(prog="./dev break", description=__doc__.split("\n\n")[0])
    parser.add_argument("--short", action="store_true", help="about 3 minutes in all (20 otherwise)")
    parser.add_argument("--hours", type=float, help="so many hours in all")
    parser.add_argument("--seconds", type=float, help="so many seconds in all")
    parser.add_argument("--only", default="", help="rows, by commas: " + ", ".join(m.NAME for m, _ in ROWS))
    parser.add_argument("--seed", default="", help="decides every random choice (printed)")
    parser.add_argument("--bin", default="", help="folder of the programs (build/release/bin)")
    parser.add_argument("--keep", action="store_true", help="keep the folders of what failed")
    parser.add_argument("--json", default="", metavar="FILE", help="write the results there, too")
    parser.add_argument("--markdown", default="", metavar="FILE", help="write the table of the docs there, too")
    return parser, parser.parse_args()


def chosen_rows(parser, only):
    if not only:
        return list(ROWS)
    known = {module.NAME: (module, share) for module, share in ROWS}
    for name in only.split(","):
        if name not in known:
            parser.error(f"there is no row '{name}': {', '.join(known)}")
    return [known[name] for name in only.split(",")]


def stop(number, _):
    raise SystemExit(128 + number)


def main():
    parser, options = words()
    rows = chosen_rows(parser, options.only)
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    file = os.path.join(os.path.abspath(options.bin or os.path.join(root, "build", "release", "bin")), "rekindle-cli")
    if not os.path.exists(file):
        parser.error(f"{file} is not there: ./dev build makes it")
    seed = options.seed or str(secrets.randbelow(10**6))
    seconds = options.seconds or (options.hours * 3600 if options.hours else SHORT if options.short else LONG)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    os.umask(0o077)
    scratch = tempfile.mkdtemp(prefix="rekindle-break-")
    print(f"seed {seed}, about {seconds / 60:.0f} minutes, in {scratch}", flush=True)
    campaign = Campaign(Program(file, scratch), scratch, seed, options.keep, seconds)
    failed = True
    try:
        campaign.study = Study(campaign)
        whole = sum(share for _, share in rows)
        for module, share in rows:
            campaign.run(module, seconds * share / whole)
        failed = any(row.failures for row in campaign.rows)
    finally:
        campaign.program.end_all()
        if not (options.keep and failed):
            remove(scratch)
        told(campaign, options)
    return 1 if failed else 0


def told(campaign, options):
    print()
    for line in report.lines(campaign.rows):
        print(line)
    print("\n" + report.markdown(campaign))
    for file, text in ((options.json, report.as_json), (options.markdown, report.markdown)):
        if file:
            with open(file, "w", encoding="utf-8") as out:
                out.write(text(campaign))


if __name__ == "__main__":
    sys.exit(main())
