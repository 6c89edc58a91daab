# Shared by the parts of ./dev: messages, options, environment, room on disk.
# shellcheck shell=bash

# die CODE SENTENCE: one sentence that says what is missing and what to do about it.
die() {
    printf 'dev: %s\n' "$2" >&2
    exit "$1"
}

note() { printf 'dev: %s\n' "$1" >&2; }

# Splits the arguments after the verb into preset, jobs and args (what is passed on).
parse_options() {
    while [ $# -gt 0 ]; do
        case "$1" in
            --preset | --jobs)
                [ $# -ge 2 ] || die 2 "$1 needs a value."
                set_option "$1" "$2"
                shift
                ;;
            --preset=* | --jobs=*) set_option "${1%%=*}" "${1#*=}" ;;
            --) shift && args+=("$@") && break ;;
            *) args+=("$1") ;;
        esac
        shift
    done
}

set_option() {
    case "$1=$2" in
        --preset=release | --preset=debug | --preset=asan | --preset=tsan) preset=$2 ;;
        --preset=*) die 2 "There is no preset '$2': release, debug, asan or tsan." ;;
        --jobs=[1-9] | --jobs=[1-9][0-9] | --jobs=[1-9][0-9][0-9]) jobs=$2 ;;
        *) die 2 "--jobs takes a number from 1 to 999, not '$2'." ;;
    esac
}

# A bare environment (env -i, cron, a service) has neither of these; dpkg, pip and ccache need them.
bare_environment() {
    export PATH=${PATH:-/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin}
    [ -n "${HOME:-}" ] || HOME=$(getent passwd "$(id -u)" | cut -d: -f6) || true
    [ -n "${HOME:-}" ] || HOME=$root/build/home
    export HOME
}
bare_environment

cache_dir() { printf '%s\n' "${REKINDLE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/rekindle}"; }

# nearest PATH: the folder itself or the closest one above it that is there.
nearest() {
    local path=$1
    until [ -d "$path" ] && [ -x "$path" ]; do path=$(dirname -- "$path"); done
    printf '%s\n' "$path"
}

# need_room FOLDER MIB WHAT ...: stops with exit code 4 if a file system lacks room. Wishes on one file system add up.
need_room() {
    local -A wanted=() what=() sample=()
    local device
    while [ $# -gt 0 ]; do
        device=$(stat -c %d -- "$(nearest "$1")")
        wanted[$device]=$((${wanted[$device]:-0} + $2))
        what[$device]=${what[$device]:+${what[$device]}, }$3
        sample[$device]=$1
        shift 3
    done
    local free
    for device in "${!wanted[@]}"; do
        free=$(df --output=avail -k -- "$(nearest "${sample[$device]}")" 2>/dev/null | tail -n 1)
        [ -n "$free" ] || continue
        free=$((free / 1024))
        [ "$free" -ge "${wanted[$device]}" ] || die 4 "Not enough disk space for ${sample[$device]}: ${free} MiB are free, \
${wanted[$device]} MiB are needed (${what[$device]}); free some, or set REKINDLE_CACHE to a folder on a larger disk."
    done
}
