package dev.hemstitch.core.reference;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in the many spellings of ISO 8601 that playlists have. */
final class DateTexts {
    private static final DateTimeFormatter TO_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern("SSSSSSSSS", Locale.ROOT);

    private DateTexts() {}

    /** With a zone and at least milliseconds; what is finer than the digits is cut off. */
    static String spelled(Dice dice, Instant instant, int digits) {
        String zone = dice.pick("Z", "Z", "Z", "+00:00", "+08:00", "+0800", "+08", "-06:30", "-0330", "-11");
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.of(zone));
        String fraction = NANOS.format(local).substring(0, digits);
        return TO_SECONDS.format(local) + dice.pick(".", ".", ".", ",") + fraction + zone;
    }

    /** As the specification would rather not have them: without zone, without fraction, or with a single digit. */
    static String oddlySpelled(Dice dice, Instant instant) {
        String seconds = TO_SECONDS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        return seconds + dice.pick("", ".5", ".123", ",250", ".123456789012") + dice.pick("", "", "Z", "+00", "-0000");
    }
}
