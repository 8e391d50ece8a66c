package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.model.ByteRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PartialSegment;
import java.util.List;
import java.util.Optional;

/**
 * A Partial Segment that was published may be removed, and its segment may be completed, but it does not change (RFC
 * 8216bis, 6.2.1). Old parts go from the start of a segment, so parts are compared only where it is certain which is which.
 */
final class PublishedPartRules implements SnapshotRule {
    @Override
    public void check(SnapshotPair pair) {
        int common = pair.common();
        for (int i = 0; i < common; i++) {
            if (pair.placed(i).first(HlsTag.PART).isPresent() && isSameSegment(pair, i)) {
                checkComplete(pair, i);
            }
        }
        if (common == 0 || isSameSegment(pair, common - 1)) {
            checkOpen(pair);
        }
    }

    /** Where another segment has come in its place, that is told, and its parts are others as a matter of course. */
    private static boolean isSameSegment(SnapshotPair pair, int index) {
        return pair.older().identity(pair.olderIndex(index)).equals(pair.newer().identity(index));
    }

    /** Of a segment that was complete before, the last parts are the same however many in front of them were removed. */
    private static void checkComplete(SnapshotPair pair, int index) {
        List<PlacedPart> was = PlacedPart.of(pair.older().segments().get(pair.olderIndex(index)));
        List<PlacedPart> is = PlacedPart.of(pair.placed(index));
        int count = Math.min(was.size(), is.size());
        compare(pair, was.subList(was.size() - count, was.size()), is.subList(is.size() - count, is.size()));
    }

    /** What was published of a segment that was not complete yet; it may be now. */
    private static void checkOpen(SnapshotPair pair) {
        List<PlacedPart> was = PlacedPart.open(pair.older());
        long open = pair.older().openNumber();
        List<PlacedPart> all = PlacedPart.all(pair.newer());
        List<PlacedPart> is = all.stream().filter(part -> part.number() == open).toList();
        boolean isNumberedAlike =
                pair.older().size() - pair.olderIndex(0) == open - pair.newer().firstNumber();
        if (was.isEmpty() || is.isEmpty() || !isNumberedAlike) {
            return;
        }
        boolean isComplete = pair.newer().openNumber() != open;
        // A complete segment that is the first one with parts may have lost some of them.
        boolean fromItsFirst = !isComplete || all.get(0).number() != open;
        int kept = indexOf(was, is.get(0), pair);
        if (kept < 0 && !fromItsFirst) {
            reportClosed(pair, "has Partial Segments of which none is the first that was published of it");
            return;
        }
        List<PlacedPart> left = was.subList(Math.max(0, kept), was.size());
        if (compare(pair, left, is) && isComplete && is.size() < left.size()) {
            reportClosed(pair, "has fewer Partial Segments than were published before it was complete");
        }
    }

    private static void reportClosed(SnapshotPair pair, String message) {
        pair.report(DiagnosticCode.PARTS_OF_CLOSED_SEGMENT, pair.common(), "this segment " + message);
    }

    /** Which of some parts has the URI and range of another one; negative if none has. */
    private static int indexOf(List<PlacedPart> parts, PlacedPart part, SnapshotPair pair) {
        for (int i = 0; i < parts.size(); i++) {
            if (identity(parts.get(i).part(), pair.older()).equals(identity(part.part(), pair.newer()))) {
                return i;
            }
        }
        return -1;
    }

    /** Compares pairwise what both have, and tells the first part that changed; whether there is none. */
    private static boolean compare(SnapshotPair pair, List<PlacedPart> was, List<PlacedPart> is) {
        for (int i = 0; i < was.size() && i < is.size(); i++) {
            PlacedPart part = is.get(i);
            Optional<String> change = change(was.get(i).part(), part.part(), pair);
            if (change.isPresent()) {
                pair.findings()
                        .report(
                                DiagnosticCode.FORBIDDEN_EDIT,
                                part.line(),
                                "this Partial Segment was published before: " + change.get());
                return false;
            }
        }
        return true;
    }

    private static Optional<String> change(PartialSegment was, PartialSegment is, SnapshotPair pair) {
        String before = identity(was, pair.older());
        String after = identity(is, pair.newer());
        if (!before.equals(after)) {
            return Optional.of("it was " + Diagnostic.echo(before) + " and is " + Diagnostic.echo(after));
        }
        if (was.duration().compareTo(is.duration()) != 0) {
            return Optional.of("DURATION was " + was.duration().toPlainString() + " and is "
                    + is.duration().toPlainString());
        }
        if (was.isGap() != is.isGap()) {
            return Optional.of(is.isGap() ? "GAP=YES was added" : "GAP=YES was taken away");
        }
        if (was.isIndependent() != is.isIndependent()) {
            return Optional.of(is.isIndependent() ? "INDEPENDENT=YES was added" : "INDEPENDENT=YES was taken away");
        }
        return Optional.empty();
    }

    private static String identity(PartialSegment part, Snapshot snapshot) {
        String uri = snapshot.checked().variables().substitute(part.uri());
        return part.byteRange()
                .map(ByteRange::toString)
                .map(range -> uri + "#" + range)
                .orElse(uri);
    }
}
