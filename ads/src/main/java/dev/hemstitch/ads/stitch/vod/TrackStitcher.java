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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Splices the ads of a plan into one Media Playlist. */
final class TrackStitcher {
    private static final int[] NONE = {};

    private final PreparedVod content;
    private final PreparedTrack track;
    private final SplicePlan plan;
    private final Optional<ContentDates> dates;
    private final boolean lacksDates;
    private final DateEdits edits;
    private final List<Duration> rangeShifts;
    private final Markers markers;
    private final List<AdTrack> ads = new ArrayList<>();
    private final List<MediaSegment> segments;
    private final MediaPlaylistBuilder output;
    private final boolean lacksVersion2;

    private int written;
    private boolean behindAds;
    private boolean needsVersion2;
    private List<String> carried = List.of();

    TrackStitcher(
            PreparedTrack track,
            SplicePlan plan,
            PreparedVod content,
            Optional<ContentDates> dates,
            Markers markers,
            long targetDuration) {
        StitchOptions options = content.options();
        this.content = content;
        this.track = track;
        this.plan = plan;
        this.segments = track.segments();
        this.lacksDates = !track.isDated() && options.markers() == MarkerStyle.DATERANGE;
        this.dates = dates.filter(all -> track.isDated() || lacksDates);
        this.edits =
                new DateEdits(options.datePolicy(), dates, dates.flatMap(all -> track.dateRangeTimes(all.dates())));
        this.rangeShifts = edits.shifts();
        this.markers = markers;
        PreparedTrack.Header header = header(targetDuration);
        this.output = track.output(header);
        this.lacksVersion2 = header.version() < 2 && track.declaredVersion() < 2;
    }

    /** What the content and the ads together need. */
    private PreparedTrack.Header header(long targetDuration) {
        int version = track.neededVersion();
        boolean independent = true;
        for (int i = 0; i < plan.points().size(); i++) {
            List<PreparedAd> prepared = plan.points().get(i).ads();
            for (int j = 0; j < prepared.size(); j++) {
                AdTrack ad = prepared.get(j).of(track.track()).orElseThrow();
                version = Math.max(version, ad.neededVersion());
                independent &= ad.isIndependent();
                ads.add(ad);
            }
        }
        return new PreparedTrack.Header(targetDuration, version, independent);
    }

    MediaPlaylist stitch() {
        int at = 0;
        int nextAd = 0;
        for (int i = 0; i < plan.points().size(); i++) {
            SplicePoint point = plan.points().get(i);
            TrackCut cut = point.cuts().get(track.index());
            content(at, cut.cutIndex(), i);
            long elapsed = 0;
            for (int j = 0; j < point.ads().size(); j++) {
                ad(ads.get(nextAd), i, j, elapsed);
                elapsed += point.ads().get(j).durationNanos();
                nextAd++;
            }
            carry(cut.cutIndex(), cut.resumeIndex());
            at = cut.resumeIndex();
        }
        content(at, segments.size(), plan.points().size());
        for (String line : carried) {
            output.addTrailingLine(line);
        }
        if (track.hasTrailingDateRanges() && edits.changeRanges()) {
            output.editTrailer(edits::line);
        }
        if (needsVersion2) {
            output.version(2);
        }
        if (track.playlist().has(HlsTag.START)) {
            StartOffsets.moved(
                            track.playlist().start(),
                            plan.timeline(),
                            content.presentation().reference().playlist().durationNanos())
                    .ifPresent(output::set);
        }
        return output.build();
    }

    /** Date ranges among the lines of replaced segments stay: their dates may reach beyond. */
    private void carry(int from, int to) {
        if (from == to || !track.hasDateRanges()) {
            return;
        }
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
        Duration shift = dates.isEmpty() ? Duration.ZERO : dates.get().shiftBehind(pointsBefore);
        Seam seam = behindAds ? returning(from, shift) : Seam.NONE;
        int run = from;
        for (int i : lacksDates ? periodStarts(from, to) : NONE) {
            edited(run, i, seam, shift);
            seam = dated(i == from ? seam : Seam.NONE, i, shift);
            run = i;
        }
        edited(run, to, seam, shift);
        written += to - from;
        behindAds = false;
    }

