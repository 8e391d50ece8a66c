package dev.hemstitch.ads.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A live channel on a clock of its own. The same options give the same bytes at the same moment, whatever was asked
 * before. Not for several threads.
 */
public final class Origin {
    private final ChannelOptions options;
    private final OriginPlan plan;
    private final String root;
    private final Map<String, SnapshotSeries> series = new LinkedHashMap<>();
    private final Map<String, List<OriginSegment>> byUri = new HashMap<>();
    private final Map<String, OriginSegment> byPart = new HashMap<>();

    /**
     * A channel.
     *
     * @param options what it is like
     */
    public Origin(ChannelOptions options) {
        this.options = options;
        this.plan = new OriginPlan(options);
        this.root = "https://origin.example/ch" + (options.is.seed & 0xFFFF) + "/";
        List<RenditionTimeline> timelines = new ArrayList<>();
        for (ContentRendition rendition : options.renditions()) {
            timelines.add(new RenditionTimeline(options, plan, rendition, uri(rendition.name())));
        }
        restartTogether(timelines);
        for (RenditionTimeline timeline : timelines) {
            String name = timeline.rendition.name();
            series.put(name, new SnapshotSeries(options, timeline, nanos -> reports(name, nanos)));
            for (OriginSegment segment : timeline.segments) {
                byUri.computeIfAbsent(segment.absoluteUri, uri -> new ArrayList<>(1))
                        .add(segment);
                segment.parts.forEach(part -> byPart.put(part.absoluteUri(), segment));
            }
        }
    }

    /** After a restart the new playlists appear when all of them have a segment, in all renditions at once. */
    private void restartTogether(List<RenditionTimeline> timelines) {
        for (int epoch = 1; epoch < plan.epochs.size(); epoch++) {
            int number = epoch;
            long appears = timelines.stream()
                    .mapToLong(timeline -> timeline.segments.stream()
                            .filter(segment -> segment.epoch == number)
                            .findFirst()
                            .orElseThrow()
                            .publishedAt)
                    .max()
                    .orElseThrow();
            for (RenditionTimeline timeline : timelines) {
                for (OriginSegment segment : timeline.segments) {
                    if (segment.epoch == number) {
                        segment.publishedAt = Math.max(segment.publishedAt, appears);
                        segment.parts = segment.parts.stream()
                                .map(part -> new OriginSegment.OriginPart(
                                        part.uri(),
                                        part.absoluteUri(),
                                        part.durationNanos(),
                                        Math.max(part.publishedAt(), appears)))
                                .toList();
                    }
                }
            }
        }
    }

    private String reports(String asking, long nanos) {
        StringBuilder text = new StringBuilder();
        series.forEach((name, other) -> {
            int at = name.equals(asking) ? -1 : other.at(nanos);
            if (at >= 0) {
                OriginSegment last = other.last(at);
                int parts = other.parts(at);
                text.append("#EXT-X-RENDITION-REPORT:URI=\"../").append(name).append("/live.m3u8\",LAST-MSN=");
                if (parts > 0) {
                    text.append(last.mediaSequence + 1).append(",LAST-PART=").append(parts - 1);
                } else {
                    text.append(last.mediaSequence).append(",LAST-PART=").append(last.parts.size() - 1);
                }
                text.append('\n');
            }
        });
        return text.toString();
    }

    /** {@return what the channel is like} */
    public ChannelOptions options() {
        return options;
    }

    /** {@return the moment at which the channel starts: the date of its first segment} */
    public Instant start() {
        return Clock.START;
    }

    /** {@return the moment from which on the windows are full} */
    public Instant ready() {
        long window = options.is.windowSegments * options.renditions().get(0).segmentMicros() * 1000;
        return Clock.instant(window + 15 * Seconds.NANOS);
    }

    /** {@return the URI of the Multivariant Playlist} */
    public String uri() {
        return root + "main.m3u8";
    }

    /**
     * {@return the URI of a rendition}
     *
     * @param rendition its name
     */
    public String uri(String rendition) {
        return root + rendition + "/live.m3u8";
    }

    /** {@return the Multivariant Playlist} */
    public byte[] multivariant() {
        return Multivariant.text(options, "live.m3u8").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What an edge serves.
     *
     * @param rendition of which rendition
     * @param now when
     * @param edge which edge, any number
     * @return the snapshot, maybe a stale one; empty if nothing was published yet
     */
    public Optional<OriginSnapshot> snapshot(String rendition, Instant now, int edge) {
        SnapshotSeries snapshots = series(rendition);
        long nanos = Clock.nanos(now);
        long age = options.is.edgeAges.get(Math.floorMod(edge, options.is.edgeAges.size()));
        int newest = snapshots.at(nanos);
        int at = snapshots.at(nanos - age);
        if (newest < 0) {
            return Optional.empty();
        }
        // A restart is seen on all edges at once: without dates nobody could tell an older run from a newer one.
        while (at < 0 || snapshots.last(at).epoch < snapshots.last(newest).epoch) {
            at++;
        }
        return Optional.of(snapshots.get(at));
    }

    /**
     * What a service reads when it asks for a playlist of the channel by its URI.
     *
     * @param uri that of the Multivariant Playlist or of a rendition
     * @param now when
     * @return the bytes; empty if there is no such playlist
     */
    public Optional<byte[]> playlist(String uri, Instant now) {
        if (uri.equals(uri())) {
            return Optional.of(multivariant());
        }
        return series.keySet().stream()
                .filter(name -> uri(name).equals(uri))
                .findFirst()
                .flatMap(name -> snapshot(name, now, 0))
                .map(OriginSnapshot::bytes);
    }

    /** {@return all breaks, in order} */
    public List<OriginBreak> breaks() {
        return List.copyOf(plan.breaks);
    }

    /** The boundary of the first rendition that is nearest to a time. */
    long videoBoundary(long nanos) {
        RenditionTimeline video = series.values().iterator().next().timeline;
        return video.segments.get(video.nearest(nanos)).startNanos;
    }

    /** How long the longest segment of all renditions is. */
    long longestNanos() {
        return series.values().stream()
                .mapToLong(each -> each.timeline.longestNanos)
                .max()
                .orElseThrow();
    }

    /** Where the first rendition ends. */
    long firstEndNanos() {
        return series.values().stream()
                .map(each -> each.timeline.segments)
                .mapToLong(segments -> segments.get(segments.size() - 1).endNanos())
                .min()
                .orElseThrow();
    }

    SnapshotSeries series(String rendition) {
        SnapshotSeries found = series.get(rendition);
        if (found == null) {
            throw new IllegalArgumentException("no rendition " + rendition);
        }
        return found;
    }

    List<OriginSegment> segments(String rendition) {
        return series(rendition).timeline.segments;
    }

    /** What a URI stands for: the truth. */
    Optional<OriginSegment> segment(String absoluteUri, long rangeStart) {
        // With a wrong offset it is meant to be the one that has these bytes.
        OriginSegment found = null;
        for (OriginSegment segment : byUri.getOrDefault(absoluteUri, List.of())) {
            found = found == null || segment.rangeStart <= rangeStart ? segment : found;
        }
        return Optional.ofNullable(found);
    }

    Optional<OriginSegment> partOf(String absoluteUri) {
        return Optional.ofNullable(byPart.get(absoluteUri));
    }
}
