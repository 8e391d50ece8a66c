package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.model.HlsTag;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds which segments two snapshots share: by number, and where the numbers are wrong by what the segments are (RFC
 * 8216bis, 6.2.2 and 6.3.4).
 */
final class SnapshotMatching {
    private final Snapshot older;
    private final Snapshot newer;
    private final Findings findings;

    SnapshotMatching(Snapshot older, Snapshot newer, Findings findings) {
        this.older = older;
        this.newer = newer;
        this.findings = findings;
    }

    SnapshotPair match() {
        long shift = newer.playlist().mediaSequence() - older.firstNumber();
        if (agree(shift)) {
            if (shift > 0 && !newer.checked().has(HlsTag.MEDIA_SEQUENCE)) {
                numberedWrongly(shift);
            }
            return pair(shift);
        }
        long real = newer.isDelta() ? shift : shiftByIdentity();
        if (real >= 0 && real != shift) {
            numberedWrongly(real);
            return pair(real);
        }
        if (shift < 0) {
            report(
                    DiagnosticCode.MEDIA_SEQUENCE_WRONG,
                    "the Media Sequence Number fell from " + Long.toUnsignedString(older.firstNumber()) + " to "
                            + Long.toUnsignedString(newer.firstNumber()));
            return pair(older.size());
        }
        mismatch(shift);
        return pair(shift);
    }

    private SnapshotPair pair(long shift) {
        int removed = (int) Math.max(0, Math.min(shift, older.size()));
        return new SnapshotPair(older, newer, removed, findings);
    }

    /** Whether all segments that have the same number then are the same. */
    private boolean agree(long shift) {
        if (shift < 0) {
            return false;
        }
        long first = shift + newer.skipped();
        for (int i = 0; i < newer.size() && first + i < older.size(); i++) {
            if (!older.identity((int) first + i).equals(newer.identity(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many segments were removed if numbers do not count: where the newer one continues the older one. */
    private long shiftByIdentity() {
        if (newer.size() == 0) {
            return -1;
        }
        String first = newer.identity(0);
        for (int i = 0; i < older.size(); i++) {
            if (older.identity(i).equals(first) && agree(i)) {
                return i;
            }
        }
        return -1;
    }

    private void numberedWrongly(long removed) {
        report(
                DiagnosticCode.MEDIA_SEQUENCE_WRONG,
                removed + " segments were removed, so EXT-X-MEDIA-SEQUENCE must be "
                        + Long.toUnsignedString(older.firstNumber() + removed));
    }

    private void report(DiagnosticCode code, String message) {
        var line = newer.checked().first(HlsTag.MEDIA_SEQUENCE);
        if (line.isPresent()) {
            findings.report(code, line.get().valueLocation(), message);
        } else {
            findings.reportWhole(code, message);
        }
    }

    /** Some number stands for another segment: because one was removed in between, or because it was replaced. */
    private void mismatch(long shift) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < older.size(); i++) {
            places.put(older.identity(i), i);
        }
        long first = shift + newer.skipped();
        for (int i = 0; i < newer.size() && first + i < older.size(); i++) {
            String was = older.identity((int) first + i);
            String is = newer.identity(i);
            if (!was.equals(is)) {
                boolean hole = places.getOrDefault(is, -1) > first + i;
                DiagnosticCode code = hole ? DiagnosticCode.REMOVED_OUT_OF_ORDER : DiagnosticCode.SEGMENT_REPLACED;
                String number = Long.toUnsignedString(newer.segment(i).mediaSequence());
                String message = hole
                        ? "the segment " + Diagnostic.echo(was) + " was removed before those in front of it"
                        : "the Media Sequence Number " + number + " was " + Diagnostic.echo(was) + " and is "
                                + Diagnostic.echo(is);
                findings.report(code, newer.segments().get(i).uriLine(), message);
                return;
            }
        }
    }
}
