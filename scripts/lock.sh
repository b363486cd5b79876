#!/bin/sh
# Write requirements/constraints.txt: the newest versions that pyproject.toml allows, as one
# fresh install resolves them. Run it on the oldest Python supported, so that every pin fits.
set -eu
cd -- "$(dirname -- "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT

"${PYTHON:-python3.11}" -m venv "$folder/venv"
pip() {
    "$folder/venv/bin/python" -m pip --quiet --disable-pip-version-check --no-input "$@"
}
pip install --upgrade pip
# The build backend too: what is built with it is pinned by the same file.
pip install --editable . --group dev hatchling editables
{
    echo '# Every version that make build and make test install. Written by make lock.'
    pip freeze --all --exclude-editable --exclude setuptools
} >"$folder/constraints.txt"
mv -- "$folder/constraints.txt" requirements/constraints.txt
