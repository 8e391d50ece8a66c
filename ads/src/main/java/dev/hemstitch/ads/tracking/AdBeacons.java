package dev.hemstitch.ads.tracking;

import dev.hemstitch.ads.vast.AdCategory;
import dev.hemstitch.ads.vast.Linear;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastCreative;
import dev.hemstitch.ads.vast.VastMacro;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastUrl;
import dev.hemstitch.ads.vast.ViewableImpression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The beacons of one ad: one for each event and time, with all URLs that are to be called then. */
final class AdBeacons {
    /** The part of the ad, in quarters, after which an event falls due. */
    private static final Map<String, Integer> QUARTERS =
            Map.of("firstquartile", 1, "midpoint", 2, "thirdquartile", 3, "complete", 4);

    private static final List<String> AT_START = List.of("loaded", "creativeview", "start");

    private final String id;
    private final AdPlace place;
    private final Map<Key, List<String>> urls = new LinkedHashMap<>();

    private record Key(String event, Beacon.Due due, long offsetNanos, long durationNanos) {}

    private AdBeacons(String id, AdPlace place) {
        this.id = id;
        this.place = place;
    }

    static List<Beacon> of(String id, VastAd ad, AdPlace place) {
        AdBeacons beacons = new AdBeacons(id, place);
        beacons.add(ad);
        return beacons.inOrder(ad);
    }

    private void add(VastAd ad) {
        ad.impressions().forEach(url -> add("impression", Beacon.Due.WHEN_SEEN, 0, url.url()));
        ad.linearCreative().flatMap(VastCreative::linear).ifPresent(this::add);
        for (ViewableImpression impression : ad.viewableImpressions()) {
            impression.viewable().forEach(url -> byViewer("viewable", url));
            impression.notViewable().forEach(url -> byViewer("notViewable", url));
            impression.viewUndetermined().forEach(url -> byViewer("viewUndetermined", url));
        }
    }

    private void add(Linear linear) {
        linear.trackingEvents().forEach(this::add);
        linear.clickThrough().map(VastUrl::url).ifPresent(url -> byViewer("clickThrough", url));
        linear.clickTracking().forEach(url -> byViewer("clickTracking", url.url()));
        linear.customClicks().forEach(url -> byViewer("customClick", url.url()));
    }

    private void add(TrackingEvent tracking) {
        String event = tracking.event().toLowerCase(Locale.ROOT);
        Integer quarters = QUARTERS.get(event);
        long duration = place.durationNanos();
        if (quarters != null) {
            add(tracking.event(), Beacon.Due.AFTER, part(duration, quarters), tracking.url());
        } else if (event.equals("progress")) {
            tracking.offset()
                    .map(offset -> offset.nanosIn(duration))
                    .ifPresent(offset -> add(
                            tracking.event(),
                            offset == 0 ? Beacon.Due.AT_START : Beacon.Due.AFTER,
                            offset,
                            tracking.url()));
        } else if (AT_START.contains(event)) {
            add(tracking.event(), Beacon.Due.AT_START, 0, tracking.url());
        } else {
            byViewer(tracking.event(), tracking.url());
        }
    }

    /** A part of a duration without the sum that would be too great. */
    private static long part(long nanos, int quarters) {
        return nanos / 4 * quarters + nanos % 4 * quarters / 4;
    }

    /** What falls due behind the end of what plays never does. */
    private void add(String event, Beacon.Due due, long offsetNanos, String url) {
        if (offsetNanos <= place.playedNanos()) {
            add(new Key(event, due, offsetNanos, 0), url);
        }
    }

    private void byViewer(String event, String url) {
        add(new Key(event, Beacon.Due.BY_VIEWER, 0, place.playedNanos()), url);
    }

    private void add(Key key, String url) {
        urls.computeIfAbsent(key, none -> new ArrayList<>()).add(url);
    }

    private List<Beacon> inOrder(VastAd ad) {
        List<Beacon> beacons = new ArrayList<>();
        urls.forEach((key, templates) -> beacons.add(new Beacon(
                id + "-" + key.event()
                        + (key.event().equalsIgnoreCase("progress") ? "-" + key.offsetNanos() / 1_000_000 : ""),
                key.event(),
                key.due(),
                place.startNanos() + key.offsetNanos(),
                key.durationNanos(),
                templates,
                macros -> context(macros, ad, place, key.offsetNanos()))));
        beacons.sort(Comparator.comparingLong(Beacon::atNanos)); // stable: at one time in the order of the response
        return beacons;
    }

    /** What is known of the ad and its place, for macros. */
    static VastMacros context(VastMacros macros, VastAd ad, AdPlace place, long offsetNanos) {
        VastMacros.Builder builder = macros.toBuilder()
                .playhead(VastMacro.ADPLAYHEAD, Duration.ofNanos(offsetNanos))
                .playhead(VastMacro.MEDIAPLAYHEAD, Duration.ofNanos(place.startNanos() + offsetNanos))
                .playhead(VastMacro.CONTENTPLAYHEAD, Duration.ofNanos(place.contentNanos()))
                .set(VastMacro.PODSEQUENCE, Integer.toString(place.podSequence()))
                .set(VastMacro.ADCOUNT, Integer.toString(place.adCount()))
                .set(VastMacro.ASSETURI, place.assetUri());
        ad.adServingId().ifPresent(value -> builder.set(VastMacro.ADSERVINGID, value));
        join(ad.categories(), AdCategory::value).ifPresent(value -> builder.set(VastMacro.ADCATEGORIES, value));
        ad.linearCreative().stream()
                .flatMap(creative -> creative.universalAdIds().stream())
                .findFirst()
                .ifPresent(builder::universalAdId);
        return builder.build();
    }

    private static <T> Optional<String> join(List<T> values, Function<T, String> text) {
        return values.stream().map(text).reduce((left, right) -> left + "," + right);
    }
}
