package dev.hemstitch.examples.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.Filler;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.core.model.MediaPlaylist;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrackedAdsTest {
    private static final Presentation CHANNEL =
            Presentation.ofMedia(MediaPlaylist.builder(4).build(), "http://origin.example/a.m3u8");

    private final TrackedAds tracked = new TrackedAds();
    private final AtomicInteger times = new AtomicInteger();

    private static List<LiveAd> ads(String id) {
        return List.of(LiveAd.of(Ad.unavailable(id, SkipReason.AD_UNAVAILABLE, ""), CHANNEL, Filler.NONE));
    }

    private static BreakAds.Decided decided(String id) {
        return new BreakAds.Decided(
                new BreakQuestion("http://ads.example/", BreakQuestion.Place.BREAK, -1, Map.of(), ""), ads(id));
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
