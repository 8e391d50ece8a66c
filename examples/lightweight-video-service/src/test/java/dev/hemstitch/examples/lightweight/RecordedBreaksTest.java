package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recorded television of 36 s, whose markers signal a break of 16 s behind the first 8. */
class RecordedBreaksTest {
    private static final String SLATE = "/fmp4/slate/multivariant.m3u8";
    private static final int VIEWERS = 6;

    private final World world = new World();
    private BothServices services;

    private void start(String slate) throws Exception {
        services = BothServices.start(
                world.configuration("ad.timeout.ms", "10000", "slate.urls", world.origin.uri() + slate));
    }

    @AfterEach
    void stop() {
        if (services != null) {
            services.close();
        }
        world.close();
    }

    /** What a viewer sees in a rendition, in order, by seconds; the same from both. */
    private List<String> shown(String viewer, String rendition) {
        String file = rendition + "-media.m3u8?viewer=" + viewer;
        HttpResponse<byte[]> one = new Viewer(services.legacy().uri(), "recorded", viewer).get(file);
        HttpResponse<byte[]> other = new Viewer(services.lightweight().uri(), "recorded", viewer).get(file);
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(one.body());
        List<String> shown = new ArrayList<>();
        double seconds = 0;
        String before = "";
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient().parse(one.body());
        for (MediaSegment segment : playlist.segments()) {
            String source = segment.uri().split("/", -1)[segment.uri().contains("/recorded/") ? 3 : 4];
            if (!source.equals(before) && !before.isEmpty()) {
                shown.add(before + ' ' + Math.round(seconds));
                seconds = 0;
            }
            seconds += segment.durationNanos() / 1e9;
            before = source;
        }
        shown.add(before + ' ' + Math.round(seconds));
        return shown;
    }

    @Test
    void adsAndSlateReplaceTheBreakToTheSecondInEveryRendition() throws Exception {
        start(SLATE);
        for (int i = 0; i < VIEWERS; i++) {
            for (String rendition : List.of("v180", "v90", "audio-en", "audio-de")) {
                assertThat(shown("viewer-" + i, rendition))
                        .as(rendition)
                        .isIn(
                                List.of("recorded 8", "ad-10 10", "slate 6", "recorded 12"),
                                List.of("recorded 8", "ad-15 15", "slate 1", "recorded 12"));
            }
        }
    }

    @Test
    void slateIsNoAdForWhichAnythingIsCalled() throws Exception {
        start(SLATE);
        JsonNode avails = tracking(services.legacy().uri());
        assertThat(avails).hasSize(1).isEqualTo(tracking(services.lightweight().uri()));
        assertThat(avails.get(0).path("ads")).hasSize(1);
    }

    private static JsonNode tracking(String service) throws IOException {
        byte[] json = new Viewer(service, "recorded", "viewer")
                .get("tracking.json?viewer=viewer")
                .body();
        return new ObjectMapper().readTree(json).path("avails");
    }

    @Test
    void withoutAnAdTheBreakShowsItsContent() throws Exception {
        start(SLATE);
        world.ads.fail(Fault.DOWN);
        assertThat(shown("viewer", "v180")).containsExactly("recorded 36");
    }

    @Test
    void withoutASlateContentGoesOnBehindTheAds() throws Exception {
        start("/none/multivariant.m3u8");
        assertThat(shown("viewer", "v180"))
                .hasSize(3)
                .startsWith("recorded 8")
                .noneMatch(what -> what.contains("slate"));
    }
}
