package dev.hemstitch.ads.vmap;

import dev.hemstitch.ads.vast.VastResponse;
import java.util.Optional;

/**
 * Where the ads of a break come from: one of a response that stands in the VMAP response, a URL, and text of another
 * format. All three are empty if it could not be read.
 *
 * @param id what the ad server calls it
 * @param allowMultipleAds whether a pod may be played; empty if it is not said
 * @param followRedirects whether wrappers may be followed; empty if it is not said
 * @param vast a response that stands in the VMAP response
 * @param adTagUri the URL of a response, as written
 * @param customAdData text of another format
 * @param templateType what kind of response the URL or the text is, such as {@code vast4.2}
 */
public record VmapAdSource(
        Optional<String> id,
        Optional<Boolean> allowMultipleAds,
        Optional<Boolean> followRedirects,
        Optional<VastResponse> vast,
        Optional<String> adTagUri,
        Optional<String> customAdData,
        Optional<String> templateType) {}
