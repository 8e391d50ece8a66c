package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PartialSegment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How long Partial Segments are (3.2 and 4.4.4.9), and how long they stay (6.2.2). */
final class PartDurationRules implements PlaylistRule {
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.85");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty() || !playlist.has(HlsTag.PART)) {
            return;
        }
        List<ParentSegment> parents = ParentSegment.of(playlist);
        Optional<BigDecimal> target = Durations.partTarget(playlist);
        for (int i = 0; i < parents.size() && target.isPresent(); i++) {
            parts(parents.get(i).parts(), target.get(), findings);
            sum(parents.get(i), i == 0, target.get(), findings);
        }
        old(playlist, parents, findings);
    }

    private static void parts(List<PlacedLine> parts, BigDecimal target, Findings findings) {
        BigDecimal least = target.multiply(LEAST_SHARE);
        for (int i = 0; i < parts.size(); i++) {
            PlacedLine part = parts.get(i);
            Optional<BigDecimal> duration = Durations.read(part, PartialSegment.DURATION);
            if (duration.isEmpty()) {
                continue;
            }
            String message = "DURATION is " + Durations.shown(duration.get()) + " s, ";
            if (duration.get().compareTo(target) > 0) {
                findings.report(
                        DiagnosticCode.PART_TOO_LONG,
                        part,
                        PartialSegment.DURATION,
                        message + "more than PART-TARGET, " + Durations.shown(target) + " s");
            } else if (duration.get().compareTo(least) < 0 && !mayBeShort(parts, i)) {
                findings.report(
                        DiagnosticCode.PART_TOO_SHORT,
                        part,
                        PartialSegment.DURATION,
                        message + "less than 85 % of PART-TARGET, " + Durations.shown(least) + " s");
            }
        }
    }

    /** The last part at the live edge may be the last of its segment. */
    private static boolean mayBeShort(List<PlacedLine> parts, int index) {
        return index == parts.size() - 1
                || parts.get(index).get(PartialSegment.INDEPENDENT).orElse(false)
                || isGap(parts.get(index))
                || isGap(parts.get(index + 1));
    }

    private static boolean isGap(PlacedLine part) {
        return part.get(PartialSegment.GAP).orElse(false);
    }

    private static void sum(ParentSegment parent, boolean mayLackParts, BigDecimal target, Findings findings) {
        Optional<BigDecimal> parts = Durations.sum(parent.parts(), PartialSegment.DURATION);
        Optional<PlacedSegment> placed = parent.segment();
        Optional<BigDecimal> whole = placed.map(PlacedSegment::segment).flatMap(MediaSegment::durationSeconds);
        if (parts.isEmpty() || whole.isEmpty() || whole.get().signum() < 0) {
            return;
        }
        boolean rounded = !placed.orElseThrow().segment().hasDecimalDuration();
        BigDecimal tolerance = target.multiply(HALF).add(rounded ? HALF : BigDecimal.ZERO);
        BigDecimal missing = whole.get().subtract(parts.get());
        boolean addsUp = missing.abs().compareTo(tolerance) <= 0 || (mayLackParts && missing.signum() > 0);
        if (!addsUp) {
            findings.report(
                    DiagnosticCode.PARTS_DO_NOT_ADD_UP,
                    Durations.extinf(placed.orElseThrow()).orElseThrow().valueLocation(),
                    "the segment lasts " + Durations.shown(whole.get()) + " s, its parts together "
                            + Durations.shown(parts.get()) + " s");
        }
    }

    /** Parts are removed in order: if any is too old, the first one is. */
    private static void old(CheckedPlaylist playlist, List<ParentSegment> parents, Findings findings) {
        ParentSegment first = parents.get(0);
        ParentSegment last = parents.get(parents.size() - 1);
        Optional<BigDecimal> most = Durations.target(playlist).map(THREE::multiply);
        Optional<BigDecimal> behind =
                Durations.sum(first.parts().subList(1, first.parts().size()), PartialSegment.DURATION);
        Optional<BigDecimal> open = parents.size() == 1 || last.segment().isPresent()
                ? Optional.of(BigDecimal.ZERO)
                : Durations.sum(last.parts(), PartialSegment.DURATION);
        if (most.isEmpty() || behind.isEmpty() || open.isEmpty()) {
            return;
        }
        long after = first.segment()
                .map(PlacedSegment::segment)
                .map(segment ->
                        playlist.media().orElseThrow().durationNanos() - segment.startNanos() - segment.durationNanos())
                .orElse(0L);
        BigDecimal distance = behind.get().add(open.get()).add(BigDecimal.valueOf(Math.max(0, after), 9));
        if (distance.compareTo(most.get()) > 0) {
            findings.report(
                    DiagnosticCode.OLD_PARTS,
                    first.parts().get(0),
                    "the part ends " + Durations.shown(distance.stripTrailingZeros())
                            + " s before the end of the playlist, more than three target durations, " + most.get()
                            + " s");
        }
    }
}
