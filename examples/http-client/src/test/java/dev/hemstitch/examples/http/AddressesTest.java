package dev.hemstitch.examples.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts are asked, whatever way they are written. */
class AddressesTest {
    private static final String PUBLIC = "198.41.0.4";

    private static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals)
                .map(literal -> {
                    try {
                        return InetAddress.getByName(literal);
                    } catch (UnknownHostException e) {
                        throw new AssertionError(literal, e);
                    }
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, false",
        "0.1.2.3, false",
        "1.1.1.1, true",
        "9.255.255.255, true",
        "10.0.0.1, false",
        "11.0.0.0, true",
        "100.63.255.255, true",
        "100.64.0.0, false",
        "100.100.100.200, false",
        "100.127.255.255, false",
        "100.128.0.0, true",
        "126.255.255.255, true",
        "127.0.0.1, false",
        "127.255.255.254, false",
        "168.63.129.16, false",
        "168.63.129.17, true",
        "169.253.255.255, true",
        "169.254.169.254, false",
        "172.15.255.255, true",
        "172.16.0.1, false",
        "172.31.255.255, false",
        "172.32.0.0, true",
        "192.0.0.192, false",
        "192.0.1.1, true",
        "192.0.2.1, false",
        "192.88.99.1, false",
        "192.168.1.1, false",
        "192.169.0.1, true",
        "198.17.255.255, true",
        "198.18.0.1, false",
        "198.19.255.255, false",
        "198.20.0.0, true",
        "198.51.100.1, false",
        "203.0.113.1, false",
        "223.255.255.255, true",
        "224.0.0.1, false",
        "239.255.255.250, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "::, false",
        "::1, false",
        "::127.0.0.1, false",
        "::8.8.8.8, false",
        "::ffff:127.0.0.1, false",
        "::ffff:8.8.8.8, true",
        "::ffff:0:127.0.0.1, false",
        "64:ff9b::8.8.8.8, true",
        "64:ff9b::10.0.0.1, false",
        "64:ff9b::169.254.169.254, false",
        "64:ff9b:1::1, false",
        "100::1, false",
        "2001::1, false",
        "2001:1ff:ffff::1, false",
        "2001:200::1, true",
        "2001:db8::1, false",
        "2001:4860:4860::8888, true",
        "2002:7f00:1::1, false",
        "2606:4700::1111, true",
        "3ffe::1, true",
        "3fff:0fff::1, false",
        "4000::1, false",
        "5f00::1, false",
        "fc00::1, false",
        "fd00:ec2::254, false",
        "fe80::1, false",
        "fe80::1%1, false",
        "fec0::1, false",
        "ff02::1, false"
    })
    void only_the_public_internet_is_public(String literal, boolean isPublic) {
        assertThat(AddressPolicy.PUBLIC.allows(addresses(literal).get(0))).isEqualTo(isPublic);
        assertThat(AddressPolicy.ANY.allows(addresses(literal).get(0))).isTrue();
    }

    /** No connection is made and no name looked up: these are refused for what they are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://2130706433/|an address in an unusual form",
                "http://127.1/|",
                "http://127.0.1/|",
                "http://0x7f000001/|an address in an unusual form",
                "http://0x7f.0.0.1/|",
                "http://0X7F.1/|",
                "http://017700000001/|an address in an unusual form",
                "http://0177.0.0.1/|an address in an unusual form",
                "http://127.0.0.01/|an address in an unusual form",
                "http://010.8.8.8/|an address in an unusual form",
                "http://127.0.0.1./|",
                "http://1.2.3.4.5/|",
                "http://256.1.1.1/|",
                "http://example.com.0x7f/|",
                "http://[fe80::1%25eth0]/|an address with a zone",
                "http://[fe80::1%1]/|an address with a zone",
                "http://[::1/|",
                "http://[]/|",
                "http://%31%32%37.0.0.1/|",
                "http://127。0。0。1/|",
                "http://１２７.0.0.1/|",
                "http://ads_server.example.com/|",
                "http:///path|",
                "http://:80/|",
                "http://|",
                "http:|",
                "http:path|",
                "//example.com/|neither of http nor of https",
                "/etc/passwd|neither of http nor of https",
                "file:///etc/passwd|neither of http nor of https",
                "FILE:///etc/passwd|neither of http nor of https",
                "ftp://example.com/|neither of http nor of https",
                "httpx://example.com/|neither of http nor of https",
                "javascript:alert(1)|neither of http nor of https",
                "''|neither of http nor of https",
                "http://user@example.com/|holds credentials",
                "http://user:password@example.com/|holds credentials",
                "http://@example.com/|holds credentials",
                "http://example.com\\@127.0.0.1/|holds credentials",
                "http://example.com@127.0.0.1@example.com/|holds credentials",
                "http://example.com:0/|a port that cannot be",
                "http://example.com:65536/|a port that cannot be",
                "http://example.com:99999999999/|",
                "http://example.com:80:90/|",
                "http://example.com:-1/|",
                "http://a b/|",
                "http://a%0d%0ab/|",
                "http://example.com:25/|the port 25 may not be asked",
                "https://example.com:80443/|a port that cannot be"
            })
    void what_is_no_usual_url_is_refused(String uri, String reason) {
        HttpSource source = HttpSource.builder()
                .addresses(AddressPolicy.ANY)
                .lookup(host -> {
                    throw new AssertionError(host + " is looked up");
                })
                .build();
        assertThatThrownBy(() -> source.fetch(uri))
                .isInstanceOf(RefusedRequestException.class)
                .hasMessageContaining(reason == null ? "URL" : reason)
                .hasMessageNotContaining("password");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com, example.com, 80",
        "HTTPS://Example.COM/, Example.COM, 443",
        "http://example.com./, example.com., 80",
        "http://example.com:/, example.com, 80",
        "https://example.com:8443/, example.com, 8443",
        "http://198.41.0.4/, 198.41.0.4, 80",
        "http://[2001:200::1]:80/, [2001:200::1], 80",
        "http://1e100.net/, 1e100.net, 80",
        "http://xn--bcher-kva.example/, xn--bcher-kva.example, 80"
    })
    void usual_urls_are_asked_for(String uri, String host, int port) throws Exception {
        assertThat(RequestUri.of(uri).host()).isEqualTo(host);
        assertThat(RequestUri.of(uri).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "[::ffff:7f00:1]", "[::7f00:1]", "0.0.0.0"})
    void this_machine_is_refused_by_any_name(String host) throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            server.on("/", 200, "body");
            HttpSource source = HttpSource.builder().ports(Set.of()).build();
            assertThatThrownBy(() -> source.fetch("http://" + host + ":" + server.port() + "/"))
                    .isInstanceOf(RefusedRequestException.class)
                    .hasMessageContaining("has an address that may not be asked");
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void a_host_is_refused_for_any_one_of_its_addresses() {
        HttpSource source = HttpSource.builder()
                .lookup(host -> addresses(PUBLIC, "2606:4700::1111", "10.0.0.1"))
                .build();
        assertThatThrownBy(() -> source.fetch("http://ads.test/"))
                .isInstanceOf(RefusedRequestException.class)
                .hasMessage("the host ads.test has an address that may not be asked, 10.0.0.1");
    }

    @Test
    void names_are_not_looked_up_where_any_address_may_be_asked() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            server.on("/", 200, "body");
            HttpSource source = HttpSource.builder()
                    .ports(Set.of())
                    .addresses(AddressPolicy.ANY)
                    .lookup(host -> {
                        throw new AssertionError(host + " is looked up");
                    })
                    .build();
            assertThat(source.fetch(server.uri("/")).text()).asString().isEqualTo("body");
        }
    }

    /** The name server says a public address for the check, and then, for the connection, that of this machine. */
    @Test
    void an_answer_that_came_from_another_address_than_was_checked_is_thrown_away() throws Exception {
        assumeThat(InetAddress.getByName("localhost").isLoopbackAddress()).isTrue();
        try (LoopbackServer server = new LoopbackServer()) {
            server.on("/", 200, "secret");
            Deque<String> answers = new ArrayDeque<>(List.of(PUBLIC, "127.0.0.1"));
            HttpSource source = HttpSource.builder()
                    .ports(Set.of())
                    .timeout(Duration.ofSeconds(30))
                    .lookup(host -> addresses(answers.remove()))
                    .build();
            assertThatThrownBy(() -> source.fetch("http://localhost:" + server.port() + "/"))
                    .isInstanceOf(RefusedRequestException.class);
            assertThat(server.requests).hasSize(1);
        }
    }
}
