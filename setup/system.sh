#!/bin/sh
# Sees to it that the system has what pip cannot bring, and installs through apt only what is missing.
#
#     setup/system.sh system PYTHON  what `docgen` needs: venv, fontconfig, a Vietnamese Times-metric font
#     setup/system.sh judges PYTHON  what tests and bench need besides: LibreOffice Writer and Calc, Poppler, Chromium, more fonts
#
# Exit status 1, with the command to type, when something is missing and may not be installed.
set -eu
python=$2
missing=

need() {  # need PACKAGES PROBE...: run the probe; when it fails the packages are missing
    packages=$1
    shift
    case "$missing " in *" $packages "*) return ;; esac
    "$@" >/dev/null 2>&1 || missing="$missing $packages"
}

loads() {  # loads LIBRARY: can the dynamic linker find it?
    "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1"
}

has_font() {  # has_font FAMILIES: is one of them there, with every Vietnamese letter?
    fc-list :lang=vi family | grep -qE "$1"
}

has_signs() {  # has_signs FAMILY: is it there, whatever letters it has?
    fc-list "$1" family | grep -q .
}

has_office() {  # has_office LIBRARY: is that part of LibreOffice there?
    test -e "$(dirname "$(readlink -f "$(command -v soffice)")")/$1"
}

may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

need "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" \
    "$python" -c 'import ensurepip, venv'
need libfontconfig1 loads libfontconfig.so.1
need "fontconfig fonts-croscore" has_font 'Times New Roman|Tinos|Liberation Serif'
if [ "$1" = judges ]; then
    need libreoffice-writer-nogui has_office libswlo.so
    need libreoffice-calc-nogui has_office libsclo.so
    need python3-uno /usr/bin/python3 -c 'import uno'
    need poppler-utils sh -c 'command -v pdftotext && command -v pdftoppm && command -v pdffonts'
    need chromium sh -c 'command -v chromium'
    need fonts-liberation2 has_font 'Liberation Serif'
    need fonts-croscore has_font Tinos
    need fonts-dejavu-extra has_signs 'DejaVu Math TeX Gyre'
    need fonts-opensymbol has_signs OpenSymbol
fi

[ -z "$missing" ] && exit
if may_install; then
    echo "Installing system packages:$missing" >&2
    as_root apt-get update -qq || : # one broken source of packages need not stop the others
    # shellcheck disable=SC2086  # a list of packages
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends $missing >/dev/null
else
    echo "The system lacks some packages. Please run, then try again:" >&2
    echo "    sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
