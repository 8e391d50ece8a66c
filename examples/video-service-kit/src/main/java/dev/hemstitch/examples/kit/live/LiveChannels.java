package dev.hemstitch.examples.kit.live;

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
 * Channels as their origins describe them, looked at every ten minutes, or every five seconds while a rendition is missing. Safe for use
 * by several threads.
 */
final class LiveChannels {
    private static final int MOST_CHANNELS = 1_000;
    private static final Freshness<LiveChannel> FRESHNESS = TitlePlaylists.freshness(LiveChannel::playlists);

    private final PlaylistSource origin;
    private final Duration longest;
    private final ServiceMetrics metrics;
    private final StaleIfErrorCache<LiveChannel> channels;

    LiveChannels(PlaylistSource origin, Duration longest, Executor threads, ServiceMetrics metrics) {
        this.origin = origin;
        this.longest = longest;
        this.metrics = metrics;
        this.channels = new StaleIfErrorCache<>(MOST_CHANNELS, FRESHNESS, threads);
    }

    /**
     * A channel.
     *
     * @throws RefusedException with status 502 if the origin does not have it, or not in time
     */
    LiveChannel of(Title title) {
        try {
            return channels.get(title.id() + ' ' + title.origin(), longest, old -> read(title, old));
        } catch (IOException e) {
            throw new RefusedException(502, "the title cannot be had from its origin");
        }
    }

    /** One that is made as before stays, with all that was found out of ads for it. */
    private LiveChannel read(Title title, Optional<LiveChannel> old) throws IOException {
        TitlePlaylists playlists =
                TitlePlaylists.read(title.origin(), origin, old.map(LiveChannel::playlists), metrics);
        return old.filter(same -> same.playlists().namesTheSameAs(playlists))
                .orElseGet(() -> new LiveChannel(title.id(), playlists));
    }
}
