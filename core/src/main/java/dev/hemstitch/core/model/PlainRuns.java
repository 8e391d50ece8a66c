package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteRope;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.util.List;
import java.util.Optional;

/**
 * Runs of texts in which nothing is ever in force, so that none needs anything but its seam before it: they are strung
 * together without looking at a segment. A short live window of clear media is nothing but such runs.
 */
final class PlainRuns {
    private PlainRuns() {}

    /**
     * Strings runs together.
     *
     * @param unwanted tags that may not stay among lines of segments
     * @return all of it; empty if a run needs more than that
     */
    static Optional<ByteRope> string(ByteSpan header, List<Run> runs, ByteSpan trailer, String lineEnd, long unwanted) {
        int count = runs.size();
        if (!endsLine(header, header.end()) || !lineEnd.equals("\n")) {
            return Optional.empty();
        }
        ByteRope output = new ByteRope(2 * count + 2);
        output.add(header, header.start(), header.end());
        for (int i = 0; i < count; i++) {
            Run run = runs.get(i);
            SegmentOrigin origin = run.origin();
            ByteSpan text = origin.text();
            int from = origin.start(run.from());
            int to = origin.start(run.to());
            boolean last = i == count - 1 && trailer.isEmpty();
            if (!origin.isPlain()
                    || (origin.tags() & unwanted) != 0
                    || run.movesDates()
                    || !(last || endsLine(text, to))) {
                return Optional.empty();
            }
            Seam seam = run.seam();
            if (!seam.isEmpty()) {
                if ((origin.tags(run.from()) & HlsTag.DISCONTINUITY.bit()) != 0) {
                    return Optional.empty();
                }
                output.addOrContinue(seam.text());
            }
            output.add(text, from, to);
        }
        output.add(trailer, trailer.start(), trailer.end());
        return Optional.of(output);
    }

    /** Whether text up to an offset ends with a line; only the end of a text can lack it. */
    private static boolean endsLine(ByteSpan text, int to) {
        return to < text.end() || (!text.isEmpty() && text.at(to - 1) == '\n');
    }
}
