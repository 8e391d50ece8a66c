package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.diagnostic.HlsException;
import dev.hemstitch.examples.kit.fetch.Freshness;
import dev.hemstitch.examples.kit.fetch.StaleIfErrorCache;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * The playlists of ads, read once for all viewers. An ad that is waited for in vain is read on in the background, for those who
 * come later. An ad of which a rendition cannot be had is there without it, and looked at again every five seconds. An ad must not
 * change under its URL; a changed one needs a new URL, as creatives have everywhere. Safe for use by several threads.
 */
public final class AdPlaylists {
    private static final int MOST_ADS = 1_000;
    private static final Duration WHOLE = Duration.ofHours(6);
    private static final Duration IN_PART = Duration.ofSeconds(5);
    private static final Duration STALE = Duration.ofDays(2);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Freshness<AvailableAd> FRESHNESS =
            new Freshness<>(ad -> ad.missing().isEmpty() ? WHOLE : IN_PART, Duration.ZERO, STALE, RETRY);

    private final PlaylistSource source;
    private final ServiceMetrics metrics;
    private final StaleIfErrorCache<AvailableAd> ads;

    /**
     * No ads yet.
     *
     * @param source where playlists come from
     * @param threads what waits for them
     * @param metrics counts those that cannot be had
     */
    public AdPlaylists(PlaylistSource source, Executor threads, ServiceMetrics metrics) {
        this(source, threads, metrics, System::nanoTime);
    }

    AdPlaylists(PlaylistSource source, Executor threads, ServiceMetrics metrics, LongSupplier nanoTime) {
        this.source = source;
        this.metrics = metrics;
        this.ads = new StaleIfErrorCache<>(MOST_ADS, FRESHNESS, threads, nanoTime);
    }

    /**
     * An ad as far as its playlists can be had.
     *
     * @param uri where its playlist is
     * @param longest how long to wait for it
     * @return the ad; empty if it cannot be had in time or cannot be read
     */
    Optional<AvailableAd> find(String uri, Duration longest) {
        try {
            return Optional.of(ads.get(uri, longest, old -> read(uri, old)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * An ad with just some of its playlists missing, as it was when that was written down.
     *
     * @param id what to call it
     * @param uri where its playlist is
     * @param missing the absolute URIs of the Media Playlists that it has to lack; none for the whole ad
     * @param longest how long to wait for it
     * @return the ad, an unavailable one if what it has to have cannot be had in time or cannot be read
     */
    Ad load(String id, String uri, Set<String> missing, Duration longest) {
        return find(uri, longest)
                .flatMap(ad -> ad.without(missing))
                .map(playlists -> Ad.of(id, playlists))
                .orElseGet(() -> unavailable(id));
    }

    /**
     * An ad that cannot be had.
     *
     * @param id what to call it
     * @return the ad
     */
    static Ad unavailable(String id) {
        return Ad.unavailable(id, SkipReason.AD_UNAVAILABLE, "its playlists cannot be had in time, or not be read");
    }

    /** One of which nothing has come back stays, with all that was found out of it; what was had once is not lost. */
    private AvailableAd read(String uri, Optional<AvailableAd> old) throws IOException {
        try {
            AvailableAd now =
                    AvailableAd.read(uri, source, cause -> metrics.failed("ad.playlists", "rendition missing", cause));
            return old.filter(before -> !now.missing().isEmpty() && !now.hasMoreThan(before))
                    .orElse(now);
        } catch (IOException | HlsException e) {
            metrics.failed("ad.playlists", "failed", e);
            throw e instanceof IOException io ? io : new IOException("it is no playlist", e);
        }
    }
}
