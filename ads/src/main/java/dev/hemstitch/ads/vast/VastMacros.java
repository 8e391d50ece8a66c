package dev.hemstitch.ads.vast;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Values for the macros in URLs. Immutable; it may be shared if its source of randomness may.
 *
 * <p>A macro is a name in brackets, in any case, also where the brackets are percent-encoded. Its value goes in
 * percent-encoded: nothing but letters, digits, {@code -}, {@code .}, {@code _} and {@code ~} stays as it is. A macro that
 * VAST knows and that has no value becomes {@code -1}, as VAST says for values that are unknown, or {@code -2} for values
 * that may not be told; brackets of other names are left as they are. The rest of the URL is made fit to be requested:
 * what may not stand in a URL, such as white space, quotes and letters beyond ASCII, is percent-encoded.
 */
public final class VastMacros {
    /** Leaves all macros as they are. */
    public static final VastMacros NONE = builder().leaveMissing().build();

    /** The longest name in brackets that is taken for a macro. */
    private static final int MOST_NAME = 40;

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Map<VastMacro, String> values;
    private final Optional<RandomGenerator> random;
    private final boolean leaveMissing;

    private VastMacros(Builder builder) {
        this.values = Map.copyOf(builder.values);
        this.random = builder.random;
        this.leaveMissing = builder.leaveMissing;
    }

    /** {@return a builder without values, where missing ones become {@code -1}} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these values} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.values.putAll(values);
        builder.random = random;
        builder.leaveMissing = leaveMissing;
        return builder;
    }

    /**
     * Fills in what a URL asks for.
     *
     * @param url the URL as an ad response has it
     * @return the URL, fit to be requested: ASCII without white space and control characters
     */
    public String fill(String url) {
        StringBuilder filled = new StringBuilder(url.length() + 16);
        String cacheBuster = "";
        for (int i = 0; i < url.length(); ) {
            int plainEnd = UrlText.plainEnd(url, i);
            filled.append(url, i, plainEnd);
            i = plainEnd;
            if (i == url.length()) {
                break;
            }
            int nameStart = i + bracket(url, i, '[', "%5B");
            int nameEnd = nameStart == i ? i : nameEnd(url, nameStart);
            int end = nameEnd + bracket(url, nameEnd, ']', "%5D");
            if (nameEnd > nameStart && end > nameEnd) {
                VastMacro macro = VastMacro.of(url.substring(nameStart, nameEnd));
                if (macro.equals(VastMacro.CACHEBUSTING) && cacheBuster.isEmpty()) {
                    cacheBuster = random.map(VastMacros::eightDigits).orElse("");
                }
                String value = value(macro, cacheBuster);
                if (!value.isEmpty()) {
                    UrlText.encodeValue(value, filled);
                } else {
                    filled.append(url, i, end);
                }
                i = end;
            } else {
                i = UrlText.appendFit(url, i, filled);
            }
        }
        return filled.toString();
    }

    /** The value of a macro; an empty text to leave the macro as it is. */
    private String value(VastMacro macro, String cacheBuster) {
        if (macro.equals(VastMacro.CACHEBUSTING) && !cacheBuster.isEmpty()) {
            return cacheBuster;
        }
        String missing = macro.isKnown() && !leaveMissing ? "-1" : "";
        return values.getOrDefault(macro, missing);
    }

    private static String eightDigits(RandomGenerator random) {
        return Integer.toString(10_000_000 + random.nextInt(90_000_000));
    }

    /** How many characters a bracket has here; 0 if here is none. */
    private static int bracket(String url, int at, char plain, String encoded) {
        if (at < url.length() && url.charAt(at) == plain) {
            return 1;
        }
        return url.regionMatches(true, at, encoded, 0, 3) ? 3 : 0;
    }

    private static int nameEnd(String url, int from) {
        int end = from;
        while (end < url.length() && end - from < MOST_NAME && VastMacro.isNamePart(url.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Collects values. A value that is empty counts as missing. */
    public static final class Builder {
        private final Map<VastMacro, String> values = new HashMap<>();
        private Optional<RandomGenerator> random = Optional.empty();
        private boolean leaveMissing;

        private Builder() {}

        /**
         * Sets a value.
         *
         * @param macro the macro
         * @param value the value, not encoded; empty to take it away
         * @return this
         */
        public Builder set(VastMacro macro, String value) {
            if (value.isEmpty()) {
                values.remove(macro);
            } else {
                values.put(macro, value);
            }
            return this;
        }

        /**
         * Says that the value of a macro may not be told: it becomes {@code -2}.
         *
         * @param macro the macro
         * @return this
         */
        public Builder notAllowed(VastMacro macro) {
            return set(macro, "-2");
        }

        /**
         * Sets {@link VastMacro#ERRORCODE}.
         *
         * @param error what went wrong
         * @return this
         */
        public Builder errorCode(VastError error) {
            return set(VastMacro.ERRORCODE, Integer.toString(error.code()));
        }

        /**
         * Sets {@link VastMacro#TIMESTAMP}.
         *
         * @param now when the URL is called
         * @return this
         */
        public Builder timestamp(Instant now) {
            return set(VastMacro.TIMESTAMP, TIMESTAMP.format(now));
        }

        /**
         * Sets a macro that is a time, such as {@link VastMacro#ADPLAYHEAD}, as {@code HH:MM:SS.mmm}.
         *
         * @param macro the macro
         * @param playhead the time, at least 0; milliseconds are rounded down
         * @return this
         */
        public Builder playhead(VastMacro macro, Duration playhead) {
            StringBuilder text = new StringBuilder(12); // a format would cost as much as all else that is filled in
            number(text, playhead.toHours(), 2).append(':');
            number(text, playhead.toMinutesPart(), 2).append(':');
            number(text, playhead.toSecondsPart(), 2).append('.');
            return set(macro, number(text, playhead.toMillisPart(), 3).toString());
        }

        private static StringBuilder number(StringBuilder text, long number, int digits) {
            String written = Long.toString(number);
            return text.append("0".repeat(Math.max(0, digits - written.length())))
                    .append(written);
        }

        /**
         * Sets {@link VastMacro#UNIVERSALADID}.
         *
         * @param id the identifier; the registry is {@code unknown} if it is not said
         * @return this
         */
        public Builder universalAdId(UniversalAdId id) {
            return set(VastMacro.UNIVERSALADID, id.registry().orElse("unknown") + " " + id.value());
        }

        /**
         * Sets where the eight digits of {@link VastMacro#CACHEBUSTING} come from: other ones for each URL, the same
         * throughout a URL. Without it they are a value like others.
         *
         * @param random the source of randomness
         * @return this
         */
        public Builder random(RandomGenerator random) {
            this.random = Optional.of(random);
            return this;
        }

        /**
         * Leaves macros without a value as they are, for someone else to fill in.
         *
         * @return this
         */
        public Builder leaveMissing() {
            this.leaveMissing = true;
            return this;
        }

        /** {@return the values} */
        public VastMacros build() {
            return new VastMacros(this);
        }
    }
}
