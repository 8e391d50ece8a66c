package dev.hemstitch.examples.demo.process;

import com.sun.net.httpserver.HttpServer;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A program as the demo starts them. */
final class EchoProgram {
    private EchoProgram() {}

    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(reader);
        }
        int port = Integer.parseInt(properties.getProperty("port"));
        byte[] greeting = properties.getProperty("greeting").getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, greeting.length);
                exchange.getResponseBody().write(greeting);
            }
        });
        server.start();
        System.out.println(
                "listening on http://127.0.0.1:" + server.getAddress().getPort());
    }
}
