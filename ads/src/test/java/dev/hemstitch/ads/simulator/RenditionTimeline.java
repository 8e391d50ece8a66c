package dev.hemstitch.ads.simulator;

import dev.hemstitch.ads.simulator.ChannelOptions.Dates;
import dev.hemstitch.ads.simulator.ChannelOptions.Encryption;
import dev.hemstitch.ads.simulator.ChannelOptions.Media;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** All segments of a rendition, from the channel's start to its end. */
final class RenditionTimeline {
    private static final long LATENCY = 400_000_000L;
    private static final int SEGMENTS_PER_RESOURCE = 8;
    private static final long PART_MICROS = 1_001_000;

    /**
     * An EXT-X-DATERANGE tag.
     *
     * @param id its ID
     * @param line the tag with its line feed
     * @param position the segment before which it stands
     * @param untilNanos up to when it lasts as far as this tag tells
     */
    record RangeTag(String id, String line, int position, long untilNanos) {}

    private final ChannelOptions.Builder options;
    private final OriginPlan plan;
    final ContentRendition rendition;
    final String uri;
    private final Dice dice;
    final List<OriginSegment> segments = new ArrayList<>();
    final List<RangeTag> rangeTags = new ArrayList<>();
    private final Map<String, RangeTag> lastTags = new HashMap<>();
    long longestNanos;
    private long[] starts = {};

    RenditionTimeline(ChannelOptions channel, OriginPlan plan, ContentRendition rendition, String uri) {
        this.options = channel.is;
        this.plan = plan;
        this.rendition = rendition;
        this.uri = uri;
        this.dice = Dice.of(options.seed, 3, rendition.name().hashCode());
        plan.epochs.forEach(this::epoch);
        starts = segments.stream().mapToLong(segment -> segment.startNanos).toArray();
        publish();
        cues();
        if (options.dateRanges) {
            programRanges();
        }
        rangeTags.forEach(tag -> lastTags.put(tag.id(), tag));
    }

    /** The tag of a date range that comes last. */
    RangeTag lastTag(String id) {
        return java.util.Objects.requireNonNull(lastTags.get(id));
    }

    private void epoch(OriginPlan.Epoch epoch) {
        long[] bounds = plan.videoBounds.get(epoch.number());
        if (!rendition.followsVideo()) {
            bounds = OriginPlan.Bounds.cutAt(
                    epoch.startNanos(), rendition.segmentMicros() * 1000, new TreeSet<>(List.of(epoch.endNanos())));
        }
        long firstNumber = epoch.number() == 0 ? dice.between(0, 5000) : dice.between(0, 3);
        TreeSet<Long> starts = new TreeSet<>();
        for (long time : plan.discontinuities) {
            if (time > epoch.startNanos() && time < epoch.endNanos()) {
                starts.add(OriginPlan.Bounds.nearest(bounds, time));
            }
        }
        long discontinuitySequence =
                epoch.number() == 0 && !options.withoutDiscontinuitySequence ? options.seed & 15 : 0;
        int period = segments.isEmpty() ? 0 : segments.get(segments.size() - 1).period + 1;
        // An epoch is one period more even if its last discontinuity is missing from a rendition: it never is.
        for (int i = 0; i + 1 < bounds.length; i++) {
            OriginSegment segment = new OriginSegment();
            segment.rendition = rendition.name();
            segment.position = segments.size();
            segment.epoch = epoch.number();
            segment.mediaSequence = firstNumber + i;
            segment.startNanos = bounds[i];
            segment.durationNanos = bounds[i + 1] - bounds[i];
            segment.durationText = Seconds.text(segment.durationNanos, rendition.followsVideo() ? 3 : 6);
            segment.discontinuity = i > 0 && starts.contains(bounds[i]);
            if (segment.discontinuity) {
                period++;
                discontinuitySequence++;
            }
            segment.period = period;
            segment.discontinuitySequence = discontinuitySequence;
            segment.gap = options.gapsPerMille > 0 && dice.chance(options.gapsPerMille);
            segment.dated = options.dates == Dates.EVERY_SEGMENT
                    || (options.dates == Dates.SPARSE && (i % 5 == 0 || segment.discontinuity));
            longestNanos = Math.max(longestNanos, segment.durationNanos);
            place(segment, i);
            protect(segment);
            segments.add(segment);
        }
    }

