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
 * Throws out clients that begin a request and do not come to the end of its headers. Jetty has a limit for silence, which a byte
 * now and then keeps within for hours, and says nothing when it hangs up; here the time for a whole request is limited, and the
 * client is told.
 */
final class SlowClients extends AbstractLifeCycle {
    private static final int LOOKS = 4;
    private static final byte[] ANSWER = answer();

    private final Connector connector;
    private final Duration longest;
    private final Map<EndPoint, Quiet> quiet = new WeakHashMap<>();

    /**
     * When nothing of a request that is not whole yet was there last.
     *
     * @param requests how many requests had come whole
     * @param bytes how many bytes had come
     * @param at the time, by the system's clock of nanoseconds
     */
    private record Quiet(long requests, long bytes, long at) {}

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
        long now = System.nanoTime();
        long requests = connection.getMessagesIn();
        boolean isAnswering = requests != connection.getMessagesOut();
        Quiet before = quiet.computeIfAbsent(client, added -> new Quiet(0, 0, now));
        if (isAnswering || requests != before.requests() || connection.getBytesIn() == before.bytes()) {
            quiet.put(client, new Quiet(requests, connection.getBytesIn(), now));
        } else if (now - before.at() >= longest.toNanos()) {
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
