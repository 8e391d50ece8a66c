package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.diagnostic.HlsException;
import dev.hemstitch.core.uri.UriReferences;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The playlists of an ad as far as they can be had. Safe for use by several threads. */
final class AvailableAd {
    /** What is missing is written into sessions, which are kept in memory: an ad that lacks more is none. */
    private static final int MOST_MISSING = 20;

    /** Whoever names many playlists that do not answer holds a thread no longer. */
    private static final Duration MOST_LOST = Duration.ofSeconds(10);

    private final Presentation playlists;
    private final Set<String> missing;
    private final Map<Set<String>, Presentation> parts = new ConcurrentHashMap<>();

    private AvailableAd(Presentation playlists, Set<String> missing) {
        this.playlists = playlists;
        this.missing = missing;
    }

    /**
     * Reads an ad.
     *
     * @param uri where its playlist is
     * @param source where playlists come from
     * @param failure is told why a playlist of a rendition is missing
     * @return the ad, with at least one variant
     * @throws IOException if there is none, or too much is missing
     * @throws HlsException if its playlist cannot be read
     */
    static AvailableAd read(String uri, PlaylistSource source, Consumer<Exception> failure) throws IOException {
        List<String> missing = new ArrayList<>();
        Presentation playlists = Presentation.loadAvailable(uri, impatient(source, missing), (media, cause) -> {
            missing.add(media);
            failure.accept(cause);
        });
        if (missing.size() > MOST_MISSING) {
            throw new IOException("too much of the ad cannot be had");
        }
        return new AvailableAd(playlists, Set.copyOf(missing));
    }

    private static PlaylistSource impatient(PlaylistSource source, List<String> missing) {
        long[] lostNanos = {0};
        return uri -> {
            if (missing.size() > MOST_MISSING || lostNanos[0] > MOST_LOST.toNanos()) {
                throw new IOException("too much of the ad could not be had before");
            }
            long start = System.nanoTime();
            try {
                return source.fetch(uri);
            } catch (IOException e) {
                lostNanos[0] += System.nanoTime() - start;
                throw e;
            }
        };
    }

    /** What there is. */
    Presentation playlists() {
        return playlists;
    }

    /** The absolute URIs of the Media Playlists that there are not. */
    Set<String> missing() {
        return missing;
    }

    /** Whether nothing of it is missing that another one has, and something is there that the other lacks. */
    boolean hasMoreThan(AvailableAd other) {
        return other.missing.containsAll(missing) && missing.size() < other.missing.size();
    }

    /**
     * The ad with just these missing: the very same each time, as what is found out of an ad is kept for that.
     *
     * @param left the absolute URIs of the Media Playlists to leave out
     * @return what is left; empty if others are missing too, or nothing is left
     */
    Optional<Presentation> without(Set<String> left) {
        if (!left.containsAll(missing)) {
            return Optional.empty();
        }
        Presentation part = left.equals(missing) ? playlists : parts.computeIfAbsent(left, this::part);
        return Optional.of(part).filter(some -> !some.tracks().isEmpty());
    }

    private Presentation part(Set<String> left) {
        List<Track> tracks = playlists.tracks().stream()
                .filter(track -> !left.contains(UriReferences.resolve(playlists.uri(), track.name())))
                .toList();
        return new Presentation(playlists.uri(), playlists.multivariant(), tracks);
    }
}