    private void place(OriginSegment segment, int index) {
        boolean subtitles = rendition.kind() == ContentRendition.Kind.SUBTITLES;
        String extension = subtitles ? ".vtt" : options.media == Media.FMP4 ? ".m4s" : ".ts";
        int file = index;
        if (options.byteRanges && !subtitles) {
            file = index / SEGMENTS_PER_RESOURCE * SEGMENTS_PER_RESOURCE;
            OriginSegment before = file == index ? null : segments.get(segments.size() - 1);
            segment.rangeStart = before == null ? 0 : before.rangeStart + before.rangeLength;
            segment.rangeLength = dice.between(1_000, 9_000);
        }
        segment.uri = "c-" + segment.epoch + "-" + file + extension;
        segment.absoluteUri = Uris.resolve(uri, segment.uri);
        if (options.lowLatency) {
            List<OriginSegment.OriginPart> parts = new ArrayList<>();
            long at = 0;
            while (at < segment.durationNanos) {
                long left = segment.durationNanos - at;
                long part = left < PART_MICROS * 1000 + 50_000_000 ? left : PART_MICROS * 1000;
                String name = "c-" + segment.epoch + "-" + index + ".p" + parts.size() + extension;
                parts.add(new OriginSegment.OriginPart(name, Uris.resolve(uri, name), part, 0));
                at += part;
            }
            segment.parts = parts;
        }
    }

    private void protect(OriginSegment segment) {
        boolean subtitles = rendition.kind() == ContentRendition.Kind.SUBTITLES;
        if (subtitles) {
            return;
        }
        long turn = segment.startNanos / options.keyRotationNanos;
        String folder = uri.substring(0, uri.lastIndexOf('/'));
        String root = folder.substring(0, folder.lastIndexOf('/'));
        if (options.encryption == Encryption.AES_128_IMPLICIT_IV) {
            segment.keyLines = "#EXT-X-KEY:METHOD=AES-128,URI=\"../keys/k" + turn + "\"\n";
            String iv = String.format(Locale.ROOT, "0x%032X", segment.mediaSequence);
            segment.keys = Keys.line("AES-128", root + "/keys/k" + turn, iv, "identity", "1");
        } else if (options.encryption == Encryption.AES_128_EXPLICIT_IV) {
            String iv = String.format(Locale.ROOT, "0x%032X", Dice.mix(options.seed, turn));
            segment.keyLines = "#EXT-X-KEY:METHOD=AES-128,URI=\"../keys/k" + turn + "\",IV=" + iv + "\n";
            segment.keys = Keys.line("AES-128", root + "/keys/k" + turn, iv, "identity", "1");
        } else if (options.encryption == Encryption.SAMPLE_AES) {
            String iv = String.format(Locale.ROOT, "0x%032X", Dice.mix(options.seed, turn));
            String fairPlay = "com.apple.streamingkeydelivery";
            String widevine = "urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed";
            segment.keyLines = "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://k" + turn + "\",IV=" + iv + ",KEYFORMAT=\""
                    + fairPlay
                    + "\",KEYFORMATVERSIONS=\"1\"\n#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"data:text/plain;base64,azE" + turn
                    + "\",IV=" + iv + ",KEYFORMAT=\"" + widevine + "\",KEYFORMATVERSIONS=\"1\"\n";
            segment.keys = Keys.line("SAMPLE-AES", "skd://k" + turn, iv, fairPlay, "1")
                    + Keys.line("SAMPLE-AES", "data:text/plain;base64,azE" + turn, iv, widevine, "1");
        }
        if (options.media == Media.FMP4) {
            // A map is encrypted with the key in force, so each key has a map of its own.
            boolean perKey = options.encryption == Encryption.AES_128_EXPLICIT_IV;
            String name = perKey ? "init-" + segment.epoch + "-" + turn + ".mp4" : "init-" + segment.epoch + ".mp4";
            String range = options.byteRanges ? ",BYTERANGE=\"720@16\"" : "";
            segment.mapLine = "#EXT-X-MAP:URI=\"" + name + "\"" + range + "\n";
            segment.map = Uris.resolve(uri, name) + (options.byteRanges ? "|720@16" : "");
            segment.mapKeys = segment.keys;
        }
    }

