package dev.hemstitch.ads.cue;

import java.util.List;

/**
 * What the markers of a playlist say.
 *
 * @param breaks the breaks in order of their start; those of an equal start in order of their markers
 * @param problems what did not fit, in the order of the text
 */
public record CueReading(List<SignalledBreak> breaks, List<CueProblem> problems) {
    /**
     * A reading; the lists are copied.
     *
     * @param breaks the breaks
     * @param problems the problems
     */
    public CueReading {
        breaks = List.copyOf(breaks);
        problems = List.copyOf(problems);
    }
}
