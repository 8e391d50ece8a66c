package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.uri.DeliveryDirectives;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer's live stream needs to be continued at the next refresh, whoever answers it: for each rendition how far it has
 * come, and for each break in the window what was decided. No playlist, no URI: some ninety bytes for a rendition and about a
 * hundred for a break.
 *
 * <p>Immutable and safe for use by several threads. Two are equal if they say the same.
 */
public final class LiveState {
    /** A viewer who has seen nothing yet. */
    public static final LiveState NEW =
            new LiveState(new Session(0, 0, 0, 0, 0, 0, 0, false, false), List.of(), new TreeMap<>());

    /** No date is known. */
    static final long NO_DATE = 0;

    /**
     * What is true of all renditions.
     *
     * @param zeroMicros when the session's timeline starts, in microseconds since 1970; {@link #NO_DATE} without dates
     * @param clockMicros how much later than the edge of an undated origin the clock was at the last refresh, in microseconds; 0 if
     *     that is not known
     * @param targetDuration in seconds; 0 if none was published yet
     * @param version the highest EXT-X-VERSION that was needed
     * @param discontinuityOffset what is added to the content's discontinuity numbers before the first break
     * @param lastDiscontinuity the highest discontinuity number that was published
     * @param restarts how often the origin has started to count anew
     * @param isDependent whether an ad was published whose segments may need others to be decoded
     * @param hasDateRanges whether the content ever had date ranges
     */
    record Session(
            long zeroMicros,
            long clockMicros,
            long targetDuration,
            long version,
            long discontinuityOffset,
            long lastDiscontinuity,
            long restarts,
            boolean isDependent,
            boolean hasDateRanges) {
        Session restarted() {
            return new Session(
                    zeroMicros,
                    clockMicros,
                    targetDuration,
                    version,
                    discontinuityOffset,
                    lastDiscontinuity,
                    restarts + 1,
                    isDependent,
                    hasDateRanges);
        }

        /** The same on a timeline that starts earlier. */
        Session later(long micros) {
            return new Session(
                    zeroMicros == NO_DATE ? NO_DATE : zeroMicros - micros,
                    clockMicros == 0 ? 0 : clockMicros - micros,
                    targetDuration,
                    version,
                    discontinuityOffset,
                    lastDiscontinuity,
                    restarts,
                    isDependent,
                    hasDateRanges);
        }

        Session merge(Session other, long newDiscontinuityOffset) {
            return new Session(
                    leastKnown(zeroMicros, other.zeroMicros),
                    leastKnown(clockMicros, other.clockMicros),
                    leastKnown(targetDuration, other.targetDuration),
                    Math.max(version, other.version),
                    newDiscontinuityOffset,
                    Math.max(lastDiscontinuity, other.lastDiscontinuity),
                    Math.max(restarts, other.restarts),
                    isDependent || other.isDependent,
                    hasDateRanges || other.hasDateRanges);
        }

        private static long leastKnown(long one, long other) {
            return one == 0 || other == 0 ? one + other : Math.min(one, other);
        }
    }

    private final Session session;
    private final List<LiveBreak> breaks;
    private final SortedMap<String, RenditionState> renditions;
    private final long passed;

    LiveState(Session session, List<LiveBreak> breaks, SortedMap<String, RenditionState> renditions) {
        this(session, breaks, renditions, 0);
    }

    /**
     * @param passed how many breaks were forgotten so far
     */
    LiveState(Session session, List<LiveBreak> breaks, SortedMap<String, RenditionState> renditions, long passed) {
        this.session = session;
        this.breaks = List.copyOf(breaks);
        this.renditions = renditions;
        this.passed = passed;
    }

    Session session() {
        return session;
    }

    /** The breaks in the order of their starts. */
    List<LiveBreak> breaks() {
        return breaks;
    }

    SortedMap<String, RenditionState> renditions() {
        return renditions;
    }

    /** How many breaks were forgotten so far. */
    long passed() {
        return passed;
    }

    @Nullable
    RenditionState rendition(String name) {
        return renditions.get(name);
    }

    /**
     * How far a viewer was shown a rendition: for embedders whose replicas do not all have the same snapshot at hand, of which none
     * may serve less than another one has.
     *
     * @param rendition the name of the rendition
     * @return the Media Sequence Number of the last segment that was listed of it, unsigned 64 bit; empty if the viewer has not
     *     asked for it yet
     */
    public OptionalLong lastPublished(String rendition) {
        RenditionState known = renditions.get(rendition);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known.last());
    }

    /**
     * {@return the state as JSON, on one line; its form has a version, and {@link #fromJson} reads all versions that there
     * ever were}
     */
    public String toJson() {
        return LiveStateJson.write(this);
    }

    /**
     * Reads a state.
     *
     * @param json what {@link #toJson} gave
     * @return the state
     * @throws IllegalArgumentException if it is none, or of a version that is not known
     */
    public static LiveState fromJson(String json) {
        return LiveStateJson.read(json);
    }

    /**
     * What to ask the origin for when a player asks for a playlist of this viewer with directives (RFC 8216bis, 6.2.5.2): those are
     * in numbers of the output, these in the origin's. They hold where content plays; a break has segments of its own. So stitch
     * what the origin gives, and as long as {@link dev.hemstitch.core.model.LiveEdge#answer} of the output says to wait, ask the
     * origin for what {@link dev.hemstitch.core.model.LiveEdge#next()} of its newest playlist says. An origin that refuses these
     * directives has started to count anew: ask it without any.
     *
     * @param rendition the name of the rendition that is asked for
     * @param asked the player's directives
     * @return the directives for the origin, of the segment behind its last one at most; none if its newest playlist will do to begin
     *     with: it has what is asked for, a break runs or begins, the viewer has not asked for this rendition yet, the origin has
     *     started to count anew, or the number is more than two ahead, which {@code answer} refuses unless the newest playlist
     *     comes near. Never {@code _HLS_skip}, which counts from what the player has: an update is made of the output, with {@link
     *     dev.hemstitch.core.diff.DeltaUpdate}
     */
    public DeliveryDirectives originDirectives(String rendition, DeliveryDirectives asked) {
        return OriginDirectives.of(this, rendition, asked);
    }

    /**
     * The state that follows from two that were made at once of the same one, each for other renditions, where the store
     * cannot tell ({@link LiveSessions} does not need this: it stitches again). It does not matter which is merged into which, nor in
     * which order several are, and of itself it is itself: of each rendition the one that has come further, of each break one
     * decision, which keeps what has begun.
     *
     * @param other the other state
     * @return both in one
     */
    public LiveState merge(LiveState other) {
        return LiveMerge.of(this, other);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof LiveState other
                && session.equals(other.session)
                && breaks.equals(other.breaks)
                && renditions.equals(other.renditions)
                && passed == other.passed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(session, breaks, renditions, passed);
    }

    /** {@return the state as JSON} */
    @Override
    public String toString() {
        return toJson();
    }
}
