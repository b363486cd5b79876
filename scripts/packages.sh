#!/bin/sh
# Bring in what pip cannot: `packages.sh venv|pdf|test`.
# Installs what is missing where that needs no question (root, or Homebrew); elsewhere prints
# the one line to run. Exit 0: all there; 1: something is missing, the last line says what.
set -eu
cd -- "$(dirname -- "$0")/.."
python=${PYTHON:-python3}

has() {
    case $1 in
    venv) "$python" -c 'import ensurepip, venv' ;;
    # The libraries are there when WeasyPrint can load them; it prints a banner when not.
    pango) .venv/bin/python -c 'import weasyprint' ;;
    chromium)
        command -v chromium || command -v chromium-browser ||
            command -v google-chrome || command -v google-chrome-stable
        ;;
    *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

manager() {
    for name in apt-get dnf apk pacman brew; do
        if command -v "$name" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
}

package() {
    case $1:$2 in
    venv:apt-get) echo python3-venv ;;
    venv:*) echo python3 ;;
    pango:apt-get) echo libpango-1.0-0 libpangoft2-1.0-0 ;;
    pdftotext:apt-get | pdftotext:dnf | pdftotext:apk) echo poppler-utils ;;
    pdftotext:*) echo poppler ;;
    soffice:apt-get | soffice:dnf) echo libreoffice-writer libreoffice-calc ;;
    soffice:pacman) echo libreoffice-still ;;
    soffice:*) echo libreoffice ;;
    *) echo "$1" ;;
    esac
}

command_line() {
    case $1 in
    apt-get) echo apt-get install --yes --quiet --no-install-recommends ;;
    dnf) echo dnf install --assumeyes --quiet ;;
    apk) echo apk add --quiet --no-cache ;;
    pacman) echo pacman -Sy --noconfirm --needed ;;
    brew) echo brew install --quiet ;;
    esac
}

may_install() {
    if [ "$1" = brew ]; then
        [ "$(id -u)" -ne 0 ]
    else
        [ "$(id -u)" -eq 0 ]
    fi
}

install() {
    echo "perfspec: installing$packages with $manager" >&2
    if [ "$manager" = apt-get ]; then
        export DEBIAN_FRONTEND=noninteractive
        apt-get update --quiet >/dev/null || echo "perfspec: the package lists are not fresh" >&2
    fi
    # One by one: a package that a distribution lacks must not keep out the others.
    for need in $missing; do
        # shellcheck disable=SC2046 # a command and its packages are words
        $(command_line "$manager") $(package "$need" "$manager") >/dev/null ||
            echo "perfspec: $manager could not install $(package "$need" "$manager")" >&2
    done
}

look() {
    missing='' packages=''
    for need in $needs; do
        if ! has "$need"; then
            missing="$missing $need"
            packages="$packages $(package "$need" "$manager")"
        fi
    done
}

case ${1-} in
venv) needs=venv what='perfspec' ;;
pdf) needs=pango what='PDF' ;;
test) needs='pango chromium qpdf pdftotext git soffice' what='all tests' ;;
*)
    echo 'usage: packages.sh venv|pdf|test' >&2
    exit 2
    ;;
esac

manager=$(manager)
look
if [ -n "$missing" ] && [ -n "$manager" ] && may_install "$manager"; then
    install
    look
fi
[ -n "$missing" ] || exit 0

if [ -z "$manager" ]; then
    echo "perfspec: for $what install these with your package manager:$packages" >&2
elif [ "$manager" = brew ] || [ "$(id -u)" -eq 0 ]; then
    echo "perfspec: for $what run: $(command_line "$manager")$packages" >&2
else
    echo "perfspec: for $what run: sudo $(command_line "$manager")$packages" >&2
fi
exit 1
