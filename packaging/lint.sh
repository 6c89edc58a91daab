#!/usr/bin/env bash
# Layout (clang-format) of all our sources and static checks (clang-tidy) of those that are not tests, as ./dev lint
# and the test "lint" run them.
#   --format  only clang-format     --fix  rewrite the layout     --quick  leave LibTorch's users out of clang-tidy
# Exit code 77, which ctest takes as "skipped", when the tools are not installed.
#
# Nearly all of clang-tidy's time goes into the headers of libraries, so the sources of one folder are checked as one
# text, and a source whose text, headers, command and settings are those of an earlier clean check is not checked again.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
root=$PWD
build=${REKINDLE_LINT_BUILD:-$root/build/release}
known=${REKINDLE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/rekindle}/tidy
batch_size=20

ours() { find app core widgets tests \( -name '*.h' -o -name '*.cpp' \) -print0 | LC_ALL=C sort -z; }

fix_layout() { ours | xargs -0 -r clang-format-14 --style=file -i; }

# One line a file: its first place that differs.
check_layout() {
    ours | xargs -0 -r -n 20 -P "$(nproc)" clang-format-14 --style=file --dry-run -Werror >/dev/null 2>"$work/layout" && return
    sed -n 's/: error: code should be clang-formatted.*//p' "$work/layout" | LC_ALL=C sort -V | awk -F: '!seen[$1]++' |
        sed 's/$/: not in our layout/'
    # A crash of the tool itself leaves no such line.
    grep -q 'should be clang-formatted' "$work/layout" || cat "$work/layout"
    echo "./dev lint --fix rewrites the layout."
    return 1
}

# Source and command of each compilation of ours, tab-separated, from the build's own list.
compilations() {
    awk -v root="$root/" '
        /^  "command": / { command = $0 }
        /^  "file": / {
            file = $0; sub(/^  "file": "/, "", file); sub(/",?$/, "", file)
            if (index(file, root) != 1 || seen[file]++) next
            file = substr(file, length(root) + 1)
            if (file ~ /^(app|core|widgets)\//) print file "\t" command
        }' "$build/compile_commands.json"
}

# Source and header of ours, tab-separated, for each header a source was last compiled with. Headers are met through the
# layers' faces: .../include/<layer>/core/... is a link to core/...
headers() {
    ninja -C "$build" -t deps | awk -v root="$root/" -v built="$build/" '
        /^[^ ]/ { source = ""; next }
        NF {
            path = substr($0, 5)
            if (index(path, "../../") == 1) path = root substr(path, 7)
            if (index(path, "/") != 1) path = built path
            if (index(path, built "include/") == 1) {
                path = substr(path, length(built "include/") + 1)
                path = root substr(path, index(path, "/") + 1)
            }
            if (index(path, root) != 1 || index(path, built) == 1) next
            path = substr(path, length(root) + 1)
            if (source == "") source = path
            print source "\t" path
        }'
}

# Reads compilations, writes source and key: equal keys, equal findings.
keys() {
    local source command path tool
    tool=$(clang-tidy-14 --version | cksum; cksum <.clang-tidy)
    local -A needs=()
    while IFS=$'\t' read -r source path; do needs[$source]+=$path$'\n'; done < <(headers)
    while IFS=$'\t' read -r source command; do
        printf '%s\t%s\n' "$source" "$({
            printf '%s\n' "$tool" "${command//"$root"/}"
            sort -u <<<"$source"$'\n'"${needs[$source]-}" | sed '/^$/d' | tr '\n' '\0' | xargs -0 sha256sum
        } | sha256sum | cut -d' ' -f1)"
    done
}

