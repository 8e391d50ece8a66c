package dev.hemstitch.examples.kit;

import dev.hemstitch.examples.kit.http.Route;
import dev.hemstitch.examples.kit.http.ServiceAnswer;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs and counts requests. A line has what was asked for in our words, the status, and the viewer's hash: no address, no URL, no
 * token. What is answered is logged as debug, what is refused as info, what fails as warning.
 */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private final ServiceMetrics metrics;

    RequestLog(ServiceMetrics metrics) {
        this.metrics = metrics;
    }

    Entry start() {
        return new Entry();
    }

    /** A request that is being answered. */
    final class Entry {
        private final long start = System.nanoTime();
        private Optional<Route> route = Optional.empty();

        void route(Route known) {
            route = Optional.of(known);
        }

        ServiceAnswer end(ServiceAnswer answer) {
            Level level = answer.status() < 400 ? Level.DEBUG : answer.status() < 500 ? Level.INFO : Level.WARN;
            if (LOG.isEnabledForLevel(level)) {
                line(level, answer.status()).log("request");
            }
            count(answer.status());
            return answer;
        }

        ServiceAnswer broken(RuntimeException cause, ServiceAnswer answer) {
            line(Level.ERROR, answer.status()).setCause(cause).log("request");
            count(answer.status());
            return answer;
        }

        private void count(int status) {
            metrics.request(route.map(known -> known.kind().name()).orElse("none"), status, System.nanoTime() - start);
        }

        private LoggingEventBuilder line(Level level, int status) {
            LoggingEventBuilder line = LOG.atLevel(level)
                    .addKeyValue("status", status)
                    .addKeyValue("micros", (System.nanoTime() - start) / 1_000);
            if (route.isEmpty()) {
                return line;
            }
            return line.addKeyValue("route", route.get().kind())
                    .addKeyValue("title", route.get().title())
                    .addKeyValue("rendition", route.get().rendition())
                    .addKeyValue(
                            "viewer",
                            route.get().viewer().map(ViewerToken::hash).orElse(""));
        }
    }
}
