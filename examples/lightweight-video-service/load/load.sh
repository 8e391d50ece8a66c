#!/usr/bin/env bash
# How much slower a stitched playlist is than a plain file of as many bytes from the same server. Needs wrk, and the jars built:
#   mvn --batch-mode -DskipTests -pl examples/lightweight-video-service -am package
#   examples/lightweight-video-service/load/load.sh [ROUNDS] [SECONDS] [redis://host:port|memory] [SNAPSHOT_MILLISECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
seconds=${2:-10}
store=${3:-memory}
snapshot=${4:-0} # 1: nearly every refresh of the channel is stitched anew
port=18080
viewers=10000
url=http://127.0.0.1:$port

: > target/load-server.log
java -Xmx1g -cp "target/lightweight-video-service.jar:../video-service-kit/target/video-service-kit-0.1.0-SNAPSHOT-tests.jar:target/test-classes" \
    dev.hemstitch.examples.lightweight.LoadServer $port "$viewers" "$store" "$snapshot" >> target/load-server.log 2>&1 &
server=$!
trap 'kill $server' EXIT
until grep -q ready target/load-server.log; do sleep 0.2; kill -0 $server; done

measure() { # NAME URL: wrk does the same for files as for playlists, the number of a viewer behind the URL
    wrk --latency -t 1 -c 16 -d "${seconds}s" -s load/viewers.lua "$2?viewer=load-" -- "$viewers" > target/wrk.log
    printf '%-28s %10s requests/s   p99 %s   %s\n' "$1" \
        "$(awk '/Requests\/sec/ {print $2}' target/wrk.log)" \
        "$(awk '/ 99%/ {print $2}' target/wrk.log)" \
        "$(awk '/Non-2xx/ {print "NOT ALL 2xx"}' target/wrk.log)"
}

for name in long:video fmp4:v180-media channel:v180-media; do
    printf '%s: %s bytes\n' "${name%%:*}" "$(curl -s "$url/static/${name%%:*}" | wc -c)"
done
for round in $(seq 0 "$rounds"); do # round 0 warms up, and opens all sessions
    echo "round $round"
    for name in long:video fmp4:v180-media channel:v180-media; do
        title=${name%%:*}
        measure "$title static" "$url/static/$title"
        measure "$title stitched" "$url/v/$title/${name##*:}.m3u8"
    done
done
curl -s "$url/metrics" | grep -E '^(jvm_memory_used_bytes.*heap|hemstitch_)' | grep -v bucket
