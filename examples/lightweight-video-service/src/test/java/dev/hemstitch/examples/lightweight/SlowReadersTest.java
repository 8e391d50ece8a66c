package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that ask for much and take nothing of it, more of them than there are threads. */
class SlowReadersTest {
    private static final int CLIENTS = 200;
    private static final int REQUESTS = 60;
    private static final String REQUEST = "GET /v/long/video.m3u8?viewer=a HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final long LONG_PLAYLIST = 100_000;
    /** Of a playlist of 167 KB. */
    private static final long MOST_BYTES_EACH = 400_000;

    private static World world;
    private static BothServices services;

    private final List<Socket> clients = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        world = new World();
        services = BothServices.start(world.configuration());
    }

    @AfterAll
    static void stop() {
        services.close();
        world.close();
    }

    /** What clients have not taken yet; the answer that says so is not part of it. */
    private static long onTheirWay(JettyServer service) {
        return Viewer.text(Viewer.get(service.uri(), "/metrics"))
                .lines()
                .filter(line -> line.startsWith("hemstitch_answers_bytes "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    private void open(JettyServer service) throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            Socket client = RawRequest.openNarrow(service.uri());
            clients.add(client);
            client.getOutputStream().write(REQUEST.repeat(REQUESTS).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static long held() {
        System.gc();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return direct + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static boolean isWriting(StackTraceElement[] stack) {
        return Stream.of(stack)
                        .anyMatch(call -> call.getMethodName().equals("answer")
                                && call.getClassName().startsWith("dev.hemstitch.examples"))
                && Stream.of(stack).anyMatch(call -> call.getMethodName().contains("write"));
    }

    private void assertNobodyElseWaits(JettyServer service) throws Exception {
        assertThat(new Viewer(service.uri(), "long", "a")
                        .get("video.m3u8?viewer=a")
                        .statusCode())
                .isEqualTo(200);
        long before = held();
        open(service);
        Thread.sleep(3_000); // until all that the system takes is taken
        assertThat(Thread.getAllStackTraces().values())
                .as("threads that wait for a client to read")
                .noneMatch(SlowReadersTest::isWriting);
        BothServices.assertAnswersAtOnce(service.uri()); // a client may take 60 s for an answer
        long each = (held() - before) / CLIENTS;
        assertThat(each).isLessThan(MOST_BYTES_EACH);
        assertThat(onTheirWay(service)).isGreaterThan(CLIENTS * LONG_PLAYLIST);
        hangUp();
        long until = System.nanoTime() + BothServices.AT_ONCE.toNanos();
        while (onTheirWay(service) > 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(50);
        }
    }

    @Test
    void manyWhoDoNotReadKeepNobodyElseWaitingAtTheLegacyServiceAndHoldAnAnswerEach() throws Exception {
        assertNobodyElseWaits(services.legacy());
    }

    @Test
    void manyWhoDoNotReadKeepNobodyElseWaitingAtTheLightweightServiceAndHoldAnAnswerEach() throws Exception {
        assertNobodyElseWaits(services.lightweight());
    }
}
