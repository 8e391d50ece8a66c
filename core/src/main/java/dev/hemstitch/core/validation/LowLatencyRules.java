package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HintType;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PreloadHint;
import dev.hemstitch.core.model.ServerControl;
import java.util.List;
import java.util.Optional;

/** What low latency asks for (appendix B.1). */
final class LowLatencyRules implements PlaylistRule {
    private static final long RECOMMENDED_TARGET_DURATION = 6;

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        Optional<PlacedLine> partInf = playlist.first(HlsTag.PART_INF);
        Optional<MediaPlaylist> media = playlist.media();
        if (partInf.isEmpty() || media.isEmpty()) {
            return;
        }
        if (!playlist.has(HlsTag.PROGRAM_DATE_TIME) && !playlist.has(HlsTag.SKIP)) {
            String message = "a low-latency playlist needs EXT-X-PROGRAM-DATE-TIME";
            findings.report(DiagnosticCode.LOW_LATENCY_WITHOUT_DATES, partInf.get(), message);
        }
        if (!media.get().endList()) {
            checkHint(playlist, findings);
            checkBlocking(playlist, partInf.get(), findings);
        }
        long target = media.get().targetDuration().orElse(RECOMMENDED_TARGET_DURATION);
        if (target != RECOMMENDED_TARGET_DURATION) {
            String message = "the target duration is " + Long.toUnsignedString(target) + " seconds, 6 are recommended";
            PlacedLine line = playlist.first(HlsTag.TARGETDURATION).orElse(partInf.get());
            findings.report(DiagnosticCode.LOW_LATENCY_TARGET_DURATION, line.valueLocation(), message);
        }
    }

    private static void checkHint(CheckedPlaylist playlist, Findings findings) {
        List<PlacedLine> parts = playlist.all(HlsTag.PART);
        boolean isHinted = playlist.all(HlsTag.PRELOAD_HINT).stream()
                .anyMatch(line ->
                        line.get(PreloadHint.TYPE).filter(HintType.PART::equals).isPresent());
        if (!parts.isEmpty() && !isHinted) {
            String message = "the part behind this one is not hinted: EXT-X-PRELOAD-HINT with TYPE=PART is missing";
            findings.report(DiagnosticCode.LOW_LATENCY_WITHOUT_HINT, parts.get(parts.size() - 1), message);
        }
    }

    private static void checkBlocking(CheckedPlaylist playlist, PlacedLine partInf, Findings findings) {
        Optional<PlacedLine> control = playlist.first(HlsTag.SERVER_CONTROL);
        boolean isOffered = control.flatMap(line -> line.get(ServerControl.CAN_BLOCK_RELOAD))
                .orElse(false);
        if (!isOffered) {
            String message = "low latency needs EXT-X-SERVER-CONTROL with CAN-BLOCK-RELOAD=YES";
            findings.report(DiagnosticCode.LOW_LATENCY_WITHOUT_BLOCKING, control.orElse(partInf), message);
        }
    }
}
