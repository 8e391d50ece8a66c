package dev.hemstitch.examples.lightweight;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that no client library would send. */
final class RawRequest {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int SMALL_WINDOW = 4_096;

    private RawRequest() {}

    /** Sends bytes, however much of them is taken, and gives what came back until the connection was closed. */
    static String send(String service, String text) throws IOException {
        try (Socket socket = open(service)) {
            OutputStream out = socket.getOutputStream();
            try {
                out.write(text.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException e) {
                // The service has read enough, and closed: the answer is there all the same.
            }
            return read(socket);
        }
    }

    static String get(String service, String target, String... headers) throws IOException {
        return send(
                service,
                "GET " + target + " HTTP/1.1\r\nHost: service\r\nConnection: close\r\n" + String.join("", headers)
                        + "\r\n");
    }

    static Socket open(String service) throws IOException {
        URI uri = URI.create(service);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** A client that takes little at a time, if it takes anything. */
    static Socket openNarrow(String service) throws IOException {
        URI uri = URI.create(service);
        Socket socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        return socket;
    }

    static String read(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] bytes = new byte[8_192];
        try {
            for (int n = socket.getInputStream().read(bytes);
                    n >= 0;
                    n = socket.getInputStream().read(bytes)) {
                answer.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException e) {
            // A connection that is reset after the answer came.
        }
        return answer.toString();
    }
}
