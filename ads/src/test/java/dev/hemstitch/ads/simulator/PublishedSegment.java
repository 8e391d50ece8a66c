package dev.hemstitch.ads.simulator;

import java.util.List;

/** A segment as a player read it. */
final class PublishedSegment {
    long mediaSequence;
    long discontinuitySequence;
    int discontinuityTags;
    boolean gap;
    String uri = "";
    String durationText = "";
    long durationNanos;
    long rangeStart = -1;
    long rangeLength = -1;
    KeySet keys = KeySet.NONE;
    String map = "";
    KeySet mapKeys = KeySet.NONE;
    String date = "";
    List<DateRangeLine> dateRanges = List.of();
    List<String> parts = List.of();
    /** What it truly is, once looked up: one of these, if its URI leads to anything. */
    OriginSegment content;

    AdSegment ad;

    boolean discontinuity() {
        return discontinuityTags > 0;
    }

    long rangeEnd() {
        return rangeStart < 0 ? -1 : rangeStart + rangeLength;
    }

    /** Whether the lines behind it mean the same as those behind another. */
    boolean leavesSameBehind(PublishedSegment other) {
        return mediaSequence == other.mediaSequence
                && discontinuitySequence == other.discontinuitySequence
                && keys.equals(other.keys)
                && map.equals(other.map)
                && mapKeys.equals(other.mapKeys)
                && rangeEnd() == other.rangeEnd()
                && uri.equals(other.uri);
    }

    String effectiveKeys() {
        return keys.effective(mediaSequence);
    }

    @Override
    public String toString() {
        return mediaSequence + "/" + discontinuitySequence + " " + uri + (rangeStart < 0 ? "" : "@" + rangeStart);
    }
}
