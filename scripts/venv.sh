#!/bin/sh
# Make .venv and install perfspec (editable) into it: `venv.sh run` with what it needs,
# `venv.sh dev` with the checks too. Versions are those of requirements/.
set -eu
cd -- "$(dirname -- "$0")/.."
pins=requirements/constraints.txt

fresh_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11 python; do
        if fresh_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    echo 'perfspec: needs Python 3.11 or newer: install it, or name it: make PYTHON=/path/to/python3' >&2
    return 2
}

pip() {
    .venv/bin/python -m pip --quiet --disable-pip-version-check --no-input "$@"
}

case ${1-} in
run | dev) ;;
*)
    echo 'usage: venv.sh run|dev' >&2
    exit 2
    ;;
esac

# Also made again: one left half made, one of a folder that has moved (its scripts name the
# old path), one whose Python is gone.
if ! fresh_enough .venv/bin/python || ! pip --version >/dev/null 2>&1 ||
    [ "$(cat .venv/place 2>/dev/null)" != "$(pwd -P)" ]; then
    python=$(find_python)
    PYTHON=$python sh scripts/packages.sh venv
    echo "perfspec: making .venv with $("$python" --version)" >&2
    "$python" -m venv --clear .venv
    pwd -P >.venv/place
fi

echo "perfspec: installing Python packages ($1)" >&2
pip install --upgrade --constraint "$pins" pip
if [ "$1" = dev ]; then
    pip install --constraint "$pins" --build-constraint "$pins" --editable . --group dev
    # Only for the file axe.min.js inside: the browser driver it asks for is not wanted.
    pip install --no-deps --require-hashes --requirement requirements/axe.txt
else
    pip install --constraint "$pins" --build-constraint "$pins" --editable .
fi
touch ".venv/$1.stamp"
