package dev.hemstitch.examples.kit.vod;

import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.examples.kit.fetch.Freshness;
import dev.hemstitch.examples.kit.fetch.StaleIfErrorCache;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.playback.TitlePlaylists;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Titles as they are at the origin, read once for all viewers and then every ten minutes, or every five seconds while something of a
 * title is missing. Safe for use by several threads.
 */
final class VodTitles {
    private static final int MOST_TITLES = 1_000;
    private static final Freshness<VodTitle> FRESHNESS = TitlePlaylists.freshness(VodTitle::playlists);

    private final PlaylistSource origin;
    private final Duration longest;
    private final ServiceMetrics metrics;
    private final StaleIfErrorCache<VodTitle> titles;

    VodTitles(PlaylistSource origin, Duration longest, Executor threads, ServiceMetrics metrics) {
        this.origin = origin;
        this.longest = longest;
        this.metrics = metrics;
        this.titles = new StaleIfErrorCache<>(MOST_TITLES, FRESHNESS, threads);
    }

    /**
     * A title.
     *
     * @throws RefusedException with status 502 if the origin does not have it, or not in time
     */
    VodTitle of(Title title) {
        try {
            return titles.get(key(title), longest, old -> read(title, old));
        } catch (IOException e) {
            throw new RefusedException(502, "the title cannot be had from its origin");
        }
    }

    private static String key(Title title) {
        return title.id() + ' ' + title.adTag().isPresent() + ' ' + title.origin();
    }

    private VodTitle read(Title title, Optional<VodTitle> old) throws IOException {
        TitlePlaylists playlists = TitlePlaylists.read(title.origin(), origin, old.map(VodTitle::playlists), metrics);
        return old.filter(same -> same.playlists().namesTheSameAs(playlists)
                        && same.presentation().equals(playlists.presentation()))
                .orElseGet(() -> new VodTitle(title, playlists));
    }
}
