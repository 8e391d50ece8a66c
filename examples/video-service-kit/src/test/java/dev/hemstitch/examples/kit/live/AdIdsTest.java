package dev.hemstitch.examples.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.SkipReason;
import org.junit.jupiter.api.Test;

class AdIdsTest {
    private static final String KEY = "channel/viewer/abcdefgh";

    private final Ad ad = Ad.unavailable("red", SkipReason.AD_UNAVAILABLE, "of no use here");

    @Test
    void twoAdsOfOneCreativeInABreakHaveTwoIds() {
        assertThat(AdIds.of(KEY, 0, ad)).isNotEqualTo(AdIds.of(KEY, 1, ad)).isEqualTo(AdIds.of(KEY, 0, ad));
    }

    @Test
    void anIdTellsTheBreak() {
        assertThat(AdIds.breakOf(AdIds.of(KEY, 12, ad))).isEqualTo("abcdefgh");
        assertThat(AdIds.breakOf("preroll")).isEmpty();
    }
}
