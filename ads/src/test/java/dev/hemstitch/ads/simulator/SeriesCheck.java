package dev.hemstitch.ads.simulator;

import java.util.Arrays;
import java.util.Map;

/** Checks the playlists that one viewer gets of one rendition, one after another. */
// Size: the comparison of two playlists, field by field.
final class SeriesCheck {
    private final ViewerTruth truth;
    private final Findings findings;
    private final String rendition;
    private final String base;
    private final SequenceCheck sequence;
    private final DateCheck dates;
    private final PaceCheck pace;
    private final DateRangeCheck dateRanges;
    final EdgeCheck edge;
    private Served before;
    private long window;
    private boolean everDiscontinuous;
    private boolean grew;
    private boolean hasNewPart;
    private boolean left;
    private int refresh;
    long now;

    SeriesCheck(
            ViewerTruth truth,
            Findings findings,
            AssetRuns runs,
            Map<String, Map<String, String>> knownRanges,
            String rendition,
            String base) {
        this.truth = truth;
        this.findings = findings;
        this.rendition = rendition;
        this.base = base;
        this.sequence = new SequenceCheck(truth, runs, rendition, this::report);
        this.dates = new DateCheck(truth, this::report);
        this.pace = new PaceCheck(this::report, truth.origin.options());
        this.dateRanges = new DateRangeCheck(knownRanges, this::report);
        this.edge = new EdgeCheck(truth, this::report);
    }

    private void report(Rule rule, Object expected, Object seen) {
        findings.add(rendition, refresh, now, rule, expected, seen);
    }

    int refreshes() {
        return refresh;
    }

    /** {@return the last playlist, or null} */
    Served last() {
        return before;
    }

    /** A refresh without an answer, and nothing was served before. */
    void nothing(long nanos) {
        refresh++;
        now = nanos;
        report(Rule.TEXT, "a playlist", "nothing");
    }

    /**
     * A refresh.
     *
     * @param joins whether it is the first playlist that the viewer gets at all
     */
    void refresh(OriginSnapshot given, byte[] text, long nanos, boolean joins) {
        refresh++;
        now = nanos;
        grew = false;
        hasNewPart = false;
        left = false;
        boolean stale = pace.isStale(given);
        if (before == null || (before.text != text && !Arrays.equals(before.text, text))) {
            Served served;
            try {
                served = PlaylistReading.of(text, base, before);
            } catch (RuntimeException e) {
                report(Rule.TEXT, "a playlist that can be read", e);
                return;
            }
            changed(served, given, stale, joins);
        }
        pace.check(given, before, sequence, grew || hasNewPart, left, window);
    }

    private void changed(Served served, OriginSnapshot given, boolean stale, boolean joins) {
        header(served);
        if (served.segments.isEmpty()) {
            report(Rule.WINDOW, "segments", "none");
            return; // what comes next is compared with what was there before
        }
        int from = before == null ? 0 : overlap(served);
        boolean jumped = before != null && served.mediaSequence > before.lastNumber() + 1;
        boolean first = before == null || jumped;
        for (int i = from; i < served.segments.size(); i++) {
            resolve(served.segments.get(i));
        }
        if (jumped && sequence.anchored) {
            truth.returned(sequence.edge - Tolerances.PACE, given.endNanos);
        }
        if (first) {
            sequence.anchor(served.segments);
            window = 0;
        }
        if (from < served.segments.size()) {
            grew = true;
            edge.appended(served.segments.get(from), first);
        }
        for (int i = from; i < served.segments.size(); i++) {
            PublishedSegment previous = i > 0 ? served.segments.get(i - 1) : jumped || first ? null : before.last();
            append(served, served.segments.get(i), previous, jumped, joins);
        }
        if (before != null && before.endLists > 0 && (grew || served.endLists == 0)) {
            report(Rule.END_LIST, "nothing new behind EXT-X-ENDLIST", "a change");
        }
        if (served.endLists > 0) {
            sequence.ended(served.last());
        }
        hasNewPart = before != null && !before.openParts.containsAll(served.openParts);
        dateRanges.check(served, given, stale, jumped, sequence);
        edge.check(served, sequence);
        before = served;
    }

    private void resolve(PublishedSegment segment) {
        segment.content = truth.origin.segment(segment.uri, segment.rangeStart).orElse(null);
        if (segment.content == null) {
            segment.ad = truth.ads.segment(segment.uri, segment.rangeStart).orElse(null);
        }
    }

    private void append(
            Served served, PublishedSegment segment, PublishedSegment previous, boolean jumped, boolean joins) {
        window += segment.durationNanos;
        everDiscontinuous |= segment.discontinuity();
        String of =
                segment.content != null ? segment.content.rendition : segment.ad != null ? segment.ad.rendition() : "";
        boolean isNearest = segment.ad != null && !of.equals(rendition) && truth.isNearest(segment.ad, rendition);
        if (!of.equals(rendition) && !isNearest) {
            report(Rule.TEXT, "a segment of " + rendition, of.isEmpty() ? "unknown " + segment : segment);
            if (of.isEmpty()) {
                return;
            }
        }
        PublishedSegment known =
                previous == null || (previous.content == null && previous.ad == null) ? null : previous;
        SegmentTruth.check(segment, served, this::report);
        sequence.next(segment, known, jumped, joins);
        dates.next(segment, known, sequence.slack);
        if (!segment.parts.isEmpty()) {
            edge.parts(segment);
        }
    }

