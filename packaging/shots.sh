#!/usr/bin/env bash
# Takes the pictures of the README and the guide from a demo study, so that they never age.
#   packaging/shots.sh [STUDY]    STUDY: a folder that `rekindle-cli demo` left; made when missing
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin="$root/build/release/bin"
study=${1:-$root/build/demo}
pictures="$root/docs/pictures"

[ -d "$study" ] || "$bin/rekindle-cli" demo -o "$study"
mkdir -p "$pictures"
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
for page in study images weights inspect repair pretrain score compare; do
    "$bin/rekindle" "$study" --open-page "$page" --screenshot "$pictures/$page.png"
    echo "$pictures/$page.png"
done
# Single views of a page.
for view in inspect:distributions inspect:layers inspect:dead inspect:filters repair:stages; do
    "$bin/rekindle" "$study" --open-page "$view" --screenshot "$pictures/${view/:/-}.png"
    echo "$pictures/${view/:/-}.png"
done
