package dev.hemstitch.examples.kit.telemetry;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why something fails: of each kind of failure the first at once, and then one in half a minute, with how many were left out
 * in between, since what fails for one viewer fails for all. Safe for use by several threads.
 */
final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MOST_CAUSES = 20;
    private static final int MOST_LENGTH = 200;

    private final LongSupplier nanoTime;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    FailureLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void failed(String event, String outcome, Throwable cause) {
        kinds.computeIfAbsent(event + ' ' + outcome, key -> new Kind())
                .next(nanoTime.getAsLong())
                .ifPresent(leftOut -> LOG.atWarn()
                        .addKeyValue("event", event)
                        .addKeyValue("outcome", outcome)
                        .addKeyValue("cause", reason(cause))
                        .addKeyValue("leftOut", leftOut)
                        .log("failure"));
    }

    /** The innermost cause that says something; the outermost if none does. Queries name viewers, and are cut off. */
    static String reason(Throwable failure) {
        Throwable telling = failure;
        Throwable cause = failure;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            telling = cause.getMessage() == null ? telling : cause;
            cause = cause.getCause();
        }
        String name = telling.getClass().getSimpleName();
        return telling.getMessage() == null ? name : name + ": " + cut(telling.getMessage());
    }

    private static String cut(String message) {
        int end = 0;
        while (end < Math.min(message.length(), MOST_LENGTH) && "?\r\n".indexOf(message.charAt(end)) < 0) {
            end++;
        }
        return message.substring(0, end);
    }

    private static final class Kind {
        private boolean isKnown;
        private long saidAt;
        private long leftOut;

        /** How many were left out, if it is time to say one; empty if it is not. */
        synchronized OptionalLong next(long now) {
            if (isKnown && now - saidAt < PAUSE.toNanos()) {
                leftOut++;
                return OptionalLong.empty();
            }
            OptionalLong before = OptionalLong.of(leftOut);
            isKnown = true;
            saidAt = now;
            leftOut = 0;
            return before;
        }
    }
}
