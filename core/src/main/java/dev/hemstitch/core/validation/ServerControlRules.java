package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.ServerControl;
import dev.hemstitch.core.text.Attribute;
import java.math.BigDecimal;
import java.util.Optional;

/** EXT-X-SERVER-CONTROL and EXT-X-PART-INF (4.4.3.7 and 4.4.3.8). */
final class ServerControlRules implements PlaylistRule {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal SIX = BigDecimal.valueOf(6);

    /** Part targets are written rounded up at the fifth decimal, hold-backs are not. */
    private static final BigDecimal MILLISECOND = new BigDecimal("0.001");

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty()) {
            return;
        }
        Optional<PlacedLine> control = playlist.first(HlsTag.SERVER_CONTROL);
        control.ifPresent(line -> {
            skipping(line, playlist, findings);
            atLeast(line, ServerControl.HOLD_BACK, THREE, playlist, DiagnosticCode.HOLD_BACK_TOO_SHORT, findings);
            partHoldBack(line, playlist, findings);
        });
        if (!playlist.has(HlsTag.PART_INF)) {
            playlist.first(HlsTag.PART)
                    .ifPresent(line -> findings.report(
                            DiagnosticCode.MISSING_PART_INF,
                            line,
                            "the playlist has EXT-X-PART but no EXT-X-PART-INF"));
        } else if (control.filter(line -> line.has(ServerControl.PART_HOLD_BACK))
                .isEmpty()) {
            findings.report(
                    DiagnosticCode.MISSING_PART_HOLD_BACK,
                    control.or(() -> playlist.first(HlsTag.PART_INF)).orElseThrow(),
                    "the playlist has EXT-X-PART-INF but no EXT-X-SERVER-CONTROL with PART-HOLD-BACK");
        }
    }

    private static void skipping(PlacedLine control, CheckedPlaylist playlist, Findings findings) {
        atLeast(control, ServerControl.CAN_SKIP_UNTIL, SIX, playlist, DiagnosticCode.SKIP_UNTIL_TOO_SHORT, findings);
        boolean dateRanges = control.get(ServerControl.CAN_SKIP_DATERANGES).orElse(false);
        if (dateRanges && !control.has(ServerControl.CAN_SKIP_UNTIL)) {
            findings.report(
                    DiagnosticCode.SKIP_DATERANGES_ALONE,
                    control,
                    ServerControl.CAN_SKIP_DATERANGES,
                    "CAN-SKIP-DATERANGES stands without CAN-SKIP-UNTIL");
        }
    }

    private static void atLeast(
            PlacedLine control,
            Attribute<BigDecimal> attribute,
            BigDecimal times,
            CheckedPlaylist playlist,
            DiagnosticCode code,
            Findings findings) {
        Optional<BigDecimal> value = Durations.read(control, attribute);
        Optional<BigDecimal> least = Durations.target(playlist).map(times::multiply);
        if (value.isPresent() && least.isPresent() && value.get().compareTo(least.get()) < 0) {
            findings.report(
                    code,
                    control,
                    attribute,
                    attribute.name() + " is " + Durations.shown(value.get()) + " s, less than " + times
                            + " target durations, " + least.get() + " s");
        }
    }

    private static void partHoldBack(PlacedLine control, CheckedPlaylist playlist, Findings findings) {
        Optional<BigDecimal> value = Durations.read(control, ServerControl.PART_HOLD_BACK);
        Optional<BigDecimal> target = Durations.partTarget(playlist);
        if (value.isEmpty() || target.isEmpty()) {
            return;
        }
        BigDecimal holdBack = value.get();
        boolean tooShort = holdBack.compareTo(TWO.multiply(target.get())) < 0;
        if (tooShort || holdBack.add(MILLISECOND).compareTo(THREE.multiply(target.get())) < 0) {
            findings.report(
                    tooShort ? DiagnosticCode.PART_HOLD_BACK_TOO_SHORT : DiagnosticCode.PART_HOLD_BACK_SHORT,
                    control,
                    ServerControl.PART_HOLD_BACK,
                    "PART-HOLD-BACK is " + Durations.shown(holdBack) + " s, less than " + (tooShort ? TWO : THREE)
                            + " times PART-TARGET, " + Durations.shown(target.get()) + " s");
        }
    }
}
