package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.PreparedCues;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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

    /** The same for what is listed: viewers with other ads or numbers get other playlists. */
    private static final int MOST_LISTINGS = 128;

    /** The same for dates of ads, of which viewers with ads of the same lengths have the same. */
    private static final int MOST_DATES = 256;

    private final MediaPlaylist playlist;
    private final Optional<Instant> fetchedAt;
    private final ZoneOffset zone;
    private final boolean hasReports;
    private final Map<Listing, Listing.Written> listings = new ConcurrentHashMap<>();
    private final Map<Long, IsoDateTime> dates = new ConcurrentHashMap<>();

    /** Those that were asked for; 0 for others. */
    private final int[] hashes;

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
        this.zone = playlist.segments().stream()
                .limit(1)
                .flatMap(segment -> segment.programDateTime().stream())
                .map(OffsetDateTime::getOffset)
                .findFirst()
                .orElse(ZoneOffset.UTC);
        this.hashes = new int[playlist.segments().size()];
        this.hasReports = !playlist.renditionReports().isEmpty();
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

    /** A moment, in microseconds since 1970, in the time zone in which the origin writes its dates. */
    IsoDateTime date(long epochMicros) {
        IsoDateTime ready = dates.get(epochMicros);
        if (ready != null) {
            return ready;
        }
        int nanos = Math.floorMod(epochMicros, 1_000_000) * 1_000;
        Instant moment = Instant.ofEpochSecond(Math.floorDiv(epochMicros, 1_000_000), nanos);
        IsoDateTime date = IsoDateTime.of(moment.atOffset(zone));
        if (dates.size() < MOST_DATES) {
            dates.put(epochMicros, date);
        }
        return date;
    }

    /** What tells a segment from another one with its number. */
    int hash(int index) {
        int ready = hashes[index];
        if (ready == 0) {
            ready = SegmentHash.of(playlist.segments().get(index));
            hashes[index] = ready; // whoever else finds none makes the same
        }
        return ready;
    }

    /** Whether it says how far other renditions are. */
    boolean hasReports() {
        return hasReports;
    }

    /** A playlist, written by the first viewer who gets it. */
    Listing.Written listed(Listing listing, Supplier<Listing.Written> writing) {
        Listing.Written ready = listings.get(listing);
        if (ready != null) {
            return ready;
        }
        Listing.Written written = writing.get();
        if (listings.size() < MOST_LISTINGS) {
            listings.put(listing, written);
        }
        return written;
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
