package dev.hemstitch.ads.tracking;

import static dev.hemstitch.ads.decision.Ads.ad;
import static dev.hemstitch.ads.decision.Ads.linear;
import static dev.hemstitch.ads.decision.Ads.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.tracking.TrackingScheduleBuilder.PlayedAd;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastError;
import dev.hemstitch.ads.vast.VastFailure;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackingScheduleTest {
    private static final VastMacros AS_THEY_ARE = VastMacros.NONE;
    private static final String EVENTS = "<Tracking event='start'>https://t/start</Tracking>"
            + "<Tracking event='firstQuartile'>https://t/q1</Tracking><Tracking event='midpoint'>https://t/mid</Tracking>"
            + "<Tracking event='thirdQuartile'>https://t/q3</Tracking><Tracking event='complete'>https://t/end</Tracking>";

    private static Ad tracked(String id, String events, String... durations) {
        return ad(id, durations)
                .withResponse(
                        response("<Error>https://t/error?[ERRORCODE]</Error><Impression>https://t/imp</Impression>"
                                + linear("x.m3u8", "<TrackingEvents>" + events + "</TrackingEvents>")));
    }

    private static AdBreak adBreak(String id, BreakPosition position, Ad... ads) {
        List<TrackingEvent> events = List.of(
                new TrackingEvent("breakStart", Optional.empty(), "https://t/" + id + "/bs"),
                new TrackingEvent("breakEnd", Optional.empty(), "https://t/" + id + "/be"),
                new TrackingEvent("error", Optional.empty(), "https://t/" + id + "/error?[ERRORCODE]"));
        return new AdBreak(position, List.of(ads), Optional.of(id), events, List.of());
    }

    private static TrackingSchedule schedule(AdBreak... breaks) {
        Presentation content = Presentation.ofMedia(
                (MediaPlaylist) PlaylistParser.lenient().parse(Playlists.ts("c", Playlists.times(10, "6.0"))),
                "https://c/c.m3u8");
        return TrackingSchedule.of(SplicePlan.of(content, List.of(breaks), StitchOptions.DEFAULT), List.of(breaks));
    }

    private static List<String> timed(List<Beacon> beacons) {
        return beacons.stream()
                .map(beacon -> beacon.event() + " "
                        + BigDecimal.valueOf(beacon.atNanos(), 9)
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    private static JsonNode json(TrackingSchedule schedule) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        schedule.writeJson(bytes, AS_THEY_ARE);
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(bytes.toByteArray());
    }

    @Test
    void quartiles_are_parts_of_how_long_the_ad_really_is() {
        long start = 17_817_000_000L;
        Ad ad = tracked("a", EVENTS, "15.1");
        TrackingSchedule schedule = TrackingSchedule.builder()
                .add(
                        1,
                        adBreak("b", BreakPosition.start(), ad),
                        0,
                        List.of(new PlayedAd(ad, start, 15_100_000_000L, 15_100_000_000L)))
                .build();
        assertThat(timed(schedule.breaks().get(0).ads().get(0).beacons()))
                .containsExactly(
                        "impression 17.817",
                        "start 17.817",
                        "firstQuartile 21.592",
                        "midpoint 25.367",
                        "thirdQuartile 29.142",
                        "complete 32.917");
    }

    @Test
    void progress_is_where_its_offset_says_and_not_behind_the_end() {
        String progress = "<Tracking event='progress' offset='00:00:03.500'>https://t/p3</Tracking>"
                + "<Tracking event='progress' offset='25%'>https://t/p25</Tracking>"
                + "<Tracking event='progress' offset='00:00:20'>https://t/p20</Tracking>"
                + "<Tracking event='progress'>https://t/never</Tracking><Tracking event='mute'>https://t/mute</Tracking>";
        TrackedAd tracked = schedule(adBreak("b", BreakPosition.start(), tracked("a", progress, "6.0", "6.0")))
                .breaks()
                .get(0)
                .ads()
                .get(0);
        assertThat(timed(tracked.beacons())).containsExactly("impression 0", "mute 0", "progress 3", "progress 3.5");
        assertThat(tracked.beacons().get(1).due()).isEqualTo(Beacon.Due.BY_VIEWER);
        assertThat(tracked.beacons().get(1).durationNanos()).isEqualTo(12_000_000_000L);
    }

    @Test
    void an_ad_that_is_cut_does_not_complete() {
        Ad ad = tracked("a", EVENTS, "12.0");
        TrackingSchedule schedule = TrackingSchedule.builder()
                .add(
                        1,
                        adBreak("b", BreakPosition.start(), ad),
                        0,
                        List.of(new PlayedAd(ad, 0, 7_000_000_000L, 12_000_000_000L)))
                .build();
        TrackedAd tracked = schedule.breaks().get(0).ads().get(0);
        assertThat(tracked.isCut()).isTrue();
        assertThat(timed(tracked.beacons()))
                .containsExactly("impression 0", "start 0", "firstQuartile 3", "midpoint 6");
        assertThat(timed(schedule.breaks().get(0).beacons())).containsExactly("breakStart 0", "breakEnd 7");
    }

    @Test
    void ads_play_behind_each_other_and_breaks_at_one_place_start_and_end_by_themselves() {
        TrackingSchedule schedule = schedule(
                adBreak(
                        "mid",
                        BreakPosition.ofSeconds(new BigDecimal("12")),
                        tracked("a", EVENTS, "5.0"),
                        tracked("b", EVENTS, "4.0")),
                adBreak("too", BreakPosition.ofSeconds(new BigDecimal("12")), tracked("c", EVENTS, "3.0")),
                adBreak("pre", BreakPosition.start(), tracked("d", EVENTS, "2.0")));
        assertThat(schedule.breaks())
                .extracting(each -> each.id() + " " + timed(each.beacons()))
                .containsExactly(
                        "pre [breakStart 0, breakEnd 2]",
                        "mid [breakStart 14, breakEnd 23]",
                        "too [breakStart 23, breakEnd 26]");
        assertThat(timed(schedule.breaks().get(1).ads().get(1).beacons()))
                .startsWith("impression 19")
                .endsWith("complete 23");
        assertThat(schedule.beacons()).extracting(Beacon::id).doesNotHaveDuplicates();
        assertThat(schedule.beacons())
                .isSortedAccordingTo((left, right) -> Long.compare(left.atNanos(), right.atNanos()));
    }

    @Test
    void breaks_of_one_name_are_told_apart() {
        TrackingSchedule schedule = schedule(
                adBreak("b", BreakPosition.start(), tracked("a", EVENTS, "2.0")),
                adBreak("b", BreakPosition.ofPercent(BigDecimal.TEN), tracked("a", EVENTS, "2.0")),
                new AdBreak(BreakPosition.end(), List.of(ad("plain", "2.0"))));
        assertThat(schedule.breaks()).extracting(TrackedBreak::id).containsExactly("b", "b-2", "break-3");
        assertThat(schedule.beacons()).extracting(Beacon::id).doesNotHaveDuplicates();
    }

    @Test
    void what_does_not_play_is_reported_with_its_code() {
        Ad unsupported = tracked("a", EVENTS, "2.0").leftOut(SkipReason.NO_SUPPORTED_MEDIA_FILE, "mp4 only");
        AdBreak failed = new AdBreak(
                BreakPosition.end(),
                List.of(unsupported, tracked("b", EVENTS, "2.0")),
                Optional.of("f"),
                List.of(),
                List.of(new VastFailure(
                        VastError.NO_AD, "empty", "https://x", Optional.empty(), List.of("https://w/error?303"))));
        TrackingSchedule schedule = schedule(
                failed, adBreak("far", BreakPosition.ofSeconds(new BigDecimal("999")), tracked("c", EVENTS, "2.0")));
        assertThat(schedule.errors()).allMatch(error -> error.due() == Beacon.Due.AT_ONCE);
        assertThat(schedule.errors().stream().flatMap(error -> error.urls(AS_THEY_ARE).stream()))
                .containsExactly("https://w/error?303", "https://t/error?403", "https://t/far/error?900");
    }

    @Test
    void macros_know_the_ad_and_its_place() {
        String where =
                "<Tracking event='complete'>https://t/?p=[ADPLAYHEAD]&amp;m=[MEDIAPLAYHEAD]&amp;c=[CONTENTPLAYHEAD]"
                        + "&amp;s=[PODSEQUENCE]&amp;n=[ADCOUNT]&amp;a=[ASSETURI]&amp;t=[TIMESTAMP]</Tracking>";
        TrackingSchedule schedule = schedule(adBreak(
                "b",
                BreakPosition.ofSeconds(new BigDecimal("6")),
                tracked("x", EVENTS, "5.0"),
                tracked("a", where, "4.5")));
        Beacon complete = schedule.breaks().get(0).ads().get(1).beacons().get(1);
        assertThat(complete.urls(AS_THEY_ARE))
                .containsExactly("https://t/?p=00%3A00%3A04.500&m=00%3A00%3A15.500&c=00%3A00%3A06.000&s=2&n=2"
                        + "&a=https%3A%2F%2Fads.example%2Fa.m3u8&t=[TIMESTAMP]");
    }

    @Test
    void the_json_is_what_clients_of_mediatailor_read() throws IOException {
        JsonNode json = json(schedule(adBreak(
                "mid",
                BreakPosition.ofSeconds(new BigDecimal("12")),
                tracked("a", EVENTS, "5.05"),
                ad("slate", "4.0"))));
        assertThat(json.fieldNames()).toIterable().containsExactly("avails", "nonLinearAvails");
        JsonNode avail = json.path("avails").path(0);
        assertThat(avail.path("availId").asText()).isEqualTo("mid");
        assertThat(avail.path("startTime").asText()).isEqualTo("PT12S");
        assertThat(avail.path("startTimeInSeconds").decimalValue()).isEqualByComparingTo("12");
        assertThat(avail.path("durationInSeconds").decimalValue()).isEqualByComparingTo("9.05");
        assertThat(avail.path("duration").asText()).isEqualTo("PT9.05S");
        for (String member :
                List.of("availProgramDateTime", "meta", "nonLinearAdsList", "adBreakTrackingEvents", "ads")) {
            assertThat(avail.has(member)).as(member).isTrue();
        }
        assertThat(avail.path("adBreakTrackingEvents").path(0).path("eventType").asText())
                .isEqualTo("breakStart");
        assertThat(avail.path("ads")).as("slate is no ad").hasSize(1);
        JsonNode ad = avail.path("ads").path(0);
        for (String member : List.of(
                "adId",
                "adSystem",
                "adTitle",
                "adParameters",
                "adProgramDateTime",
                "adVerifications",
                "creativeId",
                "creativeSequence",
                "vastAdId",
                "companionAds",
                "extensions",
                "skipOffset",
                "startTime",
                "startTimeInSeconds",
                "duration",
                "durationInSeconds",
                "mediaFiles",
                "trackingEvents")) {
            assertThat(ad.has(member)).as(member).isTrue();
        }
        assertThat(ad.path("vastAdId").asText()).isEqualTo("r");
        assertThat(ad.path("mediaFiles")
                        .path("mediaFilesList")
                        .path(0)
                        .path("mediaFileUri")
                        .asText())
                .isEqualTo("x.m3u8");
        JsonNode event = ad.path("trackingEvents").path(2);
        assertThat(event.path("eventType").asText()).isEqualTo("firstQuartile");
        assertThat(event.path("startTimeInSeconds").decimalValue()).isEqualByComparingTo("13.2625");
        assertThat(event.path("startTime").asText()).isEqualTo("PT13.2625S");
        assertThat(event.path("durationInSeconds").decimalValue()).isEqualByComparingTo("0");
        assertThat(event.path("beaconUrls").path(0).asText()).isEqualTo("https://t/q1");
        List<String> ids = new ArrayList<>();
        ad.path("trackingEvents").forEach(each -> ids.add(each.path("eventId").asText()));
        assertThat(ids).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void a_plan_of_other_breaks_is_refused() {
        AdBreak one = adBreak("b", BreakPosition.start(), tracked("a", EVENTS, "2.0"));
        Presentation content = ad("c", "6.0", "6.0").presentation().orElseThrow();
        SplicePlan plan = SplicePlan.of(content, List.of(one), StitchOptions.DEFAULT);
        assertThatThrownBy(() -> TrackingSchedule.of(plan, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
