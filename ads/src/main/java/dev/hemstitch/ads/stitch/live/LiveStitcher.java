package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import java.time.Instant;
import java.util.Optional;

/**
 * Replaces the breaks of live playlists by a viewer's own ads, refresh by refresh.
 *
 * <p>It is a function of what it is given, and remembers nothing: the same state, snapshot and decisions give the same result
 * on any machine. What it keeps true: a segment once published never changes; numbers of segments rise by what was removed, in
 * each rendition for itself; numbers of discontinuities are the same in all renditions; the target duration stays; the output
 * neither runs ahead of the origin nor stalls; content keeps its dates, and ads get those of what they replace. Whatever goes
 * wrong with an ad leaves it out, with a reason, and the content plays on.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class LiveStitcher {
    private final LiveOptions options;

    /**
     * A stitcher.
     *
     * @param options how to stitch
     */
    public LiveStitcher(LiveOptions options) {
        this.options = options;
    }

    /**
     * One refresh of one rendition of one viewer.
     *
     * @param state what the refresh before gave, of whichever rendition; {@link LiveState#NEW} for a new viewer
     * @param rendition the rendition
     * @param snapshot the newest snapshot of it at hand; its variables replaced, delta updates merged
     * @param decisions what was decided for this viewer
     * @return what to serve and what to store
     * @throws IllegalArgumentException if the snapshot has EXT-X-SKIP: {@link dev.hemstitch.core.diff.DeltaUpdate} merges it
     */
    public LiveResult stitch(
            LiveState state, LiveRendition rendition, MediaPlaylist snapshot, LiveDecisions decisions) {
        return stitch(state, rendition, snapshot, decisions, Optional.empty());
    }

    /**
     * The same with the time, by which renditions of an origin without dates are laid beside each other when one of them is
     * asked for the first time.
     *
     * @param state what the refresh before gave, of whichever rendition; {@link LiveState#NEW} for a new viewer
     * @param rendition the rendition
     * @param snapshot the newest snapshot of it at hand; its variables replaced, delta updates merged
     * @param decisions what was decided for this viewer
     * @param now the time at which the snapshot was fetched; empty if it is not known
     * @return what to serve and what to store
     * @throws IllegalArgumentException if the snapshot has EXT-X-SKIP
     */
    public LiveResult stitch(
            LiveState state,
            LiveRendition rendition,
            MediaPlaylist snapshot,
            LiveDecisions decisions,
            Optional<Instant> now) {
        if (snapshot.has(HlsTag.SKIP)) {
            throw new IllegalArgumentException("a delta update must be merged before it can be stitched");
        }
        return new LiveRefresh(options, state, rendition, snapshot, decisions, now).run();
    }
}
