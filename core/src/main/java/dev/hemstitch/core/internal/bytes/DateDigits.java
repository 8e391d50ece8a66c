package dev.hemstitch.core.internal.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Dates as a number of a day and nanoseconds of it, and as the digits of both.
 *
 * <p>What is ugly: a calendar of its own, and digits written one by one. Why: behind a break each segment's date moves, and
 * through {@code java.time} that takes several times as long. Paid for by {@code HardCaseBenchmark}.
 */
public final class DateDigits {
    static final long SECOND = 1_000_000_000L;
    static final long DAY = 86_400 * SECOND;

    /** The days that have a year of four digits. */
    static final int FIRST_DAY = dayNumber(0, 1, 1);

    static final int LAST_DAY = dayNumber(9_999, 12, 31);

    /** How many characters a day takes, with the letter behind it. */
    static final int DAY_LENGTH = 11;

    /** How many characters a time without decimals takes. */
    static final int TIME_LENGTH = 8;

    private static final int DAYS_OF_400_YEARS = 146_097;
    private static final int[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private DateDigits() {}

    /**
     * The digits of a date with a year of four digits, and a zone in ASCII behind them.
     *
     * @param leastDecimals how many decimals there are at least; more if they are needed
     */
    public static String text(int year, int month, int day, long nanosOfDay, int leastDecimals, String zone) {
        byte[] digits = new byte[DAY_LENGTH + TIME_LENGTH + 10 + zone.length()];
        int at = putDay(digits, 0, dayNumber(year, month, day));
        int end = putTime(digits, at, nanosOfDay, decimals(nanosOfDay, Math.min(leastDecimals, 9)));
        for (int i = 0; i < zone.length(); i++) {
            digits[end++] = (byte) zone.charAt(i);
        }
        return new String(digits, 0, end, StandardCharsets.ISO_8859_1);
    }

    static int daysOf(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1 March of the year 0, when a year starts in March so that a leap day is its last. */
    static int dayNumber(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        int ofYears = 365 * marchYear
                + Math.floorDiv(marchYear, 4)
                - Math.floorDiv(marchYear, 100)
                + Math.floorDiv(marchYear, 400);
        return ofYears + (153 * marchMonth + 2) / 5 + day - 1;
    }

    /** How many decimals a time needs, at least some. */
    static int decimals(long nanosOfDay, int least) {
        int decimals = least;
        while (decimals < 9 && nanosOfDay % POWERS[9 - decimals] != 0) {
            decimals++;
        }
        return decimals;
    }

    /** How many characters a number of decimals takes. */
    static int length(int decimals) {
        return decimals == 0 ? 0 : decimals + 1;
    }

    /** Writes a day and the letter behind it; gives the position behind that. */
    static int putDay(byte[] target, int at, int number) {
        int era = Math.floorDiv(number, DAYS_OF_400_YEARS);
        int dayOfEra = Math.floorMod(number, DAYS_OF_400_YEARS);
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        putTwo(target, at, year / 100);
        putTwo(target, at + 2, year % 100);
        target[at + 4] = '-';
        putTwo(target, at + 5, month);
        target[at + 7] = '-';
        putTwo(target, at + 8, dayOfYear - (153 * marchMonth + 2) / 5 + 1);
        target[at + 10] = 'T';
        return at + DAY_LENGTH;
    }

    /** Writes a time with a number of decimals; gives the position behind it. */
    static int putTime(byte[] target, int at, long nanosOfDay, int decimals) {
        int seconds = (int) (nanosOfDay / SECOND);
        int minutes = seconds / 60;
        putTwo(target, at, minutes / 60);
        target[at + 2] = ':';
        putTwo(target, at + 3, minutes % 60);
        target[at + 5] = ':';
        putTwo(target, at + 6, seconds % 60);
        if (decimals == 0) {
            return at + TIME_LENGTH;
        }
        target[at + 8] = '.';
        int rest = (int) (nanosOfDay - seconds * SECOND) / POWERS[9 - decimals];
        for (int i = at + TIME_LENGTH + decimals; i > at + TIME_LENGTH; i--) {
            int tenth = rest / 10;
            target[i] = (byte) ('0' + rest - 10 * tenth);
            rest = tenth;
        }
        return at + TIME_LENGTH + 1 + decimals;
    }

    private static void putTwo(byte[] target, int at, int number) {
        int tens = number / 10;
        target[at] = (byte) ('0' + tens);
        target[at + 1] = (byte) ('0' + number - 10 * tens);
    }
}
