package dev.hemstitch.examples.kit.jetty;

import dev.hemstitch.examples.kit.http.ServiceAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Throws out clients that begin a request and do not come to the end of its headers, and those that do not take their answer. Jetty
 * has a limit for silence, which a byte now and then keeps within for hours, and says nothing when it hangs up; here the time for
 * a whole request is limited, and the client is told, and so is the time for a whole answer, which may hold a thread.
 */
final class SlowClients extends AbstractLifeCycle {
    private static final int LOOKS = 4;
    private static final int ANSWER_TIMES = 4;
    private static final byte[] ANSWER = answer();

    private final Connector connector;
    private final Duration longest;
    private final Map<EndPoint, Seen> seen = new WeakHashMap<>();

    /**
     * What a connection looked like when something came to its end last.
     *
     * @param requests how many requests had come
     * @param answers how many answers had gone
     * @param bytes how many bytes had come
     * @param at the time, by the system's clock of nanoseconds
     */
    private record Seen(long requests, long answers, long bytes, long at) {}

    SlowClients(Connector connector, Duration longest) {
        this.connector = connector;
        this.longest = longest;
    }

    @Override
    protected void doStart() {
        next();
    }

    private void next() {
        Scheduler.Task unused =
                connector.getScheduler().schedule(this::look, longest.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (isRunning()) {
            connector.getConnectedEndPoints().forEach(this::look);
            next();
        }
    }

    private void look(EndPoint client) {
        Connection connection = client.getConnection();
        Seen now = new Seen(
                connection.getMessagesIn(), connection.getMessagesOut(), connection.getBytesIn(), System.nanoTime());
        Seen before = seen.computeIfAbsent(client, added -> new Seen(0, 0, 0, now.at()));
        boolean isAnswering = now.requests() != now.answers();
        boolean hasBegun = now.bytes() != before.bytes();
        if (now.requests() != before.requests() || now.answers() != before.answers() || (!isAnswering && !hasBegun)) {
            seen.put(client, now);
        } else if (isAnswering && now.at() - before.at() >= ANSWER_TIMES * longest.toNanos()) {
            client.close();
        } else if (!isAnswering && now.at() - before.at() >= longest.toNanos()) {
            client.write(Callback.from(client::close), ByteBuffer.wrap(ANSWER));
        }
    }

    private static byte[] answer() {
        byte[] body = ServiceAnswer.errorJson("the request did not come");
        String head = "HTTP/1.1 408 Request Timeout\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        return (head + new String(body, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
    }
}
