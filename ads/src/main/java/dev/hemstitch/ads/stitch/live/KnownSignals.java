package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.PreparedCues;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.cue.TimelineAnchor;
import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The breaks of a state that run on from before a snapshot, as if they had been read from the one before: also those that were to
 * be over, since markers may go on.
 */
final class KnownSignals {
    private KnownSignals() {}

    /**
     * Those whose start has left the window: what starts in it is read there.
     *
     * @param start the index of the first break that may be signalled
     * @param cues the markers of the snapshot
     * @param own what these say by themselves, where there are no dates
     * @param targetMicros the target duration: how far from where it starts a break that has not begun in the rendition may be
     *     marked; half of it where it has begun
     * @param shownMicros up to where content was shown without dates: what has not begun there is marked elsewhere
     */
    static List<SignalledBreak> of(
            String rendition,
            List<LiveBreak> breaks,
            int start,
            Snapshot snapshot,
            PreparedCues cues,
            List<SignalledBreak> own,
            long targetMicros,
            long shownMicros) {
        List<SignalledBreak> known = new ArrayList<>();
        long zero = snapshot.at(0);
        for (int i = start; i < breaks.size(); i++) {
            LiveBreak each = breaks.get(i);
            Cut cut = each.cut(rendition);
            boolean hasLeft = cut == null
                    ? each.startMicros() + targetMicros < zero
                    : cut.start() < snapshot.firstNumber() && each.startMicros() < zero;
            boolean runs = !each.isRestart()
                    && !each.id().equals(LiveBreak.PRE_ROLL)
                    && each.lengthMicros() > 0
                    && hasLeft
                    && (over(each) > zero || !each.isEnded());
            // Where it starts may be known from a rendition with earlier boundaries.
            boolean isMarked = runs
                    && zero - each.startMicros() <= targetMicros / 2
                    && cues.startsNear((each.startMicros() - zero) * 1_000, targetMicros * 500);
            // Without dates others may be laid apart: what has not begun here is where it is marked here.
            boolean isNamed = cut == null && own.stream().anyMatch(signal -> startsHere(signal, each));
            boolean isShown = cut == null && each.startMicros() + targetMicros < shownMicros;
            if (runs && !isMarked && !isNamed && !isShown) {
                known.add(signal(each, begun(each, cut, snapshot), snapshot));
            }
        }
        return known;
    }

    private static long over(LiveBreak each) {
        return each.startMicros() + (each.isOver() ? each.resumeMicros() : each.lengthMicros());
    }

    private static boolean startsHere(SignalledBreak signal, LiveBreak each) {
        return signal.joinedAfterNanos().isEmpty()
                && LiveBreak.shortId(signal.id()).equals(each.id());
    }

    /** Where it started: without dates where it is marked in the rendition, if that is known, since others may be laid apart. */
    private static long begun(LiveBreak each, @Nullable Cut cut, Snapshot snapshot) {
        return snapshot.isDated() || cut == null || !cut.beganAtMarker()
                ? each.startMicros()
                : each.startMicros() + cut.skewMicros();
    }

    private static SignalledBreak signal(LiveBreak each, long begun, Snapshot snapshot) {
        boolean isRange = snapshot.playlist().segmentsHave(HlsTag.DATERANGE)
                && snapshot.playlist().dateRanges().stream().map(DateRange::id).anyMatch(each.id()::equals);
        long nanos = (begun - snapshot.at(0)) * 1_000;
        OptionalLong length = each.isMeasured() ? OptionalLong.of(each.lengthMicros() * 1_000) : OptionalLong.empty();
        return SignalledBreak.builder(each.id(), nanos)
                .durationNanos(length)
                .eventId(Optional.of(each.id()))
                .dateRangeId(isRange ? Optional.of(each.id()) : Optional.empty())
                .anchor(Optional.of(new TimelineAnchor(snapshot.firstNumber(), 0)))
                .build();
    }
}
