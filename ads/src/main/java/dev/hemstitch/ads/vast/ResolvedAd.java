package dev.hemstitch.ads.vast;

/**
 * An ad that has everything, with what the wrappers that led to it add.
 *
 * @param ad the ad; what of it is a wrapper's, {@link VastResolver} says
 * @param uri the URI of the response that it stood in: what its references resolve from
 */
public record ResolvedAd(VastAd ad, String uri) {}
