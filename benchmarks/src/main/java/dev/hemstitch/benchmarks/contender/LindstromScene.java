package dev.hemstitch.benchmarks.contender;

import io.lindstrom.m3u8.model.DateRange;
import io.lindstrom.m3u8.model.KeyMethod;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.SegmentKey;
import io.lindstrom.m3u8.model.SegmentMap;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A splice with immutable values and their builders; content in which nothing must change is taken over in runs. */
final class LindstromScene implements Contender.Scene {
    private final MediaPlaylistParser writer;
    private final MediaPlaylist content;
    private final MediaPlaylist header;
    private final List<MediaPlaylist> ads;
    private final List<Integer> positions;
    private final NavigableMap<Integer, SegmentKey> keys = new TreeMap<>();
    private final NavigableMap<Integer, SegmentMap> maps = new TreeMap<>();
    private final boolean hasImplicitVectors;
    private final boolean hasDates;

    LindstromScene(
            MediaPlaylistParser writer, MediaPlaylist content, List<MediaPlaylist> ads, List<Integer> positions) {
        this.writer = writer;
        this.content = content;
        this.positions = positions;
        List<MediaSegment> segments = content.mediaSegments();
        for (int i = 0; i < segments.size(); i++) {
            int index = i;
            segments.get(i).segmentKey().ifPresent(key -> keys.put(index, key));
            segments.get(i).segmentMap().ifPresent(map -> maps.put(index, map));
        }
        this.hasImplicitVectors = keys.values().stream().anyMatch(LindstromScene::isImplicit);
        this.hasDates = segments.stream()
                .anyMatch(segment -> segment.programDateTime().isPresent()
                        || segment.dateRange().isPresent());
        this.ads = ads.stream().map(this::asAd).toList();
        int longest = this.ads.stream()
                .flatMap(ad -> ad.mediaSegments().stream())
                .mapToInt(segment -> (int) Math.round(segment.duration()))
                .max()
                .orElse(0);
        this.header = MediaPlaylist.builder()
                .from(content)
                .mediaSegments(List.of())
                .targetDuration(Math.max(content.targetDuration(), longest))
                .build();
    }

    /** The ad as it stands behind content. */
    private MediaPlaylist asAd(MediaPlaylist ad) {
        List<MediaSegment> segments = new ArrayList<>(ad.mediaSegments());
        MediaSegment.Builder first =
                MediaSegment.builder().from(segments.get(0)).discontinuity(true);
        if (!keys.isEmpty()) {
            first.segmentKey(SegmentKey.builder().method(KeyMethod.NONE).build());
        }
        segments.set(0, first.build());
        return MediaPlaylist.builder().from(ad).mediaSegments(segments).build();
    }

    @Override
    public byte[] spliceAndWrite() {
        List<MediaSegment> segments = content.mediaSegments();
        List<MediaSegment> output = new ArrayList<>(segments.size() + 4 * ads.size());
        Duration shift = Duration.ZERO;
        int at = 0;
        for (int i = 0; i < ads.size(); i++) {
            content(at, positions.get(i), i, shift, output);
            at = positions.get(i);
            List<MediaSegment> ad = ads.get(i).mediaSegments();
            boolean opens = output.isEmpty();
            for (MediaSegment segment : ad) {
                output.add(segment);
                shift = shift.plusMillis(Math.round(segment.duration() * 1000));
            }
            if (opens) {
                output.set(
                        0,
                        MediaSegment.builder()
                                .from(ad.get(0))
                                .discontinuity(false)
                                .build());
            }
        }
        content(at, segments.size(), ads.size(), shift, output);
        return writer.writePlaylistAsBytes(
                MediaPlaylist.builder().from(header).mediaSegments(output).build());
    }

    private void content(int from, int to, int adsBefore, Duration shift, List<MediaSegment> output) {
        List<MediaSegment> segments = content.mediaSegments();
        if (adsBefore == 0 || from == to) {
            output.addAll(segments.subList(from, to));
            return;
        }
        output.add(moved(from, shift)
                .discontinuity(true)
                .segmentMap(Optional.ofNullable(maps.floorEntry(from)).map(entry -> entry.getValue()))
                .build());
        if (!hasImplicitVectors && !hasDates) {
            output.addAll(segments.subList(from + 1, to));
            return;
        }
        for (int i = from + 1; i < to; i++) {
            MediaSegment segment = segments.get(i);
            boolean changes = hasImplicitVectors
                    || segment.programDateTime().isPresent()
                    || segment.dateRange().isPresent();
            output.add(changes ? moved(i, shift).build() : segment);
        }
    }

    /** The segment behind ads: its key in force with its vector written out, its dates later. */
    private MediaSegment.Builder moved(int index, Duration shift) {
        MediaSegment segment = content.mediaSegments().get(index);
        MediaSegment.Builder builder = MediaSegment.builder().from(segment);
        segment.programDateTime().ifPresent(date -> builder.programDateTime(date.plus(shift)));
        segment.dateRange().ifPresent(range -> builder.dateRange(moved(range, shift)));
        if (!keys.isEmpty()) {
            Optional.ofNullable(keys.floorEntry(index)).ifPresent(entry -> {
                SegmentKey key = entry.getValue();
                builder.segmentKey(isImplicit(key) ? explicit(key, content.mediaSequence() + index) : key);
            });
        }
        return builder;
    }

    private static DateRange moved(DateRange range, Duration shift) {
        return DateRange.builder()
                .from(range)
                .startDate(range.startDate().plus(shift))
                .build();
    }

    private static boolean isImplicit(SegmentKey key) {
        return key.method() == KeyMethod.AES_128 && key.iv().isEmpty();
    }

    private static SegmentKey explicit(SegmentKey key, long mediaSequence) {
        return SegmentKey.builder().from(key).iv(Hex.vector(mediaSequence)).build();
    }
}
