package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveResult;
import dev.hemstitch.ads.stitch.live.LiveSessions;
import dev.hemstitch.ads.stitch.live.LiveStitcher;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.core.writer.PlaylistWriter;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.http.AnswerBody;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.Playback;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Plays channels, each viewer with ads of their own in the breaks that the channel signals. Safe for use by several threads. */
public final class LivePlayback implements Playback {
    private static final long MOST_SERVED_BYTES = 64L << 20;
    /** What an entry takes beside its bytes, roughly. */
    private static final int ENTRY_BYTES = 250;

    private final LiveChannels channels;
    private final LiveSnapshots snapshots;
    private final LiveSessions sessions;
    private final BreakAds breakAds;
    private final Duration adTimeout;
    private final ServiceMetrics metrics;

    /** What was served last, for those who ask before there is something new, and for when an origin shows something older. */
    private final Cache<String, Served> served = Caffeine.newBuilder()
            .executor(Runnable::run) // written at each refresh: handing that to another thread costs more than doing it
            .maximumWeight(MOST_SERVED_BYTES)
            .<String, Served>weigher(
                    (key, last) -> ENTRY_BYTES + key.length() + last.playlist().length())
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /**
     * What a viewer was served of a rendition.
     *
     * @param snapshot of which snapshot it was made
     * @param playlist the bytes
     */
    private record Served(ChannelSnapshot snapshot, AnswerBody playlist) {
        /** Whether it was made of this very snapshot, not of one that reads the same. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(ChannelSnapshot other) {
            return snapshot == other;
        }
    }

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
    public AnswerBody multivariant(Title title, ViewerToken viewer, Device device) {
        return channels.of(title).multivariant(viewer);
    }

    @Override
    public AnswerBody rendition(Title title, String rendition, ViewerToken viewer, Device device) {
        LiveChannel channel = channels.of(title);
        ChannelSnapshot snapshot = snapshot(channel, rendition);
        String key = title.id() + '/' + rendition + '/' + viewer.value();
        Served last = served.getIfPresent(key);
        if (last != null && last.isOf(snapshot)) {
            metrics.count("live.refreshes", "repeated");
            return last.playlist();
        }
        LiveResult result = refresh(title, channel, rendition, snapshot, viewer, device, false);
        if (result.isStale() && last != null) {
            metrics.count("live.refreshes", "stale");
            return last.playlist();
        }
        metrics.count("live.refreshes", "stitched");
        // Copied: what is kept of a viewer holds no snapshot longer than others do.
        AnswerBody playlist = AnswerBody.of(PlaylistWriter.toBytes(result.playlist()));
        served.put(key, new Served(snapshot, playlist));
        return playlist;
    }

    @Override
    public TrackingSchedule schedule(Title title, ViewerToken viewer, Device device) {
        LiveChannel channel = channels.of(title);
        String rendition = channel.reference();
        return refresh(title, channel, rendition, snapshot(channel, rendition), viewer, device, true)
                .tracking();
    }

    private ChannelSnapshot snapshot(LiveChannel channel, String rendition) {
        return snapshots.of(
                channel.uri(rendition).orElseThrow(() -> new RefusedException(404, "the title has no such rendition")));
    }

    private LiveResult refresh(
            Title title,
            LiveChannel channel,
            String rendition,
            ChannelSnapshot snapshot,
            ViewerToken viewer,
            Device device,
            boolean forTracking) {
        String session = title.id() + '/' + viewer.value();
        ViewerDecisions decisions = new ViewerDecisions(
                breakAds, channel, title, viewer, device, "breaks/" + session + '/', forTracking, adTimeout);
        try {
            String outputUri = channel.outputUri(rendition);
            LiveRendition place = LiveRendition.inPlace(rendition, outputUri);
            LiveResult result = sessions.refresh("live/" + session, place, snapshot.at(outputUri), decisions);
            result.upcoming().forEach(decisions::prepare);
            result.reasons()
                    .forEach(reason ->
                            metrics.count("live.left.out", reason.reason().name()));
            return result;
        } catch (IOException e) {
            throw new RefusedException(503, "the session store does not answer");
        }
    }
}
