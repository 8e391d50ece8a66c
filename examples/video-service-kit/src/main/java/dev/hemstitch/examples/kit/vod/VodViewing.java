package dev.hemstitch.examples.kit.vod;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.stitch.vod.VodPlan;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import java.util.List;

/**
 * A title as one viewer sees it.
 *
 * @param title the title
 * @param breaks the viewer's breaks
 * @param plan what goes where
 */
record VodViewing(VodTitle title, List<AdBreak> breaks, VodPlan plan) {
    static VodViewing of(VodTitle title, List<AdBreak> breaks) {
        return new VodViewing(title, breaks, title.prepared().plan(breaks));
    }

    TrackingSchedule schedule() {
        return TrackingSchedule.of(plan.splicePlan(), breaks);
    }
}
