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
    private final Boundaries reference;
    private final List<RefusedBreak> refusedBreaks = new ArrayList<>();
    private final List<SplicePlan.RefusedAdOfBreak> refusedAds = new ArrayList<>();
    private final Set<Integer> droppedTracks = new HashSet<>();

    SplicePlanner(PreparedContent prepared) {
        this.prepared = prepared;
        this.content = prepared.presentation();
        this.options = prepared.options();
        this.reference = prepared.boundaries().get(0);
    }

    SplicePlan plan(List<AdBreak> breaks) {
        long duration = reference.nanos(reference.count());
        List<SplicePoints.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < breaks.size(); i++) {
            candidate(i, breaks.get(i), duration).ifPresent(candidates::add);
        }
        candidates.sort(Comparator.comparingInt(SplicePoints.Candidate::boundary));
        SplicePoints.Outcome outcome = SplicePoints.of(prepared, candidates);
        List<SplicePoint> points = outcome.points();
        points.forEach(point -> dropIFramesThatAdsLack(point.ads()));
        refusedBreaks.addAll(outcome.refused());
        refusedBreaks.sort(Comparator.comparingInt(RefusedBreak::index));
        StitchedTimeline timeline = StitchedTimeline.of(points, duration);
        return new SplicePlan(points, refusedBreaks, refusedAds, droppedTracks, timeline);
    }

    private Optional<SplicePoints.Candidate> candidate(int index, AdBreak adBreak, long duration) {
        if (prepared.isIncomplete()) {
            return refuse(
                    index,
                    SkipReason.CONTENT_INCOMPLETE,
                    "a Media Playlist of the content is a delta update (EXT-X-SKIP), which leaves out segments");
        }
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
        return Optional.of(new SplicePoints.Candidate(index, boundary, ads));
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

    private Optional<SplicePoints.Candidate> refuse(int index, SkipReason reason, String message) {
        refusedBreaks.add(new RefusedBreak(index, reason, message));
        return Optional.empty();
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
