package dev.hemstitch.examples.kit.vod;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.examples.kit.ads.AdQuestion;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.AnsweredBreaks;
import dev.hemstitch.examples.kit.fetch.OnceAtATime;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.session.SessionStore.Stored;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Which ads each viewer sees in a title: asked for at the viewer's first request, and kept in the session, whatever the answer was.
 * What was made of an answer is kept here for a while, since it costs more to make than to stitch. Safe for use by several threads.
 */
final class VodViewings {
    private static final int MOST_WAITING = 48;
    private static final int MOST_VIEWINGS = 20_000;
    private static final Duration LONGEST_KEPT = Duration.ofMinutes(10);

    private final AdServer adServer;
    private final SessionStore sessions;
    private final ServiceMetrics metrics;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final OnceAtATime<VodViewing> making = new OnceAtATime<>();
    private final Cache<String, VodViewing> made;

    /**
     * Nobody watches yet.
     *
     * @param adServer is asked for ads
     * @param sessions where its answers are kept
     * @param sessionLength how long, after they were last used
     * @param time the time
     * @param metrics counts
     */
    VodViewings(AdServer adServer, SessionStore sessions, Duration sessionLength, Ticker time, ServiceMetrics metrics) {
        // Behind that the session is read again, and so lives longer: it must not end while its viewer is here.
        Duration half = sessionLength.dividedBy(2);
        this.made = Caffeine.newBuilder()
                .ticker(time)
                .maximumSize(MOST_VIEWINGS)
                .expireAfterWrite(half.compareTo(LONGEST_KEPT) < 0 ? half : LONGEST_KEPT)
                .build();
        this.adServer = adServer;
        this.sessions = sessions;
        this.metrics = metrics;
    }

    VodViewing of(Title title, VodTitle content, ViewerToken viewer, Device device) {
        String key = "vod/" + title.id() + '/' + viewer.value();
        Optional<VodViewing> kept = kept(key, content);
        return kept.isPresent()
                ? kept.get()
                : making.get(key, () -> kept(key, content).orElseGet(() -> make(key, title, content, viewer, device)));
    }

    private Optional<VodViewing> kept(String key, VodTitle content) {
        return Optional.ofNullable(made.getIfPresent(key)).filter(viewing -> viewing.title() == content);
    }

    private VodViewing make(String key, Title title, VodTitle content, ViewerToken viewer, Device device) {
        Optional<AdQuestion> question = title.adTag()
                .map(adTag -> AdQuestion.signalledIn(adTag, content.presentation(), content::goesWith))
                .or(() -> title.vmap().map(vmap -> AdQuestion.vmap(vmap, content.presentation())));
        List<AdBreak> breaks = question.map(asked -> breaks(key, asked, content, viewer, device))
                .orElse(List.of());
        VodViewing viewing = VodViewing.of(content, breaks);
        made.put(key, viewing);
        return viewing;
    }

    /** Without a store other replicas do not know what was answered here; that is better than no video. */
    private List<AdBreak> breaks(String key, AdQuestion question, VodTitle content, ViewerToken viewer, Device device) {
        AnsweredBreaks answered;
        try {
            Optional<Stored> stored = sessions.load(key);
            if (stored.isPresent()) {
                return adServer.breaks(question, viewer, stored.get().value());
            }
            answered = ask(question, content, viewer, device);
        } catch (IOException e) {
            metrics.failed("sessions", "unavailable", e);
            return ask(question, content, viewer, device).breaks();
        }
        try {
            return store(key, question, viewer, answered);
        } catch (IOException e) {
            metrics.failed("sessions", "unavailable", e);
            return answered.breaks();
        }
    }

    /** No more than a few wait for an ad server: a slow one must not take the threads of those who play already. */
    private AnsweredBreaks ask(AdQuestion question, VodTitle content, ViewerToken viewer, Device device) {
        if (!waiting.tryAcquire()) {
            return adServer.refused();
        }
        try {
            return adServer.ask(question, viewer, device, content::goesWith);
        } finally {
            waiting.release();
        }
    }

    /** Of two replicas that ask at the same moment, the one that stores first decides. */
    private List<AdBreak> store(String key, AdQuestion question, ViewerToken viewer, AnsweredBreaks answered)
            throws IOException {
        if (sessions.compareAndSet(key, Optional.empty(), answered.answers()).isPresent()) {
            metrics.count("sessions", "started");
            return answered.breaks();
        }
        Optional<Stored> first = sessions.load(key);
        return first.isPresent() ? adServer.breaks(question, viewer, first.get().value()) : answered.breaks();
    }
}
