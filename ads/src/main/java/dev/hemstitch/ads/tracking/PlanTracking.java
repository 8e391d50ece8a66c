package dev.hemstitch.ads.tracking;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.RefusedAd;
import dev.hemstitch.ads.stitch.RefusedBreak;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.StitchedTimeline;
import dev.hemstitch.ads.tracking.TrackingScheduleBuilder.PlayedAd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a plan's ads apart by the breaks they were asked for in. */
final class PlanTracking {
    private final SplicePlan plan;
    private final List<AdBreak> breaks;
    private final Map<Integer, List<PlayedAd>> played = new HashMap<>();
    private final Map<Integer, Long> left = new HashMap<>();

    PlanTracking(SplicePlan plan, List<AdBreak> breaks) {
        this.plan = plan;
        this.breaks = breaks;
    }

    TrackingSchedule schedule() {
        plan.timeline().entries().forEach(this::play);
        TrackingScheduleBuilder builder = TrackingSchedule.builder();
        if (played.keySet().stream().anyMatch(index -> index >= breaks.size())) {
            throw new IllegalArgumentException("the plan was made for other breaks");
        }
        for (int i = 0; i < breaks.size(); i++) {
            builder.add(i + 1, breaks.get(i), left.getOrDefault(i, 0L), played.getOrDefault(i, List.of()));
        }
        for (SplicePlan.RefusedAdOfBreak refused : plan.refusedAds()) {
            RefusedAd ad = refused.refused();
            builder.addError(ad.ad().leftOut(ad.reason(), ad.message()));
        }
        for (RefusedBreak refused : plan.refusedBreaks()) {
            boolean isTold = refused.reason() == SkipReason.NO_ADS; // by its ads, or by its response
            if (!isTold && refused.index() < breaks.size()) {
                builder.addError(refused.index() + 1, breaks.get(refused.index()));
            }
        }
        return builder.build();
    }

    private void play(StitchedTimeline.Entry entry) {
        if (entry.ad().isPresent()) {
            StitchedTimeline.AdEntry place = entry.ad().get();
            PreparedAd ad = plan.points().get(place.breakIndex()).ads().get(place.adIndex());
            long duration = entry.endNanos() - entry.startNanos();
            left.putIfAbsent(ad.breakIndex(), entry.contentStartNanos());
            played.computeIfAbsent(ad.breakIndex(), none -> new ArrayList<>())
                    .add(new PlayedAd(ad.ad(), entry.startNanos(), duration, duration));
        }
    }
}
