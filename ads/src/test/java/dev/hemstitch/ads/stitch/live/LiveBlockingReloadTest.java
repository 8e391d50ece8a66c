package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.core.diff.DeltaUpdate;
import dev.hemstitch.core.model.BlockingAnswer;
import dev.hemstitch.core.model.LiveEdge;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.uri.DeliveryDirectives;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Players that ask for the next part or segment of the output, and a service that asks a low-latency origin for them. */
class LiveBlockingReloadTest {
    private static final int STEPS = 160;
    private static final int FIRST_SECOND = 26;

    private final Map<String, LiveAd> ads = new HashMap<>();
    private final LiveStitcher stitcher = new LiveStitcher(LiveOptions.DEFAULT);
    private LiveState state = LiveState.NEW;

    /** Makes an ad of segments of these lengths. */
    private void ad(String id, String... seconds) {
        Map<String, Ad> renditions = new HashMap<>();
        for (String name : List.of("v", "w")) {
            StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n");
            for (int i = 0; i < seconds.length; i++) {
                text.append("#EXTINF:" + seconds[i] + ",\n" + id + "-" + name + i + ".m4s\n");
            }
            MediaPlaylist playlist =
                    LiveScene.playlist(text.append("#EXT-X-ENDLIST\n").toString());
            renditions.put(name, Ad.of(id, Presentation.ofMedia(playlist, "http://ads/" + id + "/" + name + ".m3u8")));
        }
        ads.put(id, LiveAd.ofRenditions(renditions.get("v"), renditions, Map.of()));
    }

