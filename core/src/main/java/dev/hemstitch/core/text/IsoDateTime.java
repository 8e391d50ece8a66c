package dev.hemstitch.core.text;

import dev.hemstitch.core.internal.bytes.DateDigits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The date and time of EXT-X-PROGRAM-DATE-TIME and EXT-X-DATERANGE, in all spellings that playlists in the field use:
 * {@code 2010-02-19T14:54:23.031+08:00}, with {@code Z}, {@code +0800}, {@code +08} or no zone (taken as UTC), with any
 * number of fractional digits or none. The basic format of ISO 8601, {@code 20100219T145423Z}, is read too, and a leap second,
 * {@code 23:59:60Z}, as the second behind it.
 *
 * <p>It keeps its spelling: a date moved by some time is written with the zone and at least the digits of the original, but
 * with separators.
 * Immutable. Two are equal if they mean the same instant at the same offset.
 */
public final class IsoDateTime {
    private static final int LAST_SECOND = 59;

    private final String text;
    private final OffsetDateTime value;
    private final int fractionDigits;
    private final String zone;

    private IsoDateTime(String text, OffsetDateTime value, int fractionDigits, String zone) {
        this.text = text;
        this.value = value;
        this.fractionDigits = fractionDigits;
        this.zone = zone;
    }

    /**
     * Reads a date and time.
     *
     * @param text the text, perhaps with outer white space
     * @return the date, or empty if the text is none; digits behind the ninth decimal are cut off
     */
    public static Optional<IsoDateTime> parse(String text) {
        String written = text.strip();
        String date = separated(written);
        if (date.length() < 19 || "Tt ".indexOf(date.charAt(10)) < 0 || !hasSeparators(date)) {
            return Optional.empty();
        }
        int zoneStart = 19;
        int digits = 0;
        if (zoneStart < date.length() && (date.charAt(zoneStart) == '.' || date.charAt(zoneStart) == ',')) {
            zoneStart++;
            while (zoneStart < date.length() && isDigit(date.charAt(zoneStart))) {
                zoneStart++;
                digits++;
            }
        }
        try {
            int second = number(date, 17, 19);
            LocalDateTime local = LocalDateTime.of(
                    number(date, 0, 4),
                    number(date, 5, 7),
                    number(date, 8, 10),
                    number(date, 11, 13),
                    number(date, 14, 16),
                    Math.min(second, LAST_SECOND),
                    nanos(date, 20, digits));
            String zone = date.substring(zoneStart);
            OffsetDateTime value = local.atOffset(offset(zone));
            if (second > LAST_SECOND) {
                value = behindLeapSecond(value, second);
            }
            return Optional.of(new IsoDateTime(written, value, digits, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The basic format of ISO 8601 in the extended one, anything else as it is. */
    private static String separated(String date) {
        boolean isBasic = date.length() >= 15 && "Tt ".indexOf(date.charAt(8)) >= 0 && date.charAt(4) != '-';
        return isBasic
                ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6, 11) + ":"
                        + date.substring(11, 13) + ":" + date.substring(13)
                : date;
    }

    /** A day has one more second at its end in UTC only. */
    private static OffsetDateTime behindLeapSecond(OffsetDateTime before, int second) {
        OffsetDateTime utc = before.withOffsetSameInstant(ZoneOffset.UTC);
        if (second != LAST_SECOND + 1 || utc.getHour() != 23 || utc.getMinute() != 59) {
            throw new DateTimeException("no second");
        }
        return before.plusSeconds(1);
    }

    /**
     * A date in canonical spelling: milliseconds or as many digits as are needed, and {@code Z} for UTC.
     *
     * @param value the date
     * @return the date with its spelling
     * @throws IllegalArgumentException if the year has not four digits or the offset not whole minutes
     */
    public static IsoDateTime of(OffsetDateTime value) {
        boolean spellable = value.getYear() >= 0
                && value.getYear() <= 9999
                && value.getOffset().getTotalSeconds() % 60 == 0;
        if (!spellable) {
            throw new IllegalArgumentException("a date has a year of four digits and an offset of whole minutes");
        }
        return spelled(value, 3, value.getOffset().getId());
    }

    private static IsoDateTime spelled(OffsetDateTime value, int leastDigits, String zone) {
        String text = DateDigits.text(
                value.getYear(),
                value.getMonthValue(),
                value.getDayOfMonth(),
                value.toLocalTime().toNanoOfDay(),
                leastDigits,
                zone);
        return new IsoDateTime(text, value, leastDigits, zone);
    }

    /**
     * This date moved, in its own spelling.
     *
     * @param duration how far, perhaps negative
     * @return the moved date, or this one if the year would leave four digits
     */
    public IsoDateTime plus(Duration duration) {
        if (duration.isZero()) {
            return this;
        }
        try {
            OffsetDateTime moved = value.plus(duration);
            return moved.getYear() < 0 || moved.getYear() > 9999 ? this : spelled(moved, fractionDigits, zone);
        } catch (DateTimeException | ArithmeticException e) {
            return this;
        }
    }

    /** {@return the instant and the offset from UTC} */
    public OffsetDateTime value() {
        return value;
    }

    private static boolean hasSeparators(String date) {
        return date.charAt(4) == '-' && date.charAt(7) == '-' && date.charAt(13) == ':' && date.charAt(16) == ':';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                throw new DateTimeException("a digit is missing");
            }
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private static int nanos(String text, int from, int digits) {
        int nanos = 0;
        for (int i = 0; i < 9; i++) {
            nanos = nanos * 10 + (i < digits ? text.charAt(from + i) - '0' : 0);
        }
        return nanos;
    }

    private static ZoneOffset offset(String zone) {
        if (zone.isEmpty() || zone.equals("Z") || zone.equals("z")) {
            return ZoneOffset.UTC;
        }
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        if (sign > 0 && zone.charAt(0) != '+') {
            throw new DateTimeException("no zone");
        }
        int colon = zone.indexOf(':');
        int hoursEnd = colon >= 0 ? colon : Math.min(3, zone.length());
        int minutesStart = colon >= 0 ? colon + 1 : hoursEnd;
        int minutesLength = zone.length() - minutesStart;
        if (hoursEnd < 2 || hoursEnd > 3 || (minutesLength != 2 && (colon >= 0 || minutesLength != 0))) {
            throw new DateTimeException("no zone");
        }
        return ZoneOffset.ofHoursMinutes(
                sign * number(zone, 1, hoursEnd), sign * number(zone, minutesStart, zone.length()));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof IsoDateTime other && value.equals(other.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** {@return the date as it is written} */
    @Override
    public String toString() {
        return text;
    }
}
