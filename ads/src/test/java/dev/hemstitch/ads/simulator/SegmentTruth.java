package dev.hemstitch.ads.simulator;

/** Compares a new segment with what it truly is. */
final class SegmentTruth {
    private SegmentTruth() {}

    static void check(PublishedSegment segment, Served playlist, AssetRuns.Report report) {
        if (segment.content != null) {
            content(segment, segment.content, report);
        } else {
            ad(segment, segment.ad, report);
        }
        long rounded = (segment.durationNanos + Seconds.NANOS / 2) / Seconds.NANOS;
        if (rounded > playlist.targetDuration) {
            report.add(Rule.EXTINF_FITS, "at most " + playlist.targetDuration + " s, rounded", segment.durationText);
        }
        long needed = Math.max(
                segment.map.isEmpty() ? segment.rangeStart >= 0 ? 4 : 1 : 6,
                Math.max(segment.keys.version(), segment.durationText.indexOf('.') >= 0 ? 3 : 1));
        if (playlist.version < needed) {
            report.add(Rule.VERSION, "at least " + needed + " for " + segment, playlist.version);
        }
        if (segment.discontinuityTags > 1) {
            report.add(Rule.SINGLE_DISCONTINUITY, "at most one tag", segment.discontinuityTags + " on " + segment);
        }
    }

    private static void content(PublishedSegment segment, OriginSegment truth, AssetRuns.Report report) {
        same(Rule.EXTINF_TEXT, truth.durationText, segment.durationText, segment, report);
        range(truth.rangeStart, truth.rangeLength, segment, report);
        same(Rule.KEYS_OF_CONTENT, truth.keys, segment.effectiveKeys(), segment, report);
        map(truth.map, truth.mapKeys, segment, report);
        if (truth.gap != segment.gap) {
            report.add(Rule.GAP, truth.gap ? "a gap" : "no gap", segment);
        }
    }

    private static void ad(PublishedSegment segment, AdSegment truth, AssetRuns.Report report) {
        same(Rule.EXTINF_TEXT, truth.durationText(), segment.durationText, segment, report);
        range(truth.rangeStart(), truth.rangeLength(), segment, report);
        same(Rule.KEYS_OF_AD, truth.keys(), segment.effectiveKeys(), segment, report);
        map(truth.map(), truth.mapKeys(), segment, report);
        if (segment.gap) {
            report.add(Rule.GAP, "no gap: it is an ad", segment);
        }
    }

    private static void range(long start, long length, PublishedSegment segment, AssetRuns.Report report) {
        if (start != segment.rangeStart || length != segment.rangeLength) {
            report.add(
                    Rule.BYTE_RANGE,
                    length + "@" + start,
                    segment.rangeLength + "@" + segment.rangeStart + " of " + segment.uri);
        }
    }

    private static void map(String map, String keys, PublishedSegment segment, AssetRuns.Report report) {
        // No tag takes a map away; what needs none, such as WebVTT, never follows what has one.
        same(Rule.MAP, map, segment.map, segment, report);
        boolean encrypted = keys.contains("AES-128") || segment.mapKeys.encryptsMaps();
        if (!map.isEmpty() && encrypted) {
            same(Rule.KEYS_OF_MAP, keys, segment.mapKeys.effective(segment.mediaSequence), segment, report);
        }
    }

    private static void same(
            Rule rule, String expected, String seen, PublishedSegment segment, AssetRuns.Report report) {
        if (!expected.equals(seen)) {
            report.add(rule, expected.isEmpty() ? "none" : expected.strip(), seen.strip() + " for " + segment);
        }
    }
}
