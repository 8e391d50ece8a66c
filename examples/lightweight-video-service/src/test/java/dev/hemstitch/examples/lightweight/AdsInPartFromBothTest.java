package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.LiveOrigin;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An ad of which one rendition cannot be had plays with those that can, the same at both services. */
class AdsInPartFromBothTest {
    /** Whose film has both ads. */
    private static final String VIEWER = "other";

    private static final String HIGH = "v180-media.m3u8?viewer=" + VIEWER;
    private static final String LOW = "v90-media.m3u8?viewer=" + VIEWER;

    private World world;
    private BothServices services;

    @BeforeEach
    void start() throws Exception {
        world = new World();
        services = BothServices.start(world.configuration("ad.timeout.ms", "10000", "live.snapshot.ms", "1"));
    }

    @AfterEach
    void stop() {
        services.close();
        world.close();
    }

    /** What both answer, the same. */
    private String same(String title, String file) {
        HttpResponse<byte[]> answer = services.same(title, VIEWER, file);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Viewer.text(answer);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aRenditionOfAFilmGetsAnotherOneOfTheAdForTheOneThatIsMissing(Fault fault) {
        world.origin.fail("ad-10/v180", fault);
        assertThat(same("fmp4", HIGH)).contains("/ad-10/v90/", "/ad-15/v180/");
        assertThat(same("fmp4", LOW)).contains("/ad-10/v90/", "/ad-15/v90/");
        world.origin.fail(Fault.NONE);
        assertThat(same("fmp4", HIGH)).doesNotContain("/ad-10/v180/");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aRenditionOfAChannelGetsAnotherOneOfTheAdForTheOneThatIsMissing(Fault fault) throws InterruptedException {
        world.origin.fail("ad-10/v180", fault);
        StringBuilder high = new StringBuilder();
        StringBuilder low = new StringBuilder();
        for (int i = 0; i < LiveOrigin.CYCLE; i++) {
            Thread.sleep(2); // a snapshot serves for 1 ms
            high.append(same("channel", HIGH));
            low.append(same("channel", LOW));
            world.live.advance();
        }
        assertThat(high.toString()).contains("/ad-10/v90/", "/ad-15/v180/").doesNotContain("/ad-10/v180/");
        assertThat(low.toString()).contains("/ad-10/v90/", "/ad-15/v90/");
    }

    @Test
    void anAdThatHasNoSoundWhereTheContentHasPlaysNowhere() {
        world.origin.fail("ad-10/audio", Fault.DOWN);
        for (String rendition : new Viewer(services.legacy().uri(), "fmp4", VIEWER).renditions()) {
            assertThat(same("fmp4", rendition)).contains("/ad-15/").doesNotContain("/ad-10/");
        }
    }
}
