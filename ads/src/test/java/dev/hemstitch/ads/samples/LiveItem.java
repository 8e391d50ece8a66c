package dev.hemstitch.ads.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.samples.ReferencePresentation.Rendition;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.ReferenceReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A segment of a live stream, as it must be or was published.
 *
 * @param stretch its discontinuity number
 * @param segment as its own playlist has it, with file URIs
 * @param startNanos where it starts on the timeline of its sample; 0 where that is not known
 */
record LiveItem(long stretch, EffectiveSegment segment, long startNanos) {
    /** What a player gets of it: what it shows, in the clear, with its initialization section. */
    record Media(long stretch, BigDecimal duration, ByteBuffer clear, Optional<ByteBuffer> map) {}

    Media media() {
        return new Media(
                stretch,
                segment.duration(),
                ByteBuffer.wrap(Decryption.clearBytes(segment)),
                segment.map().map(map -> ByteBuffer.wrap(Samples.bytes(map.uri()))));
    }

    /** How many pictures it has. */
    int frames() {
        return segment.duration().multiply(BigDecimal.valueOf(Frame.PER_SECOND)).intValueExact();
    }

    /** The name of the sample that it is of. */
    String source() {
        return Samples.path(segment.uri()).getParent().getParent().getFileName().toString();
    }

    private static long nanos(EffectiveSegment segment) {
        return segment.duration().movePointRight(9).longValueExact();
    }

    /** What a channel must play with these ads in place of its breaks, in the rendition with this index. */
    static List<LiveItem> expected(
            Rendition content,
            int index,
            Map<Integer, List<String>> ads,
            Function<String, ReferencePresentation> samples) {
        List<LiveItem> items = new ArrayList<>();
        long stretch = 0;
        for (int i = 0; i < LiveContent.SEGMENTS; i++) {
            stretch += i > 0 && i % LiveContent.LOOP == 0 ? 1 : 0;
            if (LiveContent.BREAKS.containsKey(i)) {
                for (String ad : ads.get(i)) {
                    stretch++;
                    long start = 0;
                    for (EffectiveSegment segment :
                            samples.apply(ad).renditions().get(index).segments()) {
                        items.add(new LiveItem(stretch, segment, start));
                        start += nanos(segment);
                    }
                }
                i += LiveContent.BREAKS.get(i);
                stretch++;
            }
            int inLoop = i % LiveContent.LOOP;
            long start = content.segments().subList(0, inLoop).stream()
                    .mapToLong(LiveItem::nanos)
                    .sum();
            items.add(new LiveItem(stretch, content.segments().get(inLoop), start));
        }
        return items;
    }

    /** All that was published in a series of playlists that stood at a place; nothing of a segment may ever change. */
    static List<LiveItem> published(List<String> texts, String uri) {
        TreeMap<Long, LiveItem> all = new TreeMap<>();
        for (String text : texts) {
            for (EffectiveSegment written : ReferenceReader.read(text).segments()) {
                EffectiveSegment segment = written.resolvedAgainst(uri);
                LiveItem item = new LiveItem(segment.discontinuitySequence().longValueExact(), segment, 0);
                LiveItem before = all.putIfAbsent(segment.mediaSequence().longValueExact(), item);
                if (before != null) {
                    assertThat(item.sameAs()).isEqualTo(before.sameAs());
                }
            }
        }
        assertThat(all.lastKey() - all.firstKey() + 1).isEqualTo(all.size());
        assertThat(all.firstKey()).isEqualTo(LiveContent.FIRST_NUMBER);
        return List.copyOf(all.values());
    }

    private List<Object> sameAs() {
        return List.of(
                stretch,
                segment.uri(),
                segment.duration(),
                segment.discontinuity(),
                segment.byteRange(),
                segment.keys(),
                segment.map(),
                segment.derivedProgramDateTime());
    }
}
