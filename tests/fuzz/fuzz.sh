#!/bin/bash
# Fuzzes one container: fuzz.sh <container> [seconds] [folder for builds]
#
# <container> is a name of formats::formats(), or "all" for the front door. Builds with clang's libFuzzer,
# AddressSanitizer and UndefinedBehaviorSanitizer; begins with tests/fuzz/corpus/<container> and what earlier
# runs found in the folder for builds. A finding ends it with a file crash-*, which belongs into the corpus.
set -euo pipefail
container=$1
seconds=${2:-60}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${3:-"$root/build/fuzz"}
objects="$work/objects"
mkdir -p "$objects" "$work/found/$container"
flags=(-std=c++20 -g -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr
    -fno-sanitize-recover=all -DFUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION -I"$root" -DREKINDLE_VERSION=\"0\")
sources=("$root"/core/base/*.cpp "$root"/core/archive/*.cpp "$root"/core/pickle/*.cpp "$root"/core/weights/*.cpp
    "$root"/core/formats/*.cpp "$root"/core/checkpoint/*.cpp "$root"/core/inspect/*.cpp "$root"/tests/fuzz/feed.cpp
    "$root"/core/storage/{atomic_write,digest,file_parts,input_file,read_buffer,descriptor}.cpp)
# Sources that share no private name are compiled as one text, since headers are most of what they cost.
linked=()
number=0
while read -r -a text; do
    number=$((number + 1))
    source="$objects/text$number.cpp"
    printf '#include "%s"\n' "${text[@]}" > "$source.new"
    linked+=("$source.o")
    # Headers are not looked at: a new folder for builds begins anew.
    if [ ! -e "$source.o" ] || ! cmp -s "$source.new" "$source" || [ -n "$(find "${text[@]}" -newer "$source.o" 2> /dev/null)" ]; then
        echo "${#text[@]} sources of ${text[0]#"$root"/} and beside it"
        mv "$source.new" "$source"
        clang++-14 "${flags[@]}" -c "$source" -o "$source.o"
    fi
    rm -f "$source.new"
done < <(printf 'all\t%s\n' "${sources[@]}" | awk -v most=16 -f "$root/packaging/lint_batches.awk")
clang++-14 "${flags[@]}" -fsanitize=fuzzer -DREKINDLE_FUZZ_CONTAINER=\""$container"\" "$root/tests/fuzz/fuzz_container.cpp" \
    "${linked[@]}" -o "$work/fuzz-$container" -lz -ldeflate -lcrypto -lfmt -lspdlog
cd "$work"
exec "./fuzz-$container" -max_len=65536 -rss_limit_mb=1024 -malloc_limit_mb=256 -timeout=5 -max_total_time="$seconds" \
    -print_final_stats=1 -artifact_prefix="$work/" "$work/found/$container" "$root/tests/fuzz/corpus/$container"
