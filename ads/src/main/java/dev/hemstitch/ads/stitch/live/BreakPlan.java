package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.text.Decimals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a decision plays in a break, so that it fits and keeps the time: whole ads in order, then slate up to one of its
 * segment boundaries. Times are microseconds from the break's start.
 */
final class BreakPlan {
    /**
     * How far ads may reach beyond what they replace: the date of the content behind may lie less than a second before the end
     * of the ads (RFC 8216bis, 6.2.1).
     */
    static final long TOLERANCE_MICROS = 999_000;

    /** Slate reaches a little less far: boundaries lie some milliseconds apart in renditions. */
    private static final long SLATE_TOLERANCE_MICROS = TOLERANCE_MICROS - 5_000;

    /** Ads that leave no more fill a break, whatever was lost before: hundreds of them lose some seconds. */
    private static final long EXACT_MICROS = 50_000;

    private final LiveOptions options;
    private final long targetDuration;
    private final Drift drift;
    private final List<LiveReason> reasons;

    /**
     * @param drift how much longer the output is so far than the origin
     * @param reasons takes why something does not play
     */
    BreakPlan(LiveOptions options, long targetDuration, Drift drift, List<LiveReason> reasons) {
        this.options = options;
        this.targetDuration = targetDuration;
        this.drift = drift;
        this.reasons = reasons;
    }

    /**
     * Decides for a break whose first segment is there.
     *
     * @param lateMicros how much later it may start in other renditions, where as much less has room
     */
    LiveBreak decide(LiveBreak empty, long lateMicros, List<LiveAd> decided, Optional<LiveAd> offeredSlate) {
        long room = Math.max(0, empty.lengthMicros() - lateMicros);
        List<String> ads = new ArrayList<>();
        long end = 0;
        long longer = 0;
        for (LiveAd ad : decided) {
            AdSegments reference = ad.reference();
            if (reference == null || ad.problem().isPresent()) {
                refuse(empty, ad, ad.problem().orElse(SkipReason.AD_UNAVAILABLE), ad.message());
            } else if (ad.targetDuration() > targetDuration) {
                refuse(
                        empty,
                        ad,
                        SkipReason.TARGET_DURATION_EXCEEDED,
                        "it has segments of " + ad.targetDuration() + " s, allowed are " + targetDuration + " s");
            } else if (!fits(end + reference.durationMicros(), room)) {
                refuse(
                        empty,
                        ad,
                        SkipReason.DOES_NOT_FIT,
                        seconds(reference.durationMicros()) + " do not fit into what is left of " + seconds(room));
            } else {
                ads.add(ad.key());
                end += reference.durationMicros();
                longer += ad.longerMicros();
            }
        }
        boolean fills = !ads.isEmpty() || options.breakWithoutAds() == LiveOptions.BreakWithoutAds.SLATE;
        LiveAd slate = fills ? slate(empty, offeredSlate) : null;
        long filled = slate == null ? end : slateEnd(slate, end, longer, room);
        boolean hasSlate = slate != null && filled > end;
        LiveBreak planned = new LiveBreak(
                empty.id(),
                empty.startMicros(),
                empty.lengthMicros(),
                List.copyOf(ads),
                hasSlate,
                empty.isEnded(),
                empty.isMeasured(),
                empty.firstDiscontinuity(),
                0,
                filled,
                LiveBreak.OPEN,
                0,
                empty.cuts());
        Optional<LiveReason> problem = abandoned(planned, hasSlate);
        problem.ifPresent(reasons::add);
        return problem.isPresent() || filled == 0
                ? LiveBreak.untouched(empty.id(), empty.startMicros(), empty.lengthMicros())
                        .measured(empty.isMeasured())
                : planned;
    }

    private void refuse(LiveBreak each, LiveAd ad, SkipReason reason, String message) {
        reasons.add(new LiveReason(each.id(), Optional.of(ad.id()), reason, message));
    }

    /** Whether ads up to an end fit, by themselves and with what earlier breaks left. */
    private boolean fits(long end, long length) {
        long over = end - length;
        return over <= 0
                || (over <= TOLERANCE_MICROS && drift.most() + over <= options.maximumDriftMicros(targetDuration));
    }

    private @Nullable LiveAd slate(LiveBreak each, Optional<LiveAd> offered) {
        LiveAd slate = offered.orElse(null);
        if (slate == null) {
            return null;
        }
        if (slate.reference() == null || slate.problem().isPresent() || slate.durationNanos() < 1_000_000) {
            refuse(each, slate, slate.problem().orElse(SkipReason.AD_EMPTY), slate.message());
            return null;
        }
        if (slate.targetDuration() > targetDuration) {
            refuse(each, slate, SkipReason.TARGET_DURATION_EXCEEDED, "the slate's segments are too long");
            return null;
        }
        return slate;
    }

