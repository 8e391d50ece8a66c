package dev.hemstitch.ads.stitch;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What plays when on the reference track: content time and stitched time, each from 0 in nanoseconds. Immutable.
 */
public final class StitchedTimeline {
    /**
     * A stretch of content or one ad.
     *
     * @param startNanos where it starts on the stitched timeline
     * @param endNanos where it ends there
     * @param contentStartNanos where on the content's timeline it starts; of an ad, where the content was left
     * @param ad the ad; empty for content
     */
    public record Entry(long startNanos, long endNanos, long contentStartNanos, Optional<AdEntry> ad) {}

    /**
     * Which ad plays.
     *
     * @param id its id
     * @param breakIndex the index of its break in the order of the timeline
     * @param adIndex its index within the break
     */
    public record AdEntry(String id, int breakIndex, int adIndex) {}

    private final List<Entry> entries;
    private final long durationNanos;

    /** Made when first asked for: stitching itself asks only where a start offset moves. */
    private volatile @Nullable RangeMap<Long, Entry> byStitchedTime;

    private volatile @Nullable RangeMap<Long, Entry> byContentTime;

    private StitchedTimeline(List<Entry> entries, long durationNanos) {
        this.entries = List.copyOf(entries);
        this.durationNanos = durationNanos;
    }

    private RangeMap<Long, Entry> stitchedTimes() {
        RangeMap<Long, Entry> times = byStitchedTime;
        if (times == null) {
            ImmutableRangeMap.Builder<Long, Entry> builder = ImmutableRangeMap.builder();
            entries.forEach(entry -> builder.put(Range.closedOpen(entry.startNanos, entry.endNanos), entry));
            times = builder.build();
            byStitchedTime = times;
        }
        return times;
    }

    private RangeMap<Long, Entry> contentTimes() {
        RangeMap<Long, Entry> times = byContentTime;
        if (times == null) {
            ImmutableRangeMap.Builder<Long, Entry> builder = ImmutableRangeMap.builder();
            for (Entry entry : entries) {
                if (entry.ad.isEmpty()) {
                    long end = entry.contentStartNanos + entry.endNanos - entry.startNanos;
                    builder.put(Range.closedOpen(entry.contentStartNanos, end), entry);
                }
            }
            times = builder.build();
            byContentTime = times;
        }
        return times;
    }

    /**
     * The timeline of points.
     *
     * @param points where ads go, in the order of the content's timeline, none before the end of what another replaces
     * @param contentNanos the duration of the content
     * @return what plays when
     */
    public static StitchedTimeline of(List<SplicePoint> points, long contentNanos) {
        Collector collector = new Collector();
        long contentAt = 0;
        for (int i = 0; i < points.size(); i++) {
            SplicePoint point = points.get(i);
            collector.content(contentAt, point.cutNanos());
            for (int j = 0; j < point.ads().size(); j++) {
                PreparedAd ad = point.ads().get(j);
                collector.ad(
                        point.cutNanos(),
                        ad.durationNanos(),
                        new AdEntry(ad.ad().id(), i, j));
            }
            contentAt = point.resumeNanos();
        }
        collector.content(contentAt, contentNanos);
        return collector.build();
    }

    /** {@return all stretches and ads, in order} */
    public List<Entry> entries() {
        return entries;
    }

    /** {@return the duration of all of it, in nanoseconds} */
    public long durationNanos() {
        return durationNanos;
    }

    /**
     * What plays at a time.
     *
     * @param stitchedNanos a time on the stitched timeline
     * @return the stretch or ad; empty before the start, at the end and behind it
     */
    public Optional<Entry> at(long stitchedNanos) {
        return Optional.ofNullable(stitchedTimes().get(stitchedNanos));
    }

    /**
     * Where a time of the content plays.
     *
     * @param contentNanos a time on the content's timeline
     * @return the time on the stitched timeline, behind the ads of a break at that very time; empty if it is replaced or
     *     not in the content
     */
    public Optional<Long> toStitched(long contentNanos) {
        return Optional.ofNullable(contentTimes().get(contentNanos))
                .map(entry -> entry.startNanos + contentNanos - entry.contentStartNanos);
    }

    /**
     * Which time of the content plays at a time.
     *
     * @param stitchedNanos a time on the stitched timeline
     * @return the time on the content's timeline, during an ad that at which the content was left; empty outside
     */
    public Optional<Long> toContent(long stitchedNanos) {
        return at(stitchedNanos)
                .map(entry -> entry.contentStartNanos + (entry.ad.isPresent() ? 0 : stitchedNanos - entry.startNanos));
    }

    /** {@return all stretches and ads, in order} */
    @Override
    public String toString() {
        return entries().toString();
    }

    private static final class Collector {
        private final List<Entry> entries = new ArrayList<>();
        private long now;

        void content(long from, long to) {
            if (to > from) {
                add(new Entry(now, now + to - from, from, Optional.empty()));
            }
        }

        void ad(long contentNanos, long durationNanos, AdEntry ad) {
            add(new Entry(now, now + durationNanos, contentNanos, Optional.of(ad)));
        }

        private void add(Entry entry) {
            entries.add(entry);
            now = entry.endNanos;
        }

        StitchedTimeline build() {
            return new StitchedTimeline(entries, now);
        }
    }
}
