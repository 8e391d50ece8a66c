package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveResult;
import dev.hemstitch.ads.stitch.live.LiveSessions;
import dev.hemstitch.ads.stitch.live.LiveStitcher;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.writer.PlaylistWriter;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.Playback;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Plays channels, each viewer with ads of their own in the breaks that the channel signals. Safe for use by several threads. */
public final class LivePlayback implements Playback {
    private static final int MOST_SERVED = 20_000;

    private final LiveChannels channels;
    private final LiveSnapshots snapshots;
    private final LiveSessions sessions;
    private final BreakAds breakAds;
    private final Duration adTimeout;
    private final ServiceMetrics metrics;

    /** What was served last, for when an origin shows something older than before. */
    private final Cache<String, MediaPlaylist> served = Caffeine.newBuilder()
            .maximumSize(MOST_SERVED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /**
     * A playback.
     *
     * @param origin gets playlists of channels
     * @param longest how long the first viewer of a channel waits for all of its playlists
     * @param fresh how long a snapshot serves without asking again; zero for half a target duration
     * @param adServer is asked for ads
     * @param adTimeout how long a refresh waits for its answer at most, when a break starts
     * @param sessions where viewers' states and ads are kept
     * @param threads what waits for the origin
     * @param adThreads what waits for the ad server
     * @param metrics counts
     */
    public LivePlayback(
            PlaylistSource origin,
            Duration longest,
            Duration fresh,
            AdServer adServer,
            Duration adTimeout,
            SessionStore sessions,
            Executor threads,
            Executor adThreads,
            ServiceMetrics metrics) {
        this.channels = new LiveChannels(origin, longest, threads, metrics);
        this.snapshots = new LiveSnapshots(origin, longest, fresh, threads, metrics);
        this.sessions = new LiveSessions(new LiveStitcher(LiveOptions.DEFAULT), new SharedStates(sessions, metrics));
        this.breakAds = new BreakAds(adServer, sessions, new ChannelAds(), adThreads, metrics);
        this.adTimeout = adTimeout;
        this.metrics = metrics;
    }

    @Override
    public byte[] multivariant(Title title, ViewerToken viewer, Device device) {
        return channels.of(title).multivariant(viewer);
    }

    @Override
    public byte[] rendition(Title title, String rendition, ViewerToken viewer, Device device) {
        LiveChannel channel = channels.of(title);
        LiveResult result = refresh(title, channel, rendition, viewer, device, false);
        String key = title.id() + '/' + rendition + '/' + viewer.value();
        MediaPlaylist playlist = result.playlist();
        if (result.isStale()) {
            metrics.count("live.refreshes", "stale");
            playlist = served.get(key, none -> result.playlist());
        } else {
            served.put(key, playlist);
        }
        return PlaylistWriter.toBytes(playlist);
    }

    @Override
    public TrackingSchedule schedule(Title title, ViewerToken viewer, Device device) {
        LiveChannel channel = channels.of(title);
        return refresh(title, channel, channel.reference(), viewer, device, true)
                .tracking();
    }

    private LiveResult refresh(
            Title title,
            LiveChannel channel,
            String rendition,
            ViewerToken viewer,
            Device device,
            boolean forTracking) {
        String uri =
                channel.uri(rendition).orElseThrow(() -> new RefusedException(404, "the title has no such rendition"));
        LiveSnapshot snapshot = snapshots.of(uri);
        String session = title.id() + '/' + viewer.value();
        Optional<ViewerDecisions> decisions = title.adTag()
                .map(adTag -> new ViewerDecisions(
                        breakAds, channel, adTag, viewer, device, "breaks/" + session + '/', forTracking, adTimeout));
        try {
            LiveRendition place = new LiveRendition(rendition, snapshot.uri(), channel.outputUri(rendition));
            LiveResult result = sessions.refresh(
                    "live/" + session,
                    place,
                    snapshot.playlist(),
                    decisions.<LiveDecisions>map(asked -> asked).orElse(LiveDecisions.NONE));
            decisions.ifPresent(asked -> result.upcoming().forEach(asked::prepare));
            result.reasons()
                    .forEach(reason ->
                            metrics.count("live.left.out", reason.reason().name()));
            return result;
        } catch (IOException e) {
            throw new RefusedException(503, "the session store does not answer");
        }
    }
}
