package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.ServerControl;
import dev.hemstitch.core.text.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** EXT-X-SKIP (4.4.5.2). */
final class SkipRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        List<PlacedLine> skips = playlist.all(HlsTag.SKIP);
        playlist.media().filter(media -> !skips.isEmpty()).ifPresent(media -> {
            for (PlacedLine again : skips.subList(1, skips.size())) {
                String message =
                        "EXT-X-SKIP stands already in line " + skips.get(0).number();
                findings.report(DiagnosticCode.DUPLICATE_SKIP, again, message);
            }
            check(playlist, media, skips.get(0), findings);
        });
    }

    private static void check(CheckedPlaylist playlist, MediaPlaylist media, PlacedLine skip, Findings findings) {
        Optional<PlacedLine> control = playlist.first(HlsTag.SERVER_CONTROL);
        if (control.filter(line -> line.has(ServerControl.CAN_SKIP_UNTIL)).isEmpty()) {
            String message = "EXT-X-SKIP in a playlist that does not offer CAN-SKIP-UNTIL";
            findings.report(DiagnosticCode.SKIP_NOT_OFFERED, skip, message);
            return;
        }
        if (media.endList()) {
            String message = "EXT-X-SKIP in a playlist that has ended";
            findings.report(DiagnosticCode.SKIP_NOT_OFFERED, skip, message);
        }
        control.flatMap(line -> line.get(ServerControl.CAN_SKIP_UNTIL))
                .ifPresent(boundary -> checkBoundary(media, skip, boundary, findings));
    }

    /** The segment that the boundary falls in may be skipped too, and it is no longer than the target duration. */
    private static void checkBoundary(MediaPlaylist media, PlacedLine skip, BigDecimal boundary, Findings findings) {
        List<MediaSegment> segments = media.segments();
        boolean canBeTold = media.targetDuration().isPresent()
                && media.skip().filter(tag -> tag.skippedSegments() != 0).isPresent()
                && segments.stream().allMatch(segment -> segment.durationNanos() > 0);
        if (!canBeTold) {
            return;
        }
        BigDecimal kept = BigDecimal.valueOf(media.durationNanos(), 9);
        BigDecimal target =
                new BigDecimal(Long.toUnsignedString(media.targetDuration().getAsLong()));
        if (kept.add(target).compareTo(boundary) < 0) {
            String message = "behind EXT-X-SKIP are "
                    + Decimals.ofNanos(media.durationNanos()).toPlainString()
                    + " seconds of segments, which CAN-SKIP-UNTIL=" + boundary.toPlainString() + " does not let skip";
            findings.report(DiagnosticCode.SKIP_BOUNDARY, skip, message);
        }
    }
}
