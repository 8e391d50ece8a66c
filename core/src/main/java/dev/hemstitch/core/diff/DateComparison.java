package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.MediaSegment;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Compares the dates of segments where one side writes one, written or derived. A shift is told once, where it starts:
 * the segments behind it follow.
 */
final class DateComparison {
    private static final String FIELD = "program date time";

    /** What a derived date can be off by: dates are written in milliseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private final DifferenceFindings findings;

    /** How far the right has been from the left so far. */
    private Duration shift = Duration.ZERO;

    /** Whether one side alone has had a date so far. */
    private boolean oneSided;

    DateComparison(DifferenceFindings findings) {
        this.findings = findings;
    }

    void compare(String subject, MediaSegment left, MediaSegment right) {
        boolean leftWritten = left.writtenProgramDateTime().isPresent();
        boolean rightWritten = right.writtenProgramDateTime().isPresent();
        if (!leftWritten && !rightWritten) {
            return;
        }
        Optional<OffsetDateTime> before = left.programDateTime();
        Optional<OffsetDateTime> after = right.programDateTime();
        if (before.isEmpty() || after.isEmpty()) {
            if (!oneSided) {
                report(subject, before, after);
            }
            oneSided = true;
            return;
        }
        oneSided = false;
        Duration now = Duration.between(before.get(), after.get());
        Duration tolerance = leftWritten && rightWritten ? Duration.ZERO : ROUNDING;
        if (!isWithin(now, tolerance) && !isWithin(now.minus(shift), tolerance)) {
            report(subject, before, after);
        }
        shift = now;
    }

    private static boolean isWithin(Duration duration, Duration tolerance) {
        return duration.isZero() || duration.abs().compareTo(tolerance) < 0;
    }

    private void report(String subject, Optional<OffsetDateTime> left, Optional<OffsetDateTime> right) {
        findings.changed(subject, FIELD, left.map(OffsetDateTime::toString), right.map(OffsetDateTime::toString));
    }
}
