package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Decimals;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of an IPTV list, whose EXTINF has attributes that no specification knows:
 * {@code #EXTINF:-1 tvg-id="a" group-title="News, World",Name}. A view for those who ask for it; reading knows nothing of
 * it, and such a list is written as it was.
 *
 * <p>Immutable.
 *
 * @param duration the duration in seconds, -1 for an endless stream; empty if it is unreadable.
 *     {@link MediaSegment#duration} is zero for both
 * @param attributes the attributes in order, without their quotes; of a name that stands twice the first one
 * @param name what stands behind the comma, which is also {@link MediaSegment#title}; an empty text for nothing
 */
public record IptvExtinf(Optional<BigDecimal> duration, Map<String, String> attributes, String name) {
    /**
     * An entry; the attributes are copied.
     *
     * @param duration the duration in seconds
     * @param attributes the attributes in order
     * @param name the name
     */
    public IptvExtinf {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * The entry that a segment is.
     *
     * @param segment the segment of an IPTV list
     * @return the entry; empty if the segment has no EXTINF
     */
    public static Optional<IptvExtinf> of(MediaSegment segment) {
        return segment.lines().stream()
                .filter(line -> line.is(HlsTag.INF))
                .reduce((first, second) -> second)
                .map(line -> of(line.value()));
    }

    private static IptvExtinf of(String value) {
        int durationEnd = Extinf.durationEnd(value);
        int comma = Extinf.comma(value);
        String between = value.substring(
                Math.min(durationEnd, comma < 0 ? durationEnd : comma), comma < 0 ? value.length() : comma);
        return new IptvExtinf(
                Decimals.parse(value.substring(0, durationEnd)),
                attributes(between),
                Extinf.title(value).strip());
    }

    /**
     * The attributes of a whole IPTV list: {@code #EXTM3U x-tvg-url="…"}.
     *
     * @param playlist the list
     * @return the attributes of EXTM3U in order, without their quotes
     */
    public static Map<String, String> ofList(Playlist playlist) {
        return playlist.lines().stream()
                .filter(line -> line.is(HlsTag.EXTM3U))
                .findFirst()
                .map(line -> Collections.unmodifiableMap(attributes(line.value())))
                .orElse(Map.of());
    }

    /** Names and values joined by equals signs, parted by white space that stands in no quotes. */
    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        int i = 0;
        while (i < text.length()) {
            int equals = text.indexOf('=', i);
            if (equals < 0) {
                return attributes;
            }
            String before = text.substring(i, equals).strip();
            String name = before.substring(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\t')) + 1);
            boolean quoted = equals + 1 < text.length() && text.charAt(equals + 1) == '"';
            int from = equals + (quoted ? 2 : 1);
            int end = end(text, from, quoted);
            attributes.putIfAbsent(name, text.substring(from, end));
            i = end + 1;
        }
        return attributes;
    }

    private static int end(String text, int from, boolean quoted) {
        int end = from;
        while (end < text.length() && (quoted ? text.charAt(end) != '"' : text.charAt(end) > ' ')) {
            end++;
        }
        return end;
    }
}
