#!/bin/sh
# How long the console takes to its first painted window, beside an empty JavaFX window with the
# same Java and the same options, in turn. Needs a display; without one it starts Xvfb.
#
#   installers/start-time.sh [DIST [RUNS]]     (app/target/dist, 9; or an installed package: /opt/daemoneye)
#
# Prints every run and the medians: milliseconds on the wall, and of processor time of the process
# (the collectors that the console starts not counted) until then.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
dist=${1:-$here/../app/target/dist}
runs=${2:-9}
[ -x "$dist/bin/daemoneye" ] || { echo "no distribution in $dist: mvn -q package" >&2; exit 2; }
dist=$(cd "$dist" && pwd -P)
work=$(mktemp -d)
xvfb=

end() {
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    command -v Xvfb >/dev/null || { echo "no display, and no Xvfb to make one" >&2; exit 2; }
    Xvfb -displayfd 3 -screen 0 1600x1000x24 3>"$work/display" >/dev/null 2>&1 &
    xvfb=$!
    until [ -s "$work/display" ]; do kill -0 "$xvfb"; sleep 0.1; done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
fi

# The same Java that bin/daemoneye takes.
# $1: the home of a Java.
new_enough() {
    [ -n "$1" ] && [ -x "$1/bin/java" ] && major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release") &&
        [ "${major:-0}" -ge 25 ]
}
for java in "$dist/runtime" "$dist/lib/runtime" "${JAVA_HOME:-}" \
    "$(readlink -f "$(command -v java || true)" | sed 's,/bin/java$,,')" \
    "$(cat "$dist/lib/build-jdk" 2>/dev/null || true)"; do
    ! new_enough "$java" || break
done
java=$java/bin/java
jars=$(LC_ALL=C && IFS=: && set -- "$dist/lib/"*.jar && printf %s "$*")
cache=
[ ! -r "$dist/lib/console.aot" ] || cache=-XX:AOTCache=$dist/lib/console.aot
if [ -r "$dist/lib/class-path" ]; then
    # A package: its own order of jars, one cache for all, JavaFX in its Java.
    jars=$(sed "s,^,$dist/lib/," "$dist/lib/class-path" | paste -s -d : -)
    [ ! -r "$dist/lib/collector.aot" ] || cache=-XX:AOTCache=$dist/lib/collector.aot
fi

plain() { # EXTRA: an empty window
    if [ -d "$dist/lib/javafx" ]; then set -- --module-path "$dist/lib/javafx" "$@"; fi
    "$java" "@$dist/lib/console.options" "-Ddaemoneye.home=$dist" "$@" \
        -cp "$jars" daemoneye.app.EmptyWindow
}
console() { # window | fleet
    mkdir -p "$work/home"
    DAEMONEYE_HOME=$work/home DAEMONEYE_JAVA_OPTS="-Ddaemoneye.start-watch=$1" \
        "$dist/bin/daemoneye" console
    rm -rf "${work:?}/home"
}

measure() { # NAME COMMAND...
    name=$1
    shift
    began=$(date +%s%3N)
    "$@" >"$work/out" 2>"$work/err" </dev/null || true
    painted=$(awk '$1 == "painted" {at = $2} END {print at}' "$work/out")
    cpu=$(awk '$1 == "painted" {spent = $3} END {print spent}' "$work/out")
    [ -n "$painted" ] || { echo "$name: nothing was painted" >&2; cat "$work/err" >&2; exit 1; }
    wall=$((painted - began))
    printf '%-32s %5d ms   %5d ms processor\n' "$name" "$wall" "$cpu"
    echo "$wall" >>"$work/$name.wall"
    echo "$cpu" >>"$work/$name.cpu"
}

median() { sort -n "$1" | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'; }

echo "$(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime), $runs runs each"
run=0
while [ "$run" -lt "$runs" ]; do
    run=$((run + 1))
    measure empty plain
    [ -z "$cache" ] || measure empty-with-cache plain "$cache"
    measure dashboard console window
    measure live-fleet console fleet
done
echo "load at the end $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime); medians:"
for each in empty empty-with-cache dashboard live-fleet; do
    [ -f "$work/$each.wall" ] || continue
    printf '%-32s %5d ms   %5d ms processor\n' \
        "$each" "$(median "$work/$each.wall")" "$(median "$work/$each.cpu")"
done
ratio() { awk "BEGIN {printf \"%.2f\", $(median "$work/dashboard.$2") / $(median "$work/$1.$2")}"; }
echo "dashboard / empty: $(ratio empty wall) on the wall, $(ratio empty cpu) of processor time"
[ -z "$cache" ] || echo "dashboard / empty with the cache: $(ratio empty-with-cache wall)," \
    "$(ratio empty-with-cache cpu)"
