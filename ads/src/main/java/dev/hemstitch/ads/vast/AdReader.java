package dev.hemstitch.ads.vast;

import dev.hemstitch.ads.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code Ad} with its {@code InLine} or {@code Wrapper}. */
final class AdReader {
    private final Reading reading;
    private final CreativeReader creatives;

    AdReader(Reading reading) {
        this.reading = reading;
        this.creatives = new CreativeReader(reading);
    }

    Optional<VastAd> read(XmlElement ad) {
        Optional<XmlElement> inLine = ad.child("InLine");
        if (inLine.isPresent()) {
            return Optional.of(read(ad, inLine.get(), Optional.empty()));
        }
        Optional<XmlElement> wrapper = ad.child("Wrapper");
        if (wrapper.isEmpty()) {
            reading.problem(ad, VastError.SCHEMA, "Ad with neither InLine nor Wrapper");
            return Optional.empty();
        }
        return Optional.of(read(ad, wrapper.get(), Optional.of(wrapper(wrapper.get()))));
    }

    private VastWrapper wrapper(XmlElement wrapper) {
        Optional<String> uri = reading.childUrl(wrapper, "VASTAdTagURI");
        if (uri.isEmpty()) {
            uri = reading.childUrl(wrapper, "VASTAdTagURL");
        }
        if (uri.isEmpty()) {
            reading.problem(wrapper, VastError.SCHEMA, "Wrapper without VASTAdTagURI");
        }
        return new VastWrapper(
                uri.orElse(""),
                reading.flag(wrapper, "followAdditionalWrappers").orElse(true),
                reading.flag(wrapper, "allowMultipleAds").orElse(false),
                reading.flag(wrapper, "fallbackOnNoAd").orElse(false),
                categories(wrapper, "BlockedAdCategories"));
    }

    private VastAd read(XmlElement ad, XmlElement body, Optional<VastWrapper> wrapper) {
        return new VastAd(
                reading.attribute(ad, "id"),
                sequence(ad),
                reading.flag(ad, "conditionalAd").orElse(false),
                reading.attribute(ad, "adType"),
                wrapper,
                reading.childLine(body, "AdSystem"),
                reading.childLine(body, "AdTitle"),
                reading.childLine(body, "AdServingId"),
                Reading.childText(body, "Description"),
                reading.childLine(body, "Advertiser"),
                pricing(body),
                reading.childUrl(body, "Survey"),
                expires(body),
                reading.identifiedUrls(body, "Impression"),
                reading.urls(body, "Error"),
                viewableImpressions(body),
                categories(body, "Category"),
                verifications(body),
                reading.extensions(body, "Extensions", "Extension"),
                creatives.read(body));
    }

    /** 0 is no place in a pod. */
    private OptionalInt sequence(XmlElement ad) {
        OptionalInt sequence = reading.integer(ad, "sequence");
        return sequence.isPresent() && sequence.getAsInt() == 0 ? OptionalInt.empty() : sequence;
    }

    private Optional<Pricing> pricing(XmlElement body) {
        return body.child("Pricing")
                .flatMap(element -> reading.line(element)
                        .map(value -> new Pricing(
                                reading.attribute(element, "model"), reading.attribute(element, "currency"), value)));
    }

    private OptionalInt expires(XmlElement body) {
        Optional<String> text = reading.childLine(body, "Expires");
        if (text.isEmpty() || text.get().length() > 9 || !text.get().chars().allMatch(c -> c >= '0' && c <= '9')) {
            text.ifPresent(wrong ->
                    reading.problem(body, VastError.SCHEMA, "Expires " + Reading.echo(wrong) + " is no whole number"));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    private List<ViewableImpression> viewableImpressions(XmlElement body) {
        List<ViewableImpression> impressions = new ArrayList<>();
        for (XmlElement element : body.children("ViewableImpression")) {
            impressions.add(new ViewableImpression(
                    reading.attribute(element, "id"),
                    reading.urls(element, "Viewable"),
                    reading.urls(element, "NotViewable"),
                    reading.urls(element, "ViewUndetermined")));
        }
        return impressions;
    }

    private List<AdCategory> categories(XmlElement body, String name) {
        List<AdCategory> categories = new ArrayList<>();
        for (XmlElement element : body.children(name)) {
            reading.line(element)
                    .ifPresent(value -> categories.add(new AdCategory(reading.attribute(element, "authority"), value)));
        }
        return categories;
    }

    /** From VAST 4.1 in the ad; in 4.0 within an extension of type {@code AdVerifications}. */
    private List<Verification> verifications(XmlElement body) {
        List<Verification> verifications = new ArrayList<>();
        body.children("AdVerifications").forEach(group -> verifications(group, verifications));
        for (XmlElement extensions : body.children("Extensions")) {
            for (XmlElement extension : extensions.children("Extension")) {
                extension.children("AdVerifications").forEach(group -> verifications(group, verifications));
            }
        }
        return verifications;
    }

    private void verifications(XmlElement group, List<Verification> verifications) {
        for (XmlElement element : group.children("Verification")) {
            verifications.add(new Verification(
                    reading.attribute(element, "vendor"),
                    resources(element, "JavaScriptResource"),
                    resources(element, "ExecutableResource"),
                    Reading.childText(element, "VerificationParameters"),
                    reading.trackingEvents(element)));
        }
    }

    private List<VerificationResource> resources(XmlElement verification, String name) {
        List<VerificationResource> resources = new ArrayList<>();
        for (XmlElement element : verification.children(name)) {
            reading.url(element)
                    .ifPresent(url -> resources.add(new VerificationResource(
                            reading.attribute(element, "apiFramework"),
                            reading.attribute(element, "type"),
                            reading.flag(element, "browserOptional"),
                            url)));
        }
        return resources;
    }
}
