package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the origin's signals say of breaks: whether one is to be filled, what it is called, how long it is now. */
final class LiveSignals {
    /** A duration is another one if it differs by more: elapsed times are often rounded to seconds. */
    private static final long OTHER_LENGTH_MICROS = 1_000_000;

    private LiveSignals() {}

    /** What the origin says of its length now: that it is over, or another duration; each rendition says it of its own start. */
    static LiveBreak signalled(
            LiveBreak each,
            Cut cut,
            SignalledBreak signal,
            AdLine line,
            int published,
            Snapshot snapshot,
            LiveBoundaries boundaries,
            BreakPlan plan,
            LiveDecisions decisions) {
        OptionalLong until = signal.untilNanos();
        if (until.isEmpty() || saysTheSame(each, signal) || endsWhereItDid(each, cut, signal, snapshot, boundaries)) {
            return each;
        }
        // Lengths count from a boundary of this rendition; an end and what has dates are the same moment in all.
        long skewed = each.startMicros() + cut.skewMicros();
        boolean countsFromHere =
                Math.abs(boundaries.places().micros(signal.startNanos()) - skewed) <= LiveBoundaries.SAME_MICROS;
        boolean isMoment = snapshot.isDated() && signal.endNanos().isPresent();
        boolean isLaidApart = !snapshot.isDated() && cut.beganAtMarker();
        long own = (countsFromHere && !isMoment) || isLaidApart ? skewed : each.startMicros();
        long length = (isMoment
                        ? boundaries.places().until(signal)
                        : boundaries.places().micros(until.getAsLong()))
                - own;
        boolean isShorter = length < each.lengthMicros() - LiveBoundaries.SAME_MICROS;
        boolean isEnd = signal.endNanos().isPresent() || (isShorter && own + length <= snapshot.edge());
        long least = isEnd ? boundaries.rounding(until.getAsLong()) : 0;
        if (signal.endNanos().isEmpty()) {
            least = Math.max(least, OTHER_LENGTH_MICROS);
        } else if (signal.joinedAfterNanos().isEmpty()
                && isSame(signal.endNanos().getAsLong() - signal.startNanos(), each)) {
            least = Long.MAX_VALUE; // from one marker to the other it is as long as it was to be
        }
        boolean isOther = length > 0 && Math.abs(length - each.lengthMicros()) > least;
        if (isOther && (isEnd || signal.durationNanos().isPresent())) {
            // Where it did not begin at its marker, that of another rendition may have counted, which is some way off.
            long spare = isEnd || countsFromHere ? 0 : snapshot.usualDuration() / 2;
            return plan.changed(each, length, spare, isEnd, line, published, decisions);
        }
        return isEnd ? each.planned(each.lengthMicros(), true, each.ads(), each.endMicros()) : each;
    }

    /** Whether it is still as long as it was said to be, counted from where this rendition has its start. */
    private static boolean saysTheSame(LiveBreak each, SignalledBreak signal) {
        return signal.endNanos().isEmpty()
                && signal.durationNanos().isPresent()
                && isSame(signal.durationNanos().getAsLong(), each);
    }

    /**
     * Whether it is to end at the same moment, also where its ads began later, behind those of the break before: its marker stands
     * up to half a segment from where it does in other renditions then, if it has no date.
     */
    private static boolean endsWhereItDid(
            LiveBreak each, Cut cut, SignalledBreak signal, Snapshot snapshot, LiveBoundaries boundaries) {
        long end = each.startMicros() + each.lengthMicros();
        long sinceMarker =
                each.startMicros() + cut.skewMicros() - boundaries.places().micros(signal.startNanos());
        boolean isApart = Math.abs(sinceMarker) > LiveBoundaries.SAME_MICROS
                && signal.dateRangeId().isEmpty();
        long most = isApart ? snapshot.usualDuration() / 2 : 0;
        return snapshot.isDated()
                && signal.endNanos().isEmpty()
                && Math.abs(boundaries.places().until(signal) - end) <= Math.max(most, OTHER_LENGTH_MICROS);
    }

    /** Whether a duration is the length of a break. */
    static boolean isSame(long nanos, LiveBreak each) {
        return Math.abs(nanos / 1_000 - each.lengthMicros()) <= OTHER_LENGTH_MICROS;
    }

    /** A break whose content shows, once its end is signalled: what is signalled behind it is another one. */
    static LiveBreak ended(LiveBreak each, @Nullable SignalledBreak signal, LiveBoundaries boundaries) {
        if (signal == null || signal.endNanos().isEmpty() || each.isEnded()) {
            return each;
        }
        long length = boundaries.places().end(signal) - each.startMicros();
        return each.planned(Math.max(0, length), true, each.ads(), each.endMicros());
    }

    /** A break whose ads have played, once its end is signalled: it goes on no longer, whatever its length was thought to be. */
    static LiveBreak marked(LiveBreak each, @Nullable SignalledBreak signal) {
        return signal == null || signal.endNanos().isEmpty() || each.isEnded() || !each.isOver()
                ? each
                : each.planned(each.lengthMicros(), true, each.ads(), each.endMicros());
    }

    static Optional<LiveReason> refusal(SignalledBreak signal, LiveBreak empty, boolean isLate, LiveOptions options) {
        boolean isPoint =
                signal.isInsertionPoint() || signal.durationNanos().orElse(1) == 0 || empty.lengthMicros() <= 0;
        SkipReason reason = isPoint ? SkipReason.NO_TIME_TO_FILL : SkipReason.JOINED_TOO_LATE;
        boolean skips = isLate && options.midBreakJoin() == LiveOptions.MidBreakJoin.SKIP;
        return isPoint || skips
                ? Optional.of(new LiveReason(
                        empty.id(),
                        Optional.empty(),
                        reason,
                        isPoint ? "it replaces nothing" : "it was running already"))
                : Optional.empty();
    }

    static String idOf(SignalledBreak signal, long natural, List<LiveBreak> breaks) {
        String id = LiveBreak.shortId(signal.id());
        boolean isTaken = breaks.stream().anyMatch(each -> each.id().equals(id));
        boolean isReserved = id.equals(LiveBreak.PRE_ROLL) || id.equals(LiveBreak.POST_ROLL);
        return isTaken || isReserved ? LiveBreak.shortId(signal.id() + "@" + natural) : id;
    }
}
