package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.vast.Companion;
import dev.hemstitch.ads.vast.CreativeResource;
import dev.hemstitch.ads.vast.Icon;
import dev.hemstitch.ads.vast.VastOffset;
import java.io.IOException;
import java.util.Locale;

/** What is shown beside or over an ad as JSON. */
final class CompanionJson {
    private CompanionJson() {}

    static void companion(Companion companion, JsonWriter json) throws IOException {
        json.text("id", companion.id());
        VastJson.integer("width", companion.width(), json);
        VastJson.integer("height", companion.height(), json);
        json.text("adSlotId", companion.adSlotId());
        json.text("apiFramework", companion.apiFramework());
        json.objects("resources", companion.resources(), CompanionJson::resource);
        json.text("altText", companion.altText());
        json.text("clickThrough", companion.clickThrough());
        json.texts("clickTracking", VastJson.urls(companion.clickTracking()));
        json.objects("trackingEvents", companion.trackingEvents(), VastJson::trackingEvent);
    }

    static void icon(Icon icon, JsonWriter json) throws IOException {
        json.text("program", icon.program());
        VastJson.integer("width", icon.width(), json);
        VastJson.integer("height", icon.height(), json);
        json.text("xPosition", icon.xPosition());
        json.text("yPosition", icon.yPosition());
        VastJson.seconds("duration", icon.durationNanos(), json);
        json.text("offset", icon.offset().map(VastOffset::text));
        json.text("apiFramework", icon.apiFramework());
        json.objects("resources", icon.resources(), CompanionJson::resource);
        json.text("clickThrough", icon.clickThrough());
        json.texts("clickTracking", VastJson.urls(icon.clickTracking()));
        json.texts("viewTracking", icon.viewTracking());
    }

    private static void resource(CreativeResource resource, JsonWriter json) throws IOException {
        json.text("kind", resource.kind().name().toLowerCase(Locale.ROOT));
        json.text("type", resource.creativeType());
        json.text(resource.kind() == CreativeResource.Kind.HTML ? "html" : "url", resource.value());
    }
}
