package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.AnsweredBreaks;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.session.SessionStore.Stored;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which ads a viewer sees in a break of a channel: asked for once, in the background, and kept in the session, so that all
 * renditions, refreshes and replicas see the same. Safe for use by several threads.
 */
final class BreakAds {
    private static final int MOST_BREAKS = 100_000;

    /** Behind that what is in the session is read again. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final AdServer adServer;
    private final SessionStore sessions;
    private final ChannelAds channelAds;
    private final Executor threads;
    private final ServiceMetrics metrics;
    private final Ticker time;
    private final KeptAnswers kept;
    private final Cache<String, CompletableFuture<Decided>> known;

    private final TrackedAds trackedAds = new TrackedAds();

    /**
     * What was decided for a break.
     *
     * @param question what was asked, and answered
     * @param channel the channel that the ads were made ready for
     * @param ads the ads, without what belongs to a viewer
     * @param toldAtNanos when the store was told that they are needed
     */
    record Decided(BreakQuestion question, LiveChannel channel, List<LiveAd> ads, AtomicLong toldAtNanos) {
        /** Whether a rendition may have come back since, or gone. */
        @SuppressWarnings("ReferenceEquality") // as it was read
        boolean isOf(LiveChannel now) {
            return channel == now;
        }
    }

    BreakAds(
            AdServer adServer,
            SessionStore sessions,
            ChannelAds channelAds,
            Executor threads,
            Ticker time,
            ServiceMetrics metrics) {
        this.adServer = adServer;
        this.sessions = sessions;
        this.channelAds = channelAds;
        this.threads = threads;
        this.time = time;
        this.metrics = metrics;
        this.kept = new KeptAnswers(sessions, threads, time, metrics);
        this.known = Caffeine.newBuilder()
                .ticker(time)
                .maximumSize(MOST_BREAKS)
                .expireAfterAccess(KEPT)
                .build();
    }

    /** The ads of a break: asked for now if nobody did. */
    CompletableFuture<Decided> ask(AskedRendition viewer, String breakId, BreakQuestion question) {
        return ask(viewer, breakId, question, threads);
    }

    /** The same with other threads that wait for the ad server. */
    CompletableFuture<Decided> ask(AskedRendition viewer, String breakId, BreakQuestion question, Executor waiting) {
        String key = viewer.breaks() + AdIds.ofBreak(viewer.nameOf(breakId));
        CompletableFuture<Decided> decided = once(key, waiting, () -> answered(key, question, viewer));
        return used(key, decided, viewer);
    }

    /** The ads of a break that somebody asked for, perhaps at another replica; empty if nobody did. */
    CompletableFuture<Decided> find(String key, AskedRendition viewer) {
        CompletableFuture<Decided> decided = once(key, threads, () -> {
            Stored stored = sessions.load(key).orElseThrow(() -> new IOException("nobody asked"));
            return stored(key, stored, viewer.channel(), viewer.viewer());
        });
        return used(key, decided, viewer);
    }

    private CompletableFuture<Decided> used(String key, CompletableFuture<Decided> decided, AskedRendition viewer) {
        if (decided.isDone() && !decided.isCompletedExceptionally()) {
            kept.used(key, decided.join(), viewer.window());
        }
        return ofChannel(key, decided, viewer.channel());
    }

    /** The store has lost what was decided: it is written there again. */
    void keep(String key, Decided decided, AskedRendition viewer) {
        kept.keep(key, decided, viewer.window());
    }

    /** With what the viewer's own response says of them, for tracking. */
    List<LiveAd> tracked(String key, Decided decided, LiveChannel channel, ViewerToken viewer) {
        return trackedAds.of(key, decided, () -> withResponses(key, decided, channel, viewer));
    }

    private List<LiveAd> withResponses(String key, Decided decided, LiveChannel channel, ViewerToken viewer) {
        try {
            return ads(key, breaks(decided.question(), channel, viewer), channel, true);
        } catch (IOException e) {
            return decided.ads();
        }
    }

