# Setting up, configuring and building.
# shellcheck shell=bash

# setup SECTION: Debian packages of that section and LibTorch. Takes no time when all is there.
setup() {
    ensure_packages "$1"
    ensure_torch
}

# A source that includes LibTorch takes about 2 GiB to compile: fewer jobs than cores where memory is short.
default_jobs() {
    local cores memory limit
    cores=$(nproc)
    memory=$(awk '$1 == "MemAvailable:" { print int($2 / 1024) }' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
    [ "$limit" = max ] || [ $((limit / 1048576)) -gt "$memory" ] || memory=$((limit / 1048576))
    local by_memory=$((memory / 2048))
    [ $by_memory -lt "$cores" ] || by_memory=$cores
    echo $((by_memory > 0 ? by_memory : 1))
}

# CMake runs again by itself when a CMakeLists.txt changes, but not for a preset, another LibTorch or a moved checkout.
configure() {
    local folder=$root/build/$preset now
    now=$(printf '%s\n' "$root" "$torch_root" "${CC:-}" "${CXX:-}" && sha256sum <"$root/CMakePresets.json")
    [ "$(cat -- "$folder/.configured" 2>/dev/null)" != "$now" ] || [ ! -f "$folder/build.ninja" ] || return 0
    local fresh=()
    grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt" || fresh=(--fresh)
    (cd -- "$root" && cmake ${fresh[@]+"${fresh[@]}"} --preset "$preset" "-DREKINDLE_TORCH_ROOT=$torch_root") || return
    printf '%s\n' "$now" >"$folder/.configured"
}

# build: sets up and builds the preset; args, for ./dev build, are targets.
build() {
    setup build
    local folder=$root/build/$preset
    [ -f "$folder/build.ninja" ] || need_room "$folder" 2000 "the build" "$HOME/.cache" 1000 "the compiler's cache"
    # The precompiled header is what these two switches allow ccache to look into.
    export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros} CCACHE_BASEDIR=${CCACHE_BASEDIR:-$root}
    configure || disk_or_failure
    local targets=()
    [ "$verb" != build ] || targets=(${args[@]+"${args[@]}"})
    nice ninja -C "$folder" -j "${jobs:-$(default_jobs)}" ${targets[@]+"${targets[@]}"} || disk_or_failure
}

# After a failure whose reason stands above: a full disk is told apart.
disk_or_failure() {
    need_room "$root/build/$preset" 50 "the build"
    exit 1
}
