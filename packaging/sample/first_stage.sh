#!/usr/bin/env bash
# Makes resources/sample/first-stage-simclr.safetensors with our own command: SimCLR from random weights
# on the natural crops, by the preset for small sets (with blur), then a few filters of each stage are
# silenced. It stands in for an ImageNet checkpoint. About 10 minutes on two cores; the shipped file was
# made on a graphics card in 25 s, and the processor gives other last digits.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cli="${1:-$root/build/release/bin/rekindle-cli}"
run="$root/build/first-stage"
sample="$root/resources/sample"

rm -rf "$run"
"$cli" pretrain --method simclr --images "$sample/natural" --init random --out "$run" \
    --preset small-set --set blur=0.5 --set architecture=resnet18/16 --set image_size=64 \
    --set epochs=60 --set warmup_epochs=4 --set snapshots=60 --seed 1000 ${DEVICE:+--device "$DEVICE"}
python3 "$root/packaging/sample/silence_filters.py" "$run/backbone.safetensors"
