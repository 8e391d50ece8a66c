package dev.hemstitch.examples.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource.Fetched;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.Filler;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.examples.kit.playback.TitlePlaylists;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrackedAdsTest {
    private static final String ORIGIN = "http://origin.example/all.m3u8";
    private static final Presentation CHANNEL =
            Presentation.ofMedia(MediaPlaylist.builder(4).build(), "http://origin.example/a.m3u8");

    private final LiveChannel channel = new LiveChannel(
            "channel", TitlePlaylists.read(ORIGIN, TrackedAdsTest::fetch, Optional.empty(), new ServiceMetrics()));
    private final TrackedAds tracked = new TrackedAds();
    private final AtomicInteger times = new AtomicInteger();

    TrackedAdsTest() throws IOException {}

    private static Fetched fetch(String uri) {
        String text = uri.equals(ORIGIN)
                ? "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n"
                : "#EXTM3U\n#EXT-X-TARGETDURATION:4\n";
        return new Fetched(text.getBytes(StandardCharsets.UTF_8), uri);
    }

    private static List<LiveAd> ads(String id) {
        return List.of(LiveAd.of(Ad.unavailable(id, SkipReason.AD_UNAVAILABLE, ""), CHANNEL, Filler.NONE));
    }

    private BreakAds.Decided decided(String id) {
        return new BreakAds.Decided(
                new BreakQuestion("http://ads.example/", BreakQuestion.Place.BREAK, -1, Map.of(), ""),
                channel,
                ads(id),
                new AtomicLong());
    }

    private List<LiveAd> read(BreakAds.Decided decided, String id) {
        return tracked.of("break", decided, () -> {
            times.incrementAndGet();
            return ads(id);
        });
    }

    @Test
    void responsesAreReadOnceForABreak() {
        BreakAds.Decided decided = decided("red");
        assertThat(read(decided, "red")).isSameAs(read(decided, "red"));
        assertThat(times).hasValue(1);
    }

    @Test
    void whatWasDecidedAnewIsReadAnew() {
        assertThat(read(decided("red"), "red")).isNotSameAs(read(decided("red"), "red"));
    }

    @Test
    void adsThatLackPlaylistsAreNotKept() {
        BreakAds.Decided decided = decided("red");
        read(decided, "lost");
        read(decided, "red");
        read(decided, "red");
        assertThat(times).hasValue(2);
    }
}
