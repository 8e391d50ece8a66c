package dev.hemstitch.ads.cue;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/** The lines that mark one break, in each dialect; an empty text where a dialect has none. */
final class CueLines {
    private final SignalledBreak is;
    private final long startNanos;
    private final Optional<OffsetDateTime> date;
    private final BreakSections sections;

    /**
     * The lines of a break.
     *
     * @param startNanos where it is marked to start
     * @param date when that is, by the playlist
     */
    CueLines(SignalledBreak signalled, long startNanos, Optional<OffsetDateTime> date) {
        this.is = signalled;
        this.startNanos = startNanos;
        this.date = date.or(signalled::startDate);
        this.sections = new BreakSections(signalled);
    }

    String out(CueDialect dialect) {
        return switch (dialect) {
            case CUE_OUT -> line("EXT-X-CUE-OUT", cueOut());
            case OATCLS, SPLICEPOINT ->
                line(dialect.tagName(), sections.out(dialect).toBase64());
            case SCTE35_BARE ->
                line(
                        dialect.tagName(),
                        section(AttributeList.builder(), sections.out(dialect).toBase64())
                                .build()
                                .toString());
            case SCTE35 -> scte35(OptionalLong.empty(), true);
            case ADOBE_CUE -> adobe("SpliceOut", OptionalLong.empty());
            case ASSET -> is.asset().isEmpty() ? "" : line(dialect.tagName(), AssetVariables.write(is.asset()));
            case PLACEMENT_OPPORTUNITY -> line(dialect.tagName(), "");
            case DATERANGE -> dateRange();
        };
    }

    String goesOn(CueDialect dialect, long elapsedNanos) {
        boolean unknown = is.joinedAfterNanos().equals(OptionalLong.of(0));
        OptionalLong elapsed = unknown ? OptionalLong.empty() : OptionalLong.of(elapsedNanos);
        return switch (dialect) {
            case CUE_OUT -> line("EXT-X-CUE-OUT-CONT", continued(elapsed));
            case SCTE35 -> scte35(elapsed, false);
            case ADOBE_CUE -> adobe("SpliceOut", elapsed);
            default -> "";
        };
    }

    String in(CueDialect dialect, long endNanos) {
        return switch (dialect) {
            case CUE_OUT -> line("EXT-X-CUE-IN", "");
            case OATCLS, SPLICEPOINT ->
                line(dialect.tagName(), sections.in(dialect).toBase64());
            case SCTE35_BARE ->
                line(
                        dialect.tagName(),
                        section(AttributeList.builder(), sections.in(dialect).toBase64())
                                .build()
                                .toString());
            case SCTE35 -> {
                AttributeList.Builder list =
                        section(AttributeList.builder(), sections.in(dialect).toBase64());
                yield line(dialect.tagName(), withId(list, "ID").set("CUE-IN", word("YES")));
            }
            case ADOBE_CUE -> adobe("SpliceIn", OptionalLong.empty());
            case DATERANGE -> dateRangeEnd(endNanos);
            case ASSET, PLACEMENT_OPPORTUNITY -> "";
        };
    }

    private String cueOut() {
        if (is.eventId().isEmpty()) {
            return duration().map(BigDecimal::toPlainString).orElse("");
        }
        AttributeList.Builder list = AttributeList.builder();
        duration().ifPresent(seconds -> list.set("DURATION", seconds));
        return withId(list, "BREAKID").build().toString();
    }

    private String continued(OptionalLong elapsed) {
        if (is.eventId().isEmpty() && elapsed.isPresent() && duration().isPresent()) {
            return seconds(elapsed.getAsLong()).toPlainString() + "/"
                    + duration().get().toPlainString();
        }
        AttributeList.Builder list = AttributeList.builder();
        elapsed.ifPresent(nanos -> list.set("ElapsedTime", seconds(nanos)));
        duration().ifPresent(seconds -> list.set("Duration", seconds));
        return withId(list, "BREAKID").build().toString();
    }

    private String scte35(OptionalLong elapsed, boolean starts) {
        AttributeList.Builder list =
                section(AttributeList.builder(), sections.out(CueDialect.SCTE35).toBase64());
        withId(list, "ID");
        duration().ifPresent(seconds -> list.set("DURATION", seconds));
        elapsed.ifPresent(nanos -> list.set("ELAPSED", seconds(nanos)));
        return line(CueDialect.SCTE35.tagName(), list.set("CUE-OUT", word(starts ? "YES" : "CONT")));
    }

    private String adobe(String type, OptionalLong elapsed) {
        AttributeList.Builder list = AttributeList.builder().set("TYPE", AttributeValue.quoted(type));
        list.set("ID", AttributeValue.quoted(harmless(is.eventId().orElse(is.id()))));
        duration().ifPresent(seconds -> list.set("DURATION", seconds));
        elapsed.ifPresent(nanos -> list.set("ELAPSED", seconds(nanos)));
        return line(CueDialect.ADOBE_CUE.tagName(), list);
    }

    private String dateRange() {
        String hex = sections.out(CueDialect.DATERANGE).toHex();
        var range = DateRange.builder()
                .set(DateRange.ID, rangeId())
                .set(DateRange.START_DATE, IsoDateTime.of(startDate()))
                .set(DateRange.SCTE35_OUT, hex);
        duration().ifPresent(seconds -> range.set(DateRange.PLANNED_DURATION, seconds));
        return range.build().line();
    }

    private String dateRangeEnd(long endNanos) {
        long length = Math.max(0, endNanos - startNanos);
        return DateRange.builder()
                .set(DateRange.ID, rangeId())
                .set(DateRange.START_DATE, IsoDateTime.of(startDate()))
                .set(DateRange.END_DATE, IsoDateTime.of(startDate().plusNanos(length)))
                .set(DateRange.DURATION, seconds(length))
                .set(DateRange.SCTE35_IN, sections.in(CueDialect.DATERANGE).toHex())
                .build()
                .line();
    }

    private OffsetDateTime startDate() {
        return date.orElseThrow(() -> new IllegalArgumentException(
                "EXT-X-DATERANGE needs a date, and neither the playlist nor the break has one"));
    }

    private String rangeId() {
        return harmless(is.dateRangeId().orElse(is.id()));
    }

    private Optional<BigDecimal> duration() {
        return is.durationNanos().isEmpty()
                ? Optional.empty()
                : Optional.of(seconds(is.durationNanos().getAsLong()));
    }

    private AttributeList.Builder withId(AttributeList.Builder list, String name) {
        is.eventId().ifPresent(id -> list.set(name, AttributeValue.quoted(harmless(id))));
        return list;
    }

    private static AttributeList.Builder section(AttributeList.Builder list, String base64) {
        return list.set("CUE", AttributeValue.quoted(base64));
    }

    private static AttributeValue word(String text) {
        return AttributeValue.unquoted(text);
    }

    private static BigDecimal seconds(long nanos) {
        return Decimals.ofNanos(nanos);
    }

    /** An id may come from outside: nothing in it may end the value or the line, or be taken for a variable. */
    private static String harmless(String id) {
        StringBuilder text = new StringBuilder();
        id.chars().forEach(c -> text.append(Character.isISOControl(c) || c == '"' ? '_' : (char) c));
        return text.toString().replace("{$", "{_");
    }

    private static String line(String tagName, AttributeList.Builder attributes) {
        return line(tagName, attributes.build().toString());
    }

    private static String line(String tagName, String value) {
        return value.isEmpty() ? "#" + tagName : "#" + tagName + ":" + value;
    }
}
