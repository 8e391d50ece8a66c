package dev.hemstitch.examples.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailureLogTest {
    private final IOException cause = new IOException("why");
    private final Logger logger = (Logger) LoggerFactory.getLogger(FailureLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong seconds = new AtomicLong();
    private final FailureLog log = new FailureLog(() -> TimeUnit.SECONDS.toNanos(seconds.get()));

    @BeforeEach
    void start() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    private List<String> said() {
        return lines.list.stream()
                .map(event -> event.getKeyValuePairs().toString())
                .toList();
    }

    @Test
    void theFirstFailureIsToldAtOnceAndThenOneInHalfAMinuteWithHowManyWereLeftOut() {
        for (int i = 0; i <= 60; i++) {
            seconds.set(i);
            log.failed("sessions", "unavailable", cause);
        }
        assertThat(said()).hasSize(3).allMatch(line -> line.contains("IOException: why"));
        assertThat(said().get(0)).contains("leftOut=\"0\"");
        assertThat(said().get(2)).contains("leftOut=\"29\"");
        assertThat(lines.list).allMatch(event -> event.getLevel() == Level.WARN);
    }

    @Test
    void eachKindOfFailureIsToldForItself() {
        log.failed("sessions", "unavailable", cause);
        log.failed("catalog", "failed", cause);
        log.failed("catalog", "broken", cause);
        assertThat(said()).hasSize(3);
    }

    @Test
    void theInnermostCauseThatSaysSomethingIsTold() {
        ConnectException silent = new ConnectException();
        silent.initCause(new ClosedChannelException());
        assertThat(FailureLog.reason(new IOException("outer", new IllegalStateException("inner"))))
                .isEqualTo("IllegalStateException: inner");
        assertThat(FailureLog.reason(new IOException("outer", silent))).isEqualTo("IOException: outer");
        assertThat(FailureLog.reason(silent)).isEqualTo("ConnectException");
    }

    @Test
    void whatMayNameAViewerIsCutOff() {
        assertThat(FailureLog.reason(new IOException("no http://ads.example/vast?viewer=secret")))
                .isEqualTo("IOException: no http://ads.example/vast");
        assertThat(FailureLog.reason(new IOException("first line\nGET /secret")))
                .isEqualTo("IOException: first line");
        assertThat(FailureLog.reason(new IOException("x".repeat(1_000)))).hasSize("IOException: ".length() + 200);
    }
}
