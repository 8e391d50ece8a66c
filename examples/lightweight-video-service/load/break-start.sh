#!/usr/bin/env bash
# What the start of a break costs: all viewers of a channel refresh within 4 s, and for each the ad server is asked. Needs the jars built
# as load.sh says.
#   examples/lightweight-video-service/load/break-start.sh [VIEWERS] [AD_TIMEOUT_MILLISECONDS] [AD_SERVER_TAKES_MILLISECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
java -Xmx1g -cp "target/lightweight-video-service.jar:../video-service-kit/target/video-service-kit-0.1.0-SNAPSHOT-tests.jar:target/test-classes" \
    dev.hemstitch.examples.lightweight.BreakStartLoad "${1:-10000}" "${2:-800}" "${3:-0}"
