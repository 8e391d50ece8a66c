package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.model.MediaSegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the boundaries of all tracks for one point, so that on each track the same follows the same. */
final class TrackCuts {
    private final List<Track> tracks;
    private final List<Boundaries> boundaries;
    private final Optional<Duration> maximumSkew;
    private final Optional<List<TrackCut>> before;
    private final List<PreparedAd> datedAds;
    private final List<TrackCut> cuts = new ArrayList<>();

    /**
     * @param before the cuts of the point before this one
     * @param datedAds the ads, if content goes on behind them with its own dates
     */
    TrackCuts(
            List<Track> tracks,
            List<Boundaries> boundaries,
            Optional<Duration> maximumSkew,
            Optional<List<TrackCut>> before,
            List<PreparedAd> datedAds) {
        this.tracks = tracks;
        this.boundaries = boundaries;
        this.maximumSkew = maximumSkew;
        this.before = before;
        this.datedAds = datedAds;
    }

    List<TrackCut> cuts() {
        return cuts;
    }

    /** Cuts all tracks where the reference track is cut and goes on; gives why that cannot be. */
    Optional<RefusedBreak> cut(int boundary, int resume) {
        Boundaries reference = boundaries.get(0);
        for (int i = 0; i < tracks.size(); i++) {
            int least = least(i, boundary);
            OptionalInt cutIndex = near(i, boundary, least);
            OptionalInt resumeIndex =
                    resume == boundary || cutIndex.isEmpty() ? cutIndex : near(i, resume, cutIndex.getAsInt());
            if (cutIndex.isEmpty() || resumeIndex.isEmpty()) {
                return none(i, cutIndex.isEmpty() ? boundary : resume);
            }
            long cutNanos = boundaries.get(i).nanos(cutIndex.getAsInt());
            int goesOn = resume == boundary
                    ? cutIndex.getAsInt()
                    : dated(i, cutIndex.getAsInt(), resume, resumeIndex.getAsInt());
            long resumeNanos = boundaries.get(i).nanos(goesOn);
            Optional<RefusedBreak> tooFar = skew(tracks.get(i), cutNanos, reference.nanos(boundary));
            tooFar = tooFar.isPresent() ? tooFar : skew(tracks.get(i), resumeNanos, reference.nanos(resume));
            if (tooFar.isPresent()) {
                return tooFar;
            }
            long skew = cutNanos - reference.nanos(boundary);
            cuts.add(new TrackCut(cutIndex.getAsInt(), goesOn, cutNanos, skew));
        }
        return Optional.empty();
    }

    /**
     * Where a track goes on: one segment later if its dates would run back too far, however its ads are dated, and do so there
     * no more.
     */
    private int dated(int track, int cut, int resume, int nearest) {
        Boundaries own = boundaries.get(track);
        int later = nearest + 1;
        boolean isOutermost = resume == boundaries.get(0).count() || later >= own.count();
        if (datedAds.isEmpty() || track == 0 || isOutermost || own.period(later) != own.period(nearest)) {
            return nearest;
        }
        Track of = tracks.get(track);
        Optional<MediaSegment> before = cut == 0
                ? Optional.empty()
                : Optional.of(of.playlist().segments().get(cut - 1));
        long adsEnd = own.nanos(cut)
                + datedAds.stream()
                        .flatMap(ad -> ad.of(of).stream())
                        .mapToLong(ad -> ad.playlist().durationNanos())
                        .sum();
        long room = KeptDates.room(of, before, datedAds);
        return adsEnd - own.nanos(nearest) > room && adsEnd - own.nanos(later) <= room ? later : nearest;
    }

    /** The first boundary that is free: where content plays between two breaks, it does so on every track. */
    private int least(int track, int boundary) {
        if (before.isEmpty()) {
            return 0;
        }
        boolean contentBetween = boundary > before.get().get(0).resumeIndex();
        return before.get().get(track).resumeIndex() + (contentBetween ? 1 : 0);
    }

    private OptionalInt near(int track, int boundary, int least) {
        if (track == 0) {
            return OptionalInt.of(boundary);
        }
        if (before.isPresent() && boundary == before.get().get(0).resumeIndex()) {
            return OptionalInt.of(before.get().get(track).resumeIndex());
        }
        return nearest(track, boundary, least);
    }

    private OptionalInt nearest(int track, int boundary, int least) {
        Boundaries reference = boundaries.get(0);
        return boundaries
                .get(track)
                .nearest(
                        reference.nanos(boundary),
                        reference.period(boundary),
                        least,
                        boundary == 0,
                        boundary == reference.count());
    }

    private Optional<RefusedBreak> skew(Track track, long nanos, long referenceNanos) {
        Duration skew = Duration.ofNanos(Math.abs(nanos - referenceNanos));
        return maximumSkew
                .filter(most -> skew.compareTo(most) > 0)
                .map(most -> refused(
                        SkipReason.SKEW_TOO_GREAT,
                        track.name() + " can be cut at " + SplicePlanner.seconds(nanos) + " only, "
                                + SplicePlanner.seconds(skew.toNanos()) + " from "
                                + SplicePlanner.seconds(referenceNanos)));
    }

    private Optional<RefusedBreak> none(int track, int boundary) {
        String place = " at " + SplicePlanner.seconds(boundaries.get(0).nanos(boundary));
        boolean isTaken = nearest(track, boundary, 0).isPresent();
        if (isTaken || boundaries.get(track).count() == 1) {
            return Optional.of(refused(
                    SkipReason.NO_COMMON_BOUNDARY,
                    tracks.get(track).name() + " has no boundary left for the break" + place));
        }
        return Optional.of(refused(
                SkipReason.DISCONTINUITIES_DIFFER,
                tracks.get(track).name() + " has no boundary with the same discontinuities before it as "
                        + tracks.get(0).name() + place));
    }

    private static RefusedBreak refused(SkipReason reason, String message) {
        return new RefusedBreak(-1, reason, message);
    }
}
