# Debian packages: which are missing, and installing them.
# shellcheck shell=bash

package_list=$root/packaging/packages.txt

# packages_of SECTION: [build] alone, or [build] and that section.
packages_of() {
    awk -v wanted="$1" '
        { sub(/#.*/, "") }
        /^\[/ { section = substr($1, 2, length($1) - 2); next }
        NF && (section == "build" || section == wanted) { print $1 }' "$package_list"
}

missing_packages() {
    local wanted
    mapfile -t wanted < <(packages_of "$1")
    comm -23 <(printf '%s\n' "${wanted[@]}" | LC_ALL=C sort) \
        <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null |
            sed -n 's/^installed //p' | LC_ALL=C sort -u)
}

# Asks for the right to install only when something is missing.
install_packages() {
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        as_root=(sudo)
        [ -t 0 ] || as_root+=(-n)
        if ! command -v sudo >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
            die 1 "Debian packages are missing and neither root nor sudo is at hand, so have an administrator run: \
apt-get install --no-install-recommends $*"
        fi
    fi
    note "Installing what is missing of packaging/packages.txt: $# packages."
    local said=''
    # What update reports is judged by install: a foreign repository that fails is no reason to stop.
    apt_get update || true
    apt_get install -y --no-install-recommends "$@" || explain_apt
}

# Adds apt's words to said, also when all went well: a failed update may end with 0. The index has a lock of its own
# that apt-get does not wait for by itself.
apt_get() {
    local try words failed
    for try in $(seq 24); do
        failed=0
        words=$("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -o DPkg::Lock::Timeout=120 \
            -o Acquire::Retries=2 "$@" 2>&1 </dev/null) || failed=1
        if [ $failed = 0 ] || ! grep -q 'Could not get lock .*lists/lock' <<<"$words"; then break; fi
        [ "$try" != 1 ] || note "Another program is using apt; waiting for up to two minutes."
        sleep 5
    done
    said+=$words$'\n'
    return $failed
}

explain_apt() {
    if grep -qE 'No space left|have enough free space' <<<"$said"; then
        die 4 "Not enough disk space to install the Debian packages: free some and run ./dev again."
    elif grep -q 'Could not get lock' <<<"$said"; then
        die 1 "Another program holds apt's lock: wait until it is done and run ./dev again."
    elif grep -qE 'Could not resolve|resolving|Could not connect|Unable to connect|unreachable|timed out|[Ff]ailed to (fetch|download)' <<<"$said"; then
        die 1 "No network, or the Debian mirror does not answer, so packages cannot be installed: connect and run ./dev again."
    elif grep -q 'Unable to locate package' <<<"$said"; then
        die 1 "This system's package sources lack $(sed -n 's/.*Unable to locate package //p' <<<"$said" | sort -u |
            paste -sd ' '): Rekindle builds on Debian 12 with its main section enabled."
    fi
    die 1 "Installing the Debian packages failed: $(grep -E '^(E|dpkg):' <<<"$said" | tail -n 1)"
}

# ensure_packages SECTION
ensure_packages() {
    [ -z "${REKINDLE_NO_APT:-}" ] || return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        die 1 "This is not Debian, so ./dev cannot install what it needs: install what packaging/packages.txt lists by \
other means and run again with REKINDLE_NO_APT=1."
    fi
    local missing
    mapfile -t missing < <(missing_packages "$1")
    [ ${#missing[@]} -gt 0 ] || return 0
    local id='' version=''
    read -r id version < <(. /etc/os-release 2>/dev/null && echo "${ID:-unknown} ${VERSION_ID:-}") || true
    if [ "$id" != debian ] || [ "${version:-99}" -lt 12 ]; then
        die 1 "The names in packaging/packages.txt are Debian 12's and this is $id $version: install what is missing by \
other means and run again with REKINDLE_NO_APT=1 (missing: ${missing[*]})."
    fi
    need_room /usr $((${#missing[@]} * 45 + 200)) "Debian packages"
    install_packages "${missing[@]}"
}
