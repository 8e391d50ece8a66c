package dev.hemstitch.core.validation;

import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;

/** How a date and time is spelled: only of texts that {@link IsoDateTime} reads. */
final class DateSpelling {
    /** Where the fraction or the zone begins. */
    private static final int BEHIND_SECONDS = 19;

    private DateSpelling() {}

    /** The number of digits behind the seconds. */
    static int fractionDigits(String date) {
        int end = fractionEnd(date.strip());
        return Math.max(0, end - BEHIND_SECONDS - 1);
    }

    static boolean hasZone(String date) {
        String text = date.strip();
        return fractionEnd(text) < text.length();
    }

    private static int fractionEnd(String date) {
        int at = BEHIND_SECONDS;
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
