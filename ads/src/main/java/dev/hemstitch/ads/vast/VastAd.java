package dev.hemstitch.ads.vast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An ad: one that has everything ({@code InLine}), or one that names another response ({@code Wrapper}).
 *
 * @param id {@code Ad@id}
 * @param sequence the place in the pod, from 1; empty for an ad that stands alone
 * @param conditionalAd {@code Ad@conditionalAd}; false if it is not said
 * @param adType {@code Ad@adType}, such as {@code video}, {@code audio} or {@code hybrid}
 * @param wrapper what the ad names instead of having it; empty for an ad that has it all
 * @param adSystem the server that the ad comes from
 * @param adTitle the common name of the ad
 * @param adServingId what identifies this one serving, VAST 4.1
 * @param description more about the ad, as written
 * @param advertiser whose ad it is
 * @param pricing what the ad pays
 * @param survey the URL of a survey
 * @param expires seconds after which the response is no longer good, VAST 4.1
 * @param impressions URLs to call when the ad starts
 * @param errors URLs to call when something goes wrong, with macros
 * @param viewableImpressions URLs to call when it is known whether the ad could be seen
 * @param categories what kind of ad it is
 * @param verifications what verifies that the ad was seen
 * @param extensions what VAST does not know
 * @param creatives what is shown
 */
public record VastAd(
        Optional<String> id,
        OptionalInt sequence,
        boolean conditionalAd,
        Optional<String> adType,
        Optional<VastWrapper> wrapper,
        Optional<String> adSystem,
        Optional<String> adTitle,
        Optional<String> adServingId,
        Optional<String> description,
        Optional<String> advertiser,
        Optional<Pricing> pricing,
        Optional<String> survey,
        OptionalInt expires,
        List<VastUrl> impressions,
        List<String> errors,
        List<ViewableImpression> viewableImpressions,
        List<AdCategory> categories,
        List<Verification> verifications,
        List<VastExtension> extensions,
        List<VastCreative> creatives) {
    /**
     * All of it; lists are copied.
     *
     * @param id {@code Ad@id}
     * @param sequence the place in the pod, from 1; empty for an ad that stands alone
     * @param conditionalAd {@code Ad@conditionalAd}; false if it is not said
     * @param adType {@code Ad@adType}, such as {@code video}, {@code audio} or {@code hybrid}
     * @param wrapper what the ad names instead of having it; empty for an ad that has it all
     * @param adSystem the server that the ad comes from
     * @param adTitle the common name of the ad
     * @param adServingId what identifies this one serving, VAST 4.1
     * @param description more about the ad, as written
     * @param advertiser whose ad it is
     * @param pricing what the ad pays
     * @param survey the URL of a survey
     * @param expires seconds after which the response is no longer good, VAST 4.1
     * @param impressions URLs to call when the ad starts
     * @param errors URLs to call when something goes wrong, with macros
     * @param viewableImpressions URLs to call when it is known whether the ad could be seen
     * @param categories what kind of ad it is
     * @param verifications what verifies that the ad was seen
     * @param extensions what VAST does not know
     * @param creatives what is shown
     */
    public VastAd {
        impressions = List.copyOf(impressions);
        errors = List.copyOf(errors);
        viewableImpressions = List.copyOf(viewableImpressions);
        categories = List.copyOf(categories);
        verifications = List.copyOf(verifications);
        extensions = List.copyOf(extensions);
        creatives = List.copyOf(creatives);
    }

    /** {@return whether the ad names another response instead of having its media} */
    public boolean isWrapper() {
        return wrapper.isPresent();
    }

    /** {@return the first creative that is linear, which is what a break plays; empty if there is none} */
    public Optional<VastCreative> linearCreative() {
        return creatives.stream()
                .filter(creative -> creative.linear().isPresent())
                .findFirst();
    }
}
