package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.vast.AdCategory;
import dev.hemstitch.ads.vast.Linear;
import dev.hemstitch.ads.vast.MediaFile;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.UniversalAdId;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastCreative;
import dev.hemstitch.ads.vast.VastExtension;
import dev.hemstitch.ads.vast.VastOffset;
import dev.hemstitch.ads.vast.VastResponse;
import dev.hemstitch.ads.vast.VastUrl;
import dev.hemstitch.ads.vast.VastWrapper;
import dev.hemstitch.ads.vast.Verification;
import dev.hemstitch.ads.vast.VerificationResource;
import dev.hemstitch.core.text.Decimals;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An ad response as the JSON of {@code vast}: what stands in it, nothing defaulted. */
final class VastJson {
    private VastJson() {}

    static void members(VastResponse response, JsonWriter json) throws IOException {
        json.text("version", response.version());
        json.texts("errors", response.errors());
        json.array("ads", response.ads(), VastJson::ad);
    }

    private static void ad(VastAd ad, JsonWriter json) throws IOException {
        json.text("id", ad.id());
        integer("sequence", ad.sequence(), json);
        json.bool("wrapper", ad.isWrapper());
        json.text("adSystem", ad.adSystem());
        json.text("adTitle", ad.adTitle());
        json.text("adServingId", ad.adServingId());
        json.text("vastAdTagUri", ad.wrapper().map(VastWrapper::vastAdTagUri).filter(uri -> !uri.isEmpty()));
        json.texts("impressions", urls(ad.impressions()));
        json.texts("errors", ad.errors());
        json.objects("creatives", ad.creatives(), VastJson::creative);
        json.objects("extensions", ad.extensions(), VastJson::extension);
        json.objects("categories", ad.categories(), VastJson::category);
        json.objects("verifications", ad.verifications(), VastJson::verification);
        json.objects(
                "companions",
                ad.creatives().stream()
                        .flatMap(creative -> creative.companions().stream())
                        .toList(),
                CompanionJson::companion);
        json.objects(
                "icons",
                ad.creatives().stream()
                        .flatMap(creative -> creative.linear().stream())
                        .flatMap(linear -> linear.icons().stream())
                        .toList(),
                CompanionJson::icon);
    }

    private static void creative(VastCreative creative, JsonWriter json) throws IOException {
        json.text("id", creative.id());
        json.text("adId", creative.adId());
        integer("sequence", creative.sequence(), json);
        json.objects("universalAdIds", creative.universalAdIds(), VastJson::universalAdId);
        if (creative.linear().isPresent()) {
            Linear linear = creative.linear().get();
            seconds("duration", linear.durationNanos(), json);
            json.text("skipOffset", linear.skipOffset().map(VastOffset::text));
            json.objects("mediaFiles", linear.mediaFiles(), VastJson::mediaFile);
            json.objects("trackingEvents", linear.trackingEvents(), VastJson::trackingEvent);
            json.text("clickThrough", linear.clickThrough().map(VastUrl::url));
            json.texts("clickTracking", urls(linear.clickTracking()));
        }
    }

    private static void universalAdId(UniversalAdId id, JsonWriter json) throws IOException {
        json.text("registry", id.registry());
        json.text("value", id.value());
    }

    private static void mediaFile(MediaFile file, JsonWriter json) throws IOException {
        json.text("url", file.url());
        json.text("type", file.type());
        json.text("delivery", file.delivery());
        integer("width", file.width(), json);
        integer("height", file.height(), json);
        integer("bitrate", file.bitrate(), json);
        json.text("codec", file.codec());
    }

    static void trackingEvent(TrackingEvent event, JsonWriter json) throws IOException {
        json.text("event", event.event());
        json.text("offset", event.offset().map(VastOffset::text));
        json.text("url", event.url());
    }

    private static void extension(VastExtension extension, JsonWriter json) throws IOException {
        json.text("type", extension.type());
        json.text("xml", extension.xml());
    }

    private static void category(AdCategory category, JsonWriter json) throws IOException {
        json.text("authority", category.authority());
        json.text("value", category.value());
    }

    private static void verification(Verification verification, JsonWriter json) throws IOException {
        json.text("vendor", verification.vendor());
        json.objects("javaScriptResources", verification.javaScriptResources(), VastJson::resource);
        json.objects("executableResources", verification.executableResources(), VastJson::resource);
        json.text("parameters", verification.parameters());
        json.objects("trackingEvents", verification.trackingEvents(), VastJson::trackingEvent);
    }

    private static void resource(VerificationResource resource, JsonWriter json) throws IOException {
        json.text("apiFramework", resource.apiFramework());
        json.text("type", resource.type());
        if (resource.browserOptional().isPresent()) {
            json.bool("browserOptional", resource.browserOptional().get());
        }
        json.text("url", resource.url());
    }

    static List<String> urls(List<VastUrl> urls) {
        return urls.stream().map(VastUrl::url).toList();
    }

    static void integer(String name, OptionalInt value, JsonWriter json) throws IOException {
        if (value.isPresent()) {
            json.unsigned(name, value.getAsInt());
        }
    }

    static void seconds(String name, OptionalLong nanos, JsonWriter json) throws IOException {
        if (nanos.isPresent()) {
            json.decimal(name, Decimals.ofNanos(nanos.getAsLong()));
        }
    }
}
