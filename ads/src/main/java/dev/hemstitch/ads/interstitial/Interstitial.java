package dev.hemstitch.ads.interstitial;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.text.IsoDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A break as it is scheduled.
 *
 * @param id the ID of its date range: of the break's own id, else of its date; the same however often the break is scheduled
 * @param breakIndex the index of the break among those asked for
 * @param startNanos where it starts on the content's timeline, in nanoseconds
 * @param startDate the same as a date
 * @param resumeOffsetNanos how far behind its start the content goes on, in nanoseconds; empty if that is left to the player,
 *     which then goes on as much later as the interstitial took
 * @param dateRange the tag, as the first Media Playlist has it; others differ in nothing but a relative X-ASSET-LIST
 * @param assets its ads, in order, their URIs as they were read
 * @param listUri where its asset list is to be served; empty if X-ASSET-URI names its only ad
 * @param assetList the asset list, also of an interstitial that needs none; its URIs are absolute, or
 *     resolve from {@code listUri} if those of the assets are not
 */
public record Interstitial(
        String id,
        int breakIndex,
        long startNanos,
        IsoDateTime startDate,
        OptionalLong resumeOffsetNanos,
        DateRange dateRange,
        List<Asset> assets,
        Optional<String> listUri,
        AssetList assetList) {
    /**
     * An interstitial; the list is copied.
     *
     * @param id the ID of its date range
     * @param breakIndex the index of the break among those asked for
     * @param startNanos where it starts on the content's timeline
     * @param startDate the same as a date
     * @param resumeOffsetNanos how far behind its start the content goes on
     * @param dateRange the tag
     * @param assets its ads
     * @param listUri where its asset list is to be served
     * @param assetList the asset list
     */
    public Interstitial {
        assets = List.copyOf(assets);
    }

    /** {@return how long its ads are, in nanoseconds: what DURATION says} */
    public long durationNanos() {
        return assets.stream().mapToLong(Asset::durationNanos).sum();
    }
}
