package dev.hemstitch.ads.stitch.live;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * States in the memory of this process: for a single server, or one that each viewer always comes back to. It holds a bounded
 * number of sessions and drops those that were not asked for longest; a viewer whose state was dropped starts anew. Some two
 * kilobytes a session. Safe for use by several threads.
 */
public final class MemoryStateStore implements LiveStateStore {
    private final Cache<String, Stored> states;
    private final AtomicLong versions = new AtomicLong();

    /**
     * An empty store.
     *
     * @param mostSessions how many sessions it holds at most, at least 1
     * @param keptFor how long a state is kept after it was last read or written: some target durations longer than players
     *     pause between refreshes
     * @throws IllegalArgumentException if it would hold nothing
     */
    public MemoryStateStore(long mostSessions, Duration keptFor) {
        if (mostSessions < 1 || keptFor.isNegative() || keptFor.isZero()) {
            throw new IllegalArgumentException("a store must hold something for some time");
        }
        this.states = CacheBuilder.newBuilder()
                .maximumSize(mostSessions)
                .expireAfterAccess(keptFor)
                .build();
    }

    @Override
    public Optional<Stored> load(String session) {
        return Optional.ofNullable(states.getIfPresent(session));
    }

    @Override
    public boolean compareAndSet(String session, Optional<Stored> expected, LiveState next) {
        Stored stored = new Stored(next, Long.toString(versions.incrementAndGet()));
        ConcurrentMap<String, Stored> map = states.asMap();
        return expected.isPresent()
                ? map.replace(session, expected.get(), stored)
                : map.putIfAbsent(session, stored) == null;
    }

    /**
     * Forgets a viewer whose session is over.
     *
     * @param session what the embedder calls the viewer's session
     */
    public void forget(String session) {
        states.invalidate(session);
    }

    /** {@return how many sessions it holds, about} */
    public long size() {
        return states.size();
    }
}
