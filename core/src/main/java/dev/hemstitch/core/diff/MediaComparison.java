package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.RenditionReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two Media Playlists. */
final class MediaComparison {
    private final MediaPlaylist left;
    private final MediaPlaylist right;
    private final UriIdentities uris;
    private final DifferenceFindings findings;
    private final DateComparison dates;

    /** By how much discontinuity numbers on the right have been greater so far. */
    private long discontinuities;

    MediaComparison(MediaPlaylist left, MediaPlaylist right, UriIdentities uris, DifferenceFindings findings) {
        this.left = left;
        this.right = right;
        this.uris = uris;
        this.findings = findings;
        this.dates = new DateComparison(findings);
    }

    void compare() {
        MediaTerms before = new MediaTerms(left, uris::left);
        MediaTerms after = new MediaTerms(right, uris::right);
        Map<String, Term> terms = before.playlist();
        Map<String, Term> others = after.playlist();
        before.dropHoldBackAsAbsentIn(others, terms);
        after.dropHoldBackAsAbsentIn(terms, others);
        findings.compare(DifferenceFindings.PLAYLIST, terms, others);
        segments();
        openSegment(before, after);
        findings.compareAll(before.dateRanges(), after.dateRanges());
        findings.compareAll(before.preloadHints(), after.preloadHints());
        reports(before, after);
    }

    private void segments() {
        List<MediaSegment> segments = left.segments();
        List<MediaSegment> others = right.segments();
        int[] pairs = SegmentPairs.of(left, right, uris);
        discontinuities = discontinuitySequences(pairs);
        int next = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] < 0) {
                findings.removed(subject(segments.get(i)), segments.get(i).uri());
                continue;
            }
            added(others, next, pairs[i]);
            next = pairs[i] + 1;
            segment(segments.get(i), others.get(pairs[i]));
        }
        added(others, next, others.size());
    }

    /**
     * Compares the numbers that discontinuities are counted from. What counts is the number of the first segment, not
     * whether it is written as such or as a tag before that segment.
     *
     * @return by how much the right counts from a greater number
     */
    private long discontinuitySequences(int[] pairs) {
        boolean sameStart = pairs.length > 0 && pairs[0] == 0;
        long shift = right.discontinuitySequence() - left.discontinuitySequence();
        boolean sameNumber = sameStart
                ? left.segments().get(0).discontinuitySequence()
                        == right.segments().get(0).discontinuitySequence()
                : shift == 0;
        if (sameNumber) {
            return 0;
        }
        if (shift != 0) {
            findings.changed(
                    DifferenceFindings.PLAYLIST,
                    HlsTag.DISCONTINUITY_SEQUENCE.tagName(),
                    Optional.of(Long.toUnsignedString(left.discontinuitySequence())),
                    Optional.of(Long.toUnsignedString(right.discontinuitySequence())));
        }
        return sameStart ? shift : 0;
    }

    private void added(List<MediaSegment> segments, int from, int to) {
        for (int i = from; i < to; i++) {
            findings.added(subject(segments.get(i)), segments.get(i).uri());
        }
    }

    private void segment(MediaSegment before, MediaSegment after) {
        String subject = subject(before);
        findings.compare(subject, SegmentTerms.of(before, uris::left), SegmentTerms.of(after, uris::right));
        long shift = after.discontinuitySequence() - before.discontinuitySequence();
        if (shift != discontinuities) {
            findings.changed(
                    subject,
                    "discontinuity number",
                    Optional.of(Long.toUnsignedString(before.discontinuitySequence())),
                    Optional.of(Long.toUnsignedString(after.discontinuitySequence())));
            discontinuities = shift;
        }
        dates.compare(subject, before, after);
    }

    private static String subject(MediaSegment segment) {
        return subject(segment.mediaSequence());
    }

    private static String subject(long number) {
        return "segment " + Long.toUnsignedString(number);
    }

    private void openSegment(MediaTerms before, MediaTerms after) {
        if (before.nextNumber() == after.nextNumber()) {
            findings.compare(subject(before.nextNumber()), before.trailingParts(), after.trailingParts());
        } else {
            findings.compare(subject(before.nextNumber()), before.trailingParts(), Map.of());
            findings.compare(subject(after.nextNumber()), Map.of(), after.trailingParts());
        }
    }

    private void reports(MediaTerms before, MediaTerms after) {
        Map<String, RenditionReport> reports = before.renditionReports();
        Map<String, RenditionReport> others = after.renditionReports();
        reports.forEach((key, report) -> {
            RenditionReport other = others.get(key);
            if (other == null) {
                findings.removed(subject(report), "");
            } else {
                findings.compare(subject(report), before.report(report), after.report(other));
            }
        });
        others.forEach((key, report) -> {
            if (!reports.containsKey(key)) {
                findings.added(subject(report), "");
            }
        });
    }

    private static String subject(RenditionReport report) {
        return "rendition report " + report.uri();
    }
}
