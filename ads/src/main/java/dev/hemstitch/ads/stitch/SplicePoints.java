package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.model.MediaSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts breaks that have a place and ads where all tracks can be cut, in the order of the content's timeline. */
final class SplicePoints {
    private final PreparedContent prepared;
    private final StitchOptions options;
    private final List<Boundaries> boundaries;
    private final Boundaries reference;
    private final List<SplicePoint> points = new ArrayList<>();
    private final List<RefusedBreak> refused = new ArrayList<>();

    /** Where on the content's timeline the ads of the last point end: those right behind it start there. */
    private long lastAdsEndNanos;

    private SplicePoints(PreparedContent prepared) {
        this.prepared = prepared;
        this.options = prepared.options();
        this.boundaries = prepared.boundaries();
        this.reference = boundaries.get(0);
    }

    /** A break that has a place and ads. */
    record Candidate(int index, int boundary, List<PreparedAd> ads) {}

    /** Points, and the breaks that got none. */
    record Outcome(List<SplicePoint> points, List<RefusedBreak> refused) {}

    /** The points of breaks in the order of their boundaries. */
    static Outcome of(PreparedContent prepared, List<Candidate> candidates) {
        List<List<Candidate>> groups = groups(candidates);
        List<RefusedBreak> refused = new ArrayList<>();
        while (true) {
            SplicePoints attempt = new SplicePoints(prepared);
            int failed = attempt.add(groups);
            if (failed < 0) {
                refused.addAll(attempt.refused);
                return new Outcome(attempt.points, refused);
            }
            // The ads before it were to go on in those of this break: without it content may have to go on elsewhere.
            refused.addAll(attempt.refused.subList(
                    attempt.refused.size() - groups.get(failed).size(), attempt.refused.size()));
            groups.remove(failed);
        }
    }

    private static List<List<Candidate>> groups(List<Candidate> candidates) {
        List<List<Candidate>> groups = new ArrayList<>();
        for (int i = 0; i < candidates.size(); ) {
            int end = i + 1;
            while (end < candidates.size() && candidates.get(end).boundary == candidates.get(i).boundary) {
                end++;
            }
            groups.add(candidates.subList(i, end));
            i = end;
        }
        return groups;
    }

    /** Adds points; gives which one could not be, though what goes before it counted on it, or -1. */
    private int add(List<List<Candidate>> groups) {
        for (int i = 0; i < groups.size(); i++) {
            List<Candidate> here = groups.get(i);
            int next = i + 1 < groups.size() ? groups.get(i + 1).get(0).boundary : -1;
            boolean follows = follows(here.get(0).boundary);
            if (!point(here, next) && follows) {
                return i;
            }
        }
        return -1;
    }

    private Optional<SplicePoint> last() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }

    private boolean follows(int boundary) {
        return last().filter(point -> boundary == point.cuts().get(0).resumeIndex())
                .isPresent();
    }

    /** Turns breaks at one boundary into one point, unless it is taken or the tracks cannot all be cut there. */
    private boolean point(List<Candidate> here, int next) {
        int boundary = here.get(0).boundary;
        Optional<SplicePoint> before = last();
        if (before.filter(point -> boundary < point.cuts().get(0).resumeIndex()).isPresent()) {
            return refuse(
                    here,
                    SkipReason.INSIDE_REPLACED_CONTENT,
                    "the content from " + SplicePlanner.seconds(before.get().cutNanos()) + " to "
                            + SplicePlanner.seconds(before.get().resumeNanos()) + " is replaced already");
        }
        List<PreparedAd> ads =
                here.stream().flatMap(candidate -> candidate.ads.stream()).toList();
        long cutNanos = reference.nanos(boundary);
        long adNanos = ads.stream().mapToLong(PreparedAd::durationNanos).sum();
        long adsEndNanos = (follows(boundary) ? Math.max(cutNanos, lastAdsEndNanos) : cutNanos) + adNanos;
        int resume = options.mode() == SpliceMode.INSERT ? boundary : resume(boundary, adsEndNanos, ads, next);
        TrackCuts cuts = new TrackCuts(
                prepared.presentation().tracks(),
                boundaries,
                options.maximumSkew(),
                before.map(SplicePoint::cuts),
                prepared.keptDates().isPresent() && resume != next ? ads : List.of());
        Optional<RefusedBreak> problem = cuts.cut(boundary, resume);
        if (problem.isPresent()) {
            return refuse(here, problem.get().reason(), problem.get().message());
        }
        lastAdsEndNanos = adsEndNanos;
        points.add(new SplicePoint(
                here.stream().map(Candidate::index).toList(), cutNanos, reference.nanos(resume), ads, cuts.cuts()));
        return true;
    }

    private boolean refuse(List<Candidate> here, SkipReason reason, String message) {
        here.forEach(candidate -> refused.add(new RefusedBreak(candidate.index, reason, message)));
        return false;
    }

    /**
     * Where content goes on behind ads that replace it: nearest to where they end; one segment later if its dates would run
     * back too far, and do so there no more. Where other ads follow, no content goes on.
     */
    private int resume(int boundary, long adsEndNanos, List<PreparedAd> ads, int next) {
        int nearest = Math.max(boundary, reference.snap(adsEndNanos, SnapPolicy.NEAREST));
        Optional<KeptDates> dates = prepared.keptDates();
        if (dates.isEmpty() || nearest == reference.count() || nearest == next) {
            return nearest;
        }
        long cutNanos = reference.nanos(boundary);
        long lastNanos = lastSegmentNanos(ads);
        boolean goesBack = !dates.get().allow(cutNanos, adsEndNanos, lastNanos, reference.nanos(nearest));
        boolean helps = nearest + 1 == reference.count()
                || dates.get().allow(cutNanos, adsEndNanos, lastNanos, reference.nanos(nearest + 1));
        return goesBack && helps ? nearest + 1 : nearest;
    }

    private static long lastSegmentNanos(List<PreparedAd> ads) {
        List<MediaSegment> segments =
                ads.get(ads.size() - 1).tracks().get(0).playlist().segments();
        return segments.get(segments.size() - 1).durationNanos();
    }
}
