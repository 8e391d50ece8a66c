package dev.hemstitch.ads.interstitial;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Writes interstitials as EXT-X-DATERANGE (RFC 8216bis, D.2 and D.3). */
final class InterstitialTag {
    private static final String CLASS = "com.apple.hls.interstitial";

    private final InterstitialOptions options;

    InterstitialTag(InterstitialOptions options) {
        this.options = options;
    }

    /** Where an interstitial lies and for how long. */
    record Timing(
            IsoDateTime start,
            long durationNanos,
            OptionalLong resumeOffsetNanos,
            boolean isFirst,
            boolean isLast,
            boolean startsOnBoundary,
            boolean resumesOnBoundary) {}

    /**
     * The tag.
     *
     * @param assetAttribute X-ASSET-URI or X-ASSET-LIST
     * @param uri its value
     */
    DateRange of(String id, Timing timing, String assetAttribute, String uri) {
        AttributeTag.Builder<DateRange> range = DateRange.builder()
                .set(DateRange.ID, id)
                .set(DateRange.CLASS, CLASS)
                .set(DateRange.START_DATE, timing.start())
                .set(DateRange.DURATION, Decimals.ofNanos(timing.durationNanos()));
        List<String> cue = cue(timing);
        if (!cue.isEmpty()) {
            range.set(DateRange.CUE, cue);
        }
        range.set(assetAttribute, AttributeValue.quoted(uri));
        if (timing.resumeOffsetNanos().isPresent()) {
            range.set("X-RESUME-OFFSET", number(timing.resumeOffsetNanos().getAsLong()));
        }
        List<String> snap = snap(timing);
        if (!snap.isEmpty()) {
            range.set("X-SNAP", AttributeValue.quoted(String.join(",", snap)));
        }
        String restrictions = Arrays.stream(Restriction.values())
                .filter(options.restrictions()::contains)
                .map(Restriction::name)
                .collect(Collectors.joining(","));
        if (!restrictions.isEmpty()) {
            range.set("X-RESTRICT", AttributeValue.quoted(restrictions));
        }
        options.playoutLimit().ifPresent(limit -> range.set("X-PLAYOUT-LIMIT", number(limit.toNanos())));
        options.contentMayVary()
                .ifPresent(may -> range.set("X-CONTENT-MAY-VARY", AttributeValue.quoted(may ? "YES" : "NO")));
        options.timelineOccupation()
                .ifPresent(room -> range.set("X-TIMELINE-OCCUPIES", AttributeValue.quoted(room.name())));
        options.timelineStyle().ifPresent(style -> range.set("X-TIMELINE-STYLE", AttributeValue.quoted(style.name())));
        options.skipControl().ifPresent(control -> skipControl(range, control));
        return range.build();
    }

    private List<String> cue(Timing timing) {
        List<String> cue = new ArrayList<>();
        if (timing.isFirst()) {
            cue.add("PRE");
        } else if (timing.isLast()) {
            cue.add("POST");
        }
        if (options.once()) {
            cue.add("ONCE");
        }
        return cue;
    }

    private List<String> snap(Timing timing) {
        if (options.alwaysSnap()) {
            return List.of("OUT", "IN");
        }
        List<String> snap = new ArrayList<>();
        if (!timing.startsOnBoundary()) {
            snap.add("OUT");
        }
        // Where the player reckons itself where to go on, snapping there would add up from break to break.
        if (!timing.resumesOnBoundary() && timing.resumeOffsetNanos().isPresent()) {
            snap.add("IN");
        }
        return snap;
    }

    private static void skipControl(AttributeTag.Builder<DateRange> range, SkipControl control) {
        range.set("X-SKIP-CONTROL-OFFSET", integer(control.offsetSeconds()));
        control.durationSeconds().ifPresent(seconds -> range.set("X-SKIP-CONTROL-DURATION", integer(seconds)));
        control.labelId().ifPresent(label -> range.set("X-SKIP-CONTROL-LABEL-ID", AttributeValue.quoted(label)));
    }

    private static AttributeValue integer(long number) {
        return AttributeValue.unquoted(String.format(Locale.ROOT, "%d", number));
    }

    private static AttributeValue number(long nanos) {
        BigDecimal seconds = Decimals.ofNanos(nanos);
        return AttributeValue.unquoted(seconds.signum() == 0 ? "0" : seconds.toPlainString());
    }
}
