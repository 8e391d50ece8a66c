package dev.hemstitch.ads.interstitial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.tracking.Beacon;
import dev.hemstitch.ads.tracking.TrackedAd;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.ads.tracking.TrackingScheduleBuilder.PlayedAd;
import dev.hemstitch.ads.vast.UniversalAdId;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.core.text.Decimals;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an asset list as JSON. */
final class AssetListJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String CLICK_THROUGH = "clickThrough";

    private final Optional<VastMacros> macros;

    /**
     * A writer.
     *
     * @param macros fills in what is to be called; empty to write nothing of that
     */
    AssetListJson(Optional<VastMacros> macros) {
        this.macros = macros;
    }

    void write(AssetList list, OutputStream output) throws IOException {
        List<TrackedAd> tracked = tracked(list.assets());
        try (JsonGenerator json = FACTORY.createGenerator(output)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.writeStartObject();
            json.writeArrayFieldStart("ASSETS");
            for (int i = 0; i < list.assets().size(); i++) {
                Asset asset = list.assets().get(i);
                json.writeStartObject();
                json.writeStringField("URI", asset.uri());
                seconds(json, "DURATION", asset.durationNanos());
                if (macros.isPresent() && asset.ad().response().isPresent()) {
                    signaling(json, asset.ad().response().get(), tracked.get(i), macros.get());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            if (list.skipControl().isPresent()) {
                skipControl(json, list.skipControl().get());
            }
            json.writeEndObject();
        }
    }

    private List<TrackedAd> tracked(List<Asset> assets) {
        if (macros.isEmpty() || assets.isEmpty()) {
            return List.of();
        }
        List<PlayedAd> played = new ArrayList<>();
        long start = 0;
        for (Asset asset : assets) {
            played.add(new PlayedAd(asset.ad(), start, asset.durationNanos(), asset.durationNanos()));
            start += asset.durationNanos();
        }
        AdBreak pod = new AdBreak(
                BreakPosition.start(), assets.stream().map(Asset::ad).toList());
        return TrackingSchedule.builder()
                .add(1, pod, 0, played)
                .build()
                .breaks()
                .get(0)
                .ads();
    }

    private static void signaling(JsonGenerator json, VastAd ad, TrackedAd tracked, VastMacros macros)
            throws IOException {
        json.writeObjectFieldStart("X-AD-CREATIVE-SIGNALING");
        json.writeNumberField("version", 2);
        json.writeStringField("type", "slot");
        json.writeArrayFieldStart("payload");
        json.writeStartObject();
        json.writeStringField("type", "linear");
        json.writeNumberField("start", 0);
        seconds(json, "duration", tracked.durationNanos());
        List<UniversalAdId> ids = ad.linearCreative().stream()
                .flatMap(creative -> creative.universalAdIds().stream())
                .filter(id -> id.registry().isPresent())
                .toList();
        if (!ids.isEmpty()) {
            json.writeArrayFieldStart("identifiers");
            for (UniversalAdId id : ids) {
                json.writeStartObject();
                json.writeStringField("scheme", id.registry().get());
                json.writeStringField("value", id.value());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("tracking");
        for (Beacon beacon : tracked.beacons()) {
            if (!beacon.event().equals(CLICK_THROUGH)) {
                tracking(json, beacon, tracked.startNanos(), macros);
            }
        }
        json.writeEndArray();
        Optional<String> click = tracked.beacons().stream()
                .filter(beacon -> beacon.event().equals(CLICK_THROUGH))
                .flatMap(beacon -> beacon.urls(macros).stream())
                .findFirst();
        if (click.isPresent()) {
            json.writeStringField(CLICK_THROUGH, click.get());
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void tracking(JsonGenerator json, Beacon beacon, long adStart, VastMacros macros)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", beacon.event());
        if (beacon.event().equalsIgnoreCase("progress")) {
            seconds(json, "offset", beacon.atNanos() - adStart);
        }
        json.writeArrayFieldStart("urls");
        for (String url : beacon.urls(macros)) {
            json.writeString(url);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void skipControl(JsonGenerator json, SkipControl control) throws IOException {
        json.writeObjectFieldStart("SKIP-CONTROL");
        json.writeNumberField("OFFSET", control.offsetSeconds());
        if (control.durationSeconds().isPresent()) {
            json.writeNumberField("DURATION", control.durationSeconds().getAsLong());
        }
        if (control.labelId().isPresent()) {
            json.writeStringField("LABEL-ID", control.labelId().get());
        }
        json.writeEndObject();
    }

    private static void seconds(JsonGenerator json, String name, long nanos) throws IOException {
        json.writeNumberField(name, Decimals.ofNanos(nanos));
    }
}
