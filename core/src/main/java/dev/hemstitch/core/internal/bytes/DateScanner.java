package dev.hemstitch.core.internal.bytes;

import java.time.Duration;

/**
 * Moves dates in their common spelling, {@code 2026-02-19T14:54:23.031Z} or with {@code +08:00}, digit by digit.
 *
 * <p>What is ugly: fixed positions, and a calendar of its own. Why: behind a break each segment's date moves; through
 * {@code java.time} and strings all of that takes 1.3 to 2 times as long and allocates more than twice as much. Paid for
 * by {@code HardCaseBenchmark}. Whatever is not in that spelling is left to the caller.
 */
public final class DateScanner {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final int DAYS_OF_400_YEARS = 146_097;
    private static final int MOST_DAYS = 3_650_000;

    private final boolean fits;
    private final int shiftDays;
    private final long shiftNanos;

    /** Moves by a time; one of more than ten thousand years is left to the caller. */
    public DateScanner(Duration shift) {
        long days = Math.floorDiv(shift.getSeconds(), 86_400L);
        this.fits = days > -MOST_DAYS && days < MOST_DAYS;
        this.shiftDays = fits ? (int) days : 0;
        this.shiftNanos = Math.floorMod(shift.getSeconds(), 86_400L) * SECOND + shift.getNano();
    }

    /**
     * Appends the date that stands in a range, moved, with at least the decimals it has.
     *
     * @return false, and nothing is appended, if it is not in the common spelling or its year would leave four digits
     */
    public boolean appendMoved(ByteSink out, ByteSpan text, int from, int to) {
        byte[] bytes = text.array();
        if (!fits || to - from < 19 || !hasSeparators(bytes, from)) {
            return false;
        }
        int year = number(bytes, from, 4);
        int month = number(bytes, from + 5, 2);
        int day = number(bytes, from + 8, 2);
        int hour = number(bytes, from + 11, 2);
        int minute = number(bytes, from + 14, 2);
        int second = number(bytes, from + 17, 2);
        int zone = decimalsEnd(bytes, from + 19, to);
        int decimals = zone == from + 19 ? 0 : zone - from - 20;
        boolean readable = (year | month | day | hour | minute | second) >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= daysOf(year, month)
                && hour < 24
                && minute < 60
                && second < 60
                && decimals <= 9
                && isZone(bytes, zone, to);
        if (!readable) {
            return false;
        }
        long nanos = ((hour * 60 + minute) * 60 + second) * SECOND + nanos(bytes, from + 20, decimals) + shiftNanos;
        int days = shiftDays + (int) (nanos / DAY);
        if (days == 0) {
            out.append(text, from, from + 11);
        } else if (!appendDay(out, dayNumber(year, month, day) + days)) {
            return false;
        }
        appendTime(out, nanos % DAY, decimals);
        out.append(text, zone, to);
        return true;
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

    private static int daysOf(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1 March of the year 0, when a year starts in March so that a leap day is its last. */
    private static int dayNumber(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        int ofYears = 365 * marchYear
                + Math.floorDiv(marchYear, 4)
                - Math.floorDiv(marchYear, 100)
                + Math.floorDiv(marchYear, 400);
        return ofYears + (153 * marchMonth + 2) / 5 + day - 1;
    }

    private static boolean appendDay(ByteSink out, int number) {
        int era = Math.floorDiv(number, DAYS_OF_400_YEARS);
        int dayOfEra = Math.floorMod(number, DAYS_OF_400_YEARS);
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        if (year < 0 || year > 9_999) {
            return false;
        }
        out.appendPadded(year, 4).append('-').appendPadded(month, 2).append('-');
        out.appendPadded(dayOfYear - (153 * marchMonth + 2) / 5 + 1, 2).append('T');
        return true;
    }

    private static void appendTime(ByteSink out, long nanosOfDay, int leastDecimals) {
        int seconds = (int) (nanosOfDay / SECOND);
        int nanos = (int) (nanosOfDay % SECOND);
        out.appendPadded(seconds / 3_600, 2).append(':');
        out.appendPadded(seconds / 60 % 60, 2).append(':');
        out.appendPadded(seconds % 60, 2);
        int decimals = 9;
        int rest = nanos;
        while (decimals > leastDecimals && rest % 10 == 0) {
            rest /= 10;
            decimals--;
        }
        if (decimals > 0) {
            out.append('.').appendPadded(rest, decimals);
        }
    }
}
