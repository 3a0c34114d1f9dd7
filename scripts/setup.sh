# Sets this checkout up on Debian or Ubuntu: system libraries, a Python, a virtual environment, the package.
# Sourced by the other scripts, which then call `set_up run` or `set_up test`. Only what is missing is installed, so
# that a second call does nothing. Elsewhere than on Debian the system libraries are left to the reader of README.

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
VENV=$ROOT/.venv
PY=$VENV/bin/python

# What Qt needs off-screen, what it needs for a window, and what only the tests need.
QT_PACKAGES=(libglib2.0-0 libegl1 libgl1 libdbus-1-3 libxkbcommon0 libfontconfig1)
SCREEN_PACKAGES=(libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0)
TEST_PACKAGES=(xvfb xauth openbox x11-xserver-utils xdotool)

_said=
_say_once() {
    [ -n "$_said" ] || echo "Setting up (once)…" >&2
    _said=yes
}

_stop() {
    echo "$*" >&2
    exit 1
}

# Prints those of the named Debian packages that are not installed.
_missing_packages() {
    command -v dpkg-query >/dev/null || return 0
    local installed name names=()
    # Debian 13 and Ubuntu 24.04 renamed some libraries to …t64; the old name only works for installing.
    for name in "$@"; do names+=("$name" "${name}t64"); done
    installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' "${names[@]}" 2>/dev/null || true) "
    for name in "$@"; do
        [[ $installed == *" installed:$name "* || $installed == *" installed:${name}t64 "* ]] || echo "$name"
    done
}

# Installs the named Debian packages; returns 1 when this person may not.
_install_packages() {
    local as_root=() log
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || return 1
        as_root=(sudo)
    fi
    _say_once
    echo "  system packages: $*" >&2
    log=$(mktemp)
    # An old package list is no reason to stop: the install below says what it lacks.
    "${as_root[@]}" apt-get update -qq >"$log" 2>&1 || true
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

# Prints the first Python from 3.11 on.
_find_python() {
    local name
    for name in python3 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

_find_or_install_python() {
    local name
    PYTHON=$(_find_python) && return 0
    if command -v apt-get >/dev/null; then
        if ! command -v python3 >/dev/null; then
            _install_packages python3 python3-venv || true
            PYTHON=$(_find_python) && return 0
        fi
        for name in python3.13 python3.12 python3.11; do
            if apt-cache show "$name" >/dev/null 2>&1; then
                _install_packages "$name" "$name-venv" || true
                PYTHON=$(_find_python) && return 0
            fi
        done
    fi
    _stop "Python 3.11 or newer is needed: please install the packages python3 and python3-venv, then try again."
}

_make_venv() {
    local version
    _find_or_install_python
    if ! "$PYTHON" -c 'import ensurepip' 2>/dev/null; then
        version=$("$PYTHON" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
        { command -v apt-get >/dev/null && _install_packages "$version-venv"; } ||
            _stop "Python cannot make a virtual environment here: please install the package $version-venv, then try again."
    fi
    _say_once
    "$PYTHON" -m venv --clear "$VENV" || _stop "The virtual environment $VENV could not be made."
}

# set_up run|test: makes everything ready, then $PY is a Python that has the package.
set_up() {
    local missing extra stamp=$VENV/.dp-facilitator wanted
    mapfile -t missing < <(_missing_packages "${QT_PACKAGES[@]}" "${SCREEN_PACKAGES[@]}")
    extra=()
    [ "$1" != test ] || mapfile -t extra < <(_missing_packages "${TEST_PACKAGES[@]}")
    if [ ${#missing[@]} -gt 0 ] || [ ${#extra[@]} -gt 0 ]; then
        if ! _install_packages "${missing[@]}" "${extra[@]}"; then
            [ ${#missing[@]} -eq 0 ] ||
                _stop "These system packages are missing: please have ${missing[*]} installed, then try again."
            echo "Tests that need a virtual screen are skipped until ${extra[*]} are installed." >&2
        fi
    fi

    # The folder is part of it, since an environment that was moved or copied points at the old one.
    wanted="$ROOT $(cat "$ROOT/pyproject.toml" "$ROOT/requirements.lock" | cksum)"
    if [ -x "$PY" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
        return 0
    fi
    if ! "$PY" -m pip --version >/dev/null 2>&1; then
        _make_venv
    elif [ -f "$stamp" ] && [[ $(cat "$stamp") != "$ROOT "* ]]; then
        _make_venv
    fi
    _say_once
    echo "  Python packages into .venv" >&2
    (cd -- "$ROOT" && "$PY" -m pip install -qq --disable-pip-version-check -c requirements.lock -e '.[test]') ||
        _stop "The Python packages could not be installed: the reason stands above."
    echo "$wanted" >"$stamp"
    echo "Ready." >&2
}
