package dev.hemstitch.ads.cue;

import dev.hemstitch.core.model.MediaPlaylist;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which lines are to stand at which boundaries so that breaks are marked: ends first, then starts, then what goes on. */
final class MarkedBoundaries {
    private static final int ENDS = 0;
    private static final int STARTS = 1;
    private static final int GOES_ON = 2;

    private record Line(int order, String text) {}

    private final PlaylistTimeline timeline;
    private final List<CueDialect> dialects;
    private final SortedMap<Integer, List<Line>> lines = new TreeMap<>();

    MarkedBoundaries(MediaPlaylist playlist, List<CueDialect> dialects) {
        this.timeline = new PlaylistTimeline(playlist);
        this.dialects = dialects;
    }

    SortedMap<Integer, List<String>> lines(List<SignalledBreak> breaks) {
        for (SignalledBreak each : breaks) {
            long until = until(each);
            boolean over = until <= 0 && each.startNanos() < -PlaylistTimeline.SAME_NANOS;
            if (timeline.count() > 0 && !over) {
                add(each, until);
            }
        }
        SortedMap<Integer, List<String>> texts = new TreeMap<>();
        lines.forEach((boundary, at) -> {
            at.sort(Comparator.comparingInt(Line::order)); // stable: otherwise as the breaks and dialects are given
            texts.put(boundary, at.stream().map(Line::text).toList());
        });
        return texts;
    }

    private static long until(SignalledBreak each) {
        if (each.endNanos().isPresent()) {
            return each.endNanos().getAsLong();
        }
        if (each.untilNanos().isPresent()) {
            return each.untilNanos().getAsLong();
        }
        return each.durationNanos().isEmpty()
                ? BreakDraft.NEVER
                : BreakDraft.saturatedSum(
                        each.startNanos(), each.durationNanos().getAsLong());
    }

    private void add(SignalledBreak each, long until) {
        boolean joined = each.joinedAfterNanos().isPresent() || each.startNanos() < -PlaylistTimeline.SAME_NANOS;
        boolean beyond = each.startNanos() > timeline.endNanos() + PlaylistTimeline.SAME_NANOS;
        int start = joined ? -1 : timeline.boundaryNear(each.startNanos());
        long startNanos = joined || beyond ? each.startNanos() : timeline.nanos(start);
        CueLines writer = new CueLines(each, startNanos, timeline.dateOf(startNanos));
        for (CueDialect dialect : dialects) {
            if (dialect == CueDialect.DATERANGE) {
                put(Math.max(0, start), STARTS, writer.out(dialect));
            } else if (joined && dialect == CueDialect.ASSET) {
                put(0, GOES_ON, writer.out(dialect));
            } else if (!joined && !beyond) {
                put(start, STARTS, writer.out(dialect));
            }
            goesOn(dialect, writer, start, startNanos, beyond ? 0 : until);
            if (each.endNanos().isPresent() && !beyond) {
                end(dialect, writer, each.endNanos().getAsLong(), start);
            }
        }
    }

    private void goesOn(CueDialect dialect, CueLines writer, int start, long startNanos, long until) {
        for (int i = start + 1; i < timeline.count() && timeline.nanos(i) < until - PlaylistTimeline.SAME_NANOS; i++) {
            put(i, GOES_ON, writer.goesOn(dialect, timeline.nanos(i) - startNanos));
        }
    }

    private void end(CueDialect dialect, CueLines writer, long endNanos, int start) {
        int end = timeline.boundaryNear(endNanos);
        boolean listed = endNanos <= timeline.endNanos() + PlaylistTimeline.SAME_NANOS && end >= 0;
        if (listed) {
            // An end at the start makes a point to insert at: it stands behind the start.
            put(end, end == start ? STARTS : ENDS, writer.in(dialect, timeline.nanos(end)));
        }
    }

    private void put(int boundary, int order, String line) {
        if (!line.isEmpty()) {
            lines.computeIfAbsent(boundary, at -> new ArrayList<>()).add(new Line(order, line));
        }
    }
}
