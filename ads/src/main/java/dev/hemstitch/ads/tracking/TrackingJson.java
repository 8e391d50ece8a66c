package dev.hemstitch.ads.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.hemstitch.ads.vast.Companion;
import dev.hemstitch.ads.vast.CreativeResource;
import dev.hemstitch.ads.vast.Linear;
import dev.hemstitch.ads.vast.MediaFile;
import dev.hemstitch.ads.vast.UniversalAdId;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastCreative;
import dev.hemstitch.ads.vast.VastExtension;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastOffset;
import dev.hemstitch.ads.vast.Verification;
import dev.hemstitch.ads.vast.VerificationResource;
import dev.hemstitch.core.text.Decimals;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The schedule in the form that MediaTailor's clients read: every member is there, null or empty where nothing is known. */
final class TrackingJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final VastMacros macros;

    TrackingJson(VastMacros macros) {
        this.macros = macros;
    }

    /** What writes one element of an array. */
    private interface Element<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    void write(TrackingSchedule schedule, OutputStream output) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(output)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.writeStartObject();
            array(json, "avails", schedule.breaks(), this::avail);
            array(json, "nonLinearAvails", List.of(), TrackingJson::nothing);
            json.writeEndObject();
        }
    }

    private static void nothing(Object none, JsonGenerator json) {}

    private static <T> void array(JsonGenerator json, String name, List<T> values, Element<T> element)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            element.write(value, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
        json.writeStringField(name, value.orElse(null));
    }

    private static void number(JsonGenerator json, String name, OptionalInt value) throws IOException {
        json.writeNumberField(name, value.orElse(0));
    }

    private static void time(JsonGenerator json, long startNanos, long durationNanos) throws IOException {
        json.writeStringField("startTime", Duration.ofNanos(startNanos).toString());
        json.writeNumberField("startTimeInSeconds", Decimals.ofNanos(startNanos));
        json.writeStringField("duration", Duration.ofNanos(durationNanos).toString());
        json.writeNumberField("durationInSeconds", Decimals.ofNanos(durationNanos));
    }

    private void avail(TrackedBreak tracked, JsonGenerator json) throws IOException {
        json.writeStringField("availId", tracked.id());
        json.writeNullField("availProgramDateTime");
        time(json, tracked.startNanos(), tracked.endNanos() - tracked.startNanos());
        json.writeNullField("meta");
        array(json, "nonLinearAdsList", List.of(), TrackingJson::nothing);
        array(json, "adBreakTrackingEvents", tracked.beacons(), this::event);
        List<TrackedAd> ads = tracked.ads().stream()
                .filter(ad -> ad.ad().response().isPresent())
                .toList();
        array(json, "ads", ads, this::ad);
    }

    private void ad(TrackedAd tracked, JsonGenerator json) throws IOException {
        VastAd ad = tracked.ad().response().orElseThrow();
        Optional<VastCreative> creative = ad.linearCreative();
        Optional<Linear> linear = creative.flatMap(VastCreative::linear);
        json.writeStringField("adId", tracked.id());
        json.writeNullField("adProgramDateTime");
        text(json, "adSystem", ad.adSystem());
        text(json, "adTitle", ad.adTitle());
        text(json, "adParameters", linear.flatMap(Linear::adParameters).map(parameters -> parameters.value()));
        text(json, "vastAdId", ad.id());
        text(json, "creativeId", creative.flatMap(VastCreative::id));
        text(json, "creativeAdId", creative.flatMap(VastCreative::adId));
        text(json, "creativeSequence", sequence(creative));
        text(json, "skipOffset", linear.flatMap(Linear::skipOffset).map(VastOffset::text));
        time(json, tracked.startNanos(), tracked.playedNanos());
        array(
                json,
                "universalAdIds",
                creative.map(VastCreative::universalAdIds).orElse(List.of()),
                TrackingJson::universalAdId);
        array(json, "adVerifications", ad.verifications(), TrackingJson::verification);
        array(
                json,
                "companionAds",
                ad.creatives().stream()
                        .flatMap(any -> any.companions().stream())
                        .toList(),
                this::companion);
        array(json, "extensions", ad.extensions(), TrackingJson::extension);
        json.writeObjectFieldStart("mediaFiles");
        array(json, "mediaFilesList", linear.map(Linear::mediaFiles).orElse(List.of()), TrackingJson::mediaFile);
        json.writeStringField(
                "mezzanine",
                linear.stream()
                        .flatMap(files -> files.mezzanines().stream())
                        .findFirst()
                        .map(file -> file.url())
                        .orElse(""));
        json.writeEndObject();
        array(json, "trackingEvents", tracked.beacons(), this::event);
    }

    private static Optional<String> sequence(Optional<VastCreative> creative) {
        OptionalInt sequence = creative.map(VastCreative::sequence).orElse(OptionalInt.empty());
        return sequence.isPresent() ? Optional.of(Integer.toString(sequence.getAsInt())) : Optional.empty();
    }

    private void event(Beacon beacon, JsonGenerator json) throws IOException {
        json.writeStringField("eventId", beacon.id());
        json.writeStringField("eventType", beacon.event());
        json.writeNullField("eventProgramDateTime");
        time(json, beacon.atNanos(), beacon.durationNanos());
        json.writeArrayFieldStart("beaconUrls");
        for (String url : beacon.urls(macros)) {
            json.writeString(url);
        }
        json.writeEndArray();
    }

    private static void universalAdId(UniversalAdId id, JsonGenerator json) throws IOException {
        text(json, "idRegistry", id.registry());
        json.writeStringField("value", id.value());
    }

    private static void mediaFile(MediaFile file, JsonGenerator json) throws IOException {
        json.writeStringField("mediaFileUri", file.url());
        text(json, "id", file.id());
        text(json, "delivery", file.delivery());
        text(json, "mediaType", file.type());
        number(json, "width", file.width());
        number(json, "height", file.height());
        number(json, "bitrate", file.bitrate());
        text(json, "codec", file.codec());
        json.writeBooleanField("scalable", file.scalable().orElse(false));
        json.writeBooleanField("maintainAspectRatio", file.maintainAspectRatio().orElse(false));
        text(json, "apiFramework", file.apiFramework());
    }

    private static void extension(VastExtension extension, JsonGenerator json) throws IOException {
        text(json, "type", extension.type());
        json.writeStringField("content", extension.xml());
    }

    private static void verification(Verification verification, JsonGenerator json) throws IOException {
        text(json, "vendor", verification.vendor());
        array(json, "javascriptResource", verification.javaScriptResources(), TrackingJson::resource);
        array(json, "executableResource", verification.executableResources(), TrackingJson::resource);
        text(json, "verificationParameters", verification.parameters());
    }

    private static void resource(VerificationResource resource, JsonGenerator json) throws IOException {
        json.writeStringField("uri", resource.url());
        text(json, "apiFramework", resource.apiFramework());
    }

    private void companion(Companion companion, JsonGenerator json) throws IOException {
        text(json, "id", companion.id());
        number(json, "width", companion.width());
        number(json, "height", companion.height());
        text(json, "adSlotId", companion.adSlotId());
        text(json, "altText", companion.altText());
        text(json, "companionClickThrough", companion.clickThrough());
        array(json, "resources", companion.resources(), TrackingJson::resource);
    }

    private static void resource(CreativeResource resource, JsonGenerator json) throws IOException {
        json.writeStringField("type", resource.kind().name());
        json.writeStringField("value", resource.value());
    }
}
