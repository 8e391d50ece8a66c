package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.ads.AdPlaylists;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.Slates;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.TitlePlaylists;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What a replica makes of the channel of a test. What has to wait does so in the thread that asks. */
final class ChannelReplica {
    static final Duration TIMEOUT = Duration.ofSeconds(5);
    static final Device DEVICE = new Device("192.0.2.1", Optional.empty());
    static final Duration WINDOW = Duration.ofSeconds(32);
    static final String VIDEO = "v180-media";
    static final String AUDIO = "audio-en-media";
    /** Each request sees a new snapshot. */
    private static final Duration FRESH = Duration.ofNanos(1);

    final BreakAds breaks;
    final AskedAhead ahead;
    private final HttpSource http = World.http(TIMEOUT);
    private final ServiceMetrics metrics = new ServiceMetrics();
    private final ChannelAds channelAds;
    private final Title title;
    private final LivePlayback playback;

    ChannelReplica(World world, SessionStore store) {
        this(world, store, Ticker.systemTicker(), Runnable::run);
    }

    /** One of another time, with other threads that wait for the ad server. */
    ChannelReplica(World world, SessionStore store, Ticker time, Executor adThreads) {
        title = new Title(
                "channel",
                Title.Kind.LIVE,
                world.live.uri() + "/multivariant.m3u8",
                Optional.empty(),
                Optional.of(world.ads.uri() + "/vast-pod?kind=fmp4&viewer=[VIEWER]&most=[BREAKMAXDURATION]"));
        AdPlaylists playlists = new AdPlaylists(http, Runnable::run, metrics);
        Slates none = new Slates(List.of(), playlists);
        AdServer adServer = World.adServer(playlists, TIMEOUT, metrics);
        channelAds = new ChannelAds(none);
        breaks = new BreakAds(adServer, store, channelAds, adThreads, time, metrics);
        ahead = new AskedAhead(breaks, TIMEOUT, time);
        playback = new LivePlayback(
                http, TIMEOUT, FRESH, adServer, none, TIMEOUT, store, Runnable::run, adThreads, metrics);
    }

    Title title() {
        return title;
    }

    /** The channel as its origin describes it now. */
    LiveChannel channel() {
        try {
            return new LiveChannel(title.id(), TitlePlaylists.read(title.origin(), http, Optional.empty(), metrics));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AskedRendition asked(LiveChannel channel, String viewer, String rendition) {
        return new AskedRendition(title, channel, rendition, new ViewerToken(viewer), DEVICE, WINDOW);
    }

    ViewerDecisions decisions(AskedRendition asked) {
        return decisions(asked, false, TIMEOUT);
    }

    ViewerDecisions decisions(AskedRendition asked, boolean forTracking, Duration longest) {
        return new ViewerDecisions(breaks, ahead, channelAds, asked, forTracking, longest);
    }

    /** What a viewer is shown of a rendition. */
    String watch(String viewer, String rendition) {
        byte[] playlist = playback.rendition(title, rendition, new ViewerToken(viewer), DEVICE)
                .toBytes();
        return new String(playlist, StandardCharsets.UTF_8);
    }
}
