package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PreloadHint;
import dev.hemstitch.core.model.RenditionReport;
import dev.hemstitch.core.model.ServerControl;
import dev.hemstitch.core.model.Skip;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What applies to a Media Playlist as a whole, in effective terms. EXT-X-VERSION is layout: no player plays another way. */
final class MediaTerms {
    private static final String HOLD_BACK = HlsTag.SERVER_CONTROL.tagName() + " " + ServerControl.HOLD_BACK.name();

    private final MediaPlaylist playlist;
    private final Function<String, Term> uri;

    MediaTerms(MediaPlaylist playlist, Function<String, Term> uri) {
        this.playlist = playlist;
        this.uri = uri;
    }

    /** The playlist's own fields, but for its discontinuity number. */
    Map<String, Term> playlist() {
        Map<String, Term> terms = new LinkedHashMap<>();
        playlist.targetDuration().ifPresent(seconds -> number(HlsTag.TARGETDURATION, seconds, terms));
        number(HlsTag.MEDIA_SEQUENCE, playlist.mediaSequence(), terms);
        playlist.playlistType().ifPresent(type -> terms.put(HlsTag.PLAYLIST_TYPE.tagName(), Term.of(type.value())));
        for (HlsTag tag : List.of(HlsTag.ENDLIST, HlsTag.I_FRAMES_ONLY, HlsTag.INDEPENDENT_SEGMENTS)) {
            if (playlist.has(tag)) {
                terms.put(tag.tagName(), Term.of("YES"));
            }
        }
        playlist.start().ifPresent(tag -> attributes(tag, terms));
        playlist.serverControl().ifPresent(tag -> attributes(tag, terms));
        playlist.partInformation().ifPresent(tag -> attributes(tag, terms));
        playlist.skip().ifPresent(tag -> attributes(tag, terms));
        return terms;
    }

    /**
     * Takes HOLD-BACK away from the other playlist's terms if it says there what its absence means here: three target
     * durations (4.4.3.8).
     *
     * @param others the terms of the other playlist
     * @param own the terms of this one
     */
    void dropHoldBackAsAbsentIn(Map<String, Term> others, Map<String, Term> own) {
        Term held = others.get(HOLD_BACK);
        if (held != null
                && !own.containsKey(HOLD_BACK)
                && playlist.targetDuration().isPresent()) {
            BigInteger target = new BigInteger(
                    Long.toUnsignedString(playlist.targetDuration().getAsLong()));
            if (held.key().equals(AttributeTerms.plain(new BigDecimal(target.multiply(BigInteger.valueOf(3)))))) {
                others.remove(HOLD_BACK);
            }
        }
    }

    private static void number(HlsTag tag, long number, Map<String, Term> terms) {
        terms.put(tag.tagName(), Term.of(Long.toUnsignedString(number)));
    }

    private void attributes(AttributeTag tag, Map<String, Term> terms) {
        AttributeTerms.add(tag, tag.tag().tagName() + " ", uri, terms);
    }

    /** Tags of one ID are one range; of an attribute that stands twice the first one counts. */
    Map<String, Map<String, Term>> dateRanges() {
        Map<String, Map<String, Term>> ranges = new LinkedHashMap<>();
        for (DateRange tag : playlist.dateRanges()) {
            AttributeTerms.add(
                    tag, "", uri, ranges.computeIfAbsent("date range " + tag.id(), id -> new LinkedHashMap<>()));
        }
        return ranges;
    }

    /** Of several hints of one type players take the first (RFC 8216bis, 6.3.8). */
    Map<String, Map<String, Term>> preloadHints() {
        Map<String, Map<String, Term>> hints = new LinkedHashMap<>();
        for (PreloadHint tag : playlist.preloadHints()) {
            Map<String, Term> terms = new LinkedHashMap<>();
            AttributeTerms.add(tag, "", uri, terms);
            hints.putIfAbsent("preload hint " + tag.type(), terms);
        }
        return hints;
    }

    /** Under what identifies the other Media Playlist. */
    Map<String, RenditionReport> renditionReports() {
        Map<String, RenditionReport> reports = new LinkedHashMap<>();
        for (RenditionReport tag : playlist.renditionReports()) {
            reports.putIfAbsent(uri.apply(tag.uri()).key(), tag);
        }
        return reports;
    }

    Map<String, Term> report(RenditionReport report) {
        Map<String, Term> terms = new LinkedHashMap<>();
        AttributeTerms.add(report, "", uri, terms);
        return terms;
    }

    /** The parts of the segment that is not complete yet. */
    Map<String, Term> trailingParts() {
        return SegmentTerms.ofParts(playlist.trailingParts(), uri);
    }

    /** The Media Sequence Number of the segment that is not complete yet. */
    long nextNumber() {
        List<MediaSegment> segments = playlist.segments();
        return segments.isEmpty()
                ? playlist.mediaSequence()
                        + playlist.skip().map(Skip::skippedSegments).orElse(0L)
                : segments.get(segments.size() - 1).mediaSequence() + 1;
    }
}
