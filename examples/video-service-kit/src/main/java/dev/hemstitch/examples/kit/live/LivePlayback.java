package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveResult;
import dev.hemstitch.ads.stitch.live.LiveSessions;
import dev.hemstitch.ads.stitch.live.LiveState;
import dev.hemstitch.ads.stitch.live.LiveStateStore;
import dev.hemstitch.ads.stitch.live.LiveStitcher;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.writer.PlaylistWriter;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.Slates;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** Plays channels, each viewer with ads of their own in the breaks that the channel signals. Safe for use by several threads. */
public final class LivePlayback implements Playback {
    /** Slate fills what ads leave; where no ad plays, content does. */
    private static final LiveOptions OPTIONS = LiveOptions.builder()
            .breakWithoutAds(LiveOptions.BreakWithoutAds.CONTENT)
            .build();

    private final LiveChannels channels;
    private final LiveSnapshots snapshots;
    private final SharedStates states;
    private final LiveStitcher stitcher = new LiveStitcher(OPTIONS);
    private final ChannelAds channelAds;
    private final BreakAds breakAds;
    private final AskedAhead ahead;
    private final Duration adTimeout;
    private final ServiceMetrics metrics;

    private final LastServed served = new LastServed(Ticker.systemTicker());

    /**
     * A playback.
     *
     * @param origin gets playlists of channels
     * @param longest how long the first viewer of a channel waits for all of its playlists
     * @param fresh how long a snapshot serves without asking again; zero for half a target duration
     * @param adServer is asked for ads
     * @param slates fill what ads leave
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
            Slates slates,
            Duration adTimeout,
            SessionStore sessions,
            Executor threads,
            Executor adThreads,
            ServiceMetrics metrics) {
        this.channels = new LiveChannels(origin, longest, threads, metrics);
        this.snapshots = new LiveSnapshots(origin, longest, fresh, threads, metrics);
        this.states = new SharedStates(sessions, metrics);
        this.channelAds = new ChannelAds(slates);
        this.breakAds = new BreakAds(adServer, sessions, channelAds, adThreads, Ticker.systemTicker(), metrics);
        this.ahead = new AskedAhead(breakAds, adTimeout, Ticker.systemTicker());
        this.adTimeout = adTimeout;
        this.metrics = metrics;
    }

    @Override
    public AnswerBody multivariant(Title title, ViewerToken viewer, Device device) {
        return channels.of(title).multivariant(viewer);
    }

    /**
     * {@inheritDoc}
     *
     * <p>It is never older than what any replica has served the viewer.
     */
    @Override
    public AnswerBody rendition(Title title, String rendition, ViewerToken viewer, Device device) {
        LiveChannel channel = channels.of(title);
        ChannelSnapshot snapshot = snapshots.of(channel.uri(rendition));
        AskedRendition asked = new AskedRendition(title, channel, rendition, viewer, device, snapshot.window());
        ahead.watches(asked, LiveSnapshots.target(snapshot));
        return shown(asked, snapshot)
                .or(() -> shownOfNewer(asked, snapshot))
                .orElseThrow(() -> new RefusedException(503, "this replica is behind the channel"));
    }

    /** A replica that has a newer snapshot has served the viewer: the origin has it for this one, too. */
    @SuppressWarnings("ReferenceEquality")
    private Optional<AnswerBody> shownOfNewer(AskedRendition asked, ChannelSnapshot outdated) {
        ChannelSnapshot newer = snapshots.newer(outdated, asked.channel().uri(asked.rendition()));
        Optional<AnswerBody> shown = newer == outdated ? Optional.empty() : shown(asked, newer);
        if (shown.isEmpty()) {
            metrics.count("live.refreshes", "behind");
        }
        return shown;
    }

    /** What to show of a snapshot; empty if that is less than what was shown already. */
    private Optional<AnswerBody> shown(AskedRendition asked, ChannelSnapshot snapshot) {
        Optional<LastServed.Served> last = served.find(asked.key());
        if (last.isPresent()
                && last.get().isOf(snapshot)
                && last.get().reaches(state(asked).lastPublished(asked.rendition()))) {
            metrics.count("live.refreshes", "repeated");
            return Optional.of(last.get().playlist());
        }
        LiveResult result = refresh(asked, snapshot, false);
        OptionalLong published = result.state().lastPublished(asked.rendition());
        if (result.isStale()) {
            if (last.isPresent() && last.get().reaches(published)) {
                metrics.count("live.refreshes", "stale");
                return Optional.of(last.get().playlist());
            }
            if (!reaches(result.playlist(), published)) {
                return Optional.empty();
            }
        }
        metrics.count("live.refreshes", "stitched");
        // Copied: what is kept of a viewer holds no snapshot longer than others do.
        AnswerBody playlist = AnswerBody.of(PlaylistWriter.toBytes(result.playlist()));
        published.ifPresent(number -> served.put(asked.key(), new LastServed.Served(snapshot, number, playlist)));
        return Optional.of(playlist);
    }

    private static boolean reaches(MediaPlaylist playlist, OptionalLong published) {
        List<MediaSegment> segments = playlist.segments();
        return !segments.isEmpty()
                && published.equals(
                        OptionalLong.of(segments.get(segments.size() - 1).mediaSequence()));
    }

    @Override
    public TrackingSchedule schedule(Title title, ViewerToken viewer, Device device) {
        LiveChannel channel = channels.of(title);
        String reference = channel.reference();
        ChannelSnapshot snapshot = snapshots.of(channel.uri(reference));
        AskedRendition asked = new AskedRendition(title, channel, reference, viewer, device, snapshot.window());
        return refresh(asked, snapshot, true).tracking();
    }

    private LiveState state(AskedRendition asked) {
        try {
            return states.load(asked.state()).map(LiveStateStore.Stored::state).orElse(LiveState.NEW);
        } catch (IOException e) {
            throw unavailable();
        }
    }

    private LiveResult refresh(AskedRendition asked, ChannelSnapshot snapshot, boolean forTracking) {
        ViewerDecisions decisions = new ViewerDecisions(breakAds, ahead, channelAds, asked, forTracking, adTimeout);
        try {
            String outputUri = asked.channel().outputUri(asked.rendition());
            LiveRendition place = LiveRendition.inPlace(asked.rendition(), outputUri);
            LiveSessions sessions = new LiveSessions(stitcher, states.telling(decisions::writeAgain));
            LiveResult result = sessions.refresh(asked.state(), place, snapshot.at(outputUri), decisions);
            result.upcoming().forEach(decisions::prepare);
            result.reasons()
                    .forEach(reason ->
                            metrics.count("live.left.out", reason.reason().name()));
            return result;
        } catch (IOException e) {
            throw unavailable();
        }
    }

    private static RefusedException unavailable() {
        return new RefusedException(503, "the session store does not answer");
    }
}