    private CompletableFuture<Decided> once(String key, Executor waiting, Work work) {
        CompletableFuture<Decided> own = new CompletableFuture<>();
        CompletableFuture<Decided> other = known.asMap().putIfAbsent(key, own);
        if (other != null) {
            return other;
        }
        try {
            waiting.execute(() -> {
                try {
                    own.complete(work.run());
                } catch (IOException | RuntimeException e) {
                    fail(key, own, e);
                }
            });
        } catch (RejectedExecutionException e) {
            fail(key, own, e);
        }
        return own;
    }

    /** The same ads made ready for the channel as it is now: a rendition that has come back in mid-break gets its part of them. */
    private CompletableFuture<Decided> ofChannel(String key, CompletableFuture<Decided> decided, LiveChannel channel) {
        if (!decided.isDone()) {
            return decided.thenApply(coming -> ofChannel(coming, channel));
        }
        if (decided.isCompletedExceptionally() || decided.join().isOf(channel)) {
            return decided;
        }
        CompletableFuture<Decided> again = CompletableFuture.completedFuture(ofChannel(decided.join(), channel));
        known.asMap().replace(key, decided, again);
        return again;
    }

    private Decided ofChannel(Decided before, LiveChannel channel) {
        return before.isOf(channel)
                ? before
                : new Decided(
                        before.question(),
                        channel,
                        before.ads().stream()
                                .map(ad -> channelAds.again(channel, ad))
                                .toList(),
                        before.toldAtNanos());
    }

    /** Whoever wants it later may try again. */
    private void fail(String key, CompletableFuture<Decided> own, Exception cause) {
        known.asMap().remove(key, own);
        own.completeExceptionally(cause);
        metrics.failed("ad.breaks", "failed", cause);
    }

    private Decided answered(String key, BreakQuestion question, AskedRendition asked) throws IOException {
        LiveChannel channel = asked.channel();
        ViewerToken viewer = asked.viewer();
        try {
            Optional<Stored> before = sessions.load(key);
            if (before.isPresent()) {
                return stored(key, before.get(), channel, viewer);
            }
        } catch (IOException e) {
            metrics.failed("sessions", "unavailable", e);
            return asked(key, question, channel, viewer, asked.device());
        }
        Decided own = asked(key, question, channel, viewer, asked.device());
        try {
            Duration needed = question.kept(asked.window());
            if (sessions.compareAndSet(key, Optional.empty(), own.question().toText(), needed)
                    .isPresent()) {
                metrics.count("ad.breaks", "asked");
                return own;
            }
            Optional<Stored> first = sessions.load(key);
            return first.isPresent() ? stored(key, first.get(), channel, viewer) : own;
        } catch (IOException e) {
            metrics.failed("sessions", "unavailable", e);
            return own;
        }
    }

    private Decided asked(String key, BreakQuestion question, LiveChannel channel, ViewerToken viewer, Device device) {
        AnsweredBreaks answered = adServer.ask(
                question.question(channel.presentation()), viewer, device, ad -> channelAds.goesWith(channel, ad));
        return decided(question.answered(answered.answers()), channel, ads(key, answered.breaks(), channel, false));
    }

    private Decided stored(String key, Stored stored, LiveChannel channel, ViewerToken viewer) throws IOException {
        BreakQuestion question = BreakQuestion.ofText(stored.value());
        return decided(question, channel, ads(key, breaks(question, channel, viewer), channel, false));
    }

    private Decided decided(BreakQuestion question, LiveChannel channel, List<LiveAd> ads) {
        return new Decided(question, channel, ads, new AtomicLong(time.read()));
    }

    private List<AdBreak> breaks(BreakQuestion question, LiveChannel channel, ViewerToken viewer) throws IOException {
        return adServer.breaks(question.question(channel.presentation()), viewer, question.answers());
    }

    private List<LiveAd> ads(String key, List<AdBreak> breaks, LiveChannel channel, boolean withResponses) {
        List<LiveAd> ads = new ArrayList<>();
        for (AdBreak adBreak : breaks) {
            for (Ad ad : adBreak.ads()) {
                LiveAd prepared = channelAds.of(channel, ad);
                Ad mine = new Ad(
                        AdIds.of(key, ads.size(), ad),
                        ad.presentation(),
                        ad.problem(),
                        ad.message(),
                        withResponses ? ad.response() : Optional.empty());
                ads.add(prepared.as(mine));
            }
        }
        return ads;
    }

    /** What may fail. */
    private interface Work {
        Decided run() throws IOException;
    }
}
