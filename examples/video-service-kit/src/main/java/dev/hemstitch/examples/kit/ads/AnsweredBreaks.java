package dev.hemstitch.examples.kit.ads;

import dev.hemstitch.ads.model.AdBreak;
import java.util.List;

/**
 * What an ad server answered, as it is kept, and what was made of it while it came: whoever asked need not read it again.
 *
 * @param answers the answers, to be kept for the viewer's session: also that there were none is an answer
 * @param breaks the breaks, those that {@link AdServer#breaks} makes of the answers at any time and replica
 */
public record AnsweredBreaks(String answers, List<AdBreak> breaks) {
    /**
     * Answers with their breaks; the list is copied.
     *
     * @param answers the answers
     * @param breaks the breaks
     */
    public AnsweredBreaks {
        breaks = List.copyOf(breaks);
    }
}
