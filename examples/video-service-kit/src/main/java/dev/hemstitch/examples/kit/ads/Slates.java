package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.model.Ad;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What fills the time that ads leave in a break: one slate for each kind of content, such as one of MPEG-TS and one of fragmented MP4.
 * Safe for use by several threads.
 */
public final class Slates {
    private static final String ID = "slate";

    private final List<String> uris;
    private final AdPlaylists playlists;

    /**
     * Slates. They are got in the background from now on.
     *
     * @param uris where the playlist of each is, in the order in which they are tried; empty for no slate
     * @param playlists reads them
     */
    public Slates(List<String> uris, AdPlaylists playlists) {
        this.uris = List.copyOf(uris);
        this.playlists = playlists;
        uris.forEach(uri -> playlists.load(ID, uri, Duration.ZERO));
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
            Ad slate = playlists.load(ID, uri, Duration.ofNanos(Math.max(0, until - System.nanoTime())));
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
