package dev.hemstitch.ads.tracking;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastFailure;
import dev.hemstitch.ads.vast.VastMacros;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts a schedule together, break by break. */
public final class TrackingScheduleBuilder {
    private final List<TrackedBreak> breaks = new ArrayList<>();
    private final List<Beacon> errors = new ArrayList<>();
    private final Set<String> breakIds = new HashSet<>();

    TrackingScheduleBuilder() {}

    /**
     * An ad in its place.
     *
     * @param ad the ad
     * @param startNanos where it starts on the stitched timeline, in nanoseconds
     * @param playedNanos how much of it plays, in nanoseconds
     * @param durationNanos how long it is; of an ad that is cut short more than what plays: then {@code complete}, and
     *     whatever else falls due behind the cut, is not called
     */
    public record PlayedAd(Ad ad, long startNanos, long playedNanos, long durationNanos) {}

    /**
     * Adds a break.
     *
     * @param number its number among those asked for, from 1
     * @param adBreak the break
     * @param contentNanos where the content is left, in nanoseconds on its own timeline
     * @param ads what plays of it, in order; nothing adds only what is to be called at once
     * @return this builder
     */
    public TrackingScheduleBuilder add(int number, AdBreak adBreak, long contentNanos, List<PlayedAd> ads) {
        String id = adBreak.id()
                .filter(breakIds::add)
                .orElseGet(() -> uniqueId(number, adBreak.id().orElse("break")));
        for (VastFailure failure : adBreak.failures()) {
            atOnce(id, failure.errorUrls(), UnaryOperator.identity());
        }
        if (ads.isEmpty()) {
            return this;
        }
        PlayedAd first = ads.get(0);
        PlayedAd last = ads.get(ads.size() - 1);
        long end = last.startNanos() + last.playedNanos();
        breaks.add(new TrackedBreak(
                id,
                number,
                first.startNanos(),
                end,
                ofBreak(id, adBreak, first.startNanos(), end),
                new BreakAds(id, contentNanos, ads).tracked()));
        return this;
    }

    private String uniqueId(int number, String name) {
        String id = name + "-" + number;
        return breakIds.add(id) ? id : uniqueId(number, name + "-");
    }

    private static List<Beacon> ofBreak(String id, AdBreak adBreak, long start, long end) {
        List<Beacon> beacons = new ArrayList<>();
        ofBreak(id, adBreak, "breakStart", Beacon.Due.WHEN_SEEN, start, beacons);
        ofBreak(id, adBreak, "breakEnd", Beacon.Due.AFTER, end, beacons);
        return beacons;
    }

    private static void ofBreak(
            String id, AdBreak adBreak, String event, Beacon.Due due, long at, List<Beacon> beacons) {
        List<String> urls = urls(adBreak, event);
        if (!urls.isEmpty()) {
            beacons.add(new Beacon(id + "-" + event, event, due, at, 0, urls, UnaryOperator.identity()));
        }
    }

    private static List<String> urls(AdBreak adBreak, String event) {
        return adBreak.trackingEvents().stream()
                .filter(tracking -> tracking.is(event))
                .map(TrackingEvent::url)
                .toList();
    }

    /**
     * Adds what is to be called because an ad does not play: its error URLs.
     *
     * @param ad the ad; its reason gives the error code
     * @return this builder
     */
    public TrackingScheduleBuilder addError(Ad ad) {
        ad.response()
                .map(VastAd::errors)
                .ifPresent(urls -> atOnce(
                        ad.id(),
                        urls,
                        macros -> macros.toBuilder()
                                .errorCode(ErrorCodes.of(ad.problem()))
                                .build()));
        return this;
    }

    /**
     * Adds what is to be called because a break does not play.
     *
     * @param number its number among those asked for, from 1
     * @param adBreak the break
     * @return this builder
     */
    public TrackingScheduleBuilder addError(int number, AdBreak adBreak) {
        atOnce(adBreak.id().orElse("break-" + number), urls(adBreak, "error"), ErrorCodes::ofBreak);
        return this;
    }

    private void atOnce(String about, List<String> urls, UnaryOperator<VastMacros> context) {
        if (!urls.isEmpty()) {
            String id = "error-" + (errors.size() + 1) + "-" + about;
            errors.add(new Beacon(id, "error", Beacon.Due.AT_ONCE, 0, 0, urls, context));
        }
    }

    /** {@return the schedule, its breaks in the order of time} */
    public TrackingSchedule build() {
        breaks.sort(Comparator.comparingLong(TrackedBreak::startNanos));
        return new TrackingSchedule(breaks, errors);
    }

    /** The ads of one break. */
    private record BreakAds(String breakId, long contentNanos, List<PlayedAd> ads) {
        List<TrackedAd> tracked() {
            int count = (int) ads.stream().filter(BreakAds::isAd).count();
            List<TrackedAd> tracked = new ArrayList<>();
            int sequence = 0;
            for (PlayedAd played : ads) {
                sequence += isAd(played) ? 1 : 0;
                tracked.add(tracked(played, breakId + "-" + (tracked.size() + 1), sequence, count));
            }
            return tracked;
        }

        private static boolean isAd(PlayedAd played) {
            return played.ad().response().isPresent();
        }

        private TrackedAd tracked(PlayedAd played, String id, int sequence, int count) {
            Ad ad = played.ad();
            AdPlace place = new AdPlace(
                    played.startNanos(),
                    played.playedNanos(),
                    played.durationNanos(),
                    contentNanos,
                    sequence,
                    count,
                    ad.presentation().map(Presentation::uri).orElse(""));
            List<Beacon> beacons = ad.response()
                    .map(response -> AdBeacons.of(id, response, place))
                    .orElse(List.of());
            return new TrackedAd(id, ad, played.startNanos(), played.playedNanos(), played.durationNanos(), beacons);
        }
    }
}
