package dev.hemstitch.ads.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a playlist as RFC 8216bis tells, on its own and without the library. What stands, byte for byte, where it stood in
 * the playlist before, with the same in force before it, is not read again.
 */
// Size: one reader for all tags of a media playlist.
final class PlaylistReading {
    private final byte[] text;
    private final String base;
    private final Served served;
    private int at;

    private KeySet keys = KeySet.NONE;
    private String map = "";
    private KeySet mapKeys = KeySet.NONE;
    private String rangeUri = "";
    private long rangeEnd = -1;
    private long discontinuitySequence;
    private PublishedSegment next = new PublishedSegment();

    private PlaylistReading(byte[] text, String base) {
        this.text = text;
        this.base = base;
        this.served = new Served(text);
    }

    /**
     * Reads.
     *
     * @param text the playlist
     * @param base its URI
     * @param before what was read of it last time, or null
     */
    static Served of(byte[] text, String base, Served before) {
        return new PlaylistReading(text, base).read(before);
    }

    private Served read(Served before) {
        if (text.length < 7 || !"#EXTM3U".equals(new String(text, 0, 7, StandardCharsets.UTF_8))) {
            served.oddities.add("EXTM3U is not first");
        }
        while (at < text.length && served.segments.isEmpty()) {
            line();
        }
        if (before != null && !served.segments.isEmpty()) {
            reuse(before);
        }
        while (at < text.length) {
            line();
        }
        served.openDiscontinuities = next.discontinuityTags;
        served.openParts = next.parts;
        served.openDateRanges = next.dateRanges;
        return served;
    }

    /** Takes over the segments whose lines are the same, and mean the same, as before. */
    private void reuse(Served before) {
        int index = (int) (served.mediaSequence - before.mediaSequence);
        if (index < 0 || index >= before.segments.size()) {
            return;
        }
        PublishedSegment first = served.segments.get(0);
        PublishedSegment was = before.segments.get(index);
        if (!first.leavesSameBehind(was)) {
            return;
        }
        while (index + 1 < before.segments.size()) {
            int from = before.end(index);
            int length = before.end(before.segments.size() - 1) - from;
            int same = Arrays.mismatch(text, at, Math.min(text.length, at + length), before.text, from, from + length);
            same = same < 0 ? length : same;
            int moved = at - from;
            while (index + 1 < before.segments.size() && before.end(index + 1) - from <= same) {
                index++;
                served.add(before.segments.get(index), before.end(index) + moved);
            }
            take(before.segments.get(index), before.end(index) + moved);
            if (index + 1 >= before.segments.size()) {
                return;
            }
            // The lines of one segment differ, such as by parts that are gone: read it, and go on if it ends alike.
            int count = served.segments.size();
            while (at < text.length && served.segments.size() == count) {
                line();
            }
            index++;
            if (served.segments.size() == count || !served.last().leavesSameBehind(before.segments.get(index))) {
                return;
            }
        }
    }

    private void take(PublishedSegment last, int position) {
        at = position;
        keys = last.keys;
        map = last.map;
        mapKeys = last.mapKeys;
        rangeUri = last.rangeStart < 0 ? "" : last.uri;
        rangeEnd = last.rangeEnd();
        discontinuitySequence = last.discontinuitySequence;
        next = new PublishedSegment();
    }

    private void line() {
        int end = at;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        int stop = end > at && text[end - 1] == '\r' ? end - 1 : end;
        String line = new String(text, at, stop - at, StandardCharsets.UTF_8);
        if (end == text.length) {
            served.oddities.add("the last line has no end");
        }
        at = Math.min(text.length, end + 1);
        if (line.startsWith("#EXT")) {
            tag(line);
        } else if (!line.isEmpty() && line.charAt(0) != '#') {
            segment(line);
        }
    }

