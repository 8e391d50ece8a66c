package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.decision.Slate;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What fills the time that ads leave in a break: one slate for each kind of content, such as one of MPEG-TS and one of fragmented MP4.
 * Safe for use by several threads.
 */
public final class Slates {
    static final String ID = "slate";

    private final List<String> uris;
    private final AdPlaylists playlists;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    /** A slate that is cut to what a break needs; what is found out of it is found out once. */
    private record Made(Presentation presentation, Slate slate) {
        @SuppressWarnings("ReferenceEquality") // comparing what they hold would cost more
        boolean isOf(Presentation other) {
            return presentation == other;
        }

        static Made of(Presentation presentation) {
            return new Made(presentation, Slate.of(ID, presentation));
        }
    }

    /**
     * Slates. They are got in the background from now on.
     *
     * @param uris where the playlist of each is, in the order in which they are tried; empty for no slate
     * @param playlists reads them
     */
    public Slates(List<String> uris, AdPlaylists playlists) {
        this.uris = List.copyOf(uris);
        this.playlists = playlists;
        uris.forEach(uri -> playlists.load(ID, uri, Set.of(), Duration.ZERO));
    }

    /** {@return whether there is none, whatever the content} */
    boolean isEmpty() {
        return uris.isEmpty();
    }

    /**
     * The first slate that goes with something, to be cut to what a break needs.
     *
     * @param longest how long to wait for those that have not come yet, in all
     * @param fits whether a slate goes with it
     * @return the slate, as {@link #first} finds it
     */
    Optional<Slate> firstToCut(Duration longest, Predicate<Ad> fits) {
        return first(longest, fits).flatMap(Ad::presentation).map(this::slate);
    }

    private Slate slate(Presentation presentation) {
        return made.compute(
                        presentation.uri(),
                        (uri, old) -> old != null && old.isOf(presentation) ? old : Made.of(presentation))
                .slate();
    }

    /**
     * The first slate that goes with something. As all replicas have to choose the same, one that cannot be had is not passed over:
     * then there is none.
     *
     * @param longest how long to wait for those that have not come yet, in all
     * @param fits whether a slate goes with it
     * @return the slate; empty if none fits, or not all that come before it can be had
     */
    public Optional<Ad> first(Duration longest, Predicate<Ad> fits) {
        long until = System.nanoTime() + longest.toNanos();
        for (String uri : uris) {
            Ad slate = playlists.load(ID, uri, Set.of(), Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            if (slate.presentation().isEmpty()) {
                return Optional.empty();
            }
            if (fits.test(slate)) {
                return Optional.of(slate);
            }
        }
        return Optional.empty();
    }
}
