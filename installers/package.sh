#!/usr/bin/env bash
# Makes packages of DaemonEye Console for the system it runs on.
#
#   installers/package.sh [app-image|deb|rpm|dmg|all] [--out DIR] [--dist DIR] [--version N.N.N] [--fast]
#
#   app-image   a folder that runs from anywhere, and the same as .tar.gz (Linux, macOS)
#   deb, rpm    packages of Linux; need dpkg-deb or rpmbuild
#   dmg         disk image of macOS
#   all         whatever this system has the tools for (usual)
#   --out       where they go; usual: app/target/installers
#   --dist      the distribution to pack; usual: app/target/dist, built by Maven if it is missing
#   --version   instead of Maven's; for trying upgrades
#   --fast      packs badly, but soon; for trying
#
# Needs a JDK 25 (JAVA_HOME, the one that built the distribution, or the one on PATH). No root.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd -P)
root=$(dirname "$here")
want=all
out=$root/app/target/installers
dist=$root/app/target/dist
version=
level=6
name=daemoneye
# Every file of a package carries this time: the caches know the jars by it, and two builds are alike.
epoch=1767225600

say() { printf 'package: %s\n' "$*"; }
fail() {
    printf 'package: %s\n' "$*" >&2
    exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

while [ $# -gt 0 ]; do
    case $1 in
        app-image | deb | rpm | dmg | all) want=$1 ;;
        --out | --dist | --version)
            [ $# -ge 2 ] || fail "$1 needs a value"
            declare "${1#--}=$2"
            shift
            ;;
        --fast) level=0 ;;
        -h | --help)
            sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p;}' "$0"
            exit 0
            ;;
        *) fail "what is $1? See --help" ;;
    esac
    shift
done

system=$(uname -s)
case $(uname -m) in
    x86_64 | amd64) machine=x64 jna=x86-64 netty=x86_64 debarch=amd64 rpmarch=x86_64 ;;
    aarch64 | arm64) machine=aarch64 jna=aarch64 netty=aarch_64 debarch=arm64 rpmarch=aarch64 ;;
    *) fail "no packages are made for $(uname -m)" ;;
esac

# shellcheck source=installers/lib.sh
. "$here/lib.sh"

mkdir -p "$out"
out=$(cd "$out" && pwd -P)
need_distribution
dist=$(cd "$dist" && pwd -P)
find_jdk
[ -n "$version" ] || version=$(version_of_distribution)
[[ $version =~ ^[0-9]+(\.[0-9]+){0,2}$ ]] || fail "$version is not of the form N.N.N"

work=$(mktemp -d "${TMPDIR:-/tmp}/daemoneye-package.XXXXXX")
trap 'rm -rf "$work"' EXIT

say "version $version from $dist, with $("$jdk/bin/java" --version | sed -n 1p)"
make_runtime "$work/runtime"

case $system in
    Linux)
        # shellcheck source=installers/linux/linux.sh
        . "$here/linux/linux.sh"
        ;;
    Darwin)
        # shellcheck source=installers/macos/macos.sh
        . "$here/macos/macos.sh"
        ;;
    *) fail "on $system use package.ps1" ;;
esac
make_packages

cd "$out"
rm -f SHA256SUMS
if has sha256sum; then sha=(sha256sum); else sha=(shasum -a 256); fi
find . -maxdepth 1 -type f -name "$name-*" -o -maxdepth 1 -type f -name "${name}_*" |
    sed 's#^\./##' | LC_ALL=C sort | xargs "${sha[@]}" >"$work/sums"
mv "$work/sums" SHA256SUMS
say "in $out:"
sed 's/^[^ ]*  //' SHA256SUMS | while IFS= read -r file; do
    printf '    %10d  %s\n' "$(wc -c <"$file")" "$file"
done
