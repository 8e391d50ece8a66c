package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One rendition that its origin does not have takes no other with it. */
class MissingRenditionTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HIGH = "v180-media.m3u8?viewer=viewer";

    private World world;
    private BothServices services;

    @BeforeEach
    void start() throws Exception {
        world = new World();
        services = BothServices.start(world.configuration("ad.timeout.ms", "10000", "origin.timeout.ms", "1000"));
    }

    @AfterEach
    void stop() {
        services.close();
        world.close();
    }

    private Viewer viewer(String service, String title) {
        return new Viewer(service, title, "viewer");
    }

    /** What both answer, the same. */
    private HttpResponse<byte[]> same(String title, String file) {
        return services.same(title, "viewer", file);
    }

    private List<String> listed(String title) {
        assertThat(same(title, "multivariant.m3u8?viewer=viewer").statusCode()).isEqualTo(200);
        return viewer(services.legacy().uri(), title).renditions();
    }

    private void assertRefusedByItself(String title, String missing, int others) {
        List<String> listed = listed(title);
        assertThat(listed).hasSize(others).doesNotContain(missing);
        assertThat(same(title, missing).statusCode()).isEqualTo(502);
        assertThat(Viewer.text(same(title, missing)))
                .isEqualTo("{\"error\":\"the rendition cannot be had from its origin\"}\n");
        for (String rendition : listed) {
            assertThat(same(title, rendition).statusCode()).as(rendition).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aVariantOfAFilmThatIsMissingIsRefusedAloneAndTheOthersPlayWithTheirAds(Fault fault) {
        world.origin.fail("content/v180/media", fault);
        assertRefusedByItself("fmp4", HIGH, 6);
        assertThat(Viewer.text(same("fmp4", "v90-media.m3u8?viewer=viewer"))).contains("/ad-1");
        assertThat(same("fmp4", "tracking.json?viewer=viewer").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aVariantOfAChannelThatIsMissingIsRefusedAloneAndTheOthersPlayWithTheirAds(Fault fault) {
        world.live.advanceToBreak();
        world.live.advance();
        world.live.fail("v180/media", fault);
        assertRefusedByItself("channel", HIGH, 4);
        assertThat(Viewer.text(same("channel", "v90-media.m3u8?viewer=viewer"))).contains("/ad-1");
    }

    @Test
    void theOnlySoundOfAFilmIsListedAndRefusedAloneWhileThePictureIsThere() {
        world.origin.fail("content/audio", Fault.DOWN);
        List<String> listed = listed("fmp4");
        assertThat(listed).contains("audio-en-media.m3u8?viewer=viewer", "audio-de-media.m3u8?viewer=viewer");
        for (String rendition : listed) {
            assertThat(same("fmp4", rendition).statusCode())
                    .as(rendition)
                    .isEqualTo(rendition.startsWith("audio") ? 502 : 200);
        }
    }

    @Test
    void whatIsBackIsListedSoonWithTheBytesThatItAlwaysHas() throws Exception {
        List<String> whole = listed("plain");
        String bytes = Viewer.text(same("plain", HIGH));
        services.close();
        world.origin.fail("content/v180/media", Fault.DOWN);
        services = BothServices.start(world.configuration());
        assertRefusedByItself("plain", HIGH, whole.size() - 1);
        world.origin.fail(Fault.NONE);
        for (String service : services.uris()) {
            long until = System.nanoTime() + SOON.toNanos();
            while (viewer(service, "plain").get(HIGH).statusCode() != 200) {
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.sleep(200);
            }
        }
        assertThat(listed("plain")).isEqualTo(whole);
        assertThat(Viewer.text(same("plain", HIGH))).isEqualTo(bytes);
    }

    @Test
    void whatIsGoneAfterItWasReadPlaysOn() {
        List<String> whole = listed("fmp4");
        world.origin.fail("content/v180/media", Fault.DOWN);
        assertThat(listed("fmp4")).isEqualTo(whole);
        assertThat(same("fmp4", HIGH).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAnyVariantThereIsNoTitle() {
        world.origin.fail("content/v", Fault.DOWN);
        assertThat(same("fmp4", "multivariant.m3u8?viewer=viewer").statusCode()).isEqualTo(502);
    }
}
