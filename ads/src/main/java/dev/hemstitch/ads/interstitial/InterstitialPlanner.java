package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.RefusedAd;
import dev.hemstitch.ads.stitch.RefusedBreak;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.ads.stitch.StitchedTimeline;
import dev.hemstitch.core.text.Decimals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides where each break goes and which of its ads can be used, and refuses as splicing does. */
final class InterstitialPlanner {
    /** Seventy years in nanoseconds: sums with the ads' durations stay far from the end of a {@code long}. */
    private static final long LONGEST_NANOS = 2_200_000_000_000_000_000L;

    private final Presentation content;
    private final InterstitialOptions options;
    private final ContentBoundaries boundaries;
    private final ContentClock clock;
    private final List<RefusedBreak> refusedBreaks = new ArrayList<>();
    private final List<SplicePlan.RefusedAdOfBreak> refusedAds = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();

    InterstitialPlanner(
            Presentation content, InterstitialOptions options, ContentBoundaries boundaries, ContentClock clock) {
        this.content = content;
        this.options = options;
        this.boundaries = boundaries;
        this.clock = clock;
    }

    /** A break with a place and ads; {@code resumeNanos} is where the content goes on if that is not left to the player. */
    record Planned(int index, long startNanos, long resumeNanos, List<Ad> ads) {
        long adNanos() {
            return ads.stream().mapToLong(Ad::durationNanos).sum();
        }
    }

    SplicePlan plan(List<AdBreak> breaks) {
        List<Planned> candidates = new ArrayList<>();
        for (int i = 0; i < breaks.size(); i++) {
            candidate(i, breaks.get(i)).ifPresent(candidates::add);
        }
        candidates.sort(Comparator.comparingLong(Planned::startNanos));
        candidates.forEach(this::place);
        refusedBreaks.sort(Comparator.comparingInt(RefusedBreak::index));
        List<SplicePoint> points = points();
        return new SplicePlan(
                points, refusedBreaks, refusedAds, Set.of(), StitchedTimeline.of(points, boundaries.endNanos()));
    }

    /** What is scheduled, in the order of the content's timeline; known once it is planned. */
    List<Planned> planned() {
        return planned;
    }

    private Optional<Planned> candidate(int index, AdBreak adBreak) {
        long end = boundaries.endNanos();
        if (content.tracks().stream().anyMatch(track -> track.playlist().skip().isPresent())) {
            return refuse(
                    index,
                    SkipReason.CONTENT_INCOMPLETE,
                    "a Media Playlist of the content is a delta update (EXT-X-SKIP), which leaves out segments");
        }
        if (content.tracks().stream()
                .anyMatch(track -> track.playlist().segments().isEmpty())) {
            return refuse(index, SkipReason.CONTENT_EMPTY, "a Media Playlist of the content has no segments");
        }
        if (adBreak.position().opportunity().isPresent()) {
            return refuse(
                    index,
                    SkipReason.NO_SUCH_OPPORTUNITY,
                    "the content has no opportunity " + adBreak.position() + " that is known");
        }
        if (end > LONGEST_NANOS) {
            return refuse(index, SkipReason.CONTENT_TOO_LONG, "the content is said to be " + seconds(end) + " long");
        }
        long asked = adBreak.position().nanosIn(end);
        if (boundaries.isBeyondEnd(asked)) {
            return refuse(
                    index,
                    SkipReason.BEYOND_END,
                    "the break at " + seconds(asked) + " lies behind the end at " + seconds(end));
        }
        long start =
                options.snap().map(policy -> boundaries.snap(asked, policy)).orElseGet(() -> boundaries.exact(asked));
        long distance = Math.abs(start - asked);
        boolean isExact = distance <= ContentBoundaries.EXACT_NANOS;
        if (options.tolerance()
                .filter(most -> !isExact && Duration.ofNanos(distance).compareTo(most) > 0)
                .isPresent()) {
            return refuse(
                    index,
                    SkipReason.NO_BOUNDARY_WITHIN_TOLERANCE,
                    "the boundary is at " + seconds(start) + ", " + seconds(distance) + " from " + seconds(asked));
        }
        if (!ContentClock.isWritable(clock.at(start))) {
            return refuse(index, SkipReason.CONTENT_TOO_LONG, "the date of the break has no year of four digits");
        }
        List<Ad> ads = usable(index, adBreak.ads());
        if (ads.isEmpty()) {
            return refuse(
                    index,
                    SkipReason.NO_ADS,
                    adBreak.ads().isEmpty() ? "the break has no ads" : "none of the break's ads can be used");
        }
        return Optional.of(new Planned(index, start, start, ads));
    }

    private List<Ad> usable(int index, List<Ad> ads) {
        List<Ad> usable = new ArrayList<>();
        for (Ad ad : ads) {
            Optional<RefusedAd> problem = Usable.problem(ad);
            if (problem.isPresent()) {
                refusedAds.add(new SplicePlan.RefusedAdOfBreak(index, problem.get()));
            } else {
                usable.add(ad);
            }
        }
        return usable;
    }

    private Optional<Planned> refuse(int index, SkipReason reason, String message) {
        refusedBreaks.add(new RefusedBreak(index, reason, message));
        return Optional.empty();
    }

    /** Of several that replace content from one place on, each goes on where the ones before it would, and then its own time. */
    private void place(Planned candidate) {
        if (options.mode() == SpliceMode.INSERT || planned.isEmpty()) {
            planned.add(resuming(candidate, candidate.startNanos));
            return;
        }
        Planned before = planned.get(planned.size() - 1);
        if (candidate.startNanos > before.startNanos && candidate.startNanos < before.resumeNanos) {
            refuse(
                    candidate.index,
                    SkipReason.INSIDE_REPLACED_CONTENT,
                    "the content from " + seconds(before.startNanos) + " to " + seconds(before.resumeNanos)
                            + " is replaced already");
            return;
        }
        planned.add(resuming(candidate, Math.max(candidate.startNanos, before.resumeNanos)));
    }

    private Planned resuming(Planned candidate, long fromNanos) {
        long resume = options.mode() == SpliceMode.INSERT
                ? fromNanos
                : boundaries.exact(Math.min(boundaries.endNanos(), fromNanos + candidate.adNanos()));
        return new Planned(candidate.index, candidate.startNanos, resume, candidate.ads);
    }

    private List<SplicePoint> points() {
        List<SplicePoint> points = new ArrayList<>();
        long from = 0;
        for (Planned interstitial : planned) {
            int index = interstitial.index;
            List<PreparedAd> ads = interstitial.ads.stream()
                    .map(ad -> new PreparedAd(ad, index, List.of(), ad.durationNanos()))
                    .toList();
            from = Math.max(from, interstitial.startNanos);
            points.add(new SplicePoint(List.of(index), from, interstitial.resumeNanos, ads, List.of()));
            from = interstitial.resumeNanos;
        }
        return points;
    }

    private static String seconds(long nanos) {
        return Decimals.ofNanos(nanos).toPlainString() + " s";
    }
}
