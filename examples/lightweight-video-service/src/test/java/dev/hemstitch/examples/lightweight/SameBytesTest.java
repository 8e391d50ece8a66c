package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.world.CatalogDouble;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import dev.hemstitch.examples.legacy.LegacyVideoService;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both services, each with a session store of its own, asked for the same. */
class SameBytesTest {
    private static final int TOKENS = 150;

    private static World world;
    private static JettyServer legacy;
    private static JettyServer lightweight;

    @BeforeAll
    static void start() throws Exception {
        world = new World();
        legacy = LegacyVideoService.server(world.configuration("ad.timeout.ms", "10000"))
                .start();
        lightweight = LightweightVideoService.server(world.configuration("ad.timeout.ms", "10000"))
                .start();
    }

    @AfterAll
    static void stop() {
        legacy.stop();
        lightweight.stop();
        world.close();
    }

    @Test
    void everyTitleRenditionAndViewerGetsTheSameBytesFromBoth() {
        int compared = 0;
        Set<String> different = new HashSet<>();
        for (String title : CatalogDouble.KINDS) {
            for (int i = 0; i < TOKENS; i++) {
                List<HttpResponse<byte[]>> ones = viewer(legacy, title, i).all();
                List<HttpResponse<byte[]>> others =
                        viewer(lightweight, title, i).all();
                assertThat(others).hasSameSizeAs(ones);
                for (int k = 0; k < ones.size(); k++) {
                    assertSame(ones.get(k), others.get(k));
                    different.add(title + Viewer.text(ones.get(k)));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(2_500);
        assertThat(different).as("viewers get different ads").hasSizeGreaterThan(TOKENS * CatalogDouble.KINDS.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DOWN", "GARBAGE"})
    void theBytesAreTheSameAlsoOfThoseWhoCameWhileTheAdServerFailed(Fault fault) {
        world.ads.fail(fault);
        for (String title : CatalogDouble.KINDS) {
            for (int i = 0; i < 20; i++) {
                String token = fault + "-" + i;
                List<HttpResponse<byte[]>> ones = new Viewer(legacy.uri(), title, token).all();
                List<HttpResponse<byte[]>> others = new Viewer(lightweight.uri(), title, token).all();
                assertThat(others).hasSameSizeAs(ones);
                for (int k = 0; k < ones.size(); k++) {
                    assertSame(ones.get(k), others.get(k));
                }
            }
        }
    }

    @AfterEach
    void mend() {
        world.ads.fail(Fault.NONE);
    }

    @Test
    void trackingIsTheSameToo() {
        for (String title : CatalogDouble.KINDS) {
            for (int i = 0; i < 20; i++) {
                String file = "tracking.json?viewer=token-" + i;
                assertSame(
                        viewer(legacy, title, i).get(file),
                        viewer(lightweight, title, i).get(file));
            }
        }
    }

    @Test
    void refusalsAreTheSameToo() {
        for (String path : List.of(
                "/v/none/multivariant.m3u8?viewer=a",
                "/v/ts/none.m3u8?viewer=a",
                "/v/ts/v90-media.m3u8",
                "/v/ts/multivariant.m3u8?viewer=" + "a".repeat(65),
                "/v/ts/played?viewer=a",
                "/v/lost/multivariant.m3u8?viewer=a",
                "/v/%2e%2e/multivariant.m3u8",
                "/v/ts/%2f..%2fmultivariant.m3u8",
                "/v/ts/no-subtitles.vtt",
                "/health")) {
            HttpResponse<byte[]> one = Viewer.get(legacy.uri(), path);
            HttpResponse<byte[]> other = Viewer.get(lightweight.uri(), path);
            assertThat(other.statusCode()).as(path).isEqualTo(one.statusCode());
            assertThat(Viewer.text(other)).as(path).isEqualTo(Viewer.text(one));
        }
    }

    @Test
    void headRequestsGetTheSameHeadersAndNothingElse() {
        String path = "/v/ts/v90-media.m3u8?viewer=token-1";
        for (JettyServer service : List.of(legacy, lightweight)) {
            HttpResponse<byte[]> answer = Viewer.send(HttpRequest.newBuilder(URI.create(service.uri() + path))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map())
                    .isEqualTo(Viewer.get(service.uri(), path).headers().map());
        }
    }

    @Test
    void whatIsPlayedHoldsTheViewersAds() {
        for (String title : CatalogDouble.KINDS) {
            Viewer viewer = viewer(lightweight, title, 0);
            String rendition = viewer.renditions().get(0);
            MediaPlaylist playlist = (MediaPlaylist)
                    PlaylistParser.lenient().parse(viewer.get(rendition).body());
            Map<String, Integer> segments = new HashMap<>();
            playlist.segments().forEach(segment -> segments.merge(source(segment.uri()), 1, Integer::sum));
            assertThat(segments).containsKey("content").hasSizeGreaterThan(1);
            assertThat(playlist.segments().stream().filter(segment -> segment.isDiscontinuity()))
                    .hasSize(6 - 1);
        }
    }

    /** The sample that a segment's absolute URI comes from. */
    private static String source(String uri) {
        assertThat(uri).startsWith(world.origin.uri());
        return uri.substring(world.origin.uri().length()).split("/", -1)[2];
    }

    private static Viewer viewer(JettyServer service, String title, int number) {
        return new Viewer(service.uri(), title, "token-" + number);
    }

    private static void assertSame(HttpResponse<byte[]> one, HttpResponse<byte[]> other) {
        assertThat(one.statusCode()).as(Viewer.text(one)).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().map()).isEqualTo(one.headers().map());
        assertThat(other.body()).isEqualTo(one.body());
    }
}