    /** Adds segments with their dates moved, or without dates. */
    private void edited(int from, int to, Seam first, Duration programDates) {
        DateShift shift = programDates.isZero() && rangeShifts.isEmpty()
                ? DateShift.NONE
                : new DateShift(programDates, rangeShifts);
        Seam seam = first;
        int run = from;
        int[] indices = track.edited();
        int next = Arrays.binarySearch(indices, from);
        for (int k = next < 0 ? -next - 1 : next; k < indices.length && indices[k] < to; k++) {
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

    /** The segments before which a date must stand where none is written: the first one, and behind discontinuities. */
    private int[] periodStarts(int from, int to) {
        return IntStream.range(from, to)
                .filter(i ->
                        (i == from && behindAds) || i == 0 || segments.get(i).isDiscontinuity())
                .toArray();
    }

    /** What stands where the content goes on behind ads. */
    private Seam returning(int index, Duration shift) {
        Seam seam = markers.behindBreak(Seam.DISCONTINUITY);
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
        OffsetDateTime date = dates.get().of(track, index).plus(shift);
        return ContentDates.isWritable(date) ? seam.withProgramDateTime(IsoDateTime.of(date)) : seam;
    }

    private void ad(AdTrack source, int pointIndex, int adIndex, long elapsedNanos) {
        List<MediaSegment> ad = source.playlist().segments();
        if (source.hasImplicitIvs()) {
            noteInitializationVectors(ad);
        }
        Optional<OffsetDateTime> start =
                dates.isEmpty() ? Optional.empty() : start(dates.get(), pointIndex, elapsedNanos);
        Seam seam = written > 0 ? Seam.DISCONTINUITY : Seam.NONE;
        if (start.isPresent()) {
            seam = seam.withProgramDateTime(IsoDateTime.of(start.get()));
        }
        seam = markers.beforeAd(seam, pointIndex, adIndex, start, behindAds);
        boolean alone = seam.equals(Seam.DISCONTINUITY);
        MediaPlaylist playlist = alone ? source.discontinuousAt(track.uri()) : source.playlistAt(track.uri());
        seam = alone ? Seam.NONE : seam;
        int run = 0;
        for (int i = 1; start.isPresent() && i < ad.size(); i++) {
            if (ad.get(i).isDiscontinuity()) {
                output.addSegments(playlist, run, i, seam, DateShift.NONE);
                long offset = ad.get(i).startNanos() - ad.get(0).startNanos();
                seam = Seam.NONE.withProgramDateTime(IsoDateTime.of(start.get().plusNanos(offset)));
                run = i;
            }
        }
        output.addSegments(playlist, run, ad.size(), seam, DateShift.NONE);
        written += ad.size();
        behindAds = true;
    }

    /** The date at which an ad starts. */
    private Optional<OffsetDateTime> start(ContentDates known, int pointIndex, long elapsedNanos) {
        OffsetDateTime start = known.dateBefore(plan.points().get(pointIndex).cutNanos())
                .plus(known.shiftBehind(pointIndex))
                .plusNanos(elapsedNanos);
        return ContentDates.isWritable(start) ? Optional.of(start) : Optional.empty();
    }

    /** Initialization vectors that are written out need version 2: looked for only where less is said so far. */
    private void noteInitializationVectors(List<MediaSegment> next) {
        boolean renumbered = next.get(0).mediaSequence() != segments.get(0).mediaSequence() + written;
        needsVersion2 |= renumbered
                && lacksVersion2
                && next.stream().anyMatch(segment -> segment.keys().stream().anyMatch(Key::hasImplicitIv));
    }
}
