package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.examples.kit.ads.Slates;
import java.time.Duration;
import java.util.Optional;

/** Ads made ready for channels, once for all viewers. Safe for use by several threads. */
final class ChannelAds {
    private static final int MOST_ADS = 2_000;
    private static final Duration KEPT = Duration.ofHours(6);

    private final Slates slates;
    private final Cache<Use, LiveAd> ads =
            Caffeine.newBuilder().maximumSize(MOST_ADS).expireAfterAccess(KEPT).build();

    ChannelAds(Slates slates) {
        this.slates = slates;
    }

    /** An ad in a channel. Both are told apart by what they are, not by what they hold: comparing that would cost more. */
    private static final class Use {
        private final LiveChannel channel;
        private final Presentation ad;

        Use(LiveChannel channel, Presentation ad) {
            this.channel = channel;
            this.ad = ad;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object object) {
            return object instanceof Use other && channel == other.channel && ad == other.ad;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(channel) + System.identityHashCode(ad);
        }
    }

    /** The ad made ready, under an id and with no response of its own: one that cannot be used says why. */
    LiveAd of(LiveChannel channel, Ad ad) {
        return ad.presentation()
                .map(playlists -> ads.get(
                        new Use(channel, playlists),
                        use -> LiveAd.of(Ad.of(ad.id(), playlists), channel.presentation(), channel.filler())))
                .orElseGet(() -> LiveAd.of(ad, channel.presentation(), channel.filler()));
    }

    /** An ad that was made ready for the channel as it was before: one that no longer goes with it stays as it was. */
    LiveAd again(LiveChannel channel, LiveAd before) {
        LiveAd now = of(channel, before.ad());
        return now.problem().isPresent() ? before : now.as(before.ad());
    }

    /** Whether the ad has something for every rendition. */
    boolean goesWith(LiveChannel channel, Ad ad) {
        return of(channel, ad).problem().isEmpty();
    }

    /** What fills breaks of the channel, if it can be had in time: always the same. */
    Optional<LiveAd> slate(LiveChannel channel, Duration longest) {
        return slates.first(longest, slate -> goesWith(channel, slate)).map(slate -> of(channel, slate));
    }
}
