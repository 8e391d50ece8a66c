package dev.hemstitch.ads.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.hemstitch.ads.vmap.VmapException;
import dev.hemstitch.ads.vmap.VmapParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are made to do harm: nothing leaks, nothing hangs, nothing but the declared exception comes out. */
// Size: one hostile response after another.
class HostileAdResponseTest {
    private static final String BODY = "<VAST version='4.0'><Ad><InLine><AdTitle>%s</AdTitle></InLine></Ad></VAST>";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static VastException refused(String text) {
        VastException e = catchThrowableOfType(
                VastException.class, () -> VastParser.create().parse(bytes(text)));
        assertThat(e).isNotNull();
        return e;
    }

    @Test
    void a_file_is_not_read_through_an_entity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        for (String type : List.of(
                "<!DOCTYPE VAST [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>",
                "<!DOCTYPE VAST [<!ENTITY % p SYSTEM '" + secret.toUri() + "'> %p;]>",
                "<!DOCTYPE VAST SYSTEM '" + secret.toUri() + "'>",
                "<!doctype VAST PUBLIC 'x' '" + secret.toUri() + "'>")) {
            VastException e = refused(type + BODY.formatted("&x;"));
            assertThat(e.error()).isEqualTo(VastError.XML_PARSING);
            assertThat(e).hasMessageContaining("document type").hasMessageNotContaining("secret");
        }
    }

    @Test
    void no_connection_is_made_for_an_entity() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            String uri = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            refused("<!DOCTYPE VAST SYSTEM '" + uri + "'>" + BODY.formatted("x"));
            refused("<!DOCTYPE VAST [<!ENTITY x SYSTEM '" + uri + "'>]>" + BODY.formatted("&x;"));
            VastParser.create()
                    .parse(bytes("<VAST version='4.0' xsi:schemaLocation='" + uri + "' xmlns='" + uri + "'>"
                            + "<?xml-stylesheet href='" + uri + "'?><xi:include href='" + uri + "'/></VAST>"));
            server.setSoTimeout(200);
            assertThat(catchThrowableOfType(SocketTimeoutException.class, server::accept))
                    .isNotNull();
        }
    }

    @Test
    void entities_are_not_expanded() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE VAST [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertThat(refused(laughs + "]>" + BODY.formatted("&l29;"))).hasMessageContaining("document type");
        VastResponse response = VastParser.create().parse(bytes(BODY.formatted("&l29;")));
        assertThat(response.ads().get(0).adTitle()).contains("&l29;");
    }

    static Stream<Arguments> beyondLimits() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        String tracking = "<Tracking event='start'>u</Tracking>";
        return Stream.of(
                Arguments.of("10,000 deep", "<VAST>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</VAST>"),
                Arguments.of("10,000 deep and never closed", "<VAST>" + "<a>".repeat(10_000)),
                Arguments.of("100,000 attributes", "<VAST" + attributes + "/>"),
                Arguments.of("1,000,000 events", "<VAST>" + tracking.repeat(1_000_000) + "</VAST>"),
                Arguments.of("100,000 events", "<VAST>" + tracking.repeat(100_000) + "</VAST>"),
                Arguments.of("1,000,000 opening brackets", "<".repeat(1_000_000)),
                Arguments.of("1,000,000 open comments", "<VAST>" + "<!--".repeat(1_000_000)),
                Arguments.of("a name of 3 MB", "<" + "a".repeat(3_000_000) + "/>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beyondLimits")
    void what_is_too_much_is_error_100_and_soon(String name, String text) {
        VastException e = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refused(text));
        assertThat(e.error()).isIn(VastError.XML_PARSING, VastError.SCHEMA);
        assertThat(e.getMessage()).hasSizeLessThan(500);
    }

    static Stream<Arguments> withinLimits() {
        return Stream.of(
                Arguments.of("ampersands", BODY.formatted("&".repeat(500_000))),
                Arguments.of("references", BODY.formatted("&amp;".repeat(500_000))),
                Arguments.of("characters by number", BODY.formatted("&#65;".repeat(500_000))),
                Arguments.of("sections", BODY.formatted("<![CDATA[x]]>".repeat(200_000))),
                Arguments.of("comments", BODY.formatted("<!--x-->".repeat(200_000))),
                Arguments.of("one text", BODY.formatted("x".repeat(4_000_000))),
                Arguments.of("white space", BODY.formatted("\n".repeat(4_000_000) + "x")),
                Arguments.of("ads", "<VAST version='4.0'>" + "<Ad/>".repeat(90_000) + "</VAST>"),
                Arguments.of(
                        "impressions",
                        "<VAST version='4.0'><Ad><InLine>" + "<Impression>u</Impression>".repeat(90_000)
                                + "</InLine></Ad></VAST>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withinLimits")
    void what_is_much_is_read_in_time(String name, String text) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(VastParser.create().parse(bytes(text)).version())
                        .contains("4.0"));
    }

    @Test
    void more_bytes_than_the_limit_are_refused_without_a_copy() {
        byte[] huge = new byte[64 << 20];
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertThat(catchThrowableOfType(
                        VastException.class, () -> VastParser.create().parse(huge)))
                .isNotNull();
        long before = threads.getCurrentThreadAllocatedBytes();
        VastException e = catchThrowableOfType(
                VastException.class, () -> VastParser.create().parse(huge));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(e).hasMessageContaining("67108864 bytes");
        assertThat(allocated).isLessThan(100_000);
    }

    @Test
    void a_response_of_a_gigabyte_is_refused_where_the_embedder_stops_reading() {
        int limit = AdResponseLimits.DEFAULT.maxBytes();
        ResolvedVast resolved = VastResolver.builder((uri, timeout) ->
                        // What a client does that reads one byte more than it needs to know that there is too much.
                        new AdResponseSource.Fetched(new byte[limit + 1], uri))
                .build()
                .load("http://a/");
        assertThat(resolved.failures()).extracting(VastFailure::error).containsExactly(VastError.XML_PARSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\n#EXT-X-ENDLIST",
                "x&#13;&#10;#EXTM3U",
                "a\"b",
                "a&#34;,URI=&#34;b",
                "a&#x85;b",
                "a&#x2028;b",
                "a&#127;b",
                "a&#9;b",
                "<![CDATA[a\nb\"c]]>",
                "a'b"
            })
    void nothing_breaks_a_line_in_what_goes_into_playlists_and_requests(String value) {
        String attribute = value.startsWith("<") ? "x" : value.replace("'", "&apos;");
        VastResponse response = VastParser.create()
                .parse(bytes("<VAST version='4.0'><Ad id='" + attribute + "'><InLine><AdSystem>" + value
                        + "</AdSystem><AdTitle>"
                        + value + "</AdTitle><AdServingId>" + value + "</AdServingId><Impression id='" + attribute
                        + "'>http://x/"
                        + value + "</Impression><Error>" + value + "</Error><Creatives><Creative id='" + attribute
                        + "' adId='"
                        + attribute + "'><UniversalAdId idRegistry='" + attribute + "'>" + value
                        + "</UniversalAdId><Linear>"
                        + "<MediaFiles><MediaFile type='" + attribute + "'>" + value
                        + "</MediaFile></MediaFiles></Linear>"
                        + "</Creative></Creatives></InLine></Ad></VAST>"));
        String shown = response.ads().toString() + response.problems();
        assertThat(shown.chars().filter(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029))
                .isEmpty();
        for (VastUrl impression : response.ads().get(0).impressions()) {
            assertThat(VastMacros.NONE.fill(impression.url())).matches("[!#-;=?-\\[\\]_a-z~]+");
        }
    }

    @Test
    void messages_do_not_tell_queries() {
        VastResponse response = VastParser.create()
                .parse(bytes("<VAST version='4.0'><Ad sequence='http://x/?token=secret'><InLine/></Ad></VAST>"));
        assertThat(response.problems()).hasSize(1);
        assertThat(response.problems().get(0).message()).contains("http://x/?").doesNotContain("secret");
    }

    /** Seeded, so that a failure can be repeated; the seed of a run that failed is in its message. */
    @Test
    void whatever_is_changed_in_a_response_it_is_read_or_refused() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <VAST version="4.2"><Error><![CDATA[http://e/[ERRORCODE]]]></Error><Ad id="1" sequence="1"><InLine>
                <AdTitle>t &amp; &#65;</AdTitle><Impression id="i">http://i/?a=1&b=2</Impression><!-- c --><Expires>5</Expires>
                <Creatives><Creative adId="x"><UniversalAdId idRegistry="r">u</UniversalAdId><Linear skipoffset="00:00:05">
                <Duration>00:00:30.5</Duration><TrackingEvents><Tracking event="progress" offset="25%">http://t</Tracking>
                </TrackingEvents><MediaFiles><MediaFile type="application/x-mpegURL" width="1" fileSize="9">m</MediaFile>
                </MediaFiles><Icons><Icon duration="00:00:01"/></Icons></Linear></Creative></Creatives>
                <Extensions><Extension type="a"><b c="d">e</b></Extension></Extensions></InLine></Ad>
                <Ad><Wrapper><VASTAdTagURI>http://w</VASTAdTagURI></Wrapper></Ad></VAST>"""));
        seeds.add(
                bytes(
                        "<vmap:VMAP xmlns:vmap='http://www.iab.net/vmap-1.0' version='1.0'><vmap:AdBreak timeOffset='00:10:23.125'"
                                + " repeatAfter='00:01:00' breakType='linear'><vmap:AdSource allowMultipleAds='true'><vmap:VASTAdData><VAST"
                                + " version='3.0'/></vmap:VASTAdData></vmap:AdSource><vmap:TrackingEvents><vmap:Tracking event='breakStart'>u"
                                + "</vmap:Tracking></vmap:TrackingEvents></vmap:AdBreak><vmap:AdBreak timeOffset='#2'/></vmap:VMAP>"));
        seeds.add("<VAST version='2.0'><Ad id='1'><InLine/></Ad></VAST>".getBytes(StandardCharsets.UTF_16));
        String[] pieces = {
            "<",
            ">",
            "&",
            ";",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?",
            "?>",
            "<!DOCTYPE",
            "&#",
            "&#x",
            "&#55296;",
            "&amp;",
            "'",
            "\"",
            "/",
            ":",
            "xmlns",
            "\u0000",
            "\uFFFE",
            "%",
            "#",
            "99999999999999999999",
            "-1",
            "00:00:00",
            "<?xml version='1.1'?>"
        };
        long seed = 20_261_123L;
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] changed = mutated(seeds.get(i % seeds.size()), pieces, random);
            try {
                if (i % seeds.size() == 1) {
                    VmapParser.create().parse(changed);
                } else {
                    VastParser.create().parse(changed);
                }
                read++;
            } catch (VastException e) {
                assertThat(e.problem().line()).isPositive();
            } catch (VmapException e) {
                assertThat(e.problem().line()).isPositive();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + " run " + i, e);
            }
        }
        assertThat(read).as("how many were still readable").isBetween(10_000, 90_000);
    }

    private static byte[] mutated(byte[] original, String[] pieces, Random random) {
        byte[] bytes = original.clone();
        for (int n = random.nextInt(2) + 1; n > 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(20)), new byte[0]);
                case 3 -> bytes = spliced(bytes, at, at, bytes(pieces[random.nextInt(pieces.length)]));
                default -> {
                    int end = Math.min(bytes.length, at + random.nextInt(40));
                    bytes = spliced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, at, end));
                }
            }
            if (bytes.length == 0) {
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] result = new byte[from + piece.length + bytes.length - to];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
        return result;
    }

    @Test
    void a_locale_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr", "ar", "de")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                VastResponse response = VastParser.create()
                        .parse(bytes(
                                "<vast version='4.0'><ad ID='I'><INLINE><creatives><creative><linear SKIPOFFSET='00:00:05'>"
                                        + "<mediafiles><MEDIAFILE WIDTH='12' type='APPLICATION/X-MPEGURL'>m</MEDIAFILE></mediafiles>"
                                        + "</linear></creative></creatives></INLINE></ad></vast>"));
                VastAd ad = response.ads().get(0);
                assertThat(ad.id()).contains("I");
                assertThat(ad.linearCreative()
                                .flatMap(VastCreative::linear)
                                .orElseThrow()
                                .hlsMediaFiles())
                        .hasSize(1);
                assertThat(VastMacros.builder()
                                .playhead(VastMacro.ADPLAYHEAD, Duration.ofMillis(61_002))
                                .build()
                                .fill("[adplayhead]"))
                        .isEqualTo("00%3A01%3A01.002");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
