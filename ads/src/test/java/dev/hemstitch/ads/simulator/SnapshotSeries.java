package dev.hemstitch.ads.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The snapshots of a rendition, one for each moment at which something is published. */
final class SnapshotSeries {
    private static final int KEPT = 96;

    private final ChannelOptions channel;
    final RenditionTimeline timeline;
    /** What the reports say of the other renditions at a time. */
    private final LongFunction<String> reports;
    /** Published text of all segments but the first of a window, one behind the other. */
    private final byte[] plain;

    private final int[] plainStarts;
    private final int[] windowStarts;
    private final long[] times;
    private final int[] lasts;
    private final int[] openParts;
    private final Map<Integer, OriginSnapshot> kept = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, OriginSnapshot> eldest) {
            return size() > KEPT;
        }
    };

    SnapshotSeries(ChannelOptions channel, RenditionTimeline timeline, LongFunction<String> reports) {
        this.channel = channel;
        this.timeline = timeline;
        this.reports = reports;
        List<OriginSegment> segments = timeline.segments;
        ByteArrayOutputStream text = new ByteArrayOutputStream(segments.size() * 160);
        plainStarts = new int[segments.size() + 1];
        for (OriginSegment segment : segments) {
            plainStarts[segment.position] = text.size();
            text.writeBytes((lead(segment, false) + tail(segment, false)).getBytes(StandardCharsets.UTF_8));
        }
        plainStarts[segments.size()] = text.size();
        plain = text.toByteArray();
        windowStarts = windows(segments);
        List<long[]> events = events(segments);
        times = events.stream().mapToLong(event -> event[0]).toArray();
        lasts = events.stream().mapToInt(event -> (int) event[1]).toArray();
        openParts = events.stream().mapToInt(event -> (int) event[2]).toArray();
    }

    private int[] windows(List<OriginSegment> segments) {
        ChannelOptions.Builder options = channel.is;
        long video = options.renditions.get(0).segmentMicros() * 1000;
        long window = options.windowSegments * video - video / 2;
        int[] starts = new int[segments.size()];
        int first = 0;
        for (OriginSegment last : segments) {
            while (segments.get(first).epoch < last.epoch
                    || (first < last.position && last.endNanos() - segments.get(first + 1).startNanos >= window)) {
                first++;
            }
            starts[last.position] = first;
        }
        return starts;
    }

    private List<long[]> events(List<OriginSegment> segments) {
        List<long[]> events = new ArrayList<>();
        for (OriginSegment segment : segments) {
            boolean opens = segment.position == 0 || segments.get(segment.position - 1).epoch < segment.epoch;
            if (!opens) {
                for (int i = 0; i + 1 < segment.parts.size(); i++) {
                    events.add(new long[] {segment.parts.get(i).publishedAt(), segment.position - 1, i + 1});
                }
            }
            events.add(new long[] {segment.publishedAt, segment.position, 0});
        }
        if (channel.is.endList) {
            OriginSegment last = segments.get(segments.size() - 1);
            events.add(new long[] {last.publishedAt + 2 * Seconds.NANOS, last.position, -1});
        }
        return events;
    }

    /** The number of the newest snapshot at a time, or -1. */
    int at(long nanos) {
        int low = java.util.Arrays.binarySearch(times, nanos);
        int at = low >= 0 ? low : -low - 2;
        while (at + 1 < times.length && times[at + 1] <= nanos) {
            at++;
        }
        return at;
    }

    int size() {
        return times.length;
    }

    long publishedAt(int number) {
        return times[number];
    }

    OriginSegment last(int number) {
        return timeline.segments.get(lasts[number]);
    }

    /** How many parts of the segment behind the last one a snapshot has. */
    int parts(int number) {
        return Math.max(0, openParts[number]);
    }

    OriginSnapshot get(int number) {
        return kept.computeIfAbsent(number, this::render);
    }

    private OriginSnapshot render(int number) {
        List<OriginSegment> segments = timeline.segments;
        int last = lasts[number];
        int first = windowStarts[last];
        boolean ended = openParts[number] < 0;
        OriginSegment opening = segments.get(first);
        ByteArrayOutputStream out = new ByteArrayOutputStream(plainStarts[last + 1] - plainStarts[first] + 1024);
        write(out, header(opening));
        write(out, ranges(first) + lead(opening, true));
        boolean lowLatency = channel.is.lowLatency;
        if (lowLatency) {
            long edge = segments.get(last).endNanos() - 3 * channel.targetNanos();
            write(out, (opening.endNanos() > edge && !ended ? parts(opening, opening.parts.size()) : ""));
            write(out, tail(opening, true));
            for (OriginSegment segment : segments.subList(first + 1, last + 1)) {
                boolean withParts = segment.endNanos() > edge && !ended;
                write(out, lead(segment, false));
                write(out, withParts ? parts(segment, segment.parts.size()) : "");
                write(out, tail(segment, false));
            }
        } else {
            write(out, tail(opening, true));
            out.write(plain, plainStarts[first + 1], plainStarts[last + 1] - plainStarts[first + 1]);
        }
        if (ended) {
            write(out, "#EXT-X-ENDLIST\n");
        } else if (lowLatency) {
            edge(out, number, last);
        }
        List<RenditionTimeline.RangeTag> ranges = timeline.rangeTags.stream()
                .filter(tag -> tag.position() <= last && tag.id().startsWith("program-"))
                .filter(tag -> tag.position() >= first || carried(tag, first))
                .toList();
        return new OriginSnapshot(
                timeline.rendition.name(),
                out.toByteArray(),
                number,
                opening,
                segments.get(last),
                lowLatency && !ended ? partsNanos(number, last) : 0,
                ended,
                ranges,
                segments);
    }

    private void edge(ByteArrayOutputStream out, int number, int last) {
        if (goesOn(last)) {
            OriginSegment open = timeline.segments.get(last + 1);
            int count = openParts[number];
            if (count > 0) {
                write(out, lead(open, false) + parts(open, count));
            }
            write(
                    out,
                    "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\""
                            + open.parts.get(count).uri() + "\"\n");
        }
        write(out, reports.apply(times[number]));
    }

    private boolean goesOn(int last) {
        return last + 1 < timeline.segments.size()
                && timeline.segments.get(last + 1).epoch == timeline.segments.get(last).epoch;
    }

    /** How long the parts are of the segment behind the last one. */
    private long partsNanos(int number, int last) {
        return goesOn(last)
                ? timeline.segments.get(last + 1).parts.stream()
                        .limit(openParts[number])
                        .mapToLong(OriginSegment.OriginPart::durationNanos)
                        .sum()
                : 0;
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private String header(OriginSegment first) {
        ChannelOptions.Builder options = channel.is;
        StringBuilder text = new StringBuilder(200)
                .append("#EXTM3U\n#EXT-X-VERSION:")
                .append(6)
                .append("\n#EXT-X-TARGETDURATION:")
                .append(channel.targetDuration())
                .append("\n#EXT-X-MEDIA-SEQUENCE:")
                .append(first.mediaSequence)
                .append('\n');
        if (!options.withoutDiscontinuitySequence) {
            // The tag counts what left the window; the first segment's own is still in it.
            long left = first.discontinuitySequence - (first.discontinuity ? 1 : 0);
            text.append("#EXT-X-DISCONTINUITY-SEQUENCE:").append(left).append('\n');
        }
        if (options.lowLatency) {
            text.append("#EXT-X-PART-INF:PART-TARGET=1.1\n")
                    .append("#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=3.3\n");
        }
        return text.toString();
    }

    private boolean carried(RenditionTimeline.RangeTag tag, int first) {
        OriginSegment opening = timeline.segments.get(first);
        if (tag.position() >= first || timeline.segments.get(tag.position()).epoch != opening.epoch) {
            return false;
        }
        RenditionTimeline.RangeTag end = timeline.lastTag(tag.id());
        // As long as its end is to come, or is listed, it is not over; after that, its end says when it was.
        return end.position() >= first || end.untilNanos() > opening.startNanos;
    }

    /** The date ranges whose tags left the window, but which are not over. */
    private String ranges(int first) {
        StringBuilder text = new StringBuilder();
        for (RenditionTimeline.RangeTag tag : timeline.rangeTags) {
            if (tag.position() >= first) {
                break;
            }
            if (carried(tag, first)) {
                text.append(tag.line());
            }
        }
        return text.toString();
    }

    /** All date ranges of a snapshot, each once. */
    String dateRanges(OriginSnapshot snapshot) {
        StringBuilder text = new StringBuilder(ranges(snapshot.first));
        for (RenditionTimeline.RangeTag tag : timeline.rangeTags) {
            if (tag.position() >= snapshot.first && tag.position() <= snapshot.last) {
                text.append(tag.line());
            }
        }
        return text.toString();
    }

    private OriginSegment before(OriginSegment segment) {
        return timeline.segments.get(segment.position - 1);
    }

    private String lead(OriginSegment segment, boolean opens) {
        boolean first = opens || segment.position == 0 || before(segment).epoch != segment.epoch;
        StringBuilder text = new StringBuilder(160);
        if (segment.discontinuity) {
            text.append("#EXT-X-DISCONTINUITY\n");
        }
        boolean otherKeys = first || !before(segment).keyLines.equals(segment.keyLines);
        if (otherKeys) {
            text.append(segment.keyLines);
        }
        if (first
                || segment.discontinuity
                || !before(segment).mapLine.equals(segment.mapLine)
                || (otherKeys && !segment.keys.isEmpty())) {
            text.append(segment.mapLine);
        }
        if (segment.dated || (opens && channel.dates() != ChannelOptions.Dates.NONE)) {
            text.append("#EXT-X-PROGRAM-DATE-TIME:")
                    .append(Clock.text(segment.startNanos))
                    .append('\n');
        }
        text.append(segment.cueLines);
        for (RenditionTimeline.RangeTag tag : timeline.rangeTags) {
            if (tag.position() == segment.position) {
                text.append(tag.line());
            }
        }
        return text.toString();
    }

    private String tail(OriginSegment segment, boolean opens) {
        StringBuilder text = new StringBuilder(80);
        if (segment.gap) {
            text.append("#EXT-X-GAP\n");
        }
        text.append("#EXTINF:").append(segment.durationText).append(",\n");
        if (segment.rangeStart >= 0) {
            text.append("#EXT-X-BYTERANGE:").append(segment.rangeLength);
            if (opens || segment.rangeStart == 0) {
                text.append('@').append(segment.rangeStart);
            }
            text.append('\n');
        }
        return text.append(segment.uri).append('\n').toString();
    }

    private static String parts(OriginSegment segment, int count) {
        StringBuilder text = new StringBuilder();
        for (OriginSegment.OriginPart part : segment.parts.subList(0, count)) {
            text.append("#EXT-X-PART:DURATION=")
                    .append(Seconds.text(part.durationNanos(), 6))
                    .append(",URI=\"")
                    .append(part.uri())
                    .append("\",INDEPENDENT=YES")
                    .append(segment.gap ? ",GAP=YES" : "")
                    .append('\n');
        }
        return text.toString();
    }
}
