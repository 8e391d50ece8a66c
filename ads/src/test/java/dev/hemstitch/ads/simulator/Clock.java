package dev.hemstitch.ads.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** The channel's clock: nanoseconds since its start, and dates. */
final class Clock {
    /** When every channel starts. */
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final DateTimeFormatter DATE =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    private Clock() {}

    static String text(long nanos) {
        return DATE.format(START.plusNanos(nanos));
    }

    static Instant instant(long nanos) {
        return START.plusNanos(nanos);
    }

    static long nanos(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond() - START.getEpochSecond(), Seconds.NANOS),
                instant.getNano());
    }

    /** {@return the nanoseconds of a date as playlists write it; {@link Long#MIN_VALUE} if it is none} */
    static long parse(String text) {
        // The usual form is read by hand: a formatter would be half of all the time that the players need.
        int length = text.length();
        boolean usual = length >= 20
                && length <= 30
                && text.charAt(length - 1) == 'Z'
                && text.charAt(10) == 'T'
                && text.charAt(19) == (length == 20 ? 'Z' : '.');
        if (usual) {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            long seconds =
                    day * 86_400 + number(text, 11, 13) * 3_600L + number(text, 14, 16) * 60L + number(text, 17, 19);
            long fraction = 0;
            for (int i = 20; i < 29; i++) {
                fraction = fraction * 10 + (i < length - 1 ? text.charAt(i) - '0' : 0);
            }
            return (seconds - START.getEpochSecond()) * Seconds.NANOS + fraction;
        }
        try {
            return nanos(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Long.MIN_VALUE;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
