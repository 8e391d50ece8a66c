package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.uri.DeliveryDirectives;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @param clockMicros how much later than the edge of an undated origin the clock is at least, in microseconds since 1970
     *     less those of the session; 0 if nobody told the time
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

        Session merge(Session other) {
            Session start = zeroMicros != NO_DATE && (other.zeroMicros == NO_DATE || zeroMicros <= other.zeroMicros)
                    ? this
                    : other;
            long target = Math.min(targetDuration, other.targetDuration);
            return new Session(
                    start.zeroMicros,
                    start.clockMicros,
                    target == 0 ? Math.max(targetDuration, other.targetDuration) : target,
                    Math.max(version, other.version),
                    Math.max(discontinuityOffset, other.discontinuityOffset),
                    Math.max(lastDiscontinuity, other.lastDiscontinuity),
                    Math.max(restarts, other.restarts),
                    isDependent || other.isDependent,
                    hasDateRanges || other.hasDateRanges);
        }
    }

    private final Session session;
    private final List<LiveBreak> breaks;
    private final SortedMap<String, RenditionState> renditions;

    LiveState(Session session, List<LiveBreak> breaks, SortedMap<String, RenditionState> renditions) {
        this.session = session;
        this.breaks = List.copyOf(breaks);
        this.renditions = renditions;
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

    @Nullable
    RenditionState rendition(String name) {
        return renditions.get(name);
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
     * The state that follows from two that were made at once of the same one, each for another rendition, where the store
     * cannot tell ({@link LiveSessions} does not need this: it stitches again). The same whichever is asked, and of itself it
     * is itself: of each rendition the one that has come further, of each break the decision that comes first in a fixed order.
     *
     * @param other the other state
     * @return both in one
     */
    public LiveState merge(LiveState other) {
        if (renditions.isEmpty() && breaks.isEmpty()) {
            return other;
        }
        if (other.renditions.isEmpty() && other.breaks.isEmpty()) {
            return this;
        }
        SortedMap<String, RenditionState> all = new TreeMap<>(renditions);
        other.renditions.forEach((name, state) -> all.merge(name, state, RenditionState::merge));
        Map<String, LiveBreak> merged = new LinkedHashMap<>();
        breaks.forEach(each -> merged.put(key(each), each));
        other.breaks.forEach(each -> merged.merge(key(each), each, LiveBreak::merge));
        List<LiveBreak> ordered = new ArrayList<>(merged.values());
        ordered.sort(Comparator.comparingLong(LiveBreak::startMicros)
                .thenComparing(LiveBreak::id)
                .thenComparing(LiveBreak::firstDiscontinuity));
        return new LiveState(session.merge(other.session), ordered, all);
    }

    private static String key(LiveBreak each) {
        return each.isRestart() ? "restart " + each.firstDiscontinuity() : "break " + each.id();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof LiveState other
                && session.equals(other.session)
                && breaks.equals(other.breaks)
                && renditions.equals(other.renditions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(session, breaks, renditions);
    }

    /** {@return the state as JSON} */
    @Override
    public String toString() {
        return toJson();
    }
}
