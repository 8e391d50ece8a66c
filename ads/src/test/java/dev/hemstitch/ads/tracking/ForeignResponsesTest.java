package dev.hemstitch.ads.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.ads.decision.Ads;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.Linear;
import dev.hemstitch.ads.vast.ResolvedAd;
import dev.hemstitch.ads.vast.ResolvedVast;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastCreative;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastResolver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real ad responses, as if each ad had a playlist of 100 seconds: everything they ask for is in the schedule, once, at its time. */
class ForeignResponsesTest {
    private static final Path ROOT = Path.of("../../shared/corpus/vast");
    private static final long DURATION = 100_000_000_000L;

    /** The second at which an event falls due; those of a viewer are possible from the start. */
    private static final Map<String, Long> SECONDS =
            Map.of("firstQuartile", 25L, "midpoint", 50L, "thirdQuartile", 75L, "complete", 100L);

    private static List<AdBreak> breaks() throws IOException {
        VastResolver resolver = VastResolver.builder((uri, timeout) ->
                        new AdResponseSource.Fetched(Files.readAllBytes(Path.of(URI.create(uri))), uri))
                .schemes(Set.of("file"))
                .build();
        List<AdBreak> breaks = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT)) {
            for (Path file : files.sorted().toList()) {
                ResolvedVast resolved = resolver.load(file.toRealPath().toUri().toString());
                List<Ad> ads = new ArrayList<>();
                for (ResolvedAd found : Stream.concat(resolved.podAds().stream(), resolved.standAloneAds().stream())
                        .toList()) {
                    ads.add(Ads.ad("ad" + ads.size(), "50.0", "50.0").withResponse(found.ad()));
                }
                breaks.add(new AdBreak(
                        BreakPosition.start(),
                        ads,
                        Optional.of(file.getFileName().toString()),
                        List.of(),
                        resolved.failures()));
            }
        }
        return breaks;
    }

    /** How often each event is to be called, by what the response says. */
    private static Map<String, Integer> asked(VastAd ad) {
        Map<String, Integer> asked = new TreeMap<>();
        asked.merge("impression", ad.impressions().size(), Integer::sum);
        ad.linearCreative().flatMap(VastCreative::linear).ifPresent(linear -> asked(linear, asked));
        ad.viewableImpressions().forEach(impression -> {
            asked.merge("viewable", impression.viewable().size(), Integer::sum);
            asked.merge("notViewable", impression.notViewable().size(), Integer::sum);
            asked.merge("viewUndetermined", impression.viewUndetermined().size(), Integer::sum);
        });
        asked.values().removeIf(count -> count == 0);
        return asked;
    }

    private static void asked(Linear linear, Map<String, Integer> asked) {
        for (TrackingEvent event : linear.trackingEvents()) {
            asked.merge(event.event(), 1, Integer::sum);
        }
        asked.merge("clickThrough", linear.clickThrough().isPresent() ? 1 : 0, Integer::sum);
        asked.merge("clickTracking", linear.clickTracking().size(), Integer::sum);
        asked.merge("customClick", linear.customClicks().size(), Integer::sum);
    }

    @Test
    void everything_that_real_responses_ask_for_is_scheduled_once_at_its_time() throws IOException {
        assumeTrue(Files.isDirectory(ROOT), "the corpus is not there");
        List<AdBreak> breaks = breaks();
        Presentation content = Ads.ad("content", "50.0", "50.0").presentation().orElseThrow();
        TrackingSchedule schedule = TrackingSchedule.of(SplicePlan.of(content, breaks, StitchOptions.DEFAULT), breaks);
        int ads = 0;
        int timed = 0;
        for (TrackedBreak tracked : schedule.breaks()) {
            for (TrackedAd ad : tracked.ads()) {
                ads++;
                Map<String, Integer> scheduled = new TreeMap<>();
                for (Beacon beacon : ad.beacons()) {
                    scheduled.merge(beacon.event(), beacon.templates().size(), Integer::sum);
                    long seconds = (beacon.atNanos() - ad.startNanos()) / 1_000_000_000L;
                    if (!beacon.event().equals("progress")) {
                        assertThat(seconds).as(beacon.id()).isEqualTo(SECONDS.getOrDefault(beacon.event(), 0L));
                    }
                    timed += beacon.due() == Beacon.Due.BY_VIEWER ? 0 : 1;
                }
                assertThat(ad.durationNanos()).isEqualTo(DURATION);
                assertThat(scheduled)
                        .as(ad.id())
                        .isEqualTo(asked(ad.ad().response().orElseThrow()));
            }
        }
        assertThat(ads).isGreaterThan(15);
        assertThat(schedule.beacons()).extracting(Beacon::id).doesNotHaveDuplicates();
        assertThat(schedule.errors()).isNotEmpty();

        DueBeacons due = DueBeacons.of(schedule);
        due.played(0, schedule.breaks().get(schedule.breaks().size() - 1).endNanos());
        due.played(0, schedule.breaks().get(0).endNanos());
        List<Beacon> sent = new ArrayList<>();
        due.forEachRemaining(sent::add);
        assertThat(sent).hasSize(timed + schedule.errors().size());

        ByteArrayOutputStream json = new ByteArrayOutputStream();
        schedule.writeJson(json, VastMacros.builder().build());
        JsonNode avails = new ObjectMapper().readTree(json.toByteArray()).path("avails");
        List<JsonNode> urls = avails.findValues("beaconUrls");
        assertThat(urls)
                .hasSameSizeAs(schedule.beacons().stream()
                        .filter(beacon -> beacon.due() != Beacon.Due.AT_ONCE)
                        .toList());
        urls.forEach(list -> list.forEach(url -> assertThat(url.asText()).matches("[!-~]+")));
    }
}
