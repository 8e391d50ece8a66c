package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.BlockingAnswer;
import dev.hemstitch.core.model.LiveEdge;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.uri.DeliveryDirectives;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An origin of segments of four seconds in parts of one: each second a part is there, and its clock goes on only where a request is
 * held back for one. Of twelve segments the last four are a break. Of one thread.
 */
final class LowLatencyOrigin {
    private static final int PARTS = 4;
    private static final int WINDOW = 6;
    private static final int PERIOD = 12;
    private static final int BREAK_FROM = 8;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final String name;
    private final boolean isDated;
    private final List<DeliveryDirectives> asked = new ArrayList<>();
    private int seconds;
    private long firstNumber = 5_000;
    private int restart;

    LowLatencyOrigin(String name, boolean isDated, int seconds) {
        this.name = name;
        this.isDated = isDated;
        this.seconds = seconds;
    }

    /** All that it was asked for. */
    List<DeliveryDirectives> asked() {
        return asked;
    }

    int seconds() {
        return seconds;
    }

    /** Counts anew from now on, with nothing from before. */
    void restart(int later) {
        seconds += later;
        restart = seconds / PARTS;
        firstNumber = 0;
    }

    /** Goes on without being asked. */
    void pass(int more) {
        seconds += more;
    }

    /** Answers a request, when it can; empty for Bad Request. */
    Optional<MediaPlaylist> answer(DeliveryDirectives directives) {
        asked.add(directives);
        while (true) {
            MediaPlaylist now = at(seconds);
            BlockingAnswer answer = LiveEdge.of(now).answer(directives);
            if (answer != BlockingAnswer.WAIT) {
                return answer == BlockingAnswer.DELIVER ? Optional.of(now) : Optional.empty();
            }
            seconds++;
        }
    }

    /** What it lists at a time. */
    MediaPlaylist at(int second) {
        int open = second / PARTS;
        int from = Math.max(restart, open - WINDOW);
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:4\n"
                + "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=24,PART-HOLD-BACK=3\n"
                + "#EXT-X-PART-INF:PART-TARGET=1\n#EXT-X-MEDIA-SEQUENCE:" + (firstNumber + from - restart) + "\n");
        if (isDated) {
            text.append("#EXT-X-PROGRAM-DATE-TIME:" + START.plusSeconds((long) from * PARTS) + "\n");
        }
        for (int segment = from; segment <= open; segment++) {
            int count = segment < open ? PARTS : second % PARTS;
            if (count > 0 && segment % PERIOD == BREAK_FROM) {
                text.append("#EXT-X-CUE-OUT:DURATION=" + PARTS * (PERIOD - BREAK_FROM) + ",BREAKID=" + segment / PERIOD
                        + "\n");
            } else if (count > 0 && segment % PERIOD == 0) {
                text.append("#EXT-X-CUE-IN\n");
            }
            for (int part = 0; part < count && segment > open - 3; part++) {
                text.append("#EXT-X-PART:DURATION=1,INDEPENDENT=YES,URI=\"" + part(segment, part) + "\"\n");
            }
            text.append(segment < open ? "#EXTINF:4,\n" + name + restart + "-" + segment + ".m4s\n" : "");
        }
        text.append("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"" + part(open, second % PARTS) + "\"\n");
        String other = name.equals("v") ? "w" : "v";
        MediaPlaylist same = LiveScene.playlist(text.toString());
        return LiveScene.playlist(
                text.append(LiveEdge.of(same).report(other + ".m3u8").line() + "\n")
                        .toString());
    }

    private String part(int segment, int part) {
        return name + restart + "-" + segment + "." + part + ".m4s";
    }
}
