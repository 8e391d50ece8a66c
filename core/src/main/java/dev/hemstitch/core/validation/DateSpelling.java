package dev.hemstitch.core.validation;

import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;

/** How a date and time is spelled: only of texts that {@link IsoDateTime} reads. */
final class DateSpelling {
    private DateSpelling() {}

    /** The number of digits behind the seconds. */
    static int fractionDigits(String date) {
        String text = date.strip();
        return Math.max(0, fractionEnd(text) - behindSeconds(text) - 1);
    }

    static boolean hasZone(String date) {
        String text = date.strip();
        return fractionEnd(text) < text.length();
    }

    /** Where the fraction or the zone begins: dates of the basic format have no separators. */
    private static int behindSeconds(String date) {
        return date.charAt(4) == '-' ? "2026-01-01T00:00:00".length() : "20260101T000000".length();
    }

    /** Where the zone begins. */
    static int fractionEnd(String date) {
        int at = behindSeconds(date);
        if (at < date.length() && (date.charAt(at) == '.' || date.charAt(at) == ',')) {
            at++;
            while (at < date.length() && date.charAt(at) >= '0' && date.charAt(at) <= '9') {
                at++;
            }
        }
        return at;
    }

    /** How exact it is in seconds: one unit of its last digit, a millisecond if that is less. */
    static BigDecimal unit(IsoDateTime date) {
        return BigDecimal.ONE.movePointLeft(Math.min(3, fractionDigits(date.toString())));
    }
}
