package dev.hemstitch.ads.vast;

import java.util.List;
import java.util.Optional;

/**
 * Why an ad response, or an ad of it, gave nothing to play.
 *
 * @param error the error code
 * @param message the same in words, in one line
 * @param uri the URI of the response that it is about, or that it names
 * @param adId the ad that it is about, if it is about one that says its name
 * @param errorUrls what to call, outermost wrapper first: macros filled in, ready to be requested
 */
public record VastFailure(VastError error, String message, String uri, Optional<String> adId, List<String> errorUrls) {
    /**
     * A failure; the list is copied.
     *
     * @param error the error code
     * @param message the same in words
     * @param uri the URI of the response
     * @param adId the ad
     * @param errorUrls what to call
     */
    public VastFailure {
        errorUrls = List.copyOf(errorUrls);
    }
}
