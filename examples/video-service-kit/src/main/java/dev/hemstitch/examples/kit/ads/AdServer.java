package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.VastMacro;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.http.ViewerHeaders;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Asks ad servers, within limits of time: whatever they do, a viewer waits no longer than was said. Safe for use by several threads.
 */
public final class AdServer {
    private static final String VIEWER = "VIEWER";

    private final HttpSource http;
    private final AdPlaylists playlists;
    private final Slates slates;
    private final Duration responseTime;
    private final Duration playlistTime;
    private final ServiceMetrics metrics;

    /**
     * An ad server.
     *
     * @param http gets ad responses
     * @param playlists gets the playlists of ads
     * @param slates fill what ads leave of breaks in recorded content
     * @param responseTime how long a viewer waits for all ad responses
     * @param playlistTime how long a viewer waits for the playlists of ads, which the first one to see an ad may have to
     * @param metrics counts how it went
     */
    public AdServer(
            HttpSource http,
            AdPlaylists playlists,
            Slates slates,
            Duration responseTime,
            Duration playlistTime,
            ServiceMetrics metrics) {
        this.http = http;
        this.playlists = playlists;
        this.slates = slates;
        this.responseTime = responseTime;
        this.playlistTime = playlistTime;
        this.metrics = metrics;
    }

    /**
     * Asks.
     *
     * @param question what
     * @param viewer for whom
     * @param device what plays
     * @param goesWith whether an ad of which some renditions cannot be had still has something for all that the content has
     * @return all answers, and the breaks made of them
     */
    public AnsweredBreaks ask(AdQuestion question, ViewerToken viewer, Device device, Predicate<Ad> goesWith) {
        long now = System.currentTimeMillis();
        AskedAds asked = new AskedAds(
                http.forViewer(headers(device)), playlists, goesWith, slates, responseTime, playlistTime, now);
        AdPort port = new AdPort(asked, asked::load, asked::slate, macros(viewer, now), responseTime);
        List<AdBreak> breaks = asked(question, asked, port);
        return new AnsweredBreaks(asked.answers().toText(), breaks);
    }

    /**
     * An answer for those who cannot ask, since too many do: no ads.
     *
     * @return the answer, as {@link #ask} gives it
     */
    public AnsweredBreaks refused() {
        metrics.count("ad.answers", "refused");
        return new AnsweredBreaks(AdAnswers.none(System.currentTimeMillis()).toText(), List.of());
    }

    private List<AdBreak> asked(AdQuestion question, AskedAds asked, AdPort port) {
        try {
            List<AdBreak> breaks = question.ask(port);
            boolean none = breaks.stream()
                    .allMatch(adBreak -> adBreak.ads().stream()
                            .allMatch(ad -> ad.presentation().isEmpty()));
            if (none && asked.failure().isPresent()) {
                metrics.failed("ad.answers", "failed", asked.failure().get());
            } else {
                metrics.count("ad.answers", none ? "without ads" : "with ads");
            }
            return breaks;
        } catch (IOException e) {
            metrics.failed("ad.answers", "failed", e);
        } catch (RuntimeException e) {
            // Ad failure never becomes video failure, not even by our own mistake.
            metrics.failed("ad.answers", "broken", e);
        }
        return List.of();
    }

    /**
     * Makes breaks of what was answered before, perhaps to another replica.
     *
     * @param question what was asked
     * @param viewer for whom
     * @param answers what {@link #ask} gave
     * @return the breaks, the same each time; none if there was no answer
     * @throws IOException if the text does not come from {@link #ask}
     */
    public List<AdBreak> breaks(AdQuestion question, ViewerToken viewer, String answers) throws IOException {
        AdAnswers answered = AdAnswers.ofText(answers);
        AnsweredAds ads = new AnsweredAds(answered, playlists, slates, playlistTime, metrics);
        AdResponseSource responses = ads;
        AdPort port = new AdPort(
                responses, ads::load, ads::slate, macros(viewer, answered.askedAtMillis()), Duration.ofDays(1));
        try {
            return question.ask(port);
        } catch (IOException e) {
            return List.of(); // that there was no answer was told when it was asked for
        } catch (RuntimeException e) {
            metrics.failed("ad.answers", "broken", e);
            return List.of();
        }
    }

    /** The same for the same viewer, so that an ad server that goes by its parameters answers every service alike. */
    private static VastMacros macros(ViewerToken viewer, long askedAtMillis) {
        return VastMacros.builder()
                .set(VastMacro.SERVERSIDE, "1")
                .set(VastMacro.of(VIEWER), viewer.hash())
                .timestamp(Instant.ofEpochMilli(askedAtMillis))
                .random(new SplittableRandom(viewer.value().hashCode()))
                .build();
    }

    private static ViewerHeaders headers(Device device) {
        ViewerHeaders.Builder headers =
                ViewerHeaders.builder().deviceIp(device.address()).forwardedFor(device.address());
        try {
            device.userAgent().ifPresent(headers::deviceUserAgent);
        } catch (IllegalArgumentException e) {
            // A name that cannot stand in a header is not told.
        }
        return headers.build();
    }
}
