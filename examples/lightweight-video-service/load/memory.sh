#!/usr/bin/env bash
# Whether memory stays flat: 10,000 open sessions of each title, refreshed steadily; once a minute, what the heap holds behind a full
# collection, and what the process takes. Needs wrk, and the jars built as load.sh says.
#   examples/lightweight-video-service/load/memory.sh [MINUTES] [redis://host:port]
set -euo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-10}
store=${2:-memory}
port=18081
viewers=10000
url=http://127.0.0.1:$port

: > target/memory-server.log
java -Xmx1g -cp "target/lightweight-video-service.jar:../video-service-kit/target/video-service-kit-0.1.0-SNAPSHOT-tests.jar:target/test-classes" \
    dev.hemstitch.examples.lightweight.LoadServer $port "$viewers" "$store" 0 >> target/memory-server.log 2>&1 &
server=$!
trap 'kill $server $(jobs -p) 2> /dev/null' EXIT
until grep -q ready target/memory-server.log; do sleep 0.2; kill -0 $server; done

for path in long/video fmp4/v180-media channel/v180-media; do
    wrk -t 1 -c 4 -d "$((minutes * 60 + 30))s" -s load/steadily.lua "$url/v/$path.m3u8?viewer=load-" -- "$viewers" > "target/memory-${path%%/*}.log" &
done
held() { # what is in use a moment after a full collection, in MB: requests go on meanwhile
    jcmd $server GC.run > /dev/null
    curl -s "$url/metrics" | awk '/^jvm_memory_used_bytes.*area="heap"/ {used += $NF} END {printf "%.1f\n", used / 1048576}'
}
for minute in $(seq 0 "$minutes"); do
    heap=$(for _ in 1 2 3; do held; done | sort -n | head -n 1)
    answered=$(curl -s "$url/metrics" | awk '/^hemstitch_requests_seconds_count.*status="200"/ {count += $NF} END {printf "%.0f", count}')
    others=$(curl -s "$url/metrics" | awk '/^hemstitch_requests_seconds_count/ && !/status="200"/ {count += $NF} END {printf "%.0f", count}')
    printf 'minute %2d   heap %6s MB   process %4d MB   answered %8s   otherwise than with 200: %s\n' "$minute" "$heap" \
        "$(($(awk '/VmRSS/ {print $2}' /proc/$server/status) / 1024))" "$answered" "$others"
    [ "$minute" = "$minutes" ] || sleep 59
done
