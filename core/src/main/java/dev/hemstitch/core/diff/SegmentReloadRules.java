package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.InitializationSection;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.KeyMethod;
import dev.hemstitch.core.model.MediaSegment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may change about a segment that was published: nothing (RFC 8216bis, 6.2.1 to 6.2.3). */
final class SegmentReloadRules implements SnapshotRule {
    private final boolean isEvent;

    /**
     * The rules.
     *
     * @param isEvent whether the playlist may only grow, which says it all more strictly
     */
    SegmentReloadRules(boolean isEvent) {
        this.isEvent = isEvent;
    }

    @Override
    public void check(SnapshotPair pair) {
        boolean numbered = pair.newer().isDelta() || checkDiscontinuitySequence(pair);
        ReckonedDates dates = new ReckonedDates(pair.older());
        boolean keyLost = false;
        boolean mapLost = false;
        for (int i = 0; i < pair.common(); i++) {
            MediaSegment was = pair.before(i);
            MediaSegment is = pair.after(i);
            boolean lostKey = is.keys().isEmpty()
                    && !was.keys().isEmpty()
                    && !pair.newer().isDelta();
            boolean lostMap =
                    is.map().isEmpty() && was.map().isPresent() && !pair.newer().isDelta();
            if (lostKey && !keyLost) {
                pair.report(DiagnosticCode.KEY_LOST, i, "no EXT-X-KEY holds any more for a segment that has one");
            }
            if (lostMap && !mapLost) {
                pair.report(DiagnosticCode.MAP_LOST, i, "no EXT-X-MAP holds any more for a segment that has one");
            }
            keyLost |= lostKey;
            mapLost |= lostMap;
            int index = i;
            change(was, is, numbered && !pair.newer().isDelta(), pair.newer().isDelta())
                    .or(() -> dates.moved(pair.olderIndex(index), is.writtenProgramDateTime())
                            .map(SegmentReloadRules::moved))
                    .ifPresent(message -> pair.report(changed(), index, message));
        }
    }

    private DiagnosticCode changed() {
        return isEvent ? DiagnosticCode.EVENT_CHANGED : DiagnosticCode.SEGMENT_CHANGED;
    }

    /** What differs of a segment; not what a rule of its own looks after. */
    private static Optional<String> change(MediaSegment was, MediaSegment is, boolean numbered, boolean isDelta) {
        if (was.durationNanos() != is.durationNanos()) {
            return Optional.of("the duration was " + was.duration() + " and is " + is.duration());
        }
        if (numbered && was.discontinuitySequence() != is.discontinuitySequence()) {
            return Optional.of("the Discontinuity Sequence Number was "
                    + Long.toUnsignedString(was.discontinuitySequence()) + " and is "
                    + Long.toUnsignedString(is.discontinuitySequence()));
        }
        if (was.isGap() != is.isGap()) {
            return Optional.of(is.isGap() ? "EXT-X-GAP was added" : "EXT-X-GAP was taken away");
        }
        var date = was.writtenProgramDateTime();
        if (date.isPresent()
                && is.writtenProgramDateTime().isPresent()
                && !date.get()
                        .value()
                        .toInstant()
                        .equals(is.writtenProgramDateTime().get().value().toInstant())) {
            return Optional.of("EXT-X-PROGRAM-DATE-TIME changed");
        }
        if (!is.keys().isEmpty() && !new HashSet<>(was.keys()).equals(new HashSet<>(is.keys()))) {
            return Optional.of("the keys that hold for it changed");
        }
        if (is.map().isPresent() && !isSame(was.map(), is.map(), isDelta)) {
            return Optional.of("the EXT-X-MAP that holds for it changed");
        }
        return Optional.empty();
    }

    private static String moved(Duration by) {
        Duration distance = by.abs();
        BigDecimal seconds =
                BigDecimal.valueOf(distance.toSeconds()).add(BigDecimal.valueOf(distance.toNanosPart(), 9));
        return "EXT-X-PROGRAM-DATE-TIME lies "
                + seconds.stripTrailingZeros().toPlainString()
                + (by.isNegative() ? " s before" : " s behind") + " the date that the older playlist gave it";
    }

    /**
     * Sample encryption leaves initialization sections in the clear, whatever keys are in force for them, and a Playlist
     * Delta Update does not show the keys of one that stands before what it lists.
     */
    private static boolean isSame(
            Optional<InitializationSection> was, Optional<InitializationSection> is, boolean isDelta) {
        return was.map(InitializationSection::attributes).equals(is.map(InitializationSection::attributes))
                && (isDelta || wholly(was).equals(wholly(is)));
    }

    private static Set<Key> wholly(Optional<InitializationSection> map) {
        return map.stream()
                .flatMap(section -> section.keys().stream())
                .filter(key ->
                        key.method().equals(KeyMethod.AES_128) || key.method().equals(KeyMethod.AES_256_GCM))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the numbers of both can be compared segment by segment. */
    private static boolean checkDiscontinuitySequence(SnapshotPair pair) {
        boolean had = pair.older().checked().has(HlsTag.DISCONTINUITY);
        boolean has = pair.newer().checked().has(HlsTag.DISCONTINUITY_SEQUENCE);
        if (had && pair.removed() > 0 && !has) {
            pair.findings()
                    .reportWhole(
                            DiagnosticCode.DISCONTINUITY_SEQUENCE_WRONG,
                            "segments were removed from a playlist with EXT-X-DISCONTINUITY, so it needs"
                                    + " EXT-X-DISCONTINUITY-SEQUENCE");
            return false;
        }
        if (pair.common() == 0) {
            return true;
        }
        long was = pair.before(0).discontinuitySequence();
        long is = pair.after(0).discontinuitySequence();
        if (was != is && pair.before(0).isDiscontinuity() == pair.after(0).isDiscontinuity()) {
            long expected = pair.newer().playlist().discontinuitySequence() + was - is;
            pair.report(
                    DiagnosticCode.DISCONTINUITY_SEQUENCE_WRONG,
                    HlsTag.DISCONTINUITY_SEQUENCE,
                    "EXT-X-DISCONTINUITY-SEQUENCE must be " + Long.toUnsignedString(expected)
                            + " so that segments keep their numbers");
            return false;
        }
        return true;
    }
}
