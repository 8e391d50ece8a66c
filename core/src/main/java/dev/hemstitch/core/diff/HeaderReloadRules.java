package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.AttributeList;
import java.util.List;
import java.util.Optional;

/** What may change about a playlist as a whole (RFC 8216bis, 6.2.1 and 6.2.2). */
final class HeaderReloadRules implements SnapshotRule {
    /** Tags that no edit may add, change or take away. */
    private static final List<HlsTag> FIXED = List.of(
            HlsTag.INDEPENDENT_SEGMENTS, HlsTag.START, HlsTag.I_FRAMES_ONLY, HlsTag.PLAYLIST_TYPE, HlsTag.DEFINE);

    private static final List<HlsTag> ABOUT_THE_SERVER =
            List.of(HlsTag.SERVER_CONTROL, HlsTag.PART_INF, HlsTag.VERSION);

    @Override
    public void check(SnapshotPair pair) {
        for (HlsTag tag : FIXED) {
            if (differs(pair, tag)) {
                pair.report(DiagnosticCode.FORBIDDEN_EDIT, tag, tag.tagName() + " was added, changed or taken away");
            }
        }
        for (HlsTag tag : ABOUT_THE_SERVER) {
            if (differs(pair, tag) && !isRaisedForSkip(pair, tag)) {
                pair.report(DiagnosticCode.SERVER_CONTROL_CHANGED, tag, tag.tagName() + " changed");
            }
        }
        if (!pair.older()
                .playlist()
                .targetDuration()
                .equals(pair.newer().playlist().targetDuration())) {
            pair.report(
                    DiagnosticCode.TARGET_DURATION_CHANGED,
                    HlsTag.TARGETDURATION,
                    "the target duration was " + seconds(pair.older()) + " and is " + seconds(pair.newer()));
        }
        checkRemoval(pair);
        checkEnd(pair);
    }

    private static String seconds(Snapshot snapshot) {
        var duration = snapshot.playlist().targetDuration();
        return duration.isPresent() ? Long.toUnsignedString(duration.getAsLong()) : "absent";
    }

    /** A Playlist Delta Update needs a version that the whole playlist may not need. */
    private static boolean isRaisedForSkip(SnapshotPair pair, HlsTag tag) {
        return tag == HlsTag.VERSION && (pair.newer().isDelta() || pair.older().isDelta());
    }

    private static boolean differs(SnapshotPair pair, HlsTag tag) {
        List<PlacedLine> was = pair.older().checked().all(tag);
        List<PlacedLine> is = pair.newer().checked().all(tag);
        if (was.size() != is.size()) {
            return true;
        }
        for (int i = 0; i < was.size(); i++) {
            if (!same(tag, was.get(i), is.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(HlsTag tag, PlacedLine was, PlacedLine is) {
        if (tag.attributes().isEmpty()) {
            return was.value().equals(is.value());
        }
        AttributeList attributes = is.attributes();
        return was.attributes().equals(attributes);
    }

    private static void checkRemoval(SnapshotPair pair) {
        Snapshot newer = pair.newer();
        if (pair.removed() == 0) {
            return;
        }
        if (newer.checked().has(HlsTag.PLAYLIST_TYPE)) {
            pair.report(
                    DiagnosticCode.TYPE_WITH_REMOVED_SEGMENTS,
                    HlsTag.PLAYLIST_TYPE,
                    pair.removed() + " segments were removed from a playlist with EXT-X-PLAYLIST-TYPE");
        }
        var target = newer.playlist().targetDuration();
        if (target.isPresent() && !newer.playlist().endList() && !newer.isDelta()) {
            long least = saturated(3, saturated(target.getAsLong(), 1_000_000_000L));
            if (newer.playlist().durationNanos() < least) {
                pair.findings()
                        .reportWhole(
                                DiagnosticCode.TOO_SHORT_AFTER_REMOVAL,
                                "segments were removed, and less than three target durations are left");
            }
        }
    }

    private static long saturated(long left, long right) {
        long high = Math.multiplyHigh(left, right);
        long low = left * right;
        return high == 0 && low >= 0 ? low : Long.MAX_VALUE;
    }

    private static void checkEnd(SnapshotPair pair) {
        if (!pair.older().playlist().endList()) {
            return;
        }
        Optional<String> change = !pair.newer().playlist().endList()
                ? Optional.of("EXT-X-ENDLIST was taken back")
                : pair.common() < pair.newer().size() && pair.common() > 0
                        ? Optional.of("segments were added behind EXT-X-ENDLIST")
                        : Optional.empty();
        change.ifPresent(message -> pair.report(DiagnosticCode.CHANGED_AFTER_END, HlsTag.ENDLIST, message));
    }
}
