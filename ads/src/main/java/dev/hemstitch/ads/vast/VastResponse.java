package dev.hemstitch.ads.vast;

import java.util.List;
import java.util.Optional;

/**
 * An ad response as it was read. No ads is an answer too: there is none to show.
 *
 * @param version what {@code VAST@version} says; empty if it says nothing
 * @param errors URLs to call if there is no ad, with macros
 * @param ads the ads in the order of the response, those in a pod and others
 * @param problems what is wrong or was not understood, in order; at most 100
 */
public record VastResponse(
        Optional<String> version, List<String> errors, List<VastAd> ads, List<VastProblem> problems) {
    /**
     * A response; the lists are copied.
     *
     * @param version what {@code VAST@version} says
     * @param errors URLs to call if there is no ad
     * @param ads the ads
     * @param problems what is wrong
     */
    public VastResponse {
        errors = List.copyOf(errors);
        ads = List.copyOf(ads);
        problems = List.copyOf(problems);
    }
}
