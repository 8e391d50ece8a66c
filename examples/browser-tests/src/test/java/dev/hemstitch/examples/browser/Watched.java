package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What was seen, compared with what tracking.json promises. */
final class Watched {
    /** The pictures of a segment may lie a little beside its place in the playlist: sound lasts whole frames. */
    static final double TOLERANCE = 0.15;
    /** What is read may be of a later picture than the browser told, when the machine is busy. */
    static final double LATE = 1;
    /** At a multiple of the normal rate the browser leaves out frames, the more so on a busy machine; no ad is as short as this. */
    private static final double LONGEST_GAP = 6;

    private Watched() {}

    /** A stretch of the timeline: what it shows, and from which time of that. */
    private record Stretch(String source, double sourceStart, double start, double end) {
        boolean holds(Viewing.Frame frame) {
            return start <= frame.at() && frame.at() < end;
        }

        boolean isNear(Viewing.Frame frame) {
            return start - LATE <= frame.at() && frame.at() < end + TOLERANCE;
        }

        boolean explains(Viewing.Frame frame, double late) {
            double expected = frame.at() - start + sourceStart;
            return frame.source().equals(source)
                    && expected - TOLERANCE <= frame.seconds()
                    && frame.seconds() <= expected + frame.until() - frame.at() + TOLERANCE + late;
        }
    }

    /** Each ad of the schedule is seen from its start to its end, at its place; all else is content. */
    static void asPromised(List<Viewing.Frame> frames, JsonNode ads, double end) {
        List<Stretch> promised = stretches(ads, end);
        List<String> wrong = new ArrayList<>();
        for (Viewing.Frame frame : frames) {
            boolean isExplained =
                    promised.stream().anyMatch(stretch -> stretch.isNear(frame) && stretch.explains(frame, LATE));
            if (!isExplained) {
                wrong.add(frame + " is not promised");
            }
        }
        for (Stretch stretch : promised) {
            List<Viewing.Frame> seen = frames.stream().filter(stretch::holds).toList();
            long exact =
                    seen.stream().filter(frame -> stretch.explains(frame, 0)).count();
            if (2 * exact < seen.size()) {
                wrong.add("only %d of %d frames are exactly what %s promises".formatted(exact, seen.size(), stretch));
            }
            double seenUntil = stretch.start();
            for (Viewing.Frame frame : seen) {
                if (frame.at() > seenUntil + LONGEST_GAP) {
                    wrong.add("nothing seen from %.3f to %.3f".formatted(seenUntil, frame.at()));
                }
                seenUntil = frame.at();
            }
            if (stretch.end() > seenUntil + LONGEST_GAP) {
                wrong.add("nothing seen from %.3f to the end of %s".formatted(seenUntil, stretch));
            }
        }
        assertThat(wrong).as("of %d frames in %s", frames.size(), promised).isEmpty();
    }

    private static List<Stretch> stretches(JsonNode ads, double end) {
        List<Stretch> stretches = new ArrayList<>();
        double at = 0;
        double content = 0;
        for (JsonNode ad : ads) {
            double start = ad.get("start").asDouble();
            double adEnd = start + ad.get("duration").asDouble();
            if (start > at) {
                stretches.add(new Stretch("content", content, at, start));
                content += start - at;
            }
            String source = ad.get("title").asText().startsWith("Green") ? "ad-15" : "ad-10";
            stretches.add(new Stretch(source, 0, start, adEnd));
            at = adEnd;
        }
        if (end > at) {
            stretches.add(new Stretch("content", content, at, end));
        }
        return stretches;
    }
}