    private LiveDecisions decisions() {
        return new LiveDecisions() {
            @Override
            public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
                return Optional.of(List.copyOf(ads.values()));
            }

            @Override
            public Optional<LiveAd> ad(String id) {
                return Optional.ofNullable(ads.get(id));
            }
        };
    }

    private LiveResult stitch(String name, MediaPlaylist snapshot) {
        return stitcher.stitch(state, LiveRendition.inPlace(name, "http://o/" + name + ".m3u8"), snapshot, decisions());
    }

    /** A service's answer to a request, when it can give it; empty for Bad Request. */
    private Optional<MediaPlaylist> answer(String name, LowLatencyOrigin origin, DeliveryDirectives asked) {
        DeliveryDirectives atOrigin = state.originDirectives(name, asked);
        while (true) {
            MediaPlaylist snapshot = origin.answer(atOrigin)
                    .or(() -> origin.answer(DeliveryDirectives.NONE))
                    .orElseThrow();
            LiveResult result = stitch(name, snapshot);
            state = result.state();
            BlockingAnswer answer = LiveEdge.of(result.playlist()).answer(asked);
            if (answer != BlockingAnswer.WAIT) {
                return answer == BlockingAnswer.DELIVER ? Optional.of(result.playlist()) : Optional.empty();
            }
            atOrigin = LiveEdge.of(snapshot).next().orElseThrow();
        }
    }

    private static DeliveryDirectives next(MediaPlaylist output) {
        return LiveEdge.of(output).next(Duration.ZERO).orElseThrow();
    }

    /** Whether a playlist has what was waited for, or what is later. */
    private static boolean has(MediaPlaylist output, DeliveryDirectives asked) {
        long end = output.segments().get(0).mediaSequence() + output.segments().size();
        long number = asked.msn().orElseThrow();
        int parts = output.trailingParts().size();
        return number < end
                || (number == end && asked.part().isPresent() && asked.part().getAsLong() < parts);
    }

    private void adsOf(String lengths) {
        int number = 0;
        for (String ad : lengths.split(" ", -1)) {
            ad("ad" + number, ad.split("\\+", -1));
            number++;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4+4+4+4, true",
        "4+4+4+4, false",
        "3+3+2 2.5+2.5+3, true",
        "3.5+3.5+3.5+3.5, false",
        "2+2+2+2+2+2+2+2, true",
        "1+1+1+1+1+1 4+4, false",
        "4+3, true"
    })
    void a_player_gets_what_it_waited_for_as_soon_as_it_is_there(String lengths, boolean isDated) {
        adsOf(lengths);
        LowLatencyOrigin origin = new LowLatencyOrigin("v", isDated, FIRST_SECOND);
        MediaPlaylist output = answer("v", origin, DeliveryDirectives.NONE).orElseThrow();
        int ofAds = 0;
        for (int step = 0; step < STEPS; step++) {
            DeliveryDirectives asked = next(output);
            int before = origin.seconds();
            LiveState stored = state;
            MediaPlaylist update = answer("v", origin, asked).orElseThrow();
            assertThat(has(update, asked)).as("step %s: %s", step, asked).isTrue();
            assertThat(has(output, asked)).isFalse();
            for (int second = before; second < origin.seconds(); second++) {
                MediaPlaylist earlier = stitcher.stitch(
                                stored, LiveRendition.inPlace("v", "http://o/v.m3u8"), origin.at(second), decisions())
                        .playlist();
                assertThat(has(earlier, asked))
                        .as("step %s, second %s", step, second)
                        .isFalse();
            }
            MediaPlaylist delta = DeltaUpdate.create(update).orElse(update);
            assertThat(DeltaUpdate.apply(delta, output).playlist()).contains(update);
            ofAds += update.segments().get(update.segments().size() - 1).uri().contains("ad") ? 1 : 0;
            output = update;
        }
        assertThat(ofAds).isGreaterThan(1);
        assertThat(origin.seconds()).isGreaterThan(FIRST_SECOND + 48);
    }

    @Test
    void where_content_plays_the_origin_is_asked_once_and_for_just_that() {
        LowLatencyOrigin origin = new LowLatencyOrigin("v", true, FIRST_SECOND);
        MediaPlaylist output = answer("v", origin, DeliveryDirectives.NONE).orElseThrow();
        for (int i = 0; i < 6; i++) {
            output = answer("v", origin, next(output)).orElseThrow();
        }
        assertThat(origin.asked())
                .hasSize(7)
                .allMatch(directives -> directives.skip().isEmpty());
        assertThat(origin.asked().subList(1, 5))
                .extracting(DeliveryDirectives::toString)
                .containsExactly(
                        "_HLS_msn=5006&_HLS_part=2",
                        "_HLS_msn=5006&_HLS_part=3",
                        "_HLS_msn=5007&_HLS_part=0",
                        "_HLS_msn=5007&_HLS_part=1");
    }

    @Test
    void behind_a_break_of_other_segments_the_origin_is_asked_in_its_own_numbers() {
        adsOf("2+2+2+2+2+2+2+2");
        LowLatencyOrigin origin = new LowLatencyOrigin("v", true, FIRST_SECOND);
        MediaPlaylist output = answer("v", origin, DeliveryDirectives.NONE).orElseThrow();
        while (origin.seconds() < 72) {
            output = answer("v", origin, next(output)).orElseThrow();
        }
        DeliveryDirectives asked = next(output);
        assertThat(asked.msn()).hasValue(5_018 + 4);
        assertThat(state.originDirectives("v", asked)).hasToString("_HLS_msn=5018&_HLS_part=0");
        long last = asked.msn().orElseThrow() - 1;
        assertThat(state.originDirectives(
                        "v", DeliveryDirectives.builder().msn(last + 1).build()))
                .hasToString("_HLS_msn=5018");
        assertThat(state.originDirectives(
                        "v", DeliveryDirectives.builder().part(last, 4).build()))
                .hasToString("_HLS_msn=5017&_HLS_part=4");
        assertThat(state.originDirectives(
                        "v", DeliveryDirectives.builder().part(last + 2, 0).build()))
                .hasToString("_HLS_msn=5018");
    }

    @Test
    void what_was_there_or_is_too_far_ahead_or_of_an_unseen_rendition_is_not_waited_for_at_the_origin() {
        LowLatencyOrigin origin = new LowLatencyOrigin("v", true, FIRST_SECOND);
        answer("v", origin, DeliveryDirectives.NONE);
        for (long number : new long[] {4_000, 5_005, 5_008, 9_999, -1}) {
            DeliveryDirectives asked = DeliveryDirectives.builder().msn(number).build();
            assertThat(state.originDirectives("v", asked)).isEqualTo(DeliveryDirectives.NONE);
        }
        DeliveryDirectives asked = DeliveryDirectives.builder().msn(5_006).build();
        assertThat(state.originDirectives("w", asked)).isEqualTo(DeliveryDirectives.NONE);
        assertThat(LiveState.NEW.originDirectives("v", asked)).isEqualTo(DeliveryDirectives.NONE);
        assertThat(state.originDirectives("v", DeliveryDirectives.NONE)).isEqualTo(DeliveryDirectives.NONE);
    }

    @Test
    void too_far_ahead_is_a_bad_request_at_once_unless_the_origin_is_that_far_by_now() {
        LowLatencyOrigin origin = new LowLatencyOrigin("v", true, FIRST_SECOND);
        answer("v", origin, DeliveryDirectives.NONE);
        DeliveryDirectives far = DeliveryDirectives.builder().msn(5_009).build();
        assertThat(answer("v", origin, far)).isEmpty();
        assertThat(origin.seconds()).isEqualTo(FIRST_SECOND);
        origin.pass(8);
        assertThat(answer("v", origin, far))
                .hasValueSatisfying(output -> assertThat(has(output, far)).isTrue());
        assertThat(origin.seconds()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "true, 13", "false, 0", "false, 13"})
    void an_origin_that_counts_anew_is_asked_without_directives_and_in_its_new_numbers_from_then_on(
            boolean isDated, int later) {
        adsOf("2+2+2+2+2+2+2+2");
        LowLatencyOrigin origin = new LowLatencyOrigin("v", isDated, FIRST_SECOND);
        MediaPlaylist output = answer("v", origin, DeliveryDirectives.NONE).orElseThrow();
        while (origin.seconds() < 70) {
            output = answer("v", origin, next(output)).orElseThrow();
        }
        origin.restart(later + 2);
        origin.pass(9);
        int asked = origin.asked().size();
        for (int i = 0; i < 20; i++) {
            DeliveryDirectives next = next(output);
            output = answer("v", origin, next).orElseThrow();
            assertThat(has(output, next)).isTrue();
        }
        assertThat(origin.asked().get(asked + 1)).isEqualTo(DeliveryDirectives.NONE);
        assertThat(origin.asked().subList(asked + 2, origin.asked().size()))
                .allMatch(directives -> directives.msn().orElse(0) < 100);
        assertThat(output.segments())
                .extracting(MediaSegment::mediaSequence)
                .last()
                .satisfies(last -> assertThat(last).isGreaterThan(5_020));
    }

    /** What a player asks for that changes to the other rendition, by the report of it. */
    private static DeliveryDirectives other(MediaPlaylist output) {
        return output.renditionReports().stream()
                .findFirst()
                .flatMap(report -> LiveEdge.of(output).next(report))
                .orElse(DeliveryDirectives.NONE);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void a_player_that_changes_to_a_rendition_at_any_time_gets_what_it_waits_for(boolean isDated, boolean isKnown) {
        adsOf("3+3+3+3+2");
        for (int second = FIRST_SECOND + 1; second < 60; second++) {
            state = LiveState.NEW;
            LowLatencyOrigin v = new LowLatencyOrigin("v", isDated, FIRST_SECOND);
            LowLatencyOrigin w = new LowLatencyOrigin("w", isDated, FIRST_SECOND);
            MediaPlaylist output = answer("v", v, DeliveryDirectives.NONE).orElseThrow();
            if (isKnown) {
                answer("w", w, DeliveryDirectives.NONE);
            }
            while (v.seconds() < second) {
                output = answer("v", v, next(output)).orElseThrow();
            }
            w.pass(v.seconds() - w.seconds());
            DeliveryDirectives asked = other(output);
            assertThat(second > 32 || asked.msn().isPresent()).isTrue();
            MediaPlaylist changed = answer("w", w, asked).orElseThrow();
            assertThat(asked.msn().isEmpty() || has(changed, asked))
                    .as("second %s, %s: %s", second, asked, changed)
                    .isTrue();
            for (int i = 0; i < 6; i++) {
                DeliveryDirectives next = next(changed);
                changed = answer("w", w, next).orElseThrow();
                assertThat(has(changed, next)).isTrue();
            }
            List<MediaSegment> segments = changed.segments();
            assertThat(segments.get(segments.size() - 1).discontinuitySequence())
                    .isEqualTo(w.seconds() < 36 ? 0 : w.seconds() < 52 ? 1 : 2);
        }
    }
}
