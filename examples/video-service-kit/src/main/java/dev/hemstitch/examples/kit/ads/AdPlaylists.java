package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.diagnostic.HlsException;
import dev.hemstitch.examples.kit.fetch.Freshness;
import dev.hemstitch.examples.kit.fetch.StaleIfErrorCache;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The playlists of ads, read once for all viewers. An ad that is waited for in vain is read on in the background, for those who
 * come later. An ad must not change under its URL; a changed one needs a new URL, as creatives have everywhere. Safe for use by
 * several threads.
 */
public final class AdPlaylists {
    private static final int MOST_ADS = 1_000;
    private static final Freshness<Presentation> FRESHNESS = Freshness.of(Duration.ofHours(6), Duration.ofDays(2));

    private final PlaylistSource source;
    private final ServiceMetrics metrics;
    private final StaleIfErrorCache<Presentation> ads;

    /**
     * No ads yet.
     *
     * @param source where playlists come from
     * @param threads what waits for them
     * @param metrics counts those that cannot be had
     */
    public AdPlaylists(PlaylistSource source, Executor threads, ServiceMetrics metrics) {
        this.source = source;
        this.metrics = metrics;
        this.ads = new StaleIfErrorCache<>(MOST_ADS, FRESHNESS, threads);
    }

    /**
     * An ad with its playlists.
     *
     * @param id what to call it
     * @param uri where its playlist is
     * @param longest how long to wait for it
     * @return the ad, an unavailable one if its playlists cannot be had in time or cannot be read
     */
    Ad load(String id, String uri, Duration longest) {
        try {
            return Ad.of(id, ads.get(uri, longest, old -> read(uri)));
        } catch (IOException e) {
            return Ad.unavailable(id, SkipReason.AD_UNAVAILABLE, "its playlists cannot be had in time, or not be read");
        }
    }

    private Presentation read(String uri) throws IOException {
        try {
            return Presentation.load(uri, source);
        } catch (IOException | HlsException e) {
            metrics.failed("ad.playlists", "failed", e);
            throw e instanceof IOException io ? io : new IOException("it is no playlist", e);
        }
    }
}
