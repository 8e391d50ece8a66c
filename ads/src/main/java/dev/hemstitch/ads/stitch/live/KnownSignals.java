package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.cue.TimelineAnchor;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
     * @param nearMicros how far apart renditions may see a start
     */
    static List<SignalledBreak> of(List<LiveBreak> breaks, int start, Snapshot snapshot, long nearMicros) {
        List<SignalledBreak> known = new ArrayList<>();
        long zero = snapshot.at(0);
        for (int i = start; i < breaks.size(); i++) {
            LiveBreak each = breaks.get(i);
            boolean runs = !each.isRestart()
                    && !each.id().equals(LiveBreak.PRE_ROLL)
                    && each.lengthMicros() > 0
                    && each.startMicros() + nearMicros < zero
                    && (each.startMicros() + each.lengthMicros() > zero || !each.isEnded());
            if (runs) {
                known.add(signal(each, snapshot));
            }
        }
        return known;
    }

    private static SignalledBreak signal(LiveBreak each, Snapshot snapshot) {
        boolean isRange = snapshot.playlist().segmentsHave(HlsTag.DATERANGE)
                && snapshot.playlist().dateRanges().stream().map(DateRange::id).anyMatch(each.id()::equals);
        long nanos = (each.startMicros() - snapshot.at(0)) * 1_000;
        OptionalLong length = each.isMeasured() ? OptionalLong.of(each.lengthMicros() * 1_000) : OptionalLong.empty();
        return SignalledBreak.builder(each.id(), nanos)
                .durationNanos(length)
                .eventId(Optional.of(each.id()))
                .dateRangeId(isRange ? Optional.of(each.id()) : Optional.empty())
                .anchor(Optional.of(new TimelineAnchor(snapshot.firstNumber(), 0)))
                .build();
    }
}
