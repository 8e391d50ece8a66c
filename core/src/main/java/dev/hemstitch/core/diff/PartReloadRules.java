package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.model.HintType;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.InitializationSection;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PartialSegment;
import dev.hemstitch.core.model.PreloadHint;
import java.util.List;
import java.util.Optional;

/** What may change about Partial Segments and hints (RFC 8216bis, 3.2, 4.4.5.3, 6.2.2 and B.1). */
final class PartReloadRules implements SnapshotRule {
    @Override
    public void check(SnapshotPair pair) {
        checkOrder(pair);
        checkPartHint(pair);
        checkMapHint(pair);
    }

    /** Parts go from the start: none may be left in front of a segment that lost its own. */
    private static void checkOrder(SnapshotPair pair) {
        boolean left = false;
        for (int i = 0; i < pair.common(); i++) {
            boolean had = pair.before(i).has(HlsTag.PART);
            boolean has = pair.after(i).has(HlsTag.PART);
            if (left && had && !has) {
                pair.report(
                        DiagnosticCode.REMOVED_OUT_OF_ORDER,
                        i,
                        "the Partial Segments of this segment were removed before those in front of it");
                return;
            }
            left |= has;
        }
    }

    private static Optional<PreloadHint> hint(Snapshot snapshot, HintType type) {
        return snapshot.playlist().preloadHints().stream()
                .filter(hint -> hint.type().equals(type))
                .findFirst();
    }

    /** The part that was published right behind those that the older snapshot had. */
    private static Optional<PlacedPart> firstNewPart(SnapshotPair pair) {
        long open = pair.older().openNumber();
        int known = pair.older().playlist().trailingParts().size();
        List<PlacedPart> parts = PlacedPart.all(pair.newer());
        long closedWith = parts.stream().filter(part -> part.number() == open).count();
        boolean isClosed = known > 0 && closedWith == known;
        return parts.stream()
                .filter(part -> isClosed
                        ? (part.number() == open + 1 && part.index() == 0)
                        : (part.number() == open && part.index() == known))
                .findFirst();
    }

    private static void checkPartHint(SnapshotPair pair) {
        Optional<PreloadHint> hint = hint(pair.older(), HintType.PART);
        Optional<PlacedPart> published = firstNewPart(pair);
        if (hint.isEmpty() || published.isEmpty()) {
            return;
        }
        PartialSegment part = published.get().part();
        long start = hint.get().byterangeStart().orElse(0);
        long offset = part.byteRange().map(range -> range.offset()).orElse(0L);
        if (!part.isGap() && (!part.uri().equals(hint.get().uri()) || offset != start)) {
            pair.findings()
                    .report(
                            DiagnosticCode.HINT_NOT_KEPT,
                            published.get().line(),
                            "the part " + Diagnostic.echo(hint.get().uri()) + " from byte "
                                    + Long.toUnsignedString(start) + " was hinted, but "
                                    + Diagnostic.echo(part.uri()) + " from byte " + Long.toUnsignedString(offset)
                                    + " was published");
        }
    }

    private static void checkMapHint(SnapshotPair pair) {
        Optional<MediaSegment> fresh =
                pair.common() < pair.newer().size() ? Optional.of(pair.after(pair.common())) : Optional.empty();
        if (fresh.isEmpty() || pair.older().size() == 0 || pair.newer().isDelta()) {
            return;
        }
        Optional<InitializationSection> was =
                pair.older().segment(pair.older().size() - 1).map();
        Optional<InitializationSection> is = fresh.get().map();
        if (is.isEmpty() || is.equals(was)) {
            return;
        }
        Optional<PreloadHint> map = hint(pair.older(), HintType.MAP);
        if (map.isPresent() && !map.get().uri().equals(is.get().uri())) {
            pair.report(
                    DiagnosticCode.HINT_NOT_KEPT,
                    pair.common(),
                    "the EXT-X-MAP " + Diagnostic.echo(map.get().uri()) + " was hinted, but "
                            + Diagnostic.echo(is.get().uri()) + " was published");
        } else if (map.isEmpty() && hint(pair.older(), HintType.PART).isPresent()) {
            pair.report(
                    DiagnosticCode.LOW_LATENCY_WITHOUT_MAP_HINT,
                    pair.common(),
                    "the part that was hinted has the EXT-X-MAP "
                            + Diagnostic.echo(is.get().uri()) + ", which was not hinted");
        }
    }
}
