package dev.hemstitch.ads.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A break of fifteen seconds filled with two ads, written down refresh by refresh. */
class HandwrittenSeriesTest {
    private static final String ADS = "https://ads.example/";

    private final ChannelOptions options = ChannelOptions.builder(55, Duration.ofMinutes(4))
            .windowSegments(4)
            .breakEvery(Duration.ofSeconds(60))
            .renditions(List.of(new ContentRendition("video", ContentRendition.Kind.VIDEO, 6_000_000, true)))
            .build();
    private final Origin origin = new Origin(options);
    private final AdInventory ads = new AdInventory(options);
    private final AdServer server = AdServer.steady(55, ads);
    private final PlayerModel player = new PlayerModel(origin, ads, server, 1, "hand", UnaryOperator.identity());

    @Test
    void originIsAsWrittenHere() {
        assertThat(origin.breaks().get(0).startNanos()).isEqualTo(96_063_000_000L);
        assertThat(origin.breaks().get(0).endNanos()).isEqualTo(111_063_000_000L);
        assertThat(new String(given(109).bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:6
                #EXT-X-TARGETDURATION:6
                #EXT-X-MEDIA-SEQUENCE:1700
                #EXT-X-DISCONTINUITY-SEQUENCE:7
                #EXT-X-PROGRAM-DATE-TIME:2026-03-01T12:01:24.000Z
                #EXTINF:6.000,
                c-0-14.ts
                #EXT-X-PROGRAM-DATE-TIME:2026-03-01T12:01:30.000Z
                #EXTINF:6.063,
                c-0-15.ts
                #EXT-X-PROGRAM-DATE-TIME:2026-03-01T12:01:36.063Z
                #EXT-X-CUE-OUT:15.000
                #EXTINF:6.000,
                c-0-16.ts
                #EXT-X-PROGRAM-DATE-TIME:2026-03-01T12:01:42.063Z
                #EXT-X-CUE-OUT-CONT:6.000/15.000
                #EXTINF:6.000,
                c-0-17.ts
                """);
    }

    @Test
    void correctSeriesBreaksNoRule() {
        assertThat(server.ask("hand", "b", OptionalLong.of(15_000_000_000L)))
                .hasValueSatisfying(
                        answer -> assertThat(answer).extracting(SimulatedAd::id).containsExactly("ad1-10", "ad0-5"));
        String c12 = content("01:12.000", "6.000", 12);
        String c13 = content("01:18.000", "6.000", 13);
        String c14 = content("01:24.000", "6.000", 14);
        String c15 = content("01:30.000", "6.063", 15);
        String a0 = "#EXT-X-DISCONTINUITY\n" + ad("01:36.063", "5.000", "ad1-10", 0);
        String a1 = ad("01:41.063", "5.000", "ad1-10", 1);
        String b0 = "#EXT-X-DISCONTINUITY\n" + ad("01:46.063", "3.003", "ad0-5", 0);
        String b1 = ad("01:49.066", "2.012", "ad0-5", 1);
        String c19 = "#EXT-X-DISCONTINUITY\n" + content("01:51.063", "6.000", 19);
        String c20 = content("01:57.063", "6.000", 20);
        String c21 = content("02:03.063", "6.000", 21);
        String c22 = content("02:09.063", "6.000", 22);
        String c23 = content("02:15.063", "6.000", 23);

        refresh(97, 500, 0, c12 + c13 + c14 + c15);
        refresh(103, 501, 0, c13 + c14 + c15 + a0);
        refresh(109, 502, 0, c14 + c15 + a0 + a1);
        refresh(112, 503, 0, c15 + a0 + a1 + b0 + b1);
        refresh(118, 504, 0, a0 + a1 + b0 + b1 + c19);
        refresh(124, 505, 1, a1 + b0 + b1 + c19 + c20);
        refresh(130, 506, 1, b0 + b1 + c19 + c20 + c21);
        refresh(136, 507, 2, b1 + c19 + c20 + c21 + c22);
        refresh(142, 508, 2, c19 + c20 + c21 + c22 + c23);
        assertThat(player.violations()).isEmpty();
        assertThat(player.refreshes()).isEqualTo(9);

        refresh(143, 509, 2, c20 + c21 + c22 + c23);
        assertThat(player.violations())
                .extracting(Violation::rule, Violation::expected, Violation::seen, Violation::refresh)
                .startsWith(org.assertj.core.groups.Tuple.tuple(Rule.DISCONTINUITY_SEQUENCE, "3", "2", 10));
    }

    private OriginSnapshot given(long seconds) {
        return origin.snapshot("video", origin.start().plusSeconds(seconds), 0).orElseThrow();
    }

    private void refresh(long seconds, int mediaSequence, int discontinuitySequence, String segments) {
        String text = """
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:6
                #EXT-X-MEDIA-SEQUENCE:%d
                #EXT-X-DISCONTINUITY-SEQUENCE:%d
                """.formatted(mediaSequence, discontinuitySequence) + segments;
        player.refresh(
                given(seconds),
                Optional.of(text.getBytes(StandardCharsets.UTF_8)),
                origin.start().plusSeconds(seconds));
    }

    private static String content(String time, String duration, int index) {
        return segment(time, duration, "c-0-" + index + ".ts");
    }

    private static String ad(String time, String duration, String ad, int index) {
        return segment(time, duration, ADS + ad + "/video/" + index + ".ts");
    }

    private static String segment(String time, String duration, String uri) {
        return "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T12:" + time + "Z\n#EXTINF:" + duration + ",\n" + uri + "\n";
    }
}
