package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Skip;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a Playlist Delta Update must be to the playlist that it updates (RFC 8216bis, 6.2.5.1). */
final class DeltaReloadRules implements SnapshotRule {
    @Override
    public void check(SnapshotPair pair) {
        if (!pair.newer().isDelta()) {
            return;
        }
        long known = pair.older().size() - (long) pair.removed();
        long skipped = pair.newer().skipped();
        if (skipped < 0 || skipped > known) {
            pair.report(
                    DiagnosticCode.DELTA_UPDATE_WRONG,
                    HlsTag.SKIP,
                    Long.toUnsignedString(skipped) + " segments are skipped, but the playlist before has " + known
                            + " of them");
        }
        for (PlacedLine line : pair.newer().checked().all(HlsTag.SKIP)) {
            Set<String> removed =
                    new HashSet<>(line.get(Skip.RECENTLY_REMOVED_DATERANGES).orElse(List.of()));
            for (PlacedLine range : pair.newer().checked().all(HlsTag.DATERANGE)) {
                if (range.get(DateRange.ID).filter(removed::contains).isPresent()) {
                    pair.findings()
                            .report(
                                    DiagnosticCode.DELTA_UPDATE_DATE_RANGES,
                                    range,
                                    "the date range "
                                            + Diagnostic.echo(
                                                    range.get(DateRange.ID).orElse(""))
                                            + " is said to be removed and stands here");
                }
            }
        }
    }

    /** Compares what comes of merging with the full playlist of the same version: one finding for each difference. */
    static void compare(Snapshot update, MediaPlaylist older, MediaPlaylist full, Findings findings) {
        Optional<MediaPlaylist> merged =
                DeltaUpdate.apply(update.playlist(), older).playlist();
        if (merged.isEmpty()) {
            report(update, "the update cannot be merged with the playlist before it", findings);
            return;
        }
        for (Difference difference : PlaylistDiff.of(merged.get(), full).differences()) {
            report(update, "merged and full playlist differ: " + difference, findings);
        }
    }

    private static void report(Snapshot update, String message, Findings findings) {
        update.checked()
                .first(HlsTag.SKIP)
                .ifPresentOrElse(
                        line -> findings.report(DiagnosticCode.DELTA_UPDATE_WRONG, line, message),
                        () -> findings.reportWhole(DiagnosticCode.DELTA_UPDATE_WRONG, message));
    }
}
