package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.core.text.Decimals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides where each break is cut and which ads can be used, before anything is changed: for one viewer. */
final class SplicePlanner {
    /** Seventy years in nanoseconds: sums with the ads' durations stay far from the end of a {@code long}. */
    private static final long LONGEST_NANOS = 2_200_000_000_000_000_000L;

    private final PreparedContent prepared;
    private final Presentation content;
    private final StitchOptions options;
    private final List<Boundaries> boundaries;
    private final Boundaries reference;
    private final List<RefusedBreak> refusedBreaks = new ArrayList<>();
    private final List<SplicePlan.RefusedAdOfBreak> refusedAds = new ArrayList<>();
    private final Set<Integer> droppedTracks = new HashSet<>();

    /** Where on the content's timeline the ads of the last point end: those right behind it start there. */
    private long lastAdsEndNanos;

    SplicePlanner(PreparedContent prepared) {
        this.prepared = prepared;
        this.content = prepared.presentation();
        this.options = prepared.options();
        this.boundaries = prepared.boundaries();
        this.reference = boundaries.get(0);
    }

    /** A break that has a place and ads. */
    private record Candidate(int index, int boundary, List<PreparedAd> ads) {}

    SplicePlan plan(List<AdBreak> breaks) {
        long duration = reference.nanos(reference.count());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < breaks.size(); i++) {
            candidate(i, breaks.get(i), duration).ifPresent(candidates::add);
        }
        candidates.sort(Comparator.comparingInt(Candidate::boundary));
        List<SplicePoint> points = new ArrayList<>();
        for (int i = 0; i < candidates.size(); ) {
            int end = i + 1;
            while (end < candidates.size() && candidates.get(end).boundary == candidates.get(i).boundary) {
                end++;
            }
            point(candidates.subList(i, end), points);
            i = end;
        }
        refusedBreaks.sort(Comparator.comparingInt(RefusedBreak::index));
        StitchedTimeline timeline = StitchedTimeline.of(points, duration);
        return new SplicePlan(points, refusedBreaks, refusedAds, droppedTracks, timeline);
    }

    private Optional<Candidate> candidate(int index, AdBreak adBreak, long duration) {
        if (prepared.hasEmptyTrack()) {
            return refuse(index, SkipReason.CONTENT_EMPTY, "a Media Playlist of the content has no segments");
        }
        if (adBreak.position().opportunity().isPresent()) {
            return refuse(
                    index,
                    SkipReason.NO_SUCH_OPPORTUNITY,
                    "the content has no opportunity " + adBreak.position() + " that is known");
        }
        long asked = adBreak.position().nanosIn(duration);
        if (duration > LONGEST_NANOS) {
            return refuse(
                    index, SkipReason.CONTENT_TOO_LONG, "the content is said to be " + seconds(duration) + " long");
        }
        if (asked > duration + 1_000_000) {
            return refuse(
                    index,
                    SkipReason.BEYOND_END,
                    "the break at " + seconds(asked) + " lies behind the end at " + seconds(duration));
        }
        int boundary = reference.snap(asked, options.snap());
        long distance = Math.abs(reference.nanos(boundary) - asked);
        boolean isExact = distance <= Boundaries.EXACT_NANOS;
        if (options.tolerance()
                .filter(most -> !isExact && Duration.ofNanos(distance).compareTo(most) > 0)
                .isPresent()) {
            return refuse(
                    index,
                    SkipReason.NO_BOUNDARY_WITHIN_TOLERANCE,
                    "the " + options.snap() + " boundary is at " + seconds(reference.nanos(boundary)) + ", "
                            + seconds(distance) + " from " + seconds(asked));
        }
        List<PreparedAd> ads = new ArrayList<>();
        for (Ad ad : adBreak.ads()) {
            prepared(index, ad).ifPresent(ads::add);
        }
        if (ads.isEmpty()) {
            return refuse(
                    index,
                    SkipReason.NO_ADS,
                    adBreak.ads().isEmpty() ? "the break has no ads" : "none of the break's ads can be used");
        }
        return Optional.of(new Candidate(index, boundary, ads));
    }

    private Optional<PreparedAd> prepared(int index, Ad ad) {
        if (ad.presentation().isEmpty()) {
            SkipReason reason = ad.problem().orElse(SkipReason.AD_UNAVAILABLE);
            refusedAds.add(new SplicePlan.RefusedAdOfBreak(index, new RefusedAd(ad, "", reason, ad.message())));
            return Optional.empty();
        }
        AdPreparation.Outcome outcome = prepared.ad(ad.presentation().get());
        outcome.problem()
                .map(problem -> new RefusedAd(ad, problem.track(), problem.reason(), problem.message()))
                .ifPresent(refused -> refusedAds.add(new SplicePlan.RefusedAdOfBreak(index, refused)));
        return outcome.problem().isPresent()
                ? Optional.empty()
                : Optional.of(new PreparedAd(ad, index, outcome.tracks(), outcome.durationNanos()));
    }

    private Optional<Candidate> refuse(int index, SkipReason reason, String message) {
        refusedBreaks.add(new RefusedBreak(index, reason, message));
        return Optional.empty();
    }

    /** Turns breaks at one boundary into one point, unless it is taken or the tracks cannot all be cut there. */
    private void point(List<Candidate> here, List<SplicePoint> points) {
        int boundary = here.get(0).boundary;
        long cutNanos = reference.nanos(boundary);
        Optional<SplicePoint> before = points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
        if (before.filter(point -> boundary < point.cuts().get(0).resumeIndex()).isPresent()) {
            here.forEach(candidate -> refuse(
                    candidate.index,
                    SkipReason.INSIDE_REPLACED_CONTENT,
                    "the content from " + seconds(before.get().cutNanos()) + " to "
                            + seconds(before.get().resumeNanos()) + " is replaced already"));
            return;
        }
        List<PreparedAd> ads =
                here.stream().flatMap(candidate -> candidate.ads.stream()).toList();
        long adNanos = ads.stream().mapToLong(PreparedAd::durationNanos).sum();
        boolean follows = before.filter(point -> boundary == point.cuts().get(0).resumeIndex())
                .isPresent();
        long adsEndNanos = (follows ? Math.max(cutNanos, lastAdsEndNanos) : cutNanos) + adNanos;
        int resume = options.mode() == SpliceMode.INSERT
                ? boundary
                : Math.max(boundary, reference.snap(adsEndNanos, SnapPolicy.NEAREST));
        TrackCuts cuts =
                new TrackCuts(content.tracks(), boundaries, options.maximumSkew(), before.map(SplicePoint::cuts));
        Optional<RefusedBreak> problem = cuts.cut(boundary, resume);
        if (problem.isPresent()) {
            here.forEach(candidate -> refuse(
                    candidate.index, problem.get().reason(), problem.get().message()));
            return;
        }
        lastAdsEndNanos = adsEndNanos;
        dropIFramesThatAdsLack(ads);
        points.add(new SplicePoint(
                here.stream().map(Candidate::index).toList(), cutNanos, reference.nanos(resume), ads, cuts.cuts()));
    }

    private void dropIFramesThatAdsLack(List<PreparedAd> ads) {
        for (int i = 0; i < content.tracks().size(); i++) {
            Track track = content.tracks().get(i);
            if (track.kind() == TrackKind.I_FRAMES
                    && content.isMultivariant()
                    && ads.stream().anyMatch(ad -> ad.of(track).isEmpty())) {
                droppedTracks.add(i);
            }
        }
    }

    static String seconds(long nanos) {
        return Decimals.ofNanos(nanos).toPlainString() + " s";
    }
}
