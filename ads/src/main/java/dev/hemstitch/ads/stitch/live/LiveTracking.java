package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.ads.tracking.TrackingScheduleBuilder;
import dev.hemstitch.ads.tracking.TrackingScheduleBuilder.PlayedAd;
import dev.hemstitch.core.text.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schedule of the breaks that a state has. */
final class LiveTracking {
    private LiveTracking() {}

    static TrackingSchedule of(LiveState state, LiveDecisions decisions) {
        TrackingScheduleBuilder schedule = TrackingSchedule.builder();
        int number = 0;
        for (LiveBreak each : state.breaks()) {
            number++;
            if (each.hasAds()) {
                BreakPosition position =
                        BreakPosition.ofSeconds(Decimals.ofNanos(Math.max(0, each.startMicros()) * 1_000));
                List<PlayedAd> played = played(each, decisions);
                List<Ad> ads = played.stream().map(PlayedAd::ad).toList();
                AdBreak adBreak = new AdBreak(position, ads, Optional.of(each.id()), List.of(), List.of());
                schedule.add(number, adBreak, each.startMicros() * 1_000, played);
            }
        }
        return schedule.build();
    }

    private static List<PlayedAd> played(LiveBreak each, LiveDecisions decisions) {
        List<PlayedAd> played = new ArrayList<>();
        long start = 0;
        for (String id : each.ads()) {
            LiveAd ad =
                    decisions.ad(id).filter(found -> found.reference() != null).orElse(null);
            if (ad == null || start >= each.endMicros()) {
                break;
            }
            start = add(each, ad, start, played);
        }
        LiveAd slate = each.hasSlate() ? decisions.slate().orElse(null) : null;
        while (slate != null && slate.durationNanos() >= 1_000_000 && start < each.endMicros()) {
            start = add(each, slate, start, played);
        }
        return played;
    }

    private static long add(LiveBreak each, LiveAd ad, long start, List<PlayedAd> played) {
        long duration = ad.durationNanos();
        long left = (each.endMicros() - start) * 1_000;
        boolean isWhole = duration - left <= 1_000_000;
        played.add(new PlayedAd(ad.ad(), (each.startMicros() + start) * 1_000, isWhole ? duration : left, duration));
        return start + duration / 1_000;
    }
}
