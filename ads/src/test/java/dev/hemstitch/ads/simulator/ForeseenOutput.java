package dev.hemstitch.ads.simulator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** All that a viewer will ever be shown of a rendition. */
final class ForeseenOutput {
    final List<ForeseenItem> items = new ArrayList<>();
    int published = -1;
    int first;

    ForeseenOutput(Channel channel, String rendition, ForeseenBreaks breaks, EnumSet<Flaw> flaws) {
        List<OriginSegment> segments = channel.origin().segments(rendition);
        RenditionTimeline timeline = channel.origin().series(rendition).timeline;
        boolean plain = flaws.contains(Flaw.ONE_RENDITION)
                && !rendition.equals(
                        channel.origin().options().renditions().get(0).name());
        int at = 0;
        List<ForeseenBreaks.Filled> filled = plain ? List.of() : breaks.filled;
        for (int i = 0; i < filled.size(); i++) {
            int start = timeline.nearest(filled.get(i).from());
            for (; at < start; at++) {
                items.add(ForeseenItem.of(segments.get(at)));
            }
            long end = ads(channel, rendition, filled.get(i), segments.get(at).startNanos, items, flaws);
            while (filled.get(i).chained()) {
                i++;
                end = ads(channel, rendition, filled.get(i), end, items, flaws);
            }
            at = Math.max(back(segments, at, end), timeline.nearest(breaks.backAt.get(i)));
            if (flaws.contains(Flaw.RETURNS_LATE)) {
                at++;
            } else if (flaws.contains(Flaw.RETURNS_EARLY)) {
                at -= 2;
            }
        }
        for (; at < segments.size(); at++) {
            items.add(ForeseenItem.of(segments.get(at)));
        }
        number(flaws);
    }

    /** Adds the ads of a break; {@return where they end} */
    static long ads(
            Channel channel,
            String rendition,
            ForeseenBreaks.Filled filled,
            long from,
            List<ForeseenItem> items,
            EnumSet<Flaw> flaws) {
        long at = from;
        // A chained break starts where the ads before it end, but it ends when it ends.
        List<String> all = new ArrayList<>(filled.ads());
        for (int i = 0; i < filled.slates(); i++) {
            all.add("slate");
        }
        for (String ad : all) {
            List<AdSegment> segments = channel.ads().segments(ad, rendition);
            for (AdSegment segment : segments) {
                boolean over = at >= filled.to() - Seconds.NANOS && segment.index() > 0;
                boolean cut = ad.equals("slate") || filled.cut();
                boolean flawed = (flaws.contains(Flaw.CUTS_ADS) && segment.index() == segment.count() - 1)
                        || (flaws.contains(Flaw.STARTS_ADS_LATE) && segment.index() == 0);
                if (flawed && segment.count() > 1) {
                    continue;
                }
                if (over && cut) {
                    break;
                }
                items.add(ForeseenItem.of(segment, at));
                at += segment.durationNanos();
            }
        }
        return at;
    }

    /** The first segment that starts less than a second before ads end. */
    static int back(List<OriginSegment> segments, int from, long end) {
        int at = from;
        while (at < segments.size() && segments.get(at).startNanos <= end - Seconds.NANOS + Tolerances.DATE_ROUNDING) {
            at++;
        }
        return at;
    }

    private void number(EnumSet<Flaw> flaws) {
        long number = 0;
        ForeseenItem before = null;
        for (ForeseenItem item : items) {
            if (before != null) {
                item.discontinuity = discontinuous(before, item);
                number += item.discontinuity ? 1 : 0;
                if (item.ad != null) {
                    long early = flaws.contains(Flaw.RUNS_AHEAD) ? 60 : flaws.contains(Flaw.FALLS_BEHIND) ? -20 : 0;
                    item.published -= early * Seconds.NANOS;
                }
                item.published = Math.max(before.published, item.published);
            }
            item.discontinuitySequence = number;
            before = item;
        }
    }

    private static boolean discontinuous(ForeseenItem before, ForeseenItem item) {
        if (item.content != null && before.content != null) {
            return item.content.discontinuity || item.content.epoch != before.content.epoch;
        }
        boolean goesOn = item.ad != null
                && before.ad != null
                && item.ad.ad().equals(before.ad.ad())
                && item.ad.index() > before.ad.index();
        return !goesOn || item.ad.discontinuity();
    }
}
