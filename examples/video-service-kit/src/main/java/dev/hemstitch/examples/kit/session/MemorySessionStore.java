package dev.hemstitch.examples.kit.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sessions of one process. Those that were not used for long go first when there is no room. */
public final class MemorySessionStore implements SessionStore {
    /** What an entry takes beside its text, roughly. */
    private static final int ENTRY_BYTES = 200;

    private final Cache<String, Stored> sessions;

    /**
     * An empty store.
     *
     * @param kept how long a session lives after it was last used
     * @param mostBytes how much room all sessions may take, in bytes
     */
    public MemorySessionStore(Duration kept, long mostBytes) {
        this.sessions = Caffeine.newBuilder()
                .executor(Runnable::run) // as it is written at each refresh
                .expireAfterAccess(kept)
                .maximumWeight(mostBytes)
                .<String, Stored>weigher((key, stored) ->
                        ENTRY_BYTES + key.length() + stored.value().length())
                .build();
    }

    @Override
    public Optional<Stored> load(String key) {
        return Optional.ofNullable(sessions.getIfPresent(key));
    }

    @Override
    public Optional<Stored> compareAndSet(String key, Optional<Stored> expected, String value) {
        Stored next = new Stored(value, Stored.next(expected));
        AtomicBoolean isStored = new AtomicBoolean();
        sessions.asMap().compute(key, (same, now) -> {
            isStored.set(Optional.ofNullable(now).map(Stored::version).equals(expected.map(Stored::version)));
            return isStored.get() ? next : now;
        });
        return isStored.get() ? Optional.of(next) : Optional.empty();
    }

    @Override
    public void close() {
        sessions.invalidateAll();
    }
}
