package dev.hemstitch.ads.tracking;

import static dev.hemstitch.ads.decision.Ads.ad;
import static dev.hemstitch.ads.decision.Ads.linear;
import static dev.hemstitch.ads.decision.Ads.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.tracking.TrackingScheduleBuilder.PlayedAd;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastError;
import dev.hemstitch.ads.vast.VastFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueBeaconsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String EVENTS = "<TrackingEvents><Tracking event='start'>https://t/s</Tracking>"
            + "<Tracking event='midpoint'>https://t/m</Tracking><Tracking event='complete'>https://t/c</Tracking>"
            + "<Tracking event='mute'>https://t/mute</Tracking></TrackingEvents>";

    /** Two ads of ten seconds from ten seconds on, and a failure. */
    private static final TrackingSchedule SCHEDULE = schedule();

    private static TrackingSchedule schedule() {
        Ad ad = ad("a", "10.0")
                .withResponse(response("<Impression>https://t/i</Impression>" + linear("x.m3u8", EVENTS)));
        List<PlayedAd> played = List.of(
                new PlayedAd(ad, 10 * SECOND, 10 * SECOND, 10 * SECOND),
                new PlayedAd(ad, 20 * SECOND, 10 * SECOND, 10 * SECOND));
        AdBreak adBreak = new AdBreak(
                BreakPosition.start(),
                List.of(ad, ad),
                Optional.of("b"),
                List.of(
                        new TrackingEvent("breakStart", Optional.empty(), "https://t/bs"),
                        new TrackingEvent("breakEnd", Optional.empty(), "https://t/be")),
                List.of(new VastFailure(
                        VastError.NO_AD, "none", "https://x", Optional.empty(), List.of("https://t/e"))));
        return TrackingSchedule.builder().add(1, adBreak, 10 * SECOND, played).build();
    }

    private static List<String> take(DueBeacons due) {
        List<String> ids = new ArrayList<>();
        due.forEachRemaining(beacon -> ids.add(beacon.id()));
        return ids;
    }

    private static List<String> played(DueBeacons due, double from, double to) {
        due.played((long) (from * SECOND), (long) (to * SECOND));
        return take(due);
    }

    @Test
    void each_falls_due_when_its_time_has_played() {
        DueBeacons due = DueBeacons.of(SCHEDULE);
        assertThat(take(due)).containsExactly("error-1-b");
        assertThat(played(due, 0, 10)).isEmpty();
        assertThat(played(due, 10, 10.5)).containsExactly("b-breakStart", "b-1-impression", "b-1-start");
        assertThat(played(due, 10.5, 14.999)).isEmpty();
        assertThat(played(due, 14.999, 15)).containsExactly("b-1-midpoint");
        assertThat(played(due, 15, 20)).containsExactly("b-1-complete");
        assertThat(played(due, 20, 30))
                .containsExactly("b-2-impression", "b-2-start", "b-2-midpoint", "b-2-complete", "b-breakEnd");
        assertThat(played(due, 0, 30)).as("played again").isEmpty();
        assertThat(due.hasNext()).isFalse();
        assertThatThrownBy(due::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void what_was_skipped_does_not_fall_due() {
        DueBeacons due = DueBeacons.of(SCHEDULE);
        take(due);
        assertThat(played(due, 0, 5)).isEmpty();
        assertThat(played(due, 20, 21))
                .as("a seek to the end of the first ad completes nothing")
                .containsExactly("b-breakStart", "b-2-impression", "b-2-start");
        assertThat(played(due, 27, 30)).containsExactly("b-2-complete", "b-breakEnd");
        assertThat(played(due, 17, 20))
                .as("back into the first ad, behind its start")
                .containsExactly("b-1-impression", "b-1-complete");
        assertThat(played(due, 30, 20)).isEmpty();
    }

    @Test
    void one_that_could_not_be_sent_is_handed_out_again_and_no_other() {
        DueBeacons due = DueBeacons.of(SCHEDULE);
        due.played(10 * SECOND, 12 * SECOND);
        Beacon first = due.next();
        assertThat(due.retry(first)).isTrue();
        assertThat(due.retry(first)).as("it waits already").isFalse();
        assertThat(take(due)).containsExactly("b-breakStart", "b-1-impression", "b-1-start", "error-1-b");
        assertThat(due.retry(SCHEDULE.breaks().get(0).ads().get(1).beacons().get(0)))
                .as("never handed out")
                .isFalse();
    }

    @Test
    void what_was_sent_is_kept_where_sessions_are_and_not_sent_again() {
        DueBeacons before = DueBeacons.of(SCHEDULE);
        before.played(10 * SECOND, 16 * SECOND);
        before.next();
        before.next();
        assertThat(before.sent()).containsExactlyInAnyOrder("error-1-b", "b-breakStart");
        DueBeacons after = DueBeacons.of(SCHEDULE, before.sent());
        assertThat(played(after, 10, 20))
                .containsExactly("b-1-impression", "b-1-start", "b-1-midpoint", "b-1-complete");
    }

    @Test
    void however_a_viewer_plays_each_is_handed_out_once() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            DueBeacons due = DueBeacons.of(SCHEDULE);
            List<String> all = new ArrayList<>();
            for (int j = 0; j < 30; j++) {
                long from = random.nextLong(32 * SECOND);
                due.played(from, from + random.nextLong(8 * SECOND));
                if (random.nextInt(5) == 0) {
                    due = DueBeacons.of(SCHEDULE, due.sent());
                    due.played(from, from + 1);
                }
                all.addAll(take(due));
            }
            due.played(0, 31 * SECOND);
            all.addAll(take(due));
            assertThat(all).doesNotHaveDuplicates().hasSize(11);
        }
    }

    @Test
    void each_is_handed_out_once_to_many_threads() {
        DueBeacons due = DueBeacons.of(SCHEDULE);
        ConcurrentLinkedQueue<String> all = new ConcurrentLinkedQueue<>();
        IntStream.range(0, 64).parallel().forEach(i -> {
            due.played(i % 30 * SECOND, 30 * SECOND);
            due.played(0, 30 * SECOND);
            for (int j = 0; j < 11; j++) {
                try {
                    all.add(due.next().id());
                } catch (NoSuchElementException e) {
                    return;
                }
            }
        });
        due.forEachRemaining(beacon -> all.add(beacon.id()));
        assertThat(all).doesNotHaveDuplicates().hasSize(11);
    }
}
