package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.MergedDateRange;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PartInformation;
import dev.hemstitch.core.model.ServerControl;
import dev.hemstitch.core.model.Skip;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something new was last seen in a series of snapshots (RFC 8216bis, 6.2.1 and 6.2.5.1). Only what must have happened
 * between two requests is found: what came late but was seen in time is not.
 */
final class ReloadTimes {
    private long lastNumber;
    private int lastParts;
    private @Nullable Instant newSegment;
    private @Nullable Instant newPart;

    /** When the date ranges that are there now were first seen. */
    private Map<String, Instant> firstSeen = new HashMap<>();

    void next(Snapshot snapshot, Instant loaded, Findings findings) {
        long number = snapshot.openNumber();
        int parts = snapshot.playlist().trailingParts().size();
        boolean grows = !snapshot.playlist().endList();
        Instant segmentSeen = newSegment;
        Instant partSeen = newPart;
        if (segmentSeen == null || number != lastNumber) {
            newSegment = loaded;
        } else if (grows) {
            checkSegment(snapshot, Duration.between(segmentSeen, loaded), findings);
        }
        if (partSeen == null || number != lastNumber || parts != lastParts) {
            newPart = loaded;
        } else if (grows) {
            checkPart(snapshot, Duration.between(partSeen, loaded), findings);
        }
        lastNumber = number;
        lastParts = parts;
        checkDateRanges(snapshot, loaded, findings);
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    private static void checkSegment(Snapshot snapshot, Duration since, Findings findings) {
        var target = snapshot.playlist().targetDuration();
        if (target.isPresent()
                && seconds(since)
                                .multiply(BigDecimal.valueOf(2))
                                .compareTo(new BigDecimal(Long.toUnsignedString(target.getAsLong()))
                                        .multiply(BigDecimal.valueOf(3)))
                        > 0) {
            findings.reportWhole(
                    DiagnosticCode.NEW_SEGMENT_LATE,
                    "no new segment for " + seconds(since).toPlainString() + " seconds");
        }
    }

    private static void checkPart(Snapshot snapshot, Duration since, Findings findings) {
        Optional<BigDecimal> target = snapshot.playlist().partInformation().map(PartInformation::partTarget);
        if (target.isPresent() && seconds(since).compareTo(target.get()) > 0) {
            findings.reportWhole(
                    DiagnosticCode.NEW_PART_LATE,
                    "no new Partial Segment for " + seconds(since).toPlainString() + " seconds");
        }
    }

    /** A date range that is older than the Skip Boundary has no place in an update that may skip it. */
    private void checkDateRanges(Snapshot snapshot, Instant loaded, Findings findings) {
        Map<String, Instant> seen = new HashMap<>();
        Optional<List<String>> removed =
                snapshot.checked().first(HlsTag.SKIP).flatMap(skip -> skip.get(Skip.RECENTLY_REMOVED_DATERANGES));
        Optional<BigDecimal> boundary = snapshot.playlist().serverControl().flatMap(ServerControl::canSkipUntil);
        for (MergedDateRange range : MergedDateRange.of(snapshot.checked())) {
            Instant since = firstSeen.getOrDefault(range.id(), loaded);
            seen.put(range.id(), since);
            boolean old = boundary.isPresent()
                    && seconds(Duration.between(since, loaded)).compareTo(boundary.get()) > 0;
            if (old && removed.isPresent() && !removed.get().contains(range.id())) {
                PlacedLine line = range.first();
                findings.report(
                        DiagnosticCode.DELTA_UPDATE_DATE_RANGES,
                        line,
                        "the date range " + Diagnostic.echo(range.id())
                                + " is older than the Skip Boundary and should be skipped");
            }
        }
        if (snapshot.isDelta()) {
            firstSeen.forEach(seen::putIfAbsent);
        }
        firstSeen = seen;
    }
}
