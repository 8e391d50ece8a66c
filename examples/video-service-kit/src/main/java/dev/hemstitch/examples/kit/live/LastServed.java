package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.examples.kit.http.AnswerBody;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What this replica has served last, for those who ask before there is something new, and for when an origin shows something older.
 * It is kept for a minute after it was last asked for. Safe for use by several threads.
 */
final class LastServed {
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration KEPT = Duration.ofMinutes(1);
    /** What an entry takes beside its bytes, roughly. */
    private static final int ENTRY_BYTES = 250;

    private final Cache<String, Served> served;

    /**
     * What a viewer was served of a rendition.
     *
     * @param snapshot of which snapshot it was made
     * @param last the number of its last segment
     * @param playlist the bytes
     */
    record Served(ChannelSnapshot snapshot, long last, AnswerBody playlist) {
        /** Whether it was made of this very snapshot, not of one that reads the same. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(ChannelSnapshot other) {
            return snapshot == other;
        }

        /** Whether no replica has shown more than this. */
        boolean reaches(OptionalLong published) {
            return published.equals(OptionalLong.of(last));
        }
    }

    LastServed(Ticker time) {
        served = Caffeine.newBuilder()
                .executor(Runnable::run) // as it is written at each refresh
                .ticker(time)
                .maximumWeight(MOST_BYTES)
                .<String, Served>weigher((key, last) ->
                        ENTRY_BYTES + key.length() + last.playlist().length())
                .expireAfterAccess(KEPT)
                .build();
    }

    Optional<Served> find(String key) {
        return Optional.ofNullable(served.getIfPresent(key));
    }

    void put(String key, Served last) {
        served.put(key, last);
    }
}
