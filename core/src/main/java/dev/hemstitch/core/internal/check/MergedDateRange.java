package dev.hemstitch.core.internal.check;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A date range as clients put it together from all EXT-X-DATERANGE tags of its ID (RFC 8216bis, 4.4.5.1).
 *
 * @param id the ID, variables replaced
 * @param lines its tags, in order
 * @param given what the first tag with each attribute gives, by the attribute's name
 */
public record MergedDateRange(String id, List<PlacedLine> lines, Map<String, Given> given) {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

    /** The text of an attribute without quotes, variables replaced, and the tag that has it. */
    public record Given(PlacedLine line, String text) {}

    /** The date ranges of a Media Playlist in the order of their first tags; tags without ID are left out. */
    public static List<MergedDateRange> of(CheckedPlaylist playlist) {
        return List.copyOf(byId(playlist).values());
    }

    /** The same by ID. */
    public static Map<String, MergedDateRange> byId(CheckedPlaylist playlist) {
        Map<String, MergedDateRange> byId = new LinkedHashMap<>();
        if (playlist.media().isPresent()) {
            for (PlacedLine line : playlist.all(HlsTag.DATERANGE)) {
                line.get(DateRange.ID)
                        .ifPresent(id -> byId.computeIfAbsent(
                                        id, key -> new MergedDateRange(key, new ArrayList<>(), new LinkedHashMap<>()))
                                .add(line));
            }
        }
        return byId;
    }

    private void add(PlacedLine line) {
        lines.add(line);
        line.attributes().asMap().forEach((name, value) -> given.putIfAbsent(name, new Given(line, line.text(value))));
    }

    public PlacedLine first() {
        return lines.get(0);
    }

    /** The first tag that gives an attribute. */
    public Optional<PlacedLine> line(Attribute<?> attribute) {
        return line(attribute.name());
    }

    public Optional<PlacedLine> line(String attribute) {
        return Optional.ofNullable(given.get(attribute)).map(Given::line);
    }

    public boolean has(Attribute<?> attribute) {
        return given.containsKey(attribute.name());
    }

    public boolean has(String attribute) {
        return given.containsKey(attribute);
    }

    public <T> Optional<T> get(Attribute<T> attribute) {
        return text(attribute.name()).flatMap(attribute.reader());
    }

    /** The text of an attribute without quotes, variables replaced. */
    public Optional<String> text(String attribute) {
        return Optional.ofNullable(given.get(attribute)).map(Given::text);
    }

    public boolean isOfClass(String className) {
        return text(DateRange.CLASS.name()).filter(className::equals).isPresent();
    }

    /** Whether END-ON-NEXT=YES says that it ends where the next one of its class starts. */
    public boolean endsOnNext() {
        return get(DateRange.END_ON_NEXT).orElse(false);
    }

    public boolean hasEnd() {
        return has(DateRange.DURATION) || has(DateRange.END_DATE);
    }

    /** {@return where it starts, if that can be read} */
    public Optional<Instant> start() {
        return get(DateRange.START_DATE).map(MergedDateRange::instant);
    }

    /** {@return where it ends by END-DATE, else by DURATION; empty if it has neither} */
    public Optional<Instant> end() {
        Optional<Instant> date = get(DateRange.END_DATE).map(MergedDateRange::instant);
        return date.isPresent()
                ? date
                : start().flatMap(start -> get(DateRange.DURATION).flatMap(seconds -> plus(start, seconds)));
    }

    /** The instant so many seconds later, to the nanosecond; empty if it is beyond what an instant can be. */
    public static Optional<Instant> plus(Instant start, BigDecimal seconds) {
        BigDecimal nanos = seconds.multiply(NANOS).setScale(0, RoundingMode.HALF_UP);
        if (nanos.abs().compareTo(MOST_NANOS) > 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(start.plusNanos(nanos.longValueExact()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(IsoDateTime date) {
        return date.value().toInstant();
    }
}
