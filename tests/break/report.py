"""The table at the end, as text, Markdown and JSON."""

import json
import platform
import re


def lines(rows):
    yield f"{'row':10} {'attempted':>9} {'survived':>9} {'failed':>7} {'seconds':>8}"
    for row in rows:
        yield f"{row.name:10} {row.attempted:9} {row.survived:9} {len(row.failures):7} {row.used:8.0f}"


def markdown(campaign):
    text = ["| what was done | attempted | survived |", "|---|---:|---:|"]
    for row in campaign.rows:
        remarks = row.notes + [f"not tried: {why}" for why in row.skipped]
        more = "".join(f"; {remark}" for remark in remarks)
        text.append(f"| {row.title}{more} | {row.attempted} | {row.survived} |".replace("\n", " "))
    if any(row.failures for row in campaign.rows):
        text += ["", "What did not survive:", ""]
    for row in campaign.rows:
        for first, count in alike(row.failures):
            often = f" ({count} times like this)" if count > 1 else ""
            text.append(f"- {row.name}, {first.what}: {shortened(first.said)}{often}")
    text += ["", f"Seed {campaign.seed}, {platform.platform()}."]
    return "\n".join(text) + "\n"


def alike(failures):
    """One of each kind: the same but for numbers, names of scratch files and what stands in brackets."""
    found = {}
    for failure in failures:
        kind = re.sub(r"/\S+|[0-9a-f]{8,}|\d+|\[.*?\]|(?<= in )\S+", "#", failure.said)
        first, count = found.get(kind, (failure, 0))
        found[kind] = first, count + 1
    return found.values()


def shortened(said):
    line = " ".join(said.split())
    return line if len(line) <= 500 else line[:500] + " …"


def as_json(campaign):
    return json.dumps({
        "schema": "rekindle.break/1",
        "seed": campaign.seed,
        "rows": [{
            "row": row.name, "title": row.title, "attempted": row.attempted, "survived": row.survived,
            "seconds": round(row.used, 1), "notes": row.notes, "not_tried": row.skipped,
            "failures": [{"what": f.what, "said": f.said, "commands": f.commands} for f in row.failures],
        } for row in campaign.rows],
    }, indent=1)
