package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.IsoDateTime;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates that move while segments are added: the same whether digits are written or lines are taken apart. */
class DateShiftTest {
    private static final String HEADER = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n";

    private static MediaPlaylist media(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse((HEADER + text).getBytes(StandardCharsets.UTF_8));
    }

    private static MediaPlaylist moved(String text, DateShift shift) {
        MediaPlaylist content = media(text);
        return content.toBuilder()
                .segments(List.of())
                .addSegments(content, 0, content.segments().size(), Seam.NONE, shift)
                .build();
    }

    private static String body(MediaPlaylist playlist) {
        return playlist.toString().substring(HEADER.length());
    }

    @Test
    void each_date_range_moves_by_its_own_time() {
        String text = "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T23:59:58Z\n"
                + "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-03-01T00:00:00.5Z\",END-DATE=\"2026-03-01T00:00:10Z\"\n"
                + "#EXTINF:6,\n0.ts\n"
                + "#EXT-X-DATERANGE:ID=\"b\",X-START-DATE=\"2026-03-01T00:00:00Z\",START-DATE=\"2026-03-01T00:00:00Z\"\n"
                + "#EXT-X-DATERANGE:START-DATE=\"2026-03-01T00:00:00Z\",ID=\"c\"\n#EXTINF:6,\n1.ts\n";
        DateShift shift = new DateShift(Duration.ofSeconds(2), List.of(Duration.ofMillis(1_250), Duration.ofDays(-1)));

        assertThat(body(moved(text, shift)))
                .isEqualTo("#EXT-X-PROGRAM-DATE-TIME:2026-03-02T00:00:00Z\n"
                        + "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-03-01T00:00:01.75Z\",END-DATE=\"2026-03-01T00:00:11.25Z\"\n"
                        + "#EXTINF:6,\n0.ts\n"
                        + "#EXT-X-DATERANGE:ID=\"b\",X-START-DATE=\"2026-03-01T00:00:00Z\",START-DATE=\"2026-02-28T00:00:00Z\"\n"
                        + "#EXT-X-DATERANGE:START-DATE=\"2026-03-01T00:00:00Z\",ID=\"c\"\n#EXTINF:6,\n1.ts\n");
    }

    @Test
    void only_lines_count_of_segments_that_have_a_date_range() {
        String text = "#EXT-X-DATERANGE:START-DATE=\"2026-03-01T00:00:00Z\"\n#EXTINF:6,\n0.ts\n"
                + "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-03-01T00:00:00Z\"\n#EXTINF:6,\n1.ts\n";
        DateShift shift = new DateShift(Duration.ZERO, List.of(Duration.ofSeconds(1)));

        assertThat(body(moved(text, shift)))
                .isEqualTo(text.replace(
                        "\"a\",START-DATE=\"2026-03-01T00:00:00Z\"", "\"a\",START-DATE=\"2026-03-01T00:00:01Z\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01 00:00:00Z",
                "2026-03-01T00:00:00",
                "2026-03-01T00:00:00.Z",
                "tomorrow",
                "9999-12-31T23:59:59Z"
            })
    void a_date_of_another_spelling_moves_as_it_does_alone(String odd) {
        String text = "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00.000Z\r\n#EXTINF:6,\n0.ts\n"
                + " #EXT-X-PROGRAM-DATE-TIME: " + odd + " \r\n#EXTINF:6,\n1.ts\n";
        String expected = IsoDateTime.parse(odd)
                .map(date -> date.plus(Duration.ofSeconds(1)).toString())
                .orElse(odd);

        assertThat(body(moved(text, DateShift.of(Duration.ofSeconds(1)))))
                .isEqualTo(text.replace("00.000Z", "01.000Z").replace(odd + " ", expected + " "));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void digits_are_written_as_lines_would_be(int datedEvery) throws IOException {
        Random random = new Random(datedEvery);
        for (int round = 0; round < 50; round++) {
            List<Duration> ranges = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 120; i++) {
                if (random.nextInt(datedEvery) == 0) {
                    text.append("#EXT-X-PROGRAM-DATE-TIME:")
                            .append(date(random))
                            .append('\n');
                }
                if (random.nextInt(3 * datedEvery) == 0) {
                    text.append("#EXT-X-DATERANGE:ID=\"").append(i).append("\",START-DATE=\"");
                    text.append(date(random))
                            .append("\",END-DATE=\"")
                            .append(date(random))
                            .append("\"\n");
                    ranges.add(shift(random));
                }
                text.append("#EXTINF:6,\nsegment-with-a-long-name-").append(i).append(".ts\n");
            }
            DateShift shift = new DateShift(shift(random), ranges);
            String last = "#EXT-X-PROGRAM-DATE-TIME:never\n#EXTINF:6,\nlast.ts\n";

            MediaPlaylist fast = moved(text.toString(), shift);
            assertThat(fast + last).isEqualTo(moved(text + last, shift).toString());
            assertThat(written(fast)).isEqualTo(fast.toString());
        }
    }

    /** Put together of all the ways out but one. */
    private static String written(MediaPlaylist playlist) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlaylistWriter.write(playlist, out);
        ByteBuffer buffer = ByteBuffer.allocate(out.size());
        PlaylistWriter.toBuffers(playlist).forEach(buffer::put);
        assertThat(buffer.array()).isEqualTo(out.toByteArray());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Duration shift(Random random) {
        long[] units = {1_000_000_000, 1_000_000, 1, 86_400_000_000_000L};
        return Duration.ofNanos((random.nextInt(2_000_000) - 1_000_000) * units[random.nextInt(3)])
                .plusNanos(units[3] * (random.nextInt(400) - 200));
    }

    private static String date(Random random) {
        String zone = List.of("Z", "+08:00", "-00:30").get(random.nextInt(3));
        int decimals = random.nextInt(10);
        String fraction = decimals == 0
                ? ""
                : String.format(".%09d", random.nextInt(1_000_000_000)).substring(0, decimals + 1);
        return String.format(
                        "%04d-%02d-%02dT%02d:%02d:%02d",
                        1000 + random.nextInt(8_000),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60))
                + fraction
                + zone;
    }
}
