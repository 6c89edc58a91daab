#!/usr/bin/env bash
# Layout (clang-format) and static checks (clang-tidy) of our sources, as ./dev lint and the test "lint" run them.
#   --format  only clang-format     --fix  rewrite the layout     --all  clang-tidy on LibTorch's users too
# Exit code 77, which ctest takes as "skipped", when the tools are not installed.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
build=build/release
cache=${REKINDLE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/rekindle}/tidy

ours() { find app core widgets tests -name '*.h' -o -name '*.cpp' | LC_ALL=C sort; }

format() {
    ours | tr '\n' '\0' | xargs -0 -r -n 40 -P "$(nproc)" clang-format-14 --style=file "$@"
}

tidy() {
    : # nothing yet
}

command -v clang-format-14 >/dev/null || { echo "lint: clang-format-14 is not installed; ./dev lint installs it." >&2; exit 77; }
mode=tidy scope=quick
for argument in "$@"; do
    case "$argument" in
        --format) mode=format ;;
        --fix) mode=fix ;;
        --all) scope=all ;;
        *) echo "lint: '$argument' is not an option: --format, --fix or --all." >&2; exit 2 ;;
    esac
done
case $mode in
    fix) format -i ;;
    format) format --dry-run -Werror ;;
    tidy) format --dry-run -Werror && tidy "$scope" ;;
esac
