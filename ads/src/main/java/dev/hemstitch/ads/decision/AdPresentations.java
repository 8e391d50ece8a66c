package dev.hemstitch.ads.decision;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource;
import java.time.Duration;

/**
 * The playlists of ads, read once for all viewers. An ad that could not be read is tried again the next time.
 *
 * <p>Safe for use by several threads.
 */
public final class AdPresentations implements AdLoader {
    /** The most ads that are kept if nothing else is said. */
    public static final int MOST_ADS = 1_000;

    private final PlaylistSource source;
    private final Cache<String, Ad> ads;

    private AdPresentations(PlaylistSource source, int mostAds, Duration keptFor) {
        this.source = source;
        this.ads = CacheBuilder.newBuilder()
                .maximumSize(mostAds)
                .expireAfterWrite(keptFor)
                .build();
    }

    /**
     * Keeps {@link #MOST_ADS}, each for ten minutes.
     *
     * @param source where playlists come from
     * @return the playlists of ads
     */
    public static AdPresentations of(PlaylistSource source) {
        return of(source, MOST_ADS, Duration.ofMinutes(10));
    }

    /**
     * Keeps what it is told.
     *
     * @param source where playlists come from
     * @param mostAds how many ads are kept; at least 0
     * @param keptFor how long after reading an ad is read anew; zero keeps nothing
     * @return the playlists of ads
     * @throws IllegalArgumentException if a number is negative
     */
    public static AdPresentations of(PlaylistSource source, int mostAds, Duration keptFor) {
        return new AdPresentations(source, mostAds, keptFor);
    }

    @Override
    public Ad load(String id, String uri) {
        Ad known = ads.getIfPresent(uri);
        if (known == null) {
            known = Ad.load(id, uri, source);
            if (known.presentation().isPresent()) {
                ads.put(uri, known);
            }
        }
        return known.id().equals(id)
                ? known
                : new Ad(id, known.presentation(), known.problem(), known.message(), known.response());
    }
}
