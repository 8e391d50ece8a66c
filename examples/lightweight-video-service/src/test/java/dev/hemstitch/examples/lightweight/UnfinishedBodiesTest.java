package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that begin a body and do not end it, more of them than there are threads. */
class UnfinishedBodiesTest {
    private static final int CLIENTS = 200;
    private static final String HEAD = "POST /v/ts/played?viewer=a HTTP/1.1\r\nHost: a\r\n";

    private static World world;
    private static BothServices services;

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

    @Test
    void manyBodiesThatDoNotComeKeepNobodyElseWaiting() throws IOException {
        for (String service : services.uris()) {
            assertThat(Viewer.get(service, "/health").statusCode()).isEqualTo(200);
            List<Socket> clients = new ArrayList<>();
            try {
                for (int i = 0; i < CLIENTS; i++) {
                    clients.add(opened(service, HEAD + "Content-Length: 20\r\n\r\n{"));
                }
                BothServices.assertAnswersAtOnce(service); // a service waits 30 s for a body
            } finally {
                for (Socket client : clients) {
                    client.close();
                }
            }
        }
    }

    @Test
    void aBodyThatComesInPiecesIsReadWhole() throws Exception {
        for (String service : services.uris()) {
            try (Socket client = opened(service, HEAD + "Connection: close\r\nContent-Length: 19\r\n\r\n")) {
                for (String piece : List.of("{\"from\":", "0,\"to\"", ":0.5}")) {
                    send(client, piece);
                    Thread.sleep(50);
                }
                assertThat(RawRequest.read(client)).startsWith("HTTP/1.1 204");
            }
            try (Socket client = opened(service, HEAD + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n")) {
                for (String piece : List.of("{\"from\":", "0,\"to\"", ":0.5}")) {
                    send(client, Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
                    Thread.sleep(50);
                }
                send(client, "0\r\n\r\n");
                assertThat(RawRequest.read(client)).startsWith("HTTP/1.1 204");
            }
        }
    }

    @Test
    void aBodyThatGrowsTooLongIsRefusedThoughItHasNoEnd() throws Exception {
        for (String service : services.uris()) {
            try (Socket client = opened(service, HEAD + "Connection: close\r\nContent-Length: 100000\r\n\r\n")) {
                for (int i = 0; i < 3; i++) {
                    send(client, " ".repeat(400));
                    Thread.sleep(50);
                }
                assertThat(RawRequest.read(client)).startsWith("HTTP/1.1 413").contains("a report is not so long");
            }
        }
    }

    private static Socket opened(String service, String beginning) throws IOException {
        Socket client = RawRequest.open(service);
        send(client, beginning);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
