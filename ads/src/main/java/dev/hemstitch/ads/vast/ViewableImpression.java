package dev.hemstitch.ads.vast;

import java.util.List;
import java.util.Optional;

/**
 * What to call when it is known whether an ad could be seen, VAST 4.0.
 *
 * @param id what the ad server calls it
 * @param viewable URLs to call if it could
 * @param notViewable URLs to call if it could not
 * @param viewUndetermined URLs to call if that cannot be known
 */
public record ViewableImpression(
        Optional<String> id, List<String> viewable, List<String> notViewable, List<String> viewUndetermined) {
    /**
     * All of it; lists are copied.
     *
     * @param id what the ad server calls it
     * @param viewable URLs to call if it could
     * @param notViewable URLs to call if it could not
     * @param viewUndetermined URLs to call if that cannot be known
     */
    public ViewableImpression {
        viewable = List.copyOf(viewable);
        notViewable = List.copyOf(notViewable);
        viewUndetermined = List.copyOf(viewUndetermined);
    }
}
