#!/usr/bin/env bash
# Installs the packages, uses what they install, upgrades, removes, and looks for what was left behind.
#
#   installers/smoke-test.sh [--from DIR] [--older DIR] [--keep DIR] [--only deb|rpm]
#
#   --from    where the packages are; usual: app/target/installers
#   --older   where packages of an older version are; without it they are made, as version 0.0.9
#   --keep    where pictures and logs are put; usual: app/target/smoke
#
# As root the .deb is really installed and removed; otherwise, and where it is installed already, it is
# unpacked into a folder, and its scripts do not run. The .rpm goes into a root of its own, without its
# scripts. Needs Xvfb; import (ImageMagick) for pictures. May be run again and again: of this system it
# touches the package daemoneye alone, and purges it at the end. Says for each thing that was looked at
# whether it is so; ends with 0 if all is.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd -P)
root=$(dirname "$here")
from=$root/app/target/installers
older=
only=
keep=$root/app/target/smoke
while [ $# -gt 0 ]; do
    case $1 in
        --from | --older | --keep | --only)
            [ $# -ge 2 ] || { echo "smoke: $1 needs a value" >&2; exit 2; }
            declare "${1#--}=$2"
            shift
            ;;
        *) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p;}' "$0"; exit 2 ;;
    esac
    shift
done

for tool in Xvfb dpkg-deb; do
    command -v $tool >/dev/null || { echo "smoke: $tool is missing" >&2; exit 2; }
done
mkdir -p "$keep"
keep=$(cd "$keep" && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/daemoneye-smoke.XXXXXX")
# Everything that programs keep goes below one folder: nobody's own settings are touched, and no console
# that runs already is joined.
unset DAEMONEYE_CONNECT DAEMONEYE_TOKEN_FILE XDG_RUNTIME_DIR XDG_STATE_HOME XDG_CONFIG_HOME JAVA_HOME
export HOME=$work/home DAEMONEYE_HOME=$work/home/daemoneye
export DAEMONEYE_JAVA_OPTS="-Duser.home=$work/home -Djava.io.tmpdir=$work/tmp"
mkdir -p "$HOME" "$work/tmp"
failures=0
pids=()

checks=0
ok() {
    printf '  ok      %s\n' "$1"
    checks=$((checks + 1))
}
bad() {
    printf '  FAILED  %s\n' "$1"
    failures=$((failures + 1))
}
# check WHAT COMMAND…: the command says whether WHAT is so.
check() {
    local what=$1
    shift
    if "$@" >"$work/check.log" 2>&1; then ok "$what"; else
        bad "$what"
        sed 's/^/            /' "$work/check.log" | tail -5
    fi
}
passed() { printf '  -       %s\n' "$1"; }
title() { printf '\n%s\n' "$1"; }
# within SECONDS COMMAND…: until it succeeds.
gone() { for each in "$@"; do [ ! -e "$each" ] && [ ! -L "$each" ] || return 1; done; }
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.3
    done
}
not() { ! "$@"; }

finish() {
    local pid
    for pid in "${pids[@]:-}"; do [ -z "$pid" ] || kill "$pid" 2>/dev/null; done
    if [ -n "${installed:-}" ]; then dpkg --purge daemoneye >/dev/null 2>&1; fi
    rm -rf "$work"
}
trap finish EXIT

start_display() {
    local number=90
    while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
    Xvfb ":$number" -screen 0 1600x1000x24 >"$keep/xvfb.log" 2>&1 &
    display_pid=$!
    pids+=("$display_pid")
    export DISPLAY=:$number
    within 10 test -S "/tmp/.X11-unix/X$number"
}

