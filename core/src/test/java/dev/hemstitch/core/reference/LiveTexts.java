package dev.hemstitch.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One live playlist, refresh after refresh: the window slides, keys rotate with and without initialization vector, maps
 * change, discontinuities leave, date ranges come and go, parts of old segments vanish.
 */
public final class LiveTexts {
    private static final int TARGET = 4;

    private final Dice dice;
    private final boolean encrypted;
    private final boolean explicitIv;
    private final boolean keyOnEach;
    private final boolean fragmented;
    private final boolean ranged;
    private final boolean lowLatency;
    private final String lineEnd;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();

    private record Segment(
            List<String> state,
            List<String> inForce,
            boolean discontinuity,
            List<String> own,
            List<String> parts,
            int length,
            int offset,
            String uri) {}

    private record Range(int segment, int until, String tag) {}

    private LiveTexts(long seed) {
        this.dice = new Dice(seed);
        this.encrypted = dice.chance(60);
        this.explicitIv = dice.chance(40);
        this.keyOnEach = encrypted && dice.chance(20);
        this.fragmented = dice.chance(60);
        this.ranged = dice.chance(25);
        this.lowLatency = dice.chance(40);
        this.lineEnd = dice.chance(15) ? "\r\n" : "\n";
    }

    /** The texts of refreshes, each a few segments further than the one before. */
    public static List<String> series(long seed) {
        LiveTexts texts = new LiveTexts(seed);
        texts.makeSegments();
        List<String> series = new ArrayList<>();
        int size = texts.dice.between(12, 30);
        int first = 0;
        while (first + size <= texts.segments.size()) {
            series.add(texts.playlist(first, first + size, series.size()));
            first += texts.dice.between(0, 3);
        }
        return series;
    }

    private void makeSegments() {
        List<String> keys = List.of();
        List<String> map = List.of();
        List<String> bitrate = List.of();
        int offset = 0;
        for (int i = 0; i < 90; i++) {
            boolean discontinuity = dice.chance(8);
            List<String> state = new ArrayList<>();
            if (encrypted && (i == 0 || dice.chance(12))) {
                keys = keys(i);
                state.addAll(keys);
            } else if (keyOnEach) {
                state.addAll(keys);
            }
            if (fragmented && (i == 0 || discontinuity || dice.chance(6))) {
                map = List.of("#EXT-X-MAP:URI=\"init" + dice.between(0, 3) + ".mp4\"");
                state.addAll(map);
            }
            if (dice.chance(5)) {
                bitrate = List.of("#EXT-X-BITRATE:" + dice.between(100, 9_000));
                state.addAll(bitrate);
            }
            List<String> inForce = new ArrayList<>(keys);
            inForce.addAll(map);
            inForce.addAll(bitrate);
            List<String> own = own(i);
            offset = i % 7 == 0 ? 0 : offset;
            int length = dice.between(100, 900);
            String uri = ranged ? "file" + i / 7 + ".m4s" : "segment" + i + ".m4s";
            segments.add(new Segment(state, inForce, discontinuity, own, parts(i), length, offset, uri));
            offset += length;
            if (dice.chance(15)) {
                ranges.add(new Range(i, i + dice.between(20, 45), dateRange(i)));
            }
        }
    }

    private List<String> keys(int i) {
        if (dice.chance(15)) {
            return List.of("#EXT-X-KEY:METHOD=NONE");
        }
        String iv = explicitIv && dice.chance(70) ? ",IV=0x" + dice.hexadecimal(32) : "";
        String method = fragmented ? "SAMPLE-AES" : "AES-128";
        return List.of("#EXT-X-KEY:METHOD=" + method + ",URI=\"key" + i + "?token=" + i + "\"" + iv);
    }

    private List<String> own(int i) {
        List<String> own = new ArrayList<>();
        if (i % 5 == 0) {
            own.add(String.format(Locale.ROOT, "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:%02d:00.000Z", i % 60));
        }
        if (dice.chance(4)) {
            own.add("#EXT-X-GAP");
        }
        if (dice.chance(6)) {
            own.add("#EXT-X-CUE-OUT:30");
        }
        own.add("#EXTINF:" + dice.between(3, 4) + "." + dice.between(0, 9) + "," + dice.pick("", "title"));
        return own;
    }

    private List<String> parts(int i) {
        return lowLatency
                ? List.of(
                        "#EXT-X-PART:DURATION=2.0,URI=\"part" + i + ".0.m4s\",INDEPENDENT=YES",
                        "#EXT-X-PART:DURATION=2.0,URI=\"part" + i + ".1.m4s\"")
                : List.of();
    }

    private String dateRange(int i) {
        return String.format(
                Locale.ROOT,
                "#EXT-X-DATERANGE:ID=\"range-%d\",START-DATE=\"2026-01-01T00:%02d:00Z\",%s",
                i,
                i % 60,
                dice.pick("DURATION=30.0", "PLANNED-DURATION=30", "CLASS=\"a\",END-ON-NEXT=YES", "X-A=\"b,c\""));
    }

    private String playlist(int from, int to, int refresh) {
        List<String> lines = new ArrayList<>(List.of("#EXTM3U"));
        if (refresh % 2 == 0 || fragmented) {
            lines.add("#EXT-X-VERSION:6");
        }
        lines.add("#EXT-X-TARGETDURATION:" + TARGET);
        lines.add("#EXT-X-MEDIA-SEQUENCE:" + (1_000 + from));
        long gone = segments.subList(0, from).stream()
                .filter(Segment::discontinuity)
                .count();
        lines.add("#EXT-X-DISCONTINUITY-SEQUENCE:" + gone);
        lines.add("#EXT-X-SERVER-CONTROL:CAN-SKIP-UNTIL=24.0,CAN-SKIP-DATERANGES=YES");
        if (lowLatency) {
            lines.add("#EXT-X-PART-INF:PART-TARGET=2.0");
        }
        for (Range range : ranges) {
            if (range.segment < from && range.until >= to) {
                lines.add(range.tag);
            }
        }
        for (int i = from; i < to; i++) {
            segment(i, i == from, i >= to - 3, lines);
            for (Range range : ranges) {
                // Behind the segment: the tag is one of the next segment's lines, or of the trailer.
                if (range.segment == i && range.until >= to) {
                    lines.add(range.tag);
                }
            }
        }
        if (lowLatency) {
            lines.addAll(segments.get(Math.min(to, segments.size() - 1)).parts.subList(0, 1));
            lines.add("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"part" + to + ".1.m4s\"");
            lines.add("#EXT-X-RENDITION-REPORT:URI=\"../other/live.m3u8\",LAST-MSN=" + (999 + to));
        }
        return String.join(lineEnd, lines) + lineEnd;
    }

    private void segment(int i, boolean first, boolean withParts, List<String> lines) {
        Segment segment = segments.get(i);
        if (segment.discontinuity) {
            lines.add("#EXT-X-DISCONTINUITY");
        }
        lines.addAll(first ? segment.inForce : segment.state);
        if (withParts) {
            lines.addAll(segment.parts);
        }
        lines.addAll(segment.own);
        if (ranged) {
            lines.add("#EXT-X-BYTERANGE:" + segment.length + (first || i % 7 == 0 ? "@" + segment.offset : ""));
        }
        lines.add(segment.uri);
    }
}
