package dev.hemstitch.ads.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A playlist as a player read it. */
final class Served {
    final byte[] text;
    long version = 1;
    long targetDuration = -1;
    long mediaSequence;
    long discontinuitySequence;
    boolean hasDiscontinuitySequence;
    int endLists;
    String playlistType = "";
    boolean start;
    boolean iFramesOnly;
    String serverControl = "";
    String partInf = "";
    final List<PublishedSegment> segments = new ArrayList<>();
    /** Behind the line end of each segment's URI. */
    private int[] ends = new int[64];

    /** The parts behind the last segment. */
    List<String> openParts = List.of();

    final List<String> hints = new ArrayList<>();
    final List<Map<String, String>> reports = new ArrayList<>();
    /** Date ranges behind the last segment. */
    List<DateRangeLine> openDateRanges = List.of();

    int openDiscontinuities;
    final List<String> oddities = new ArrayList<>();

    Served(byte[] text) {
        this.text = text;
    }

    void add(PublishedSegment segment, int end) {
        if (segments.size() == ends.length) {
            ends = java.util.Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[segments.size()] = end;
        segments.add(segment);
    }

    int end(int index) {
        return ends[index];
    }

    long lastNumber() {
        return mediaSequence + segments.size() - 1;
    }

    PublishedSegment last() {
        return segments.get(segments.size() - 1);
    }
}
