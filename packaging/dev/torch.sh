# LibTorch: fetched as pinned wheels, checked, and unpacked into the per-user cache.
# shellcheck shell=bash

wheel_list=$root/packaging/torch-wheels.txt

wheels() { grep -v '^ *#' "$wheel_list"; }
torch_version() { wheels | awk '$1 == "torch" { print $2 }'; }
torch_stamp() { wheels | sha256sum | cut -d' ' -f1; }

# ensure_torch: sets torch_root. A folder that carries the stamp is whole, since it appeared by a rename.
ensure_torch() {
    local cache
    cache=$(cache_dir)
    torch_root=$cache/libtorch-$(torch_version)
    torch_is_there && return
    [ "$(uname -m)" = x86_64 ] || die 1 "LibTorch is pinned as a wheel for x86_64 and this machine is $(uname -m)."
    if ! mkdir -p -- "$cache" 2>/dev/null || [ ! -w "$cache" ]; then
        die 1 "The cache folder $cache cannot be written to: set REKINDLE_CACHE to one that can."
    fi
    need_room "$cache" 1200 "LibTorch and its download"
    # Two checkouts may get here at the same time; the second one then finds the work done.
    exec 8>"$cache/.lock"
    flock 8
    torch_is_there || install_torch "$cache"
    exec 8>&-
}

torch_is_there() { [ "$(cat -- "$torch_root/.stamp" 2>/dev/null)" = "$(torch_stamp)" ]; }

install_torch() {
    local cache=$1 staging=$1/.staging
    # Whatever lies there was left by a run that was cut off; the lock says nobody is using it.
    rm -rf -- "$staging"
    mkdir -- "$staging"
    local name version file sum wheel
    while read -r name version file sum <&3; do
        fetch_wheel "$cache" "$name" "$version" "$file" "$sum"
        unpack_wheel "$wheel" "$name" "$staging"
    done 3< <(wheels)
    torch_stamp >"$staging/.stamp"
    sync -f "$staging"
    [ ! -e "$torch_root" ] || mv -- "$torch_root" "$cache/.old.$$"
    mv -- "$staging" "$torch_root"
    rm -rf -- "$cache/partial" "$cache/.old.$$"
}

checked() { [ -f "$1" ] && printf '%s  %s\n' "$2" "$1" | sha256sum --status -c -; }

# Sets wheel. A wheel that somebody put into downloads/ by hand is used and kept; what is fetched here is not kept.
fetch_wheel() {
    local cache=$1 name=$2 version=$3 file=$4 sum=$5
    for wheel in "$cache/downloads/$file" "$cache/partial/$file"; do
        checked "$wheel" "$sum" && return
    done
    note "Fetching $name $version."
    mkdir -p -- "$cache/partial"
    pip_download "$cache/partial" "$name==$version"
    checked "$wheel" "$sum" && return
    rm -f -- "$wheel"
    die 1 "The package index gave a $name $version whose SHA-256 is not the one in packaging/torch-wheels.txt, so it is \
thrown away: check which index pip is set to."
}

python_with_pip() {
    local python
    for python in python3 /usr/bin/python3; do
        "$python" -m pip --version >/dev/null 2>&1 && echo "$python" && return
    done
    die 1 "No python3 with pip was found, which fetches LibTorch: install Debian's python3-pip."
}

# The tags are spelt out so that any python3 fetches the same files. pip's own cache would hold a second copy. What pip
# says against it is kept in memory, since a full disk is one of the things it may have to say.
pip_download() {
    local folder=$1 wish=$2 python said quiet=-q
    python=$(python_with_pip)
    mkdir -p -- "$folder/tmp"
    [ ! -t 2 ] || quiet=--no-color
    said=$(TMPDIR=$folder/tmp PIP_REQUIRE_VIRTUALENV=0 PIP_RETRIES=${PIP_RETRIES:-3} "$python" -m pip download $quiet \
        --no-deps --no-cache-dir --disable-pip-version-check --only-binary=:all: \
        --implementation cp --python-version 3.11 --abi cp311 \
        --platform manylinux_2_28_x86_64 --platform manylinux_2_25_x86_64 --platform manylinux2014_x86_64 \
        --platform manylinux_2_17_x86_64 --dest "$folder" "$wish" 2>&1 1>&2) || explain_pip "$said" "$wish"
    rm -rf -- "$folder/tmp"
}

explain_pip() {
    local said=$1 wish=$2
    if grep -q 'No space left' <<<"$said"; then
        die 4 "The disk filled up while $wish was fetched: free some space, or set REKINDLE_CACHE to a folder on a larger disk."
    elif grep -qE 'NewConnectionError|name resolution|[Tt]imed out|Connection(Reset|Refused)?Error|unreachable|SSLError' <<<"$said"; then
        die 1 "No network, or the Python package index does not answer, so $wish cannot be fetched: connect and run ./dev \
again, or put the files that packaging/torch-wheels.txt names into $(cache_dir)/downloads."
    fi
    die 1 "pip could not fetch $wish: $(grep -i error <<<"$said" | tail -n 1)"
}

# Takes out what compiling and running need. libtorch_cuda.so stays behind: it asks for 3 GB of further CUDA wheels,
# without which it does not load.
unpack_wheel() {
    local parts=()
    case "$2" in
        torch) parts=('torch/lib/libc10.so' 'torch/lib/libtorch_cpu.so' 'torch/lib/libgomp.so.1' 'torch/include/*' '*/licenses/*') ;;
        nvidia-cuda-runtime) parts=('nvidia/cu13/lib/libcudart.so.*' '*/licenses/*') ;;
        nvidia-cuda-cupti) parts=('nvidia/cu13/lib/libcupti.so.*' '*/licenses/*') ;;
        *) die 1 "packaging/dev/torch.sh does not know what to take out of the wheel of $2." ;;
    esac
    local said
    said=$(unzip -q -o "$1" "${parts[@]}" -d "$3" 2>&1 </dev/null) || {
        case "$said" in *disk?full* | *"No space left"*) need_room "$3" 600 "LibTorch" ;; esac
        die 1 "Unpacking ${1##*/} failed: $(tail -n 1 <<<"$said")."
    }
}

# Only what ./dev put there, in case REKINDLE_CACHE names a folder that holds other things too.
clean_cache() {
    local cache
    cache=$(cache_dir)
    rm -rf -- "$cache"/libtorch-[0-9]* "$cache/downloads" "$cache/partial" "$cache"/.staging* "$cache/.lock"
    [ ! -d "$cache" ] || rmdir --ignore-fail-on-non-empty -- "$cache"
}