# Processes that run from folder $1.
running_from() {
    local each exe
    for each in /proc/[0-9]*/exe; do
        exe=$(readlink "$each" 2>/dev/null) || continue
        case $exe in "$1"/*) each=${each#/proc/}; echo "${each%/exe}" ;; esac
    done
}

# The fleet as a console of program $1 shows it to everybody, for as long as it takes.
four_live() { "$1" fleet list --json >"$work/fleet.json" && [ "$(grep -o '"liveness": *"live"' "$work/fleet.json" | wc -l)" -eq 4 ]; }
all_healthy() { four_live "$1" && [ "$(grep -o '"health": *"healthy"' "$work/fleet.json" | wc -l)" -ge 4 ]; }

# drive NAME PROGRAM FOLDER: a console is opened, its fleet comes to life, it is closed like a window
# is closed by its system, and everything ends.
drive() {
    local name=$1 program=$2 folder=$3 console
    "$program" console >"$keep/$name.log" 2>&1 &
    console=$!
    pids+=("$console")
    check "$name: four collectors of the console are live and healthy" within 180 all_healthy "$program"
    if command -v import >/dev/null; then
        sleep 2
        import -window root "$keep/$name.png"
        check "$name: the window is painted ($keep/$name.png)" painted "$keep/$name.png"
    fi
    check "$name: a setting is changed" "$program" config apply procmond "${4:-scan_interval_ms=7000}" \
        --reason "tried by the smoke test"
    kill -TERM "$console"
    check "$name: the console ends within 20 s of being told to" within 20 not kill -0 "$console"
    wait "$console" 2>/dev/null
    check "$name: no process of it is left" within 10 nothing_runs_from "$folder"
    check "$name: no socket is left" no_socket
    check "$name: nothing was unpacked into the home" nothing_unpacked
    check "$name: nothing is left among temporary files" empty "$work/tmp"
}
nothing_unpacked() { [ ! -e "$HOME/.openjfx" ] && [ ! -e "$HOME/.cache/JNA" ]; }
empty() {
    find "$1" -mindepth 1
    [ -z "$(find "$1" -mindepth 1)" ]
}
no_named_file() {
    find "$1" -iname '*daemoneye*'
    [ -z "$(find "$1" -iname '*daemoneye*')" ]
}
# Everything of the system that bears the name.
named_files() {
    find /boot /etc /opt /run /srv /usr /var -xdev -iname '*daemoneye*' 2>/dev/null | LC_ALL=C sort
}
nothing_runs_from() { [ -z "$(running_from "$1")" ]; }
no_socket() {
    find "$HOME" -type s
    [ -z "$(find "$HOME" -type s)" ]
}
# More than a few colours, so more than an empty screen.
painted() { [ "$(identify -format %k "$1")" -gt 200 ]; }

setting_is() { "$program" config get procmond --json | tr -d ' \n' | grep -q "\"scan_interval_ms\":$1[,}]"; }

# What a person would miss: settings, versions of settings, and the log.
remember() {
    find "$DAEMONEYE_HOME/config" "$DAEMONEYE_HOME/state" -type f 2>/dev/null | sort
}

first_of() { # the first file of pattern $2 in folder $1
    find "$1" -maxdepth 1 -name "$2" 2>/dev/null | head -1
}

### 1 an older version
if [ -z "$older" ]; then
    older=$work/older
    title "Making packages of an older version"
    "$here/package.sh" all --fast --version 0.0.9 --out "$older" >"$keep/older.log" 2>&1 ||
        bad "packages of version 0.0.9 are made ($keep/older.log)"
fi
deb=$(first_of "$from" 'daemoneye_*.deb')
old_deb=$(first_of "$older" 'daemoneye_*.deb')
rpm=$(first_of "$from" 'daemoneye-*.rpm')
old_rpm=$(first_of "$older" 'daemoneye-*.rpm')
start_display || bad "a display starts"

### 2 the .deb
if [ "$only" = rpm ]; then title "The .deb was left out: --only rpm"
elif [ -z "$deb" ]; then bad "there is a .deb in $from"; else
    title "The .deb: $(basename "$deb")"
    check "at most 50 MB: $(stat -c %s "$deb") bytes" test "$(stat -c %s "$deb")" -le 50000000
    check "checksum" sh -c "cd '$from' && grep ' $(basename "$deb")\$' SHA256SUMS | sha256sum -c"
    installed=
    prefix=
    if [ "$(id -u)" = 0 ] && ! dpkg -s daemoneye >/dev/null 2>&1; then
        named_files >"$work/before"
        check "the older version installs" dpkg -i "${old_deb:-$deb}"
        installed=yes
        program=/usr/bin/daemoneye
    else
        prefix=$work/deb
        dpkg-deb -x "${old_deb:-$deb}" "$prefix"
        program=$prefix/opt/daemoneye/bin/daemoneye
        passed "not root, or installed already: unpacked into a folder; its scripts did not run"
    fi
    tree=$prefix/opt/daemoneye
    check "installed: at most 120 MB: $(du -sb "$tree" | cut -f1) bytes" \
        test "$(du -sb "$tree" | cut -f1)" -le 120000000
    check "the command line runs" "$program" --version
    check "it says what it is made of" test -s "$tree/legal/THIRD-PARTY.txt"
    if [ -s "$tree/legal/bom.cdx.json" ]; then ok "the bill of materials is in it"; else
        passed "no bill of materials: the distribution was built without -Pbill"
    fi
    if [ -n "$installed" ]; then
        check "the menu entry is valid" desktop-file-validate /usr/share/applications/daemoneye.desktop
        check "the units are valid" systemd-analyze verify /usr/lib/systemd/system/daemoneye-broker.service \
            /usr/lib/systemd/system/daemoneye-agent.service
        check "the services are off" not test -e /etc/systemd/system/multi-user.target.wants/daemoneye-agent.service
    fi
    check "the cache fits" sh -c "DAEMONEYE_JAVA_OPTS=-Xlog:aot:file=$work/aot.log '$program' --version && grep -q 'Using AOT-linked classes: true' $work/aot.log"
    drive deb-old "$program" "$tree"
    remember >"$work/kept"
    find "$HOME" -type f -exec md5sum {} + | sort -k2 >"$work/kept.sums"
    check "settings, versions and audit log are there to be kept: $(wc -l <"$work/kept") files" \
        test "$(wc -l <"$work/kept")" -ge 3

    title "Upgrade"
    if [ -n "$installed" ]; then
        check "the new version installs over the old one" dpkg -i "$deb"
        check "dpkg knows the new version" sh -c "dpkg -s daemoneye | grep -q '^Version: $(dpkg-deb -f "$deb" Version)'"
        check "every file is as it was packed" sh -c "[ -z \"\$(dpkg --verify daemoneye)\" ]"
    else
        rm -rf "$prefix"
        dpkg-deb -x "$deb" "$prefix"
    fi
    check "nothing in the home was touched by it" sh -c "find '$HOME' -type f -exec md5sum {} + | sort -k2 | cmp - '$work/kept.sums'"
    drive deb-new "$program" "$tree" scan_interval_ms=8000
    check "what was kept is still there" sh -c "xargs -d '\n' ls <'$work/kept'"
    check "the audit log is one unbroken chain over both versions" "$program" audit verify
    "$program" console >"$keep/deb-history.log" 2>&1 &
    console=$!
    pids+=("$console")
    within 180 four_live "$program"
    "$program" config history procmond --json >"$work/history.json" 2>&1
    check "the versions of settings of the old version are in the history" grep -q 'tried by the smoke test' "$work/history.json"
    check "the setting that was made last holds" setting_is 8000
    title "A console that is killed"
    kill -9 "$console"
    wait "$console" 2>/dev/null
    check "its collectors end by themselves" within 20 nothing_runs_from "$tree"
    # JavaFX's copies of fonts: nobody can remove them after a kill.
    rm -rf "${work:?}"/tmp/*

    if [ -n "$installed" ]; then
        title "Services, by hand"
        "$here/smoke-services.sh" "$work" "$keep"
        case $? in 0) ok "broker and agent run as a user without rights, and end" ;; *) bad "services ($keep/services.log)" ;; esac
        title "Removal"
        check "it is removed" dpkg --remove daemoneye
        check "programs and command are gone" gone /opt/daemoneye /usr/bin/daemoneye
        check "settings, history and audit of people are still there" sh -c "xargs -d '\n' ls <'$work/kept'"
        # As the services leave it.
        had_private=$([ -d /var/lib/private ] && echo yes)
        mkdir -p /var/lib/private/daemoneye/audit
        ln -sfn private/daemoneye /var/lib/daemoneye
        check "it is purged, with what the services kept" dpkg --purge daemoneye
        [ -n "$had_private" ] || rmdir /var/lib/private 2>/dev/null
        installed=
        named_files >"$work/after"
        check "no file of it is left anywhere" sh -c "comm -13 '$work/before' '$work/after' | tee /dev/stderr | [ \$(wc -l) -eq 0 ]"
    fi
    check "no process of it is left" nothing_runs_from "$tree"
fi

### 3 the .rpm
if [ "$only" = deb ]; then title "The .rpm was left out: --only deb"
elif [ -z "$rpm" ] || ! command -v rpm >/dev/null; then
    title "The .rpm was not tried: there is none, or no rpm to install it with"
else
    title "The .rpm: $(basename "$rpm")"
    sysroot=$work/rpm
    mkdir -p "$sysroot"
    # Where Debian's rpm keeps its list otherwise depends on HOME.
    rpms() { rpm --root "$sysroot" --dbpath /var/lib/rpm "$@"; }
    rpms --initdb 2>/dev/null
    alone=(--nodeps --noscripts)
    check "the older version installs" rpms "${alone[@]}" -i "${old_rpm:-$rpm}"
    [ -z "$old_rpm" ] || check "the new one upgrades it" rpms "${alone[@]}" -U "$rpm"
    check "every file is as it was packed" rpms "${alone[@]}" -V daemoneye
    program=$sysroot/opt/daemoneye/bin/daemoneye
    check "the cache fits" sh -c "DAEMONEYE_JAVA_OPTS=-Xlog:aot:file=$work/aot.log '$program' --version && grep -q 'Using AOT-linked classes: true' $work/aot.log"
    drive rpm "$program" "$sysroot/opt/daemoneye" scan_interval_ms=9000
    check "it is removed" rpms "${alone[@]}" -e daemoneye
    check "no file of it is left" no_named_file "$sysroot"
fi

printf '\n'
if [ "$failures" -eq 0 ]; then echo "smoke: all is well, $checks checks"; else
    echo "smoke: $failures of $((checks + failures)) things are not so"
fi
[ "$failures" -eq 0 ]