    private void header(Served served) {
        served.oddities.forEach(oddity -> report(Rule.TEXT, "a playlist as specified", oddity));
        long target = truth.origin.options().targetDuration();
        if (served.targetDuration != target) {
            report(Rule.TARGET_DURATION, target, served.targetDuration);
        }
        if (!served.playlistType.isEmpty()) {
            report(Rule.PLAYLIST_TYPE, "none", served.playlistType);
        }
        if (served.start || served.iFramesOnly) {
            report(Rule.HEADER_OF_AD, "neither EXT-X-START nor EXT-X-I-FRAMES-ONLY", "one");
        }
        if (served.endLists > 1) {
            report(Rule.END_LIST, "one EXT-X-ENDLIST", served.endLists);
        }
        if (served.openDiscontinuities > (served.openParts.isEmpty() ? 0 : 1)) {
            report(Rule.SINGLE_DISCONTINUITY, "no tag behind the last segment", "one");
        }
        if (before != null) {
            if (served.version < before.version) {
                report(Rule.VERSION, "at least " + before.version + " as before", served.version);
            }
            if (!served.serverControl.equals(before.serverControl) || !served.partInf.equals(before.partInf)) {
                report(
                        Rule.LOW_LATENCY,
                        before.serverControl + " " + before.partInf + " as before",
                        served.serverControl + " " + served.partInf);
            }
        }
    }

    /** Compares what is in both playlists; {@return the index of the first segment that is new} */
    private int overlap(Served served) {
        long removed = served.mediaSequence - before.mediaSequence;
        if (removed < 0) {
            report(Rule.MEDIA_SEQUENCE, "at least " + before.mediaSequence, served.mediaSequence);
            return served.segments.size();
        }
        left = removed > 0;
        if (left && everDiscontinuous && !served.hasDiscontinuitySequence) {
            report(Rule.DISCONTINUITY_SEQUENCE, "EXT-X-DISCONTINUITY-SEQUENCE: a discontinuity was published", "none");
        }
        if (removed > before.segments.size()) {
            if (served.discontinuitySequence < before.last().discontinuitySequence) {
                report(
                        Rule.DISCONTINUITY_SEQUENCE,
                        "at least " + before.last().discontinuitySequence,
                        served.discontinuitySequence);
            }
            return 0;
        }
        long expected = before.discontinuitySequence;
        for (int i = 0; i < removed; i++) {
            PublishedSegment gone = before.segments.get(i);
            window -= gone.durationNanos;
            expected += gone.discontinuityTags;
        }
        if (served.discontinuitySequence != expected) {
            report(Rule.DISCONTINUITY_SEQUENCE, expected, served.discontinuitySequence);
        }
        if (served.lastNumber() < before.lastNumber()) {
            report(Rule.PUBLISHED_UNCHANGED, "segments up to " + before.lastNumber(), "up to " + served.lastNumber());
        }
        int shared = Math.min(before.segments.size() - (int) removed, served.segments.size());
        for (int i = 0; i < shared; i++) {
            PublishedSegment is = served.segments.get(i);
            PublishedSegment was = before.segments.get(i + (int) removed);
            if (is != was) {
                same(is, was, i == 0);
            }
        }
        return shared;
    }

    private void same(PublishedSegment is, PublishedSegment was, boolean first) {
        is.content = was.content;
        is.ad = was.ad;
        boolean equal = is.uri.equals(was.uri)
                && is.durationText.equals(was.durationText)
                && is.rangeStart == was.rangeStart
                && is.rangeLength == was.rangeLength
                && is.discontinuitySequence == was.discontinuitySequence
                && is.discontinuityTags == was.discontinuityTags
                && is.gap == was.gap
                && is.map.equals(was.map);
        if (!equal) {
            report(Rule.PUBLISHED_UNCHANGED, words(was), words(is));
        }
        if (!is.keys.equals(was.keys) && !is.effectiveKeys().equals(was.effectiveKeys())) {
            report(Rule.PUBLISHED_UNCHANGED, was.effectiveKeys() + " for " + was, is.effectiveKeys());
        }
        boolean encrypted = is.mapKeys.encryptsMaps() || was.mapKeys.encryptsMaps();
        if (encrypted && !is.map.isEmpty() && !is.mapKeys.equals(was.mapKeys)) {
            report(Rule.PUBLISHED_UNCHANGED, was.mapKeys + " for the map of " + was, is.mapKeys);
        }
        if (!is.date.equals(was.date)) {
            if (was.date.isEmpty() && first) {
                dates.added(is);
            } else if (!(is.date.isEmpty() && was.date.isEmpty())) {
                report(Rule.PUBLISHED_UNCHANGED, "date " + was.date + " on " + was, "date " + is.date);
            }
        }
        if (!is.parts.isEmpty() && !was.parts.isEmpty() && !is.parts.equals(was.parts)) {
            report(Rule.PUBLISHED_UNCHANGED, was.parts, is.parts);
        }
    }

    private static String words(PublishedSegment segment) {
        return segment + " " + segment.durationText + " s " + segment.rangeLength + " bytes, "
                + segment.discontinuityTags + " discontinuities, " + (segment.gap ? "gap, " : "") + "map "
                + segment.map;
    }
}
