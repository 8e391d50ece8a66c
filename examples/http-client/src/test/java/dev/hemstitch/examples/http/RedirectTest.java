package dev.hemstitch.examples.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    private LoopbackServer server;
    private HttpSource source;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        source = server.source().timeout(Duration.ofSeconds(30)).build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "301, /b, /b",
        "302, b?y=2, /a/b?y=2",
        "303, ../b, /b",
        "307, ?y=2, /a/start?y=2",
        "308, /b#part, /b",
        "302, /b c, /b%20c"
    })
    void references_are_followed_and_the_last_uri_is_told(int status, String location, String expected)
            throws IOException {
        server.on("/", 200, "body").on("/a/start", exchange -> {
            boolean first = exchange.getRequestURI().getQuery().equals("x=1");
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(first ? status : 200, -1);
        });
        assertThat(source.fetch(server.uri("/a/start?x=1")).uri()).isEqualTo(server.uri(expected));
    }

    @Test
    void a_place_in_utf_8_is_understood() throws IOException {
        String bytes = new String("/\u00e9".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        server.redirect("/a", bytes).on("/", 200, "body");
        assertThat(source.fetch(server.uri("/a")).uri()).isEqualTo(server.uri("/%C3%A9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.com/",
                "jar:http://example.com/!/",
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.2/",
                "http://localhost:1/../",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "//10.0.0.1/",
                "http://2130706433/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://user:password@example.com/",
                "http:///",
                "http:relative"
            })
    void a_redirect_to_what_may_not_be_asked_is_refused(String location) {
        server.redirect("/a", location);
        // The name localhost is this server's too; only its address in the URI may be asked.
        HttpSource strict = server.source()
                .addresses(address -> LoopbackServer.THIS_AND_PUBLIC.allows(address)
                        && !address.toString().startsWith("localhost"))
                .timeout(Duration.ofSeconds(30))
                .build();
        assertThatThrownBy(() -> strict.fetch(server.uri("/a"))).isInstanceOf(RefusedRequestException.class);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void a_redirect_to_another_port_is_refused_where_ports_are_listed() {
        server.redirect("/a", "http://127.0.0.1:25/");
        HttpSource one = server.source().ports(Set.of(server.port())).build();
        assertThatThrownBy(() -> one.fetch(server.uri("/a")))
                .isInstanceOf(RefusedRequestException.class)
                .hasMessage("the port 25 may not be asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/b", "", "#x"})
    void circles_end(String last) {
        server.redirect("/a", "/b").redirect("/b", last);
        assertThatIOException()
                .isThrownBy(() -> source.fetch(server.uri("/a")))
                .withMessage("the server redirects in a circle");
        assertThat(server.requests).hasSize(2);
    }

    @Test
    void a_redirect_to_nowhere_is_told() {
        server.on("/a", 302, "");
        assertThatIOException()
                .isThrownBy(() -> source.fetch(server.uri("/a")))
                .withMessage("the server redirects to nowhere");
    }

    @Test
    void five_redirects_are_followed_and_not_six() throws IOException {
        for (int i = 0; i < 6; i++) {
            server.redirect("/" + i, "/" + (i + 1));
        }
        server.on("/6", 200, "body");
        assertThat(source.fetch(server.uri("/1")).text()).asString().isEqualTo("body");
        assertThat(server.requests).hasSize(6);
        assertThatIOException()
                .isThrownBy(() -> source.fetch(server.uri("/0")))
                .withMessage("the server redirects more than 5 times");
        assertThat(server.requests).hasSize(12);
        HttpSource none = server.source().mostRedirects(0).build();
        assertThatIOException()
                .isThrownBy(() -> none.fetch(server.uri("/5")))
                .withMessage("the server redirects more than 0 times");
    }

    @Test
    void from_https_to_http_only_if_allowed(@TempDir Path folder) throws Exception {
        SSLContext tls = selfSigned(folder.resolve("keys.p12"));
        HttpsServer https = HttpsServer.create();
        https.setHttpsConfigurator(new HttpsConfigurator(tls));
        HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
        server.on("/b", 200, "body");
        try (LoopbackServer secure = new LoopbackServer("https", https)) {
            secure.redirect("/a", server.uri("/b")).redirect("/same", "/c").on("/c", 200, "secure");
            server.redirect("/up", secure.uri("/c"));
            HttpSourceBuilder builder = server.source().client(client).timeout(Duration.ofSeconds(30));
            assertThatThrownBy(() -> builder.build().fetch(secure.uri("/a")))
                    .isInstanceOf(RefusedRequestException.class)
                    .hasMessage("the server redirects from https to http");
            assertThat(server.requests).isEmpty();
            assertThat(builder.build().fetch(secure.uri("/same")).text())
                    .asString()
                    .isEqualTo("secure");
            assertThat(builder.build().fetch(server.uri("/up")).text())
                    .asString()
                    .isEqualTo("secure");
            assertThat(builder.allowDowngrade().build().fetch(secure.uri("/a")).text())
                    .asString()
                    .isEqualTo("body");
        }
    }

    /** A certificate for 127.0.0.1, made here: no private key lies about in the sources. */
    private static SSLContext selfSigned(Path keys) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storepass",
                        "password",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        char[] password = "password".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, password);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, password);
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("a", store.getCertificate("a"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
