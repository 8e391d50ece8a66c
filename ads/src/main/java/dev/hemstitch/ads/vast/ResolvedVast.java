package dev.hemstitch.ads.vast;

import java.util.List;

/**
 * What an ad response comes to when all wrappers are followed.
 *
 * @param podAds the ads of the pod, in the order they play; empty if there is no pod
 * @param standAloneAds ads that are not of the pod, in order: substitutes for those of the pod that turn out to be of no
 *     use, or what to choose from where there is no pod
 * @param failures what gave nothing, and what to call for it
 */
public record ResolvedVast(List<ResolvedAd> podAds, List<ResolvedAd> standAloneAds, List<VastFailure> failures) {
    /**
     * What came of it; the lists are copied.
     *
     * @param podAds the ads of the pod
     * @param standAloneAds ads that are not of the pod
     * @param failures what gave nothing
     */
    public ResolvedVast {
        podAds = List.copyOf(podAds);
        standAloneAds = List.copyOf(standAloneAds);
        failures = List.copyOf(failures);
    }

    /** {@return what plays if all ads are of use: the pod, or where there is none the first ad that stands alone} */
    public List<ResolvedAd> ads() {
        return podAds.isEmpty() ? standAloneAds.stream().limit(1).toList() : podAds;
    }
}
