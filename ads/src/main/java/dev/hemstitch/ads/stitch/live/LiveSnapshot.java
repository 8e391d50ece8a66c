package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.PreparedCues;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A playlist of an origin at one moment, as all viewers of a rendition are stitched from it: what is the same for them, such as
 * the cue markers, is read once, by the first one. Make one for each snapshot that is fetched. Its answers do not depend on who
 * asked before.
 *
 * <p>Safe for use by several threads.
 */
public final class LiveSnapshot {
    /** Viewers for whom other breaks run on from before; beyond that many kinds each one is read for itself. */
    private static final int MOST_READINGS = 64;

    private final MediaPlaylist playlist;
    private final Optional<Instant> fetchedAt;
    private volatile @Nullable Readings readings;

    /**
     * What the markers say.
     *
     * @param reader by which reader
     * @param cues the markers
     * @param byKnown the breaks that they make together with those that are known from before
     */
    private record Readings(
            CueReader reader, PreparedCues cues, Map<List<SignalledBreak>, List<SignalledBreak>> byKnown) {
        List<SignalledBreak> of(List<SignalledBreak> known) {
            List<SignalledBreak> ready = byKnown.get(known);
            if (ready != null) {
                return ready;
            }
            List<SignalledBreak> read = cues.read(known).breaks();
            if (byKnown.size() < MOST_READINGS) {
                byKnown.put(known, read);
            }
            return read;
        }
    }

    private LiveSnapshot(MediaPlaylist playlist, Optional<Instant> fetchedAt) {
        if (playlist.has(HlsTag.SKIP)) {
            throw new IllegalArgumentException("a delta update must be merged before it can be stitched");
        }
        this.playlist = playlist;
        this.fetchedAt = fetchedAt;
    }

    /**
     * A snapshot.
     *
     * @param playlist the playlist, its variables replaced, delta updates merged
     * @return the snapshot
     * @throws IllegalArgumentException if it has EXT-X-SKIP: {@link dev.hemstitch.core.diff.DeltaUpdate} merges it
     */
    public static LiveSnapshot of(MediaPlaylist playlist) {
        return new LiveSnapshot(playlist, Optional.empty());
    }

    /**
     * A snapshot with the time, by which renditions of an origin without dates are laid beside each other when one of them is
     * asked for the first time. Servers that are to give the same bytes leave it out, unless they share their snapshots.
     *
     * @param playlist the playlist, its variables replaced, delta updates merged
     * @param fetchedAt when the origin gave it
     * @return the snapshot
     * @throws IllegalArgumentException if it has EXT-X-SKIP
     */
    public static LiveSnapshot of(MediaPlaylist playlist, Instant fetchedAt) {
        return new LiveSnapshot(playlist, Optional.of(fetchedAt));
    }

    /** {@return the playlist} */
    public MediaPlaylist playlist() {
        return playlist;
    }

    /** {@return when the origin gave it; empty if that is not known} */
    public Optional<Instant> fetchedAt() {
        return fetchedAt;
    }

    /** The breaks that it signals for somebody for whom others are known from before. */
    List<SignalledBreak> signalled(CueReader reader, List<SignalledBreak> known) {
        return readings(reader).of(known);
    }

    /** Its markers. */
    PreparedCues cues(CueReader reader) {
        return readings(reader).cues();
    }

    @SuppressWarnings("ReferenceEquality") // readers have no equality: another one may read otherwise
    private Readings readings(CueReader reader) {
        Readings ready = readings;
        if (ready == null || ready.reader() != reader) {
            ready = new Readings(reader, reader.prepare(playlist), new ConcurrentHashMap<>());
            readings = ready;
        }
        return ready;
    }
}
