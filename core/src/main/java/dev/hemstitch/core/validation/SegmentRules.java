package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** EXTINF (4.4.4.1), and tags that belong to no segment (4.4.4). */
final class SegmentRules implements PlaylistRule {
    /** From here on the target duration is compared with rounded durations (8). */
    private static final long ROUNDS = 6;

    private static final long ALLOWS_DECIMALS = 3;

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty()) {
            return;
        }
        long version = playlist.media().get().version().orElse(1);
        Optional<BigDecimal> target = Durations.target(playlist);
        for (PlacedSegment segment : playlist.segments()) {
            target.ifPresent(seconds -> length(segment, seconds, version, findings));
            repeated(segment.all(HlsTag.INF), findings);
        }
        if (Long.compareUnsigned(version, ALLOWS_DECIMALS) < 0) {
            decimals(playlist.segments(), version, findings);
        } else if (!playlist.has(HlsTag.SKIP)) {
            integers(playlist.segments(), findings);
        }
        trailer(playlist, findings);
    }

    private static void length(PlacedSegment segment, BigDecimal target, long version, Findings findings) {
        BigDecimal nanos = BigDecimal.valueOf(segment.segment().durationNanos(), 9);
        Optional<PlacedLine> extinf = nanos.compareTo(target) < 0 ? Optional.empty() : Durations.extinf(segment);
        Optional<BigDecimal> exact =
                extinf.isEmpty() ? Optional.empty() : segment.segment().durationSeconds();
        if (exact.isEmpty() || exact.get().compareTo(target) <= 0) {
            return;
        }
        String message = "the segment lasts " + Durations.shown(exact.get()) + " s, longer than the target duration, "
                + target + " s";
        if (exact.get().setScale(0, RoundingMode.HALF_UP).compareTo(target) > 0) {
            findings.report(
                    DiagnosticCode.SEGMENT_TOO_LONG, extinf.orElseThrow().valueLocation(), message);
        } else if (Long.compareUnsigned(version, ROUNDS) < 0) {
            findings.reportMilder(
                    DiagnosticCode.SEGMENT_TOO_LONG,
                    extinf.orElseThrow().valueLocation(),
                    message + ", and is not rounded in version " + Long.toUnsignedString(version));
        }
    }

    private static void repeated(List<PlacedLine> extinfs, Findings findings) {
        for (int i = 0; i < extinfs.size() - 1; i++) {
            findings.report(
                    DiagnosticCode.EXTINF_WITHOUT_URI,
                    extinfs.get(i),
                    "no URI line stands between this EXTINF and the next one, on line "
                            + extinfs.get(i + 1).number());
        }
    }

    private static void decimals(List<PlacedSegment> segments, long version, Findings findings) {
        first(segments, true)
                .ifPresent(line -> findings.report(
                        DiagnosticCode.DECIMALS_NEED_VERSION_3,
                        line.valueLocation(),
                        "EXTINF has decimals in version " + Long.toUnsignedString(version)));
    }

    /** A playlist that writes some durations with decimals may well mean the integers among them exactly. */
    private static void integers(List<PlacedSegment> segments, Findings findings) {
        if (first(segments, true).isEmpty()) {
            first(segments, false)
                    .ifPresent(line -> findings.report(
                            DiagnosticCode.INTEGER_DURATIONS,
                            line.valueLocation(),
                            "the durations of all segments are integers, though decimals are allowed"));
        }
    }

    /** The first EXTINF with or without decimals. */
    private static Optional<PlacedLine> first(List<PlacedSegment> segments, boolean decimals) {
        for (PlacedSegment placed : segments) {
            MediaSegment segment = placed.segment();
            if (segment.has(HlsTag.INF)
                    && segment.hasDecimalDuration() == decimals
                    && segment.durationSeconds()
                            .filter(seconds -> seconds.signum() >= 0)
                            .isPresent()) {
                return Durations.extinf(placed);
            }
        }
        return Optional.empty();
    }

    private static void trailer(CheckedPlaylist playlist, Findings findings) {
        List<PlacedLine> trailer = playlist.trailer();
        boolean begun = trailer.stream().anyMatch(line -> line.is(HlsTag.PART) || line.is(HlsTag.PRELOAD_HINT));
        boolean ended = playlist.has(HlsTag.ENDLIST);
        for (PlacedLine line : trailer) {
            line.tag().ifPresent(tag -> {
                if (tag == HlsTag.INF) {
                    findings.report(DiagnosticCode.EXTINF_WITHOUT_URI, line, "no URI line stands behind this EXTINF");
                } else if (isDangling(tag, begun, ended)) {
                    findings.report(
                            DiagnosticCode.DANGLING_SEGMENT_TAG,
                            line,
                            tag.tagName() + " stands behind the last URI line and applies to nothing");
                }
            });
        }
    }

    /** Of a playlist that grows the tags may be there already whose segment comes with the next reload. */
    private static boolean isDangling(HlsTag tag, boolean begun, boolean ended) {
        return switch (tag) {
            case BYTERANGE -> true;
            case DISCONTINUITY, GAP -> !begun;
            case KEY, MAP, PROGRAM_DATE_TIME, BITRATE -> !begun && ended;
            default -> false;
        };
    }
}