# check_batch SOURCE...: one text that includes them all. Should two of them define the same private name after all, which
# is no fault, each half is checked by itself.
check_batch() {
    local text said source
    text=$(mktemp -d -p "$work")
    printf '#include "%s" // NOLINT\n' "${@/#/$root/}" >"$text/batch.cpp"
    # The command of the first, with the text in its place and what the others look for headers in. gcc's precompiled
    # header means nothing to clang, and the compiler's own warnings are gcc's affair. The check left out takes LibTorch's
    # at::Tensor for a slip in naming ours.
    printf '%s\n' "$@" | awk -F'\t' -v first="$1" -v root="$root" '
        NR == FNR { wanted[$1]; next }
        $1 in wanted {
            command = $2; sub(/ -c .*/, "", command); gsub(/ -W[^ ]*/, "", command)
            sub(/ -include [^ ]*/, "", command)
            if ($1 == first) whole = command
            gsub(/-isystem /, "-isystem", command)
            parts = split(command, part, " ")
            for (at = 1; at <= parts; at++)
                if (part[at] ~ /^-(I|isystem|D)/ && !seen[part[at]]++) more = more " " part[at]
        }
        END { print whole more " -I" root " -c batch.cpp\"," }' - "$work/every" |
        { echo "[{ \"directory\": \"$text\","; cat; echo '"file": "batch.cpp" }]'; } >"$text/compile_commands.json"
    if said=$(clang-tidy-14 --quiet --config-file=.clang-tidy \
        --checks=-bugprone-forward-declaration-namespace --header-filter="^($root|$build/include/[a-z-]+)/(app|core|widgets)/" -p "$text" "$text/batch.cpp" 2>&1); then
        for source in "$@"; do awk -F'\t' -v s="$source" '$1 == s { print $2 }' "$work/keys"; done |
            while read -r key; do : >"$known/$key"; done
    elif [ $# -gt 1 ] && grep -q 'clang-diagnostic-error' <<<"$said"; then
        local half=$(($# / 2)) failed=0
        check_batch "${@:1:half}" || failed=1
        check_batch "${@:half+1}" || failed=1
        return $failed
    else
        printf '%s\n' "$said" >"$text/findings"
        return 1
    fi
}

# What the batches found, a finding in a header once.
findings() {
    cat "$work"/*/findings | sed -E "s#^($build/include/[a-z-]+|$root)/##" | awk '
        function flush() { if (finding != "" && !seen[finding]++) printf "%s", finding; finding = "" }
        /^[0-9]+ (warning|error).* generated\.$/ { next }
        /: (error|warning): / || /^Error / { flush() }
        { finding = finding $0 "\n" }
        END { flush() }'
}

# check_sources everything|quick
check_sources() {
    [ -f "$build/compile_commands.json" ] || { echo "lint: nothing is built in $build; ./dev lint builds first." >&2; return 1; }
    mkdir -p "$known"
    find "$known" -type f -mtime +60 -delete
    compilations >"$work/every"
    if [ "$1" = quick ]; then grep -v '/torch/include' "$work/every" || true; else cat "$work/every"; fi >"$work/chosen"
    keys <"$work/chosen" >"$work/keys"
    while IFS=$'\t' read -r source key; do
        if [ -f "$known/$key" ]; then touch "$known/$key"; else echo "$source"; fi
    done <"$work/keys" | LC_ALL=C sort >"$work/todo"
    echo "clang-tidy: $(wc -l <"$work/todo") sources to check," \
        "$(($(wc -l <"$work/chosen") - $(wc -l <"$work/todo"))) unchanged since a clean check," \
        "$(($(wc -l <"$work/every") - $(wc -l <"$work/chosen"))) that include LibTorch left out."
    export -f check_batch
    export root work known build
    # shellcheck disable=SC2016  # the inner shell expands $1
    # One line a batch. What includes LibTorch or Qt is by itself, since their headers cost the most. No source has a space
    # in its name.
    awk -F'\t' 'NR == FNR { group[$1] = $2 ~ /\/torch\/include/ ? 1 : $2 ~ /QtCore/ ? 2 : 3; next }
        { print group[$0] "\t" $0 }' "$work/every" "$work/todo" | LC_ALL=C sort |
        awk -v most="$batch_size" -f packaging/lint_batches.awk |
        xargs -r -d '\n' -n 1 -P "$(nproc)" bash -c 'read -ra batch <<<"$1"; echo "  $1"; check_batch "${batch[@]}"' check && return
    findings
    return 1
}

mode=everything
for argument in "$@"; do
    case "$argument" in
        --format) mode=format ;;
        --fix) mode=fix ;;
        --quick) mode=quick ;;
        *) echo "lint: '$argument' is not an option: --format, --fix or --quick." >&2; exit 2 ;;
    esac
done
for tool in clang-format-14 clang-tidy-14; do
    command -v $tool >/dev/null || { echo "lint: $tool is not installed; ./dev lint installs it." >&2; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
case $mode in
    fix) fix_layout ;;
    format) check_layout ;;
    *)
        failed=0
        check_layout || failed=1
        check_sources "$mode" || failed=1
        exit $failed
        ;;
esac