    /**
     * The boundary of repeated slate that brings the output nearest to the origin.
     *
     * @param longer how much later it begins in some rendition
     */
    private long slateEnd(LiveAd slate, long from, long longer, long length) {
        AdSegments reference = slate.reference();
        long most = length + SLATE_TOLERANCE_MICROS - longer - slate.longerMicros();
        // Where breaks end at boundaries that are not cut for them, some other rendition's is earlier.
        boolean isCut = drift.grids().stream().allMatch(grid -> grid == 0);
        long mostOfFirst = isCut ? most : Math.min(most, length + TOLERANCE_MICROS / 2);
        long best = from;
        long start = from;
        while (reference != null && start < most) {
            int last = reference.firstOf(reference.unitCount());
            for (int i = 0; i < last; i++) {
                long end = start + reference.endMicros(i);
                boolean isFirst = i == 0 && start == from;
                if (end <= (isFirst ? mostOfFirst : most)
                        && Math.abs(drift.middle() + end - length) <= Math.abs(drift.middle() + best - length)) {
                    best = end;
                }
            }
            start += reference.durationMicros();
        }
        return best;
    }

    /** Why a break is left as it is though it has ads. */
    private Optional<LiveReason> abandoned(LiveBreak planned, boolean hasSlate) {
        long unfilled = planned.lengthMicros() - planned.endMicros();
        if (planned.endMicros() == 0) {
            return Optional.empty();
        }
        if (!hasSlate
                && options.maximumUnderfill()
                        .filter(most -> Duration.ofNanos(unfilled * 1_000).compareTo(most) > 0)
                        .isPresent()) {
            return Optional.of(new LiveReason(
                    planned.id(),
                    Optional.empty(),
                    SkipReason.BREAK_UNDERFILLED,
                    "ads fill " + seconds(planned.endMicros()) + " of " + seconds(planned.lengthMicros())));
        }
        long gap = drift.lack(planned.endMicros(), planned.lengthMicros(), targetDuration * 1_000_000);
        return drift.least() - gap < -options.maximumDriftMicros(targetDuration) && gap > EXACT_MICROS
                ? Optional.of(new LiveReason(
                        planned.id(),
                        Optional.empty(),
                        SkipReason.TIME_NOT_KEPT,
                        "the stream would lack " + seconds(gap - drift.least())))
                : Optional.empty();
    }

    /**
     * Decides anew for a break whose length turns out to be another one. What has begun stays; ads that have not and no longer
     * fit are left out.
     *
     * @param spare by how much an ad that has begun may be longer than that before it is cut
     * @param isEnd whether that is final
     * @param line what plays so far, in one rendition
     * @param published how many segments of that are published
     * @return the break; one without ads if none has begun and none fits
     */
    LiveBreak changed(
            LiveBreak each,
            long length,
            long spare,
            boolean isEnd,
            AdLine line,
            int published,
            LiveDecisions decisions) {
        int begun = each.units();
        List<String> ads = new ArrayList<>();
        long end = 0;
        long longer = 0;
        int unit = 0;
        boolean later = false;
        for (String id : each.ads()) {
            LiveAd ad = decisions.ad(id).orElse(null);
            AdSegments reference = ad == null ? null : ad.reference();
            if (ad == null || reference == null) {
                return each;
            }
            boolean hasBegun = unit < begun;
            if (hasBegun || (!later && end + reference.durationMicros() <= length + TOLERANCE_MICROS)) {
                ads.add(id);
                end += reference.durationMicros();
                longer += ad.longerMicros();
            } else {
                later = true;
                reasons.add(new LiveReason(
                        each.id(), Optional.of(id), SkipReason.ENDED_TOO_EARLY, "its break is over before it begins"));
            }
            unit += reference.unitCount();
        }
        LiveAd slate = each.hasSlate() ? decisions.slate().orElse(null) : null;
        if (slate != null && end <= length + TOLERANCE_MICROS) {
            end = slateEnd(slate, end, longer, length);
        }
        if (end > length + TOLERANCE_MICROS + spare) {
            end = cut(length, end, line);
        }
        end = Math.max(end, line.endOf(published - 1));
        if (begun > 0) {
            end = Math.max(
                    end,
                    line.units().get(Math.min(begun, line.units().size()) - 1).startMicros() + 1);
        }
        if (end == 0) {
            reasons.add(new LiveReason(
                    each.id(), Optional.empty(), SkipReason.ENDED_TOO_EARLY, "the break is over before it begins"));
            return LiveBreak.untouched(each.id(), each.startMicros(), length).measured(each.isMeasured());
        }
        return each.planned(length, isEnd, List.copyOf(ads), end);
    }

    /** Where an ad ends that plays when its break does. */
    private long cut(long length, long end, AdLine line) {
        if (options.earlyReturn() == LiveOptions.EarlyReturn.FINISH_AD) {
            return end;
        }
        long best = 0;
        for (int i = 0; i < line.count(); i++) {
            if (line.endOf(i) <= length + TOLERANCE_MICROS) {
                best = line.endOf(i);
            }
        }
        return best;
    }

    private static String seconds(long micros) {
        return Decimals.ofNanos(micros * 1_000).toPlainString() + " s";
    }
}
