package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hemstitch.ads.stitch.live.LiveState;
import dev.hemstitch.ads.stitch.live.LiveStateStore;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Viewers' states in the session store, and what this replica saw of them last. While the store is away, viewers go on from that;
 * when it is back and has forgotten them, they are written again, and where two replicas did so, both states are merged: what a
 * viewer was shown stays as it was. Safe for use by several threads.
 */
final class SharedStates implements LiveStateStore {
    private static final int MOST_STATES = 50_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** The version of a state that the store had, and has no more. */
    private static final String FORGOTTEN = "";

    /** The version of a state that only this replica has. */
    private static final String HERE = "here.0";

    private final SessionStore store;
    private final ServiceMetrics metrics;
    private final Cache<String, Seen> seen = Caffeine.newBuilder()
            .executor(Runnable::run) // as it is written at each refresh
            .maximumSize(MOST_STATES)
            .expireAfterAccess(KEPT)
            .build();

    /**
     * What was seen of a viewer's state.
     *
     * @param stored as it is stored
     * @param state the same, read: most of the time nobody else has written another one, and it need not be read again
     */
    private record Seen(SessionStore.Stored stored, LiveState state) {}

    SharedStates(SessionStore store, ServiceMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    @Override
    public Optional<Stored> load(String session) throws IOException {
        Optional<Seen> here = Optional.ofNullable(seen.getIfPresent(session));
        Optional<SessionStore.Stored> there;
        try {
            there = store.load(session);
        } catch (IOException e) {
            metrics.failed("sessions", "unavailable", e);
            return here.map(mine -> new Stored(mine.state(), HERE));
        }
        if (there.isEmpty()) {
            here.ifPresent(mine -> metrics.count("sessions", "restored"));
            return here.map(mine -> new Stored(mine.state(), FORGOTTEN));
        }
        if (here.isPresent() && !here.get().stored().isOfOneLine(there.get())) {
            LiveState merged =
                    LiveState.fromJson(there.get().value()).merge(here.get().state());
            return Optional.of(new Stored(merged, there.get().version()));
        }
        return Optional.of(remembered(session, here, there.get()));
    }

    /**
     * Keeps what is stored, also if nothing comes of it that has to be stored: all viewers that come here can go on when the store
     * is away. What another thread has seen since is not replaced.
     */
    private Stored remembered(String session, Optional<Seen> here, SessionStore.Stored there) {
        if (here.isPresent() && here.get().stored().version().equals(there.version())) {
            return new Stored(here.get().state(), there.version());
        }
        Seen now = new Seen(there, LiveState.fromJson(there.value()));
        if (here.isPresent()) {
            seen.asMap().replace(session, here.get(), now);
        } else {
            seen.asMap().putIfAbsent(session, now);
        }
        return new Stored(now.state(), there.version());
    }

    /** The same states, of which one is told that the store has forgotten it, before it is gone on from. */
    LiveStateStore telling(Runnable forgotten) {
        return new LiveStateStore() {
            @Override
            public Optional<Stored> load(String session) throws IOException {
                Optional<Stored> loaded = SharedStates.this.load(session);
                if (loaded.filter(state -> state.version().equals(FORGOTTEN)).isPresent()) {
                    forgotten.run();
                }
                return loaded;
            }

            @Override
            public boolean compareAndSet(String session, Optional<Stored> expected, LiveState next) throws IOException {
                return SharedStates.this.compareAndSet(session, expected, next);
            }
        };
    }

    @Override
    public boolean compareAndSet(String session, Optional<Stored> expected, LiveState next) throws IOException {
        String json = next.toJson();
        String before = expected.map(Stored::version).orElse(FORGOTTEN);
        if (!before.equals(HERE)) {
            try {
                Optional<SessionStore.Stored> replaced =
                        before.isEmpty() ? Optional.empty() : Optional.of(new SessionStore.Stored("", before));
                Optional<SessionStore.Stored> stored = store.compareAndSet(session, replaced, json);
                stored.ifPresent(now -> seen.put(session, new Seen(now, next)));
                return stored.isPresent();
            } catch (IOException e) {
                metrics.failed("sessions", "unavailable", e);
            }
        }
        seen.put(session, new Seen(new SessionStore.Stored(json, HERE), next));
        return true;
    }
}
