#!/usr/bin/env python3
"""Makes resources/sample/finished, the shipped results to look at, out of a demo's folder.

    build/release/bin/rekindle-cli demo -o build/demo
    python3 packaging/sample/make_finished.py build/demo

Keeps what the pages show (settings, curves, scores) and leaves out weights and saves; paths become
relative to the sample, and what names a computer goes.
"""
import json
import os
import pathlib
import shutil
import sys

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "resources" / "sample"
TARGET = SAMPLE / "finished"
KEPT = ("job.json", "status.json", "metrics.jsonl", "result.json", "predictions.csv", "environment.json")


def relative(path, folder):
    return os.path.relpath(path, folder)


def copy_run(source, target):
    target.mkdir(parents=True)
    for name in KEPT:
        if not (source / name).exists():
            continue
        text = (source / name).read_text()
        if name == "job.json":
            job = json.loads(text)
            job["settings"]["images"] = relative(SAMPLE / "surfaces", target)
            for scored in job["settings"].get("targets", []):
                if os.path.isabs(scored["weights"]):
                    scored["weights"] = relative(SAMPLE / pathlib.Path(scored["weights"]).name, target)
            text = json.dumps(job, indent=2) + "\n"
        elif name == "status.json":
            status = json.loads(text)
            status["host"], status["pid"] = "", 0
            text = json.dumps(status, indent=2) + "\n"
        elif name == "environment.json":
            environment = json.loads(text)
            environment.pop("kernel", None)
            text = json.dumps(environment, indent=2) + "\n"
        (target / name).write_text(text)
    if (source / "tables").exists():
        shutil.copytree(source / "tables", target / "tables")


def main():
    demo = pathlib.Path(sys.argv[1])
    shutil.rmtree(TARGET, ignore_errors=True)
    study = json.loads((demo / "study.json").read_text())
    study["title"] += " (finished example)"
    study["images"] = "../surfaces"
    study["weights"][0]["file"] = "../first-stage-simclr.safetensors"
    # The repaired ones say which pairs the score of the start belongs to.
    for entry in study["weights"][1:]:
        place = pathlib.Path("weights") / entry["id"]
        shutil.copytree(demo / place, TARGET / place)
        entry["file"] = str(place / "weights.safetensors")
    study["finished_example"] = True
    for run in study["queue"]:
        copy_run(demo / run, TARGET / run)
    (TARGET / "study.json").write_text(json.dumps(study, indent=2, ensure_ascii=False) + "\n")
    # The list of images is found by its content; study and runs name it by a relative path.
    (TARGET / "images").mkdir()
    shutil.copy(demo / study["image_list"], TARGET / "images")


main()
