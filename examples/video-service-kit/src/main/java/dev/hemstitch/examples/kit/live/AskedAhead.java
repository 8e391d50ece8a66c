package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.examples.kit.fetch.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * When the first viewer of a channel sees a break, its ads are asked for for all others too, each some time before the next refresh is
 * due: so few wait for the ad server, and it is asked at the pace at which viewers come. Who comes while others are still being asked
 * for is asked for at once: nobody waits behind those who have not come yet. Safe for use by several threads.
 */
final class AskedAhead {
    private static final int MOST_VIEWERS = 50_000;
    private static final int MOST_BREAKS = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration NOTICED = Duration.ofMinutes(30);

    private final BreakAds breaks;
    private final Duration patience;
    private final Ticker time;
    private final Executor threads = DaemonThreads.pool("ads-ahead", DaemonThreads.mostWaiting(), MOST_VIEWERS);
    private final Cache<String, Watcher> watchers;
    private final Cache<String, Boolean> noticed = Caffeine.newBuilder()
            .maximumSize(MOST_BREAKS)
            .expireAfterAccess(NOTICED)
            .build();

    /** A viewer: noted at each refresh, and so without telling the cache of a new one each time. */
    private static final class Watcher {
        private volatile Refresh last;

        Watcher(Refresh first) {
            this.last = first;
        }
    }

    /**
     * When a viewer has refreshed.
     *
     * @param asked what was asked for
     * @param pace how long players wait from one refresh to the next
     * @param atNanos when that was
     */
    private record Refresh(AskedRendition asked, Duration pace, long atNanos) {
        /** When the next refresh is due, counted from a time. */
        long dueNanos(long now) {
            return atNanos + pace.toNanos() - now;
        }

        /** Players are rarely late by more: of those who leave few are asked for. */
        boolean hasLeft(long now) {
            return dueNanos(now) < -pace.toNanos() / 2;
        }
    }

    /**
     * Nobody watches yet.
     *
     * @param breaks asks
     * @param patience how long a viewer waits for ads
     * @param time the time
     */
    AskedAhead(BreakAds breaks, Duration patience, Ticker time) {
        this.breaks = breaks;
        this.patience = patience;
        this.time = time;
        this.watchers = Caffeine.newBuilder()
                .executor(Runnable::run) // as it is written at each refresh
                .ticker(time)
                .maximumSize(MOST_VIEWERS)
                .expireAfterAccess(KEPT)
                .build();
    }

    /** A viewer asks for a rendition, and asks again after a while. */
    void watches(AskedRendition asked, Duration pace) {
        Refresh refresh = new Refresh(asked, pace, time.read());
        watchers.get(asked.session(), first -> new Watcher(refresh)).last = refresh;
    }

    /** A viewer sees a break. */
    void sees(AskedRendition first, String breakId, BreakQuestion question) {
        if (noticed.asMap().putIfAbsent(first.title().id() + '/' + first.nameOf(breakId), true) != null) {
            return;
        }
        long now = time.read();
        for (Watcher watcher : watchers.asMap().values()) {
            Refresh last = watcher.last;
            if (last.asked().knows(breakId, first)) {
                Duration lead = min(patience, last.pace().dividedBy(2));
                after(last.dueNanos(now) - lead.toNanos()).execute(() -> ask(last, breakId, question));
            }
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Executor after(long nanos) {
        return CompletableFuture.delayedExecutor(Math.max(0, nanos), TimeUnit.NANOSECONDS, Runnable::run);
    }

    /** Begun only where a thread is free for it, so that a viewer who comes before does not wait for it but asks. */
    private void ask(Refresh last, String breakId, BreakQuestion question) {
        try {
            threads.execute(() -> {
                if (!last.hasLeft(time.read())) {
                    var unused = breaks.ask(last.asked(), breakId, question, Runnable::run);
                }
            });
        } catch (RejectedExecutionException e) {
            // The viewer asks when the break is there.
        }
    }
}
