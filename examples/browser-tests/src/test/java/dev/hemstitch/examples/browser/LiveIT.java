package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hemstitch.examples.demo.origin.LiveChannel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveIT {
    /** Breaks come every 40 s, so that two of them are soon watched. */
    private static final int BREAK_SEGMENTS = 10;

    private static final int FIRST_FRAMES = 12;
    private static final int LONGEST_SECONDS = 240;
    private static final double LOOP_SECONDS = 36;
    /** At the end of which a break ends. */
    private static final double PERIOD_SECONDS = BREAK_SEGMENTS * LiveChannel.SEGMENT.toSeconds();

    private static final double SAME = 0.1;
    private static final String PRE_ROLL = "preroll";

    private static DemoBrowser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        browser = DemoBrowser.startPatient(BREAK_SEGMENTS);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** An ad that tracking.json told of, in dates: seconds since the channel went on air. */
    private record Told(String breakId, String source, double start, double end) {
        boolean holds(Viewing.Frame frame) {
            return start <= onAir(frame) && onAir(frame) < end;
        }
    }

    private static double onAir(Viewing.Frame frame) {
        return onAir(frame.date());
    }

    private static double onAir(double date) {
        return (date - LiveChannel.ON_AIR.toEpochMilli()) / 1000;
    }

    @Test
    void a_pre_roll_and_two_breaks_of_the_channel_are_seen_where_tracking_says_and_their_beacons_come_once()
            throws Exception {
        try (Viewing viewing = browser.open("channel", "live")) {
            viewing.waitFor("document.querySelector('video').currentTime > 0 && window.seen.length > 0", 30);
            double joined = now(viewing);
            viewing.waitFor("window.seen.length > 12", 30);
            assertThat(viewing.frames().stream().limit(FIRST_FRAMES))
                    .as("what is seen first")
                    .anyMatch(frame -> frame.source().equals("ad-10"))
                    .noneMatch(frame -> frame.source().equals("content"));
            Map<String, Told> told = new LinkedHashMap<>();
            Set<String> beacons = new LinkedHashSet<>();
            List<String> watched = watchTwoBreaks(viewing, joined, told, beacons);
            viewing.screenshot("live");
            viewing.hasNoFatalError();
            seenAsTold(viewing.frames(), told);
            assertThat(sources(watched, told))
                    .as("a short break and a long one")
                    .contains("ad-10", "ad-15");
            Thread.sleep(3000);
            eachOnce(viewing, beacons);
            goesOnWhenItsServiceIsKilled(viewing);
        }
    }

    @Test
    void a_channel_that_ends_plays_to_the_end_of_its_post_roll_and_the_beacons_come_once() throws Exception {
        try (Viewing viewing = browser.open("channel", "to-the-end")) {
            viewing.waitFor("window.seen.some(frame => frame.source === 'content')", 120);
            // Breaks end with their period: then there is content for a while.
            Duration period = LiveChannel.SEGMENT.multipliedBy(BREAK_SEGMENTS);
            long over = Duration.between(LiveChannel.ON_AIR, Instant.now()).dividedBy(period) + 1;
            Instant end = LiveChannel.ON_AIR.plus(period.multipliedBy(over)).plus(LiveChannel.SEGMENT.multipliedBy(2));
            Thread.sleep(Duration.between(Instant.now(), end).plusSeconds(1).toMillis());
            browser.post("/origin/fault", "{\"mode\":\"ended\"}");
            viewing.waitForEnd(90);
            viewing.screenshot("live-ended");
            viewing.hasNoFatalError();
            List<Viewing.Frame> frames = viewing.frames();
            List<String> sources = new ArrayList<>();
            for (Viewing.Frame frame : frames) {
                if (sources.isEmpty() || !sources.get(sources.size() - 1).equals(frame.source())) {
                    sources.add(frame.source());
                }
            }
            assertThat(sources).endsWith("content", "ad-15");
            assertThat(frames.get(frames.size() - 1).seconds()).isGreaterThan(14);
            Thread.sleep(3000);
            List<String> ofPostRoll = viewing.beacons().stream()
                    .map(beacon -> beacon.get("query").asText())
                    .filter(query -> query.contains("break=post"))
                    .toList();
            assertThat(ofPostRoll).doesNotHaveDuplicates();
            for (String event : List.of("impression", "start", "midpoint", "complete")) {
                assertThat(ofPostRoll).as(event).anyMatch(query -> query.contains("event=" + event));
            }
        } finally {
            browser.post("/origin/fault", "{\"mode\":\"none\"}");
        }
    }

    /** The drill, with a channel: found again by the date of what was shown last. */
    private static void goesOnWhenItsServiceIsKilled(Viewing viewing) throws InterruptedException {
        String lightweight = browser.demo.lightweight().url();
        browser.demo.legacy().kill();
        viewing.waitFor("document.querySelector('#notice').innerText.includes('gone')", 20);
        viewing.page.locator(".service[data-service=lightweight] button.move").click();
        viewing.waitFor("window.seen.some(frame => frame.service === '" + lightweight + "')", 30);
        Thread.sleep(10_000);
        viewing.screenshot("live-moved");
        List<Viewing.Frame> frames = viewing.frames();
        List<Viewing.Frame> after = frames.stream()
                .filter(frame -> frame.service().equals(lightweight))
                .toList();
        Viewing.Frame last = frames.get(frames.indexOf(after.get(0)) - 1);
        Viewing.Frame settled = after.get(Math.min(24, after.size() - 1));
        assertThat(onAir(settled) - onAir(last))
                .as("seconds of the channel later")
                .isBetween(-2.0, 15.0);
        assertThat(onAir(after.get(after.size() - 1)) - onAir(settled)).isGreaterThan(4);
    }

    /** Breaks come in two lengths by turns, with other ads. */
    private static boolean isEnough(List<String> watched) {
        return watched.size() >= 2;
    }

    private static Set<String> sources(List<String> watched, Map<String, Told> told) {
        return told.values().stream()
                .filter(ad -> watched.contains(ad.breakId()))
                .map(Told::source)
                .collect(Collectors.toSet());
    }

    /** The breaks with an ad of which no picture was seen: a machine that is busy with something else leaves out some. */
    private static Set<String> unseen(List<Viewing.Frame> frames, Map<String, Told> told) {
        return told.values().stream()
                .filter(ad -> frames.stream().noneMatch(ad::holds))
                .map(Told::breakId)
                .collect(Collectors.toSet());
    }

    /** The ids of two breaks that were watched from the beginning to the end. */
    private static List<String> watchTwoBreaks(
            Viewing viewing, double joined, Map<String, Told> told, Set<String> beacons) throws InterruptedException {
        List<String> watched = new ArrayList<>();
        for (int i = 0; i < LONGEST_SECONDS && !isEnough(watched); i++) {
            Thread.sleep(1000);
            for (JsonNode ad : viewing.ads()) {
                String id = ad.get("id").asText();
                double start = onAir(ad.get("date").asDouble());
                String source = ad.get("title").asText().startsWith("Green") ? "ad-15" : "ad-10";
                told.put(
                        id,
                        new Told(
                                id.substring(0, id.indexOf('/')),
                                source,
                                start,
                                start + ad.get("duration").asDouble()));
            }
            Set<String> over = new LinkedHashSet<>();
            double now = now(viewing);
            told.values().forEach(ad -> over.add(ad.breakId()));
            told.values().stream()
                    .filter(ad -> ad.start() < joined || ad.end() + 3 > now)
                    .forEach(ad -> over.remove(ad.breakId()));
            if (over.size() >= 2) {
                over.removeAll(unseen(viewing.frames(), told));
            }
            watched = new ArrayList<>(over);
            for (JsonNode beacon : viewing.evaluate("window.demo.player.beacons()")) {
                String breakOf = beacon.get("breakId").asText();
                if (watched.contains(breakOf)) {
                    beacon.get("urls")
                            .forEach(url -> beacons.add(
                                    url.asText().substring(url.asText().indexOf('?') + 1)));
                }
            }
        }
        assertThat(isEnough(watched))
                .as("breaks watched: %s; told: %s", watched, told)
                .isTrue();
        return watched;
    }

    private static double now(Viewing viewing) {
        viewing.waitFor("window.demo.player.dateAt(document.querySelector('video').currentTime)", 30);
        return onAir(viewing.evaluate("window.demo.player.dateAt(document.querySelector('video').currentTime)")
                .asDouble());
    }

    private static void seenAsTold(List<Viewing.Frame> frames, Map<String, Told> told) {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        List<Told> stretches = withSlate(told.values());
        int exact = 0;
        for (Viewing.Frame frame : frames) {
            boolean isNearSeam =
                    stretches.stream().anyMatch(ad -> isNear(frame, ad.start()) || isNear(frame, ad.end()));
            if (isNearSeam || isNear(frame, Math.rint(onAir(frame) / LOOP_SECONDS) * LOOP_SECONDS)) {
                continue;
            }
            Told ad = stretches.stream()
                    .filter(one -> one.holds(frame))
                    .findFirst()
                    .orElse(null);
            double expected = ad == null ? onAir(frame) % LOOP_SECONDS : onAir(frame) - ad.start();
            double off = frame.seconds() - expected;
            if (!frame.source().equals(ad == null ? "content" : ad.source())
                    || off < -Watched.TOLERANCE
                    || off > Watched.LATE) {
                wrong.add(frame + " is off by " + off + " from " + ad);
            }
            exact += Math.abs(off) <= Watched.TOLERANCE ? 1 : 0;
            seen.add(ad == null ? "content" : ad.breakId() + ad.start());
        }
        assertThat(wrong).as("of %d frames; told %s", frames.size(), told).isEmpty();
        assertThat(exact).as("frames exactly as told").isGreaterThan(frames.size() / 3);
        assertThat(seen).hasSizeGreaterThan(4);
    }

    /** Behind the ads of each break that they do not fill, slate up to the end of the break: nobody tells of it. */
    private static List<Told> withSlate(Collection<Told> ads) {
        Map<String, Double> ends = new LinkedHashMap<>();
        ads.forEach(ad -> ends.merge(ad.breakId(), ad.end(), Math::max));
        List<Told> all = new ArrayList<>(ads);
        ends.forEach((id, adsEnd) -> {
            double breakEnd = Math.ceil((adsEnd - SAME) / PERIOD_SECONDS) * PERIOD_SECONDS;
            if (breakEnd > adsEnd + SAME && !id.equals(PRE_ROLL)) {
                all.add(new Told(id, "slate", adsEnd, breakEnd));
            }
        });
        return all;
    }

    private static boolean isNear(Viewing.Frame frame, double seam) {
        return onAir(frame) - Watched.TOLERANCE < seam && seam < onAir(frame) + Watched.LATE;
    }

    private static void eachOnce(Viewing viewing, Set<String> expected) throws IOException, InterruptedException {
        List<String> came = viewing.beacons().stream()
                .map(beacon -> beacon.get("query").asText())
                .toList();
        assertThat(came).doesNotHaveDuplicates().containsAll(expected);
        assertThat(expected).hasSizeGreaterThan(12);
    }
}
