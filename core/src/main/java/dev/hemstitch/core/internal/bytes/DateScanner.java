package dev.hemstitch.core.internal.bytes;

/**
 * Reads dates in their common spelling, {@code 2026-02-19T14:54:23.031Z} or with {@code +08:00}, digit by digit.
 *
 * <p>What is ugly: fixed positions, and what was read last stands in fields. Why: a date stands before each segment; through
 * {@code java.time} and strings all of that takes 1.3 to 2 times as long and allocates more than twice as much. Paid for
 * by {@code HardCaseBenchmark}. Whatever is not in that spelling is left to the caller.
 */
final class DateScanner {
    private int day;
    private long nanosOfDay;
    private int decimals;
    private int zone;

    /** Reads the date that fills a range; false if it is not in the common spelling. */
    boolean read(byte[] bytes, int from, int to) {
        if (to - from < 19 || !hasSeparators(bytes, from)) {
            return false;
        }
        int year = number(bytes, from, 4);
        int month = number(bytes, from + 5, 2);
        int dayOfMonth = number(bytes, from + 8, 2);
        int hour = number(bytes, from + 11, 2);
        int minute = number(bytes, from + 14, 2);
        int second = number(bytes, from + 17, 2);
        zone = decimalsEnd(bytes, from + 19, to);
        decimals = zone == from + 19 ? 0 : zone - from - 20;
        boolean readable = (year | month | dayOfMonth | hour | minute | second) >= 0
                && month >= 1
                && month <= 12
                && dayOfMonth >= 1
                && dayOfMonth <= DateDigits.daysOf(year, month)
                && hour < 24
                && minute < 60
                && second < 60
                && decimals <= 9
                && (zone == from + 19 || decimals > 0)
                && isZone(bytes, zone, to);
        if (readable) {
            day = DateDigits.dayNumber(year, month, dayOfMonth);
            nanosOfDay = ((hour * 60 + minute) * 60 + second) * DateDigits.SECOND + nanos(bytes, from + 20, decimals);
        }
        return readable;
    }

    /** The number of the day that was read, as {@link DateDigits} counts them. */
    int day() {
        return day;
    }

    long nanosOfDay() {
        return nanosOfDay;
    }

    int decimals() {
        return decimals;
    }

    /** Where the zone starts, behind all digits. */
    int zone() {
        return zone;
    }

    private static boolean hasSeparators(byte[] bytes, int at) {
        return bytes[at + 4] == '-'
                && bytes[at + 7] == '-'
                && bytes[at + 10] == 'T'
                && bytes[at + 13] == ':'
                && bytes[at + 16] == ':';
    }

    /** The number of some digits; negative if one is none. */
    private static int number(byte[] bytes, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The offset behind a point and digits; where there is no point, where it would stand. */
    private static int decimalsEnd(byte[] bytes, int from, int to) {
        if (from == to || bytes[from] != '.') {
            return from;
        }
        int i = from + 1;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    private static long nanos(byte[] bytes, int from, int decimals) {
        long nanos = 0;
        for (int i = 0; i < 9; i++) {
            nanos = nanos * 10 + (i < decimals ? bytes[from + i] - '0' : 0);
        }
        return nanos;
    }

    private static boolean isZone(byte[] bytes, int from, int to) {
        if (to - from == 1) {
            return bytes[from] == 'Z';
        }
        if (to - from != 6 || bytes[from + 3] != ':' || (bytes[from] != '+' && bytes[from] != '-')) {
            return false;
        }
        int hours = number(bytes, from + 1, 2);
        int minutes = number(bytes, from + 4, 2);
        return hours >= 0 && hours < 18 && minutes >= 0 && minutes < 60;
    }
}
