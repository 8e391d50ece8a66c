package dev.hemstitch.ads.vast;

import java.util.List;

/**
 * What a wrapper says about the response it names.
 *
 * @param vastAdTagUri the URL of the response, as written
 * @param followAdditionalWrappers whether that response may have wrappers; true if it is not said
 * @param allowMultipleAds whether a pod of that response may be played; false if it is not said
 * @param fallbackOnNoAd whether another ad of this response takes the place if that one has none; false if it is not said
 * @param blockedAdCategories what kinds of ads may not be played, VAST 4.1
 */
public record VastWrapper(
        String vastAdTagUri,
        boolean followAdditionalWrappers,
        boolean allowMultipleAds,
        boolean fallbackOnNoAd,
        List<AdCategory> blockedAdCategories) {
    /**
     * All of it; lists are copied.
     *
     * @param vastAdTagUri the URL of the response, as written
     * @param followAdditionalWrappers whether that response may have wrappers; true if it is not said
     * @param allowMultipleAds whether a pod of that response may be played; false if it is not said
     * @param fallbackOnNoAd whether another ad of this response takes the place if that one has none; false if it is not said
     * @param blockedAdCategories what kinds of ads may not be played, VAST 4.1
     */
    public VastWrapper {
        blockedAdCategories = List.copyOf(blockedAdCategories);
    }
}
