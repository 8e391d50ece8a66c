package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PartInformation;
import dev.hemstitch.core.model.ServerControl;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** PART-HOLD-BACK and the parts of all renditions (4.4.3.8). */
final class HoldBackAcrossRules implements PresentationRule {
    private static final BigDecimal PARTS = BigDecimal.valueOf(3);

    @Override
    public void check(CheckedPresentation presentation) {
        List<CheckedTrack> tracks = presentation.mediaTracks();
        Optional<BigDecimal> longest =
                tracks.stream().flatMap(track -> partTarget(track).stream()).reduce(BigDecimal::max);
        longest.map(PARTS::multiply).ifPresent(least -> tracks.forEach(track -> check(track, least)));
    }

    /** One that is too short for the playlist's own parts is not told again. */
    private static void check(CheckedTrack track, BigDecimal least) {
        Optional<PlacedLine> control = track.playlist().first(HlsTag.SERVER_CONTROL);
        Optional<BigDecimal> holdBack = control.flatMap(line -> line.get(ServerControl.PART_HOLD_BACK));
        Optional<BigDecimal> own = partTarget(track).map(PARTS::multiply);
        if (control.isEmpty() || holdBack.isEmpty() || own.isEmpty()) {
            return;
        }
        if (holdBack.get().compareTo(own.get()) >= 0 && holdBack.get().compareTo(least) < 0) {
            String message = "PART-HOLD-BACK is " + holdBack.get().toPlainString()
                    + ", but three times the longest PART-TARGET of all renditions is " + least.toPlainString();
            track.findings()
                    .report(
                            DiagnosticCode.PART_HOLD_BACK_SHORT_FOR_RENDITIONS,
                            control.get(),
                            ServerControl.PART_HOLD_BACK,
                            message);
        }
    }

    private static Optional<BigDecimal> partTarget(CheckedTrack track) {
        return track.playlist().first(HlsTag.PART_INF).flatMap(line -> line.get(PartInformation.PART_TARGET));
    }
}
