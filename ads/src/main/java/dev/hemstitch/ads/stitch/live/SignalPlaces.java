package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a snapshot signals breaks: at which of its boundaries, and when in all renditions, which have others. */
final class SignalPlaces {
    private final Snapshot snapshot;
    private final long targetMicros;

    SignalPlaces(Snapshot snapshot, long targetMicros) {
        this.snapshot = snapshot;
        this.targetMicros = targetMicros;
    }

    /** The boundary at which it starts in this rendition. */
    int boundary(SignalledBreak signal) {
        return signal.mediaSequence().isPresent()
                ? snapshot.indexOf(signal.mediaSequence().getAsLong())
                : snapshot.nearest(micros(signal.startNanos()));
    }

    /** A time of the snapshot, in nanoseconds from its start, on the session's timeline. */
    long micros(long snapshotNanos) {
        return snapshot.at(0) + snapshotNanos / 1_000;
    }

    /** Where a break starts in all renditions: as its date range says, whose tag stands at a boundary of this one. */
    long start(SignalledBreak signal) {
        long stands = micros(signal.startNanos());
        return near(stands, signal.dateRangeId().map(snapshot::startOfRange));
    }

    /** Where it is over as far as is known; very late if nothing is. A length counts from where it starts in all renditions. */
    long until(SignalledBreak signal) {
        long stands = micros(signal.untilNanos().orElse(Long.MAX_VALUE / 4));
        if (signal.endNanos().isEmpty()) {
            return stands + start(signal) - micros(signal.startNanos());
        }
        return signal.endNanos().equals(signal.untilNanos()) ? end(signal) : stands;
    }

    /** Where the end of a break is signalled, in all renditions: as its date range says, whose tag stands at a boundary of this one. */
    long end(SignalledBreak signal) {
        long stands = micros(signal.endNanos().orElseThrow());
        return near(stands, signal.dateRangeId().map(snapshot::endOfRange));
    }

    private long near(long stands, Optional<OptionalLong> range) {
        long dated = range.orElse(OptionalLong.empty()).orElse(stands);
        return Math.abs(dated - stands) <= targetMicros / 2 ? dated : stands;
    }

    /** A break whose content shows: it starts where it is marked, whenever it was seen, so that other renditions know it again. */
    LiveBreak untouched(LiveBreak each, SignalledBreak signal) {
        long start = start(signal);
        return LiveBreak.untouched(each.id(), start, until(signal) - start)
                .measured(signal.durationNanos().isPresent());
    }
}
