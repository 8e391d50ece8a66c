package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.TrackCut;
import dev.hemstitch.core.model.DateShift;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Seam;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Splices the ads of a plan into one Media Playlist. */
final class TrackStitcher {
    private static final int[] NONE = {};
    private static final long[] UNMOVED = {0};

    private final PreparedVod content;
    private final PreparedTrack track;
    private final SplicePlan plan;
    private final Optional<ContentDates> dates;
    private final boolean lacksDates;
    private final DateEdits edits;
    private final List<Duration> rangeShifts;
    private final Markers markers;
    private final List<MediaSegment> segments;
    private final MediaPlaylistBuilder output;

    private int written;
    private boolean behindAds;
    private int version;
    private boolean independent = true;
    private boolean writesVectors;
    private List<String> carried = List.of();

    TrackStitcher(
            PreparedTrack track, SplicePlan plan, PreparedVod content, Optional<ContentDates> dates, Markers markers) {
        StitchOptions options = content.options();
        this.content = content;
        this.track = track;
        this.plan = plan;
        this.segments = track.segments();
        this.lacksDates = !track.isDated() && options.markers() == MarkerStyle.DATERANGE;
        this.dates = track.isDated() || lacksDates ? dates : Optional.empty();
        this.edits = DateEdits.of(options.datePolicy(), dates, track);
        this.rangeShifts = edits.shifts();
        this.markers = markers;
        this.output = track.playlist().toEmptyBuilder();
        this.version = track.neededVersion();
    }

    /**
     * Splices.
     *
     * @param targets the target durations of the output
     */
    MediaPlaylist stitch(TargetDurations targets) {
        int at = 0;
        List<SplicePoint> points = plan.points();
        Iterator<long[]> later = dates.isEmpty()
                ? Collections.emptyIterator()
                : AdDates.later(track, points, dates.get()).iterator();
        for (int i = 0; i < points.size(); i++) {
            SplicePoint point = points.get(i);
            TrackCut cut = point.cuts().get(track.index());
            content(at, cut.cutIndex(), i);
            long elapsed = 0;
            List<PreparedAd> prepared = point.ads();
            for (int j = 0; j < prepared.size(); j++) {
                ad(
                        prepared.get(j).of(track.track()).orElseThrow(),
                        i,
                        j,
                        elapsed,
                        later.hasNext() ? later.next() : UNMOVED);
                elapsed += prepared.get(j).durationNanos();
            }
            at = cut.resumeIndex();
            if (cut.cutIndex() != at && track.hasDateRanges()) {
                carry(cut.cutIndex(), at);
            }
        }
        content(at, segments.size(), points.size());
        output.headerOf(
                track.header(new HeaderNeeds(targets.of(track), targets.ofServerControl(), version, independent)));
        finish();
        return output.build();
    }

    /** What stands behind all segments, and what the header says of all. */
    private void finish() {
        if (track.hasTrailingDateRanges() && edits.changeRanges()) {
            output.editTrailer(edits::line);
        }
        for (int i = carried.size() - 1; i >= 0; i--) {
            output.addLineBehindSegments(carried.get(i));
        }
        if (writesVectors && version < 2 && track.declaredVersion() < 2) {
            output.version(2);
        }
        if (track.playlist().has(HlsTag.START)) {
            moveStart();
        }
    }

    private void moveStart() {
        StartOffsets.moved(
                        track.playlist().start(),
                        plan.timeline(),
                        content.presentation().reference().playlist().durationNanos())
                .ifPresent(output::set);
    }

    /** Date ranges among the lines of replaced segments stay: their dates may reach beyond. */
    private void carry(int from, int to) {
        List<String> lines = new ArrayList<>(carried);
        for (MediaSegment segment : segments.subList(from, to)) {
            if (segment.has(HlsTag.DATERANGE)) {
                segment.lines().stream()
                        .filter(DateEdits::isDateRange)
                        .map(edits::line)
                        .filter(line -> !line.isEmpty())
                        .forEach(lines::add);
            }
        }
        carried = lines;
    }

    private void content(int from, int to, int pointsBefore) {
        if (from == to) {
            return;
        }
        if (track.hasImplicitIvs()) {
            noteInitializationVectors(segments.subList(from, to));
        }
        Duration by = dates.isEmpty() ? Duration.ZERO : dates.get().shiftBehind(pointsBefore);
        DateShift shift = by.isZero() && rangeShifts.isEmpty() ? DateShift.NONE : new DateShift(by, rangeShifts);
        Seam seam = behindAds ? returning(from, by) : Seam.NONE;
        int run = from;
        for (int i : lacksDates ? periodStarts(from, to) : NONE) {
            edited(run, i, seam, shift);
            seam = dated(i == from ? seam : Seam.NONE, i, by);
            run = i;
        }
        edited(run, to, seam, shift);
        written += to - from;
        behindAds = false;
    }

