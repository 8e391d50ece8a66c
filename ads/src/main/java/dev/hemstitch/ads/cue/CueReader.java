package dev.hemstitch.ads.cue;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Variables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the cue markers of Media Playlists. Immutable and safe for use by several threads.
 *
 * <p><b>One break.</b> What several dialects say before the same segment, or at the same time, is one break; so is what is said
 * again with the same event, range or id while the break runs, and EXT-OATCLS-SCTE35 one segment away from the other words. The
 * earliest end counts. The shortest of different durations counts; that of a section only where no words say one, and that of
 * EXT-X-CUE-OUT-CONT only where nothing that starts the break does.
 *
 * <p><b>Ids.</b> The ID of EXT-X-DATERANGE, else the SCTE 35 event id in decimal, else BREAKID or ID, else the date of the start
 * rounded to the second, such as {@code 2026-02-19T14:54:23Z}, else {@code msn-} and the Media Sequence Number. So an id is the
 * same in all snapshots and renditions as long as these agree: numbers of one segment differ between renditions; a start that
 * is reckoned from elapsed time is as exact as that, and its number is estimated by the average duration of segments. An id
 * that an earlier break of the playlist has gets {@code @} and the date or number behind it; one that an encoder uses again when
 * the former break has left the window is the same id. {@link #read(MediaPlaylist, List)}
 * keeps ids whatever leaves the window.
 */
public final class CueReader {
    /** The longest that a break of unknown length lasts: five minutes. */
    public static final Duration DEFAULT_LONGEST_BREAK = Duration.ofMinutes(5);

    /** The most cue tags of a playlist that are read: 100,000. */
    public static final int DEFAULT_MOST_CUES = 100_000;

    private static final CueReader DEFAULTS = builder().build();

    private final CuePosition position;
    private final OptionalLong longestBreakNanos;
    private final boolean snaps;
    private final int mostCues;
    private final Variables multivariant;

    private CueReader(Builder builder) {
        this.position = builder.position;
        this.longestBreakNanos = builder.longestBreakNanos;
        this.snaps = builder.snaps;
        this.mostCues = builder.mostCues;
        this.multivariant = builder.multivariant;
    }

    /** {@return a reader with all defaults} */
    public static CueReader withDefaults() {
        return DEFAULTS;
    }

    /**
     * A builder. Defaults: {@link CuePosition#TAG}, breaks of unknown length last {@link #DEFAULT_LONGEST_BREAK}, times are not
     * moved to segment boundaries, {@link #DEFAULT_MOST_CUES}, no variables of a Multivariant Playlist.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the markers of a playlist.
     *
     * @param playlist the playlist, live or complete; what is wrong with its markers becomes a problem, never an exception
     * @return the breaks and the problems
     */
    public CueReading read(MediaPlaylist playlist) {
        return read(playlist, List.of());
    }

    /**
     * Reads the markers of the next snapshot of a live playlist.
     *
     * @param playlist the snapshot
     * @param known the breaks that were read from the snapshot before, or from any earlier one that has a segment in common with
     *     this one, or dates; they keep their ids, starts and durations when their markers have left the window, and are left
     *     out when they are over before the first segment, or when nothing tells where they are now
     * @return the breaks, known and new ones, and the problems
     */
    public CueReading read(MediaPlaylist playlist, List<SignalledBreak> known) {
        return prepare(playlist).read(known);
    }

    /**
     * Reads the markers of a snapshot as far as that does not depend on what was known before: once for all viewers of a channel,
     * whose known breaks differ.
     *
     * @param playlist the playlist, live or complete
     * @return its markers, from which breaks are read as {@link #read(MediaPlaylist, List)} does
     */
    public PreparedCues prepare(MediaPlaylist playlist) {
        List<MediaSegment> annotated = playlist.annotatedSegments();
        Problems problems = new Problems();
        PlaylistTimeline timeline = new PlaylistTimeline(playlist);
        List<CueMark> marks =
                new CueMarks(timeline, position, mostCues, variables(playlist), problems).of(playlist, annotated);
        return new PreparedCues(playlist, List.copyOf(marks), problems, longestBreakNanos, snaps);
    }

    /** Definitions stand before what refers to them; most playlists have none, and are not searched for them. */
    private Variables variables(MediaPlaylist playlist) {
        boolean defines = playlist.header().stream().anyMatch(line -> line.is(HlsTag.DEFINE));
        return defines ? Variables.of(playlist, multivariant, "") : Variables.NONE;
    }

    /** Collects options; not safe for use by several threads. */
    public static final class Builder {
        private CuePosition position = CuePosition.TAG;
        private OptionalLong longestBreakNanos = OptionalLong.of(DEFAULT_LONGEST_BREAK.toNanos());
        private boolean snaps;
        private int mostCues = DEFAULT_MOST_CUES;
        private Variables multivariant = Variables.NONE;

        private Builder() {}

        /**
         * Sets what says where a date range lies.
         *
         * @param value tag or date
         * @return this builder
         */
        public Builder position(CuePosition value) {
            position = value;
            return this;
        }

        /**
         * Sets how long a break lasts that has neither duration nor end.
         *
         * @param longest a positive time; empty for no limit
         * @return this builder
         * @throws IllegalArgumentException if it is not positive, or longer than 292 years
         */
        public Builder longestBreak(Optional<Duration> longest) {
            if (longest.isPresent()
                    && (longest.get().isNegative()
                            || longest.get().isZero()
                            || longest.get().toDays() >= 292L * 365)) {
                throw new IllegalArgumentException("a break lasts longer than nothing and less than 292 years");
            }
            longestBreakNanos =
                    longest.isPresent() ? OptionalLong.of(longest.get().toNanos()) : OptionalLong.empty();
            return this;
        }

        /**
         * Sets whether starts and ends within a segment, which only dates can say, are moved to the nearer boundary.
         *
         * @param value whether they are
         * @return this builder
         */
        public Builder snapToBoundaries(boolean value) {
            snaps = value;
            return this;
        }

        /**
         * Sets how many cue tags of a playlist are read.
         *
         * @param most at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder mostCues(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("at least one cue tag must be allowed");
            }
            mostCues = most;
            return this;
        }

        /**
         * Sets what EXT-X-DEFINE:IMPORT finds; the playlist's own variables are known without this.
         *
         * @param value the variables of the Multivariant Playlist
         * @return this builder
         */
        public Builder multivariantVariables(Variables value) {
            multivariant = value;
            return this;
        }

        /** {@return the reader} */
        public CueReader build() {
            return new CueReader(this);
        }
    }
}