    private void tag(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        switch (name) {
            case "#EXTINF" -> {
                int comma = value.indexOf(',');
                if (comma < 0 || !next.durationText.isEmpty()) {
                    served.oddities.add("EXTINF without comma, or two of them");
                }
                next.durationText = comma < 0 ? value : value.substring(0, comma);
                next.durationNanos = Seconds.parse(next.durationText);
            }
            case "#EXT-X-DISCONTINUITY" -> next.discontinuityTags++;
            case "#EXT-X-KEY" -> keys = keys.with(attributes(value), base);
            case "#EXT-X-MAP" -> {
                Map<String, String> attributes = attributes(value);
                String range = attributes.getOrDefault("BYTERANGE", "");
                map = Uris.resolve(base, attributes.getOrDefault("URI", "")) + (range.isEmpty() ? "" : "|" + range);
                mapKeys = keys;
                if (keys.isImplicit() && keys.encryptsMaps()) {
                    served.oddities.add("an encrypted map whose key has no IV");
                }
            }
            case "#EXT-X-PROGRAM-DATE-TIME" -> {
                if (!next.date.isEmpty()) {
                    served.oddities.add("two dates on one segment");
                }
                next.date = value;
            }
            case "#EXT-X-GAP" -> next.gap = true;
            case "#EXT-X-BYTERANGE" -> range(value);
            case "#EXT-X-DATERANGE" -> {
                Map<String, String> attributes = attributes(value);
                next.dateRanges =
                        with(next.dateRanges, new DateRangeLine(attributes.getOrDefault("ID", ""), attributes));
            }
            case "#EXT-X-PART" ->
                next.parts =
                        with(next.parts, Uris.resolve(base, attributes(value).getOrDefault("URI", "")));
            case "#EXT-X-PRELOAD-HINT" ->
                served.hints.add(Uris.resolve(base, attributes(value).getOrDefault("URI", "")));
            case "#EXT-X-RENDITION-REPORT" -> served.reports.add(attributes(value));
            default -> header(name, value);
        }
    }

    private void header(String name, String value) {
        boolean late = !served.segments.isEmpty();
        switch (name) {
            case "#EXT-X-VERSION" -> served.version = Long.parseLong(value);
            case "#EXT-X-TARGETDURATION" -> {
                if (served.targetDuration >= 0) {
                    served.oddities.add("two target durations");
                }
                served.targetDuration = Long.parseLong(value);
            }
            case "#EXT-X-MEDIA-SEQUENCE" -> {
                served.mediaSequence = Long.parseLong(value);
                if (late) {
                    served.oddities.add("EXT-X-MEDIA-SEQUENCE behind a segment");
                }
            }
            case "#EXT-X-DISCONTINUITY-SEQUENCE" -> {
                served.discontinuitySequence = Long.parseLong(value);
                discontinuitySequence = served.discontinuitySequence;
                if (late || served.hasDiscontinuitySequence || next.discontinuityTags > 0) {
                    served.oddities.add("EXT-X-DISCONTINUITY-SEQUENCE twice, or behind a segment or a discontinuity");
                }
                served.hasDiscontinuitySequence = true;
            }
            case "#EXT-X-ENDLIST" -> served.endLists++;
            case "#EXT-X-PLAYLIST-TYPE" -> served.playlistType = value;
            case "#EXT-X-START" -> served.start = true;
            case "#EXT-X-I-FRAMES-ONLY" -> served.iFramesOnly = true;
            case "#EXT-X-SERVER-CONTROL" -> served.serverControl = value;
            case "#EXT-X-PART-INF" -> served.partInf = value;
            default -> {}
        }
    }

    private void range(String value) {
        int sign = value.indexOf('@');
        next.rangeLength = Long.parseLong(sign < 0 ? value : value.substring(0, sign));
        next.rangeStart = sign < 0 ? Long.MIN_VALUE : Long.parseLong(value.substring(sign + 1));
    }

    private void segment(String line) {
        PublishedSegment segment = next;
        segment.uri = Uris.resolve(base, line);
        if (segment.durationText.isEmpty()) {
            served.oddities.add("a URI without EXTINF: " + line);
        }
        if (segment.rangeStart == Long.MIN_VALUE) {
            if (!rangeUri.equals(segment.uri)) {
                served.oddities.add("a byte range without offset that follows nothing: " + line);
                segment.rangeStart = 0;
            } else {
                segment.rangeStart = rangeEnd;
            }
        }
        rangeUri = segment.rangeStart < 0 ? "" : segment.uri;
        rangeEnd = segment.rangeEnd();
        discontinuitySequence += segment.discontinuityTags;
        segment.discontinuitySequence = discontinuitySequence;
        segment.mediaSequence = served.mediaSequence + served.segments.size();
        segment.keys = keys;
        segment.map = map;
        segment.mapKeys = mapKeys;
        if (served.endLists > 0) {
            served.oddities.add("a segment behind EXT-X-ENDLIST");
        }
        served.add(segment, at);
        next = new PublishedSegment();
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = list.isEmpty() ? new ArrayList<>() : list;
        more.add(one);
        return more;
    }

    /** NAME=VALUE pairs; quotes are taken off. */
    static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = text.substring(at, equals);
            int start = equals + 1;
            int end;
            if (start < text.length() && text.charAt(start) == '"') {
                int close = text.indexOf('"', start + 1);
                close = close < 0 ? text.length() : close;
                attributes.put(name, text.substring(start + 1, close));
                end = text.indexOf(',', close);
            } else {
                end = text.indexOf(',', start);
                attributes.put(name, text.substring(start, end < 0 ? text.length() : end));
            }
            if (end < 0) {
                break;
            }
            at = end + 1;
        }
        return attributes;
    }
}
