package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.TrackCut;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MediaSegmentBuilder;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splices the ads of a plan into one Media Playlist. */
final class TrackStitcher {
    private final MediaPlaylist content;
    private final SplicePlan plan;
    private final int trackIndex;
    private final Optional<ContentDates> dates;
    private final boolean lacksDates;
    private final DateEdits edits;
    private final Markers markers;
    private final MediaPlaylistBuilder output;
    private final List<MediaSegment> segments;

    private int written;
    private boolean behindAds;
    private boolean writesInitializationVectors;
    private List<String> carried = new ArrayList<>();

    TrackStitcher(
            MediaPlaylist content,
            int trackIndex,
            SplicePlan plan,
            StitchOptions options,
            Optional<ContentDates> dates,
            Markers markers) {
        this.content = content;
        this.trackIndex = trackIndex;
        this.plan = plan;
        this.segments = content.segments();
        boolean dated = segments.get(0).programDateTime().isPresent();
        this.lacksDates = !dated && options.markers() == MarkerStyle.DATERANGE;
        this.dates = dates.filter(all -> dated || lacksDates);
        this.edits = new DateEdits(options.datePolicy(), dates.map(all -> new DateRangeShift(all, content)));
        this.markers = markers;
        this.output = content.toBuilder().segments(List.of());
    }

    /** Takes the segments of an ad for this track. */
    interface AdSegments {
        List<MediaSegment> of(PreparedAd ad);
    }

    /** The builder of the output: segments, dates and what stands behind them; the header is the caller's. */
    MediaPlaylistBuilder stitch(AdSegments ads) {
        int at = 0;
        for (int i = 0; i < plan.points().size(); i++) {
            SplicePoint point = plan.points().get(i);
            TrackCut cut = point.cuts().get(trackIndex);
            content(at, cut.cutIndex(), i);
            long elapsed = 0;
            for (int j = 0; j < point.ads().size(); j++) {
                PreparedAd ad = point.ads().get(j);
                ad(ads.of(ad), i, j, elapsed);
                elapsed += ad.durationNanos();
            }
            carry(cut.cutIndex(), cut.resumeIndex());
            at = cut.resumeIndex();
        }
        content(at, segments.size(), plan.points().size());
        carried.forEach(output::addTrailingLine);
        output.editTrailer(edits::line);
        if (content.endList()) {
            output.endList(true);
        }
        return output;
    }

    /** Whether initialization vectors are written out that Media Sequence Numbers stood for; known when stitched. */
    boolean writesInitializationVectors() {
        return writesInitializationVectors;
    }

    /** Date ranges among the lines of replaced segments stay: their dates may reach beyond. */
    private void carry(int from, int to) {
        for (MediaSegment segment : segments.subList(from, to)) {
            if (segment.has(HlsTag.DATERANGE)) {
                segment.lines().stream()
                        .filter(DateEdits::isDateRange)
                        .map(edits::line)
                        .filter(line -> !line.isEmpty())
                        .forEach(carried::add);
            }
        }
    }

    private void content(int from, int to, int pointsBefore) {
        if (from == to) {
            return;
        }
        noteInitializationVectors(segments.subList(from, to));
        Duration shift = dates.map(all -> all.shiftBehind(pointsBefore)).orElse(Duration.ZERO);
        int run = from;
        for (int i = from; i < to; i++) {
            MediaSegment segment = segments.get(i);
            boolean returns = i == from && behindAds;
            boolean wantsDate = returns || (lacksDates && (i == 0 || segment.isDiscontinuity()));
            if (wantsDate || edits.concern(segment, shift)) {
                output.addSegments(segments.subList(run, i));
                MediaSegmentBuilder edited = edits.edit(segment, shift);
                if (wantsDate) {
                    date(edited, segment, shift);
                }
                if (returns) {
                    returnToContent(edited);
                }
                output.addSegment(edited.build());
                run = i + 1;
            }
        }
        output.addSegments(segments.subList(run, to));
        written += to - from;
        behindAds = false;
    }

    private void date(MediaSegmentBuilder edited, MediaSegment segment, Duration shift) {
        if (!segment.has(HlsTag.PROGRAM_DATE_TIME)) {
            dates.map(all -> all.of(segment).plus(shift))
                    .filter(ContentDates::isWritable)
                    .ifPresent(date -> edited.programDateTime(Optional.of(IsoDateTime.of(date))));
        }
    }

    private void returnToContent(MediaSegmentBuilder first) {
        first.discontinuity(true);
        markers.behindBreak(first);
        carried.forEach(first::addLine);
        carried = new ArrayList<>();
    }

    private void ad(List<MediaSegment> ad, int pointIndex, int adIndex, long elapsedNanos) {
        noteInitializationVectors(ad);
        Optional<OffsetDateTime> start = dates.map(
                        all -> all.dateBefore(plan.points().get(pointIndex).cutNanos())
                                .plus(all.shiftBehind(pointIndex))
                                .plusNanos(elapsedNanos))
                .filter(ContentDates::isWritable);
        MediaSegmentBuilder first = ad.get(0).toBuilder().discontinuity(written > 0);
        first.programDateTime(start.map(IsoDateTime::of));
        markers.beforeAd(first, pointIndex, adIndex, start, behindAds);
        output.addSegment(first.build());
        int run = 1;
        for (int i = 1; i < ad.size(); i++) {
            MediaSegment segment = ad.get(i);
            if (segment.isDiscontinuity() && start.isPresent()) {
                output.addSegments(ad.subList(run, i));
                long offset = segment.startNanos() - ad.get(0).startNanos();
                output.addSegment(segment.toBuilder()
                        .programDateTime(start.map(date -> IsoDateTime.of(date.plusNanos(offset))))
                        .build());
                run = i + 1;
            }
        }
        output.addSegments(ad.subList(run, ad.size()));
        written += ad.size();
        behindAds = true;
    }

    private void noteInitializationVectors(List<MediaSegment> next) {
        boolean renumbered = next.get(0).mediaSequence() != segments.get(0).mediaSequence() + written;
        if (writesInitializationVectors || !renumbered) {
            return;
        }
        List<Key> seen = List.of();
        for (MediaSegment segment : next) {
            List<Key> keys = segment.keys();
            if (keys != seen) {
                writesInitializationVectors |= keys.stream().anyMatch(Key::hasImplicitIv);
                seen = keys;
            }
        }
    }
}
