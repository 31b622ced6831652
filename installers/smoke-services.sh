#!/usr/bin/env bash
# Runs what the two units start, as they start it, without systemd: a user without rights, their
# folders, their environment. Part of smoke-test.sh; as root. $1 a folder to work in, $2 for the log.
set -uo pipefail
log=$2/services.log
: >"$log"
units=/usr/lib/systemd/system
run=/run/daemoneye
state=/var/lib/daemoneye
if [ -e $run ] || [ -e $state ]; then
    echo "$run or $state is there already" >>"$log"
    exit 1
fi
install -d -o nobody -m 700 $run $state
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
    rm -rf $run $state
}
trap finish EXIT

start() { # unit
    local line environment
    line=$(sed -n 's/^ExecStart=//p' "$units/$1")
    environment=$(sed -n 's/^Environment=//p' "$units/$1")
    # shellcheck disable=SC2086
    env -i PATH=/usr/bin:/bin HOME=/ $environment \
        setpriv --reuid=nobody --regid=nogroup --clear-groups --no-new-privs --inh-caps=-all \
        --bounding-set=-all $line >>"$log" 2>&1 &
    pids+=($!)
}
until_so() { # seconds command…
    local end=$((SECONDS + $1))
    shift
    until "$@" >>"$log" 2>&1; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.5
    done
}
fleet() { /usr/bin/daemoneye --connect unix:$run/broker.sock fleet list --json 2>/dev/null || /usr/bin/daemoneye fleet list --json --connect unix:$run/broker.sock; }
four() { [ "$(fleet | grep -o '"liveness": *"live"' | wc -l)" -eq 4 ]; }
gone() { ! kill -0 "$1" 2>/dev/null; }

start daemoneye-broker.service
until_so 60 test -S $run/broker.sock || { echo "the broker does not listen" >>"$log"; exit 1; }
start daemoneye-agent.service
until_so 180 four || { echo "no four live collectors" >>"$log"; exit 1; }
fleet >>"$log"
kill -TERM "${pids[1]}"
until_so 45 gone "${pids[1]}" || { echo "the agent does not end" >>"$log"; exit 1; }
kill -TERM "${pids[0]}"
until_so 10 gone "${pids[0]}" || { echo "the broker does not end" >>"$log"; exit 1; }
find $state >>"$log"
