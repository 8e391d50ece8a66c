package dev.hemstitch.ads.vmap;

import dev.hemstitch.ads.vast.VastExtension;
import java.util.List;
import java.util.Optional;

/**
 * A VMAP response as it was read. No breaks is an answer too.
 *
 * @param version what {@code VMAP@version} says; empty if it says nothing
 * @param adBreaks the breaks in the order of the response
 * @param extensions what VMAP does not know
 * @param problems what is wrong or was not understood, in order; at most 100
 */
public record VmapResponse(
        Optional<String> version,
        List<VmapAdBreak> adBreaks,
        List<VastExtension> extensions,
        List<VmapProblem> problems) {
    /**
     * A response; the lists are copied.
     *
     * @param version what {@code VMAP@version} says
     * @param adBreaks the breaks
     * @param extensions what VMAP does not know
     * @param problems what is wrong
     */
    public VmapResponse {
        adBreaks = List.copyOf(adBreaks);
        extensions = List.copyOf(extensions);
        problems = List.copyOf(problems);
    }
}
