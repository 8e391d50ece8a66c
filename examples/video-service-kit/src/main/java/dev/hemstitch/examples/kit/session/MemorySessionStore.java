package dev.hemstitch.examples.kit.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions of one process. Those that were not used for long go first when there is no room. */
public final class MemorySessionStore implements SessionStore {
    /** What an entry takes beside its text, roughly. */
    private static final int ENTRY_BYTES = 200;

    private final Duration longest;
    private final Cache<String, Entry> sessions;

    /**
     * What is stored, and for how long.
     *
     * @param stored what is stored
     * @param kept how long it lives after it was last used
     */
    private record Entry(Stored stored, Duration kept) {}

    /**
     * An empty store.
     *
     * @param longest how long a session lives after it was last used
     * @param mostBytes how much room all sessions may take, in bytes
     */
    public MemorySessionStore(Duration longest, long mostBytes) {
        this(longest, mostBytes, Ticker.systemTicker());
    }

    /**
     * An empty store of another time than the system's.
     *
     * @param longest how long a session lives after it was last used
     * @param mostBytes how much room all sessions may take, in bytes
     * @param time the time
     */
    public MemorySessionStore(Duration longest, long mostBytes, Ticker time) {
        this.longest = longest;
        this.sessions = Caffeine.newBuilder()
                .executor(Runnable::run) // as it is written at each refresh
                .ticker(time)
                .expireAfter(Expiry.<String, Entry>accessing((key, entry) -> entry.kept()))
                .maximumWeight(mostBytes)
                .<String, Entry>weigher((key, entry) ->
                        ENTRY_BYTES + key.length() + entry.stored().value().length())
                .build();
    }

    @Override
    public Optional<Stored> load(String key) {
        return Optional.ofNullable(sessions.getIfPresent(key)).map(Entry::stored);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // this very one
    public Optional<Stored> compareAndSet(String key, Optional<Stored> expected, String value, Duration kept) {
        Stored next = new Stored(value, Stored.next(expected));
        Entry entry = new Entry(next, kept.compareTo(longest) < 0 ? kept : longest);
        Entry now = sessions.asMap().compute(key, (same, before) -> isExpected(before, expected) ? entry : before);
        return now == entry ? Optional.of(next) : Optional.empty();
    }

    private static boolean isExpected(@Nullable Entry before, Optional<Stored> expected) {
        return before == null
                ? expected.isEmpty()
                : expected.isPresent()
                        && before.stored().version().equals(expected.get().version());
    }

    @Override
    public void close() {
        sessions.invalidateAll();
    }
}
