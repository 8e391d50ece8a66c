package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hemstitch.ads.stitch.live.LiveAd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ads with what the viewer's own responses say of them, as players ask what to call time and again while a break is on: kept for a
 * moment, since reading responses takes as long as all else of that. Safe for use by several threads.
 */
final class TrackedAds {
    /** Of packed answers. What they are read into takes some twenty times as much. */
    private static final long MOST_CHARACTERS = 2 << 20;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Cache<String, Read> read = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST_CHARACTERS)
            .<String, Read>weigher((key, kept) ->
                    key.length() + kept.decided().question().answers().length())
            .expireAfterAccess(KEPT)
            .build();

    private record Read(BreakAds.Decided decided, List<LiveAd> ads) {
        @SuppressWarnings("ReferenceEquality") // of these very answers
        boolean isOf(BreakAds.Decided other) {
            return decided == other;
        }
    }

    /**
     * The ads of a break.
     *
     * @param key what the break is called
     * @param decided what was decided for it
     * @param reader reads the responses; it may have to wait for playlists
     */
    List<LiveAd> of(String key, BreakAds.Decided decided, Supplier<List<LiveAd>> reader) {
        Optional<Read> before = Optional.ofNullable(read.getIfPresent(key)).filter(kept -> kept.isOf(decided));
        if (before.isPresent()) {
            return before.get().ads();
        }
        List<LiveAd> ads = reader.get();
        if (ids(ads).equals(ids(decided.ads()))) { // else playlists could not be had, and may be there the next time
            read.put(key, new Read(decided, ads));
        }
        return ads;
    }

    private static List<String> ids(List<LiveAd> ads) {
        return ads.stream().map(LiveAd::id).toList();
    }
}
