package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.tracking.Beacon;
import dev.hemstitch.ads.tracking.TrackedAd;
import dev.hemstitch.ads.tracking.TrackedBreak;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.ads.vast.VastMacros;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to be called when, as JSON; macros that only a player or a server knows stay in URLs. */
final class TrackingReport {
    private static final VastMacros MACROS = VastMacros.builder().leaveMissing().build();
    private static final List<String> QUARTERS =
            List.of("start", "firstQuartile", "midpoint", "thirdQuartile", "complete");

    private final TrackingSchedule schedule;

    TrackingReport(TrackingSchedule schedule) {
        this.schedule = schedule;
    }

    private record AdOfBreak(TrackedAd ad, TrackedBreak adBreak) {}

    private record Event(String name, long nanos, List<String> urls) {}

    void write(JsonWriter json) throws IOException {
        List<AdOfBreak> ads = new ArrayList<>();
        for (TrackedBreak tracked : schedule.breaks()) {
            for (TrackedAd ad : tracked.ads()) {
                ads.add(new AdOfBreak(ad, tracked));
            }
        }
        json.array("tracking", ads, TrackingReport::ad);
        json.objects(
                "breakTracking",
                schedule.breaks().stream()
                        .filter(tracked -> !tracked.beacons().isEmpty())
                        .toList(),
                (tracked, members) -> {
                    members.text("breakId", tracked.id());
                    StitchReport.seconds(members, "start", tracked.startNanos());
                    StitchReport.seconds(members, "duration", tracked.endNanos() - tracked.startNanos());
                    events(events(tracked.beacons()), members);
                });
        json.texts(
                "errorBeacons",
                schedule.errors().stream()
                        .flatMap(beacon -> beacon.urls(MACROS).stream())
                        .toList());
    }

    private static void ad(AdOfBreak tracked, JsonWriter json) throws IOException {
        TrackedAd ad = tracked.ad();
        json.text("ad", ad.ad().id());
        json.unsigned("break", tracked.adBreak().number() - 1L);
        json.text("breakId", tracked.adBreak().id());
        StitchReport.seconds(json, "start", ad.startNanos());
        StitchReport.seconds(json, "duration", ad.playedNanos());
        events(eventsOf(ad), json);
    }

    /** An ad that comes from no response has times all the same, for whoever knows what to call. */
    private static List<Event> eventsOf(TrackedAd ad) {
        List<Event> events = new ArrayList<>(events(ad.beacons()));
        for (int i = 0; i < QUARTERS.size(); i++) {
            String name = QUARTERS.get(i);
            if (events.stream().noneMatch(event -> event.name().equalsIgnoreCase(name))) {
                events.add(new Event(name, ad.startNanos() + ad.playedNanos() * i / 4, List.of()));
            }
        }
        events.sort(Comparator.comparingLong(Event::nanos));
        return events;
    }

    private static List<Event> events(List<Beacon> beacons) {
        return beacons.stream()
                .map(beacon -> new Event(beacon.event(), beacon.atNanos(), beacon.urls(MACROS)))
                .toList();
    }

    private static void events(List<Event> events, JsonWriter json) throws IOException {
        json.array("events", events, (event, members) -> {
            members.text("event", event.name());
            StitchReport.seconds(members, "time", event.nanos());
            members.texts("urls", event.urls());
        });
    }
}
