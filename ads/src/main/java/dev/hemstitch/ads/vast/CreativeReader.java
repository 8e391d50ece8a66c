package dev.hemstitch.ads.vast;

import dev.hemstitch.ads.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code Creatives}. */
final class CreativeReader {
    private final Reading reading;
    private final LinearReader linear;
    private final CompanionReader companions;

    CreativeReader(Reading reading) {
        this.reading = reading;
        this.companions = new CompanionReader(reading);
        this.linear = new LinearReader(reading, companions);
    }

    List<VastCreative> read(XmlElement body) {
        List<VastCreative> creatives = new ArrayList<>();
        for (XmlElement group : body.children("Creatives")) {
            group.children("Creative").forEach(creative -> creatives.add(creative(creative)));
        }
        return creatives;
    }

    private VastCreative creative(XmlElement creative) {
        Optional<XmlElement> companionAds = creative.child("CompanionAds");
        Optional<XmlElement> nonLinearAds = creative.child("NonLinearAds");
        return new VastCreative(
                reading.attribute(creative, "id"),
                reading.attribute(creative, "adId"),
                sequence(creative),
                reading.attribute(creative, "apiFramework"),
                universalAdIds(creative),
                creative.child("Linear").map(linear::read),
                companionAds.map(companions::companions).orElse(List.of()),
                companionAds.flatMap(ads -> reading.attribute(ads, "required")),
                nonLinearAds.map(companions::nonLinears).orElse(List.of()),
                nonLinearAds.map(reading::trackingEvents).orElse(List.of()),
                reading.extensions(creative, "CreativeExtensions", "CreativeExtension"));
    }

    private OptionalInt sequence(XmlElement creative) {
        return reading.integer(creative, "sequence");
    }

    /** VAST 4.0 has the value in {@code idValue} too; {@code unknown} stands for none. */
    private List<UniversalAdId> universalAdIds(XmlElement creative) {
        List<UniversalAdId> ids = new ArrayList<>();
        for (XmlElement element : creative.children("UniversalAdId")) {
            Optional<String> registry = reading.attribute(element, "idRegistry");
            Optional<String> text = reading.line(element);
            Optional<String> value = text.isPresent() ? text : reading.attribute(element, "idValue");
            value.ifPresent(id -> ids.add(new UniversalAdId(registry, id)));
        }
        return ids;
    }
}
