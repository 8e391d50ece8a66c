#!/usr/bin/env bash
# What a channel costs on average, breaks' starts and all: 10,000 open sessions, a break every 120 s, each round from one break to the
# next, all of it counted, and a plain file of as many bytes behind it. Needs wrk, and the jars built as load.sh says.
#   examples/lightweight-video-service/load/channel.sh [ROUNDS] [SNAPSHOT_MILLISECONDS] [AD_TIMEOUT_MILLISECONDS] [redis://host:port|memory]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
snapshot=${2:-250}
timeout=${3:-800}
store=${4:-memory}
port=18082
viewers=10000
segments=30 # of 4 s
url=http://127.0.0.1:$port

: > target/channel-server.log
java -Xmx1g -cp "target/lightweight-video-service.jar:../video-service-kit/target/video-service-kit-0.1.0-SNAPSHOT-tests.jar:target/test-classes" \
    dev.hemstitch.examples.lightweight.LoadServer $port "$viewers" "$store" "$snapshot" "$timeout" "$segments" >> target/channel-server.log 2>&1 &
server=$!
trap 'kill $server' EXIT
until grep -q ready target/channel-server.log; do sleep 0.2; kill -0 $server; done

measure() { # NAME SECONDS URL
    wrk --latency -t 1 -c 16 --timeout 10s -d "$2s" -s load/viewers.lua "$3?viewer=load-" -- "$viewers" > target/wrk.log
    printf '%-9s %9s requests/s   p50 %8s   p99 %8s   %s   load %s\n' "$1" \
        "$(awk '/Requests\/sec/ {print $2}' target/wrk.log)" \
        "$(awk '/ 50%/ {print $2}' target/wrk.log)" \
        "$(awk '/ 99%/ {print $2}' target/wrk.log)" \
        "$(awk '/Non-2xx|Socket errors/ {printf "%s ", $0}' target/wrk.log)" \
        "$(cut -d ' ' -f 1 /proc/loadavg)"
}
held() { # what is in use behind a full collection, in MB
    jcmd $server GC.run > /dev/null
    curl -s "$url/metrics" | awk '/^jvm_memory_used_bytes.*area="heap"/ {used += $NF} END {printf "%.0f", used / 1048576}'
}

printf '%s bytes\n' "$(curl -s "$url/static/channel" | wc -c)"
for round in $(seq 0 "$rounds"); do # round 0 warms up, and is half as long
    part=$((round == 0 ? 2 : 1))
    printf 'round %s   heap %s MB   process %s MB\n' "$round" "$(held)" "$(($(awk '/VmRSS/ {print $2}' /proc/$server/status) / 1024))"
    measure stitched $((segments * 4 / part)) "$url/v/channel/v180-media.m3u8"
    measure file $((segments * 2 / part)) "$url/static/channel"
done
printf 'at the end   heap %s MB   process %s MB\n' "$(held)" "$(($(awk '/VmRSS/ {print $2}' /proc/$server/status) / 1024))"
curl -s "$url/metrics" | grep -E '^hemstitch_(ad|live|sessions|requests_seconds_count)' | grep -v bucket
