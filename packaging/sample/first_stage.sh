#!/usr/bin/env bash
# Makes resources/sample/first-stage-simclr.safetensors with our own command: SimCLR from random weights
# on the natural crops. It stands in for an ImageNet checkpoint. About 20 minutes on two cores.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cli="${1:-$root/build/release/bin/rekindle-cli}"
run="$root/build/first-stage"
sample="$root/resources/sample"

rm -rf "$run"
"$cli" pretrain --method simclr --images "$sample/natural" --init random --out "$run" \
    --set architecture=resnet18/16 --set image_size=64 --set batch=128 --set epochs=100 \
    --set lr=1.2 --set warmup_epochs=10 --set threads=2 --seed 0
cp "$run/backbone.safetensors" "$sample/first-stage-simclr.safetensors"