    private void publish() {
        long last = 0;
        for (OriginSegment segment : segments) {
            long late = options.latePerMille > 0 && dice.chance(options.latePerMille)
                    ? Seconds.ofMillis(dice.between(500, 9_000))
                    : 0;
            long jitter = options.jitterNanos > 0 ? dice.between(0, options.jitterNanos) : 0;
            segment.publishedAt = Math.max(last, segment.endNanos() + LATENCY + late + jitter);
            if (!segment.parts.isEmpty()) {
                List<OriginSegment.OriginPart> parts = new ArrayList<>();
                long end = segment.startNanos;
                for (OriginSegment.OriginPart part : segment.parts) {
                    end += part.durationNanos();
                    last = Math.max(last, end + LATENCY / 2 + late);
                    parts.add(new OriginSegment.OriginPart(part.uri(), part.absoluteUri(), part.durationNanos(), last));
                }
                segment.parts = parts;
                segment.publishedAt = last;
            }
            last = segment.publishedAt;
        }
    }

    /** The segment that starts nearest to a time. */
    int nearest(long nanos) {
        int low = Arrays.binarySearch(starts, nanos);
        if (low >= 0) {
            return low;
        }
        int above = -low - 1;
        if (above == 0 || above == segments.size()) {
            return above == 0 ? 0 : segments.size() - 1;
        }
        long before = nanos - segments.get(above - 1).startNanos;
        return before <= segments.get(above).startNanos - nanos ? above - 1 : above;
    }

    private void cues() {
        for (OriginBreak each : plan.breaks) {
            if (each.startNanos() >= segments.get(segments.size() - 1).startNanos) {
                continue;
            }
            BreakCues cues = new BreakCues(each, options.cueForms);
            int first = nearest(each.startNanos());
            int end = each.marked() ? nearest(each.endNanos()) : segments.size();
            boolean point = each.kind() == BreakKind.POINT;
            boolean dates = options.cueForms.contains(CueForm.DATERANGE) && !point;
            add(first, cues.starts() + (point ? cues.ends() : ""));
            long planned = each.startNanos() + Math.max(0, each.plannedNanos());
            if (dates) {
                long until = each.plannedNanos() < 0 ? Long.MAX_VALUE : planned;
                rangeTags.add(new RangeTag("break-" + each.number(), cues.dateRangeOut(), first, until));
            }
            if (point) {
                continue;
            }
            for (int i = first + 1; i < segments.size() && i < end; i++) {
                long start = segments.get(i).startNanos;
                boolean over = !each.marked() && start >= planned - 100_000_000L;
                if (over || plan.breaks.stream().anyMatch(other -> follows(each, other, start))) {
                    break;
                }
                add(i, cues.goesOn(segments.get(i).startNanos - each.startNanos()));
            }
            if (each.marked() && end > first && end < segments.size()) {
                segments.get(end).cueLines = cues.ends() + segments.get(end).cueLines;
                if (dates) {
                    rangeTags.add(new RangeTag("break-" + each.number(), cues.dateRangeIn(), end, each.endNanos()));
                }
            }
        }
        rangeTags.sort(java.util.Comparator.comparingInt(RangeTag::position));
    }

    private static boolean follows(OriginBreak each, OriginBreak other, long start) {
        return other.startNanos() > each.startNanos() && other.startNanos() < start + Seconds.NANOS;
    }

    private void add(int position, String lines) {
        segments.get(position).cueLines += lines;
    }

    private void programRanges() {
        int number = 0;
        for (OriginPlan.Epoch epoch : plan.epochs) {
            long last = epoch.endNanos() - 60 * Seconds.NANOS;
            for (long at = epoch.startNanos() + 20 * Seconds.NANOS; at < last; at += 47 * Seconds.NANOS) {
                String id = "program-" + number;
                String line = "#EXT-X-DATERANGE:ID=\"" + id + "\",CLASS=\"example.program\",START-DATE=\""
                        + Clock.text(at) + "\",DURATION=20.5,X-NUMBER=\"" + number + "\"\n";
                int position = nearest(at);
                rangeTags.add(new RangeTag(id, line, position, at + 20_500_000_000L));
                number++;
            }
        }
        rangeTags.sort(java.util.Comparator.comparingInt(RangeTag::position));
    }
}
