package dev.hemstitch.ads.vast;

import dev.hemstitch.ads.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is shown beside or over the video: companions, nonlinear ads, icons. */
final class CompanionReader {
    private final Reading reading;

    CompanionReader(Reading reading) {
        this.reading = reading;
    }

    List<Companion> companions(XmlElement companionAds) {
        List<Companion> companions = new ArrayList<>();
        for (XmlElement element : companionAds.children("Companion")) {
            companions.add(new Companion(
                    reading.attribute(element, "id"),
                    reading.integer(element, "width"),
                    reading.integer(element, "height"),
                    reading.integer(element, "assetWidth"),
                    reading.integer(element, "assetHeight"),
                    reading.integer(element, "expandedWidth"),
                    reading.integer(element, "expandedHeight"),
                    reading.attribute(element, "adSlotId"),
                    reading.attribute(element, "apiFramework"),
                    reading.attribute(element, "renderingMode"),
                    resources(element),
                    Reading.childText(element, "AltText"),
                    reading.childUrl(element, "CompanionClickThrough"),
                    reading.identifiedUrls(element, "CompanionClickTracking"),
                    reading.trackingEvents(element),
                    reading.adParameters(element)));
        }
        return companions;
    }

    List<NonLinear> nonLinears(XmlElement nonLinearAds) {
        List<NonLinear> nonLinears = new ArrayList<>();
        for (XmlElement element : nonLinearAds.children("NonLinear")) {
            nonLinears.add(new NonLinear(
                    reading.attribute(element, "id"),
                    reading.integer(element, "width"),
                    reading.integer(element, "height"),
                    reading.integer(element, "expandedWidth"),
                    reading.integer(element, "expandedHeight"),
                    reading.flag(element, "scalable"),
                    reading.flag(element, "maintainAspectRatio"),
                    reading.time(element, "minSuggestedDuration", element.attribute("minSuggestedDuration")),
                    reading.attribute(element, "apiFramework"),
                    resources(element),
                    reading.childUrl(element, "NonLinearClickThrough"),
                    reading.identifiedUrls(element, "NonLinearClickTracking"),
                    reading.adParameters(element)));
        }
        return nonLinears;
    }

    List<Icon> icons(XmlElement linear) {
        List<Icon> icons = new ArrayList<>();
        for (XmlElement group : linear.children("Icons")) {
            group.children("Icon").forEach(element -> icons.add(icon(element)));
        }
        return icons;
    }

    private Icon icon(XmlElement element) {
        List<XmlElement> clicks = element.children("IconClicks");
        List<VastUrl> clickTracking = new ArrayList<>();
        clicks.forEach(group -> clickTracking.addAll(reading.identifiedUrls(group, "IconClickTracking")));
        return new Icon(
                reading.attribute(element, "program"),
                reading.integer(element, "width"),
                reading.integer(element, "height"),
                reading.attribute(element, "xPosition"),
                reading.attribute(element, "yPosition"),
                reading.offset(element, "offset"),
                reading.time(element, "duration", element.attribute("duration")),
                reading.attribute(element, "apiFramework"),
                reading.attribute(element, "pxratio"),
                resources(element),
                clicks.stream()
                        .flatMap(group -> reading.childUrl(group, "IconClickThrough").stream())
                        .findFirst(),
                clickTracking,
                reading.urls(element, "IconViewTracking"));
    }

    private List<CreativeResource> resources(XmlElement parent) {
        List<CreativeResource> resources = new ArrayList<>();
        for (XmlElement element : parent.children()) {
            if (element.is("StaticResource")) {
                reading.url(element)
                        .ifPresent(url -> resources.add(new CreativeResource(
                                CreativeResource.Kind.STATIC, reading.attribute(element, "creativeType"), url)));
            } else if (element.is("IFrameResource")) {
                reading.url(element)
                        .ifPresent(url -> resources.add(
                                new CreativeResource(CreativeResource.Kind.IFRAME, Optional.empty(), url)));
            } else if (element.is("HTMLResource")) {
                Reading.text(element)
                        .ifPresent(html -> resources.add(
                                new CreativeResource(CreativeResource.Kind.HTML, Optional.empty(), html)));
            }
        }
        return resources;
    }
}
