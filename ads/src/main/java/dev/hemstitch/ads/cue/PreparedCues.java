package dev.hemstitch.ads.cue;

import dev.hemstitch.core.model.MediaPlaylist;
import java.util.List;
import java.util.OptionalLong;

/** The markers of a snapshot, read once by {@link CueReader#prepare}. Immutable and safe for use by several threads. */
public final class PreparedCues {
    private final MediaPlaylist playlist;
    private final List<CueMark> marks;
    private final Problems problems;
    private final OptionalLong longestBreakNanos;
    private final boolean snaps;

    /** Keeps the marks and problems, which are not changed any more. */
    PreparedCues(
            MediaPlaylist playlist,
            List<CueMark> marks,
            Problems problems,
            OptionalLong longestBreakNanos,
            boolean snaps) {
        this.playlist = playlist;
        this.marks = marks;
        this.problems = problems;
        this.longestBreakNanos = longestBreakNanos;
        this.snaps = snaps;
    }

    /**
     * Whether a marker that starts a break stands near a time.
     *
     * @param nanos the time, on the timeline of the playlist
     * @param withinNanos how far from it the marker may stand
     * @return whether there is one
     */
    public boolean startsNear(long nanos, long withinNanos) {
        return marks.stream()
                .anyMatch(mark -> mark.kind() == CueMark.Kind.OUT && Math.abs(mark.nanos() - nanos) <= withinNanos);
    }

    /**
     * Puts the markers together to breaks.
     *
     * @param known the breaks that are known from before, as for {@link CueReader#read(MediaPlaylist, List)}
     * @return the breaks, known and new ones, and the problems
     */
    public CueReading read(List<SignalledBreak> known) {
        if (marks.isEmpty() && known.isEmpty()) {
            return new CueReading(List.of(), problems.located(playlist));
        }
        PlaylistTimeline timeline = new PlaylistTimeline(playlist);
        Problems found = problems.copy();
        BreakAssembly assembly = new BreakAssembly(longestBreakNanos, found);
        KnownBreaks.on(timeline, known, longestBreakNanos).forEach(assembly::know);
        assembly.add(marks);
        BreakOutput output = new BreakOutput(timeline, longestBreakNanos, snaps, playlist.endList(), found);
        List<SignalledBreak> breaks = output.of(assembly.breaks());
        return new CueReading(breaks, found.located(playlist));
    }
}
