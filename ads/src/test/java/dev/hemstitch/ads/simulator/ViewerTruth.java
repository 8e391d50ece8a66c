package dev.hemstitch.ads.simulator;

import java.util.ArrayList;
import java.util.List;

/** What is true for one viewer: the channel, the ads, where content may be replaced and ads may be cut. */
final class ViewerTruth {
    final Origin origin;
    final AdInventory ads;
    final AdServer server;
    final String viewer;
    private final List<OriginBreak> breaks;
    private final long preRollNanos;
    /** Where ads behind the end may start. */
    private final long postRollNanos;

    private final List<long[]> away = new ArrayList<>();
    /** Where the origin was when the viewer came. */
    long joinedAt = Long.MIN_VALUE;

    ViewerTruth(Origin origin, AdInventory ads, AdServer server, String viewer) {
        this.origin = origin;
        this.ads = ads;
        this.server = server;
        this.viewer = viewer;
        this.breaks = origin.breaks();
        this.preRollNanos = server.preRollOf(viewer).stream()
                .mapToLong(SimulatedAd::durationNanos)
                .sum();
        this.postRollNanos =
                origin.options().is.endList && !server.postRollOf(viewer).isEmpty()
                        ? origin.firstEndNanos()
                        : Long.MAX_VALUE;
    }

    boolean dated() {
        return origin.options().dates() != ChannelOptions.Dates.NONE;
    }

    /** Whether an ad lacks a variant, and this is of one that it has. */
    boolean isNearest(AdSegment segment, String rendition) {
        ContentRendition.Kind kind = origin.series(rendition).timeline.rendition.kind();
        return kind == origin.series(segment.rendition()).timeline.rendition.kind()
                && ads.segments(segment.ad(), rendition).isEmpty();
    }

    /** The viewer comes back to a rendition: what the origin published since then was not seen there. */
    void returned(long lastSeen, long until) {
        away.add(new long[] {lastSeen, until});
    }

    private boolean startedAway(OriginBreak each) {
        return away.stream().anyMatch(span -> each.startNanos() >= span[0] && each.startNanos() <= span[1]);
    }

    /** Whether a time is in the pre-roll, as far as one can tell: it may start anywhere in the first window. */
    boolean inPreRoll(long nanos) {
        return preRollNanos > 0 && nanos <= joinedAt + preRollNanos + Tolerances.UNFORESEEN;
    }

    /** Whether a segment of content may be missing: ads may stand in its place. */
    boolean replaceable(OriginSegment segment) {
        for (OriginBreak each : breaks) {
            long end = each.endNanos() + (each.endsUnannounced() ? Tolerances.UNFORESEEN : -Tolerances.EXACT);
            boolean near = segment.endNanos() > each.startNanos() + Tolerances.EXACT
                    && segment.startNanos < end + Tolerances.SKEW + Tolerances.PACE;
            if (near && segment.startNanos < end + late(segment.rendition, each)) {
                return true;
            }
        }
        return inPreRoll(segment.startNanos);
    }

    /** By how much a break starts later in a rendition: its ads end later by as much. */
    private long late(String rendition, OriginBreak each) {
        RenditionTimeline timeline = origin.series(rendition).timeline;
        long late = timeline.segments.get(timeline.nearest(each.startNanos())).startNanos - each.startNanos();
        for (OriginBreak before : breaks) {
            // Its ads follow those of a break that was late itself.
            if (before.number() < each.number() && before.endNanos() >= each.startNanos() - Tolerances.EXACT) {
                boolean cut = before.endNanos() > each.startNanos() + Tolerances.EXACT;
                late = Math.max(late, late(rendition, before) + (cut ? Tolerances.PACE : 0));
            }
        }
        return Math.max(0, late);
    }

    /**
     * Whether an ad may stop before its end at a time: its break was cut, or another one starts.
     *
     * @param skew how far from the break's end the boundary may be where a rendition saw it first, and told it the others
     */
    boolean cut(long nanos, long skew) {
        for (OriginBreak each : breaks) {
            boolean ends =
                    each.endsUnannounced() && each.contains(nanos, -lengthBefore(each, skew), Tolerances.UNFORESEEN);
            boolean other = each.kind() == BreakKind.OVERLAPPING
                    && Math.abs(nanos - each.startNanos()) <= Tolerances.UNFORESEEN;
            if (ends || other) {
                return true;
            }
        }
        return false;
    }

    private static long lengthBefore(OriginBreak each, long skew) {
        return Math.max(0, each.endNanos() - each.startNanos() - Tolerances.CUT - skew);
    }

    /** How long until a break starts, if none is a second away and one is a segment away; else 0. */
    long untilNextBreak(long nanos) {
        long most = origin.longestNanos() + Tolerances.SKEW;
        for (OriginBreak each : breaks) {
            long until = each.startNanos() - nanos;
            if (until > -Seconds.NANOS && until < most) {
                return Math.max(0, until + Tolerances.SKEW);
            }
        }
        return 0;
    }

    /**
     * Whether ads may start at a time, behind content.
     *
     * @param late by how much they may be late
     */
    boolean adsMayStart(long nanos, long late) {
        for (OriginBreak each : breaks) {
            long by = nanos - each.startNanos();
            if (by >= -Tolerances.SKEW && by <= Tolerances.SKEW + late) {
                return true;
            }
            // Who came, or came back, in the middle of a break may see the rest of it filled, from anywhere on.
            boolean inside = nanos >= each.startNanos() && nanos < each.endNanos();
            if (inside && (each.startNanos() <= joinedAt || startedAway(each))) {
                return true;
            }
        }
        return inPreRoll(nanos) || inPostRoll(nanos);
    }

    /** Whether a time is behind the end of a channel that has ads there. */
    boolean inPostRoll(long nanos) {
        return nanos >= postRollNanos - Tolerances.SKEW;
    }

    /**
     * Whether content comes back at a time that nobody could plan: the origin cuts no segment where a break was to end that it
     * extends.
     */
    boolean unplanned(long nanos) {
        for (OriginBreak each : breaks) {
            boolean near = each.contains(nanos, Tolerances.SKEW, Tolerances.UNFORESEEN);
            if (near
                    && (each.endsUnannounced()
                            || each.kind() == BreakKind.OVERLAPPING
                            || each.kind() == BreakKind.EXTENDED
                            || each.startNanos() <= joinedAt)) {
                return true;
            }
        }
        return inPreRoll(nanos);
    }
}
