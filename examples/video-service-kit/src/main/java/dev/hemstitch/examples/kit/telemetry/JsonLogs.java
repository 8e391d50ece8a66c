package dev.hemstitch.examples.kit.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Logs as one JSON object a line, on standard error; standard output says where the service listens. */
public final class JsonLogs {
    private static final List<String> OF_THE_SERVER = List.of(
            "org.eclipse.jetty.util.thread.strategy",
            "org.eclipse.jetty.server.AbstractConnector",
            "org.eclipse.jetty.util.thread.SerializedInvoker");

    private JsonLogs() {}

    /**
     * Sets logging up, in code: reading an XML file for it would take a good part of the time that starting takes.
     *
     * @param level the least that is logged, such as {@code info}
     */
    public static void start(String level) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithContext(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("standard error");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.toLevel(level, Level.INFO));
        // What others have to say in detail may name addresses and headers: it is not asked for.
        // Jetty's lines about a request, an answer or a connection name the whole URL, and so the viewer's token, even
        // as
        // warnings: JsonErrors says what failed. What Jetty says of tasks that fail and of its port has no request.
        context.getLogger("org.eclipse.jetty").setLevel(Level.OFF);
        OF_THE_SERVER.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        context.getLogger("redis.clients").setLevel(Level.WARN);
        context.getLogger("io.micrometer").setLevel(Level.WARN);
    }
}
