package dev.hemstitch.ads.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a stitcher would serve that knows the channel's future: the proof that all rules can be kept at once. It looks the
 * truth up instead of reading cue markers.
 */
public final class ForeseeingService implements StitchedService {
    private static final class Viewer {
        ForeseenBreaks breaks;
        final Map<String, ForeseenOutput> outputs = new HashMap<>();
    }

    private final Channel channel;
    private final EnumSet<Flaw> flaws;
    private final Map<String, Integer> served = new HashMap<>();
    private final Map<String, Viewer> viewers = new HashMap<>();

    /**
     * A service.
     *
     * @param channel the channel whose future it knows
     */
    public ForeseeingService(Channel channel) {
        this(channel, Set.of());
    }

    ForeseeingService(Channel channel, Set<Flaw> flaws) {
        this.channel = channel;
        this.flaws = EnumSet.noneOf(Flaw.class);
        this.flaws.addAll(flaws);
    }

    @Override
    public Optional<byte[]> refresh(String viewer, String rendition, byte[] originSnapshot, Instant now) {
        // The snapshot of these bytes: of all edges, one.
        OriginSnapshot given = null;
        for (int edge = 0; given == null && edge < 64; edge++) {
            OriginSnapshot candidate =
                    channel.origin().snapshot(rendition, now, edge).orElseThrow();
            given = candidate.bytes() == originSnapshot ? candidate : null;
        }
        OriginSnapshot snapshot = java.util.Objects.requireNonNull(given);
        Integer newest = served.put(viewer + rendition, snapshot.number());
        if (newest != null && newest > snapshot.number()) {
            served.put(viewer + rendition, newest);
            return Optional.empty();
        }
        Viewer who = viewers.computeIfAbsent(viewer, name -> new Viewer());
        if (who.breaks == null) {
            who.breaks = new ForeseenBreaks(channel, viewer, snapshot.startNanos, flaws);
        }
        ForeseenOutput output =
                who.outputs.computeIfAbsent(rendition, name -> new ForeseenOutput(channel, name, who.breaks, flaws));
        return Optional.of(serve(output, snapshot));
    }

    @Override
    public void left(String viewer) {
        viewers.remove(viewer);
    }

    private byte[] serve(ForeseenOutput output, OriginSnapshot given) {
        List<ForeseenItem> items = output.items;
        int last = Math.max(0, output.published);
        while (last + 1 < items.size() && isPublished(items.get(last + 1), given)) {
            last++;
        }
        output.published = last;
        int first = output.first;
        long start = flaws.contains(Flaw.SHORT_WINDOW) ? given.endNanos - 8 * Seconds.NANOS : given.startNanos;
        while (first < last && isGone(items.get(first), given, start)) {
            first++;
        }
        output.first = first;
        return text(items, first, last, given).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isPublished(ForeseenItem item, OriginSnapshot given) {
        return item.content != null ? item.content.position <= given.last : item.published <= given.endNanos;
    }

    private boolean isGone(ForeseenItem item, OriginSnapshot given, long start) {
        // What is listed maps to no date before the origin's window: date ranges that left it may be gone.
        boolean early = channel.origin().options().hasDateRanges();
        return (item.content != null && item.content.position < given.first)
                || (early && item.ad != null ? item.at : item.end() - 1) < start;
    }

    private String text(List<ForeseenItem> items, int first, int last, OriginSnapshot given) {
        StringBuilder text = new StringBuilder(4096)
                .append("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:")
                .append(first)
                .append("\n#EXT-X-DISCONTINUITY-SEQUENCE:")
                .append(items.get(first).discontinuitySequence - (items.get(first).discontinuity ? 1 : 0))
                .append('\n');
        text.append(channel.origin().series(given.rendition()).dateRanges(given));
        for (int i = first; i <= last; i++) {
            ForeseenItem item = items.get(i);
            ForeseenItem before = i == first ? null : items.get(i - 1);
            if (item.discontinuity) {
                text.append("#EXT-X-DISCONTINUITY\n");
            }
            boolean otherKeys = before == null || !before.keys().equals(item.keys());
            if (otherKeys) {
                keys(text, item.keys(), before != null);
            }
            if (!item.map().isEmpty()
                    && (before == null
                            || item.discontinuity
                            || (otherKeys && !item.keys().isEmpty())
                            || !before.map().equals(item.map()))) {
                map(text, item.map());
            }
            boolean dated = channel.origin().options().dates() != ChannelOptions.Dates.NONE;
            if (dated && (item.dated() || item.discontinuity || before == null)) {
                text.append("#EXT-X-PROGRAM-DATE-TIME:")
                        .append(Clock.text(item.at))
                        .append('\n');
            }
            segment(text, item);
        }
        if (given.ended) {
            text.append("#EXT-X-ENDLIST\n");
        }
        return text.toString();
    }

    private static void segment(StringBuilder text, ForeseenItem item) {
        OriginSegment content = item.content;
        if (content != null && content.gap) {
            text.append("#EXT-X-GAP\n");
        }
        text.append("#EXTINF:")
                .append(content == null ? item.ad.durationText() : content.durationText)
                .append(",\n");
        long start = content == null ? item.ad.rangeStart() : content.rangeStart;
        if (start >= 0) {
            text.append("#EXT-X-BYTERANGE:")
                    .append(content == null ? item.ad.rangeLength() : content.rangeLength)
                    .append('@')
                    .append(start)
                    .append('\n');
        }
        text.append(content == null ? item.ad.uri() : content.absoluteUri).append('\n');
    }

    private static void keys(StringBuilder text, String keys, boolean behindOthers) {
        if (keys.isEmpty()) {
            text.append(behindOthers ? "#EXT-X-KEY:METHOD=NONE\n" : "");
            return;
        }
        // What was in force under another KEYFORMAT would stay in force.
        text.append(behindOthers ? "#EXT-X-KEY:METHOD=NONE\n" : "");
        keys.lines().forEach(line -> {
            String[] key = line.split(" ", -1);
            boolean identity = key[0].equals("identity");
            text.append("#EXT-X-KEY:METHOD=")
                    .append(key[1])
                    .append(",URI=\"")
                    .append(key[2])
                    .append("\",IV=")
                    .append(key[3])
                    .append(identity ? "" : ",KEYFORMAT=\"" + key[0] + "\",KEYFORMATVERSIONS=\"" + key[4] + "\"")
                    .append('\n');
        });
    }

    private static void map(StringBuilder text, String map) {
        int bar = map.indexOf('|');
        text.append("#EXT-X-MAP:URI=\"")
                .append(bar < 0 ? map : map.substring(0, bar))
                .append('"')
                .append(bar < 0 ? "" : ",BYTERANGE=\"" + map.substring(bar + 1) + "\"")
                .append('\n');
    }
}
