package dev.hemstitch.examples.kit.vod;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.http.AnswerBody;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.Playback;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Plays titles that have an end, each viewer with ads of their own. Safe for use by several threads. */
public final class VodPlayback implements Playback {
    private final VodTitles titles;
    private final VodViewings viewings;

    /**
     * A playback.
     *
     * @param origin gets playlists of titles
     * @param longest how long the first viewer of a title waits for all of its playlists
     * @param adServer is asked for ads
     * @param sessions where its answers are kept
     * @param sessionLength how long, after they were last used
     * @param threads what waits for the origin
     * @param metrics counts
     */
    public VodPlayback(
            PlaylistSource origin,
            Duration longest,
            AdServer adServer,
            SessionStore sessions,
            Duration sessionLength,
            Executor threads,
            ServiceMetrics metrics) {
        this.titles = new VodTitles(origin, longest, threads, metrics);
        this.viewings = new VodViewings(adServer, sessions, sessionLength, Ticker.systemTicker(), metrics);
    }

    @Override
    public AnswerBody multivariant(Title title, ViewerToken viewer, Device device) {
        VodViewing viewing = viewing(title, viewer, device);
        return AnswerBody.of(viewing.title().multivariant(viewing.plan(), viewer));
    }

    @Override
    public AnswerBody rendition(Title title, String rendition, ViewerToken viewer, Device device) {
        VodTitle content = titles.of(title);
        // Before anything is asked for or kept for a viewer.
        Track track =
                content.track(rendition).orElseThrow(() -> content.playlists().refusal(rendition));
        return viewings.of(title, content, viewer, device)
                .plan()
                .playlist(track)
                .map(AnswerBody::of)
                .orElseThrow(() -> content.playlists().refusal(rendition));
    }

    @Override
    public TrackingSchedule schedule(Title title, ViewerToken viewer, Device device) {
        return viewing(title, viewer, device).schedule();
    }

    private VodViewing viewing(Title title, ViewerToken viewer, Device device) {
        return viewings.of(title, titles.of(title), viewer, device);
    }
}