    /** Adds segments with their dates moved, or without dates. */
    private void edited(int from, int to, Seam first, DateShift shift) {
        Seam seam = first;
        int run = from;
        int[] indices = track.edited();
        int next = firstEdited(indices, from);
        for (int k = next; k < indices.length && indices[k] < to; k++) {
            if (run < indices[k]) {
                output.addSegments(track.playlist(), run, indices[k], seam, shift);
                seam = Seam.NONE;
            }
            output.addSegment(DateEdits.withoutDates(segments.get(indices[k])), seam, shift);
            seam = Seam.NONE;
            run = indices[k] + 1;
        }
        output.addSegments(track.playlist(), run, to, seam, shift);
    }

    private static int firstEdited(int[] indices, int from) {
        int place = Arrays.binarySearch(indices, from);
        return place < 0 ? -place - 1 : place;
    }

    /** The segments before which a date must stand where none is written: the first one, and behind discontinuities. */
    private int[] periodStarts(int from, int to) {
        return IntStream.range(from, to)
                .filter(i ->
                        (i == from && behindAds) || i == 0 || segments.get(i).isDiscontinuity())
                .toArray();
    }

    /** What stands where the content goes on behind ads. */
    private Seam returning(int index, Duration shift) {
        Seam seam = markers.behindBreak(Seam.DISCONTINUITY, segments.get(index));
        if (dates.isPresent() && !lacksDates) {
            seam = dated(seam, index, shift);
        }
        for (String line : carried) {
            seam = seam.with(line);
        }
        carried = List.of();
        return seam;
    }

    private Seam dated(Seam seam, int index, Duration shift) {
        if (dates.isEmpty() || segments.get(index).has(HlsTag.PROGRAM_DATE_TIME)) {
            return seam;
        }
        OffsetDateTime date = dates.get().of(track, index, shift.toNanos());
        return ContentDates.isWritable(date) ? seam.withProgramDateTime(IsoDateTime.of(date)) : seam;
    }

    private void ad(AdTrack source, int pointIndex, int adIndex, long elapsedNanos, long[] laterNanos) {
        version = Math.max(version, source.neededVersion());
        independent &= source.isIndependent();
        List<MediaSegment> ad = source.playlist().segments();
        if (source.hasImplicitIvs()) {
            noteInitializationVectors(ad);
        }
        Optional<OffsetDateTime> start =
                dates.isEmpty() ? Optional.empty() : start(dates.get(), pointIndex, elapsedNanos);
        Optional<OffsetDateTime> here =
                start.map(date -> date.plusNanos(laterNanos[0])).filter(ContentDates::isWritable);
        Seam seam = beforeAd(pointIndex, adIndex, start, here);
        boolean alone = seam.equals(Seam.DISCONTINUITY);
        MediaPlaylist playlist = alone ? source.discontinuousAt(track.uri()) : source.playlistAt(track.uri());
        seam = alone ? Seam.NONE : seam;
        if (here.isPresent()) {
            datedAd(playlist, ad, seam, here.get(), laterNanos);
        } else {
            output.addSegments(playlist, 0, ad.size(), seam, DateShift.NONE);
        }
        written += ad.size();
        behindAds = true;
    }

    private Seam beforeAd(int pointIndex, int adIndex, Optional<OffsetDateTime> start, Optional<OffsetDateTime> here) {
        Seam seam = written > 0 ? Seam.DISCONTINUITY : Seam.NONE;
        if (here.isPresent()) {
            seam = seam.withProgramDateTime(IsoDateTime.of(here.get()));
        }
        return markers.areNone() ? seam : markers.beforeAd(seam, pointIndex, adIndex, start, behindAds);
    }

    /** Adds an ad, a date behind each discontinuity in it, and where dates move further than before. */
    private void datedAd(
            MediaPlaylist playlist, List<MediaSegment> ad, Seam first, OffsetDateTime start, long[] laterNanos) {
        Seam seam = first;
        int run = 0;
        for (int i = 1; i < ad.size(); i++) {
            long moved = i < laterNanos.length ? laterNanos[i] - laterNanos[i - 1] : 0;
            if (ad.get(i).isDiscontinuity() || moved != 0) {
                output.addSegments(playlist, run, i, seam, DateShift.NONE);
                long further = i < laterNanos.length ? laterNanos[i] - laterNanos[0] : 0;
                long offset = ad.get(i).startNanos() - ad.get(0).startNanos() + further;
                seam = Seam.NONE.withProgramDateTime(IsoDateTime.of(start.plusNanos(offset)));
                run = i;
            }
        }
        output.addSegments(playlist, run, ad.size(), seam, DateShift.NONE);
    }

    /** The date at which an ad starts. */
    private static Optional<OffsetDateTime> start(ContentDates known, int pointIndex, long elapsedNanos) {
        OffsetDateTime start = known.ofAd(pointIndex, elapsedNanos);
        return ContentDates.isWritable(start) ? Optional.of(start) : Optional.empty();
    }

    /** Initialization vectors that are written out need version 2. */
    private void noteInitializationVectors(List<MediaSegment> next) {
        boolean renumbered = next.get(0).mediaSequence() != segments.get(0).mediaSequence() + written;
        writesVectors = writesVectors
                || (renumbered
                        && next.stream()
                                .anyMatch(segment -> segment.keys().stream().anyMatch(Key::hasImplicitIv)));
    }
}
