package dev.hemstitch.examples.kit.live;

import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.core.diagnostic.HlsException;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.examples.kit.fetch.Freshness;
import dev.hemstitch.examples.kit.fetch.StaleIfErrorCache;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The newest snapshots of live playlists: fetched once for all viewers, kept for half a target duration, and for a while longer if
 * the origin does not answer, so that players see an origin that lags and not one that is gone. Safe for use by several threads.
 */
final class LiveSnapshots {
    private static final int MOST_SNAPSHOTS = 10_000;
    private static final long USUAL_TARGET_DURATION = 4;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration STALE = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final PlaylistSource origin;
    private final Duration longest;
    private final ServiceMetrics metrics;
    private final StaleIfErrorCache<ChannelSnapshot> snapshots;

    LiveSnapshots(PlaylistSource origin, Duration longest, Duration fresh, Executor threads, ServiceMetrics metrics) {
        this.origin = origin;
        this.longest = longest;
        this.metrics = metrics;
        this.snapshots = new StaleIfErrorCache<>(
                MOST_SNAPSHOTS,
                new Freshness<>(
                        snapshot -> fresh.isZero() ? target(snapshot).dividedBy(2) : fresh, PATIENCE, STALE, RETRY),
                threads);
    }

    /** How long players wait before they ask again. */
    static Duration target(ChannelSnapshot snapshot) {
        return Duration.ofSeconds(snapshot.playlist().targetDuration().orElse(USUAL_TARGET_DURATION));
    }

    /**
     * The newest snapshot.
     *
     * @param uri where it is
     * @throws RefusedException with status 502 if the origin does not have one, or not in time
     */
    ChannelSnapshot of(String uri) {
        try {
            return snapshots.get(uri, longest, old -> read(uri, old));
        } catch (IOException e) {
            throw notHad();
        }
    }

    /**
     * The newest snapshot, where another replica is known to have had a newer one than this has.
     *
     * @param outdated what this replica has
     * @param uri where it is
     * @return the snapshot; the same if the origin has no other, or was asked just now
     * @throws RefusedException with status 502 if the origin does not have one, or not in time
     */
    ChannelSnapshot newer(ChannelSnapshot outdated, String uri) {
        try {
            return snapshots.getNewer(outdated, uri, longest, old -> read(uri, old));
        } catch (IOException e) {
            throw notHad();
        }
    }

    private static RefusedException notHad() {
        return new RefusedException(502, "the channel cannot be had from its origin");
    }

    private ChannelSnapshot read(String uri, Optional<ChannelSnapshot> old) throws IOException {
        try {
            PlaylistSource.Fetched fetched = origin.fetch(uri);
            PlaylistParser parser = PlaylistParser.lenient();
            // Most of a snapshot was read before: only what is new is.
            Playlist written = old.isPresent()
                    ? parser.parseNext(old.get().written(), fetched.text())
                    : parser.parse(fetched.text());
            if (!(written instanceof MediaPlaylist media)) {
                throw new IOException("it is no Media Playlist");
            }
            if (media.has(HlsTag.SKIP)) {
                throw new IOException("it is an update that nobody asked for");
            }
            metrics.count("origin.snapshots", "read");
            return new ChannelSnapshot(media, substituted(media, fetched.uri()), fetched.uri());
        } catch (IOException | HlsException e) {
            metrics.failed("origin.snapshots", "failed", e);
            throw e instanceof IOException io ? io : new IOException("the snapshot cannot be read", e);
        }
    }

    private static MediaPlaylist substituted(MediaPlaylist media, String uri) {
        if (media.variableDefinitions().isEmpty()) {
            return media;
        }
        Variables variables = Variables.of(media, Variables.NONE, uri);
        return variables.problems().isEmpty() ? media.substitute(variables) : media;
    }
}
